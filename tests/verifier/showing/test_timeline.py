"""The time line of a quote in several sources, and the way of one that was translated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus.models import Source
from tests.bridges import COST, FERRY_TRANSLATED, PROMISE, bridge_service
from verifier.report import OriginalReport, Report
from verifier.service import Question, Service
from verifier.showing.chain_view import chain_steps
from verifier.showing.timeline import timeline

RENDERED = FERRY_TRANSLATED.rsplit("\n\n", 1)[1].strip()


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


def known(service: Service) -> dict[str, Source]:
    return {source.id: source for source in service.home.store.sources(after=None, limit=99)}


def test_places_stand_in_the_order_of_their_dates(bridge: Service) -> None:
    report = bridge.verify(Question(PROMISE))
    found = timeline(report, known(bridge))
    assert found is not None
    assert [(m.date, m.title) for m in found.moments] == [
        ("2019-03-14", "Budget address to the city council"),
        ("2020-10", "Bridge opening, remarks"),
        ("2021-06-02", "The mayor who built a bridge"),
    ]
    assert [m.source_id for m in found.moments if m.here] == [
        report.match and report.match.source_id
    ]
    assert found.unlisted == 0


def test_undated_places_come_last_and_unlisted_ones_are_counted(bridge: Service) -> None:
    report = bridge.verify(Question(PROMISE))
    items = tuple(replace(item, date=None) for item in report.other_matches.items[:1])
    others = replace(report.other_matches, items=items, total=7)
    found = timeline(replace(report, other_matches=others), {})
    assert found is not None
    assert [m.date for m in found.moments] == ["2019-03-14", None]
    assert found.moments[1].title == items[0].source_id, "a source that is gone is named by its id"
    assert found.unlisted == 6


def test_one_place_is_no_time_line(bridge: Service) -> None:
    assert timeline(bridge.verify(Question(COST)), known(bridge)) is None
    assert timeline(bridge.verify(Question("Purple elephants negotiate quietly")), {}) is None


def test_the_way_begins_with_the_original_and_ends_with_what_is_compared(bridge: Service) -> None:
    steps = chain_steps(bridge.verify(Question(RENDERED)), known(bridge))
    assert [(s.role, s.name, s.title, s.here) for s in steps] == [
        ("original", "German", "Gespräch mit dem Fährmann", False),
        ("translation", "English", "A talk with the ferry master", True),
    ]
    assert steps[1].by == ("Ines Kolb",)


def retold(report: Report, **fields: object) -> Report:
    assert report.translation is not None
    return replace(report, translation=replace(report.translation, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "expected", "why"),
    [
        (
            {"status": "back_translation", "chain": ("en", "und", "en")},
            [
                ("original", "English"),
                ("translation", "language unknown"),
                ("translation back", "English"),
            ],
            "the language in between is a step, though nobody knows it",
        ),
        (
            {"status": "probable_back_translation", "chain": ()},
            [
                ("original", "German"),
                ("translation", "language unknown"),
                ("probably a translation back", "English"),
            ],
            "a way back has three steps",
        ),
        (
            {"status": "interpreted", "chain": ("zh", "en")},
            [("original", "Chinese"), ("interpreter's words", "English")],
            "heard, not read",
        ),
        ({"status": "unknown"}, [], "not known to be a translation"),
    ],
)
def test_each_step_has_its_role(
    bridge: Service, fields: dict[str, object], expected: list[tuple[str, str]], why: str
) -> None:
    gone = OriginalReport(available=False)
    report = retold(bridge.verify(Question(RENDERED)), original=gone, **fields)
    assert [(s.role, s.name) for s in chain_steps(report, {})] == expected, why
