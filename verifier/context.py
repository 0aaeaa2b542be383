"""What the sentence around a match does to it.

Problem: a quote can be word for word and still turn its source around: "Nobody believes that [the
crisis is over]". Most negations near a quote do nothing to it, and an alarm on each is noise.

Method: the clause that governs the match is found by how the words before it end (see
`verifier.governing`); behind the match only the rest of its clause, or the first words behind the
next mark, limit it or turn. The first word of the next sentence counts only when it is a strong
turn ("However,"), or a weak one ("But") that denies at once or keeps the subject: any "But" would
flag one in twenty honest quotes, this rule flags one in a hundred (10,747 transcript sentences).

Rejected: frame words in a window around the match; a threshold of any kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.quotations import quotations
from corpus.reported import Reported, is_speaker_himself, reported_at
from corpus.sentences import sentence_at, sentence_spans
from verifier.clauses import Lexicon, Place, lexicon
from verifier.governing import governing
from verifier.governing_zh import governing_zh
from verifier.governors import speaks_for_others
from verifier.models import Context, Framing

_REACH = 800
"""Characters of the sentence that are looked at on each side: longer ones lack their marks."""
_NAME = r"[A-Z][\w.'\u2019/-]{0,40}"
_LABEL = re.compile(rf"[*_>\s]*{_NAME}(?: {_NAME}){{0,3}}:[*_]*\s+|[*_>\s\u2014-]+")
_QUESTION = re.compile("[?\uff1f\u061f][\"'\u201d\u2019\u00bb)\\]\u300d\u300f*_]*$")
_MARKS = " \t\r\n\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u300c\u300d*_"
_TAIL_MARK = re.compile("[\\s\"'\u201d\u2019\u00bb\u300d*_)]*[,;:\uff0c\uff1b\u2014\u2013-]*\\s*")
_WORDS = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_CLAUSE_END = re.compile(r",(?!\d)|[;:()\uff0c\uff1b\uff1a\u2014\u2013]")


@dataclass(frozen=True, slots=True)
class _Place:
    """The match in its sentences: ``first`` holds its first word, ``last`` its last one."""

    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int]
    following: str


def framings(
    text: str,
    start: int,
    end: int,
    language: str,
    *,
    claim_final: str = "",
    opens_with_dots: bool = False,
    closes_with_dots: bool = False,
    reported_is_claimed: bool = False,
) -> tuple[Framing, ...]:
    """What stands around a match and bears on it.

    Args:
        text: running text of one turn.
        start: offset of the first matched word in it.
        end: end offset of the last matched word.
        language: BCP 47 primary tag; without word lists only the codes that need none are found.
        claim_final: the claim's final mark: with a question mark the question is kept, but it is
            still reported, since the rule that uses it looks at the claim itself.
        opens_with_dots: the claim says that something is left out before it.
        closes_with_dots: the claim says that something is left out behind it.
        reported_is_claimed: the words are a quotation that the source gives to the claimed speaker.

    Returns:
        At most one framing a code, in the order of `Context`; offsets are those of ``text``. Empty
        for a whole sentence that nothing bears on.
    """
    place = _place(text, start, end)
    lists = lexicon(language)
    reported = reported_at(text, start, end, language)
    found: dict[Context, tuple[int, int]] = {}
    if lists:
        _head(text, place, lists, found)
        _reports(text, place, lists, reported, reported_is_claimed, found)
        _tail(text, place, lists, found)
    _edges(text, place, opens_with_dots, closes_with_dots, found)
    _quotation(text, place, reported, found)
    if _asks(text, place):
        found[Context.QUESTION_IN_SOURCE] = place.last
    return tuple(
        Framing(code, *found[code], text[slice(*found[code])]) for code in Context if code in found
    )


def _place(text: str, start: int, end: int) -> _Place:
    """The sentences of the match; a quotation that holds it bounds them."""
    spans = sentence_spans(text)
    i, j = sentence_at(spans, start), sentence_at(spans, max(start, end - 1))
    first, last = spans[i], spans[j]
    following = text[slice(*spans[j + 1])] if j + 1 < len(spans) else ""
    for marks in quotations(text):
        if marks.opens < start and end <= marks.closes:
            first = (max(first[0], marks.opens + 1), first[1])
            last = (last[0], min(last[1], marks.closes))
            if last[1] == marks.closes:
                following = ""
    label = _LABEL.match(text, first[0], start)
    if label:
        first = (label.end(), first[1])
    return _Place(start, end, first, last, following)


def _head(
    text: str, place: _Place, lists: Lexicon, found: dict[Context, tuple[int, int]]
) -> None:
    """The clauses before the match; before the opening mark, when a quotation begins with it."""
    begin, stop = max(place.first[0], place.start - _REACH), place.start
    head = text[begin:stop]
    if not re.search(r"\w", head):
        opened = next((q for q in quotations(text) if q.opens == begin - 1), None)
        if opened is None or place.end > opened.closes:
            return
        spans = sentence_spans(text[: opened.opens])
        if not spans or re.search(r"[.!?\u3002\uff01\uff1f]\W*$", text[: opened.opens]):
            return
        begin, stop = max(spans[-1][0], opened.opens - _REACH), opened.opens
        head = text[begin:stop]
    find = governing_zh if lists.language == "zh" else governing
    for frame in find(head, lists):
        found.setdefault(frame.code, _trimmed(text, begin + frame.start, begin + frame.end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _reports(
    text: str,
    place: _Place,
    lists: Lexicon,
    reported: Reported | None,
    is_claimed: bool,
    found: dict[Context, tuple[int, int]],
) -> None:
    """Attributing clauses: before, behind or around the match."""
    code = Context.HEAD_REPORTS_OTHERS
    quoted = reported is not None and reported.direct
    if is_claimed and quoted:
        found.pop(code, None)
        return
    if reported is None or code in found or is_speaker_himself(reported.speaker):
        return
    if is_claimed and not re.search(r"\w", text[place.first[0] : place.start]):
        return
    words = text[reported.start : reported.end]
    behind = reported.start >= place.end
    plain = quoted or behind or lists.language != "zh"
    if reported.opens < 0 and not behind and Context.HEAD_HAS_NEGATION in found:
        return
    if not quoted and not behind and lists.find("complementisers", words):
        # the clause right before the match was judged already
        return
    if plain and (quoted or behind or speaks_for_others(reported.speaker, lists)):
        found[code] = _trimmed(text, reported.start, reported.end)


def _tail(
    text: str, place: _Place, lists: Lexicon, found: dict[Context, tuple[int, int]]
) -> None:
    """The rest of the sentence, or the first words of the next one."""
    tail = text[place.end : min(place.last[1], place.end + _REACH)]
    if not re.search(r"\w", tail):
        _next_sentence(text, place, lists, found)
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
    rest = tail[skipped : border.start() if border else None] if not ended else ""
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
            start, end = _trimmed(rest, *words.span())
            found.setdefault(code, (base + start, base + end))


def _next_sentence(
    text: str, place: _Place, lists: Lexicon, found: dict[Context, tuple[int, int]]
) -> None:
    following = place.following
    if not following:
        return
    base = text.index(following, place.last[1])
    turn = lists.find("strong_turns", following, Place.FIRST)
    if turn is None:
        turn = lists.find("weak_turns", following, Place.FIRST)
        if turn is None or not _turns_against(text, place, following[turn.end() :], lists):
            return
    span = _trimmed(following, *turn.span())
    found[Context.TAIL_HAS_CONTRAST] = (base + span[0], base + span[1])


def _turns_against(text: str, place: _Place, rest: str, lists: Lexicon) -> bool:
    """Whether what follows "But" denies at once or goes on about the same subject.

    A denial by somebody whom the sentence does not speak of ("I thank him. But we can't ...")
    turns to something else, unless it takes the sentence up ("But we never tried it").
    """
    words = [w.casefold() for w in _WORDS.findall(rest)][:4]
    if not words:
        return False
    own = [w.casefold() for w in _WORDS.findall(text[slice(*place.last)])]
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


def _edges(
    text: str,
    place: _Place,
    opens_with_dots: bool,
    closes_with_dots: bool,
    found: dict[Context, tuple[int, int]],
) -> None:
    """Words of the same sentence before and behind the match that no dots speak of."""
    head = (place.first[0], place.start)
    if not opens_with_dots and re.search(r"\w", text[slice(*head)]):
        found[Context.STARTS_MID_SENTENCE] = _trimmed(text, *head)
    tail = (place.end, place.last[1])
    if not closes_with_dots and re.search(r"\w", text[slice(*tail)]):
        found[Context.ENDS_MID_SENTENCE] = _trimmed(text, *tail)


def _asks(text: str, place: _Place) -> bool:
    """Whether the match belongs to a question; one quoted behind it is another's."""
    mark = _QUESTION.search(text[slice(*place.last)])
    if mark is None:
        return False
    asked = place.last[0] + mark.start()
    return not any(place.end <= q.opens < asked < q.closes for q in quotations(text))


def _quotation(
    text: str,
    place: _Place,
    reported: Reported | None,
    found: dict[Context, tuple[int, int]],
) -> None:
    """Closed marks around the match, or somebody else's speech retold."""
    around = [q for q in quotations(text) if q.opens < place.start and place.end <= q.closes]
    if around:
        found[Context.INSIDE_QUOTATION] = (around[-1].opens, around[-1].closes + 1)
    elif Context.HEAD_REPORTS_OTHERS in found:
        found[Context.INSIDE_QUOTATION] = found[Context.HEAD_REPORTS_OTHERS]
    elif reported is not None and not is_speaker_himself(reported.speaker):
        found[Context.INSIDE_QUOTATION] = _trimmed(text, reported.start, reported.end)
