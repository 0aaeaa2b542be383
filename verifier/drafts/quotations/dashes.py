"""Speech that a dash opens, as Spanish prints it: a paragraph "—No —dijo Brandt—. Otra vez no."

Problem: neither of the marks is a quotation mark, and the words of the reporter stand between two
of the same dashes that open the speech.

Method: a paragraph whose first character is a dash with a letter or an opening sign right behind it
is speech. A dash behind a space and before a letter opens the words of the reporter; one before a
space, a stop or the end closes them. What the reporter says last may be left open.

Rejected: dashes with a space behind them (lists, and the French and English dash between clauses).
"""

from __future__ import annotations

import re

from verifier.drafts.models import Span

_OPENS = re.compile('[\u2014\u2013\u2015](?=[\\w\u00bf\u00a1"\u00ab\u201c])')
_LEAVES = re.compile("(?<=\\s)[\u2014\u2013\u2015](?=\\w)")
_RETURNS = re.compile("(?<=\\S)[\u2014\u2013\u2015](?=[\\s.,;:!?\u2026]|$)[.,;:]?")


def spoken_behind_dash(text: str, start: int, end: int) -> tuple[tuple[Span, ...], Span] | None:
    """The speech of a paragraph that a dash opens.

    Args:
        text: the draft.
        start: offset of the paragraph.
        end: its end offset.

    Returns:
        The stretches that are spoken, and where the first words of the reporter stand (empty when
        there are none); None for a paragraph of another kind.
    """
    if not _OPENS.match(text, start, end):
        return None
    pieces: list[Span] = []
    reporter: Span = (end, end)
    at = start + 1
    while at < end:
        leaves = _LEAVES.search(text, at, end)
        stop = leaves.start() if leaves else end
        first, last = at, stop
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            pieces.append((first, last))
        if leaves is None:
            break
        returns = _RETURNS.search(text, leaves.end(), end)
        if reporter == (end, end):
            reporter = (leaves.end(), returns.start() if returns else end)
        at = returns.end() if returns else end
    return (tuple(pieces), reporter) if pieces else None
