"""``python -m tests.gold [SET ...] [--write]``: score the gold sets and name what moved."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.gold.figures import COMMITTED, committed, figures_of, moved
from tests.gold.renditions import RENDITIONS
from tests.gold.sets import SETS


def main(arguments: list[str]) -> int:
    """Score the named sets (all by default); ``--write`` commits the figures."""
    shared = Path(__file__).resolve().parents[2].parent / "shared"
    names = [a for a in arguments if not a.startswith("-")] or [*SETS, *RENDITIONS]
    before = committed()
    now = dict(before)
    for name in names:
        figures = figures_of({**SETS, **RENDITIONS}[name](shared))
        print(f"{name}: {figures['right']} of {figures['of']} right {figures['short'] or ''}")
        for row in moved(before.get(name), figures):
            print(f"  moved {row}")
        now[name] = figures
    if "--write" in arguments:
        COMMITTED.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
