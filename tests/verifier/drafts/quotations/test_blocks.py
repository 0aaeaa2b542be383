"""Paragraphs and block quotes of a draft."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.drafts.quotations.blocks import blocks

LONG = "This line is about as long as the lines of wrapped text are,"

TABLE = [
    ("One.\n\nTwo.", [("One.", False), ("Two.", False)], "a blank line parts"),
    ("One.\nTwo.", [("One.", False), ("Two.", False)], "short lines are paragraphs"),
    (f"{LONG}\nand goes on.", [(f"{LONG}\nand goes on.", False)], "wrapped lines are one"),
    ("Cole:\n\n> One.\n> Two.", [("Cole:", False), ("One.\n> Two.", True)], "marked by signs"),
    ("A.\n\n> One.\n\n> Two.", [("A.", False), ("One.\n\n> Two.", True)], "two runs are one quote"),
    ("Cole:\n\n    One.\n\nTwo.", [("Cole:", False), ("One.", True), ("Two.", False)], "indented"),
    ("    One.\n\n    Two.", [("One.", False), ("Two.", False)], "all indented: paragraphs"),
    ("A:\n\n    - One.", [("A:", False), ("- One.", False)], "a list is no quotation"),
    ("  \n\n ", [], "nothing to see"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLE)
def test_a_draft_is_cut_into_blocks(text: str, expected: list[tuple[str, bool]], why: str) -> None:
    assert [(text[b.start : b.end], b.is_quote) for b in blocks(text)] == expected, why


@given(st.text(alphabet="ab>. \n\r\t-:", max_size=80))
def test_blocks_are_ordered_and_hold_all_that_is_visible(text: str) -> None:
    at = 0
    for block in blocks(text):
        assert not text[at : block.start].strip(" \t\r\n>")
        assert block.lines[0][0] == block.start
        assert block.lines[-1][1] == block.end
        at = block.end
    assert not text[at:].strip(" \t\r\n>")
