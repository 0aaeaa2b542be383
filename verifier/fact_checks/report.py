"""What an answer says of published fact-checks; names are those of the JSON.

A rating is told in the name of its publisher and never decides anything here. Offsets ``in_quote``
count code points of the claim that was asked about, ``in_reviewed`` those of ``reviewed_claim``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from verifier.matches import Span


class Relation(StrEnum):
    """What the reviewed wording is to the one that was asked about.

    ``same``: the same words, by the closed lists of tidying at most. ``part``: the one has all
    words of the other and more, and what it has more does not turn them round. ``differing``: words
    differ; which ones is told.
    """

    SAME = "same"
    PART = "part"
    DIFFERING = "differing"


@dataclass(frozen=True, slots=True)
class WordingDifference:
    """One difference between the two wordings.

    Attributes:
        code: a class of meaning (``negation``, ``number`` ...), else ``word``, ``name``.
        quote_text: the words asked about; empty where only the reviewed claim has some.
        reviewed_text: those of the reviewed claim; empty where only the quote has some.
    """

    code: str
    quote_text: str
    reviewed_text: str


@dataclass(frozen=True, slots=True)
class FactCheckMatch:
    """A published fact-check of the words that were asked about, or of a differing wording.

    Attributes:
        id: of the fact-check.
        relation: what its wording is to the quote's.
        note: the same in one neutral sentence.
        rated: what its publisher made of it, in the publisher's name; one sentence.
        similarity: 1 - differing words / words of the shorter wording, not below 0.
        reviewed_claim: the claim as the publisher gives it.
        claimant: who is said to have made it; and when, ``claim_date``.
        publisher: whose review it is, at ``url``, under ``title``, of the day ``published``.
        rating: the publisher's own words; None where none is given.
        appearance: where the claim appeared, as the publisher gives it.
        version: of what the publisher said; since when it is known, ``added_at``.
        in_quote: the stretch of the quote that was matched.
        in_reviewed: the stretch of the reviewed claim.
        differences: in the order of the text; empty for ``same`` and ``part``.
    """

    id: str
    relation: Relation
    note: str
    rated: str
    similarity: float
    reviewed_claim: str
    claimant: str | None
    claim_date: str | None
    publisher: str
    url: str
    title: str | None
    rating: str | None
    published: str | None
    language: str
    appearance: str | None
    version: int
    added_at: str
    in_quote: Span
    in_reviewed: Span
    differences: tuple[WordingDifference, ...]


def fact_check_line(match: FactCheckMatch) -> str:
    """A fact-check in one line: what its wording is, what its publisher made of it, where."""
    when = f" ({match.published})" if match.published else ""
    return f"{match.note} {match.rated}{when} {match.url}"


def heading(matches: Sequence[FactCheckMatch]) -> str:
    """What stands over a list of fact-checks: whether any is of these words."""
    if all(match.relation is Relation.DIFFERING for match in matches):
        return "Published fact-checks of a differing wording"
    return "Published fact-checks of this claim"
