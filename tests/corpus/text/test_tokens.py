"""The text levels, clause by clause, and the way back to the stored text."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.text.tokens import (
    _PLAIN,
    _TOKEN,
    MAX_MARKS,
    Folded,
    Level,
    Tokens,
    _norm,
    counted_words,
    fold,
    fold_for_tokens,
    is_invisible,
    is_unspaced,
    terms,
    tokens,
)

STRICT, TYPOGRAPHY = Level.STRICT, Level.TYPOGRAPHY
ACUTE = "\u0301"


def folded(text: str, level: Level = TYPOGRAPHY) -> str:
    return fold(text, level).text


LEVEL_0 = [
    # stored, folded, why
    ("cafe\u0301 noir", "caf\u00e9 noir", "NFC: two code points become one"),
    ("\u1112\u1161\u11ab", "\ud55c", "NFC joins Korean letters"),
    ("no\u00adthing", "nothing", "a soft hyphen is not seen"),
    ("no\u200bthing", "nothing", "a zero-width space is not seen"),
    ("\u202eabc\u202c", "abc", "bidirectional controls"),
    ("a\x00b\x07c", "abc", "control characters"),
    ("\ufeffabc", "abc", "a byte order mark"),
    ("❤\ufe0f ok", "❤ ok", "a variation selector"),
    ("a \t\r\n  b", "a b", "white space is one space"),
    ("a\u00a0b\u2003c", "a b c", "wide and no-break spaces are spaces"),
    ("我们\n修建", "我们修建", "a line break is no space between Chinese characters"),
    ("かな カナ", "かなカナ", "nor between Japanese ones"),
    ("使用 GPT 模型", "使用GPT模型", "nor between Chinese and Latin words"),
    ("共 12 位", "共12位", "nor between Chinese and numbers"),
    ("了。 我", "了。我", "nor after Chinese punctuation"),
    ("한 글", "한 글", "Korean words keep their spaces"),
    ("“a” – b…", "“a” – b…", "typography stays"),
    ("ＡＢ", "ＡＢ", "compatibility forms stay"),
    ("*word*", "*word*", "Markdown stays"),
]


@pytest.mark.parametrize(("stored", "expected", "why"), LEVEL_0)
def test_level_0_removes_what_nobody_sees_and_nothing_else(
    stored: str, expected: str, why: str
) -> None:
    assert folded(stored, STRICT) == expected, why


LEVEL_1 = [
    ("“a” „b“ «c»「d」『e』", '"a" "b" "c""d""e"', "double quotation marks of all countries"),
    ("‘a’ ‚b‛ ‹c›", "'a' 'b' 'c'", "single ones"),
    ("we\u2019re we\u02bcre we\u00b4re", "we're we're we're", "apostrophes"),
    ("a\u2010b a\u2011b", "a-b a-b", "hyphens"),
    ("a\u2013b a\u2014b a\u2212b", "a-b a-b a-b", "dashes and the minus sign"),
    ("a \u2014 b", "a-b", "the spaces around a dash"),
    ("a -- b", "a-b", "a dash typed as two hyphens"),
    ("wait\u2026 what", "wait... what", "the ellipsis"),
    ("wait . . . what", "wait ... what", "the spaced ellipsis"),
    ("5\u00a0000 5\u202f000", "5 000 5 000", "no-break spaces"),
    ("\ufb01nal o\ufb00er", "final offer", "ligatures"),
    ("ＡＢＣ １２％", "ABC 12%", "full-width forms"),
    ("\ufee3", "\u0645", "Arabic presentation forms"),
    ("10\u00b2", "10\u00b2", "a superscript is no digit"),
    ("H\u2082O", "H\u2082O", "nor is a subscript"),
    ("2\u00bd", "2\u00bd", "nor a fraction"),
    ("*really* **so** _it_", "really so it", "emphasis of Markdown"),
    ("a*b snake_case", "a*b snake_case", "signs inside words stay"),
    ("A b.", "A b.", "case and punctuation stay"),
]


@pytest.mark.parametrize(("stored", "expected", "why"), LEVEL_1)
def test_level_1_folds_typography(stored: str, expected: str, why: str) -> None:
    assert folded(stored) == expected, why


LEVEL_2 = [
    ("The END, really!", "the end really", "case and punctuation are dropped"),
    ("Straße STRASSE", "strasse strasse", "case folding knows German"),
    ("well-known", "well known", "hyphens part"),
    ("one\u2014two \u2013 three", "one two three", "dashes part"),
    ("and/or", "and or", "slashes part"),
    ("we're were", "we're were", "an apostrophe inside a word stays"),
    ("we\u2019re", "we're", "whatever its form"),
    ("the workers' rights", "the workers rights", "an outer one does not"),
    ("don't", "don't", "a contraction is one token"),
    ("l'eau d'aujourd'hui", "l'eau d'aujourd'hui", "so is an elision"),
    ("5% of 5", "5 % of 5", "the percent sign is a token"),
    ("3\u2030", "3 \u2030", "and per mille"),
    ("R&D", "r & d", "and &"),
    ("me@home #one 1+1", "me @ home # one 1 + 1", "and @, # and +"),
    (
        "$5 5\u20ac \u00a37 \u00a58 \u20b99",
        "$ 5 5 \u20ac \u00a3 7 \u00a5 8 \u20b9 9",
        "and currency signs",
    ),
    ("-5 degrees", "- 5 degrees", "a minus before a digit"),
    ("at \u22125", "at - 5", "the true minus sign, in the same form"),
    ("at \u20135", "at - 5", "a dash used as a minus"),
    ("2019-2020", "2019 2020", "a range has no minus"),
    ("covid-19", "covid 19", "nor has a name"),
    ("5\uff05", "5 %", "full-width signs"),
    ("250,000 and 3.5 at 10:30", "250,000 and 3.5 at 10:30", "punctuation inside a number stays"),
    ("in 1990s, 2.", "in 1990s 2", "and after it does not"),
    ("10\u00b2 is not 102", "10\u00b2 is not 102", "a superscript is not a digit"),
    ("在10：30", "在 10:30", "a wide colon inside a time"),
    ("到2019。2020年", "到 2019 2020 年", "a wide full stop is no decimal point"),
    ("第1、2条和3，4条", "第 1 2 条 和 3 4 条", "wide commas part"),
    ("don\u2018t", "don't", "an apostrophe that was turned the wrong way"),
    ("a\u201ab", "a b", "a low mark is none"),
    ("the U.S. and e.g. me", "the u.s and e.g me", "an initialism is one token"),
    ("J. K. Rowling", "j k rowling", "initials apart are not"),
    ("我们 12 人", "我 们 12 人", "one token a Chinese character"),
    ("カナ", "カ ナ", "and a Japanese one"),
    ("한글", "한 글", "and a Korean one"),
    ("使用GPT模型", "使 用 gpt 模 型", "Latin words between them are whole"),
    ("не было", "не было", "Cyrillic"),
    ("é e\u0301", "é é", "two code points or one"),
    ("no\u00adthing no\u200bthing", "nothing nothing", "invisible characters part nothing"),
    ("snake_case", "snake case", "an underscore parts"),
    ("… — !?", "", "punctuation alone has no token"),
    ("", "", "nothing has none"),
    ("🎉🎉", "", "emoji have none"),
]


@pytest.mark.parametrize(("stored", "expected", "why"), LEVEL_2)
def test_level_2_cuts_tokens(stored: str, expected: str, why: str) -> None:
    found = tokens(stored)
    assert " ".join(found.norms) == expected, why
    assert terms(stored) == found.norms, why


DIFFERENT = [
    ("5%", "5"), ("-5", "5"), ("we're", "were"), ("10\u00b2", "102"), ("$5", "\u20ac5"),
    ("2\u00bd", "21/2"), ("C++", "C"), ("its", "it's"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_a_sign_with_a_meaning_is_never_folded_away(one: str, other: str) -> None:
    assert terms(one) != terms(other)


@pytest.mark.parametrize("name", ["Arab", "ARAB"])
def test_case_never_moves_an_offset(name: str) -> None:
    text = f"İİ {name}"
    found = tokens(text)
    assert text[found.starts[-1] : found.ends[-1]] == name


def test_removals_are_listed_with_place_and_name() -> None:
    text = "a\u200b\u200bb\u00adc"
    assert [(text[r.start : r.end], r.name) for r in fold(text, STRICT).removals] == [
        ("\u200b\u200b", "ZERO WIDTH SPACE"),
        ("\u00ad", "SOFT HYPHEN"),
    ]


def test_a_control_character_without_a_name_is_listed_by_its_number() -> None:
    assert fold("a\x00b", STRICT).removals[0].name == "U+0000"


def test_at_most_eight_marks_stay_on_a_letter_and_the_rest_is_listed() -> None:
    text = "a" + ACUTE * 12 + "b"
    done = fold(text, STRICT)
    assert unicodedata.normalize("NFD", done.text).count(ACUTE) == MAX_MARKS == 8
    assert [(r.start, r.end) for r in done.removals] == [(9, 13)]
    assert text[done.starts[-1] : done.ends[-1]] == "b"


def test_a_folded_stretch_points_at_all_it_stands_for() -> None:
    text = "one \u2014 two . . . three"
    done = fold(text, TYPOGRAPHY)
    dash, dots = done.text.index("-"), done.text.index("...")
    assert text[done.starts[dash] : done.ends[dash]] == " \u2014 "
    assert text[done.starts[dots] : done.ends[dots + 2]] == ". . ."


@pytest.mark.parametrize(
    ("char", "hidden"),
    [("\u200b", True), ("\u202e", True), ("\x00", True), ("\ufe0f", True), ("\u3164", True),
     ("\n", False), ("\t", False), ("\u00a0", False), ("a", False), ("\u0600", False)],
)  # fmt: skip
def test_invisible_is_what_a_reader_cannot_see_and_not_white_space(char: str, hidden: bool) -> None:
    assert is_invisible(char) is hidden


def test_two_chinese_characters_count_as_one_word() -> None:
    assert counted_words(terms("我们修建 two words")) == 4
    assert [is_unspaced(n) for n in terms("我 we 한 ค")] == [True, False, True, True]


LETTERS = (
    "aZ é ß ö I İ 0 1 5 9 . , : ; ! ? ' ’ ‘ “ ” \" « » - – — − ‐ _ * % ‰ & @ # + $ € £ ¥ ( ) [ ] / "
    "我 们 。 ， 、 「 」 は カ ー 한 я Ж ع م ไ ท … ² ½ ﬁ "
    "Ａ ５ ％ ﹣ - \n \t \r \u00a0 \u200b \u00ad \u202e "
    "\u0301 \u0308 \ufe0f \x00 \u2060 ❤ 🎉 \u1112 \u1161 \u11ab \ud55c \u3000 \U00020000 α Σ ς °"
).split(" ")
TEXTS = st.one_of(
    st.lists(st.sampled_from([*LETTERS, " ", " ", "word", "don't", "U.S."]), max_size=40).map(
        "".join
    ),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=60),
)


def cut_folded(text: str) -> Tokens:
    """Tokens cut through folding, whether the text needs it or not."""
    done = fold_for_tokens(text)
    found = [
        (m.group(), done.starts[m.start()], done.ends[m.end() - 1])
        for m in _TOKEN.finditer(done.text)
    ]
    if not found:
        return Tokens((), (), ())
    surfaces, starts, ends = zip(*found, strict=True)
    return Tokens(tuple(map(_norm, surfaces)), starts, ends)


def test_the_plain_and_the_folded_way_give_the_same_tokens_for_every_character() -> None:
    """Each character that counts as plain, in the company in which it could matter."""
    wrong = []
    for point in range(sys.maxunicode + 1):
        char = chr(point)
        if not _PLAIN.fullmatch(char):
            continue
        text = f"{char} a{char}b 1{char}2 {char}3 我{char}我 {char}{char}"
        if tokens(text) != cut_folded(text):
            wrong.append(f"U+{point:04X}")
    assert wrong == []


@given(TEXTS)
@example("a -5 –5 — 5")
@example("U.S.-China")
@example("l’eau 2½ 10²")
def test_the_plain_and_the_folded_way_give_the_same_tokens(text: str) -> None:
    assert tokens(text) == cut_folded(text)
    assert terms(text) == tokens(text).norms


@given(TEXTS, st.integers(0, 10_000))
def test_tokens_of_a_piece_stand_where_it_stands_in_the_whole(text: str, start: int) -> None:
    alone, placed = tokens(text), tokens(text, start)
    assert placed.norms == alone.norms
    assert placed.starts == tuple(at + start for at in alone.starts)
    assert placed.ends == tuple(at + start for at in alone.ends)


@given(TEXTS)
def test_tokens_are_slices_in_order_whose_form_is_the_token(text: str) -> None:
    found = tokens(text)
    at = 0
    for norm, start, end in zip(found.norms, found.starts, found.ends, strict=True):
        assert at <= start < end <= len(text)
        at = start
        again = terms(text[start:end])
        # a character that unfolds into several tokens (a ligature of words) gives each its slice
        assert norm in again or norm in ("-",), (norm, text[start:end])


@given(TEXTS, st.sampled_from(list(Level)))
def test_a_folded_character_comes_from_a_stretch_of_the_text(text: str, level: Level) -> None:
    done: Folded = fold(text, level)
    assert len(done.text) == len(done.starts) == len(done.ends)
    assert all(0 <= s < e <= len(text) for s, e in zip(done.starts, done.ends, strict=True))
    assert list(done.starts) == sorted(done.starts)
    for removal in done.removals:
        assert 0 <= removal.start < removal.end <= len(text)


@given(TEXTS, st.sampled_from(list(Level)))
def test_folding_again_changes_nothing(text: str, level: Level) -> None:
    once = fold(text, level).text
    assert "  " not in once
    assert not any(is_invisible(c) for c in once) or level is TYPOGRAPHY
    assert terms(once) == terms(fold(once, level).text)
