"""Labels that say that somebody is heard through an interpreter, and notes about one speaker.

Problem: one of five people on a panel speaks through an interpreter; the words of the other four
are their own. Method: what stands in brackets at a label concerns that speaker's turns, a label
that names the interpreter's trade concerns its own, and a sentence about somebody's answers is
given to the speaker it names.

Rejected: taking such a sentence for the whole document when nobody in it fits (a report about
somebody who used an interpreter says nothing about the page).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.models import DraftPassage, PassageKind, Speaker
from corpus.text.names import is_role
from corpus.translation.evidence import Code, ScopedEvidence, Strength
from corpus.translation.matching import name_of_agent
from corpus.translation.patterns import LineRule, Place, line_rules

_BRACKET = re.compile(r"[(\[【（](?P<inner>[^()\[\]【】（）\n]{1,60})[)\]】）]")
_LABEL = 160
_OPENING = 60
_SNIPPET = 80
_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset("mr mrs ms dr president minister chancellor the sir madam ceo".split())


def label_evidence(text: str, passages: Sequence[DraftPassage]) -> Iterator[ScopedEvidence]:
    """Rows from the labels of turns, one a speaker and rule.

    Args:
        text: the stored text.
        passages: in order of place.

    Returns:
        Rows by place; each concerns one speaker.
    """
    rules = line_rules()
    inside = [r for r in rules.lines if r.place is Place.LABEL]
    whole = [r for r in rules.lines if r.place is Place.SPEAKER]
    given: set[tuple[str, str]] = set()
    trades: dict[str, LineRule | None] = {}
    turn = -1
    before = 0
    for passage in passages:
        first_of_turn, turn = passage.turn != turn, passage.turn
        gap, before = before, passage.end
        if passage.speaker is None or not first_of_turn:
            continue
        name = passage.speaker.name
        if name not in trades:
            trades[name] = _trade(passage.speaker, whole)
        row = _bracketed(text, gap, passage, name, inside) or _interpreter(
            text, gap, passage, name, trades[name]
        )
        if row is not None and (row.rule, name) not in given:
            given.add((row.rule, name))
            yield row


def for_speakers(
    rows: Sequence[ScopedEvidence], passages: Sequence[DraftPassage]
) -> Iterator[ScopedEvidence]:
    """Give rows about somebody to the speaker they name.

    Args:
        rows: of `line_evidence`; those about the whole document pass through.
        passages: of the document.

    Returns:
        Rows whose ``speaker`` is a speaker of the passages. A row about nobody in particular goes
        to the only person who speaks; in a document without speakers a declared one stands for the
        whole; otherwise it is dropped.
    """
    speakers = list(dict.fromkeys(p.speaker for p in passages if p.speaker is not None))
    persons = [s for s in speakers if not is_role(s.name)]
    for row in rows:
        if row.code not in (Code.DECLARED_FOR_SPEAKER, Code.INTERPRETER):
            yield row
            continue
        named = _words(row.speaker or "")
        fitting = [s for s in persons if _fits(s, named)]
        if not fitting and len(persons) == 1 and name_of_agent(row.speaker or "") is None:
            fitting = persons
        if len(fitting) == 1:
            yield replace(row, speaker=fitting[0].name)
        elif not speakers and row.code == Code.DECLARED_FOR_SPEAKER:
            yield replace(row, code=Code.DECLARED, speaker=None)


def _bracketed(
    text: str, gap: int, passage: DraftPassage, name: str, rules: Sequence[LineRule]
) -> ScopedEvidence | None:
    if passage.kind is not PassageKind.SPEECH:
        return None
    begin = max(gap, text.rfind("\n", 0, passage.start) + 1, passage.start - _LABEL)
    end = min(passage.end, passage.start + _OPENING)
    for found in _BRACKET.finditer(text, begin, end):
        if found.start() > passage.start + 1:
            break
        inner = found.group("inner").strip(" .:,-\u2013\u2014")
        for rule in rules:
            match = rule.pattern.fullmatch(inner)
            if match:
                named = next((g for g in match.groupdict().values() if g), None)
                source = line_rules().tongue(named) if named else None
                return _row(text, found.start(), found.end(), rule, name, source)
    return None


def _interpreter(
    text: str, gap: int, passage: DraftPassage, name: str, rule: LineRule | None
) -> ScopedEvidence | None:
    if rule is None:
        return None
    label = text.rfind(name, max(gap, passage.start - _LABEL), passage.start)
    if label < 0:
        return _row(text, passage.start, min(passage.end, passage.start + _SNIPPET), rule, name)
    return _row(text, label, label + len(name), rule, name)


def _trade(speaker: Speaker, rules: Sequence[LineRule]) -> LineRule | None:
    names = (speaker.name, *speaker.aliases)
    return next((r for r in rules if any(r.pattern.fullmatch(n) for n in names)), None)


def _row(
    text: str, start: int, end: int, rule: LineRule, name: str, source: str | None = None
) -> ScopedEvidence:
    return ScopedEvidence(
        code=rule.code,
        strength=Strength.DECLARED,
        text=text[start:end],
        start=start,
        end=end,
        rule=rule.id,
        version=rule.version,
        speaker=name,
        translated_from=source,
    )


def _words(written: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", written).casefold()
    return frozenset(_WORD.findall(folded)) - _TITLES


def _fits(speaker: Speaker, named: frozenset[str]) -> bool:
    """One of the speaker's names stands whole in what was named, or is its family name."""
    for name in (speaker.name, *speaker.aliases):
        words = _words(name)
        if words and (words <= named or sorted(words & named) == sorted(named)):
            return bool(named)
    return False
