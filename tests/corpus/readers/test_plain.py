"""Lines become paragraphs whichever way a file separates them."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.blocks import BlockKind
from corpus.errors import UnreadableSource
from corpus.readers.plain import cut_blocks, read, read_fields


def paragraphs(text: str) -> list[str]:
    return [text[b.start : b.end] for b in cut_blocks(text)]


SHAPES = [
    ("One.\n\nTwo.\n", ["One.", "Two."], "a blank line parts"),
    ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."], "so does one with carriage returns"),
    ("A long line that\nis wrapped here\n\nNext one\nalso wrapped\n",
     ["A long line that\nis wrapped here", "Next one\nalso wrapped"], "wrapped paragraphs"),
    ("First is a line.\nSecond is one too.\n\nThird.",
     ["First is a line.", "Second is one too.", "Third."], "every line closes: lines"),
    ("Short head\nA very long paragraph on a line of its own, which says a good deal more.\nOk.",
     ["Short head",
      "A very long paragraph on a line of its own, which says a good deal more.", "Ok."],
     "no blank lines and very unequal lines"),
    ("- one thing\n- another thing\n\nEnd.", ["- one thing", "- another thing", "End."], "lists"),
    ("> quoted\n> on\n>\n> again\n\nplain", ["> quoted\n> on", "> again", "plain"], "quotes"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), SHAPES)
def test_paragraphs_follow_the_shape_of_the_file(text: str, expected: list[str], why: str) -> None:
    assert paragraphs(text) == expected, why


def test_wrapped_text_without_blank_lines_is_one_paragraph() -> None:
    line = "the river was high that year and it came"
    text = "\n".join([line] * 6)
    assert paragraphs(text) == [text]


def test_headings_and_rules_are_blocks_of_their_own_kind() -> None:
    text = "# Title\ntext\n* * *\n#tag is no heading"
    kinds = [(b.kind, b.level) for b in cut_blocks(text)]
    assert kinds == [
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.RULE, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


HEADERS = [
    ("Title: A day\nDate: 2020-01-02\n\nBody.", {"title": "A day", "date": "2020-01-02"}, "known"),
    ("title: A day\r\n\r\nBody.", {"title": "A day"}, "case and line ends do not matter"),
    ("Speaker: Ada Lovett\n\nBody.", {"speaker": "Ada Lovett"}, "one line is enough"),
    ("Speaker: Good morning.\n\nBody.", {}, "a sentence is no name"),
    ("Treasurer: Good morning.\n\nBody.", {}, "an unknown key"),
    ("Title: A day\nMood: fine\n\nBody.", {}, "one unknown key spoils the group"),
    ("Title: A day\nBody goes on.", {}, "no blank line"),
]


@pytest.mark.parametrize(("text", "fields", "why"), HEADERS)
def test_only_a_group_of_known_keys_before_a_blank_line_is_a_header(
    text: str, fields: dict[str, str], why: str
) -> None:
    found, body, _ = read_fields(text)
    assert found == fields, why
    assert text[body:] == ("Body." if fields else text), why


def test_the_declared_title_knows_its_place() -> None:
    text = "Author: N\nTitle: A day \n\nBody."
    _, _, span = read_fields(text)
    assert span is not None and text[slice(*span)] == "A day"


def test_a_file_without_letters_is_refused() -> None:
    with pytest.raises(UnreadableSource):
        list(read("a.txt", io.BytesIO(b" \n--\n")))


@given(st.text(alphabet="ab.#->* \n\r:\u4e2d", max_size=200))
def test_blocks_are_ordered_and_leave_out_white_space_and_quote_marks_only(text: str) -> None:
    at = 0
    for block in cut_blocks(text):
        assert block.start >= at and block.end > block.start
        assert not text[at : block.start].strip("> \n\r")
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        at = block.end
    assert not text[at:].strip("> \n\r")
