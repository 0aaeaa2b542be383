"""Speaker labels: "Host: ...", "**Moderator:** ...", and turns that begin inside a paragraph.

Problem: a label is a name and a colon, and so is much that is none ("My only regret: ...",
"Note: ..."). Method: a label stands at the beginning of a line and looks like a name or a role;
it is believed when it recurs, when it is a role or a name of the page's own narration and the page
has other labels, or when it is made of believed labels ("A and B"). Only a believed label may open
a turn inside a paragraph.

Rejected: a list of names (no corpus knows them all), and believing every short "X:" (headings,
prices and asides would speak).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.blocks import Block, BlockKind
from corpus.text.names import Shape, bare_label, is_role, label_shape, shares_part, split_joint
from corpus.translation.interpreter_labels import (
    is_credit_word,
    is_interpreter,
    is_noted,
    without_note,
)

_CLOCK = r"[\[(（]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])）]?"
_LABEL = re.compile(
    rf"[*_\s>]*(?:{_CLOCK}[*_\s]*(?:[-–—|]\s*)?)?"
    r"(?P<name>[^\n:：*>_\[(（\d][^\n:：*]{0,59}?)[*_\s]*"
    rf"(?:{_CLOCK}[*_ \t]*(?:\n|$)|(?:{_CLOCK}[*_\s]*)?"
    r"(?:[:：](?=[*_\s\"'“‘「]|[\u3400-\u9fff]|$)|：))[*_\s]*"
)
"""A name and a colon; a time code may stand before either, or in the place of the colon at the end
of the line."""
_ADDRESSED = re.compile(
    r"(?P<name>(?:M\.|Mme|Mlle|Me|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.|Senator|Rep\.)"
    r"(?:\s+(?:[A-ZÀ-Ý]\.|[A-ZÀ-Ý][\w'’-]+)){1,4})(?:,\s[^.\n]{3,60})?\.\s+(?=[\"“«A-ZÀ-Ý])"
)
"""How records of parliaments and hearings open a turn: a form of address, a name, a full stop."""
_CAPITALS = re.compile(r"(?P<name>[A-ZÀ-Ý][A-ZÀ-Ý.'’ -]{2,50}[A-ZÀ-Ý.])[ \t]*\n(?=\S)")
"""A name in capitals on a line of its own above what is said."""
_CLOSED = re.compile(r"[.!?…。！？~～\"'”’」』)）*_]\s*$")
_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
_CARRIES_ON = frozenset(
    (
        *("to", "by", "from", "of", "with", "and", "or", "for", "like", "as", "than", "but", "via"),
        *("at", "in", "on", "per", "the", "a", "an", "is", "was", "that", "dear", "hi", "hey"),
        *("hello", "thank", "thanks", "said", "says", "told", "tell", "ask", "asks", "asked"),
        *("quotes", "quoting"),
    )
)
_RECURS = 2
_LOOSE_RECURS = 3
_DIALOGUE = 3
"""Would-be labels that make a page a dialogue, one of them believed; then a name that is met once
is a label, too."""


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker label in the text.

    Attributes:
        block: index of the block it stands in.
        start: offset of the first character, markup included.
        content: offset at which what is said begins.
        name: the label without markup, white space folded.
    """

    block: int
    start: int
    content: int
    name: str


def find_labels(
    text: str, blocks: Sequence[Block], skipped: frozenset[int], frame: str
) -> tuple[Label, ...]:
    """The labels of a document that are believed.

    Args:
        text: the text.
        blocks: its blocks.
        skipped: blocks that are title, frame or furniture.
        frame: title and opening words of the page, where the speakers may be named.

    Returns:
        Labels in text order; empty when the document is no dialogue.
    """
    candidates = [
        label
        for index, block in enumerate(blocks)
        if index not in skipped and block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
        for label in _at_line_starts(text, block, index)
    ]
    believed = _believed(text, blocks, candidates, frame)
    at_starts = [c for c in candidates if c.name in believed]
    if len(at_starts) < _RECURS:
        return ()
    inside = _inside(text, blocks, skipped, at_starts)
    return tuple(sorted([*at_starts, *inside], key=lambda label: label.start))


def rows_of_turns(text: str, blocks: Sequence[Block]) -> tuple[Label, ...]:
    """The labels of blocks whose format tells the speaker: the line of the name, and any above.

    A block that has a speaker and no line with the name goes on with the turn before it.

    Args:
        text: the text.
        blocks: its blocks; those without a speaker are passed over.
    """
    found: list[Label] = []
    for index, block in enumerate(blocks):
        if block.speaker is None:
            continue
        at = block.start
        for line in text[block.start : block.end].splitlines(keepends=True):
            at += len(line)
            if " ".join(line.split()).strip(" :：") == block.speaker:
                found.append(Label(index, block.start, at, block.speaker))
                break
    return tuple(found)


