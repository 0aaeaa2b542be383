"""The words to paste: the source's own, with the marks that end its sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bridges import PROMISE, bridge_service
from verifier.service import Question, Service

WINTER = "Nobody believes that the old bridge will last another winter."


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


@pytest.mark.parametrize(
    ("quote", "expected", "why"),
    [
        (PROMISE, PROMISE, "a sentence keeps its stop"),
        (f"{PROMISE} {WINTER}", f"{PROMISE} … {WINTER}", "every joined sentence keeps its stop"),
        (
            f"{PROMISE} Nobody believes that the old bridge will last",
            f"{PROMISE} … Nobody believes that the old bridge will last",
            "a piece that ends within its sentence gets none",
        ),
        (
            "the town that keeps its bridge keeps its doctor and its school.",
            "the town that keeps its bridge keeps its doctor … and its school.",
            "also behind an ellipsis",
        ),
    ],
)
def test_the_final_mark_of_the_source_is_kept(
    bridge: Service, quote: str, expected: str, why: str
) -> None:
    corrected = bridge.verify(Question(quote)).corrected_quote
    assert corrected is not None
    assert corrected.text == expected, why
