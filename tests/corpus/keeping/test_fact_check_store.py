"""A fact-check is kept once, with all that its publisher ever said in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.copies import back_up, bring_back
from corpus.errors import NotFound, StoreCorrupt
from corpus.fact_check import FactCheck
from corpus.home import DATABASE, Home
from corpus.keeping.deposit import Change
from corpus.keeping.fact_check_store import AddedFactCheck

THEN, LATER = "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"
CHECK = FactCheck(
    claim="The new weir cost every household 400 crowns.",
    url="https://tidewatch.example/weir",
    publisher="Tide Watch",
    rating="Mostly off",
    claimant="Jonas Ek",
    language="en",
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path / "home") as opened:
        yield opened


def add(home: Home, *checks: FactCheck, now: str = THEN) -> list[AddedFactCheck]:
    return home.store.fact_checks.add(checks, origin="a.html", now=now)


def changes(added: list[AddedFactCheck]) -> list[str]:
    return [each.change.value for each in added]


def test_there_are_none_at_first(home: Home) -> None:
    checks = home.store.fact_checks
    assert (checks.revision(), list(checks.current()), checks.damaged()) == (0, [], [])


@pytest.mark.parametrize(
    ("again", "change", "why"),
    [
        (CHECK, "unchanged", "the very same"),
        (replace(CHECK, url="http://www.tidewatch.example/weir/"), "unchanged", "same address"),
        (replace(CHECK, claimant=None, rating=None), "unchanged", "another door says less"),
        (replace(CHECK, publisher="tidewatch.example"), "unchanged", "only the host is known"),
        (replace(CHECK, language="und"), "unchanged", "the language is not known there"),
        (replace(CHECK, rating="Off"), "new_version", "another rating"),
        (replace(CHECK, published="2025-03-04"), "new_version", "more is said"),
        (replace(CHECK, claim=CHECK.claim.replace("400", "450")), "new_version", "reworded"),
        (replace(CHECK, claim="THE new weir cost every household 400 crowns"), "new_version",
         "written otherwise"),
        (replace(CHECK, claim="Ferries were never on time."), "new", "another claim there"),
        (replace(CHECK, url="https://quay.example/weir"), "new", "another publisher's"),
    ],
)  # fmt: skip
def test_the_same_one_again_is_one_row_and_a_changed_one_a_version(
    home: Home, again: FactCheck, change: str, why: str
) -> None:
    (first,) = add(home, CHECK)
    before = home.store.fact_checks.revision()
    (second,) = add(home, again, now=LATER)
    assert second.change.value == change, why
    assert (second.kept.id == first.kept.id) is (change != "new")
    assert (home.store.fact_checks.revision() > before) is (change != "unchanged")
    assert len(list(home.store.fact_checks.current())) == (2 if change == "new" else 1)


def test_what_was_said_before_stays_known_with_when(home: Home) -> None:
    (first,) = add(home, CHECK)
    add(home, replace(CHECK, rating="Off", claimant=None), now=LATER)
    old, new = home.store.fact_checks.versions(first.kept.id)
    assert (old.check, old.added_at, old.version) == (CHECK, THEN, 1)
    assert (new.check, new.added_at, new.version) == (replace(CHECK, rating="Off"), LATER, 2)
    assert [kept.check.rating for kept in home.store.fact_checks.current()] == ["Off"]


def test_two_claims_of_one_page_stay_two(home: Home) -> None:
    other = replace(CHECK, claim="The new weir cost every visitor 400 crowns.")
    assert changes(add(home, CHECK, other)) == ["new", "new"]
    assert changes(add(home, other, CHECK, now=LATER)) == ["unchanged", "unchanged"]


def test_adding_one_by_one_takes_nothing_away(home: Home) -> None:
    claims = ["It rained for a week.", "The ferry was late in May.", "Nobody paid for the weir."]
    for claim in claims:
        add(home, replace(CHECK, claim=claim))
    assert [kept.check.claim for kept in home.store.fact_checks.current()] == claims


def test_a_reworded_claim_may_be_given_in_its_first_words_again(home: Home) -> None:
    (first,) = add(home, CHECK)
    reworded = replace(CHECK, claim=CHECK.claim.replace("400", "450"))
    add(home, reworded)
    (again,) = add(home, reworded, CHECK)[1:]
    assert again.change is Change.NEW and again.kept.id != first.kept.id


def test_a_withdrawn_one_is_not_shown_and_comes_back_when_it_is_added_again(home: Home) -> None:
    (first,) = add(home, CHECK)
    checks = home.store.fact_checks
    checks.remove(first.kept.id)
    assert list(checks.current()) == [] and checks.versions(first.kept.id)
    with pytest.raises(NotFound):
        checks.remove(first.kept.id)
    (again,) = add(home, CHECK, now=LATER)
    assert [kept.id for kept in checks.current()] == [again.kept.id] == [first.kept.id]


def test_each_change_is_a_revision_of_the_store_and_the_index_stays_in_step(home: Home) -> None:
    before = home.store.revision()
    add(home, CHECK)
    assert home.store.revision() == before + 1 == home.store.fact_checks.revision()
    assert home.store.text_revision() == 0 and home.in_step()


def test_they_are_read_in_the_order_that_is_asked_for(home: Home) -> None:
    one, two = (a.kept for a in add(home, CHECK, replace(CHECK, claim="It rained a week.")))
    assert home.store.fact_checks.many([two.number, 99, one.number]) == [two, one]


def test_a_copy_of_the_corpus_has_them(home: Home, tmp_path: Path) -> None:
    add(home, CHECK)
    back_up(home.store, tmp_path / "copy")
    with Home.open(tmp_path / "other") as other:
        bring_back(other, tmp_path / "copy")
        assert [kept.check for kept in other.store.fact_checks.current()] == [CHECK]
        assert other.store.fact_checks.revision() > 0


def test_a_damaged_one_is_named_and_not_shown(home: Home) -> None:
    one, two = (a.kept for a in add(home, CHECK, replace(CHECK, claim="It rained a week.")))
    with closing(sqlite3.connect(home.folder / DATABASE)) as connection, connection:
        connection.execute("UPDATE fact_check_versions SET rating = 'So' WHERE sequence = 1")
    assert home.store.damaged() == [f"fact-check {one.id}, version 1, is not as it was written"]
    assert list(home.store.fact_checks.current()) == [two]
    assert home.store.fact_checks.many([one.number, two.number]) == [two]
    with pytest.raises(StoreCorrupt):
        home.store.fact_checks.versions(one.id)
