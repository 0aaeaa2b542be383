"""Words cut by spellings: the same as when a text is cut as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.indexing.bulk_terms import bulk_terms
from corpus.text.tokens import terms

_ROWS = [
    ("no words at all", "  \n\t "),
    ("marks at the edges of words", "“Well,” he said — don’t! (Not me.)"),
    ("a minus and a range", "from -5 to 10-12, −3 and a - 4"),
    ("initials with full stops", "the U.S. economy; e.g. this"),
    ("an invisible character in a word", "infor\u00admation \u200bhidden"),
    ("a combining mark after a space", "cafe\u0301 \u0301a"),
    ("no spaces", "我们不知道 what 他说"),
    ("numbers with inner marks", "250,000 and 3.5, 10:30"),
]


@pytest.mark.parametrize(("why", "text"), _ROWS)
def test_parted_texts_have_the_same_words(why: str, text: str) -> None:
    assert bulk_terms(text) == terms(text), why


_SIGNS = st.sampled_from("aZé ß.'’-–−_ \t\u00a0\u00ad\u200b\u0301%$1,٣:：我の\x00\x1c\x85İſ…&@#…")


@given(st.text(_SIGNS | st.characters(), max_size=40))
def test_any_text_has_the_same_words(text: str) -> None:
    assert bulk_terms(text) == terms(text)
    assert bulk_terms(text) == terms(text)
