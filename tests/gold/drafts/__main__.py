"""Print how much of the articles' quotations is found: ``python -m tests.gold.drafts [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.gold.drafts import FOLDER, articles, compare, measure


def main() -> None:
    """Print one line an article, the totals, and every difference."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for article in articles(folder):
        one = compare(*article)
        print(
            f"{article[0]:16} {one.quotations:3} quotations, edges {one.edges:3}, "
            f"speakers {one.speakers:3}; {one.others:2} others, reported {one.others_reported}"
        )
    total = measure(folder)
    print(
        f"{'all':16} {total.quotations:3} quotations, edges {total.edges / total.quotations:.1%}, "
        f"speakers {total.speakers / total.quotations:.1%}; {total.others} others, "
        f"reported {total.others_reported}, invented {total.invented}"
    )
    print(*total.differences, sep="\n")


if __name__ == "__main__":
    main()
