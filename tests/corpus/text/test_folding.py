"""The short way through folding, for texts in which each character becomes one other."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.folding import Level, fold, is_invisible, one_by_one, typography, visible_offsets
from corpus.text.tokens import fold_for_tokens

ORDINARY = "aZ9 \t\n.,-'’“”–—中文，。é\u00a0"
EVERY = ORDINARY + "…½ﬁ²\u0301\u200b\u00ad\u3099が\u212bﷺ"


def _letter_by_letter(text: str) -> list[tuple[str, int, int]]:
    """The fold of a text to level 0, a character at a time: only for texts without marks."""
    return [(" " if c.isspace() else c, at, at + 1) for at, c in enumerate(text)]


@given(st.text(alphabet=ORDINARY, max_size=40))
def test_ordinary_characters_each_become_one(text: str) -> None:
    folded = one_by_one(text, str)
    assert folded is not None
    found = list(zip(folded.text, folded.starts, folded.ends, strict=True))
    assert found == _letter_by_letter(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("wait…", "an ellipsis becomes three characters"),
        ("e\u0301", "a combining mark belongs to the letter before it"),
        ("so\u00adft", "a soft hyphen goes"),
        ("ﬁne", "a ligature becomes two letters"),
    ],
)
def test_other_texts_take_the_long_way(text: str, why: str) -> None:
    assert one_by_one(text, typography) is None, why


@given(st.lists(st.text(alphabet=EVERY, max_size=8), max_size=6), st.sampled_from(list(Level)))
def test_a_text_folds_as_its_words_do(words: list[str], level: Level) -> None:
    # a soft hyphen alone sends a text the long way, and is taken out again
    whole = " x ".join(words)
    marked = whole + "\u00ad"
    assert fold(whole, level).text == fold(marked, level).text
    assert fold(whole, level).starts == fold(marked, level).starts
    assert fold_for_tokens(whole).text == fold_for_tokens(marked).text
    assert fold_for_tokens(whole).ends == fold_for_tokens(marked).ends


@given(st.text(alphabet=EVERY, max_size=40))
def test_what_is_visible_keeps_its_offset(text: str) -> None:
    kept = visible_offsets(text)
    assert [text[at] for at in kept] == [c for c in text if not is_invisible(c)]
    assert list(kept) == sorted(set(chain(kept)))
