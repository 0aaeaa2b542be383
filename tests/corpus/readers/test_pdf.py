"""PDF files: paragraphs, columns, hyphens, running lines, pages as locators; scans refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from corpus.blocks import BlockKind
from corpus.errors import NoTextLayer, UnreadableSource
from corpus.ingest import read_source
from corpus.readers import pdf
from corpus.readers.extracted import Extracted
from tests.corpus import hand_made
from tests.corpus.made_files import (
    converted,
    original,
    page,
    printed,
    stored_share,
    whole_paragraphs,
)


def read(content: bytes) -> Extracted:
    (reading,) = pdf.read("minutes.pdf", io.BytesIO(content))
    assert isinstance(reading, Extracted)
    return reading


def blocks(reading: Extracted) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks]


PRINTS = [
    ("en", "", "as it comes"),
    ("en", "body{column-count:2;hyphens:auto;text-align:justify}", "two columns, parted words"),
    ("en", "p{margin:0;text-indent:2em;text-align:justify}", "paragraphs by indent only"),
    ("zh", "body{column-count:2}", "Chinese in two columns"),
]


@pytest.mark.parametrize(("language", "style", "why"), PRINTS)
def test_what_a_browser_prints_is_stored_whole(
    language: str, style: str, why: str, tmp_path: Path
) -> None:
    paragraphs = original(language)
    reading = read(printed(page(paragraphs, style, language), tmp_path))
    assert stored_share(paragraphs, reading.text) >= 0.97, why
    assert whole_paragraphs(paragraphs, blocks(reading)) >= 0.95, why
    assert "file://" not in reading.text, "the browser's header and footer are not the text's"
    assert reading.blocks[0].locator == "page 1" and reading.blocks[-1].locator != "page 1"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_word_processor_exports_is_stored_whole(language: str, tmp_path: Path) -> None:
    paragraphs = original(language)
    reading = read(converted(page(paragraphs, "", language), tmp_path, "pdf"))
    assert stored_share(paragraphs, reading.text) >= 0.97
    assert whole_paragraphs(paragraphs, blocks(reading)) >= 0.95


def rows(texts: list[tuple[str, str]]) -> list[hand_made.Placed]:
    """Two columns, written row by row."""
    placed: list[hand_made.Placed] = []
    for number, (left, right) in enumerate(texts):
        placed += [(50, 700 - 14 * number, 11, left), (320, 700 - 14 * number, 11, right)]
    return placed


def test_columns_that_are_written_row_by_row_are_read_one_after_the_other() -> None:
    left = [
        "The weir was opened in the",
        "spring of that year, and it",
        "held for a long time,",
        "which nobody had expected",
        "of it, least of all those",
        "who built it.",
    ]
    right = [
        "The mill came later and it",
        "burned down twice before",
        "anyone thought of a",
        "roof that was made of",
        "slate, as the neighbours",
        "had always done.",
    ]
    reading = read(hand_made.pdf([rows(list(zip(left, right, strict=True)))]))
    assert blocks(reading) == [" ".join(left), " ".join(right)]


def test_headers_footers_and_page_numbers_are_no_text_and_paragraphs_run_over_pages() -> None:
    def leaf(number: int, lines: list[str]) -> list[hand_made.Placed]:
        body = [(50, 740 - 14 * n, 11, line) for n, line in enumerate(lines)]
        return [
            (50, 800, 9, "Minutes of the harbour"), *body, (290, 30, 9, f"- {number} -"),
        ]  # fmt: skip

    reading = read(
        hand_made.pdf(
            [
                leaf(
                    1, ["The first page ends in the middle of a sentence that", "goes on and on,"]
                ),
                leaf(2, ["and it ends here, on the second page of the three.", "", "A new one."]),
                leaf(3, ["Nothing more was said that day."]),
            ]
        )
    )
    assert blocks(reading)[0] == (
        "The first page ends in the middle of a sentence that goes on and on,"
        " and it ends here, on the second page of the three."
    )
    assert "Minutes of the harbour" not in reading.text and "- 2 -" not in reading.text
    assert [b.locator for b in reading.blocks] == ["page 1", "page 2", "page 3"]


def test_larger_type_is_a_heading() -> None:
    placed: list[hand_made.Placed] = [(50, 760, 18, "The weir")]
    placed += [(50, 730 - 14 * n, 11, "It rained for a week, and the water rose") for n in range(4)]
    reading = read(hand_made.pdf([placed]))
    assert reading.blocks[0].kind is BlockKind.HEADING and blocks(reading)[0] == "The weir"


def test_a_scan_is_refused_and_a_page_without_text_is_named() -> None:
    with pytest.raises(NoTextLayer):
        read(hand_made.pdf([[], []]))
    reading = read(hand_made.pdf([[(50, 700, 11, "It rained.")], []]))
    assert reading.notes == ("no text layer on page 2",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (hand_made.pdf([[(50, 700, 11, "x")]], hand_made.ENCRYPTED), "password"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (hand_made.pdf([]), "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read(content)
    assert reason in refused.value.reason


def test_passages_carry_the_page_they_begin_on() -> None:
    pages = [[(50.0, 700.0, 11.0, f"On page {n} it was said that it rained again.")]
             for n in (1, 2, 3)]  # fmt: skip
    (draft,) = read_source("minutes.pdf", hand_made.pdf(pages))
    for passage in draft.passages:
        number = draft.text[passage.start : passage.end].split()[2]
        assert passage.locator == f"page {number}"
    assert len(draft.passages) == 3
