"""Passages have clean edges and a bounded length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.pieces import LONGEST, pieces


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in pieces(text, 0, len(text))]


@pytest.mark.parametrize(
    ("paragraph", "passage", "why"),
    [
        ("  plain text. ", "plain text.", "white space"),
        ("**bold text.**", "bold text.", "stars"),
        ("> quoted text.", "quoted text.", "quote marks"),
        ("> ——**in short.**", "in short.", "dashes before stars"),
        ("## 1、A heading", "1、A heading", "heading marks"),
        ("- one thing", "one thing", "a bullet"),
        ("-5 percent is too much.", "-5 percent is too much.", "a minus stays"),
        ("“Quoted.”", "“Quoted.”", "quotation marks stay"),
        ("-- against it.", "-- against it.", "a broken-off sentence stays"),
    ],
)
def test_a_passage_begins_and_ends_with_its_words(paragraph: str, passage: str, why: str) -> None:
    assert cut(paragraph) == [passage], why


def test_a_paragraph_without_letters_and_digits_is_none() -> None:
    assert cut("*** — ***") == []


def test_long_paragraphs_are_cut_between_sentences_and_nothing_is_lost() -> None:
    text = "This is one sentence of the long story. " * 100
    found = cut(text)
    assert len(found) > 1
    assert all(len(piece) <= LONGEST and piece.endswith(".") for piece in found)
    assert " ".join(found) == text.strip()


def test_a_sentence_longer_than_the_limit_is_kept_whole() -> None:
    text = "and on " * 400
    assert cut(text) == [text.strip()]


@given(st.text(alphabet="ab*_> .\n—-。中", max_size=300), st.integers(0, 20), st.integers(0, 20))
def test_pieces_are_ordered_inside_their_stretch_and_have_clean_edges(
    text: str, left: int, right: int
) -> None:
    start, end = min(left, len(text)), max(min(left, len(text)), len(text) - right)
    at = start
    for first, last in pieces(text, start, end):
        assert at <= first < last <= end
        assert text[first] not in "*_> \n" and text[last - 1] not in "*_> \n"
        at = last
