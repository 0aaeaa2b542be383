"""Numbers in words, digits and characters have one value, or none when they can be read twice."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.tokens import tokens
from verifier.forms.numbers import number_runs, whole_number


def number_value(norms: Sequence[str], language: str) -> Fraction | None:
    """The value of a run of tokens, if the whole run is one number."""
    found = whole_number(norms, language)
    return found.value if found else None


VALUES = [
    # language, text, value, why
    ("en", "250,000", 250_000, "thousands separator"),
    ("en", "1,250,000.5", Fraction("1250000.5"), "separator and decimal mark"),
    ("en", "3.5", Fraction(7, 2), "decimal mark"),
    ("en", "12,34,567", 1_234_567, "groups of two before the last three"),
    ("en", "1 000", 1000, "groups parted by a space are two tokens"),
    ("en", "fourteen", 14, "one word"),
    ("en", "forty-two", 42, "a hyphen parts tokens"),
    ("en", "a hundred and one", 101, "article and link"),
    ("en", "fifteen hundred", 1500, "more than nine hundreds"),
    ("en", "two hundred and five thousand", 205_000, "link inside a group"),
    ("en", "three hundred thousand and one", 300_001, "link behind a scale"),
    ("en", "two million three hundred thousand", 2_300_000, "falling scales"),
    ("en", "1 billion", 10**9, "figure and scale"),
    ("en", "5bn", None, "a unit inside the token is not read"),
    ("en", "5 bn", 5 * 10**9, "short scale"),
    ("en", "two and a half million", 2_500_000, "a half before the scale"),
    ("en", "half a million", 500_000, "half of a scale"),
    ("en", "three point one four", Fraction("3.14"), "decimals in words"),
    ("en", "two thirds", Fraction(2, 3), "a fraction in words"),
    ("en", "nineteen ninety-five", 1995, "a year in pairs"),
    ("en", "1st", 1, "ordinal in figures"),
    ("en", "twenty-first", 21, "ordinal in words"),
    ("en", "-5", -5, "a minus before a digit is a token"),
    ("en", "3½", Fraction(7, 2), "a fraction sign"),
    ("de", "250.000", 250_000, "German separator"),
    ("de", "3,5", Fraction(7, 2), "German decimal mark"),
    ("de", "zweihundertfünfzigtausend", 250_000, "one long word"),
    ("de", "einundzwanzig", 21, "unit before ten"),
    ("de", "dreißig", 30, "casefolded sharp s"),
    ("de", "1,5 Millionen", 1_500_000, "figure and scale"),
    ("de", "eine Million", 10**6, "article before a scale"),
    ("de", "erste", 1, "ordinal"),
    ("fr", "quatre-vingt-dix-sept", 97, "base twenty"),
    ("fr", "vingt et un", 21, "link in the tens"),
    ("fr", "mille neuf cent quatre-vingt", 1980, "scale alone"),
    ("fr", "première", 1, "ordinal"),
    ("fr", "12 345", 12_345, "French groups by spaces"),
    ("es", "treinta y cinco", 35, "link in the tens"),
    ("es", "dos mil millones", 2 * 10**9, "scale times scale"),
    ("es", "doscientas mil", 200_000, "hundreds with gender"),
    ("ru", "двадцать пять тысяч", 25_000, "scale in its case"),
    ("ru", "сто сорок два", 142, "hundreds"),
    ("ru", "первого", 1, "ordinal in its case"),
    ("zh", "三百二十万", 3_200_000, "characters"),
    ("zh", "三百二十萬", 3_200_000, "traditional characters"),
    ("zh", "两千", 2000, "the other two"),
    ("zh", "一亿", 10**8, "hundred million"),
    ("zh", "15万", 150_000, "figures before a character"),
    ("zh", "9 万亿", 9 * 10**12, "two scales"),
    ("zh", "1亿2000万", 120_000_000, "figures twice"),
    ("zh", "三百二", 320, "a last digit counts the next lower unit"),
    ("zh", "三百零二", 302, "unless a zero parts them"),
    ("zh", "一万二", 12_000, "the same behind ten thousand"),
    ("zh", "二〇二四", 2024, "digit by digit"),
    ("zh", "第三", 3, "ordinal"),
    ("zh", "三分之一", Fraction(1, 3), "fraction"),
    ("xx", "1,000,000", 10**6, "two groups are clear in any language"),
]

NO_VALUES = [
    ("en", "1990s", "a decade"),
    ("en", "nineties", "a decade"),
    ("en", "3.141", "a decimal, or a thousand in another notation"),
    ("de", "3,141", "the same the other way"),
    ("en", "2,5", "no English notation"),
    ("xx", "250,000", "the marks of an unknown language are open"),
    ("en", "007", "a code"),
    ("en", "14:30", "a time"),
    ("en", "million", "several million are not one"),
    ("en", "five six", "two numbers"),
    ("en", "two hundred and three hundred", "two numbers"),
    ("en", "twenty second", "22nd, or twenty seconds"),
    ("en", "three apples", "not the whole run"),
    ("en", "10²", "a superscript"),
    ("de", "ein", "an article"),
    ("fr", "une", "an article"),
    ("zh", "三四百", "approximate"),
    ("zh", "二三十万", "approximate"),
    ("zh", "百", "a unit alone"),
    ("zh", "千万", "by no means, or ten million"),
    ("en", "", "nothing"),
]


@pytest.mark.parametrize(("language", "text", "value", "why"), VALUES)
def test_a_run_that_is_one_number_has_its_value(
    language: str, text: str, value: Fraction | None, why: str
) -> None:
    assert number_value(tokens(text).norms, language) == value, why


@pytest.mark.parametrize(("language", "text", "why"), NO_VALUES)
def test_what_is_no_number_or_two_has_no_value(language: str, text: str, why: str) -> None:
    assert number_value(tokens(text).norms, language) is None, why


RUNS = [
    ("en", "No one saw the 14 errors", ["one", "14"], "a pronoun is for the caller to judge"),
    ("en", "rooms 101, 102 and 103", ["101", "102", "103"], "a list is no number"),
    ("en", "about 250 000 people", ["250 000"], "a group of zeros is one"),
    ("en", "a twenty second clip", ["twenty"], "a unit of time is no ordinal"),
    ("en", "3 million 200 thousand and 5 people", ["3 million 200 thousand", "5"], "longest first"),
    ("en", "it rose by -5 to 7%", ["-5", "7"], "the minus belongs to the number"),
    ("en", "a million and three quarters", ["a million", "three"], "quarters are no units"),
    ("es", "cinco por ciento de cien", ["cinco", "cien"], "the word for per cent holds a hundred"),
    ("fr", "5 pour cent", ["5"], "the word for per cent holds a hundred"),
    ("zh", "这是一个问题", ["一"], "before a measure word"),
    ("zh", "一些人一直一起工作", [], "inside words"),
    ("zh", "统一的规定", [], "at the end of a word"),
    ("zh", "十分感谢", [], "very, not ten"),
    ("zh", "十分钟以后", ["十"], "ten minutes after all"),
    ("zh", "几十人和十多万元", [], "approximate"),
    ("zh", "水库有4亿立方米，多12%", ["4亿", "12"], "figures and characters"),
    ("zh", "三百二十万元", ["三百二十万"], "as long as it can be"),
    ("zh", "星期三开会", [], "a weekday"),
]


@pytest.mark.parametrize(("language", "text", "expected", "why"), RUNS)
def test_runs_are_as_long_as_they_can_be(
    language: str, text: str, expected: list[str], why: str
) -> None:
    cut = tokens(text)
    found = [
        text[cut.starts[first] : cut.ends[last - 1]]
        for first, last, _, _ in number_runs(cut.norms, language)
    ]
    assert found == expected, why


@pytest.mark.parametrize(
    ("language", "text", "ordinals"),
    [
        ("en", "the second of 3 and the 21st", [True, False, True]),
        ("zh", "第一次和两次", [True, False]),
        ("de", "der dritte von vier", [True, False]),
    ],
)
def test_ordinals_are_told_from_cardinals(language: str, text: str, ordinals: list[bool]) -> None:
    assert [o for *_, o in number_runs(tokens(text).norms, language)] == ordinals


# --- spellers of our own ---------------------------------------------------------------------


def listed(*lines: str) -> list[str]:
    """The words of some lines."""
    return " ".join(lines).split()


ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen",
)
TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")


def english(n: int) -> str:
    """An English cardinal."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= scale:
            rest = n % scale
            link = " and " if 0 < rest < 100 else " "
            return f"{english(n // scale)} {word}" + (link + english(rest) if rest else "")
    if n >= 100:
        return f"{ONES[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    if n >= 20:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    return ONES[n]


