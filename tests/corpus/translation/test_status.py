"""The table that turns evidence into a status, row by row."""

from __future__ import annotations

from itertools import combinations

import pytest

from corpus.models import DraftPassage, PassageKind, Speaker, TranslationEvidence
from corpus.translation.evidence import Code, ScopedEvidence, Strength
from corpus.translation.status import (
    TranslationStatus,
    in_scope,
    main_speaker,
    scope_statuses,
    status,
)

TABLE = [
    ("zh", "en", "language_mismatch", "translation", "they differ, and the register says so"),
    ("zh", "en", "declared", "translation", "they differ, and the page says so"),
    ("zh", "en", "aligned_other_language", "translation", "they differ, and it was measured"),
    ("zh", "en", "aligned_reworded", "translation", "they differ, and it was measured"),
    ("zh", "en", "", "unknown", "they differ, and nothing says that these are the words"),
    ("en", "en", "declared", "back_translation", "declared into the speaker's own language"),
    ("en", "en", "declared_for_speaker", "back_translation", "declared for this speaker"),
    ("en", "en", "aligned_reworded", "back_translation", "measured"),
    ("en", "en", "aligned_other_language", "unknown", "the original, linked to its translation"),
    ("en", "en", "known_quote_drift", "probable_back_translation", "a known quotation drifted"),
    ("en", "en", "residual_script", "probable_back_translation", "strong alone"),
    ("en", "en", "placeholder", "probable_back_translation", "strong alone"),
    ("en", "en", "publisher_register", "probable_back_translation", "strong alone"),
    ("en", "en", "link_to_original", "unknown", "reposts have it"),
    ("en", "en", "link_to_original residual_script", "probable_back_translation", "two strong"),
    (None, "en", "declared", "translation", "language unknown, declared"),
    (None, "en", "aligned_reworded", "translation", "language unknown, measured"),
    (None, "en", "placeholder", "probable_translation", "language unknown, strong"),
    (None, "en", "link_to_original", "unknown", "language unknown, a link alone"),
    ("en", "en", "interpreter declared", "interpreted", "an interpreter before all"),
    (None, "en", "interpreter", "interpreted", "whatever the language"),
    ("en", "en", "site_registration unbalanced_quotes", "unknown", "weak rows only"),
    ("en", "en", "", "unknown", "nothing: never original by default"),
    ("en", "en", "own_site", "original", "positive evidence"),
    (None, "en", "official_transcript", "original", "positive evidence"),
    ("en", "en", "own_site declared", "back_translation", "declared is stronger"),
    ("en", "en", "own_site placeholder", "probable_back_translation", "a doubt remains"),
    ("en", "und", "declared", "translation", "the page's language is not known"),
]


def rows(codes: str) -> list[TranslationEvidence]:
    return [TranslationEvidence(code, "strong") for code in codes.split()]


@pytest.mark.parametrize(("speaker", "page", "codes", "expected", "why"), TABLE)
def test_the_status_table(
    speaker: str | None, page: str, codes: str, expected: str, why: str
) -> None:
    assert status(page, speaker, rows(codes)) == expected, why
    assert status(page, speaker, (), rows(codes)) == expected, why


def test_more_evidence_never_makes_an_original() -> None:
    codes = [c for c in Code if c not in (Code.OWN_SITE, Code.RECORDING, Code.OFFICIAL_TRANSCRIPT)]
    for pair in combinations(codes, 2):
        for speaker in ("en", "zh", None):
            found = status("en", speaker, rows(" ".join(pair)))
            assert found is not TranslationStatus.ORIGINAL


def scoped(code: str, speaker: str | None) -> ScopedEvidence:
    return ScopedEvidence(code, Strength.DECLARED, "", None, None, "x", "1", speaker)


def spoken(*sizes: tuple[str, int]) -> list[DraftPassage]:
    passages, at = [], 0
    for turn, (name, size) in enumerate(sizes):
        passages.append(DraftPassage(at, at + size, turn, PassageKind.SPEECH, Speaker(name)))
        at += size
    return passages


def test_one_interpreted_guest_does_not_make_the_panel_interpreted() -> None:
    evidence = [scoped("interpreter", "Marsh")]
    found = scope_statuses("en", spoken(("Ada", 900), ("Marsh", 90)), evidence, (), {})
    assert found == {"Ada": "unknown", "Marsh": "interpreted", None: "unknown"}


def test_a_row_about_the_document_concerns_every_speaker() -> None:
    evidence = [scoped("declared", None), scoped("interpreter", "Marsh")]
    assert in_scope(evidence, "Ada") == (evidence[0],)
    assert in_scope(evidence, None) == (evidence[0],)
    assert in_scope(evidence, "Marsh") == tuple(evidence)


def test_a_document_without_speakers_has_the_status_of_its_rows() -> None:
    passages = [DraftPassage(0, 9, 0, PassageKind.PROSE)]
    found = scope_statuses("en", passages, [scoped("declared", None)], (), {})
    assert found == {None: TranslationStatus.TRANSLATION}


MAIN = [
    ({"A": 50, "B": 40, "Host": 60}, {"A": "en", "B": "en"}, "A", "the larger one that is known"),
    ({"A": 5, "Host": 95}, {"A": "en"}, "Host", "a word in passing does not count"),
    ({"A": 5, "B": 5}, {}, "A", "the first of equals"),
    ({}, {}, None, "nobody"),
]


@pytest.mark.parametrize(("sizes", "languages", "main", "why"), MAIN)
def test_the_main_speaker(
    sizes: dict[str, int], languages: dict[str, str | None], main: str | None, why: str
) -> None:
    assert main_speaker(sizes, languages) == main, why
