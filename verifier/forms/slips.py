"""What may be left out of a quote, or slip in, without anybody calling it a change.

Three closed kinds: *fillers* (um, you know), words said twice, and *slips* (an article or a small
preposition added or lost, is for are). Hedges are no fillers: whoever cuts "I think" has changed
what was said. Another form of be, have or do added or lost is no slip, nor is one preposition for
another. Agreement counts in English only, where the subject stands beside the verb: Spanish "han"
for "ha" changes who it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from corpus.text.han import simplified
from verifier.forms.wordlists import phrases, primary, section

_MOST_LOST = 2
"""Small words lost side by side ("of the"): three in a row are a rewording."""


def is_filler(run: Sequence[str], language: str, *, sentence_initial: bool) -> bool:
    """Whether a run of tokens is nothing but fillers.

    Args:
        run: level 2 tokens, added or left out.
        language: a language tag.
        sentence_initial: whether the run begins a sentence: then well, so, now and okay are
            fillers too, also behind another filler.

    Returns:
        True when the whole run is made of listed fillers; False for an empty run and a language
        without a list.
    """
    return bool(run) and not _unfilled(_folded(run), language, sentence_initial)


def is_repetition(deleted: Sequence[str], before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words left out say once more what stands beside them.

    "The [the] house", "I think [I think]"; also where the cut lies inside the repeated words
    ("I [think I] think").

    Args:
        deleted: the source's tokens that the claim leaves out.
        before: the source's tokens before them, at least as many.
        after: the source's tokens behind them.

    Returns:
        True when leaving them out only removes a repetition; False for an empty run.
    """
    count = len(deleted)
    gone, head, tail = list(deleted), list(before[-count:]) if count else [], list(after[:count])
    return bool(count) and any(
        head[len(head) - k :] == gone[count - k :] and tail[: count - k] == gone[: count - k]
        for k in range(count + 1)
        if k <= len(head) and count - k <= len(tail)
    )


def is_slip(claim_run: Sequence[str], source_run: Sequence[str], language: str) -> bool:
    """Whether a difference is a slip: a listed small word added, lost or put for another.

    Args:
        claim_run: the claim's tokens; empty when words were lost.
        source_run: the source's tokens; empty when words were added.
        language: a language tag.

    Returns:
        True for one or two listed words added or lost, or one for another of its group (a/the/this,
        is/are, 的/地/得). False when both runs are empty or equal, and for a language without a
        list.
    """
    claim, source = _folded(claim_run), _folded(source_run)
    if claim and source:
        pair = {claim[0], source[0]}
        return len(claim) == len(source) == 1 < len(pair) and any(
            pair <= group for group in _groups(language)
        )
    run = claim or source
    small = section(language, "slips").get("added_or_lost", [])
    return 0 < len(run) <= _MOST_LOST and all(token in small for token in run)


@cache
def _groups(language: str) -> tuple[frozenset[str], ...]:
    listed = section(language, "slips").get("one_for_another", [])
    return tuple(frozenset(str(group).split()) for group in listed)


def _folded(run: Sequence[str]) -> tuple[str, ...]:
    return tuple(simplified(token) for token in run)


def _unfilled(run: tuple[str, ...], language: str, initial: bool) -> tuple[str, ...]:
    """What is left of a run behind its fillers."""
    while run:
        listed = phrases(primary(language), "fillers", "always")
        if initial:
            listed += phrases(primary(language), "fillers", "initial")
        found = next((p for p in listed if run[: len(p)] == p), None)
        if found is None:
            return run
        run = run[len(found) :]
    return run
