"""A lexicon is learned from parallel text; marks are read alike on both sides of the border."""

from __future__ import annotations

import random

import pytest

from corpus.linking.bilingual import Lexicon, learn_lexicon, lexical_terms
from corpus.linking.bilingual_anchors import latin_words, names_in_han, names_in_latin, numbers
from corpus.linking.bilingual_basics import basics, with_basics

WORDS = {
    "河流": "river", "图书": "library", "火车": "train", "苹果": "apple", "老师": "teacher",
    "夏天": "summer", "医生": "doctor", "石头": "stone",
}  # fmt: skip


def parallel_text() -> list[tuple[str, str]]:
    """Sentences of four words each, in one order for both languages."""
    rng = random.Random(1)
    return [
        ("，".join(some), " ".join(WORDS[w] for w in some))
        for some in (rng.sample(sorted(WORDS), 4) for _ in range(80))
    ]


def test_words_that_say_each_other_are_partners() -> None:
    lexicon = learn_lexicon(parallel_text(), "zh", "en")
    found = {han: lexicon.a[han].partners[0] for han in WORDS}
    assert found == {han: lexical_terms(english)[0] for han, english in WORDS.items()}
    assert set(lexicon.b[lexical_terms("river")[0]].partners) <= {"河", "流", "河流"}


def test_words_that_only_keep_company_are_no_partners() -> None:
    lexicon = learn_lexicon(parallel_text(), "zh", "en")
    assert all("the" not in entry.partners for entry in lexicon.a.values())
    assert all(0 < e.found < 1 and 0 < e.chance < 1 for e in lexicon.a.values())


def test_too_little_text_teaches_nothing() -> None:
    assert not learn_lexicon(parallel_text()[:1], "zh", "en").a
    assert not learn_lexicon([], "zh", "en").b


def test_a_lexicon_survives_being_written_and_read() -> None:
    lexicon = learn_lexicon(parallel_text(), "zh", "en")
    text = lexicon.to_text()
    again = Lexicon.from_text(text)
    assert again.to_text() == text
    assert {t: e.partners for t, e in again.a.items()} == {
        t: e.partners for t, e in lexicon.a.items()
    }


def test_the_same_text_teaches_the_same_lexicon() -> None:
    texts = [learn_lexicon(parallel_text(), "zh", "en").to_text() for _ in range(2)]
    assert texts[0] == texts[1]


def test_a_flipped_lexicon_flips_back() -> None:
    lexicon = learn_lexicon(parallel_text(), "zh", "en")
    assert lexicon.flipped().a == lexicon.b
    assert lexicon.flipped().flipped().to_text() == lexicon.to_text()


@pytest.mark.parametrize("text", ["", "something else\n", "bilingual lexicon 1\tzh\ten\t3\nx\ty\n"])
def test_what_is_no_lexicon_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="lexicon"):
        Lexicon.from_text(text)


def test_learned_words_come_before_everyday_ones() -> None:
    lexicon = learn_lexicon(parallel_text(), "zh", "en")
    both = with_basics(lexicon, "zh", "en")
    assert both is not None
    assert both.a["老师"] == lexicon.a["老师"]
    assert both.a["知道"] == basics().a["知道"]
    assert with_basics(None, "fr", "en") is None


def test_everyday_words_are_there_in_both_directions() -> None:
    turned = with_basics(None, "en", "zh")
    assert turned is not None
    assert "朋友" in turned.a["friend"].partners
    assert all(lexical_terms(han)[-1] == han or len(han) > 2 for han in basics().a)


@pytest.mark.parametrize(
    ("chinese", "english", "value", "why"),
    [
        ("共有25万人", "a total of 250,000 people", "250000", "ten thousands"),
        ("共有二十五万人", "a total of 250 thousand people", "250000", "in numerals and in words"),
        ("１.２亿美元", "120 million dollars", "120000000", "wide digits, hundred millions"),
        ("涨了3.5%", "rose 3.5 percent", "3.5", "a decimal"),
        ("二〇一六年", "in 2016", "2016", "digit by digit"),
        ("五月二十日", "May 20", "month 5", "a month has a name"),
        ("5月20日", "on the 20th of May", "20", "an ordinal is a number"),
        ("四十三名", "forty-three of them", "43", "number words"),
        ("3千人", "three thousand people", "3000", "thousands"),
    ],
)
def test_numbers_have_one_value_in_both_languages(
    chinese: str, english: str, value: str, why: str
) -> None:
    assert value in numbers(chinese, "zh"), why
    assert value in numbers(english, "en"), why


@pytest.mark.parametrize(
    ("text", "language"),
    [("一个人", "zh"), ("one of them", "en"), ("we may march", "en"), ("万一", "zh"), ("", "zh")],
)
def test_words_that_only_look_like_numbers_have_no_value(text: str, language: str) -> None:
    assert numbers(text, language) == set()


@pytest.mark.parametrize(
    ("chinese", "english", "why"),
    [
        ("记者黄小希报道", "reporter Huang Xiaoxi writes", "a Chinese name"),
        ("曾国藩", "Zeng Guofan", "a character with two readings"),
        ("重庆", "Chongqing", "the other reading"),
        ("周恩來", "Zhou Enlai", "traditional characters"),
    ],
)
def test_chinese_names_are_found_by_their_pinyin(chinese: str, english: str, why: str) -> None:
    wanted = {name for name in names_in_latin(english) if name.islower()}
    assert wanted and wanted <= names_in_han(chinese), why


@pytest.mark.parametrize(
    ("chinese", "english"), [("特朗普", "Trump"), ("克林顿", "Clinton"), ("默克尔夫人", "Merkel")]
)
def test_foreign_names_are_found_by_their_consonants(chinese: str, english: str) -> None:
    assert {n for n in names_in_latin(english) if n.isupper()} & names_in_han(chinese)


def test_words_in_latin_letters_stay_as_they_are() -> None:
    assert latin_words("使用 ChatGPT 和GPT4的人") == {"chatgpt", "gpt4"}
