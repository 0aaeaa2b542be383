"""What stands around the subject in a part of a Chinese clause."""

from __future__ import annotations

import pytest

from verifier.drafts.names.margins_zh import names_nobody, stripped, without_leads
from verifier.drafts.words import load_draft_words, with_names

WORDS = with_names(load_draft_words("zh"), frozenset({"乔一帆"}))

LEADS = [
    ("对此，乔一帆", "，乔一帆", "a word that points back"),
    ("昨天，乔一帆", "，乔一帆", "a time"),
    ("在采访中乔一帆", "乔一帆", "where it was said"),
    ("在采访中", "在采访中", "nothing would be left"),
    ("有位老人", "有位老人", "somebody is brought in"),
]


@pytest.mark.parametrize(("text", "rest", "why"), LEADS)
def test_small_words_before_a_subject_are_left_out(text: str, rest: str, why: str) -> None:
    assert text[without_leads(text, 0, len(text), WORDS) :] == rest, why


ENDS = [
    ("乔一帆昨天在会上", "乔一帆", "a time and a place"),
    ("乔一帆无奈地", "乔一帆", "an adverb"),
    ("乔一帆告诉记者", "乔一帆", "to whom"),
    ("乔一帆站在门口", "乔一帆", "how he stood"),
]


@pytest.mark.parametrize(("text", "rest", "why"), ENDS)
def test_what_stands_behind_a_subject_is_left_out(text: str, rest: str, why: str) -> None:
    start, stop = stripped(text, 0, len(text), WORDS)
    assert text[start:stop] == rest, why


NOBODY = [
    ("面对记者追问", True, "what is faced"),
    ("谈到未来", True, "what is spoken of"),
    ("表示公司曾", True, "a verb of saying"),
    ("评论家乔一帆", False, "an office that begins like a verb"),
    ("乔一帆", False, "a name"),
]


@pytest.mark.parametrize(("text", "expected", "why"), NOBODY)
def test_a_part_that_begins_with_something_else_names_nobody(
    text: str, expected: bool, why: str
) -> None:
    assert names_nobody(text, 0, len(text), WORDS) is expected, why
