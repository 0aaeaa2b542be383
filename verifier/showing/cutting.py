"""What was cut off: the words around a match, and those inside it, that a quote does without.

Problem: "the bridge will pay for itself" is word for word in "I would not say that the bridge will
pay for itself"; a reader in a hurry must see the lost words before anything else.

Method: the words that the report's findings name are looked up in the context that the report
carries, and set in bold where they stand; the same for what is left out inside. Before that the
context is cut down to running text: lines of description at the head of a file and the next
chapter are no context.

Rejected: searching the source anew (a kept answer shows what was found then).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.models import Passage, PassageKind
from verifier.models import Context, Framing, Op
from verifier.report import Match, Report, VerdictCode
from verifier.showing.advice import TURNING
from verifier.showing.phrases import CONTEXTS
from verifier.showing.presentation import Run

_FINAL = ".!?\u2026\u3002\uff01\uff1f"
_CLOSING = "\"'\u2019\u201d\u00bb)]\u300d\u300f\uff09*_ "
_SENTENCE_END = re.compile(r"[.!?\u2026](?=\s|$)|[\u3002\uff01\uff1f]")
_MARKS_HERE = re.compile("[.!?\u2026\u3002\uff01\uff1f][\"'\u2019\u201d\u00bb]*")
_LONGEST = 300
"""Characters of unchanged words shown in one go; of more the middle is taken out."""
_KEPT = 110
_WORD_EDGE = 25
"""How far from a cut edge of the context a white space is looked for."""
_TAIL = 160
_SHOW = frozenset(Context) - {Context.QUESTION_IN_SOURCE}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The running text around a match, as it is shown.

    Attributes:
        before: runs before it, ``cut`` for the words that a finding names, else ``around``.
        after: the same behind it.
    """

    before: tuple[Run, ...]
    after: tuple[Run, ...]


def running(match: Match, passages: Sequence[Passage]) -> tuple[str, str]:
    """The context without what is no running text.

    Args:
        match: the place.
        passages: those that its context touches, in order; empty when the source is not at hand.

    Returns:
        The text before and after, from the passage after the last heading to the one before the
        next; dots stand where the report's context breaks off within a passage.
    """
    before, after = match.context_before, match.context_after
    if not passages:
        return before, after
    first, last = match.start - len(before), match.end + len(after)
    starts = [p.start for p in passages if p.start <= match.start]
    ends = [p.end for p in passages if p.end >= match.end]
    for passage in passages:
        if passage.kind is PassageKind.HEADING and passage.end <= match.start:
            starts = [s for s in starts if s >= passage.end]
        elif passage.kind is PassageKind.HEADING and passage.start >= match.end:
            ends = [e for e in ends if e <= passage.start]
    begin = max(first, min(starts, default=match.start))
    close = min(last, max(ends, default=match.end))
    # What follows a passage without a space is its own final mark or a closing bracket.
    head = before[begin - first :]
    tail = after[: max(0, close - match.end)]
    if begin == first and begin > min((p.start for p in passages), default=begin):
        head = _from_word(head)
    if close == last and close < max((p.end for p in passages), default=close):
        tail = _to_word(tail)
    return head, tail


def _from_word(text: str) -> str:
    at = re.search(r"\s", text[:_WORD_EDGE])
    return "\u2026 " + text[at.end() :].lstrip() if at else "\u2026" + text


def _to_word(text: str) -> str:
    at = text.rfind(" ", len(text) - _WORD_EDGE)
    return (text[:at] + " \u2026") if at > 0 else text + "\u2026"


def surroundings(before: str, after: str, frames: Sequence[Framing]) -> Surroundings:
    """The context with the words that the findings name set apart.

    Args:
        before: text before the match, from `running`.
        after: text after it.
        frames: what stands around the match.

    Returns:
        Runs that join to the same texts; a finding whose words are not there marks nothing.
    """
    ahead, behind = _marked(before, after, frames)
    return Surroundings(tuple(_cut(before, ahead)), tuple(_cut(after, behind)))


