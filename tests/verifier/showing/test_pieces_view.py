"""The map of a joined quote."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bridges import PROMISE, bridge_service
from verifier.report import Report
from verifier.service import Question, Service
from verifier.showing.pieces_view import WIDTH, PieceMap, numbered_runs, piece_map

WINTER = "Nobody believes that the old bridge will last another winter."
THANKS = "Thank you for not leaving while we built it."
FERRY = "The ferry has never waited for a minister, and it never will while I hold the rope."


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


def drawn(service: Service, quote: str) -> tuple[Report, PieceMap]:
    report = service.verify(Question(quote))
    known = {source.id: source for source in service.home.store.sources(after=None, limit=99)}
    found = piece_map(report, known)
    assert found is not None
    return report, found


def test_pieces_are_numbered_as_the_quote_has_them(bridge: Service) -> None:
    _, found = drawn(bridge, f"{PROMISE} Mark that well. {WINTER}")
    assert [(p.number, p.letter, p.exact) for p in found.pieces] == [
        (1, "A", PROMISE[:-1]),
        (2, "A", WINTER[:-1]),
    ]
    assert found.loose == ("Mark that well",)
    assert found.pieces[0].where == "Budget address to the city council, said 2019-03-14"
    assert found.pieces[1].distance == "30 words after the piece before"
    assert not found.reordered


def test_pieces_that_stand_the_other_way_round_are_said_to(bridge: Service) -> None:
    _, found = drawn(bridge, f"{WINTER} {PROMISE}")
    assert found.reordered
    assert found.pieces[1].distance == "in the source it stands before the piece before"


def test_each_source_has_a_bar(bridge: Service) -> None:
    _, found = drawn(bridge, f"{THANKS} {FERRY}")
    assert found.sources == 2
    assert [p.letter for p in found.pieces] == ["A", "B"]
    assert found.pieces[1].distance == "in another source than the piece before"
    assert len({p.y for p in found.pieces}) == 2


@pytest.mark.parametrize(
    "quote",
    [f"{PROMISE} {WINTER}", f"{WINTER} {PROMISE} Mark that.", f"{THANKS} {FERRY} {WINTER}"],
)
def test_the_drawing_stays_in_its_frame_and_the_runs_join_to_the_quote(
    bridge: Service, quote: str
) -> None:
    report, found = drawn(bridge, quote)
    for piece in found.pieces:
        assert 0 <= piece.claim_x < piece.claim_x + piece.claim_width <= WIDTH
        assert 0 < piece.source_x < piece.source_x + piece.source_width <= WIDTH
        assert piece.y < found.height
    runs = numbered_runs(report)
    assert "".join(run.text for run, _ in runs) == quote
    assert [number for _, number in runs if number] == [p.number for p in found.pieces]


def test_a_quote_of_one_place_has_no_map(bridge: Service) -> None:
    assert piece_map(bridge.verify(Question(PROMISE)), {}) is None
    marked = "We have set aside 250,000 dollars … the work will begin in the autumn."
    assert piece_map(bridge.verify(Question(marked)), {}) is None
