"""A process that answers looks for garbage seldom, but does not stop."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from verifier.serving.garbage import collect_seldom


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_there_is_looked_at_no_more_and_the_rest_less_often() -> None:
    gc.unfreeze()
    before = gc.get_threshold()
    collect_seldom()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] > before[0]


def test_a_cycle_is_found_all_the_same() -> None:
    collect_seldom()
    knot = Knot()
    gone = weakref.ref(knot)
    del knot
    kept = [[] for _ in range(gc.get_threshold()[0] + 10)]  # enough for one look
    assert kept
    assert gone() is None
