"""The ways in which a claim stands in one stretch of running text.

Problem: the verdict rules ask for different alignments of the same words (contiguous, in pieces
with marked gaps, with words left out or changed), and a rule holds when *some* alignment satisfies
it.

Method: for each window the alignments are made in the order of the rules, from exact search to
chaining, and each is offered as a `Place`; `verifier.aligning.wording` judges them. Words are
compared by their level 2 form for what must be exact, and by their level 3 key for what may differ
by a closed list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.text.tokens import counted_words
from verifier.aligning.align import Run, chain, compact, densest_region, exact_places, joined
from verifier.aligning.borders import CLAUSE_BORDER
from verifier.aligning.breaks import settled
from verifier.aligning.diff import align_edits
from verifier.aligning.outlines import outline
from verifier.forms.stems import is_function_word
from verifier.models import Alignment, Claim, Edit, Join, Op, Window
from verifier.policy import Policy

_EXACT_KEPT = 50
"""Exact places kept of one window; more of one phrase in one turn tell nobody more."""


@dataclass(frozen=True, slots=True)
class Place:
    """One way a claim stands in one window.

    Attributes:
        alignment: where, and what differs.
        exact: all words contiguous, or every piece contiguous when the claim is marked.
        weight: worth of the claim's words that are kept; what places are ranked by.
        outlined: no rule can hold here, and the alignment has nothing but what is equal.
    """

    alignment: Alignment
    exact: bool
    weight: float
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A claim ready to be aligned.

    Attributes:
        claim: the claim.
        keys: level 3 keys of its tokens.
        worth: cost scale of each token for chaining: 1 for a content word, less for others.
        rarity: weight of each token for ranking: the rarer in the corpus the more.
    """

    claim: Claim
    keys: tuple[str, ...]
    worth: tuple[float, ...]
    rarity: tuple[float, ...]

    @property
    def joints(self) -> frozenset[int]:
        """Claim positions before which words may have been left out with a mark."""
        return frozenset(
            s.first for s in self.claim.segments if s.join in (Join.ELLIPSIS, Join.BRACKET)
        )

    def needed(self, policy: Policy) -> int:
        """Source tokens on either side of a candidate that the claim could reach."""
        ellipses = sum(1 for s in self.claim.segments if s.join is Join.ELLIPSIS)
        length = len(self.keys)
        return (
            int(length * policy.altered_stretch)
            + policy.silent_gap * 2
            + (policy.ellipsis_gap * ellipses * _characters_a_word(self.claim))
        )


def _characters_a_word(claim: Claim) -> int:
    return 1 if counted_words(claim.tokens.norms) == len(claim.tokens) else 2


def exact_in(words: Words, window: Window) -> Iterator[Place]:
    """Every place of a window where all of the claim's words stand together, unmarked claims only.

    Args:
        words: the claim.
        window: the running text.

    Yields:
        Places in order of the text, at most 50 a window; nothing for a claim with marks of editing.
    """
    norms = words.claim.tokens.norms
    if words.claim.marked or not norms:
        return
    weight = sum(words.rarity)
    for at in exact_places(joined(norms), joined(window.tokens.norms), _EXACT_KEPT):
        edit = Edit(Op.EQUAL, 0, len(norms), at, at + len(norms))
        yield Place(Alignment(window, (edit,), at, at + len(norms)), True, weight)


def marked_in(words: Words, window: Window, policy: Policy) -> Place | None:
    """The claim's pieces, each contiguous, in order, no further apart than their marks allow.

    Args:
        words: the claim; it has marks of editing.
        window: the running text.
        policy: the widest gaps.

    Returns:
        The tightest such place, the first of equally tight ones; None when there is none.
    """
    claim = words.claim
    hay = joined(window.tokens.norms)
    options = [
        exact_places(joined(claim.tokens.norms[s.first : s.last]), hay) for s in claim.segments
    ]
    if not options or not all(options):
        return None
    # reached[k] = for each place of piece k: (source words skipped so far, place of piece k - 1)
    reached: list[dict[int, tuple[int, int]]] = [dict.fromkeys(options[0], (0, -1))]
    for k in range(1, len(claim.segments)):
        here: dict[int, tuple[int, int]] = {}
        length = claim.segments[k - 1].last - claim.segments[k - 1].first
        for at in options[k]:
            best: tuple[int, int] | None = None
            for before, (skipped, _) in reached[-1].items():
                gap = at - before - length
                if gap < 0 or not _gap_allowed(claim, k, window, before + length, at, policy):
                    continue
                if best is None or skipped + gap < best[0]:
                    best = (skipped + gap, before)
            if best is not None:
                here[at] = best
        reached.append(here)
    if not reached[-1]:
        return None
    at = min(reached[-1], key=lambda place: (reached[-1][place][0], place))
    edits: list[Edit] = []
    for k in range(len(claim.segments) - 1, -1, -1):
        segment = claim.segments[k]
        length = segment.last - segment.first
        edits.append(Edit(Op.EQUAL, segment.first, segment.last, at, at + length))
        before = reached[k][at][1]
        if k:
            end = before + claim.segments[k - 1].last - claim.segments[k - 1].first
            if end < at:
                edits.append(Edit(Op.MARKED, segment.first, segment.first, end, at))
            at = before
    edits.reverse()
    edits = [*_lead(claim, window, edits[0], policy), *edits]
    edits = [*edits, *_trail(claim, window, edits[-1], policy)]
    first, last = edits[0].source_first, edits[-1].source_last
    return Place(Alignment(window, tuple(edits), first, last), True, sum(words.rarity))


