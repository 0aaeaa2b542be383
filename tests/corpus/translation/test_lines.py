"""Which lines and sentences speak of the page itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import DraftPassage, PassageKind, Speaker
from corpus.translation.lines import line_evidence
from corpus.translation.matching import name_of_agent
from corpus.translation.patterns import line_rules
from corpus.translation.units import Spans, header_end

PROSE = "The crane wakes before the men who run it, and I have watched it for thirty years."
NOBODY = Spans((), (), ())

SAYS = [
    ("en", "Translation and notes by Mary Okafor", "a noun with two things done"),
    ("en", "Translated for Kestrel by Jean Moss", "for a paper"),
    ("en", "By Olga Berg, translated by Tom Reed", "a byline after a comma"),
    ("en", "Editor's note: This speech was given in Turkish; the translation is ours.", "a label"),
    ("en", "Translator's note: the ferry has no name in this text.", "only translators write them"),
    ("en", "Originally published in Die Brücke (in German) on 3 May 2021.", "published elsewhere"),
    ("zh", "作者 | 约翰·格林 译者 | 张白", "columns with separators"),
    ("zh", "访谈原文为英文，以下内容经编译整理", "a clause after a comma"),
    ("zh", "（译者注：此处有双关）", "a translator's note"),
    ("de", "Deutsch von Gesa Brandt", "the target language as credit"),
    ("de", "(Anm. d. Übers.: ein Wortspiel)", "a translator's note"),
    ("fr", "(Traduction de la rédaction)", "by the editors"),
    ("fr", "Cet article a d'abord été publié en anglais par Kestrel.", "published elsewhere"),
    ("es", "Traducción de Ana Gil", "a noun"),
    ("ru", "Пер. с англ. И. Сомова", "abbreviated"),
    ("ru", "Публикуем перевод интервью.", "the paper says what it prints"),
    ("ja", "※本記事は機械翻訳です", "a mark before it"),
    ("ja", "木村花 訳", "a name before the word"),
]
SAYS_NOTHING = [
    ("en", "She has translated for three presidents and wrote a memoir.", "a life"),
    ("en", "Translation is a lonely trade, he said.", "a trade"),
    ("en", "According to a translation of the letter seen by the paper, the fee rose.", "a letter"),
    ("en", "German translation by Ulf Kern", "of another page: this one is English"),
    ("en", "The interview was conducted in English by telephone.", "the page's own language"),
    ("en", "The bible he owned was translated by Luther.", "a book"),
    ("en", "This idea was translated into policy.", "a figure of speech"),
    ("en", "This word is translated as cosiness.", "a word"),
    ("en", "The original version of this article misstated a name.", "a correction"),
    ("zh", "他的小说由张白翻译成英文，在美国出版。", "a novel"),
    ("zh", "翻译过来就是：没钱。", "a joke"),
    ("de", "Der Roman wurde von Gesa Brandt übersetzt und gewann einen Preis.", "a novel"),
    ("fr", "Le roman, traduit par Maud Ferrand, sort en mai.", "a novel"),
    ("es", "Eso se traduce en menos trabajo.", "a figure of speech"),
    ("ru", "Он перевёл деньги вчера.", "money"),
    ("ja", "彼女の小説は英語に翻訳された。", "a novel"),
]


@pytest.mark.parametrize(("language", "line", "why"), SAYS)
def test_a_line_of_the_frame_says_it(language: str, line: str, why: str) -> None:
    text = f"{PROSE}\n\n{line}\n\n{PROSE}"
    rows = line_evidence(text, NOBODY, language)
    assert rows, why
    assert all(text[r.start : r.end] == r.text and r.text in line for r in rows)


@pytest.mark.parametrize(("language", "line", "why"), SAYS_NOTHING)
def test_a_line_about_something_else_says_nothing(language: str, line: str, why: str) -> None:
    assert not line_evidence(f"{PROSE}\n\n{line}\n\n{PROSE}", NOBODY, language), why


def test_a_sentence_that_somebody_says_is_not_the_pages() -> None:
    said = "This interview was translated from Korean."
    text = f"Ada: {said}"
    spoken = DraftPassage(5, len(text), 0, PassageKind.SPEECH, Speaker("Ada"))
    assert line_evidence(said, NOBODY, "en")
    assert not line_evidence(text, Spans.of_passages([spoken]), "en")


def test_a_credit_line_among_a_speakers_paragraphs_still_counts() -> None:
    text = f"{PROSE}\n\n{PROSE}\n\nTranslated from the Hindi by Leela Das"
    spoken = DraftPassage(0, len(text), 0, PassageKind.SPEECH, Speaker("Ada"))
    (row,) = line_evidence(text, Spans.of_passages([spoken]), "en")
    assert (row.translator, row.translated_from) == ("Leela Das", "hi")


def test_a_credit_among_a_books_particulars_is_the_books() -> None:
    line = "Translated by Henrik Poole"
    assert line_evidence(f"{PROSE}\n\n{line}\n\n{PROSE}", NOBODY, "en")
    assert not line_evidence(f"{PROSE}\n\n{line}\n312 pages. $24\n\n{PROSE}", NOBODY, "en")


def test_a_list_of_credits_is_nobodys_credit() -> None:
    names = ["Ann Bell", "Carl Dorn", "Eve Falk", "Gus Hall"]
    lines = "\n\n".join(f"Translated by {n}" for n in names)
    assert not line_evidence(lines, NOBODY, "en")


def test_a_sentence_broken_over_lines_is_one_sentence() -> None:
    text = f"{PROSE}\n\nThis conversation has been\ntranslated from Welsh Italian\nby us.\n"
    (row,) = line_evidence(text, NOBODY, "en")
    assert row.text.startswith("This conversation") and "\n" in row.text


NAMES = [
    ("Mary Okafor", "Mary Okafor", "a name"),
    ("Jean de la Tour, edited by Bob", "Jean de la Tour", "what follows is cut"),
    ("the editors of Kestrel", "the editors of Kestrel", "an office"),
    ("陈石", "陈石", "a Chinese name"),
    ("hand", None, "no capital"),
    ("we are broke", None, "a joke"),
    ("Inés Robledo, un guarda se niega", None, "the sentence goes on"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("written", "name", "why"), NAMES)
def test_a_translator_has_the_shape_of_a_name(written: str, name: str | None, why: str) -> None:
    assert name_of_agent(written) == name, why


HEADERS = [
    ("---\ntitle: x\n---\nText", "---\ntitle: x\n", "between dashes"),
    ("Title: x\nDate: y\n\nText", "Title: x\nDate: y\n", "labelled lines"),
    ("Title: x\nText goes on", "", "a line without a label"),
    ("Ada: hello\n\nBob: yes", "", "one line is a turn"),
]


@pytest.mark.parametrize(("text", "header", "why"), HEADERS)
def test_front_matter_ends_where_the_text_begins(text: str, header: str, why: str) -> None:
    assert text[: header_end(text)] == header, why


def test_every_rule_names_its_version_and_seven_languages_have_rules() -> None:
    rules = line_rules().lines
    assert len({r.id for r in rules}) == len(rules)
    assert {r.language for r in rules} == {"en", "zh", "de", "fr", "es", "ru", "ja"}
    assert all(r.version.startswith(r.language) for r in rules)


@given(
    st.lists(
        st.sampled_from(
            [
                "Translated by",
                "Ann Bell",
                "\n\n",
                "(",
                ")",
                "译者：",
                "陈石",
                "This text was translated",
                ". ",
                " | ",
                "訳",
                "(translator's note",
                "---\n",
                "a: b\n",
                "Пер. с англ. ",
            ]
        ),
        max_size=14,
    )
)
def test_every_row_is_a_slice_of_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    last = 0
    for row in line_evidence(text, NOBODY, "und"):
        assert row.start is not None and row.end is not None
        assert last <= row.start < row.end <= len(text)
        assert text[row.start : row.end] == row.text
        last = row.end
