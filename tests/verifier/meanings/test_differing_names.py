"""Names by their form."""

from __future__ import annotations

import pytest

from corpus.text.tokens import tokens
from verifier.meanings.differences import Side
from verifier.meanings.differing_names import NameToken, bare, differing, names
from verifier.meanings.lexicon import lexicon


def found(text: str, language: str, window: str = "", cased: bool = True) -> list[tuple[str, bool]]:
    cut = tokens(text)
    surfaces = tuple(text[s:e] for s, e in zip(cut.starts, cut.ends, strict=True))
    gaps = tuple(text[cut.ends[i - 1] if i else 0 : cut.starts[i]] for i in range(len(cut.starts)))
    side = Side(cut.norms, surfaces, gaps, cased)
    return [
        (surfaces[n.token], n.certain)
        for n in names(side, 0, len(surfaces), lexicon(language), {}, window)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected", "why"),
    [
        ("we met Hobbs there", "en", [("Hobbs", True)], "a capital inside"),
        ("we met Councillor Hobbs", "en", [("Hobbs", True)], "a title is no name"),
        ("we saw NATO and ships", "en", [("NATO", True)], "an acronym"),
        ("so we left. Then it rained", "en", [], "a common word at the head"),
        ("so we left. Hobbs stayed", "en", [("Hobbs", False)], "uncertain at the head"),
        ("it is anti-Roman there", "en", [("Roman", True)], "a hyphen opens nothing"),
        ("das alte Haus am Wald", "de", [], "German nouns"),
        ("das sagte Frau Lindner", "de", [("Lindner", True)], "beside a title"),
        ("他去了法国", "zh", [("法", True), ("国", True)], "a listed place"),
        ("他用 Photoshop 修图", "zh", [("Photoshop", True)], "a Latin word"),
        ("这件事很好", "zh", [], "no name"),
    ],
)
def test_names_are_told_by_their_form(
    text: str, language: str, expected: list[tuple[str, bool]], why: str
) -> None:
    assert found(text, language) == expected, why


def test_capitals_are_no_evidence_in_a_text_of_capitals() -> None:
    assert found("WE MET HOBBS THERE", "en", cased=False) == []


def test_a_word_that_is_common_elsewhere_is_no_name_at_the_head() -> None:
    assert found("Tides rise. Gulls cry.", "en", window="the tides and the gulls") == []


def test_an_uncertain_name_needs_an_unexplained_difference() -> None:
    head = [NameToken(0, "hobbs", False)]
    assert differing(head, {"grint"}, False, explained=False) == head
    assert differing(head, {"grint"}, False, explained=True) == []
    assert differing(head, {"hobbs"}, False, explained=False) == []


def test_a_possessive_is_the_same_name() -> None:
    assert bare("hobbs's") == bare("hobbs") == "hobbs"
