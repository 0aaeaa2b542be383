"""Quotations of a draft: edges, kinds, speakers, and what is asked about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import QuoteEmpty, QuoteVerifierError
from corpus.text.tokens import tokens
from verifier.drafts.article import LONGEST_QUOTE, find_quotations, questions, verify_draft
from verifier.drafts.models import DraftKind, DraftQuotation
from verifier.reading.claims import read_claim
from verifier.report import Report
from verifier.service import Question

LANGUAGES = ("en", "zh", "de", "fr", "es")


def told(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Words and speaker of everything that is to be checked."""
    return [
        (" | ".join(text[slice(*piece)] for piece in quotation.pieces), quotation.speaker)
        for quotation in find_quotations(text, language)
        if quotation.is_checked
    ]


SPEAKERS = [
    ("Ada Vane said: “It rains.”", "en", [("It rains.", "Ada Vane")], "before, with a colon"),
    ("“It rains,” said Ada Vane.", "en", [("It rains,", "Ada Vane")], "after, verb first"),
    ("“It rains,” Ada Vane told us.", "en", [("It rains,", "Ada Vane")], "after, with an object"),
    (
        "“It rains,” Ada Vane said, “and it will.”",
        "en",
        [("It rains, | and it will.", "Ada Vane")],
        "in the middle: one quotation of two pieces",
    ),
    (
        "“It rains,” Ada Vane said. “It will.”",
        "en",
        [("It rains,", "Ada Vane"), ("It will.", "Ada Vane")],
        "a new sentence begins a new quotation",
    ),
    (
        "Ada Vane, a baker, came in. “It rains,” she said.",
        "en",
        [("It rains,", "Ada Vane")],
        "a pronoun is whoever was named last",
    ),
    (
        "Mr Oscar Bell and Ms Ada Vane met. “It rains,” she said.",
        "en",
        [("It rains,", "Ada Vane")],
        "a title tells the gender",
    ),
    ("Mayor Ada Vane spoke. The mayor said: “No.”", "en", [("No.", "Ada Vane")], "an office"),
    (
        "Mayor Ada Vane spoke. The mayor of Dorn said: “No.”",
        "en",
        [("No.", "The mayor of Dorn")],
        "another town's mayor is somebody else",
    ),
    (
        "Ada Vane was there. According to Vane, it is “a wet place to live”.",
        "en",
        [("a wet place to live", "Ada Vane")],
        "according to, with the last name only",
    ),
    (
        "In Dorn, Ada Vane, the mayor, told Tom Cole: “No.”",
        "en",
        [("No.", "Ada Vane")],
        "neither place nor addressee nor apposition",
    ),
    (
        "A friend of Ada Vane said: “No.”",
        "en",
        [("No.", "A friend of Ada Vane")],
        "the name inside an attribute is not the speaker",
    ),
    (
        "Ada Vane called it “a farce”, but Tom Cole said it was “a triumph”.",
        "en",
        [("a farce", "Ada Vane"), ("a triumph", "Tom Cole")],
        "two speakers in one sentence",
    ),
    ("“Well,” shrugged Ada Vane.", "en", [("Well,", "Ada Vane")], "a verb that is on no list"),
    ("市长李明表示：“会下雨。”", "zh", [("会下雨。", "李明")], "the office before the name"),
    ("“会下雨。”李明教授说。", "zh", [("会下雨。", "李明")], "the office behind the name"),
    (
        "“会下雨，”李明说，“一定会。”",
        "zh",
        [("会下雨， | 一定会。", "李明")],
        "interrupted, in Chinese",
    ),
    ("李明来了。据李明介绍，这里“常常下雨”。", "zh", [("常常下雨", "李明")], "according to"),
    ("„Es regnet“, sagte Ada Vane.", "de", [("Es regnet", "Ada Vane")], "German marks"),
    ("»Es regnet«, so Ada Vane.", "de", [("Es regnet", "Ada Vane")], "guillemets inwards"),
    ("« Il pleut », a déclaré Ada Vane.", "fr", [("Il pleut", "Ada Vane")], "spaced guillemets"),
    ("Ada Vane est là. « Il pleut », dit-elle.", "fr", [("Il pleut", "Ada Vane")], "inverted"),
    ("«Llueve», dijo la alcaldesa, Ada Vane.", "es", [("Llueve", "Ada Vane")], "apposition"),
]


