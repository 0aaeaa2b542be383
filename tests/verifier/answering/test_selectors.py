"""How a place is told to others: selectors, links and citations."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest

from corpus.models import (
    DateBasis,
    DateEvidence,
    DatePrecision,
    Provenance,
    Source,
    SourceKind,
    SourceState,
)
from verifier.answering.selectors import Around, citation, deep_link, selectors

PAGE = "https://harbour.example/talk"
SOURCE = Source(
    id="s1", origin="talk.txt", title="The channel", creator="Ida Brandt", publisher="River Press",
    kind=SourceKind.SPEECH, language="en", language_basis="declared",
    date=DateEvidence("2023-05", DatePrecision.MONTH, DateBasis.DECLARED), url=PAGE,
    archived_url=None, sha256="0" * 64, version=1, state=SourceState.ACTIVE,
    added_at="2026-01-01T00:00:00Z",
)  # fmt: skip


def test_a_slice_has_a_quote_and_a_position() -> None:
    quoted, at = selectors("the rope", "x" * 40 + "held ", " broke" + "y" * 40, 45, 53)
    assert (quoted.type, quoted.exact) == ("TextQuoteSelector", "the rope")
    assert quoted.prefix == "x" * 27 + "held "
    assert quoted.suffix == " broke" + "y" * 26
    assert (at.type, at.start, at.end) == ("TextPositionSelector", 45, 53)


LINKS = [
    (PAGE, "the rope held", f"{PAGE}#:~:text=the%20rope%20held", "words"),
    (f"{PAGE}#part", "rope", f"{PAGE}#:~:text=rope", "an old fragment gives way"),
    (PAGE, "well-known, R&D", f"{PAGE}#:~:text=well%2Dknown%2C%20R%26D", "syntax is escaped"),
    (PAGE, "the\n  rope", f"{PAGE}#:~:text=the%20rope", "white space as a browser shows it"),
    (PAGE, "船", f"{PAGE}#:~:text=%E8%88%B9", "Chinese"),
    (None, "rope", None, "no address"),
    ("", "rope", None, "an empty one"),
    ("javascript:alert(1)", "rope", None, "not an address of a page"),
    ("file:///etc/hosts", "rope", None, "nor is a file"),
    ("talk.txt", "rope", None, "nor a name"),
]


@pytest.mark.parametrize(("url", "exact", "expected", "why"), LINKS)
def test_a_link_leads_to_the_words(
    url: str | None, exact: str, expected: str | None, why: str
) -> None:
    assert deep_link(url, exact) == expected, why


@pytest.mark.parametrize(
    ("exact", "first", "last"),
    [
        (" ".join(f"word{k}" for k in range(80)), "word0 word1 word2 word3 word4 word5",
         "word74 word75 word76 word77 word78 word79"),
        ("船" * 301, "船" * 24, "船" * 24),
    ],
)  # fmt: skip
def test_a_long_place_is_linked_by_its_ends(exact: str, first: str, last: str) -> None:
    link = deep_link(PAGE, exact)
    assert link is not None
    assert [unquote(part) for part in link.split("text=")[1].split(",")] == [first, last]


@pytest.mark.parametrize(("length", "many"), [(300, 1), (301, 2)])
def test_three_hundred_characters_are_linked_whole(length: int, many: int) -> None:
    link = deep_link(PAGE, "a" * length)
    assert link is not None
    assert len(link.split("text=")[1].split(",")) == many


PDF = "https://harbour.example/papers/talk.PDF?v=2"
AROUND = [
    (PAGE, Around("She said that ", " and left. Then", repeated=True),
     "#:~:text=She%20said%20that-,the%20rope,-and%20left.%20Then", "words before and after"),
    (PAGE, Around("She said that ", " and left. Then"), "#:~:text=the%20rope", "once is enough"),
    (PAGE, Around("", "", repeated=True), "#:~:text=the%20rope", "the whole of the text"),
    (PAGE, Around("He said:\n", "\nNext", repeated=True), "#:~:text=the%20rope",
     "a block of its own has no neighbours in it"),
    (PAGE, Around("one two three four five ", " a b c d e", repeated=True),
     "#:~:text=two%20three%20four%20five-,the%20rope,-a%20b%20c%20d", "four words do"),
    (PAGE, Around("well-known ", ", so", repeated=True),
     "#:~:text=well%2Dknown-,the%20rope,-%2C%20so", "syntax is escaped there too"),
    (PDF, Around(locator="page 12"), "#page=12", "viewers of PDF know pages"),
    (PDF, Around("x ", " y", repeated=True, locator="page 12"), "#page=12", "and nothing else"),
    (PDF, Around(), "#:~:text=the%20rope", "a PDF without pages"),
    (PAGE, Around(locator="page 12"), "#:~:text=the%20rope", "pages of what is no PDF"),
    (PDF, Around(locator="00:01:02"), "#:~:text=the%20rope", "a time is no page"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "around", "fragment", "why"), AROUND)
def test_a_link_leads_to_this_place_and_no_other(
    url: str, around: Around, fragment: str, why: str
) -> None:
    assert deep_link(url, "the rope", around) == url + fragment, why


CITED = [
    (SOURCE, "Ada Lindqvist", None,
     f"Ada Lindqvist, “The channel”, River Press, 2023-05, {PAGE}", "who says it comes first"),
    (SOURCE, None, None, f"Ida Brandt, “The channel”, River Press, 2023-05, {PAGE}",
     "else the author"),
    (SOURCE, None, "Translated from de by Ines Kolb",
     f"Ida Brandt, “The channel”, River Press, 2023-05, as translated from de by Ines Kolb, {PAGE}",
     "the credit of a translation"),
    (replace(SOURCE, provenance=Provenance("de", "Ines Kolb", is_translation=True)), None, "x",
     "Ida Brandt, “The channel”, River Press, 2023-05, as translated by Ines Kolb from German,"
     f" {PAGE}",
     "whose words they are"),
    (replace(SOURCE, provenance=Provenance(translator="Ines Kolb", is_translation=True)), "A", "x",
     f"A, “The channel”, River Press, 2023-05, as translated by Ines Kolb, {PAGE}",
     "also when the first language is not known"),
    (replace(SOURCE, title=None, creator=None, publisher=None, date=None, url=None), None, None, "",
     "nothing known, nothing said"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "speaker", "credit", "plain", "why"), CITED)
def test_a_citation_is_one_plain_line(
    source: Source, speaker: str | None, credit: str | None, plain: str, why: str
) -> None:
    assert citation(source, speaker, credit).plain == plain, why


def test_csl_holds_what_is_known_and_nothing_else() -> None:
    provenance = Provenance(translator="Ines Kolb", is_translation=True)
    assert citation(replace(SOURCE, provenance=provenance), None, None).csl == {
        "id": "s1", "type": "speech", "title": "The channel", "author": [{"literal": "Ida Brandt"}],
        "publisher": "River Press", "issued": {"date-parts": [[2023, 5]]}, "URL": PAGE,
        "translator": [{"literal": "Ines Kolb"}], "language": "en",
    }  # fmt: skip
    bare = replace(SOURCE, title=None, creator=None, publisher=None, date=None, url=None,
                   kind=SourceKind.UNKNOWN, language="und")  # fmt: skip
    assert citation(bare, None, None).csl == {"id": "s1", "type": "document"}
