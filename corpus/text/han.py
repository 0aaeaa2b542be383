"""Traditional and simplified Chinese, one character at a time.

Problem: the same Chinese sentence is stored in one script and quoted in the other, and an answer
must still point at the stored characters.

Method: the character table of OpenCC (traditional to simplified), asked for one character at a
time, so that the folded text is as long as the text and every offset stays where it was. The
answers are kept, so a character is converted once in the life of the process.

Rejected: converting whole sentences (OpenCC then replaces words by words of another length and
region, which changes the wording and loses the offsets); a table of our own (four thousand pairs
to keep right by hand). Folding towards the simplified form is lossy (several traditional
characters share one simplified form), which is right for finding and comparing, and is why nothing
folded is ever shown.

Source: OpenCC character dictionary ``TSCharacters`` (Apache-2.0).
"""

from __future__ import annotations

from functools import cache

import opencc


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


class _Table(dict[int, int]):
    """A translation table that asks for what it does not know yet."""

    def __missing__(self, point: int) -> int:
        folded = point
        if point >= 0x3400:
            answer = _converter().convert(chr(point))
            folded = ord(answer) if len(answer) == 1 else point
        self[point] = folded
        return folded


_TABLE = _Table()


def simplified(text: str) -> str:
    """Fold traditional Chinese characters to simplified ones, character by character.

    Args:
        text: any text; everything but Chinese characters stays as it is.

    Returns:
        A text of the same length; empty for an empty one.

    Cost: a dictionary look-up a character; the first call loads the table (some milliseconds).
    """
    return text if text.isascii() else text.translate(_TABLE)