def german(n: int) -> str:
    """A German cardinal below a million."""
    ones = listed(
        "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn",
        "fünfzehn sechzehn siebzehn achtzehn neunzehn",
    )
    tens = listed("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
    if n >= 1000:
        return german(n // 1000) + "tausend" + (german(n % 1000) if n % 1000 else "")
    if n >= 100:
        return ones[n // 100] + "hundert" + (german(n % 100) if n % 100 else "")
    if n >= 20:
        return (ones[n % 10] + "und" if n % 10 else "") + tens[n // 10 - 2]
    return ones[n]


def french(n: int) -> str:
    """A French cardinal below a million."""
    small = listed(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
        "seize dix-sept dix-huit dix-neuf",
    )
    tens = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
    if n >= 1000:
        head = "" if n < 2000 else french(n // 1000) + " "
        return head + "mille" + (f" {french(n % 1000)}" if n % 1000 else "")
    if n >= 100:
        head = "" if n < 200 else small[n // 100] + " "
        return head + "cent" + (f" {french(n % 100)}" if n % 100 else "")
    if n >= 80:
        return "quatre-vingt" + (f"-{small[n - 80]}" if n > 80 else "s")
    if n >= 60:
        return "soixante" + (f"-{small[n - 60]}" if n > 60 else "")
    if n >= 20:
        joint = " et " if n % 10 == 1 else "-"
        return tens[n // 10] + (joint + small[n % 10] if n % 10 else "")
    return small[n]


def chinese(n: int) -> str:
    """A Chinese cardinal with zeros where grammar wants them."""
    digits = "零一二三四五六七八九"
    for scale, char in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if n >= scale:
            rest = n % scale
            zero = "零" if 0 < rest < scale // 10 else ""
            return chinese(n // scale) + char + (zero + chinese(rest) if rest else "")
    return digits[n]


@given(st.integers(0, 10**12 - 1))
def test_english_number_words_come_back(n: int) -> None:
    assert number_value(tokens(english(n)).norms, "en") == n


@given(st.integers(2, 10**6 - 1).filter(lambda n: n % 100 != 1 and n // 1000 % 100 != 1))
def test_german_number_words_come_back(n: int) -> None:
    assert number_value(tokens(german(n)).norms, "de") == n


@given(st.integers(2, 10**6 - 1))
def test_french_number_words_come_back(n: int) -> None:
    assert number_value(tokens(french(n)).norms, "fr") == n


@given(st.integers(0, 10**12 - 1))
def test_chinese_numbers_come_back(n: int) -> None:
    assert number_value(tokens(chinese(n)).norms, "zh") == n


@given(st.integers(0, 10**15), st.sampled_from(["en", "de", "fr", "es", "ru", "zh", "xx"]))
def test_digits_come_back_in_every_language(n: int, language: str) -> None:
    assert number_value((str(n),), language) == n


@given(st.integers(1000, 10**15), st.sampled_from([("en", ","), ("de", "."), ("zh", ",")]))
def test_grouped_digits_come_back(n: int, notation: tuple[str, str]) -> None:
    language, mark = notation
    assert number_value((f"{n:,}".replace(",", mark),), language) == n


WORDS = st.sampled_from(
    listed(
        "one two hundred thousand million and a half second 1st 14 000 250,000 - % 三 百 万 亿 零",
        "第 十 cent mille vingt quatre un mil y ciento ein tausend million сто тысяч the",
    )
)


@given(st.lists(WORDS, max_size=12), st.sampled_from(["en", "de", "fr", "es", "ru", "zh", "xx"]))
def test_runs_are_in_order_and_each_is_a_number(norms: list[str], language: str) -> None:
    runs = number_runs(norms, language)
    at = 0
    for first, last, value, ordinal in runs:
        assert at <= first < last <= len(norms)
        alone = whole_number(norms[first:last], language)
        assert alone is not None
        assert (alone.value, alone.ordinal) == (value, ordinal)
        at = last
