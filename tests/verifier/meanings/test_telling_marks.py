"""Marks that tell, and the many that do not."""

from __future__ import annotations

import pytest

from tests.gold.homes import claim_of, window_of
from verifier.meanings.differences import compare
from verifier.meanings.telling_marks import mark_changes
from verifier.models import Alignment, Edit, Op, Risk

ROWS = [
    ("No, more boats came back.", "No more boats came back.", "en", Risk.NEGATION, "it denies now"),
    ("No more boats came back.", "No, more boats came back.", "en", Risk.NEGATION, "and back"),
    ("No, sailors came back.", "No sailors came back.", "en", Risk.NEGATION, "before a noun"),
    ("No, we came back.", "No we came back.", "en", None, "no denial goes with a pronoun"),
    ("No — more boats came.", "No, more boats came.", "en", None, "a dash for a comma"),
    ("Well, more boats came.", "Well more boats came.", "en", None, "a word that denies nothing"),
    ("Take 3/4 of it.", "Take 3-4 of it.", "en", Risk.NUMBER, "a fraction is no range"),
    ("Take 3-4 of it.", "Take 3–4 of it.", "en", None, "dashes are alike"),
    ("Take 3 - 4 of it.", "Take 3-4 of it.", "en", None, "spaces tell nothing"),
    ("不，要开门。", "不要开门。", "zh", Risk.NEGATION, "a comma in Chinese"),
    ("不，我们开门。", "不我们开门。", "zh", None, "no denial goes with a pronoun"),
    ("Нет, лодки вернулись.", "Нет лодки вернулись.", "ru", Risk.NEGATION, "a comma in Russian"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "quoted", "language", "code", "why"), ROWS)
def test_a_mark_counts_when_it_changes_what_is_said(
    said: str, quoted: str, language: str, code: Risk | None, why: str
) -> None:
    claim, window = claim_of(quoted, language), window_of(said, start=5)
    words = len(claim.tokens)
    assert words == len(window.tokens)
    alignment = Alignment(window, (Edit(Op.EQUAL, 0, words, 0, words),), 0, words)
    found = [finding for _, finding in mark_changes(compare(claim, alignment), language)]
    assert [f.code for f in found] == ([code] if code else []), why
    for finding in found:
        assert finding.claim_text in quoted
        assert finding.source_text in said
