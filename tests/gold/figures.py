"""The figures of a run, and what moved against the committed ones."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.gold.sets import Outcome

COMMITTED = Path(__file__).with_name("figures.json")
Figures = dict[str, Any]


def figures_of(outcomes: Iterable[Outcome]) -> Figures:
    """How many rows are right, what fell short how often, and the verdict of every row that is not
    right (of every row in sets of up to 100)."""
    done = list(outcomes)
    short = Counter(reason for o in done for reason in o.short)
    listed = done if len(done) <= 100 else [o for o in done if not o.right]
    return {
        "right": sum(o.right for o in done),
        "of": len(done),
        "short": dict(sorted(short.items())),
        "verdicts": {o.id: o.code + ("" if o.right else " !") for o in listed},
    }


def committed() -> dict[str, Figures]:
    """The figures of the last committed run; empty before the first."""
    if not COMMITTED.exists():
        return {}
    loaded: dict[str, Figures] = json.loads(COMMITTED.read_text(encoding="utf-8"))
    return loaded


def moved(before: Figures | None, now: Figures) -> list[str]:
    """Rows whose verdict or outcome is another than in the committed run."""
    if before is None:
        return []
    old, new = before["verdicts"], now["verdicts"]
    return [
        f"{row}: {old.get(row, 'right')} -> {new.get(row, 'right')}"
        for row in sorted(old.keys() | new.keys())
        if old.get(row) != new.get(row)
    ]
