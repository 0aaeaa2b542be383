"""From a claim that was read to the places that decide it.

The order of work: candidates from the index, ranked again by stems; running text around the best of
them; all ways in which the claim stands there; the first rule that holds anywhere. Exact places are
looked for first, wherever all words of the claim stand in one passage; other alignments only where
there is no exact place, in the places that lead the ranking, and of those only where the words that
are there at all could make a difference. What was not looked at is said, never guessed.

The index is asked twice at most. First for rare pairs alone, which finds what was changed little at
a third of the cost; that is enough where a rule holds, or where one passage has far more of the
claim in step than any other. Else for all that shares words with the claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.aligning.places import Words
from verifier.examined import Examined, Preference
from verifier.finding.bench import Bench
from verifier.finding.retrieve import Ranked, rank, rarity
from verifier.finding.rivals import goes_on_elsewhere, rivals
from verifier.finding.search import FIRST, PlaceSearch
from verifier.finding.sketch import Sketch, settled, shortlist, sketch
from verifier.finding.word_order import LONG, InStep, in_step, order_worth, worded_alike
from verifier.forms.stems import is_function_word
from verifier.forms.variants import token_keys
from verifier.judging.decide import decide, gate
from verifier.models import Claim
from verifier.report import Reason, VerdictCode

_FUNCTION_WORTH = 0.6
_ANYWHERE = 128
"""Candidates when none is clearly the place: of 400 quotes with half of their words replaced 383
are among them, 387 among the first 200, 379 among the first 64."""
_HEAVIEST = 5
"""Places that are aligned for their weight when none is clearly the place, beside those that are
worded alike."""
_LED_BY = 8
"""Candidates among which the one that the claim was taken from is looked for at first: it shares
the rarest pairs. Of 790 claims at 1,000,000 turns two had other nearest sentences with 16."""
_FEW_WORDS, _LED_BY_FEW = 10, 16
"""Fewer words than this stand in many places, and over the edges of some: more are looked at."""


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
    search = PlaceSearch(words, bench)
    sketches, steps = _near(words, search, bench)
    if not search.exact and not _found_near(words, search, sketches, steps, bench):
        sketches = _found_anywhere(words, search, sketches, steps, bench)
    found = decide(words, search.judged, search.windows, bench, prefers)
    examined = replace(found, candidates=len(sketches))
    return gate(claim, examined, policy, complete)


def _near(words: Words, search: PlaceSearch, bench: Bench) -> tuple[list[Sketch], InStep]:
    """Candidates that hold most of the claim, if any does, and the exact places in them.

    Those that may hold all of the claim are all looked at, the others only when the first leave a
    doubt: not where the claim stands in one of eight and not in all, or one of them has nearly all
    of it in step and no other much; nor where one of more may hold most of it. A long claim goes
    over many passages, so that none holds most of it; its own are among the first all the same.

    Returns:
        The candidates, and what the first of them have in step.
    """
    norms, most = words.claim.tokens.norms, bench.policy.candidates
    ask = bench.home.index.near if len(norms) <= LONG else bench.home.index.candidates
    hits = ask(norms, most)
    sketches: list[Sketch] = []
    steps = InStep(())
    led_by = _LED_BY if len(norms) >= _FEW_WORDS else _LED_BY_FEW
    for first, last in pairwise((0, led_by, FIRST, len(hits))):
        more = _sketched(words, [hit.passage_id for hit in hits[first:last]], bench)
        search.exact_places(more)
        sketches += more
        if not first and not search.exact:
            steps = in_step(norms, words.rarity, more)
        clear = steps.whole or (search.exact and not all(s.possible for s in more))
        clear = clear or (first > 0 and (len(norms) > LONG or settled(sketches)))
        if clear and not any(hit.whole for hit in hits[last:]):
            break
    if search.exact:
        search.exact_over_edges(sketches)
    return sketches, steps


def _found_near(
    words: Words, search: PlaceSearch, sketches: Sequence[Sketch], steps: InStep, bench: Bench
) -> bool:
    """Align the claim with candidates that hold most of it; whether others need not be asked for.

    They need not where a rule holds, nor where one candidate is clearly the place: by the words
    that stand in it as far apart as in the claim, which no other has, alone or beside it.
    """
    norms = words.claim.tokens.norms
    if steps.kept:
        search.alignments(_rivals(words, sketches, steps, bench))
        if search.judged:
            return True
    if not steps.clear or goes_on_elsewhere(norms, sketches[steps.leader], sketches):
        return False
    _align_best(words, search, sketches, steps, bench)
    return True


def _found_anywhere(
    words: Words, search: PlaceSearch, known: Sequence[Sketch], steps: InStep, bench: Bench
) -> list[Sketch]:
    """Align the claim with whatever shares words with it; all candidates.

    Args:
        words: the claim.
        search: what was found so far.
        known: the candidates that were looked at.
        steps: of the first of them.
        bench: store, index and what is kept.
    """
    norms = words.claim.tokens.norms
    have = {s.passage.id for s in known}
    hits = bench.home.index.candidates(norms, _ANYWHERE) if len(norms) <= LONG else []
    more = _sketched(words, [h.passage_id for h in hits if h.passage_id not in have], bench)
    sketches = [*known, *more]
    search.exact_places(more)
    if search.exact:
        search.exact_over_edges(sketches)
        return sketches
    steps = in_step(norms, words.rarity, sketches, steps.shares)
    if steps.kept and settled(sketches):
        search.alignments(_rivals(words, sketches, steps, bench))
    if not search.judged:
        _align_best(words, search, sketches, steps, bench)
    return sketches


def _align_best(
    words: Words, search: PlaceSearch, sketches: Sequence[Sketch], steps: InStep, bench: Bench
) -> None:
    """Align the claim with the heaviest candidates and those that are worded alike.

    Where one is clearly the place it is aligned first: most others need not be aligned then. Where
    none is, the heaviest come first, because a reworded sentence is known by its words alone.
    """
    alike = worded_alike(sketches, steps)
    shares = {s.passage.id: share for s, share in zip(sketches, steps.shares, strict=False)}
    whole = sum(words.rarity)
    ranked = _ranked(words, shortlist(sketches, alike), bench)
    first = 0 if steps.clear else _HEAVIEST
    norms = words.claim.tokens.norms
    if first and sketches and goes_on_elsewhere(norms, sketches[steps.leader], sketches):
        first = bench.policy.aligned - len(alike)  # the pieces of a joined quote need a place
    heaviest = ranked[:first]
    rest = [r for r in ranked[len(heaviest) :] if r.passage.id in alike]
    if steps.clear:
        rest += [r for r in ranked if r.passage.id not in alike][:_HEAVIEST]
    search.alignments(
        [
            replace(r, weight=r.weight + order_worth(shares.get(r.passage.id, 0.0), whole))
            for r in [*heaviest, *rest]
        ]
    )


def _rivals(words: Words, sketches: Sequence[Sketch], steps: InStep, bench: Bench) -> list[Ranked]:
    """The candidates beside a clear leader, in the order in which they are aligned.

    Few are all aligned, and by words in step the best one comes first; only what has to be left
    out is worth ranking by words.
    """
    found = rivals(words.claim.tokens.norms, words.rarity, sketches, steps)
    if len(found) <= bench.policy.aligned:
        return [Ranked(candidate.passage, share) for candidate, share in found]
    return _ranked(words, [candidate for candidate, _ in found], bench)


def _sketched(words: Words, ids: Sequence[int], bench: Bench) -> list[Sketch]:
    norms = words.claim.tokens.norms
    runs = [norms[s.first : s.last] for s in words.claim.segments]
    return sketch(norms, words.rarity, runs, bench.home.store.excerpts(ids)) if ids else []


def _ranked(words: Words, candidates: Sequence[Sketch], bench: Bench) -> list[Ranked]:
    norms = words.claim.tokens.norms
    return rank(norms, words.keys, words.rarity, candidates, lambda p: bench.source(p).language)


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
