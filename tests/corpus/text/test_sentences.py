"""Where sentences begin and end, in several scripts, without losing a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.sentences import sentence_at, sentence_groups, sentence_spans

CUTS = [
    # text with | at the borders, why
    ("We stayed.| They left.", "a full stop"),
    ("Why?| Because!| So it is.", "other final marks"),
    ("“We stayed.”| They left.", "closing marks belong to the sentence before them"),
    ("(We stayed.)| They left.", "so do brackets"),
    ('He waved.| "We stayed."| They left.', "an opening mark begins the next"),
    ("Dr. Weiss met Mrs. Oyelaran at St. Anne.| It rained.", "abbreviations end nothing"),
    ("J. K. Ferrer wrote it.", "nor do initials"),
    ("It was me and I.| She knew.", "the word I is no initial"),
    ("It costs 3.5 crowns at shop.example now.", "nor do stops inside numbers and names"),
    ("It cost 3 crowns.| 4 were left.", "a stop after a number does"),
    ("We waited ... and left.", "dots before a small letter go on"),
    ("We waited…| Then we left.", "dots before a capital end"),
    ('"Really?" she asked.', "a question inside a sentence goes on in lower case"),
    ("approx. five, etc. and so on.", "an abbreviation before a small letter"),
    ("A heading\n\n|A line", "a blank line always ends one"),
    ("wrapped\nlines are one", "a line break is white space"),
    ("我们留下了。|他们走了！|为什么？", "Chinese marks need no space"),
    ("“我们留下了。”|他们走了。", "the Chinese closing mark belongs to its sentence"),
    ("「留下。」|走了。", "corner brackets too"),
    ("Wir blieben z.B. hier.| Sie gingen.", "German abbreviations"),
    ("« Nous restons. »| Ils partent.", "French marks"),
    ("»Wir bleiben.«| »Ihr geht.«| Sie gingen.", "German marks point inwards"),
    ("Мы остались.| Они ушли.", "Russian"),
    ("هل بقينا؟| نعم.", "the Arabic question mark"),
    ("हम रुके।| वे गए।", "the danda"),
    ("", "nothing has no sentence"),
    (" \n ", "nor has white space"),
]


@pytest.mark.parametrize(("marked", "why"), CUTS)
def test_sentences_end_where_a_reader_ends_them(marked: str, why: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    assert [text[a:b] for a, b in sentence_spans(text)] == expected, why


@given(st.text(st.sampled_from("aB 1.!?…。？\n\"'”)（「」我Dr*_"), max_size=60))
def test_outside_the_sentences_is_white_space_only(text: str) -> None:
    at = 0
    for start, end in sentence_spans(text):
        assert text[at:start].strip() == ""
        assert start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    ("offset", "index", "why"),
    [(0, 0, "the first character"), (9, 0, "the last one of the first sentence"),
     (10, 0, "white space after it"), (11, 1, "the next sentence"), (99, 1, "beyond the end")],
)  # fmt: skip
def test_an_offset_belongs_to_one_sentence(offset: int, index: int, why: str) -> None:
    assert sentence_at(sentence_spans("We stayed. They left."), offset) == index, why


@given(
    st.lists(st.sampled_from("aB 1.!?…。？\n\"'”)（「我") | st.just("\n\n") | st.just("Dr. "))
    .map("".join)
    .map(lambda text: text * 3),
    st.integers(1, 30),
)
def test_groups_are_whole_sentences_as_many_as_fit(text: str, longest: int) -> None:
    groups: list[tuple[int, int]] = []
    begin = last = 0
    for first, stop in sentence_spans(text):
        if begin < last and stop - begin > longest:
            groups.append((begin, last))
            begin = first
        last = stop
    if last:
        groups.append((begin, last))
    assert sentence_groups(text, longest) == groups
