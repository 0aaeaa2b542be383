"""Which marks pair, across the habits of languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.reading.quotation_marks import scan_marks


def inside(text: str) -> list[str]:
    """The text inside every outermost pair."""
    scan = scan_marks(text, 0, len(text))
    return [text[s.opening[1] : s.closing[0]] for s in scan.stretches]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("“a” b “c”", ["a", "c"], "English"),
        ("„a“ b „c“", ["a", "c"], "the German closing mark is the English opening one"),
        ("»a« b »c«", ["a", "c"], "guillemets inwards"),
        ("«a» b « c »", ["a", " c "], "guillemets outwards, with and without spaces"),
        ("”a” b ”c”", ["a", "c"], "Swedish: one mark for both"),
        ('"a" b "c"', ["a", "c"], "straight"),
        ('"我,"他,"你"', ["我,", "你"], "straight without white space"),
        ('"a "b" c"', ['a "b" c'], "straight in straight"),
        ("“a ‘b’ c”", ["a ‘b’ c"], "single in double"),
        ("‘a “b” c’", ["a “b” c"], "double in single"),
        ("the dogs’ ‘bowls’ are", [], "a single mark before a word closes nothing"),
        ("‘it’s mine,’ he", ["it’s mine,"], "an apostrophe inside a word"),
        ("“a", ["a"], "not closed"),
        ("a” b", ["a"], "not opened"),
        ("``a'' b", ["a"], "as LaTeX writes it"),
        ("no marks", [], "none"),
        ('a 12" pipe', [], "inches"),
    ],
)
def test_marks_are_paired(text: str, expected: list[str], why: str) -> None:
    assert inside(text) == expected, why


def test_a_paragraph_may_reopen_its_mark() -> None:
    text = "“one.\n\n“two.”"
    (stretch,) = scan_marks(text, 0, len(text)).stretches
    assert [text[slice(*mark)] for mark in stretch.reopenings] == ["“"]
    assert stretch.balanced


@given(st.text(st.sampled_from(list("“”„«»\"'‘’「」<>` ab,.\n我")), max_size=60))
def test_stretches_are_in_order_and_inside_the_text(text: str) -> None:
    at = 0
    for stretch in scan_marks(text, 0, len(text)).stretches:
        assert at <= stretch.opening[0] <= stretch.opening[1] <= stretch.closing[0]
        assert stretch.closing[0] <= stretch.closing[1] <= len(text)
        at = stretch.closing[1]