def _marked(
    before: str, after: str, frames: Sequence[Framing]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    ahead, behind = [], []
    for framing in frames:
        words = framing.text.strip()
        if not words or framing.code not in _SHOW:
            continue
        if (at := before.rfind(words)) >= 0 and not framing.code.startswith(("tail_", "ends_")):
            ahead.append((at, at + len(words)))
        elif (at := after.find(words)) >= 0:
            behind.append((at, at + len(words)))
    return ahead, behind


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """Runs of a text, its spans joined where they touch."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    at = 0
    for start, end in joined:
        if text[at:start]:
            yield Run("around", text[at:start])
        yield Run("cut", text[start:end])
        at = end
    if text[at:]:
        yield Run("around", text[at:])


def cut_off(match: Match | None, before: str, after: str, frames: Sequence[Framing]) -> list[Run]:
    """The sentence as the source has it, with what the quote lacks as ``cut`` runs.

    Args:
        match: the place; None gives nothing.
        before: text before the match, from `running`.
        after: text after it.
        frames: what stands around the match.

    Returns:
        Runs to be shown in one line, long unchanged stretches shortened; empty when the quote lacks
        nothing that is known of.
    """
    if match is None:
        return []
    ahead, behind = _marked(before, after, frames)
    inside = list(_inside(match))
    if not ahead and not behind and all(run.kind != "cut" for run in inside):
        return []
    from_ = min((start for start, _ in ahead), default=len(before))
    head = _cut(before[from_:], [(s - from_, e - from_) for s, e in ahead])
    end = max((end for _, end in behind), default=0)
    closing = _SENTENCE_END.search(after, max(0, end - 1)) if end else None
    close = closing.end() if closing and closing.end() <= end + _TAIL else end
    if not end and (mark := _MARKS_HERE.match(after)):
        close = mark.end()
    tail = list(_cut(after[:close], behind))
    if close and after[close - 1 : close] not in _FINAL and after[close:].strip():
        tail.append(Run("around", " \u2026"))
    return [*head, *inside, *tail]


def _inside(match: Match) -> Iterator[Run]:
    at = match.start
    for step in match.alignment:
        if step.op not in (Op.DELETE, Op.MARKED) or not step.source_text.strip():
            continue
        start, end = max(step.source[0], match.start), min(step.source[1], match.end)
        if start < at or start >= end:
            continue
        words = match.exact[start - match.start : end - match.start]
        core = words.strip()
        lead = words.index(core)
        yield from _short(match.exact[at - match.start : start - match.start + lead])
        yield Run("cut", core)
        at = start + lead + len(core)
    yield from _short(match.exact[at - match.start :])


def _short(text: str) -> Iterator[Run]:
    if len(text) > _LONGEST:
        text = f"{text[:_KEPT].rsplit(' ', 1)[0]} [\u2026] {text[-_KEPT:].split(' ', 1)[-1]}"
    if text:
        yield Run("same", text)


def shortened(runs: Sequence[Run]) -> list[Run]:
    """A line of both texts with the middle of long unchanged stretches taken out.

    Args:
        runs: as `verifier.showing.presentation.inline_runs` gives them.

    Returns:
        The same runs; in place of a long middle stands one ``around`` run that says how many words
        were taken out, so that every difference can be seen without scrolling through the rest.
    """
    found: list[Run] = []
    for run in runs:
        if run.kind != "same" or len(run.text) <= _LONGEST:
            found.append(run)
            continue
        head = run.text[:_KEPT].rsplit(" ", 1)[0]
        tail = run.text[-_KEPT:].split(" ", 1)[-1]
        words = len(run.text[len(head) : -len(tail)].split())
        lost = f" [\u2026 {words} words the same \u2026] " if words > 1 else " [\u2026] "
        found += [Run("same", head), Run("around", lost), Run("same", tail)]
    return found


def framed(frames: Sequence[Framing]) -> list[str]:
    """The findings that turn what a quote says when it is quoted alone, in words, each once."""
    return list(dict.fromkeys(CONTEXTS[f.code] for f in frames if f.code in TURNING))


def stands_whole(report: Report) -> bool:
    """Whether the quote begins and ends where sentences of its source do and lacks nothing inside.

    Args:
        report: any report.

    Returns:
        False also where that cannot be seen: without a match, of a joined quote, and of a passage
        that is only the closest one.
    """
    match = report.match
    if match is None or len(match.pieces) > 1 or report.verdict.context or not match.exact:
        return False
    if report.verdict.code is VerdictCode.PARAPHRASE or report.verdict.counts.deleted:
        return False
    if any(step.op in (Op.DELETE, Op.MARKED) for step in match.alignment):
        return False
    ahead = match.context_before.rstrip(" \t")
    opened = not ahead or ahead.endswith("\n") or ahead.rstrip(_CLOSING)[-1:] in tuple(_FINAL)
    rest = match.context_after.lstrip(_CLOSING)
    closed = match.exact[-1] in _FINAL or not rest or rest[0] in _FINAL + "\n"
    return opened and closed
