"""The nouns of checking a quote: the claim, where it stands, how it differs, what was decided.

Offsets into the claim count code points of the claim as it was given; offsets into a source count
code points of its stored text. Token positions say so in their names. Everything is a value;
`verifier.exchange.schemas` gives the values their JSON names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.models import Passage
from corpus.text.tokens import Removal, Tokens

# --- the claim -------------------------------------------------------------------------------


class PieceKind(StrEnum):
    """What a stretch of the claim is."""

    QUOTED = "quoted"
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    SIC = "sic"
    INTERRUPTION = "interruption"
    LABEL = "label"
    OUTER_MARK = "outer_mark"


@dataclass(frozen=True, slots=True)
class ClaimPiece:
    """A stretch ``[start, end)`` of the claim and what it is."""

    start: int
    end: int
    kind: PieceKind


class Join(StrEnum):
    """What stands between two quoted segments of a claim."""

    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    SIC = "sic"
    INTERRUPTION = "interruption"


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a claim between marks of editing: tokens ``[first, last)`` of the claim.

    Attributes:
        join: the mark before the segment; None for the first one.
        bracket: the words in the brackets before the segment, when ``join`` is a bracket.
    """

    first: int
    last: int
    join: Join | None = None
    bracket: str = ""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something about the claim that the reader should know.

    Attributes:
        code: ``mixed_script``, ``unbalanced_marks`` or ``list_missing``.
        text: the words it is about.
    """

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimed quote, read.

    Attributes:
        text: as it was given.
        pieces: all of ``text`` that is not white space, in order.
        segments: the quoted words between marks of editing, in order; at least one.
        tokens: the quoted words only, with offsets into ``text``.
        speaker: the claimed speaker: the field, else a leading label; or None.
        date: the claimed day, month or year (EDTF level 0), or None.
        language: BCP 47 primary tag, or ``und``.
        language_basis: ``declared`` or ``detected``.
        removals: invisible characters taken out.
        lead_bracket: words in brackets before the first quoted word.
        tail_bracket: words in brackets after the last quoted word.
    """

    text: str
    pieces: tuple[ClaimPiece, ...]
    segments: tuple[Segment, ...]
    tokens: Tokens
    speaker: str | None = None
    date: str | None = None
    language: str = "und"
    language_basis: str = "detected"
    removals: tuple[Removal, ...] = ()
    warnings: tuple[Warned, ...] = ()
    lead_bracket: str = ""
    tail_bracket: str = ""

    @property
    def marked(self) -> bool:
        """Whether the claim has marks of editing (`[T]he` is none)."""
        return len(self.segments) > 1 or bool(self.lead_bracket or self.tail_bracket)


# --- where it stands -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Window:
    """Running text of one turn around a candidate: what a claim is aligned with.

    Attributes:
        passages: neighbours in one turn of one rendition, in order.
        tokens: of all the passages, with offsets into the rendition's stored text.
        text: the stored text from the first passage's start to the last one's end.
        start: offset of ``text[0]`` in the stored text.
        whole: whether the window is the whole turn.
    """

    passages: tuple[Passage, ...]
    tokens: Tokens
    text: str
    start: int
    whole: bool

    def slice(self, start: int, end: int) -> str:
        """Stored text ``[start, end)``, offsets of the rendition."""
        return self.text[start - self.start : end - self.start]


class Op(StrEnum):
    """What an edit does, seen from the source to the claim."""

    EQUAL = "equal"
    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"
    FOLD = "fold"
    MARKED = "marked"


class EditKind(StrEnum):
    """What sort of thing an edit touches."""

    WORD = "word"
    NUMBER = "number"
    NAME = "name"
    PUNCTUATION = "punctuation"
    CASE = "case"
    SPELLING = "spelling"
    FILLER = "filler"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the source's words to the claim's.

    Attributes:
        op: equal; replace; insert (the claim adds); delete (the claim leaves out, unmarked); fold
            (the same by a closed list: see ``note``); marked (left out at a mark of editing).
        claim_first: first token of the claim, and ``claim_last`` the one after the last.
        source_first: first token of the window, and ``source_last`` the one after the last.
        kind: what it touches.
        note: the fold that was needed, or empty.
    """

    op: Op
    claim_first: int
    claim_last: int
    source_first: int
    source_last: int
    kind: EditKind = EditKind.WORD
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a claim's words stand in a window, and what differs.

    Attributes:
        window: the running text.
        edits: in order; they cover the claim's tokens ``[claim_first, claim_last)`` and the
            window's tokens ``[source_first, source_last)`` without gaps.
        source_first: first matched token of the window.
        source_last: the token after the last matched one; equal to ``source_first`` when nothing
            matched.
    """

    window: Window
    edits: tuple[Edit, ...]
    source_first: int
    source_last: int

    @property
    def start(self) -> int:
        """Offset of the first matched word in the stored text."""
        return self.window.tokens.starts[self.source_first]

    @property
    def end(self) -> int:
        """End offset of the last matched word in the stored text."""
        return self.window.tokens.ends[self.source_last - 1]


# --- what was found about it -----------------------------------------------------------------


class Risk(StrEnum):
    """Classes of difference that touch the meaning."""

    NEGATION = "negation"
    NUMBER = "number"
    UNIT = "unit"
    MODAL = "modal"
    QUANTIFIER = "quantifier"
    CONDITION = "condition"
    PERSON = "person"
    NAMED_ENTITY = "named_entity"
    ANTONYM = "antonym"
    TENSE = "tense"
    QUESTION_TO_STATEMENT = "question_to_statement"


class Context(StrEnum):
    """What the sentence around the match does to it."""

    HEAD_HAS_NEGATION = "head_has_negation"
    HEAD_HAS_CONDITION = "head_has_condition"
    HEAD_REPORTS_OTHERS = "head_reports_others"
    TAIL_HAS_CONDITION = "tail_has_condition"
    TAIL_HAS_CONTRAST = "tail_has_contrast"
    STARTS_MID_SENTENCE = "starts_mid_sentence"
    ENDS_MID_SENTENCE = "ends_mid_sentence"
    INSIDE_QUOTATION = "inside_quotation"
    QUESTION_IN_SOURCE = "question_in_source"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference on a meaning list.

    Attributes:
        code: the class.
        claim_text: the claim's words, empty when they are missing.
        source_text: the source's words, empty when the claim adds them.
        note: one neutral sentence for people ("'not' is missing").
    """

    code: Risk
    claim_text: str
    source_text: str
    note: str


@dataclass(frozen=True, slots=True)
class Framing:
    """One thing that stands around the match and bears on it.

    Attributes:
        code: what it does.
        start: offset of the words in the stored text.
        end: end offset.
        text: the words, as stored.
    """

    code: Context
    start: int
    end: int
    text: str
