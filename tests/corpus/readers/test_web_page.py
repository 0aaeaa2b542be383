"""Web pages: the whole article, nothing around it, and what the page says about itself."""

from __future__ import annotations

import email.message
import email.policy
import io

import pytest

from corpus.blocks import Reading
from corpus.errors import UnreadableSource
from corpus.ingest import read_source
from corpus.models import DateBasis, PassageKind
from corpus.readers import web_page
from tests.corpus import pages
from tests.corpus.made_files import original, stored_share, whole_paragraphs


def read(content: str | bytes, origin: str = "page.html") -> Reading:
    data = content.encode() if isinstance(content, str) else content
    (reading,) = web_page.read(origin, io.BytesIO(data))
    return reading


def blocks(reading: Reading) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks]


@pytest.mark.parametrize(
    ("build", "language"),
    [(pages.of_sections, "zh"), (pages.of_divs, "en"), (pages.of_article, "en")],
)
def test_every_paragraph_is_stored_and_nothing_of_the_site(build: object, language: str) -> None:
    paragraphs = original(language, 121)
    assert callable(build)
    reading = read(build(paragraphs))
    assert whole_paragraphs(paragraphs, blocks(reading)) >= 0.98
    assert stored_share(paragraphs, reading.text) >= 0.99
    assert [line for line in pages.JUNK if line in reading.text] == []


def test_a_page_of_sections_says_who_wrote_it_and_when() -> None:
    assert dict(read(pages.of_sections(original("zh", 5))).fields) == {
        "title": "河边的会议记录",
        "author": "林晓",
        "publisher": "河边观察",
        "date": "2024-11-05T07:07:00+08:00",
    }


def test_linked_data_gives_names_of_any_script_and_the_time_with_its_zone() -> None:
    assert dict(read(pages.of_divs(original("en", 5))).fields) == {
        "title": "The minutes of the harbour",
        "author": "Ana Ruiz, 林晓",
        "publisher": "Quay Post",
        "date": "2024-04-16T13:31:00+08:00",
        "url": "https://quay.example/minutes",
        "language": "en-GB",
    }


FIELDS = [
    ('<meta name="author" content="张三">', "author", "张三", "Chinese names are names"),
    ('<meta name="author" content="https://x.example/a">', "author", None, "no address as name"),
    ('<meta property="article:published_time" content="soon">', "date", None, "no date"),
    ('<script type="application/ld+json">{broken</script><meta name="date" content="2020-05">',
     "date", "2020-05", "broken linked data hides nothing; no day is made up"),
    ('<meta property="og:locale" content="de_DE">', "language", "de_DE", "as written"),
    ("<!-- saved from url=(0031)https://quay.example/saved-page -->", "url",
     "https://quay.example/saved-page", "a page saved by a browser"),
    ("<title>The weir \u2013 Quay Post</title>", "title", "The weir", "as the heading"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "name", "value", "why"), FIELDS)
def test_fields_are_taken_as_they_are_declared(
    head: str, name: str, value: str | None, why: str
) -> None:
    page = f"<html><head>{head}</head><body><h1>The weir</h1><p>It rained for a week.</p></body>"
    assert read(page).fields.get(name) == value, why


def test_headings_lists_quotations_tables_and_captions_are_kept() -> None:
    found = blocks(read(pages.of_article(original("en", 8))))
    for wanted in ("Part one", "A promise, they wrote, is no timetable.",
                   "First point of the list.", "Second point\non two lines.", "1987", "forty",
                   "The quay in winter."):  # fmt: skip
        assert wanted in found


def test_a_place_that_holds_a_teaser_only_is_not_taken_for_the_article() -> None:
    rest = "".join(f"<p>{p}</p>" for p in original("en", 30))
    reading = read(f"<body><article><p>In short: it rained.</p></article><div>{rest}</div></body>")
    assert stored_share(original("en", 30), reading.text) >= 0.99


@pytest.mark.parametrize(
    ("encoding", "label"),
    [("gb18030", "gb2312"), ("gb18030", ""), ("big5", "big5"), ("cp1252", "iso-8859-1"),
     ("utf-16", ""), ("utf-8", "iso-8859-1"), ("utf-8", "no-such")],
)  # fmt: skip
def test_the_encoding_is_found(encoding: str, label: str) -> None:
    said = "Caf\u00e9 and na\u00efve r\u00e9sum\u00e9s, they said. " * 3
    if encoding in {"gb18030", "big5"}:
        said = "我們在河邊修建了這座圖書館，因為沒有人應該害怕提問。" * 5
    meta = f'<meta charset="{label}">' if label else ""
    page = f"<html><head>{meta}</head><body><p>{said}</p></body></html>".encode(encoding)
    assert blocks(read(page)) == [said.strip()]


def test_an_archive_saved_by_a_browser_is_read_with_its_address() -> None:
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["Snapshot-Content-Location"] = "https://quay.example/a"
    message["Subject"] = "A page"
    message.set_content("<p>Das Wehr hält, sagte sie.</p>", subtype="html", cte="quoted-printable")
    message.make_related()
    reading = read(message.as_bytes(), "page.mhtml")
    assert blocks(reading) == ["Das Wehr hält, sagte sie."]
    assert reading.fields["url"] == "https://quay.example/a"


@pytest.mark.parametrize(
    ("page", "why"),
    [("<html><body><img src=a.png></body></html>", "no text"), ("", "nothing"),
     (f"<html><body>{'<h1>' * 20_000}Deep.", "deeper than a parser goes")],
)  # fmt: skip
def test_a_page_without_text_is_refused_and_never_stored_empty(page: str, why: str) -> None:
    with pytest.raises(UnreadableSource):
        read(page)
    assert why


def test_a_page_goes_into_the_corpus_with_its_date_and_its_title_as_a_heading() -> None:
    (draft,) = read_source("minutes.html", pages.of_divs(original("en", 12)).encode())
    described = draft.description
    assert (described.title, described.creator) == ("The minutes of the harbour", "Ana Ruiz, 林晓")
    assert described.date is not None and described.date.edtf == "2024-04-16"
    assert described.date.basis is DateBasis.DECLARED
    (heading,) = [p for p in draft.passages if p.kind is PassageKind.HEADING]
    assert draft.text[heading.start : heading.end] == "The minutes of the harbour"
    assert stored_share(
        original("en", 12), "\n".join(draft.text[p.start : p.end] for p in draft.passages)
    ) == pytest.approx(1.0)
