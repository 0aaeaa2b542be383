"""The pieces of a joined quote where they stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bridges import COST, PROMISE, bridge_service
from verifier.service import Question, Service
from verifier.showing.woven import between, woven

WINTER = "Nobody believes that the old bridge will last another winter."
OPENING = "It took longer than I said it would."
GAP = (
    "I would not say that the bridge will pay for itself, because bridges do not. But the town"
    " that keeps its bridge keeps its doctor, its baker and its school."
)


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


def read(service: Service, passage_id: int, start: int, end: int) -> str:
    store = service.home.store
    return store.slice(store.passages([passage_id])[0].rendition_id, start, end)


def test_both_pieces_and_what_stands_between_them_are_shown(bridge: Service) -> None:
    report = bridge.verify(Question(f"{PROMISE} Mark that well. {WINTER}"))
    runs = woven(report, lambda *place: read(bridge, *place))
    assert [(r.text, n) for r, n in runs if n] == [
        (PROMISE.rstrip("."), 1),
        (WINTER.rstrip("."), 2),
    ]
    assert between(runs) == [(1, 2, GAP, len(GAP.split()))]
    assert report.match is not None
    first, last = report.match.pieces[0], report.match.pieces[-1]
    stored = read(bridge, first.passage_id, first.source[0], last.source[1])
    assert "".join(r.text for r, _ in runs) == stored


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        (f"{WINTER} {PROMISE}", "another order than in the source"),
        (f"{COST} {OPENING} Thank you for not leaving while we built it.", "two sources"),
        (PROMISE, "not joined"),
    ],
)
def test_pieces_that_no_one_stretch_holds_are_not_woven(
    bridge: Service, quote: str, why: str
) -> None:
    assert woven(bridge.verify(Question(quote)), lambda *place: read(bridge, *place)) == [], why


def test_a_source_that_cannot_be_read_gives_nothing(bridge: Service) -> None:
    report = bridge.verify(Question(f"{PROMISE} Mark that well. {WINTER}"))
    assert woven(report, lambda *_: "") == []
