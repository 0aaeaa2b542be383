"""A Chinese draft in one script and width, and its names as it writes them."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations
from verifier.drafts.names.script_zh import as_read, as_written

READ: list[tuple[str, str, str]] = [
    ("他看著窗外,說:「好」", "他看着窗外，说：「好」", "the other script and narrow signs"),
    ("一部著名的著作", "一部著名的著作", "a word, and no mark of aspect"),
    ("妳們問牠", "你们问它", "pronouns of one script only"),
    (
        "【記者史安平／溪口報導】橋斷了",
        "\u3000" * 12 + "桥断了",
        "whoever reports does not speak",
    ),
]
"""The draft, how it is read, and why."""


@pytest.mark.parametrize(("text", "read", "why"), READ)
def test_a_draft_is_read_in_one_script(text: str, read: str, why: str) -> None:
    assert as_read(text) == read, why


def test_no_offset_moves() -> None:
    text = "議員韓雅筑質詢後說:「妳再講一次!」\n【編譯／綜合外電】後續"
    assert len(as_read(text)) == len(text)


def test_a_name_is_given_as_the_draft_writes_it() -> None:
    text = "議員韓雅筑說。"
    read = as_read(text)
    assert as_written(text, read, "韩雅筑", 2) == "韓雅筑"
    assert as_written(text, read, "韩雅筑", -1) == "韓雅筑"
    assert as_written(text, read, "别人", -1) == "别人"
    assert as_written(text, read, None, -1) is None


def test_both_scripts_are_read_alike() -> None:
    drafts = (
        "员警喊话「再不走就开单」，另一名男子回呛「开啊」。",
        "員警喊話「再不走就開單」，另一名男子回嗆「開啊」。",
    )
    said = [[q.speaker for q in find_quotations(text, "zh")] for text in drafts]
    assert said == [["员警", "另一名男子"], ["員警", "另一名男子"]]
