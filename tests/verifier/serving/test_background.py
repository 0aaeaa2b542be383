"""The thread that weaves while the service answers."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.errors import StoreBusy, StoreError
from corpus.home import Home
from corpus.translation.registers import Registers
from tests.corpus.weaving.test_weaving import ORIGINAL, REWORDED, add
from verifier.serving import background
from verifier.serving.background import Weaver, weaving_along


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path / "home", timeout=5) as home:
        yield home


def until(holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold; far longer than it takes is waited for."""
    for _ in range(3_000):
        if holds():
            return True
        time.sleep(0.01)
    return False


def test_what_came_in_before_and_meanwhile_is_linked(opened: Home) -> None:
    add(opened, a=ORIGINAL)
    weaver = Weaver(opened, Registers(), pause=0.01)
    weaver.start()
    assert until(lambda: opened.store.lineage.pending().total == 0)
    (second,) = add(opened, b=REWORDED)
    rendition = opened.store.current_rendition(second)
    assert until(lambda: bool(opened.store.lineage.linked_with(rendition)))
    assert weaver.stop()
    assert opened.in_step()


def test_it_runs_for_as_long_as_the_block(opened: Home) -> None:
    add(opened, a=ORIGINAL)
    with weaving_along(opened, Registers()) as weaver:
        assert until(lambda: opened.store.lineage.pending().total == 0)
    assert weaver.stop(), "it has ended"


@pytest.mark.parametrize(
    ("failure", "lines", "why"),
    [
        (StoreBusy("writing"), 0, "somebody else writes: that is no failure"),
        (StoreError("the secret words of a text"), 1, "told once, without the text"),
    ],
)
def test_a_failure_ends_nothing_and_tells_no_text(
    opened: Home,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    failure: Exception,
    lines: int,
    why: str,
) -> None:
    tried: list[int] = []

    def fails(*_: object, **__: object) -> Iterator[object]:
        tried.append(1)
        if len(tried) == 1:
            raise failure
        return (_ for _ in ())

    monkeypatch.setattr(background, "weave", fails)
    monkeypatch.setattr(background, "_AFTER_FAILURE", 0.01)
    weaver = Weaver(opened, Registers(), pause=0.01)
    with caplog.at_level(logging.WARNING, "verifier"):
        weaver.start()
        assert until(lambda: len(tried) > 1), why
        assert weaver.stop()
    assert len(caplog.records) == lines, why
    assert "secret" not in caplog.text
