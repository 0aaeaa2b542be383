"""Frames beside a few words in marks that give them to somebody."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

FRAMES = [
    (
        "It rests on what the court meant by “reasonably prompt.”",
        "the court",
        "whoever means something by the words",
    ),
    ("Ada Vane spoke. She prefers the term “pause”.", "Ada Vane", "whoever prefers a term"),
    (
        "Bins are free under what the council is calling its “Extra Room Promise”.",
        "the council",
        "what somebody calls so, capitals or none",
    ),
    (
        "A group put up a billboard promising “A New Spring”.",
        "a billboard",
        "a sign that promises something",
    ),
    ("A petition reads simply “Leave him be”.", "A petition", "an adverb behind the verb"),
    (
        "Ada Vane farmed. She was, by her own account, “a damp child”.",
        "Ada Vane",
        "by her own account",
    ),
    (
        "It showed a result the company promoted to investors as “leading the field”.",
        "the company",
        "a firm promotes something as it",
    ),
    (
        "Texts showed that Craig Cole cheated. In one he referred to a widow, Peg Dorn, as “the "
        "bank of Peg”, Simon Vane said.",
        "Craig Cole",
        "whoever calls her so, and not whoever reports it",
    ),
    (
        "Tom Cole had not read the nurse’s note, which described the boy as “pale and floppy”.",
        "the nurse’s note",
        "a paper that a clause is about",
    ),
    (
        "It was Ada Vane who is supposed to have said that a man on a bus “has failed at life”.",
        "Ada Vane",
        "whom a cleft sets in front",
    ),
    (
        "A member was told to “grow up” by the chair.",
        "the chair",
        "whoever tells somebody to, behind the marks",
    ),
    (
        "It fails, eleven weeks after Dorn and Linden council introduced it as “a new front door”.",
        "Dorn and Linden council",
        "a body of two places introduces it as that",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "why"), FRAMES)
def test_a_frame_gives_a_few_words_to_somebody(text: str, speaker: str, why: str) -> None:
    found = find_quotations(text, "en")
    assert [(q.is_checked, q.speaker) for q in found] == [(True, speaker)], why
