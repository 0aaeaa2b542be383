"""Whom a German definite noun stands for."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS = [
    (
        "Herr Petrov, Hausnummer 44, schläft schlecht. „Mir ist das egal“, sagt der Rentner.",
        "Petrov",
        "any trade points at the one in focus",
    ),
    (
        "Als alles vorbei war, stand Uwe Vogt allein da. Der Kapitän des SV Dorn schwieg. "
        "„Wir waren schlecht“, sagte er.",
        "Uwe Vogt",
        "an attribute of somebody without an office",
    ),
    (
        "Uwe Vogt ist angeklagt. „Setzen Sie sich“, sagte der Richter.",
        "der Richter",
        "whoever is there by his office",
    ),
    (
        "Im Saal sitzt die Mutter der Klägerin. „Ich warte“, sagt die Mutter.",
        "die Mutter der Klägerin",
        "the same noun with its attribute",
    ),
    (
        "Zuvor hatte eine frühere Schwester vom Ton erzählt. „Es war laut“, sagte die Zeugin.",
        "eine frühere Schwester",
        "another noun for somebody new",
    ),
    (
        "Der Verein lud ein, die Nordwind GmbH zahlte. „Wir helfen“, teilte das Unternehmen mit.",
        "Nordwind GmbH",
        "a firm by its legal form",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_a_noun_points_at_whoever_is_in_focus(text: str, expected: str, why: str) -> None:
    assert [q.speaker for q in find_quotations(text, "de")] == [expected], why
