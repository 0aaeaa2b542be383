"""Sentence links lead to the right passages and spans of the other text."""

from __future__ import annotations

from corpus.linking.lattice import SentenceLink
from corpus.linking.projection import project, project_span
from corpus.text.sentences import sentence_spans

A = "One is here. Two is here. Three is here.\n\nFour is here. Five is here.\n\nAn advertisement."
B = "Uno sta qui. Due sta qui.\n\nTre sta qui. Quattro sta qui. Cinque sta qui."
SPANS_A, SPANS_B = sentence_spans(A), sentence_spans(B)
PASSAGES_A = [
    (0, A.index("\n\nFour")),
    (A.index("Four"), A.index("\n\nAn")),
    (A.index("An a"), len(A)),
]
PASSAGES_B = [(0, B.index("\n\nTre")), (B.index("Tre"), len(B))]


def links(unsure: int = -1) -> list[SentenceLink]:
    return [SentenceLink(n, n + 1, n, n + 1, 0.6 if n == unsure else 0.99, 0.5) for n in range(5)]


def shown(text: str, unsure: int = -1) -> str | None:
    start = A.index(text)
    place = project_span(links(unsure), SPANS_A, SPANS_B, start, start + len(text))
    return B[place.start : place.end] if place else None


def test_a_span_leads_to_the_whole_sentences_beside_it() -> None:
    assert shown("wo is") == "Due sta qui."
    assert shown("here. Three") == "Due sta qui.\n\nTre sta qui."


def test_an_unsure_link_is_shown_with_its_neighbours() -> None:
    assert shown("Two is", unsure=1) == "Uno sta qui. Due sta qui.\n\nTre sta qui."
    assert shown("One is", unsure=0) == "Uno sta qui. Due sta qui."
    assert shown("One is here. Two is here. Three", unsure=1) == B[: B.index(" Quattro")]


def test_a_span_without_a_link_leads_nowhere() -> None:
    assert shown("advertisement") is None


def test_passages_are_linked_by_what_their_sentences_share() -> None:
    found = project(links(), SPANS_A, SPANS_B, PASSAGES_A, PASSAGES_B)
    assert [(p.passage_a, p.passage_b) for p in found] == [(0, 0), (0, 1), (1, 1)]
    assert found[0].share > found[1].share
    assert found[2].share > 0.99
    assert all(p.posterior > 0.98 for p in found)


def test_a_passage_with_one_linked_sentence_of_many_is_not_linked() -> None:
    many = ". ".join(f"Sentence number {n} stands here" for n in range(10)) + "."
    found = project(
        [SentenceLink(4, 5, 0, 1, 0.99, 0.5)], sentence_spans(many), SPANS_B, [(0, len(many))],
        [(0, len(B))],
    )  # fmt: skip
    assert found == ()
