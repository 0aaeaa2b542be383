"""Where passages begin and end, and whose they are.

Problem: a passage is a clean slice (no label, star or footer) of one turn, short enough to be
compared, and what the page tells about someone must not become their words.

Method: blocks are sorted into title, headings, summaries, furniture and text. In a dialogue a turn
runs from its label to the next label, heading, rule or the closing frame. Without labels the text
is the author's when it speaks in the first person and an author is declared, or when the narration
says whose post it gives; else it is narration of nobody.

Rejected: one passage a turn (some are pages long), and fixed-size windows (they cut sentences).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.blocks import BlockKind, Reading
from corpus.describing.fidelity import tells_its_making
from corpus.describing.furniture import closing_frame, is_furniture
from corpus.describing.metadata import TopFrame
from corpus.describing.speakers import (
    Page,
    is_first_person,
    reported_author,
    speaker_named,
    speakers_by_name,
    speakers_of,
)
from corpus.describing.turns import Label, find_labels, rows_of_turns
from corpus.models import DraftPassage, PassageKind, SourceKind, Speaker
from corpus.pieces import in_order, pieces
from corpus.text.names import is_role
from corpus.translation.evidence_map import declares_translation

_HEADING_WORDS = 10
_CLOSED = re.compile("[.!?…。！？:：;,，][\"'”’」*_)）]*$")
_BOLD = re.compile(r"(\*\*|__)[^*_]+\1")
_FIRST_PERSON_SHARE = 0.5
_MIN_PROSE = 40
_LAST_LINES = 4
_TOLD = 60_000
"""Characters in which a page names its speakers; a book-long transcript is not read for names."""
_OPENING = 500
"""Characters of a label's first turns in which speakers introduce themselves."""
_OWN_WORDS = (SourceKind.POST, SourceKind.SPEECH, SourceKind.LETTER, SourceKind.BOOK)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document cut into passages.

    Attributes:
        passages: in order, not overlapping, none empty, turns counted from 0.
        kind: what sort of document it looks like.
        own_words: stretches of the page's own frame and narration, where it may say that it is a
            translation.
        author: whose words the body is, where the page tells and no field does.
    """

    passages: tuple[DraftPassage, ...]
    kind: SourceKind
    own_words: tuple[tuple[int, int], ...]
    author: str | None = None


def segment(reading: Reading, frame: TopFrame) -> Layout:
    """Cut a document into passages.

    Args:
        reading: what a reader gave.
        frame: what its top tells.

    Returns:
        The passages with their speakers. A document of headings and furniture only has none.
    """
    if reading.marked:
        return _marked(reading)
    return _Walk(reading, frame).layout()


def _marked(reading: Reading) -> Layout:
    """Blocks that carry their speakers: neighbours of one speaker are one turn."""
    passages: list[DraftPassage] = []
    names = dict.fromkeys(b.speaker for b in reading.blocks if b.speaker is not None)
    speakers = speakers_by_name(list(names))
    declared = reading.fields.get("date")
    turn, previous = -1, None
    for block in reading.blocks:
        if block.speaker is None or block.speaker != previous:
            turn += 1
        previous = block.speaker
        speaker = speakers[block.speaker] if block.speaker is not None else None
        kind = PassageKind.SPEECH if speaker else PassageKind.PROSE
        if block.kind is BlockKind.HEADING:
            kind = PassageKind.HEADING
        date = block.date if block.date != declared else None
        for start, end in pieces(reading.text, block.start, block.end):
            passages.append(DraftPassage(start, end, turn, kind, speaker, date, block.locator))
    kind_of = SourceKind.TRANSCRIPT if speakers else SourceKind.UNKNOWN
    return Layout(tuple(passages), kind_of, ())


class _Walk:
    """One pass over the blocks of one document."""

    def __init__(self, reading: Reading, frame: TopFrame) -> None:
        self.text = reading.text
        self.blocks = frame.blocks
        self.fields = reading.fields
        self.frame = frame
        self.passages: list[DraftPassage] = []
        self.turn = -1
        self.furniture = {
            i
            for i, b in enumerate(self.blocks)
            if b.kind is not BlockKind.RULE
            and b.speaker is None
            and is_furniture(self.text[b.start : b.end])
        }

    def layout(self) -> Layout:
        skipped = frozenset(self.furniture | self.frame.consumed | self.frame.summaries)
        labels: tuple[Label, ...] = ()
        if "speaker" not in self.fields:
            rows = rows_of_turns(self.text, self.blocks)
            told = frozenset(label.block for label in rows)
            opening = self._opening_words(skipped)
            found = find_labels(self.text, self.blocks, skipped | told, opening)
            labels = tuple(sorted([*rows, *found], key=lambda label: label.start))
        last = labels[-1].block if labels else 0
        tail = closing_frame(self.text, self.blocks, last + 1)
        credits = self._credits(last)
        self.body = [i for i in range(tail) if i not in skipped and i not in credits]
        if self.frame.title is not None:
            self._alone(*self.frame.title, PassageKind.HEADING)
        for index in sorted(self.frame.summaries):
            block = self.blocks[index]
            self._alone(block.start, block.end, PassageKind.SUMMARY)
        author = None
        if "speaker" in self.fields:
            kind = SourceKind.SPEECH
            self._monologue(speaker_named(self.fields["speaker"]), 0, PassageKind.SPEECH)
        elif labels:
            kind = self._dialogue(labels)
        else:
            kind, author = self._text()
        narrated = [(p.start, p.end) for p in self.passages if p.speaker is None]
        body = frozenset(self.body)
        outside = [
            (b.start, b.end) for i, b in enumerate(self.blocks) if i not in body
        ]
        return Layout(in_order(self.passages), kind, tuple(sorted({*narrated, *outside})), author)

    def _credits(self, first: int) -> set[int]:
        """Lines after the last label, or at the end, that say who translated or edited the page."""
        begin = first or len(self.blocks) - _LAST_LINES
        return {
            i
            for i, b in enumerate(self.blocks)
            if i > max(begin, 0)
            and (declares_translation(w := self.text[b.start : b.end]) or tells_its_making(w))
        }

    def _opening_words(self, skipped: frozenset[int]) -> str:
        """Title and narration: every paragraph that has no colon near its beginning."""
        parts = [self.frame.fields.get("title", ""), *self._written(sorted(self.frame.summaries))]
        for index, block in enumerate(self.blocks):
            written = self.text[block.start : block.end]
            if index not in skipped and not re.match(r"[^\n:：]{1,60}[:：]", written):
                parts.append(written)
        return "\n".join(parts)

    def _written(self, indexes: Sequence[int]) -> list[str]:
        return [self.text[self.blocks[i].start : self.blocks[i].end] for i in indexes]

    def _dialogue(self, labels: Sequence[Label]) -> SourceKind:
        first = labels[0].block
        before = [i for i in self.body if i < first]
        by_block: dict[int, list[Label]] = {}
        openings: dict[str, str] = {}
        for turn in labels:
            by_block.setdefault(turn.block, []).append(turn)
            said = self.text[turn.content : self.blocks[turn.block].end][:_OPENING]
            if len(openings.get(turn.name, "")) < _OPENING:
                openings[turn.name] = f"{openings.get(turn.name, '')} {said}"
        title = self.frame.fields.get("title", "")
        told = [*before, *sorted(self.frame.summaries)]
        narration = "\n".join(self._written(told))[:_TOLD]
        page = Page(title, narration, self.text[:_TOLD], openings)
        speakers = speakers_of([label.name for label in labels], page)
        current: Speaker | None = None
        narrating = tabled = False
        for index in self.body:
            block = self.blocks[index]
            if block.kind is BlockKind.RULE or self._is_heading(index, dialogue=True):
                current, narrating = None, False
                if block.kind is not BlockKind.RULE:
                    self._alone(block.start, block.end, PassageKind.HEADING)
                continue
            if block.speaker is None and tabled:
                current, narrating = None, False
            tabled = block.speaker is not None
            at = block.start
            here: list[Label | None] = [*by_block.get(index, []), None]
            for label in here:
                end = label.start if label else block.end
                if current is None and not narrating and at < end:
                    self.turn += 1
                    narrating = True
                self._add(at, end, current)
                if label:
                    self.turn += 1
                    current, narrating, at = speakers[label.name], False, label.content
        several = len({speaker.name for speaker in speakers.values()}) > 1
        return SourceKind.INTERVIEW if several else SourceKind.SPEECH

    def _text(self) -> tuple[SourceKind, str | None]:
        """A document without labels: somebody's own words, or narration."""
        prose = [
            i
            for i in self.body
            if self.blocks[i].kind is BlockKind.PARAGRAPH and not self._is_heading(i)
        ]
        start = self._first_person_start(prose)
        author = self.frame.fields.get("author")
        declared = self.fields.get("kind", "").casefold() in {k.value for k in _OWN_WORDS}
        if author and not is_role(author) and (declared or start is not None):
            self._monologue(speaker_named(author), 0, PassageKind.PROSE)
            return SourceKind.POST, None
        if start is not None and start > 0:
            narration = "\n".join(self._written(prose[:start]))
            name = reported_author(self.frame.fields.get("title", ""), narration)
            if name is not None:
                self._monologue(speaker_named(name), prose[start], PassageKind.PROSE)
                return SourceKind.POST, name
        self._monologue(None, 0, PassageKind.PROSE)
        return SourceKind.ARTICLE, None

    def _first_person_start(self, prose: Sequence[int]) -> int | None:
        """Which of the paragraphs begins to speak of itself; None if the text does not."""
        own = [is_first_person(written) for written in self._written(prose)]
        for at, first in enumerate(own):
            if first:
                rest = own[at:]
                return at if sum(rest) >= _FIRST_PERSON_SHARE * len(rest) else None
        return None

    def _monologue(self, speaker: Speaker | None, begin: int, kind: PassageKind) -> None:
        """Everything from block `begin` on is one speaker's, what stands before it nobody's."""
        current: tuple[Speaker | None] | None = None
        for index in self.body:
            block = self.blocks[index]
            if block.kind is BlockKind.RULE:
                continue
            if self._is_heading(index):
                self._alone(block.start, block.end, PassageKind.HEADING)
                current = None
                continue
            whose = speaker if index >= begin else None
            if current != (whose,):
                self.turn += 1
                current = (whose,)
            self._add(block.start, block.end, whose, kind if whose else PassageKind.PROSE)

    def _is_heading(self, index: int, dialogue: bool = False) -> bool:
        block = self.blocks[index]
        if block.kind is BlockKind.HEADING:
            return True
        written = self.text[block.start : block.end]
        if block.kind is not BlockKind.PARAGRAPH or _CLOSED.search(written) or "\n" in written:
            return False
        words = len(re.findall(r"[^\W_]+", re.sub("[\u3040-\u9fff]{2}", " x ", written)))
        if words > _HEADING_WORDS:
            return False
        return bool(_BOLD.fullmatch(written)) or (not dialogue and self._between_prose(index))

    def _between_prose(self, index: int) -> bool:
        """A line that a longer, finished paragraph follows."""
        if index + 1 >= len(self.blocks):
            return False
        block, following = self.blocks[index], self.blocks[index + 1]
        longer = following.end - following.start >= max(_MIN_PROSE, 2 * (block.end - block.start))
        return longer and bool(_CLOSED.search(self.text[following.start : following.end]))

    def _alone(self, start: int, end: int, kind: PassageKind) -> None:
        self.turn += 1
        self._add(start, end, None, kind)

    def _add(
        self, start: int, end: int, speaker: Speaker | None, kind: PassageKind | None = None
    ) -> None:
        if kind is None:
            kind = PassageKind.SPEECH if speaker else PassageKind.PROSE
        for first, last in pieces(self.text, start, end):
            self.passages.append(DraftPassage(first, last, self.turn, kind, speaker))
