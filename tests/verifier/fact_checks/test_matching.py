"""Fact-checks are found by their words, in the right relation, and change nothing of an answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.fact_check import FactCheck
from corpus.home import Home
from corpus.keeping.fact_check_store import FactChecks
from corpus.text.languages import detect_language
from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from tests.desks import THEN, Desk
from tests.verifier.fact_check_claims import ASKED, REVIEWED
from verifier.exchange.revive import revive
from verifier.exchange.schemas import report_json
from verifier.fact_checks.report import Relation, fact_check_line, heading
from verifier.service import Question, Service


def published(claims: tuple[str, ...]) -> list[FactCheck]:
    return [
        FactCheck(claim, f"https://tidewatch.example/{at}", "Tide Watch", rating=f"No. {at}",
                  language=detect_language(claim), published=f"20{10 + at % 10}-01-01")
        for at, claim in enumerate(claims)
    ]  # fmt: skip


def keep(home: Home, *checks: FactCheck) -> None:
    home.store.fact_checks.add(checks, origin="a", now=THEN)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with Home.open(tmp_path_factory.mktemp("town")) as opened:
        keep(opened, *published(REVIEWED))
        yield Service.open(opened)


def test_known_claims_find_their_fact_checks_and_others_find_none(town: Service) -> None:
    """The figures are those that were measured; a change that loses one has to say so."""
    found, first, wrong, alike = 0, 0, [], []
    for words, number, _ in ASKED:
        numbers = [
            (int(m.url.rpartition("/")[2]), m.relation)
            for m in town.search_fact_checks(Question(words), whole=True)[:5]
        ]
        right = [at for at, (each, _) in enumerate(numbers) if each == number]
        found += bool(right)
        first += right[:1] == [0]
        if number is None and numbers:
            wrong.append(words)
        alike += [words for each, relation in numbers
                  if each != number and relation is not Relation.DIFFERING]  # fmt: skip
    reviewed = sum(number is not None for _, number, _ in ASKED)
    assert (found, first, reviewed) == (51, 51, 55)
    assert (wrong, alike) == ([], [])


@pytest.mark.parametrize(("words", "number", "relation"), [a for a in ASKED if a[1] is not None])
def test_a_fact_check_that_is_shown_is_shown_in_the_right_relation(
    town: Service, words: str, number: int, relation: str
) -> None:
    matches = town.search_fact_checks(Question(words), whole=True)
    told = [m for m in matches if m.url.endswith(f"/{number}")]
    assert [m.relation.value for m in told] in ([relation], [])
    for match in matches:
        assert (match.relation is Relation.DIFFERING) is bool(match.differences)


@pytest.mark.parametrize("quote", [VERBATIM, ALTERED, RENDERED, ABSENT])
def test_nothing_else_of_an_answer_changes(tmp_path: Path, quote: str) -> None:
    desk = Desk.open(tmp_path / "desk")
    service = Service.open(desk.home)
    before = service.verify(Question(quote))
    keep(desk.home, FactCheck(quote, "https://t.example/1", "T", rating="Not so", language="en"))
    after = service.verify(Question(quote))
    desk.close()
    assert before.fact_checks == () and len(after.fact_checks) == 1
    assert after.verdict == before.verdict and after.match == before.match
    changed = {
        field.name
        for field in dataclasses.fields(after)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    assert changed <= {"id", "created_at", "engine", "scope", "fact_checks"}


def test_a_kept_report_gives_its_fact_checks_back(town: Service) -> None:
    report = town.verify(Question("The new weir cost every household 40 crowns."))
    assert report.fact_checks
    assert revive(report_json(report)) == report
    old = report_json(report) | {"fact_checks": []}
    assert revive(old).fact_checks == ()


def test_the_same_wording_comes_first_then_the_later_review(home: Home) -> None:
    one, two, three = published(("The weir leaks since the winter storm.",) * 3)
    keep(home, dataclasses.replace(one, claim="The weir leaked since the winter storm."), two,
         dataclasses.replace(three, published="2024-05-05"))  # fmt: skip
    matches = Service.open(home).search_fact_checks(Question(two.claim))
    assert [m.url.rpartition("/")[2] for m in matches] == ["2", "1", "0"]


def test_a_change_is_seen_by_a_service_that_is_open(home: Home) -> None:
    service, claim = Service.open(home), "The weir leaks since the winter storm."
    assert service.search_fact_checks(Question(claim)) == ()
    (check,) = published((claim,))
    keep(home, check)
    (match,) = service.search_fact_checks(Question(claim))
    assert match.rated == "Tide Watch rated this: “No. 0”."
    keep(home, dataclasses.replace(check, rating="Not so"))
    (again,) = service.search_fact_checks(Question(claim))
    assert (again.rating, again.version, again.id) == ("Not so", 2, match.id)
    home.store.fact_checks.remove(match.id)
    assert service.search_fact_checks(Question(claim)) == ()


def test_without_fact_checks_no_claim_is_read_for_them(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = Service.open(home)
    with monkeypatch.context() as patched:
        patched.setattr(FactChecks, "many", None)  # whoever called it would fail
        patched.setattr(FactChecks, "current", None)
        assert service.verify(Question(ABSENT)).fact_checks == ()
    (check,) = published((ABSENT,))
    keep(home, check)
    assert len(service.verify(Question(ABSENT)).fact_checks) == 1


def test_a_line_names_the_publisher_and_says_when_there_is_no_rating(home: Home) -> None:
    (check,) = published(("The weir leaks since the winter storm.",))
    keep(home, dataclasses.replace(check, rating=None))
    matches = Service.open(home).search_fact_checks(Question("The weir leaks since the storm."))
    line = fact_check_line(matches[0])
    assert "Tide Watch gives no rating." in line and line.endswith("https://tidewatch.example/0")
    assert heading(matches) == "Published fact-checks of a differing wording"
