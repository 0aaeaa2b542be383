"""German words in marks that nobody said."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

KINDS = [
    ("Shakespeares „Lear“ am Stadttheater dauert lange.", "title", "an owner of a play"),
    ("Das sagte er einem Reporter der „Tagespost“ im Mai.", "title", "a paper by its reporter"),
    ("Die Fabrik, lange als „Leuchtturm“ gehandelt, schließt.", "scare_quote", "nobody's label"),
    ("Die „Sturmszene“ findet im Trockenen statt.", "scare_quote", "a noun with its article"),
    ("Kai Brehm, den sie im Dorf „den Hecht“ nennen, bleibt.", "scare_quote", "a nickname"),
    ("Im Ort nennen sie alle nur „die Chefin“.", "scare_quote", "what all call somebody"),
    ("„Technische Störung“, steht auf der Anzeige.", "scare_quote", "what a display shows"),
    ("Die Fabrik wurde von Kai Brehm als „ein Albtraum“ bezeichnet.", "quotation", "an agent"),
]


@pytest.mark.parametrize(("text", "expected", "why"), KINDS)
def test_the_frame_tells_whose_words_they_are(text: str, expected: str, why: str) -> None:
    assert [q.kind.value for q in find_quotations(text, "de")] == [expected], why


def test_a_title_between_marks_does_not_cut_the_report() -> None:
    text = "Clara Vogt hatte im „Lindener Boten“ erklärt, Kai Brehm genieße „das volle Vertrauen“."
    found = [q for q in find_quotations(text, "de") if q.is_checked]
    assert [q.speaker for q in found] == ["Clara Vogt"]
