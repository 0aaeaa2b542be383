"""All evidence of whole documents: registers, fields, scopes, and the shared documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.ingest import read_source
from corpus.models import Speaker
from corpus.translation.evidence_map import (
    evidence,
    scope_statuses,
    speaker_language,
    speaker_languages,
)
from corpus.translation.patterns import line_rules, trace_rules
from corpus.translation.registers import Registers

DESK = Registers.load().merge(
    Registers.parse(
        """
[[speaker]]
name = "Ilya Marsh"
languages_used = ["ru"]
sites = ["marsh.example"]
reason = "on file"
date = "2026-01-02"
events = { "2024-05-06" = ["en"] }
[[speaker]]
name = "Ada Berg"
languages_used = ["de", "en"]
reason = "on file"
date = "2026-01-02"
[[publisher]]
name = "Kestrel"
sites = ["kestrel.example"]
reason = "on file"
date = "2026-01-02"
[[publisher]]
name = "House Record"
sites = ["house.example"]
role = "official"
reason = "on file"
date = "2026-01-02"
"""
    )
)
WORDS = (
    "We did not build this pier for the ministers who came to open it. We built it for the people "
    "who wait here in the rain, and they are the ones who will judge whether it holds. "
) * 2


def statuses(header: str, body: str = WORDS) -> tuple[dict[str | None, str], dict[str, str]]:
    (draft,) = read_source("page.txt", f"{header}\n\n{body}\n".encode())
    found = evidence(draft.text, draft.passages, draft.description, DESK)
    for row in found:
        if row.start is not None:
            assert draft.text[row.start : row.end] == row.text
    languages = speaker_languages(draft.passages, draft.description, DESK)
    by_scope = scope_statuses(draft.description.language, draft.passages, found, (), languages)
    return dict(by_scope), {row.code: row.text for row in found}


REED = "Speaker: Tom Reed"
HEADERS = [
    ("Speaker: Ilya Marsh", "language_mismatch", "translation", "he speaks no English"),
    ("Speaker: Ilya Marsh\nDate: 2024-05-06", None, "unknown", "that day he did"),
    ("Speaker: Ada Berg", None, "unknown", "English is one of hers"),
    (REED, None, "unknown", "nobody knows him"),
    (f"{REED}\nPublisher: Kestrel", "publisher_register", "probable_translation", "the site"),
    (f"{REED}\nURL: https://house.example/1", "official_transcript", "original", "a record"),
    ("Speaker: Ilya Marsh\nURL: https://house.example/1", None, "translation", "not his words"),
    ("Speaker: Ada Berg\nTranslator: Uwe Horn", "declared", "translation", "one of two languages"),
    (f"{REED}\nTranslated-From: fr", "declared", "translation", "a field"),
]


@pytest.mark.parametrize(("header", "code", "expected", "why"), HEADERS)
def test_registers_and_fields(header: str, code: str | None, expected: str, why: str) -> None:
    by_scope, codes = statuses(f"Title: The pier\nLanguage: en\n{header}")
    assert by_scope[None] == expected, why
    assert code is None or code in codes


def test_a_declaration_without_a_place_is_kept_without_offsets() -> None:
    dump = '{"source": "s", "text": "We built it for them.", "translator": "Uwe Horn"}\n'
    (draft,) = read_source("dump.jsonl", dump.encode())
    (row,) = evidence(draft.text, draft.passages, draft.description, DESK)
    assert (row.code, row.start, row.end, row.translator) == ("declared", None, None, "Uwe Horn")


LANGUAGES = [
    ("en", Speaker("Ilya Marsh"), (), "ru", "the only one he speaks"),
    ("en", Speaker("Ada Berg"), (), None, "it may be either"),
    ("zh", Speaker("Ada Berg"), (), "de", "neither: the usual one"),
    ("en", Speaker("Tom Reed"), ("fr", "fr"), "fr", "from other sources"),
    ("en", Speaker("Tom Reed"), ("und",), None, "other sources tell nothing"),
    ("en", Speaker("Tom Reed"), (), None, "unknown"),
]


@pytest.mark.parametrize(("page", "speaker", "elsewhere", "expected", "why"), LANGUAGES)
def test_the_language_somebody_spoke(
    page: str, speaker: Speaker, elsewhere: tuple[str, ...], expected: str | None, why: str
) -> None:
    assert speaker_language(page, speaker, DESK, None, elsewhere) == expected, why


SEEDS = [
    ("000", "probable_back_translation", "residual_script"),
    ("001", "back_translation", "declared"),
    ("003", "translation", "language_mismatch"),
    ("004", "probable_back_translation", "placeholder"),
]


@pytest.mark.parametrize(("number", "expected", "code"), SEEDS)
def test_the_source_documents_have_their_statuses(
    shared: Path, number: str, expected: str, code: str
) -> None:
    (path,) = (shared / "data" / "seeds").glob(f"{number}_*")
    (draft,) = read_source(path.name, path.read_bytes())
    found = evidence(draft.text, draft.passages, draft.description, DESK)
    languages = speaker_languages(draft.passages, draft.description, DESK)
    by_scope = scope_statuses(draft.description.language, draft.passages, found, (), languages)
    assert by_scope[None] == expected
    row = next(r for r in found if r.code == code)
    assert row.start is not None and draft.text[row.start : row.end] == row.text != ""
    # without the registers the page's own traces still speak, where it has any
    bare = evidence(draft.text, draft.passages, draft.description, Registers())
    assert (code in {r.code for r in bare}) is (code != "language_mismatch")


def test_no_rule_names_a_site_or_a_person() -> None:
    folder = Path(evidence.__code__.co_filename).parent / "translation_rules"
    rules = "\n".join(path.read_text("utf-8") for path in folder.glob("*.toml")).casefold()
    names = {n for s in Registers.load().speakers for n in (s.name, *s.aliases) if len(n) > 3}
    assert not [n for n in names if n.casefold() in rules]
    assert "http" not in rules and ".com" not in rules
    assert line_rules().lines and trace_rules().placeholders