@pytest.mark.parametrize(("text", "language", "expected", "why"), SPEAKERS)
def test_a_quotation_has_its_edges_and_its_speaker(
    text: str, language: str, expected: list[tuple[str, str]], why: str
) -> None:
    assert told(text, language) == expected, why


KINDS = [
    ("The so-called “quick fix” failed.", DraftKind.SCARE_QUOTE, "so-called"),
    ("He avoids the word “crisis”.", DraftKind.SCARE_QUOTE, "a word that is mentioned"),
    ("The “smart city” plan is over, Cole said.", DraftKind.SCARE_QUOTE, "an attribute"),
    ("Her novel “The Salt Road” came out.", DraftKind.TITLE, "a word for a work before it"),
    ("They sang “The Long Way Home” twice.", DraftKind.TITLE, "capitals throughout"),
    ("Cole said it was “a disgrace”.", DraftKind.QUOTATION, "short, but reported"),
    ("“No.” Cole left.", DraftKind.QUOTATION, "one word that is a sentence"),
    ("Cole wrote:\n\n> It rains.\n", DraftKind.BLOCK_QUOTE, "set apart by signs"),
    ("Cole wrote:\n\n    It rains here and\n    it will.\n", DraftKind.BLOCK_QUOTE, "by indenting"),
]


@pytest.mark.parametrize(("text", "kind", "why"), KINDS)
def test_words_in_marks_are_told_apart(text: str, kind: DraftKind, why: str) -> None:
    assert [q.kind for q in find_quotations(text, "en")] == [kind], why


EDGES = [
    ("“One.\n\n“Two,” Cole said.", ["One. | Two,"], "reopened at a paragraph: one quotation"),
    ("“One.\n\nTwo,” Cole said.", ["One. | Two,"], "closed in the next paragraph"),
    ("“One, said Tom Cole. He left.", ["One,"], "not closed: ends before the attribution"),
    ("One is enough,” said Tom Cole.", ["One is enough,"], "not opened: begins with its sentence"),
    ("“One, two.\n\n“Three,” he said. “Four.”", ["One, two. | Three,", "Four."], "and goes on"),
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"], "a quotation in the quotation"),
    ("‘It’s the workers’ hall,’ she said.", ["It’s the workers’ hall,"], "apostrophes"),
    ("'It's mine,' she said. The 6'2\" man left.", ["It's mine,"], "feet and inches"),
    ("「他說『不』就走了。」她說。", ["他說『不』就走了。"], "corner marks inside each other"),
    ('"One," he said; "two."', ["One, | two."], "straight marks"),
    ("He said “yes” and he said “no”.", ["yes", "no"], "two are not one without an interruption"),
]


@pytest.mark.parametrize(("text", "expected", "why"), EDGES)
def test_missing_and_repeated_marks_turn_nothing_inside_out(
    text: str, expected: list[str], why: str
) -> None:
    assert [words for words, _ in told(text)] == expected, why


def test_the_words_that_name_the_speaker_are_pointed_at() -> None:
    text = "Ada Vane came. “It rains,” she said."
    quotation = find_quotations(text, "en")[0]
    assert text[quotation.speaker_start : quotation.speaker_end] == "she"
    assert quotation.attribution == "she said."


def test_a_signature_under_a_block_quote_names_its_speaker() -> None:
    text = "It was a wet year.\n\n> It rains.\n>\n> — Ada Vane\n"
    assert told(text) == [("It rains.", "Ada Vane")]


def test_titles_and_scare_quotes_are_not_asked_about() -> None:
    text = "The so-called “fix” in her book “The Salt Road” failed. “It did,” Ada Vane said."
    asked = questions(text, find_quotations(text, "en"))
    assert [(q.quote, q.speaker) for q in asked] == [("It did,", "Ada Vane")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“It rains,” Ada Vane said, “and it will rain.”", "en"),
        ("“It rains,” he repeated, “and it will rain.”", "en"),
        ("“会下雨，”李明说，“一定会下雨。”", "zh"),
        ("„Es regnet“, so Vane, „und es wird regnen.“", "de"),
        ("« Il pleut », a-t-elle déclaré, « et il pleuvra. »", "fr"),
        ("“One rainy day.\n\n“Two rainy days,” Cole said.", "en"),
        ("Cole wrote:\n\n> It rains.\n> It will rain.\n", "en"),
    ],
)
def test_a_question_is_read_as_the_quoted_words_and_nothing_else(text: str, language: str) -> None:
    quotations = find_quotations(text, language)
    (question,) = questions(text, quotations, language)
    claim = read_claim(question.quote, limit=question.limit, detect_language=lambda _: language)
    quoted = " ".join(text[slice(*piece)] for piece in quotations[0].pieces)
    assert claim.tokens.norms == tokens(quoted).norms
    assert question.limit == LONGEST_QUOTE


