"""The top of a page in its many orders."""

from __future__ import annotations

import io

import pytest

from corpus.blocks import Reading
from corpus.describing.metadata import TopFrame, date_of, read_frame
from corpus.models import DateBasis, DateOf, SourceKind
from corpus.readers.plain import read

BODY = (
    "The council voted on Tuesday for a new tram line, which will run from the harbour to the "
    "hospital and cost no more than the old one did when it was built.\n\nA second paragraph."
)


def frame_of(text: str) -> tuple[Reading, TopFrame]:
    reading = next(read("a.txt", io.BytesIO(text.encode())))
    return reading, read_frame(reading)


TOPS = [
    ("Council votes for a tram line\n\n", {"title": "Council votes for a tram line"}, "headline"),
    ("Harbour Post\n2021.03.09 13:31\nhelper\nHelpBot writes a summary.\n\n"
     "Council votes for a tram line\n\n",
     {"publisher": "Harbour Post", "date": "2021-03-09", "title": "Council votes for a tram line"},
     "site, date, app, headline"),
    ("Council votes for a tram line\n\n#News ·2021-03-09\n\n",
     {"title": "Council votes for a tram line", "date": "2021-03-09"}, "headline, tag with date"),
    ("Council votes for a tram line\nBy Mara Quill\n9 March 2021\n\n",
     {"title": "Council votes for a tram line", "author": "Mara Quill", "date": "2021-03-09"},
     "headline, by-line, date"),
    ("# Council: a tram line\n\n作者: 周舟\n发布时间: 2021-03-09 07:07\n发布地: 东港\n"
     "原文链接: https://example.org/a?b=c\n\n",
     {"title": "Council: a tram line", "author": "周舟", "date": "2021-03-09 07:07",
      "url": "https://example.org/a?b=c"}, "heading and labelled lines"),
    ("Council votes for a tram line\nHarbour Audit Office, 9 March 2021\n\n",
     {"title": "Council votes for a tram line", "date": "2021-03-09",
      "publisher": "Harbour Audit Office"}, "an institution before the date"),
    ("Council votes for a tram line\nNorth Haven, 9 March 2021\n\n",
     {"title": "Council votes for a tram line", "date": "2021-03-09"}, "a place before the date"),
    ("Council votes for a tram line\nTramway Quarterly, Autumn 2019\n\n",
     {"title": "Council votes for a tram line", "date": "2019",
      "publisher": "Tramway Quarterly"}, "a magazine and its issue"),
    ("# 市议会通过电车线\n\n2021年3月9日 来源：东港晚报\n\n",
     {"title": "市议会通过电车线", "date": "2021-03-09", "publisher": "东港晚报"},
     "a labelled publisher behind the date"),
    ("Council votes for a tram line\nArchive 1987\n\n", {"title": "Council votes for a tram line"},
     "a word and a year"),
    ("From: Mara Quill <mara@desk.example>\nTo: all@desk.example\n"
     "Date: Tue, 9 Mar 2021 10:22:31 +0100\nSubject: Council votes for a tram line\n\n",
     {"title": "Council votes for a tram line", "author": "Mara Quill",
      "date": "Tue, 9 Mar 2021 10:22:31 +0100"}, "the head of an e-mail"),
    ("", {}, "no frame at all"),
    ("It rained. Nobody came.\n\n", {}, "a sentence is no title"),
]  # fmt: skip


@pytest.mark.parametrize(("top", "fields", "why"), TOPS)
def test_the_top_of_a_page_is_read(top: str, fields: dict[str, str], why: str) -> None:
    reading, frame = frame_of(top + BODY)
    found = dict(frame.fields)
    if "date" in fields and len(fields["date"]) == 10:
        dated = date_of(found.get("date"), SourceKind.ARTICLE, reading)
        found["date"] = dated.edtf if dated else ""
    assert found == fields, why
    if frame.title is not None:
        assert reading.text[slice(*frame.title)] == fields["title"], why
    body = [i for i, b in enumerate(frame.blocks) if b.end > len(top)]
    assert not frame.consumed & set(body), why


def test_text_that_shares_a_block_with_metadata_is_kept() -> None:
    text = "Council votes for a tram line\n9 March 2021\nIt rained\nin the town.\n\nNobody came."
    _, frame = frame_of(text)
    kept = [text[b.start : b.end] for i, b in enumerate(frame.blocks) if i not in frame.consumed]
    assert kept == ["It rained\nin the town.", "Nobody came."]


def test_an_announced_summary_and_quoted_paragraphs_are_summaries() -> None:
    top = "Post\n2021-03-09\nSummary by HelpBot\n\nCouncil votes for a tram line\n\n"
    summary = "The council has voted for the line, " * 6
    reading, frame = frame_of(top + summary + "\n\n" + BODY)
    (index,) = frame.summaries
    block = frame.blocks[index]
    assert reading.text[block.start : block.end] == summary.strip()
    reading, frame = frame_of("# Title here\n\n> In short.\n>\n> And more.\n\n" + BODY)
    assert len(frame.summaries) == 2


def test_declared_fields_are_taken_and_the_body_is_not_searched() -> None:
    reading, frame = frame_of("Title: One\nDate: 1931\n\nA headline without a mark\n\n" + BODY)
    assert frame.fields == {"title": "One", "date": "1931"}
    assert frame.title is not None and reading.text[slice(*frame.title)] == "One"
    assert frame.consumed == frozenset()


@pytest.mark.parametrize(
    ("declared", "kind", "of"),
    [(True, SourceKind.SPEECH, DateOf.EVENT), (True, SourceKind.POST, DateOf.PUBLICATION),
     (False, SourceKind.INTERVIEW, DateOf.PUBLICATION)],
)  # fmt: skip
def test_a_declared_date_of_a_speech_is_that_of_the_event(
    declared: bool, kind: SourceKind, of: DateOf
) -> None:
    fields = {"date": "2021-03"} if declared else {}
    reading = Reading("a.txt", "", "", (), fields)
    found = date_of("2021-03", kind, reading)
    assert found is not None
    assert (found.edtf, found.basis, found.of) == ("2021-03", DateBasis.DECLARED, of)


def test_a_date_that_cannot_be_read_is_no_date() -> None:
    assert date_of("soon", SourceKind.POST, Reading("a", "", "", ())) is None
