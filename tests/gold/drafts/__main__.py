"""Print how much of the articles' quotations is found: ``python -m tests.gold.drafts``."""

from __future__ import annotations

from tests.gold.drafts import articles, compare, measure


def main() -> None:
    """Print one line an article, the totals, and every difference."""
    for article in articles():
        one = compare(*article)
        print(
            f"{article[0]:16} {one.quotations:3} quotations, edges {one.edges:3}, "
            f"speakers {one.speakers:3}; {one.others:2} others, reported {one.others_reported}"
        )
    total = measure()
    print(
        f"{'all':16} {total.quotations:3} quotations, edges {total.edges / total.quotations:.1%}, "
        f"speakers {total.speakers / total.quotations:.1%}; {total.others} others, "
        f"reported {total.others_reported}, invented {total.invented}"
    )
    print(*total.differences, sep="\n")


if __name__ == "__main__":
    main()
