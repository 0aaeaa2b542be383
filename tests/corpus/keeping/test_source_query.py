"""Finding sources by what is known of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.errors import NotFound
from corpus.home import Home
from corpus.keeping.source_query import SourceQuery
from corpus.models import SourceKind
from tests.bridges import bridge_service

BUDGET = "Budget address to the city council"
OPENING = "Bridge opening, remarks"
MAYOR = "The mayor who built a bridge"
FERRY = "A talk with the ferry master"
GERMAN = "Gespräch mit dem Fährmann"
ARABIC = "كلمة في افتتاح الجسر"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    opened, _ = bridge_service(tmp_path_factory.mktemp("bridge"))
    with opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "titles", "why"),
    [
        (SourceQuery(words="whitlock bridge"), [OPENING], "speaker and title, in any order"),
        (SourceQuery(words="CITY OF"), [BUDGET, OPENING], "a publisher, capitals aside"),
        (SourceQuery(words="FÄHRMANN"), [GERMAN], "capitals beyond ASCII"),
        (SourceQuery(words="حداد"), [ARABIC], "a speaker in another script"),
        (SourceQuery(words="gazette.example"), [MAYOR], "an address"),
        (SourceQuery(words="ferry_de.txt"), [GERMAN], "a file name"),
        (SourceQuery(words="100%_"), [], "signs that patterns are made of are signs"),
        (SourceQuery(language="de"), [GERMAN], "a language"),
        (SourceQuery(kind=SourceKind.INTERVIEW), [GERMAN, FERRY], "a kind"),
        (SourceQuery(words="mayor", kind=SourceKind.SPEECH), [], "all conditions hold"),
        (SourceQuery(year_from=2021), [MAYOR, GERMAN, FERRY], "from a year on"),
        (SourceQuery(year_to=2019), [BUDGET], "up to a year"),
    ],
)
def test_sources_are_found_by_what_is_known_of_them(
    home: Home, query: SourceQuery, titles: list[str], why: str
) -> None:
    found = home.store.find_sources(query, after=None, limit=99)
    assert [source.title for source in found] == titles, why
    assert not query.is_empty


def test_pages_follow_each_other_without_a_gap(home: Home) -> None:
    query = SourceQuery(language="en")
    whole = home.store.find_sources(query, after=None, limit=99)
    paged, after = [], None
    while page := home.store.find_sources(query, after=after, limit=2):
        paged += page
        after = page[-1].id
    assert paged == whole
    with pytest.raises(NotFound):
        home.store.find_sources(query, after="s_nobody", limit=2)


def test_asking_for_nothing_gives_everything(home: Home) -> None:
    everything = home.store.sources(after=None, limit=99)
    assert home.store.find_sources(SourceQuery(), after=None, limit=99) == everything
    assert SourceQuery().is_empty
