"""Pages that say that they are translations are found by the line that says so; others are not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpus.ingest import read_source
from corpus.models import DraftSource
from corpus.translation.evidence_map import (
    ScopedEvidence,
    Strength,
    TranslationStatus,
    evidence,
    scope_statuses,
    speaker_languages,
)
from corpus.translation.registers import Registers

PAGES = Path(__file__).parent / "pages"
REGISTERS = Registers.load()
HARMLESS = {TranslationStatus.UNKNOWN, TranslationStatus.ORIGINAL}


def pages(name: str) -> list[Any]:
    rows = tomllib.loads((PAGES / name).read_text("utf-8"))["page"]
    return [pytest.param(row, id=f"{row['language']}: {row['why']}") for row in rows]


TRANSLATIONS = pages("translations.toml")
ORIGINALS = pages("originals.toml")


def judged(page: dict[str, str]) -> tuple[DraftSource, tuple[ScopedEvidence, ...], set[str]]:
    (draft,) = read_source("page.txt", page["text"].strip().encode())
    found = evidence(draft.text, draft.passages, draft.description, REGISTERS)
    languages = speaker_languages(draft.passages, draft.description, REGISTERS)
    by_scope = scope_statuses(draft.description.language, draft.passages, found, (), languages)
    return draft, found, set(by_scope.values())


def test_there_are_enough_pages_of_both_kinds_in_seven_languages() -> None:
    assert len(TRANSLATIONS) >= 40 and len(ORIGINALS) >= 40
    for rows in (TRANSLATIONS, ORIGINALS):
        assert {p.values[0]["language"] for p in rows} >= {"en", "zh", "de", "fr", "es", "ru", "ja"}


@pytest.mark.parametrize("page", TRANSLATIONS)
def test_a_page_that_says_so_is_flagged_by_the_line_that_says_it(page: dict[str, str]) -> None:
    draft, found, statuses = judged(page)
    declared = [e for e in found if e.strength is Strength.DECLARED]
    assert any(page["quote"] in e.text or e.text in page["quote"] for e in declared if e.text)
    for row in declared:
        assert draft.text[row.start : row.end] == row.text
        assert row.rule and row.version
    assert statuses - HARMLESS


@pytest.mark.parametrize("page", ORIGINALS)
def test_a_page_that_only_looks_like_a_translation_is_not_flagged(page: dict[str, str]) -> None:
    _, found, statuses = judged(page)
    assert statuses <= HARMLESS, [(e.code, e.rule, e.text) for e in found]
    assert not [e for e in found if e.strength is Strength.DECLARED]
