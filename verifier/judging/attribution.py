"""The claimed speaker against the person whose own words a place gives.

Problem: words stand in somebody's turn, in an article that quotes him, in his turn but as another's
words, or in narration; each answers the question who said it differently.

Method: first whose own words they are (the quotation around them, else the turn, else the author of
a first-person text), then whether the claimed name is that person in this source.

Rejected: the speaker of the turn alone (an article has none, and a speaker quotes others).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.describing.reported import (
    Reported,
    is_pronoun,
    is_speaker_himself,
    reported_at,
    resolve,
)
from corpus.describing.speakers import is_first_person
from corpus.models import Speaker
from verifier.judging.claimed_dates import DateStatus, compare_dates, parse_claimed_date
from verifier.judging.persons import folded_name, same_person, shares_given_name

__all__ = [
    "Attribution",
    "AttributionStatus",
    "DateStatus",
    "attribute",
    "compare_dates",
    "parse_claimed_date",
    "same_person",
]


class AttributionStatus(StrEnum):
    """What the claimed speaker is to the words at a place."""

    SAME = "same"
    DIFFERENT = "different"
    QUOTED_BY_SOURCE = "quoted_by_source"
    SOURCE_SPEAKER_UNKNOWN = "source_speaker_unknown"
    AMBIGUOUS_NAME = "ambiguous_name"
    NOT_CLAIMED = "not_claimed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The answer of the speaker axis.

    Attributes:
        status: see `AttributionStatus`.
        claimed: the claimed name, as given.
        in_source: who says the words in the source; None where the source does not tell.
    """

    status: AttributionStatus
    claimed: str | None
    in_source: str | None


def attribute(
    claimed: str | None,
    passage_speaker: Speaker | None,
    speakers: Sequence[Speaker],
    creator: str | None,
    text: str,
    start: int,
    end: int,
    language: str,
) -> Attribution:
    """Compare a claimed speaker with the source.

    Args:
        claimed: the claimed name; None or blank when nobody is claimed.
        passage_speaker: who has the turn; None for narration, headings and summaries.
        speakers: all speakers of the source.
        creator: its author, as its metadata say.
        text: running text of the turn or of the narration.
        start: offset of the first matched word in ``text``.
        end: end offset of the last one.
        language: BCP 47 primary tag.

    Returns:
        The status, and whose own words they are as far as the source tells.
    """
    reported = reported_at(text, start, end, language)
    if reported and is_speaker_himself(reported.speaker):
        reported = None
    who = _named(reported, text, speakers) if reported else None
    if who and passage_speaker and same_person(who, passage_speaker.name, passage_speaker.aliases):
        reported, who = None, None
    if not claimed or not claimed.strip():
        known = who or (passage_speaker.name if passage_speaker else None)
        return Attribution(AttributionStatus.NOT_CLAIMED, None, known)
    named: str | None
    if passage_speaker is not None:
        status, named = _in_turn(claimed, passage_speaker, speakers, who)
    elif reported is None or who is None:
        own = bool(creator) and _is(claimed, Speaker(creator or ""), speakers)
        first = is_first_person(_paragraph(text, start, end))
        status = AttributionStatus.SAME if own and first else _UNKNOWN
        named = creator if own and first else None
    else:
        status, named = _in_narration(claimed, reported, who, speakers)
    return Attribution(status, claimed, named)


_UNKNOWN = AttributionStatus.SOURCE_SPEAKER_UNKNOWN


def _named(reported: Reported, text: str, speakers: Sequence[Speaker]) -> str:
    """The reported one by the fullest name at hand."""
    words = reported.speaker
    if is_pronoun(words):
        known = [form for s in speakers for form in (s.name, *s.aliases)]
        words = resolve(text, reported.start, known) or words
    fits = [s.name for s in speakers if same_person(words, s.name, s.aliases)]
    return fits[0] if len(fits) == 1 else words


def _in_turn(
    claimed: str, owner: Speaker, speakers: Sequence[Speaker], quoted: str | None
) -> tuple[AttributionStatus, str]:
    fitting = _fitting(claimed, speakers, owner)
    is_owner = any(s.name == owner.name for s in fitting)
    if quoted is not None and (is_owner or same_person(claimed, quoted)):
        return AttributionStatus.QUOTED_BY_SOURCE, quoted
    if is_owner:
        several = len({s.name for s in fitting}) > 1
        status = AttributionStatus.AMBIGUOUS_NAME if several else AttributionStatus.SAME
        return status, owner.name
    if shares_given_name(claimed, owner.name):
        # the label is only a given name: it may be he or another
        return _UNKNOWN, owner.name
    return AttributionStatus.DIFFERENT, owner.name


def _in_narration(
    claimed: str, reported: Reported, who: str, speakers: Sequence[Speaker]
) -> tuple[AttributionStatus, str]:
    fits = _is(claimed, Speaker(who), speakers)
    if not (reported.direct and reported.opens >= 0):
        return (AttributionStatus.QUOTED_BY_SOURCE if fits else _UNKNOWN), who
    if fits:
        return AttributionStatus.SAME, who
    unnamed = is_pronoun(who) or who[:1].islower() or shares_given_name(claimed, who)
    return (_UNKNOWN if unnamed else AttributionStatus.DIFFERENT), who


def _is(claimed: str, person: Speaker, speakers: Sequence[Speaker]) -> bool:
    """Whether the claimed one is a person, through the source's aliases of both."""
    for speaker in speakers:
        if speaker.name == person.name:
            return same_person(claimed, speaker.name, speaker.aliases)
    return same_person(claimed, person.name, person.aliases)


def _fitting(claimed: str, speakers: Sequence[Speaker], owner: Speaker) -> list[Speaker]:
    """The speakers a claimed name fits: by name, else by a given name that stands alone."""
    known = list(speakers)
    if all(s.name != owner.name for s in known):
        known.append(owner)
    exact = [s for s in known if folded_name(s.name) == folded_name(claimed.strip())]
    if exact:
        return exact
    fits = [s for s in known if same_person(claimed, s.name, s.aliases)]
    single = len(claimed.split()) == 1
    given = [s for s in known if single and shares_given_name(claimed, s.name)]
    if not fits:
        return given
    # "Sam" is an alias of one Sam and the given name of another: it fits both
    by_alias = all(shares_given_name(claimed, s.name) for s in fits)
    return fits + [s for s in given if by_alias and s not in fits]


def _paragraph(text: str, start: int, end: int) -> str:
    first = text.rfind("\n\n", 0, start) + 1
    last = text.find("\n\n", end)
    return text[first : last if last >= 0 else len(text)]
