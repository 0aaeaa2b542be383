"""The other places where the words stand: earliest first, copies folded together."""

from __future__ import annotations

import pytest

from corpus.models import DraftSource
from tests.gold.homes import service_on, talk
from verifier.service import Question

WORDS = "The herring paid for the whole school and for half of the chapel."


def held(origin: str, date: str | None, speaker: str, words: str = WORDS) -> list[DraftSource]:
    return talk(words, origin=origin, date=date, Speaker=speaker)


def ask(drafts: list[DraftSource], quote: str = WORDS, **fields: object):  # type: ignore[no-untyped-def]
    with service_on(drafts) as service:
        report = service.verify(Question(quote, **fields))  # type: ignore[arg-type]
        origins = {s.id: s.origin for s in service.home.store.sources(after=None, limit=50)}
    return report, origins


def test_the_earliest_place_is_the_match_and_the_others_follow_by_date() -> None:
    drafts = [
        *held("c.txt", "2022", "Jonas Falk"),
        *held("a.txt", "2019-03", "Ida Brandt"),
        *held("b.txt", "2020-01-02", "Mira Castellan"),
        *held("d.txt", None, "Tomas Reiter"),
    ]
    report, origins = ask(drafts)
    assert report.match.speaker == "Ida Brandt"
    assert [origins[i.source_id] for i in report.other_matches.items] == ["b.txt", "c.txt", "d.txt"]
    assert report.other_matches.total == 3
    assert report.other_matches.earliest_in_corpus == "2019-03"


def test_the_others_follow_by_date_whatever_sort_of_source_they_are() -> None:
    drafts = [
        *talk(WORDS, origin="a.txt", date="2020", kind="speech", Speaker="Ida Brandt"),
        *talk(WORDS, origin="b.txt", date="2022", kind="speech", Speaker="Jonas Falk"),
        *talk(WORDS, origin="c.txt", date="2019", kind="article", Speaker="Mira Castellan"),
    ]
    report, origins = ask(drafts)
    assert report.source.origin == "a.txt"
    assert [origins[i.source_id] for i in report.other_matches.items] == ["c.txt", "b.txt"]
    assert report.other_matches.earliest_in_corpus == "2019"


def test_copies_of_one_text_are_one_item_and_still_counted() -> None:
    drafts = [
        *held("a.txt", "2019", "Ida Brandt"),
        *held("b.txt", "2020-05-01", "Ida Brandt"),
        *held("c.txt", "2020", "Ida Brandt"),
    ]
    report, origins = ask(drafts)
    (item,) = report.other_matches.items
    assert (origins[item.source_id], item.copies, report.other_matches.total) == ("c.txt", 2, 2)
    assert item.exact == WORDS.rstrip(".")


def test_the_same_words_of_one_speaker_years_later_are_another_occasion() -> None:
    drafts = [
        *held("a.txt", "2018", "Ida Brandt"),
        *held("b.txt", "2019-05-01", "Ida Brandt"),
        *held("c.txt", "2023-02-11", "Ida Brandt"),
    ]
    report, _ = ask(drafts)
    dated = [(i.date, i.copies) for i in report.other_matches.items]
    assert dated == [("2019-05-01", 1), ("2023-02-11", 1)]


def test_different_speakers_of_the_same_words_stay_apart() -> None:
    drafts = [
        *held("a.txt", "2019", "Ida Brandt"),
        *held("b.txt", "2020", "Jonas Falk"),
        *held("c.txt", "2021", "Mira Castellan"),
    ]
    report, _ = ask(drafts)
    assert [i.speaker for i in report.other_matches.items] == ["Jonas Falk", "Mira Castellan"]


FITS = [
    ({"speaker": "Jonas Falk"}, "b.txt", "the claimed speaker"),
    ({"date": "2020"}, "b.txt", "the claimed date"),
    ({}, "a.txt", "nothing claimed: the earliest"),
    ({"speaker": "Nobody Known"}, "a.txt", "a claim that fits nowhere"),
]


@pytest.mark.parametrize(("fields", "origin", "why"), FITS)
def test_the_place_that_fits_the_claim_is_the_match(
    fields: dict[str, object], origin: str, why: str
) -> None:
    drafts = [*held("a.txt", "2019", "Ida Brandt"), *held("b.txt", "2020", "Jonas Falk")]
    report, _ = ask(drafts, **fields)
    assert report.source.origin == origin, why


def test_an_original_goes_before_an_earlier_translation() -> None:
    drafts = [
        *talk(WORDS, origin="a.txt", date="2001", Speaker="Ida Brandt", Translated_From="de"),
        *held("b.txt", "2020", "Ida Brandt"),
    ]
    report, _ = ask(drafts)
    assert report.source.origin == "b.txt"


@pytest.mark.parametrize(("most", "listed"), [(0, 0), (1, 1), (2, 2), (None, 3)])
def test_a_caller_may_ask_for_fewer_items_and_the_total_stays(
    most: int | None, listed: int
) -> None:
    names = ["Ida Brandt", "Jonas Falk", "Mira Castellan", "Tomas Reiter"]
    drafts = [d for k, name in enumerate(names) for d in held(f"{k}.txt", f"202{k}", name)]
    report, _ = ask(drafts, max_matches=most)
    assert (len(report.other_matches.items), report.other_matches.total) == (listed, 3)


def test_a_place_with_other_words_is_no_other_place() -> None:
    drafts = [
        *held("a.txt", "2019", "Ida Brandt"),
        *held("b.txt", "2020", "Jonas Falk", WORDS.replace("herring", "salmon")),
    ]
    report, _ = ask(drafts)
    assert (report.other_matches.total, report.other_matches.items) == (0, ())
    assert report.other_matches.earliest_in_corpus == "2019"


def test_without_a_match_there_are_no_others() -> None:
    report, _ = ask(held("a.txt", "2019", "Ida Brandt"), "Purple elephants negotiate quietly")
    assert (report.other_matches.total, report.other_matches.earliest_in_corpus) == (0, None)
