"""Whose turns are translated or interpreted."""

from __future__ import annotations

import pytest

from corpus.models import DraftPassage, PassageKind, Speaker
from corpus.translation.evidence import ScopedEvidence, Strength
from corpus.translation.labels import for_speakers, label_evidence

MARSH, HOST = Speaker("Ilya Marsh", ("Marsh",)), Speaker("Host")


def turns(*spoken: tuple[str, Speaker, str]) -> tuple[str, list[DraftPassage]]:
    text, passages = "", []
    for turn, (label, speaker, said) in enumerate(spoken):
        text += f"{label}: "
        passages.append(
            DraftPassage(len(text), len(text) + len(said), turn, PassageKind.SPEECH, speaker)
        )
        text += f"{said}\n\n"
    return text, passages


LABELS = [
    ("Ilya Marsh (through interpreter)", "interpreter", None, "English"),
    ("Ilya Marsh (via a translator)", "interpreter", None, "English, another way"),
    ("Ilya Marsh [as translated]", "declared_for_speaker", None, "translated"),
    ("Ilya Marsh (translated from Russian)", "declared_for_speaker", "ru", "with the language"),
    ("Ilya Marsh（现场翻译）", "interpreter", None, "Chinese"),
    ("Ilya Marsh (über Dolmetscher)", "interpreter", None, "German"),
    ("Ilya Marsh (via un interprète)", "interpreter", None, "French"),
    ("Ilya Marsh (mediante intérprete)", "interpreter", None, "Spanish"),
    ("Ilya Marsh (через переводчика)", "interpreter", None, "Russian"),
    ("Ilya Marsh（通訳を介して）", "interpreter", None, "Japanese"),
    ("Ilya Marsh (laughs)", None, None, "a stage direction"),
    ("Ilya Marsh (translator)", None, None, "his trade"),
]


@pytest.mark.parametrize(("label", "code", "source", "why"), LABELS)
def test_what_stands_in_brackets_at_a_label_concerns_that_speaker(
    label: str, code: str | None, source: str | None, why: str
) -> None:
    text, passages = turns(("Host", HOST, "Let us begin."), (label, MARSH, "We built nine."))
    rows = list(label_evidence(text, passages))
    assert [(r.code, r.speaker, r.translated_from) for r in rows] == (
        [(code, "Ilya Marsh", source)] if code else []
    ), why
    assert all(text[r.start : r.end] == r.text for r in rows)


def test_one_row_a_speaker_however_often_the_label_stands() -> None:
    label = "Ilya Marsh (through interpreter)"
    text, passages = turns((label, MARSH, "One."), ("Host", HOST, "Two."), (label, MARSH, "Three."))
    assert len(list(label_evidence(text, passages))) == 1


def test_an_interpreters_own_turns_are_interpreted() -> None:
    text, passages = turns(("Interpreter", Speaker("Interpreter"), "He says that he is well."))
    (row,) = label_evidence(text, passages)
    assert (row.code, row.speaker, row.text) == ("interpreter", "Interpreter", "Interpreter")


def row(speaker: str, code: str = "declared_for_speaker") -> ScopedEvidence:
    return ScopedEvidence(code, Strength.DECLARED, "x", 0, 1, "en.x", "en-1", speaker)


SENTENCES = [
    ("Mr. Marsh", [MARSH, HOST], "Ilya Marsh", "the family name"),
    ("Ilya Marsh", [MARSH, HOST], "Ilya Marsh", "the whole name"),
    ("Otto Falk", [MARSH, HOST], "", "somebody who does not speak here"),
    ("Otto Falk", [], None, "a page without speakers: the whole"),
]


@pytest.mark.parametrize(("named", "speakers", "scope", "why"), SENTENCES)
def test_a_sentence_about_somebody_concerns_them(
    named: str, speakers: list[Speaker], scope: str | None, why: str
) -> None:
    passages = [DraftPassage(i, i + 1, i, PassageKind.SPEECH, s) for i, s in enumerate(speakers)]
    found = [r.speaker for r in for_speakers([row(named)], passages)]
    assert found == ([] if scope == "" else [scope]), why
