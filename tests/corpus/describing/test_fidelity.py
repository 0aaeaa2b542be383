"""How near a source is to what was said: declared, told by the page, or gone by its kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.describing.fidelity import declared_fidelity, fidelity_of, of_kind
from corpus.home import Home
from corpus.ingest import read_source
from corpus.models import Fidelity, Provenance, SourceKind

BODY = "We have waited nine years for this bridge, and now it carries us. " * 8
CASES = [
    ("Kind: speech\n\n{}", "prepared_text", "its kind", "a speech as a text"),
    ("Kind: transcript\n\n{}", "recording_transcript", "its kind", "a transcript"),
    ("Kind: interview\n\n{}", "edited_record", "its kind", "interviews are edited"),
    ("Kind: post\n\n{}", "social_post", "its kind", "a post"),
    ("Kind: book\n\n{}", "book", "its kind", "a book"),
    ("Kind: article\n\n{}", "article", "its kind", "an article"),
    ("Kind: transcript\nFidelity: Edited record\n\n{}", "edited_record", "declared", "said so"),
    ("Kind: post\nFidelity: nonsense\n\n{}", "social_post", "its kind", "a word for no class"),
    (
        "Kind: transcript\n\nThis interview has been edited and condensed for length and"
        " clarity.\n\n{}",
        "edited_record",
        "edited and condensed for length",
        "the page says that it was edited",
    ),
    (
        "Kind: speech\n\nRemarks as prepared for delivery\n\n{}",
        "prepared_text",
        "prepared",
        "a text from before the speech",
    ),
    (
        "Kind: speech\n\n{}\n\nEs gilt das gesprochene Wort.\n",
        "prepared_text",
        "gesprochene",
        "the same, in German, at the foot",
    ),
    (
        "Kind: transcript\n\n{}\n\nThis transcript was automatically generated.\n",
        "automatic_captions",
        "automatically generated",
        "a machine wrote it down",
    ),
    (
        "Kind: speech\nTranslated-From: de\n\n{}",
        "translation",
        "translation",
        "a translation, whatever else it is",
    ),
    (
        "Kind: article\n\nAn automatically generated report was shown.\n\n{}",
        "article",
        "its kind",
        "an article may write about such things",
    ),
]


@pytest.mark.parametrize(("text", "fidelity", "reason", "why"), CASES)
def test_a_class_with_its_reason(text: str, fidelity: str, reason: str, why: str) -> None:
    (draft,) = read_source("a.txt", text.format(BODY).encode())
    assert draft.description.fidelity == fidelity, why
    assert reason in draft.description.fidelity_reason, why


def test_words_in_the_running_text_decide_nothing() -> None:
    text = BODY * 6 + "It was edited for length and clarity. " + BODY * 6
    found = fidelity_of(None, SourceKind.TRANSCRIPT, Provenance(), text)
    assert found.fidelity is Fidelity.RECORDING_TRANSCRIPT


CUES = "WEBVTT\n\n" + "\n\n".join(
    f"00:00:{n:02d}.000 --> 00:00:{n + 1:02d}.000\n{{}} {n}" for n in range(1, 40)
)


@pytest.mark.parametrize(
    ("line", "fidelity"),
    [
        ("so what we did was to wait for it and", Fidelity.AUTOMATIC_CAPTIONS),
        ("What we did was to wait for it.", Fidelity.RECORDING_TRANSCRIPT),
    ],
)
def test_captions_without_punctuation_are_a_machine_s(line: str, fidelity: Fidelity) -> None:
    (draft,) = read_source("a.vtt", CUES.format(*[line] * 39).encode())
    assert draft.description.fidelity is fidelity


@pytest.mark.parametrize("written", ["Recording transcript", "recording-transcript", " BOOK "])
def test_a_declared_class_is_read_however_it_is_written(written: str) -> None:
    assert declared_fidelity(written) is not None


def test_every_kind_has_a_class_and_every_class_a_place() -> None:
    assert {of_kind(kind).fidelity for kind in SourceKind} <= set(Fidelity)
    assert next(iter(Fidelity)) is Fidelity.RECORDING_TRANSCRIPT
    assert list(Fidelity)[-1] is Fidelity.UNKNOWN


def test_a_class_is_stored_with_each_version(tmp_path: Path) -> None:
    with Home.open(tmp_path) as home:
        for fidelity in ("book", "article"):
            text = f"Kind: speech\nFidelity: {fidelity}\n\n{BODY}"
            list(home.add(read_source("a.txt", text.encode()), now="2026-01-01T00:00:00Z"))
        (source,) = home.store.sources(after=None, limit=5)
        held = [v.source.fidelity for v in home.store.versions(source.id)]
    assert held == [Fidelity.BOOK, Fidelity.ARTICLE]
    assert source.fidelity_reason == "declared"
