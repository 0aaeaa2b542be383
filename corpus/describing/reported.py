"""Reported speech inside a text: whose words stand at a place, directly or indirectly.

Problem: an article gives other people's words, with and without quotation marks, and a speaker
tells what somebody else said. Both decide whose words a match is.

Method: pair the quotation marks of each paragraph, then look for an attributing clause (a subject
and a verb of saying) at the places where such clauses stand: before the opening mark, after the
closing one, after the quotation before this one. Without marks: "he says, ...", "X said that ...",
"according to X, ...". A negated clause ("he never said") attributes nothing.

Rejected: counting marks from the start of the text (one mark that is never closed turns everything
after it inside out); the nearest name as speaker (the one spoken about is often nearer).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.describing.reported_grammar import GRAMMARS, Grammar
from corpus.text.quotations import Quotation, quotations
from corpus.text.sentences import sentence_at, sentence_spans


@dataclass(frozen=True, slots=True)
class Reported:
    """Who is reported at a place, and by which words.

    Attributes:
        speaker: the words that name him, as they stand ("Altman", "He", "my opponents").
        direct: whether his words are given as his own, rather than retold.
        start: offset of the attributing clause.
        end: end offset of the attributing clause.
        opens: offset of the opening mark, or -1.
        closes: offset of the closing mark, or -1.
    """

    speaker: str
    direct: bool
    start: int
    end: int
    opens: int = -1
    closes: int = -1


@lru_cache(maxsize=256)
def reported_at(text: str, start: int, end: int, language: str) -> Reported | None:
    """Who is reported in ``[start, end)``, if anybody.

    Args:
        text: running text of one turn or article.
        start: offset of the first word.
        end: end offset of the last word.
        language: BCP 47 primary tag; English rules where there are no others.

    Returns:
        The innermost report that holds the whole stretch: in marks first, then after "X says,",
        then indirect; None for the text's own words and for marks that nobody is named for. A
        first person is reported too ("I said that"): the caller knows who that is.

    Cost: some hundred microseconds; kept, because one answer asks twice.
    """
    grammar = GRAMMARS.get(language, GRAMMARS["en"])
    spans = quotations(text)
    around = [q for q in spans if q.opens < start and end <= q.closes]
    for quotation in reversed(around):
        who = _attributed(text, quotation, spans, grammar)
        if who:
            return who
    if around:
        return None
    sentences = sentence_spans(text)
    if not sentences:
        return None
    first = sentences[sentence_at(sentences, start)]
    last = sentences[sentence_at(sentences, max(start, end - 1))]
    base = max(first[0], start - _REACH)
    head, tail = text[base:start], text[end : min(last[1], end + _REACH)]
    if grammar.verb.search(head):
        plain = grammar.says_plainly.match(head)
        if plain and first == last:
            return _report(plain, base, direct=True)
        for pattern in (grammar.that, grammar.bare):
            match = _last(pattern, head)
            if match:
                return _report(match, base, direct=False)
    match = grammar.according.match(head)
    if match and first == last:
        return _report(match, base, direct=False)
    match = grammar.afterwards.match(tail)
    return _report(match, end, direct=False) if match else None


def _last(pattern: re.Pattern[str], head: str) -> re.Match[str] | None:
    """The attributing clause nearest to the end of the head."""
    found, at = None, 0
    while match := pattern.search(head, at):
        found = match
        at = match.end(_who(match))
    return found


def _who(match: re.Match[str]) -> str:
    return next(name for name in ("who", "who2", "who3") if match.groupdict().get(name))


def _report(
    match: re.Match[str], base: int, *, direct: bool, marks: Quotation | None = None
) -> Reported:
    opens, closes = (marks.opens, marks.closes) if marks else (-1, -1)
    speaker = " ".join(match[_who(match)].split()).strip(" ,")
    if speaker.endswith(".") and len(speaker.split()[-1]) > 3:
        speaker = speaker[:-1]
    begin = match.start() + len(match.group()) - len(match.group().lstrip(" ,.\n"))
    return Reported(speaker, direct, base + begin, base + match.end(), opens, closes)


def _attributed(
    text: str, marks: Quotation, spans: Sequence[Quotation], grammar: Grammar
) -> Reported | None:
    """The clause that says who speaks in these marks."""
    begin, head = _head(text, marks.opens, spans)
    close_before = bool(re.search(r"[,:\uff0c\uff1a]\s*$", head))
    match = _last(grammar.before, head)
    if match and close_before:
        return _report(match, begin, direct=True, marks=marks)
    later = grammar.after.match(text, marks.closes + 1)
    if later and _same_sentence(text, marks.closes, later.end(), grammar):
        return _report(later, 0, direct=True, marks=marks)
    if match:
        return _report(match, begin, direct=True, marks=marks)
    # "...," he said and sat down. "...": the second quotation is his too
    for previous in [q for q in spans if q.closes < marks.opens][:-4:-1]:
        between = text[previous.closes + 1 : marks.opens]
        if len(sentence_spans(between)) > 1 or re.search(r"\n\s*\n", between):
            return None
        later = grammar.after.match(text, previous.closes + 1)
        if later and later.end() <= marks.opens:
            return _report(later, 0, direct=True, marks=marks)
    return None


def _head(text: str, opens: int, spans: Sequence[Quotation]) -> tuple[int, str]:
    """The words of the same sentence before a mark, or the clause with a colon before it."""
    floor = max((q.closes + 1 for q in spans if q.closes < opens), default=0)
    outer = [q.opens + 1 for q in spans if q.opens < opens < q.closes]
    floor = max([floor, *outer])
    floor = max(floor, opens - _REACH)
    before = text[floor:opens]
    stripped = before.rstrip()
    own = text[max(text.rfind("\n", 0, opens) + 1, floor) : opens].strip()
    if not own and not stripped.endswith((":", "\uff1a")):
        return opens, ""
    sentences = sentence_spans(stripped)
    if not sentences:
        return opens, ""
    last = sentences[-1]
    # a sentence that is over says nothing about what follows it
    if re.search(r"[.!?\u3002\uff01\uff1f]$", stripped):
        return opens, ""
    return floor + last[0], text[floor + last[0] : opens]


def _same_sentence(text: str, closes: int, clause_end: int, grammar: Grammar) -> bool:
    if text[closes - 1] not in ".\u3002":
        return True
    if grammar.spaceless:
        return True
    return bool(re.match(r"[^.!?\n]{0,40}?[,:]\s*[\"'\u201c\u2018\u00ab]", text[clause_end:]))


_REACH = 800
"""Characters of one sentence that are looked at: longer ones are lists or lack their marks."""
_LOOK_BACK = 12_000
"""Characters in which the person behind a pronoun is looked for."""
_WORD = r"[A-Z\u00c0-\u00de\u0410-\u042f][\w'\u2019-]*\.?"
_NAME = re.compile(rf"(?<![\w.]){_WORD}(?: {_WORD})*")


def is_speaker_himself(speaker: str) -> bool:
    """Whether the words that name a speaker are "I" or "we" of some language."""
    return any(speaker.casefold() in g.first_person for g in GRAMMARS.values())


def is_pronoun(speaker: str) -> bool:
    """Whether the words that name a speaker are a pronoun of the third person."""
    return any(speaker.casefold() in g.third_person for g in GRAMMARS.values())


def resolve(text: str, offset: int, known: Sequence[str] = ()) -> str | None:
    """The person a pronoun at an offset stands for.

    Args:
        text: running text.
        offset: where the pronoun stands.
        known: names of people of this source, if any are known.

    Returns:
        The name of the last sentence before the offset that names a person: the one its first
        clause begins with, else its last one. People are the known ones, whoever is the subject of
        a verb of saying in the text, and a name of several words that opens a sentence; when none
        of them was named, the last other name inside a sentence; None without any. Names inside
        closed quotation marks are passed over: a pronoun outside does not stand for them.
    """
    # the last word of a name, and aliases of one word: "Harbour" of "Harbour Weekly" is nobody
    people = {name.split()[-1].casefold() for name in known if name.split()}
    near = max(0, offset - _LOOK_BACK)
    people |= _speakers(text[near : offset + _REACH])
    quoted = [q for q in quotations(text) if q.closes < offset]
    fallback: str | None = None
    spans = [(near + a, near + b) for a, b in sentence_spans(text[near:offset])]
    for first, last in reversed(spans):
        names = [
            _trim(m)
            for m in _NAME.finditer(text, first, last)
            if not any(q.opens < m.start() < q.closes for q in quoted)
        ]
        named = [n for n in names if _names_person(n, first, people)]
        if named:
            opening = [n for n in named if n[1] == first or text[first : n[1]].endswith(", ")]
            return (opening or named[-1:])[0][0]
        if fallback is None:
            others = [n[0] for n in names if n[1] > first and _like_a_name(n[0])]
            fallback = others[-1] if others else None
    return fallback


def _names_person(name: tuple[str, int], first: int, people: set[str]) -> bool:
    words = name[0].split()
    if not words:
        return False
    full = name[1] == first and len(words) > 1 and all(w[1:].islower() for w in words)
    return full or words[-1].casefold() in people


_OPENERS = re.compile(
    r"(?:Later|Then|When|After|Before|In|On|At|But|And|Yet|So|Still|Today|Now|Once|While|As|Like|"
    r"Recently|Meanwhile|Although|Though|Because|Since|If|For|With|Dear|Only|Even) "
)


def _trim(match: re.Match[str]) -> tuple[str, int]:
    name = re.sub(r"['\u2019]s?$", "", match.group()).rstrip(".")
    return _OPENERS.sub("", name, count=1), match.start()


def _like_a_name(name: str) -> bool:
    return len(name) > 1 and all(w[1:].islower() for w in name.split()) and name != "I"


def _speakers(text: str) -> set[str]:
    found: set[str] = set()
    for grammar in GRAMMARS.values():
        for match in grammar.names.finditer(text):
            name = next(g for g in match.groups() if g)
            last = re.sub(r"['\u2019]s$", "", name.split()[-1]).rstrip(".,")
            if not (last.isupper() and len(last) <= 3):
                found.add(last.casefold())
    return found - {"he", "she", "they", "it", "we", "i", "this", "that", "who", "you", "but"}
