"""What follows a match and limits it or turns against it.

Problem: "We will sign" followed by "unless the price rises" is no promise, and a "But" in the next
sentence often speaks of something else.

Method: only the rest of the clause, or the first words behind the next mark, limit the match or
turn; a hedge that closes the sentence limits it as well, and so does a denial that comes late. The
first word of the next sentence counts only when it is a strong turn ("However,"), or a weak one
("But") that denies at once what the sentence speaks of or keeps its subject: any "But" would flag
one in twenty honest quotes, this rule flags one in two hundred (2,400 from transcripts).

Rejected: words of contrast anywhere behind the match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.contexts.clauses import REACH, Lexicon, Place, trimmed
from verifier.models import Context

_TAIL_MARK = re.compile("[\\s\"'\u201d\u2019\u00bb\u300d*_)]*[,;:\uff0c\uff1b\u2014\u2013-]*\\s*")
_WORDS = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_CLAUSE_END = re.compile(r",(?!\d)|[;:()\uff0c\uff1b\uff1a\u2014\u2013]")
_FINAL = " \t\r\n.!\u2026\u3002\uff01\"'\u201d\u2019\u00bb\u300d*_)"


@dataclass(frozen=True, slots=True)
class Behind:
    """A match and what follows it.

    Attributes:
        text: running text.
        end: end offset of the match.
        last: the sentence of its last word.
        following: the next sentence; empty when there is none or the match is quoted.
    """

    text: str
    end: int
    last: tuple[int, int]
    following: str


def behind(place: Behind, lists: Lexicon, found: dict[Context, tuple[int, int]]) -> None:
    """Add what the rest of the sentence, or the first words of the next one, do to the match.

    Args:
        place: the match and what follows it.
        lists: of its language.
        found: framings by code; a code that is there stays as it is.
    """
    text = place.text
    tail = text[place.end : min(place.last[1], place.end + REACH)]
    if not re.search(r"\w", tail):
        _next_sentence(place, lists, found)
        return
    mark = _TAIL_MARK.match(tail)
    skipped = mark.end() if mark else 0
    places = [skipped]
    ended = re.search(r"[,;:\uff0c\uff1b\uff1a\u2014\u2013-]", tail[:skipped])
    border = None if ended else _CLAUSE_END.search(tail)
    if border and border.group() in (",", "\uff0c", "\u2014", "\u2013"):
        places.append(border.end())
    for at in places:
        _turn_or_limit(place.end + at, tail[at:], lists, found)
    hedge = lists.find("hedges", tail[skipped:].rstrip(_FINAL), Place.WHOLE)
    if hedge:
        base = place.end + skipped
        found.setdefault(Context.TAIL_HAS_CONDITION, (base + hedge.start(), base + hedge.end()))
    rest = tail[skipped : border.start() if border else None] if not ended else ""
    if denial := _denied_behind(rest, lists):
        base = place.end + skipped
        found.setdefault(Context.TAIL_HAS_CONTRAST, (base + denial[0], base + denial[1]))
    limit = lists.find_last("tail_conditions", lists.blank("not_a_condition", rest))
    if limit and not lists.find("asking", rest[: limit.start()], Place.END):
        base = place.end + skipped
        found.setdefault(
            Context.TAIL_HAS_CONDITION, (base + limit.start(), base + limit.end())
        )
    for late in re.finditer(r"[\uff0c,]\s*", tail):
        if opening := lists.find("late_conditions", tail[late.end() :], Place.FIRST):
            base = place.end + late.end()
            found.setdefault(
                Context.TAIL_HAS_CONDITION, (base + opening.start(), base + opening.end())
            )


def _denied_behind(rest: str, lists: Lexicon) -> tuple[int, int] | None:
    """A denial that the quote stops short of: "Wir schließen das Haus [nicht]"."""
    first = lists.find("tail_nothing", lists.blank("not_a_negation", rest), Place.FIRST)
    if first:
        return first.span()
    joined = lists.find("coordinators", rest)
    own = rest[: joined.start()] if joined else rest
    late = lists.find("tail_negations", lists.blank("not_a_negation", own))
    return late.span() if late else None


def _turn_or_limit(
    base: int, rest: str, lists: Lexicon, found: dict[Context, tuple[int, int]]
) -> None:
    """A conjunction of contrast or condition as the first words of ``rest``."""
    turn = lists.find("tail_contrasts", lists.blank("not_a_contrast", rest), Place.FIRST)
    limit = lists.find("tail_conditions", lists.blank("not_a_condition", rest), Place.FIRST)
    if turn and not limit and lists.find("late_conditions", rest[turn.end() :], Place.FIRST):
        limit = turn
    for code, words in ((Context.TAIL_HAS_CONTRAST, turn), (Context.TAIL_HAS_CONDITION, limit)):
        if words:
            start, end = trimmed(rest, *words.span())
            found.setdefault(code, (base + start, base + end))


def _next_sentence(
    place: Behind, lists: Lexicon, found: dict[Context, tuple[int, int]]
) -> None:
    text, following = place.text, place.following
    if not following:
        return
    base = text.index(following, place.last[1])
    turn = lists.find("strong_turns", following, Place.FIRST)
    if turn is None:
        turn = lists.find("weak_turns", following, Place.FIRST)
        if turn is None or not _turns_against(place, following[turn.end() :], lists):
            return
    span = trimmed(following, *turn.span())
    found[Context.TAIL_HAS_CONTRAST] = (base + span[0], base + span[1])


def _turns_against(place: Behind, rest: str, lists: Lexicon) -> bool:
    """Whether what follows "But" denies at once or goes on about the same subject.

    A denial by somebody whom the sentence does not speak of ("I thank him. But we can't ...")
    turns to something else, unless it takes the sentence up ("But we never tried it").
    """
    words = [w.casefold() for w in _WORDS.findall(rest)][:4]
    if not words:
        return False
    own = [w.casefold() for w in _WORDS.findall(place.text[slice(*place.last)])]
    spoken_of = {_person(w) for w in own}
    subject = lists.find("bare_subjects", _person(words[0]), Place.WHOLE)
    if lists.find("negation", lists.blank("not_a_negation", " ".join(words))):
        return (
            subject is None
            or _person(words[0]) in spoken_of
            or lists.find("takes_up", _CLAUSE_END.split(rest, maxsplit=1)[0]) is not None
        )
    back = lists.find("refers_back", words[0], Place.WHOLE)
    return own[:1] == words[:1] or bool(back and words[0] in own)


def _person(word: str) -> str:
    """A pronoun without what is contracted with it."""
    return re.split("['\u2019]", word, maxsplit=1)[0]
