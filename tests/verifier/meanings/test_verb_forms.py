"""One verb in two tenses."""

from __future__ import annotations

import pytest

from verifier.meanings.lexicon import lexicon
from verifier.meanings.verb_forms import readings, tense_changes


def changed(source: str, claim: str, around_source: str = "", around_claim: str = "") -> bool:
    entries = lexicon("en")

    def read(text: str) -> list[object]:
        norms = text.split()
        return entries.read(norms, [False] * len(norms))  # type: ignore[return-value]

    ours, theirs = read(source), read(claim)
    return bool(
        tense_changes(
            ours,  # type: ignore[arg-type]
            theirs,  # type: ignore[arg-type]
            read(around_source or source),  # type: ignore[arg-type]
            read(around_claim or claim),  # type: ignore[arg-type]
        )
    )


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("risen", ("rise", "participle")),
        ("walked", ("walk", "past")),
        ("hoped", ("hope", "past")),
        ("stopped", ("stop", "past")),
        ("carried", ("carry", "past")),
        ("lies", ("lie", "base")),
        ("running", ("run", "ing")),
        ("put", ("put", "past")),
        ("was", ("be", "past")),
    ],
)
def test_a_form_is_read_as_a_form_of_its_verb(word: str, reading: tuple[str, str]) -> None:
    assert reading in readings(word)


@pytest.mark.parametrize(
    ("source", "claim", "expected", "why"),
    [
        ("has been", "was", True, "of be"),
        ("is", "was", True, "of be"),
        ("is", "are", False, "agreement"),
        ("have", "has", False, "agreement"),
        ("walk", "walks", False, "agreement"),
        ("walk", "walked", True, "ending"),
        ("went", "gone", True, "past and participle"),
        ("did not go", "went", False, "the same time"),
        ("do not go", "went", True, "another time"),
        ("it's gone", "it had gone", True, "'s is has"),
        ("it's late", "it is late", False, "'s is is"),
        ("rose", "fell", False, "two verbs"),
        ("red", "roe", False, "no verb"),
    ],
)
def test_tense_is_compared_within_one_verb(
    source: str, claim: str, expected: bool, why: str
) -> None:
    assert changed(source, claim) is expected, why


@pytest.mark.parametrize(
    ("around", "expected", "why"),
    [
        ("have found it", True, "before a participle"),
        ("have never found it", True, "an adverb between"),
        ("have two dogs", False, "a verb of its own"),
        ("have", False, "nothing follows"),
    ],
)
def test_an_auxiliary_left_out_counts_before_a_participle(
    around: str, expected: bool, why: str
) -> None:
    assert changed("have", "", around, around.removeprefix("have").strip()) is expected, why
