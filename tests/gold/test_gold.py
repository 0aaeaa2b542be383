"""The gold sets hold their floors and the committed figures, and no lazy judge passes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gold.figures import committed, figures_of, moved
from tests.gold.lazy import LAZY
from tests.gold.renditions import RENDITIONS
from tests.gold.sets import SETS, Outcome, frames, rows, seeds, traps, traps_zh

FLOORS = {
    "traps": 37 / 37,
    "traps_zh": 8 / 9,
    "seeds": 51 / 54,
    "frames": 39 / 40,
    "transcripts": 0.97,
    "misquotations": 0.95,
    "round_trips": 0.965,
    "unchanged": 0.99,
    "honest": 0.97,
    "word_salads": 0.95,
    "traced": 16 / 17,
    "own_sentences": 0.80,
    "other_translation": 0.95,
    "never_said": 0.93,
    "third_renderings": 0.98,
}
ALL_SETS = {**SETS, **RENDITIONS}


@pytest.mark.parametrize("name", list(ALL_SETS))
def test_a_gold_set_holds_its_floor_and_its_committed_figure(name: str, shared: Path) -> None:
    """A change that moves a row has to commit the new figures, so that the move is seen."""
    figures = figures_of(ALL_SETS[name](shared))
    assert figures["right"] >= FLOORS.get(name, 0) * figures["of"], figures["short"]
    assert not moved(committed()[name], figures)
    if name == "own_sentences":
        assert "translated" not in figures["short"]
    if name == "never_said":
        assert figures["short"]["nearest, as a translation"] <= 0.03 * figures["of"]
    if name == "one_word_changes":
        short, of = figures["short"], figures["of"]
        assert short.get("accepted", 0) <= 0.01 * of
        assert short.get("ok", 0) == 0
        assert short.get("untyped", 0) <= 0.05 * of
        assert short.get("extra class", 0) <= 0.05 * of


def test_every_absent_misquotation_is_refused(shared: Path) -> None:
    """A quote that is not in the corpus never gets a wording verdict above a paraphrase."""
    asked = rows(shared / "data/misquotations/claims.jsonl")
    codes = {o.id: o.code for o in SETS["misquotations"](shared)}
    absent = [codes[f"m{at:02}"] for at, row in enumerate(asked) if row["expected"] == "not_found"]
    assert absent
    assert set(absent) <= {"not_found", "paraphrase", "inconclusive"}


LAZY_SETS = {"traps": traps, "traps_zh": traps_zh, "seeds": seeds, "frames": frames}


@pytest.mark.parametrize(
    ("judge", "name", "at_most"),
    [
        ("altered_always", "traps", 20),
        ("altered_always", "seeds", 20),
        ("altered_always", "frames", 0),
        ("every_class", "traps", 30),
        ("every_class", "traps_zh", 6),
        ("every_class", "frames", 20),
        ("window_of_words", "frames", 33),
        ("window_of_words", "traps", 36),
    ],
)
def test_a_lazy_judge_fails(judge: str, name: str, at_most: int, shared: Path) -> None:
    """A judge that always says the same, or looks for words nearby, falls below the floor."""
    outcomes: list[Outcome] = list(LAZY_SETS[name](shared, LAZY[judge]))
    right = sum(o.right for o in outcomes)
    floor = FLOORS[name] * len(outcomes)
    assert right < floor, f"{judge} gets {right} of {len(outcomes)} in {name}; floor {floor:.0f}"
    assert right <= at_most, f"{judge} gets {right} of {len(outcomes)} in {name}"