def test_a_quotation_in_another_script_is_left_to_be_detected() -> None:
    text = "李明说：“It never rains here.”他又说：“会下雨。”"
    asked = questions(text, find_quotations(text, "zh"), "zh")
    assert [q.language for q in asked] == [None, "zh"]


class Answering:
    """Answers every question with a report of its own, the empty ones with an error."""

    def __init__(self) -> None:
        self.asked: list[Question] = []

    def __call__(self, asked: Iterable[Question]) -> Iterator[Report | QuoteVerifierError]:
        for question in asked:
            self.asked.append(question)
            if "rain" in question.quote:
                yield cast(Report, object())
            else:
                yield QuoteEmpty("nothing")


def test_a_draft_is_answered_quotation_by_quotation() -> None:
    answering = Answering()
    text = "“It rains,” said Ada Vane. The so-called “fix” failed. “It did,” Vane said."
    checks = verify_draft(answering, text, "en")
    assert [q.speaker for q in answering.asked] == ["Ada Vane", "Ada Vane"]
    assert [(c.report is not None, c.error is not None) for c in checks] == [
        (True, False),
        (False, False),
        (False, True),
    ]


MARKS = "\"'“”„‟«»「」『』‘’‚‛‹›〝〞>\n .,:;!?—-aB他说李明：，。"
WORDS = ["\n\n", "\n\n> ", "\n    ", " said ", "Ada Vane ", " he ", " told ", "according to "]
PARTS = st.sampled_from([*MARKS, *WORDS, "说：", "``", "''", "The mayor, ", "\r\n"])


def assert_sound(text: str, found: tuple[DraftQuotation, ...]) -> None:
    at = 0
    for quotation in found:
        assert at <= quotation.start < quotation.end <= len(text)
        assert quotation.pieces[0][0] == quotation.start
        assert quotation.pieces[-1][1] == quotation.end
        inside = quotation.start
        for start, end in quotation.pieces:
            assert inside <= start < end
            assert text[start:end] == text[start:end].strip()
            inside = end
        at = quotation.end


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, max_size=60), st.sampled_from(LANGUAGES))
def test_spans_are_ordered_and_inside_the_text(parts: list[str], language: str) -> None:
    text = "".join(parts)
    found = find_quotations(text, language)
    assert_sound(text, found)
    assert len(questions(text, found)) == sum(q.is_checked for q in found)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert_sound(text, find_quotations(text, "en"))


@settings(max_examples=200, deadline=None)
@given(st.lists(PARTS, max_size=40))
def test_a_paragraph_without_marks_changes_nothing_else(parts: list[str]) -> None:
    text = "".join(parts).rstrip(" \n>\r") + "."
    more = text + "\n\nnothing else happened on that long and quiet day.\n"
    assert find_quotations(more, "en") == find_quotations(text, "en")
    first = "nothing else happened on that long and quiet day.\n\nB.\n\n"
    moved = [
        tuple((start - len(first), end - len(first)) for start, end in q.pieces)
        for q in find_quotations(first + "x.\n\n" + text, "en")
    ]
    plain = [
        tuple((start - 4, end - 4) for start, end in q.pieces)
        for q in find_quotations("x.\n\n" + text, "en")
    ]
    assert [tuple((a - 4, b - 4) for a, b in m) for m in moved] == plain


@pytest.mark.parametrize(
    ("paragraph", "language", "quotations"),
    [
        ("Ada Vane said it was “a wet place to be”. “We know,” she added, “and we stay.”", "en", 2),
        ("“One, said Ada Vane", "en", 1),
        ("李明说：“我们会来的。”", "zh", 1),
    ],
)
def test_a_draft_of_the_longest_size_is_read_to_its_end(
    paragraph: str, language: str, quotations: int
) -> None:
    times = min(1500, 200_000 // len(paragraph))
    text = "\n\n".join([paragraph] * times)
    assert len(find_quotations(text, language)) == quotations * times


def test_thousands_of_marks_in_one_paragraph_are_read() -> None:
    text = "“One,” said Ada Vane, “or two.” " * 1500
    assert len(find_quotations(text, "en")) == 1500
