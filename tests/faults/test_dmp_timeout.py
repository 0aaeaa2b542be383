"""Two texts that a letter by letter comparison gives up on: `dmp-timeout`.

Left to its time-out, that comparison silently calls everything one replacement.
"""

from __future__ import annotations

from pathlib import Path

from corpus.home import Home
from corpus.ingest import read_source
from tests.desks import THEN
from verifier.service import Question, Service

WORDS = [f"w{k % 97}x{k % 89}y{k % 83}" for k in range(1_700)]
CHANGED = [word if k % 7 else f"{word}z" for k, word in enumerate(WORDS)]


def test_long_texts_differ_word_by_word_and_never_as_one_replacement(tmp_path: Path) -> None:
    """Switched off: runs of words in `verifier.aligning.align.chain` (one run stands for the
    whole).
    """
    with Home.open(tmp_path) as home:
        list(home.add(read_source("long.txt", " ".join(WORDS).encode()), now=THEN))
        report = Service.open(home).verify(Question(" ".join(CHANGED), limit=20_000))
    assert report.match is not None
    replaced = [step for step in report.match.alignment if step.op == "replace"]
    assert [(step.claim_text.strip(), step.source_text.strip()) for step in replaced] == [
        (changed, word) for changed, word in zip(CHANGED, WORDS, strict=True) if changed != word
    ]
    assert report.verdict.counts.substituted == len(replaced)
