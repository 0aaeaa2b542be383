"""What is asked about one quote, whichever door it came through."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A claim as it was given.

    Attributes:
        quote: the words.
        speaker: who is said to have said them.
        date: when; a day, a month or a year in any usual form.
        language: BCP 47 tag, when known.
        source_id: the source it is said to come from; breaks ties, never a filter.
        source_url: the same by its address (files only).
        max_matches: how many other places are listed.
        limit: longest quote in code points.
    """

    quote: str
    speaker: str | None = None
    date: str | None = None
    language: str | None = None
    source_id: str | None = None
    source_url: str | None = None
    max_matches: int | None = None
    limit: int = 5000
