"""Tables with a column of speakers and a column of words, on pages and in Word files."""

from __future__ import annotations

import pytest

from corpus.ingest import read_source
from corpus.models import PassageKind
from tests.corpus.hand_made import document, docx, paragraph

TOP = "<h1>Minutes of the quay board</h1><p>The board met in the town hall.</p>"
Rows = list[tuple[str, ...]]


def table(rows: Rows, head: tuple[str, ...] = ()) -> str:
    lines = ["".join(f"<th>{cell}</th>" for cell in head)] if head else []
    lines += ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def turns(body: str) -> list[tuple[str, str]]:
    """Who says what, in order; words that nobody says are left out."""
    page = f"<html lang='en'><body><article>{TOP}{body}</article></body></html>"
    (draft,) = read_source("a.html", page.encode())
    return [
        (p.speaker.name, draft.text[p.start : p.end]) for p in draft.passages if p.speaker
    ]


IDA, CHAIR = "We will open the quay in June.", "Is that a promise to the board?"
AGAIN = "It is, and it is in writing now."
SAID = [("Ida Brandt", IDA), ("Chair", CHAIR), ("Ida Brandt", AGAIN)]
ROWS: Rows = [("Ida Brandt", IDA), ("Chair", CHAIR), ("Ida Brandt", AGAIN)]
TIMED: Rows = [(f"10:0{n}", *row) for n, row in enumerate(ROWS)]
TURNS: list[tuple[Rows, tuple[str, ...], str]] = [
    (ROWS, ("Speaker", "Words"), "a first row that names the columns"),
    (ROWS, ("Sprecherin", "Wortlaut"), "in German"),
    (ROWS, ("发言人", "内容"), "in Chinese"),
    (ROWS, (), "no such row, and a name that comes again"),
    (TIMED, ("Time", "Name", "Text"), "a column of times before"),
    (TIMED, (), "the same unnamed"),
    ([(f"{name}:", words) for name, words in ROWS], (), "names with a colon"),
]


@pytest.mark.parametrize(("rows", "head", "why"), TURNS)
def test_a_row_is_a_turn(rows: Rows, head: tuple[str, ...], why: str) -> None:
    assert turns(table(rows, head)) == SAID, why


def test_an_empty_name_goes_on_with_the_turn_and_paragraphs_stay_together() -> None:
    rows = [("Ida Brandt", f"<p>{IDA}</p><p>The money is there.</p>"), ("", AGAIN), *ROWS[1:]]
    assert turns(table(rows, ("Speaker", "Words"))) == [
        ("Ida Brandt", IDA),
        ("Ida Brandt", "The money is there."),
        ("Ida Brandt", AGAIN),
        *SAID[1:],
    ]


def test_a_turn_ends_with_the_table() -> None:
    rows = table([*ROWS[:2], ("", AGAIN)], ("Speaker", "Words"))
    assert turns(f"{rows}<p>The meeting ended at noon.</p>") == [*SAID[:2], ("Chair", AGAIN)]


OTHER = [
    (table([("Quay", "4.7 million"), ("Bridge", "2.1 million"), ("Quay", "more")]), "prices"),
    (table([("Salt", "A white powder."), ("Sand", "It is yellow."), ("Tar", "Black.")]),
     "a glossary: no name comes again"),
    (table([("the old quay", IDA), ("of the board", CHAIR), ("the old quay", AGAIN)]), "no names"),
    (table([("Ida Brandt", table(ROWS)), ("Chair", CHAIR)]), "a table for the layout"),
    (table([("Ida Brandt", "Berth 4")], ("Name", "Berth")), "a list of people"),
    (table([("x" * 90, IDA)], ("Speaker", "Words")), "a name that is none"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "why"), OTHER[:3] + OTHER[4:])
def test_another_table_is_no_dialogue(body: str, why: str) -> None:
    assert turns(body) == [], why


def test_a_dialogue_inside_a_table_for_the_layout_is_one() -> None:
    assert turns(OTHER[3][0]) == SAID


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, paragraphs))}</w:tc>"


def test_a_table_of_a_word_file_is_read_the_same_and_no_word_is_lost() -> None:
    rows = "".join(f"<w:tr>{cell(*row[:1])}{cell(*row[1:])}</w:tr>" for row in ROWS)
    title = paragraph("Minutes of the quay board")
    (draft,) = read_source("a.docx", docx(document(f"{title}<w:tbl>{rows}</w:tbl>")))
    spoken = [
        (p.speaker.name, draft.text[p.start : p.end])
        for p in draft.passages
        if p.speaker and p.kind is PassageKind.SPEECH
    ]
    assert spoken == SAID
    assert draft.description.title == "Minutes of the quay board"
    assert all(word in draft.text for row in ROWS for cell in row for word in cell.split())
