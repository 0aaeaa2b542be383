"""What the sentence around a match does to it.

Problem: a quote can be word for word and still turn its source around: "Nobody believes that [the
crisis is over]". Most negations near a quote do nothing to it, and an alarm on each is noise.

Method: the clause that governs the match is found by how the words before it end (see
`verifier.contexts.governing`); what follows the match is judged in `verifier.contexts.behind`.

Rejected: frame words in a window around the match; a threshold of any kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.describing.reported import Reported, is_speaker_himself, reported_at
from corpus.text.quotations import quotations
from corpus.text.sentences import sentence_at, sentence_spans
from verifier.contexts.behind import Behind, behind
from verifier.contexts.clauses import REACH as _REACH
from verifier.contexts.clauses import Lexicon, lexicon, trimmed
from verifier.contexts.governing import governing
from verifier.contexts.governing_zh import governing_zh
from verifier.contexts.governors import speaks_for_others
from verifier.models import Context, Framing

_NAME = r"[A-Z][\w.'\u2019/-]{0,40}"
_LABEL = re.compile(rf"[*_>\s]*{_NAME}(?: {_NAME}){{0,3}}:[*_]*\s+|[*_>\s\u2014-]+")
_QUESTION = re.compile("[?\uff1f\u061f][\"'\u201d\u2019\u00bb)\\]\u300d\u300f*_]*$")


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
        behind(Behind(text, place.end, place.last, place.following), lists, found)
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
        found.setdefault(frame.code, trimmed(text, begin + frame.start, begin + frame.end))


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
        found[code] = trimmed(text, reported.start, reported.end)


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
        found[Context.STARTS_MID_SENTENCE] = trimmed(text, *head)
    tail = (place.end, place.last[1])
    if not closes_with_dots and re.search(r"\w", text[slice(*tail)]):
        found[Context.ENDS_MID_SENTENCE] = trimmed(text, *tail)


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
        found[Context.INSIDE_QUOTATION] = trimmed(text, reported.start, reported.end)
