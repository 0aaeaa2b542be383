"""The names that a Chinese draft shows to be such."""

from __future__ import annotations

import pytest

from verifier.drafts.people.known_zh import known_names
from verifier.drafts.words import load_draft_words

KNOWN = [
    ("店主邢远征打开门。", {"邢远征"}, "behind an office, before what he does"),
    ("司机拉惹（45岁）买了饭。", {"拉惹"}, "an age in brackets"),
    ("教授汝天成一直没睁眼。", {"汝天成"}, "a family name on no list, before an adverb"),
    ("男子情绪激动。", set(), "a noun of two characters behind an office"),
    ("邻居们冲进来告诉她。", set(), "several people have no name behind them"),
    ("六十一岁的苗广田在冰上站着。", {"苗广田"}, "behind an age"),
    ("她系好安全带出发，安全带很紧。", set(), "a thing that begins like a family name"),
    ("费沙指出，他不参加。", {"费沙"}, "two characters that open a sentence before a verb"),
    ("苏亚伦来到超市购物。", {"苏亚伦"}, "three characters before what somebody does"),
    ("高温天气来了。", set(), "a common word that opens a sentence"),
    ("现年50岁的傅丽珊星期三拉票。", {"傅丽珊"}, "an age before and a day behind"),
    ("会长“老船长”邢远在看台上。", {"邢远"}, "behind a nickname in marks"),
    ("糖尿病患者顾长生把家翻了个遍。", {"顾长生"}, "one office inside another"),
]


@pytest.mark.parametrize(("text", "expected", "why"), KNOWN)
def test_a_name_is_known_from_what_stands_beside_it(
    text: str, expected: set[str], why: str
) -> None:
    assert known_names(text, [(0, len(text))], load_draft_words("zh")) == expected, why
