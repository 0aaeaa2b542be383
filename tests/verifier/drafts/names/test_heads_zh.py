"""Where the words for whoever acts end, whatever stands behind them."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations
from verifier.drafts.names.heads_zh import head_end
from verifier.drafts.words import load_draft_words, with_names

WORDS = with_names(load_draft_words("zh"), frozenset({"乔一帆", "苗若兰"}))

HEADS = [
    ("乔一帆从车里探出头", "乔一帆", "a known name before what he does"),
    ("乔一帆的律师苗若兰当庭", "乔一帆的律师苗若兰", "what belongs to a name is one with it"),
    ("桥东区水务局副局长郝为民在会上", "桥东区水务局副局长郝为民", "a body, an office and a name"),
    ("创始人兼CEO邢远征在信中", "创始人兼CEO邢远征", "two offices"),
    ("在码头卖鱼的贺阿婆受访时", "在码头卖鱼的贺阿婆", "where somebody is, before the name"),
    ("省科技厅有关负责人昨天", "省科技厅有关负责人", "an office without a name"),
    ("平台方面随后", "平台方面", "a body and a word for its side"),
    ("局里一位工程师悄悄", "局里一位工程师", "somebody brought in behind where"),
    ("发言人卡里姆·贝尔卡随即", "发言人卡里姆·贝尔卡", "a name with a dot before an adverb"),
    ("从窗口看见司机", None, "something is told before anybody is named"),
    ("法学教授汝天成提醒", "法学教授汝天成", "a family name on no list, behind an office"),
    ("专家普遍认为", "专家", "an adverb behind an office"),
    ("雨停以后", None, "nobody"),
]


@pytest.mark.parametrize(("text", "expected", "why"), HEADS)
def test_the_words_for_somebody_end_where_something_is_told(
    text: str, expected: str | None, why: str
) -> None:
    end = head_end(text, 0, len(text), WORDS)
    assert (text[:end] if end is not None else None) == expected, why


def test_a_draft_that_ends_anywhere_is_read() -> None:
    text = (
        "店主邢远征把门打开。“进来吧。”邢远征说。司机吐尔逊（45岁）把车停下，教授汝天成提醒："
        "“别下车！”该司机称，“好”。在民警荀亮看来，快递平台“快影”的负责人"
    )
    for end in range(1, len(text) + 1):
        for start in (0, end // 2):
            part = text[start:end]
            assert all(0 <= q.start < q.end <= len(part) for q in find_quotations(part, "zh")), part