def _gap_allowed(
    claim: Claim, k: int, window: Window, first: int, last: int, policy: Policy
) -> bool:
    join = claim.segments[k].join
    words = counted_words(window.tokens.norms[first:last])
    if join is Join.ELLIPSIS:
        return words <= policy.ellipsis_gap
    if join is Join.BRACKET:
        return words <= policy.bracket_gap
    return words == 0


def _lead(claim: Claim, window: Window, first: Edit, policy: Policy) -> list[Edit]:
    """Source words that a bracket before the first word stands for, from the clause's start."""
    if not claim.lead_bracket:
        return []
    at = first.source_first
    while at and first.source_first - at <= policy.bracket_gap and not _border(window, at):
        at -= 1
    if at == first.source_first or not (at == 0 or _border(window, at)):
        return []
    return [Edit(Op.MARKED, 0, 0, at, first.source_first)]


def _trail(claim: Claim, window: Window, last: Edit, policy: Policy) -> list[Edit]:
    """Source words that a bracket after the last word stands for: on to the clause's end."""
    if not claim.tail_bracket:
        return []
    at = last.source_last
    end = len(window.tokens)
    while at < end and at - last.source_last <= policy.bracket_gap and not _border(window, at):
        at += 1
    if at == last.source_last or not (at == end or _border(window, at)):
        return []
    length = len(claim.tokens)
    return [Edit(Op.MARKED, length, length, last.source_last, at)]


def _border(window: Window, at: int) -> bool:
    """Whether a clause border lies before token ``at``."""
    between = window.slice(window.tokens.ends[at - 1], window.tokens.starts[at])
    return bool(CLAUSE_BORDER.search(between))


def _leaning(window: Window, language: str) -> Callable[[int], bool]:
    """Whether a token of a window leans on the next one: a function word inside its clause."""
    norms = window.tokens.norms

    def leans(at: int) -> bool:
        return is_function_word(norms[at], language) and not _border(window, at + 1)

    return leans


def chained_in(
    words: Words, window: Window, keys: Sequence[str], language: str, policy: Policy
) -> list[Place]:
    """The best alignments of the claim with a window, whatever differs.

    Args:
        words: the claim.
        window: the running text.
        keys: level 3 keys of its tokens.
        language: of the source.
        policy: the numbers.

    Returns:
        The best chain and, where that is longer than a changed quote may be, the best part of it
        that is not; empty when no word is shared.
    """
    width = words.needed(policy)
    first, last = densest_region(words.keys, words.rarity, keys, width)
    slack = min(width, 12)
    first, last = max(0, first - slack), min(len(keys), last + slack)
    runs = tuple(
        Run(r.claim, r.source + first, r.length)
        for r in chain(words.keys, keys[first:last], words.worth, words.joints)
    )
    if not runs:
        return []
    runs = settled(runs, words.keys, keys, _leaning(window, language), words.joints)
    chains = [runs]
    span = int(len(words.keys) * policy.altered_stretch)
    if runs[-1].source + runs[-1].length - runs[0].source > span:
        chains.append(compact(runs, span))
    places: list[Place] = []
    for chained in chains:
        thin = outline(words.claim, window, chained, language, policy.altered_share)
        weight = sum(sum(words.rarity[r.claim : r.claim + r.length]) for r in chained)
        alignment = thin or align_edits(words.claim, window, chained, language)
        places.append(Place(alignment, False, weight, outlined=thin is not None))
    return places
