"""From a claim that was read to the places that decide it.

The order of work: candidates from the index, ranked again by stems; running text around the best of
them; all ways in which the claim stands there; the first rule that holds anywhere. Exact places are
looked for first, wherever all words of the claim stand in one passage; other alignments only where
there is no exact place, in the places that lead the ranking, and of those only where the words that
are there at all could make a difference. What was not looked at is said, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.models import Excerpt
from corpus.text import terms
from verifier.bench import Bench
from verifier.decide import decide, gate
from verifier.examined import Examined, Preference
from verifier.models import Claim
from verifier.places import Words
from verifier.report import Reason, VerdictCode
from verifier.retrieve import Ranked, rank, rarity
from verifier.search import FIRST, PlaceSearch
from verifier.sketch import Sketch, rivals, settled, shortlist, sketch, worded_alike
from verifier.stems import is_function_word, stemmer
from verifier.variants import token_keys

_FUNCTION_WORTH = 0.6


def examine(
    claim: Claim,
    bench: Bench,
    prefers: Preference,
    complete: bool,
) -> Examined:
    """Find the places of a claim and the rule that holds.

    Args:
        claim: the claim.
        bench: store, index and what is kept.
        prefers: how equally good places are ordered.
        complete: whether the index is in step with the store.

    Returns:
        What was found; `not_found` and what follows `minor_changes` after a complete search only.

    Raises:
        StoreError: when store or index cannot be read.
    """
    policy = bench.policy
    norms = claim.tokens.norms
    if not norms:
        return Examined(VerdictCode.INCONCLUSIVE, Reason.TOO_SHORT_OR_COMMON)
    words = _words(claim, bench)
    sketches = _candidates(words, bench)
    search = PlaceSearch(words, bench)
    search.exact_places(sketches)
    if not search.exact and settled(sketches):
        search.alignments(_ranked(words, rivals(norms, sketches), bench))
    if not search.judged:
        alike = worded_alike(norms, words.rarity, sketches)
        ranked = _ranked(words, shortlist(sketches, alike), bench)
        search.alignments(_with_rows(ranked, alike, policy.aligned))
    found = decide(words, search.judged, search.windows, bench, prefers)
    examined = replace(found, candidates=len(sketches))
    return gate(claim, examined, policy, complete)


def _candidates(words: Words, bench: Bench) -> list[Sketch]:
    """Candidates as far as they may matter: the later ones only when the first leave a doubt."""
    norms, most = words.claim.tokens.norms, bench.policy.candidates
    runs = [norms[s.first : s.last] for s in words.claim.segments]
    ids = [hit.passage_id for hit in bench.home.index.candidates(norms, most)]
    first = sketch(norms, words.rarity, runs, bench.home.store.excerpts(ids[:FIRST]))
    if settled(first) and not any(s.possible for s in first[FIRST // 2 :]):
        return first
    rest = bench.home.store.excerpts(ids[FIRST:])
    return [*first, *sketch(norms, words.rarity, runs, rest)]


def _ranked(words: Words, passages: Sequence[Excerpt], bench: Bench) -> list[Ranked]:
    return rank(
        words.keys,
        words.rarity,
        passages,
        lambda p: token_keys(terms(p.text), bench.source(p).language),
        lambda p: stemmer(bench.source(p).language),
    )


def _words(claim: Claim, bench: Bench) -> Words:
    norms = claim.tokens.norms
    distinct = list(dict.fromkeys(norms))
    frequencies = bench.home.index.document_frequency(distinct)
    passages = max(1, bench.home.index.state().passages)
    weight = dict(zip(distinct, rarity(frequencies, passages), strict=True))
    return Words(
        claim,
        tuple(token_keys(norms, claim.language)),
        tuple(_FUNCTION_WORTH if is_function_word(n, claim.language) else 1.0 for n in norms),
        tuple(weight[n] for n in norms),
    )


def _with_rows(ranked: list[Ranked], alike: frozenset[int], aligned: int) -> list[Ranked]:
    """The ranking with those that are worded alike among the ones that are aligned."""
    first = ranked[: aligned - len(alike)]
    rest = ranked[len(first) :]
    return [*first, *sorted(rest, key=lambda r: r.passage.id not in alike)]