def _at_line_starts(text: str, block: Block, index: int) -> list[Label]:
    found = []
    at = block.start
    while at < block.end:
        match = (
            _ADDRESSED.match(text, at, block.end)
            or _CAPITALS.match(text, at, block.end)
            or _LABEL.match(text, at, block.end)
        )
        if match is not None:
            name = " ".join(match.group("name").split())
            if _shape(name) or is_interpreter(name):
                found.append(Label(index, match.start(), match.end(), name))
        newline = text.find("\n", match.end() if match else at, block.end)
        if newline < 0:
            break
        at = newline + 1
    return found


def _believed(
    text: str, blocks: Sequence[Block], candidates: Sequence[Label], frame: str
) -> frozenset[str]:
    """The label names that are speakers."""
    counts = Counter(bare_label(c.name) for c in candidates)
    spoken: Counter[str] = Counter()
    for label in candidates:
        end = blocks[label.block].end
        last = text[max(label.content, end - 3) : end]
        spoken[bare_label(label.name)] += bool(not last or _CLOSED.search(last))
    names = {c.name for c in candidates}
    bare = {name: bare_label(name) for name in names}
    chosen = set()
    for name in names:
        often, shape = counts[bare[name]], _shape(name)
        if spoken[bare[name]] * 2 < often:
            continue
        if shape and often >= (_RECURS if shape == "name" else _LOOSE_RECURS):
            chosen.add(name)
    dialogue = bool(chosen) and len(candidates) >= _DIALOGUE
    for name in sorted(names - chosen):
        if _shape(name) != "name":
            continue
        named = is_role(bare[name]) or is_noted(name) or _stands_in(bare[name], frame)
        if (named and len(candidates) >= _RECURS) or (
            dialogue and (_all_cased(bare[name]) or shares_part(name, chosen))
        ):
            chosen.add(name)
    if chosen:
        chosen |= _interpreters(text, blocks, candidates)
    for name in names - chosen:
        parts = split_joint(name)
        if len(parts) > 1 and all(p in chosen or p in {bare[c] for c in chosen} for p in parts):
            chosen.add(name)
    return frozenset(chosen)


def _shape(name: str) -> Shape:
    """What a label looks like, a note that its speaker is interpreted aside."""
    return "" if is_interpreter(name) else label_shape(without_note(name))


def _interpreters(
    text: str, blocks: Sequence[Block], candidates: Sequence[Label]
) -> set[str]:
    """Labels of interpreters in a dialogue; the word alone often opens a credit line instead.

    What is said after it ends like a sentence, and it is said twice, or once where the trade is
    never credited.
    """
    said: Counter[str] = Counter()
    for label in candidates:
        if is_interpreter(label.name):
            words = text[label.content : blocks[label.block].end].strip()
            said[label.name] += bool(words and _CLOSED.search(words[-3:]))
    return {n for n, times in said.items() if times >= (_RECURS if is_credit_word(n) else 1)}


def _all_cased(name: str) -> bool:
    """Written like a name in a script that has capitals."""
    return any(c.isupper() for c in name)


def _stands_in(name: str, frame: str) -> bool:
    if name.isascii():
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", frame) is not None
    return name in frame


def _inside(
    text: str, blocks: Sequence[Block], skipped: frozenset[int], labels: Sequence[Label]
) -> list[Label]:
    """Turns that begin in the middle of a paragraph."""
    forms = sorted({label.name for label in labels}, key=len, reverse=True)
    pattern = re.compile(
        r"(?<=[\s*_.!?…。！？”\"」])[*_]*(?P<name>"
        + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        + r")[*_]*(?:：|:(?=[\s*_]))[*_\s]*(?=[\"'“‘「『(（]*(?P<first>\w))"
    )
    starts = [label.start for label in labels]
    found = []
    for index, block in enumerate(blocks):
        if index in skipped or block.kind in (BlockKind.HEADING, BlockKind.RULE):
            continue
        for match in pattern.finditer(text, block.start, block.end):
            nearest = bisect_right(starts, match.start()) - 1
            starts_line = nearest >= 0 and match.start() <= labels[nearest].content
            before = _BEFORE.search(text, max(block.start, match.start() - 20), match.start())
            if (
                starts_line
                or match.group("first").islower()
                or (before and before.group(1).casefold() in _CARRIES_ON)
            ):
                continue
            name = " ".join(match.group("name").split())
            found.append(Label(index, match.start(), match.end(), name))
    return found
