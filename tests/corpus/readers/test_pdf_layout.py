"""Lines on pages to paragraphs, without a PDF."""

from __future__ import annotations

import pytest

from corpus.readers.pdf_layout import Line, paragraphs, tidy


def lines(*written: str, page: int = 1, top: float = 700, right: float = 300) -> list[Line]:
    return [Line(w, 50, right, top - 14 * n, 11, page) for n, w in enumerate(written)]


JOINS = [
    (["a funda\x02", "mental change"], "a fundamental change", "a parted word"),
    (["a funda\ufffe", "mental change"], "a fundamental change", "the other mark"),
    (["self-made men, and a self\x02", "made man"], "self-made men, and a self-made man",
     "a hyphen that stands elsewhere, too, is the author's"),
    (["我们修建", "这座图书馆"], "我们修建这座图书馆", "no space in Chinese"),
    (["用 Python", "写成"], "用 Python 写成", "a space beside Latin"),
    (["a funda\u2010", "mental change"], "a fundamental change", "a browser's mark"),
    (["a well\u2010", "made well-made thing"], "a well-made well-made thing", "the author's"),
    (["one  two", "three"], "one two three", "single spaces"),
    (["a funda\x02"], "a funda-", "nothing to join with"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "whole", "why"), JOINS)
def test_the_lines_of_a_paragraph_are_joined(written: list[str], whole: str, why: str) -> None:
    assert [p.written for p in paragraphs([lines(*written)])] == [whole], why


def test_a_wider_gap_begins_a_paragraph() -> None:
    page = [*lines("one", "two", "three"), *lines("four", "five", top=640)]
    assert [p.written for p in paragraphs([page])] == ["one two three", "four five"]


def column(left: int, top: int, *written: str) -> list[Line]:
    """Lines as wide as their column but for the last one."""
    widths = [120] * (len(written) - 1) + [60]
    return [
        Line(w, left, left + width, top - 14 * n, 11, 1)
        for n, (w, width) in enumerate(zip(written, widths, strict=True))
    ]


def test_what_stands_over_both_columns_says_nothing_about_their_width() -> None:
    over = [
        Line("A line over both of the columns that goes on", 50, 320, 700, 11, 1),
        Line("and ends.", 50, 130, 686, 11, 1),
    ]
    left = column(50, 660, "The bridge", "was closed", "for a year", "and a day.")
    right = column(200, 660, "The bridge", "was opened", "in March by", "nobody.")
    assert [p.written for p in paragraphs([[*over, *left, *right]])] == [
        "A line over both of the columns that goes on and ends.",
        "The bridge was closed for a year and a day.",
        "The bridge was opened in March by nobody.",
    ]


def test_a_bullet_begins_a_paragraph_and_is_no_text() -> None:
    page = lines("It is so:", "\uf0b7 the first", "\u2022 the second")
    assert [p.written for p in paragraphs([page])] == ["It is so:", "the first", "the second"]


def test_what_comes_back_in_the_middle_of_pages_is_kept() -> None:
    pages = [
        [*lines("head", top=800, page=n), *lines("It rained.", top=400, page=n),
         *lines(f"Page {n} of 2", top=30, page=n)] for n in (1, 2)
    ]  # fmt: skip
    assert [p.written for p in paragraphs(pages)] == ["It rained."] * 2


@pytest.mark.parametrize(
    ("written", "mended"),
    [("⼈⽤", "人用"), ("⻆⻅", "角见"), ("⻓⻔", "长门"), ("plain ﬁ", "plain ﬁ")],
)
def test_radical_forms_become_characters(written: str, mended: str) -> None:
    assert tidy(written) == mended


def test_no_lines_are_no_paragraphs() -> None:
    assert paragraphs([[], []]) == []
