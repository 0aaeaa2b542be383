"""Whether two places with the same words are one text in two sources.

Problem: an agency's report stands in twenty papers and a transcript is kept twice; one by one they
look like twenty confirmations. A stump speech, on the other hand, has the same line in twenty
towns, and each of those is a place of its own. Method: the words around both matches are cut into
runs of five, and when most of the runs of the smaller side stand in the other, the two are copies.
Where there is next to nothing around, the same words of the same speaker are, unless they bear
different dates: what somebody says again years later is another occasion. Named speakers who differ
are never copies; a page without the name may be one of a page with it when there is enough text to
tell. What linking found to be a copy counts as one, too.

Rejected: comparing the matched words (they make the places equal, not the texts one: a long quote
would outweigh what stands around it), and hashes of whole pages (every paper has its own furniture
and its own cuts).

Source: Broder 1997, "On the resemblance and containment of documents" (shingles, containment).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

SHINGLE = 5
AROUND = 60
"""Words looked at on either side: a paragraph or two, so that pages cut differently still meet."""
_MOSTLY = 0.6
_ENOUGH = 20


@dataclass(frozen=True, slots=True)
class Surrounded:
    """A match in its running text, as far as telling copies needs it.

    Attributes:
        rendition_id: the version it stands in.
        speaker: whose words; None where the source does not tell.
        words: the matched words, folded.
        shingles: hashes of the runs of words around the match, each with a word beside it at least.
        around: how many words there are beside the match.
        date: when they were said or published there (EDTF); None where nobody knows.
    """

    rendition_id: int
    speaker: str | None
    words: tuple[str, ...]
    shingles: frozenset[int]
    around: int
    date: str | None = None


def surrounded(
    rendition_id: int,
    speaker: str | None,
    norms: Sequence[str],
    first: int,
    last: int,
    date: str | None = None,
) -> Surrounded:
    """A match in its running text.

    Args:
        rendition_id: the version it stands in.
        speaker: whose words.
        norms: folded words of the running text.
        first: index of the first matched word.
        last: index after the last one.
        date: of the place.
    """
    begin, end = max(0, first - AROUND), min(len(norms), last + AROUND)
    near = tuple(norms[begin:end])
    runs = [
        at
        for at in range(max(1, len(near) - SHINGLE + 1))
        if begin + at < first or begin + at + SHINGLE > last
    ]
    return Surrounded(
        rendition_id,
        speaker,
        tuple(norms[first:last]),
        frozenset(hash(near[at : at + SHINGLE]) for at in runs),
        len(near) - (last - first),
        date,
    )


def are_copies(
    one: Surrounded, other: Surrounded, known: Collection[frozenset[int]] = frozenset()
) -> bool:
    """Whether two places are one text in two sources, or one line said again in one source.

    Args:
        one: a place.
        other: another with the same words.
        known: pairs of renditions that linking found to be copies.
    """
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    if frozenset((one.rendition_id, other.rendition_id)) in known:
        return True
    told = min(one.around, other.around) >= _ENOUGH
    if one.speaker != other.speaker and not told:
        return False
    if one.rendition_id == other.rendition_id or not told:
        return one.words == other.words and _may_be_one_day(one.date, other.date)
    smaller = min(len(one.shingles), len(other.shingles))
    return len(one.shingles & other.shingles) >= _MOSTLY * smaller


def _may_be_one_day(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same: one is not known, or the coarser holds the finer."""
    return not one or not other or one.startswith(other) or other.startswith(one)
