"""Published fact-checks that match a claim.

They are shown beside an answer and never change it: a likeness decides no verdict, and a rating is
its publisher's. Where none are kept this costs one look at a counter; the index of the claims is
made when the first question comes after a change, and kept until the next.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

from corpus.fact_check import KeptFactCheck
from corpus.keeping.fact_check_store import FactChecks
from verifier.fact_checks.index import ClaimIndex, index_words
from verifier.fact_checks.report import FactCheckMatch, Relation, WordingDifference
from verifier.fact_checks.wording import Compared, Scale, compare_wordings
from verifier.models import Claim
from verifier.policy import Policy

_MOST_NAMED = 3
_ORDER = {relation: at for at, relation in enumerate(Relation)}


class FactCheckSearch:
    """Holds claims against the fact-checks of one store. Safe to share between threads."""

    def __init__(self, checks: FactChecks, policy: Policy) -> None:
        """Nothing is read until the first question.

        Args:
            checks: those of the store.
            policy: the numbers.
        """
        self._checks, self._policy = checks, policy
        self._lock = Lock()
        self._made: tuple[int, ClaimIndex, Scale] | None = None

    def matching(self, claim: Claim, most: int | None = None) -> tuple[FactCheckMatch, ...]:
        """The fact-checks of a claim's words, or of a wording that differs and is told to.

        Args:
            claim: the claim, read.
            most: at most this many; the policy's number when None.

        Returns:
            The same wording first, then what is part of the other, then differing ones; within
            these the closer ones, then the later ones. Empty when none matches.

        Raises:
            StoreError: they cannot be read.

        Cost: microseconds while none are kept; with ten thousand a few milliseconds.
        """
        revision = self._checks.revision()
        if not revision or not len(claim.tokens):
            return ()
        index, scale = self._index(revision)
        most = self._policy.fact_checks_shown if most is None else most
        numbers = index.candidates(index_words(claim.text), self._policy.fact_check_candidates)
        found = []
        for kept in self._checks.many(numbers):
            check = kept.check
            compared = compare_wordings(claim, check.claim, check.language, scale)
            if compared is not None:
                found.append((compared, kept))
        found.sort(key=lambda pair: pair[1].number)
        found.sort(key=lambda pair: pair[1].check.published or "", reverse=True)
        found.sort(key=lambda pair: (_ORDER[pair[0].relation], -pair[0].share))
        return tuple(_match(*pair) for pair in found[:most])

    def _index(self, revision: int) -> tuple[ClaimIndex, Scale]:
        with self._lock:
            if self._made is None or self._made[0] != revision:
                index = ClaimIndex((k.number, k.check.claim) for k in self._checks.current())
                scale = Scale(self._policy, lru_cache(maxsize=65_536)(index.rarity))
                self._made = (revision, index, scale)
            return self._made[1:]


def _match(compared: Compared, kept: KeptFactCheck) -> FactCheckMatch:
    check = kept.check
    return FactCheckMatch(
        id=kept.id,
        relation=compared.relation,
        note=_note(compared),
        rated=rated(check.publisher, check.rating),
        similarity=compared.similarity,
        reviewed_claim=check.claim,
        claimant=check.claimant,
        claim_date=check.claim_date,
        publisher=check.publisher,
        url=check.url,
        title=check.title,
        rating=check.rating,
        published=check.published,
        language=check.language,
        appearance=check.appearance,
        version=kept.version,
        added_at=kept.added_at,
        in_quote=compared.in_quote,
        in_reviewed=compared.in_reviewed,
        differences=compared.differences,
    )


def rated(publisher: str, rating: str | None) -> str:
    """What a publisher made of a claim, as the publisher's own words; one sentence."""
    if rating is None:
        return f"{publisher} gives no rating."
    return f"{publisher} rated this: \u201c{rating}\u201d."


def _note(compared: Compared) -> str:
    what = "a quotation in the reviewed claim" if compared.quotation else "the reviewed claim"
    if compared.relation is Relation.SAME:
        return f"{what.capitalize()} has the words of the quote."
    if compared.relation is Relation.PART and compared.longer:
        return f"The words of {what} are part of the quote."
    if compared.relation is Relation.PART:
        return f"The words of the quote are part of {what}."
    told = "; ".join(map(_told, compared.differences[:_MOST_NAMED]))
    more = len(compared.differences) - _MOST_NAMED
    return f"About a differing wording: {told}{f'; and {more} more' if more > 0 else ''}."


def _told(difference: WordingDifference) -> str:
    quote, reviewed = difference.quote_text, difference.reviewed_text
    if quote and reviewed:
        return f"\u201c{quote}\u201d in the quote, \u201c{reviewed}\u201d in the reviewed claim"
    where = "the quote" if quote else "the reviewed claim"
    return f"\u201c{quote or reviewed}\u201d only in {where}"
