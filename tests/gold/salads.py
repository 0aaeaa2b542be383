"""Claims that nobody said: words of the corpus in random order, and no passage to lead to."""

from __future__ import annotations

import random
from collections.abc import Iterable

from tests.gold.changes import Row, words_of


def salads(rows: Iterable[Row], many: int, seed: int = 1) -> list[str]:
    """``many`` claims of 8 to 16 words drawn from the running text, common words more often."""
    rng = random.Random(seed)
    words = [word for row in rows for word in words_of(row["text"])]
    return [" ".join(rng.choices(words, k=rng.randint(8, 16))) for _ in range(many)]
