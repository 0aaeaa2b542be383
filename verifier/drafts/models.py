"""What is found in a draft: quotations, their kind, and who is said to have said them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]


class DraftKind(StrEnum):
    """What words in quotation marks are."""

    QUOTATION = "quotation"
    SCARE_QUOTE = "scare_quote"
    TITLE = "title"
    BLOCK_QUOTE = "block_quote"


@dataclass(frozen=True, slots=True)
class DraftQuotation:
    """Words that a draft sets in quotation marks or apart.

    Attributes:
        start: offset of the quoted words in the draft, without the outer marks.
        end: end offset; an interruption ("she said") lies inside.
        pieces: spans of the quoted stretches, in order; one when nothing interrupts them.
        kind: what the words are; only quotations and block quotes are checked.
        speaker: the fullest name that the draft gives, or the words that name him; None without.
        speaker_start: offset of the words that name him there ("she"), or -1.
        speaker_end: their end offset, or -1.
        attribution: the attributing clause as it stands, or empty.
        balanced: whether both marks are there.
    """

    start: int
    end: int
    pieces: tuple[Span, ...]
    kind: DraftKind
    speaker: str | None = None
    speaker_start: int = -1
    speaker_end: int = -1
    attribution: str = ""
    balanced: bool = True

    @property
    def is_checked(self) -> bool:
        """Whether these are somebody's words, to be compared with what was said."""
        return self.kind in (DraftKind.QUOTATION, DraftKind.BLOCK_QUOTE)
