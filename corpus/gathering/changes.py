"""What changed between two texts of one source, by sentences.

White space does not count: pages are wrapped anew without a word being touched. Rejected: a diff by
lines (a paragraph on one line would come back whole for one word), a diff by words (a list of words
without the sentences they stood in says little about an edit).
"""

from __future__ import annotations

from difflib import unified_diff

from corpus.text.sentences import sentence_spans

MOST = 60
"""Lines of a diff that are shown; a text that was replaced is not printed whole."""


def sentences_of(text: str) -> list[str]:
    """The sentences of a text with single spaces in them."""
    return [" ".join(text[start:end].split()) for start, end in sentence_spans(text)]


def sentence_diff(
    old: str, new: str, names: tuple[str, str] = ("before", "after"), most: int = MOST
) -> list[str]:
    """A unified diff of two texts with a sentence a line.

    Args:
        old: the text before.
        new: the text after.
        names: what the two are called in the first two lines.
        most: lines that are given; a last line says how many more there are.

    Returns:
        Lines without line ends; none when the sentences are the same.

    Cost: milliseconds for an article, seconds for a book that was rewritten.
    """
    lines = list(unified_diff(sentences_of(old), sentences_of(new), *names, n=1, lineterm=""))
    if len(lines) > most:
        lines[most:] = [f"... {len(lines) - most} more lines"]
    return lines
