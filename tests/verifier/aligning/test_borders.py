"""Borders between clauses and sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.aligning.borders import CLAUSE_BORDER, opens_sentence

OPENINGS = [
    ("|We go", True, "the head of the text"),
    ("We go. |They stay", True, "a full stop"),
    ("“We go.” |They stay", True, "closing marks behind it"),
    ("We go, |they stay", False, "a comma ends no sentence"),
    ("We go |now", False, "nothing but a space"),
    ("3.5 |million", False, "a point inside a number"),
    ("走了。|他们", True, "a Chinese full stop"),
    ("“|We go", True, "nothing but marks before it"),
    ("snake_ |case", False, "an underscore is part of a word"),
]


@pytest.mark.parametrize(("marked", "opens", "why"), OPENINGS)
def test_a_sentence_begins_behind_a_mark_that_ends_one(marked: str, opens: bool, why: str) -> None:
    at = marked.index("|")
    assert opens_sentence(marked.replace("|", ""), at) is opens, why


@given(st.text(alphabet="ab1_.!?,;:'\"”)… \n。", max_size=24))
def test_looking_back_from_the_end_finds_what_a_search_from_the_front_finds(text: str) -> None:
    from_the_front = re.search("(?:[.!?…。！？][\"'”’)]*\\s*|^)\\W*$", text)
    assert opens_sentence(text, len(text)) is bool(from_the_front)


def test_a_blank_line_is_a_border_of_clauses() -> None:
    assert CLAUSE_BORDER.search("\n \n")
    assert not CLAUSE_BORDER.search(" \n ")
