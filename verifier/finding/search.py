"""Where a claim stands among its candidates: exact places first, alignments where they can matter.

Problem: an alignment costs milliseconds and most candidates cannot win. Method: exact places are
looked for only in passages that may hold all runs of the claim; where there is one, nothing is
aligned. Else the candidates are aligned in the order of their ranking, each only when the words
that are there at all could change the answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.models import Excerpt
from corpus.text.tokens import terms
from verifier.aligning.align import densest_region
from verifier.aligning.places import Place, Words, chained_in, exact_in, marked_in
from verifier.aligning.wording import Judged, judge
from verifier.examined import Looked
from verifier.finding.bench import Bench
from verifier.finding.retrieve import Ranked, closeness
from verifier.finding.sketch import Sketch
from verifier.forms.variants import token_keys
from verifier.meanings.meaning import findings
from verifier.models import Finding, Op, Window

_EXACT_WINDOWS = 64
"""Windows in which exact places are looked for beyond those that are aligned: enough to list the
other places of a phrase, few enough for a phrase that everybody uses."""
FIRST = 64
"""Candidates read at first. The index's order is good: reading the others costs as much as they are
many, and is needed only when none of the first holds most of the claim."""
_EDGE = 60
"""Characters in which the first or last word of a passage stands for sure."""
_AROUND_WORD = ".,;:!?\"'()[]"
"""Marks around a word that are no part of it: a word without them that has letters and digits only
is the token as it stands."""
_PLAIN_WORDS = re.compile("[a-z0-9]+|[a-z]+(?:'[a-z]+)+")
"""Letters of two spellings whose tokens are what they show."""
_MARKED_SHARE = 0.5
"""Of a claim with marks of editing, the heavier half stands in one passage or the other."""
_LEAST_SHARE = 0.75
"""Part of the least share of words that must be in a window before it is aligned for a rule of its
own; the rest is room for folds of several words, which share no key."""
_LONG_CLAIM = 400


class PlaceSearch:
    """Looks at candidates one by one and keeps what was found."""

    def __init__(self, words: Words, bench: Bench) -> None:
        self.judged: list[Judged] = []
        self.windows: list[Looked] = []
        self.exact = False
        self._words, self._bench = words, bench
        self._needed = words.needed(bench.policy)
        self._span = int(len(words.keys) * bench.policy.altered_stretch)
        self._covered: set[int] = set()
        self._seen: dict[int, Window] = {}
        self._pairs = frozenset(pairwise(words.claim.tokens.norms))
        self._heaviest = 0.0

    def exact_places(self, sketches: Sequence[Sketch]) -> None:
        """Look for the claim as it stands, in the passages that may hold all of it."""
        for candidate in sketches:
            if candidate.possible and len(self._seen) < _EXACT_WINDOWS:
                self._look(candidate.passage)

    def exact_over_edges(self, sketches: Sequence[Sketch]) -> None:
        """Look for the claim as it stands, in the passages over whose edges it may run.

        Where it stands in one passage as well, these may still be the place that was meant.
        """
        for candidate in sketches[:FIRST]:
            if not candidate.possible and self._may_cross(candidate):
                self._look(candidate.passage)

    def alignments(self, ranked: Sequence[Ranked]) -> None:
        """Align the claim with the places that lead the ranking, where that can change anything.

        Args:
            ranked: heaviest first.
        """
        self.windows.clear()
        self._covered.clear()
        self._heaviest = 0.0
        for candidate in ranked:
            if len(self.windows) == self._bench.policy.aligned:
                break
            passage = candidate.passage
            if passage.id in self._covered:
                continue
            window = self._seen.get(passage.id) or self._look(passage)
            if window is None:
                continue
            self._covered.update(_covered(window, self._needed))
            exact = next((j.place for j in self.judged if j.place.alignment.window is window), None)
            place = exact
            language = self._language(passage)
            if not self.exact and self._may_matter(
                keys := token_keys(window.tokens.norms, language)
            ):
                places = chained_in(self._words, window, keys, language, self._bench.policy)
                self._judge(places, language)
                place = places[0] if places else None
                self._heaviest = max(self._heaviest, place.weight if place else 0.0)
            self.windows.append(Looked(window, place, self._closeness(candidate, place)))
        self.windows.sort(key=lambda look: -look.weight)

    def _closeness(self, candidate: Ranked, place: Place | None) -> float:
        if place is None:
            return candidate.weight
        rarity = self._words.rarity
        in_step = _in_step(place) / max(1, len(rarity))
        return closeness(candidate.weight, place.weight, in_step, sum(rarity))

    def _look(self, passage: Excerpt) -> Window | None:
        """Exact places around a passage; None when another window shows all of it."""
        if passage.id in self._covered:
            return None
        words, policy, language = self._words, self._bench.policy, self._language(passage)
        window = self._bench.running.window(passage.id, self._needed)
        if len(words.keys) < _LONG_CLAIM:
            self._covered.update(_covered(window, self._needed))
        exact = list(exact_in(words, window))
        if words.claim.marked and (marked := marked_in(words, window, policy)) is not None:
            exact = [marked]
        self.exact = self.exact or bool(exact)
        self._judge(exact, language)
        self._seen[passage.id] = window
        return window

    def _may_matter(self, keys: Sequence[str]) -> bool:
        """Whether aligning a window can change the answer.

        It can when a stretch as long as a changed quote may be holds enough of the claim's words
        for a rule, or, while no rule holds, when the window holds more weight than the best chain
        so far (a joined quote starts from the heaviest one).
        """
        words = self._words
        have = set(keys)
        held = sum(w for key, w in zip(words.keys, words.rarity, strict=True) if key in have)
        if held > self._heaviest and not self.judged:
            return True
        least = _LEAST_SHARE * self._bench.policy.altered_share * len(words.keys)
        if sum(key in have for key in words.keys) < least:
            return False
        first, last = densest_region(words.keys, [1.0] * len(words.keys), keys, self._span)
        there = (Counter(words.keys) & Counter(keys[first:last])).total()
        return there >= least and self._may_win(there / len(words.keys), held / sum(words.rarity))

    def _may_win(self, there: float, held: float) -> bool:
        """Whether a place may be better than the best one so far, or hold every word.

        Args:
            there: share of the claim's words that the densest stretch has.
            held: share of their weight that the window has.
        """
        if there >= _LEAST_SHARE:
            return True
        whole = sum(self._words.rarity)
        best = max((j.similarity + j.place.weight / whole for j in self.judged), default=0.0)
        return there + held >= _LEAST_SHARE * best

    def _may_cross(self, candidate: Sketch) -> bool:
        """Whether the claim may run over an edge of a passage into its neighbour."""
        norms, passage = self._words.claim.tokens.norms, candidate.passage
        if self._words.claim.marked:
            return candidate.share >= _MARKED_SHARE
        # Of the two passages that share a claim one holds two of its words at least.
        head, tail = passage.text[:_EDGE], passage.text[-_EDGE:].rstrip(" -")
        if not (
            self._neighbours(head, head.split(maxsplit=2)[:2], slice(2))
            or self._neighbours(tail, tail.rsplit(maxsplit=2)[-2:], slice(-2, None))
        ):
            return False
        have = terms(passage.text)
        if not have:
            return True
        for at, norm in enumerate(norms):
            if norm == have[0]:
                head_run = norms[at : at + len(have)]
                if have[: len(head_run)] == head_run:
                    return True
            if norm == have[-1]:
                tail_run = norms[max(0, at + 1 - len(have)) : at + 1]
                if have[-len(tail_run) :] == tail_run:
                    return True
        return False

    def _neighbours(self, text: str, spellings: Sequence[str], edge: slice) -> bool:
        """Whether the two outermost words of a text may be neighbours in the claim.

        Args:
            text: the first or the last characters of a passage.
            spellings: its two outermost stretches without white space.
            edge: which two of its words are the outermost ones.
        """
        words = tuple([spelling.strip(_AROUND_WORD).lower() for spelling in spellings])
        letters = "".join(words)
        if not (all(words) and _PLAIN_WORDS.fullmatch(letters)):
            words = terms(text)[edge]  # no plain words: they have to be cut out
        return len(words) < 2 or words in self._pairs

    def _judge(self, places: Sequence[Place], language: str) -> None:
        claim = self._words.claim

        def touching(place: Place) -> Sequence[Finding]:
            return findings(claim, place.alignment, language)

        found = (
            judge(claim, place, self._bench.policy, touching)
            for place in places
            if not place.outlined
        )
        self.judged.extend(verdict for verdict in found if verdict is not None)

    def _language(self, passage: Excerpt) -> str:
        return self._bench.source(passage).language


def _in_step(place: Place) -> int:
    """Most words of a claim that stand as far apart in the source as in the claim."""
    steps: Counter[int] = Counter()
    for edit in place.alignment.edits:
        if edit.op is Op.EQUAL:
            steps[edit.source_first - edit.claim_first] += edit.claim_last - edit.claim_first
    return max(steps.values(), default=0)


def _covered(window: Window, needed: int) -> list[int]:
    """Passages that need no window of their own: this one shows all a claim there can reach."""
    if window.whole:
        return [p.id for p in window.passages]
    starts = window.tokens.starts
    inner = [
        p.id
        for p in window.passages
        if bisect_left(starts, p.start) >= needed
        and len(starts) - bisect_left(starts, p.end) >= needed
    ]
    return [*inner, window.passages[len(window.passages) // 2].id]
