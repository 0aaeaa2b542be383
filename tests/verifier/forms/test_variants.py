"""Two runs of words are the same by a closed list, and by nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.han import simplified
from corpus.text.tokens import tokens
from verifier.forms import variants
from verifier.forms.slips import is_filler, is_repetition, is_slip
from verifier.forms.stems import is_function_word, stem
from verifier.forms.variants import same, token_keys
from verifier.forms.wordlists import LANGUAGES, versions, words

SAME = [
    # language, one, other, fold, why
    ("en", "colour", "color", "spelling", "-our"),
    ("en", "neighbourhoods", "neighborhoods", "spelling", "-our inside a longer word"),
    ("en", "organisation", "organization", "spelling", "-ise"),
    ("en", "analyse", "analyze", "spelling", "-yse"),
    ("en", "centre", "center", "spelling", "-re"),
    ("en", "travelled", "traveled", "spelling", "-ll-"),
    ("en", "grey", "gray", "spelling", "a pair"),
    ("en", "defence", "defense", "spelling", "-ence"),
    ("en", "open source", "opensource", "spelling", "written together"),
    ("en", "e-mail", "email", "spelling", "a prefix of one letter"),
    ("en", "co-operate", "cooperate", "spelling", "a prefix"),
    ("en", "start-up", "startup", "spelling", "a particle behind a content word"),
    ("en", "all right", "alright", "spelling", "listed"),
    ("de", "Corona-Krise", "Coronakrise", "spelling", "a compound with a hyphen"),
    ("en", "can not", "cannot", "contraction", "one spelling"),
    ("en", "can't", "cannot", "contraction", "and the third"),
    ("en", "we're", "we are", "contraction", "be"),
    ("en", "won't", "will not", "contraction", "irregular"),
    ("en", "I'd", "I had", "contraction", "one reading"),
    ("en", "I'd", "I would", "contraction", "the other reading"),
    ("en", "it's", "it has", "contraction", "is or has"),
    ("en", "the minister's", "the minister is", "contraction", "behind a noun"),
    ("en", "let's", "let us", "contraction", "us, not is"),
    ("en", "gonna", "going to", "contraction", "as it is heard"),
    ("en", "'em", "them", "contraction", "a lost beginning"),
    ("en", "dont", "do not", "contraction", "without its apostrophe"),
    ("en", "last years", "last year's", "lost apostrophe", "a genitive"),
    ("en", "dont", "don't", "lost apostrophe", "a contraction"),
    ("en", "its", "it's", "lost apostrophe", "allowed although both exist"),
    ("en", "fourteen", "14", "number", "words and digits"),
    ("en", "250,000", "250000", "number", "separators"),
    ("en", "one million", "1,000,000", "number", "words and digits"),
    ("en", "third", "3rd", "number", "both ordinals"),
    ("zh", "三百二十萬", "320万", "number", "two scripts and two notations"),
    ("en", "per cent", "percent", "percent", "apart"),
    ("en", "percent", "%", "percent", "the sign"),
    ("en", "fifty per cent", "50%", "percent", "with the number"),
    ("de", "Prozent", "%", "percent", "German"),
    ("fr", "pour cent", "%", "percent", "French"),
    ("zh", "百分之五", "5%", "percent", "the other way round"),
    ("en", "café", "cafe", "diacritics", "none on one side"),
    ("de", "schön", "schoen", "diacritics", "the German way to write without"),
    ("fr", "élection", "election", "diacritics", "at the beginning"),
    ("ru", "её", "ее", "diacritics", "usually written without"),
    ("zh", "歷史", "历史", "script", "traditional and simplified"),
    ("zh", "裡", "里", "script", "a regional form"),
    ("zh", "着", "著", "script", "a regional form"),
    ("zh", "計畫", "计划", "script", "a regional word"),
    ("en", "Mr", "Mister", "abbreviation", "a title"),
    ("en", "etc", "et cetera", "abbreviation", "two words"),
    ("en", "&", "and", "ampersand", "a sign for a word"),
    ("en", "colour café", "color cafe", "spelling, diacritics", "two folds side by side"),
]

DIFFERENT = [
    ("en", "a part", "apart", "two meanings"),
    ("en", "every day", "everyday", "two meanings"),
    ("en", "all ready", "already", "two meanings"),
    ("en", "may be", "maybe", "two meanings"),
    ("en", "in to", "into", "two words"),
    ("en", "with out", "without", "a function word in front"),
    ("en", "re-sign", "resign", "the opposite"),
    ("en", "over time", "overtime", "two meanings"),
    ("en", "were", "we're", "another word exists"),
    ("en", "well", "we'll", "another word exists"),
    ("en", "ill", "i'll", "another word exists"),
    ("en", "percent", "percentage points", "never"),
    ("en", "5%", "5 percentage points", "never"),
    ("en", "5%", "5", "the unit is lost"),
    ("en", "14", "40", "two numbers"),
    ("en", "5", "-5", "two numbers"),
    ("en", "1 million", "1 billion", "two numbers"),
    ("en", "3.10", "3.1", "versions, or a time"),
    ("en", "first", "1", "an ordinal is no cardinal"),
    ("en", "form", "from", "near is not same"),
    ("en", "prise", "prize", "two words"),
    ("en", "can", "can't", "a negation"),
    ("en", "I'd", "I will", "another tense"),
    ("en", "résumé", "resume", "two words"),
    ("de", "schön", "schon", "two words"),
    ("es", "habló", "hablo", "tense and person"),
    ("fr", "annoncé", "annonce", "tense"),
    ("ru", "всё", "все", "two words"),
    ("zh", "多", "少", "the opposite"),
    ("zh", "4亿", "4万", "two numbers"),
    ("xx", "a part", "apart", "no list, no fold"),
]


@pytest.mark.parametrize(("language", "one", "other", "fold", "why"), SAME)
def test_a_closed_list_makes_two_runs_the_same(
    language: str, one: str, other: str, fold: str, why: str
) -> None:
    a, b = tokens(one).norms, tokens(other).norms
    assert same(a, b, language) == fold, why
    assert same(b, a, language) == fold, why


@pytest.mark.parametrize(("language", "one", "other", "why"), DIFFERENT)
def test_what_is_on_no_list_stays_different(language: str, one: str, other: str, why: str) -> None:
    a, b = tokens(one).norms, tokens(other).norms
    assert same(a, b, language) is None, why
    assert same(b, a, language) is None, why


@pytest.mark.parametrize(
    ("written", "expected", "why"),
    [
        (("U.S.", "US"), "initialism", "capitals"),
        (("U.S.", "U.S"), "initialism", "its last dot was lost"),
        (("U.S.", "us"), None, "a pronoun"),
        (("U.S.", "u.s"), None, "small letters"),
        (("U.S.", "UK"), None, "other letters"),
    ],
)
def test_an_initialism_needs_its_capitals(
    written: tuple[str, str], expected: str | None, why: str
) -> None:
    one, other = written

    def surfaces(text: str) -> list[str]:
        cut = tokens(text)
        return [text[a:b] for a, b in zip(cut.starts, cut.ends, strict=True)]

    found = same(
        tokens(one).norms,
        tokens(other).norms,
        "en",
        claim_surfaces=surfaces(one),
        source_surfaces=surfaces(other),
    )
    assert found == expected, why
    assert same(tokens(one).norms, tokens(other).norms, "en") is None


LISTED = sorted(
    {w for code in LANGUAGES for w in words(code, "function", "words")}
    | {t for row in (*SAME, *DIFFERENT) for text in row[1:3] for t in tokens(text).norms}
)
TOKEN = st.sampled_from(LISTED) | st.text(min_size=1, max_size=8).map(str.casefold)
TAG = st.sampled_from([*LANGUAGES, "xx", "zh-Hant", "en-GB"])


@given(st.lists(TOKEN, max_size=5), st.lists(TOKEN, max_size=5), TAG)
def test_same_is_symmetric(a: list[str], b: list[str], language: str) -> None:
    assert same(a, b, language) == same(b, a, language)


@given(st.lists(TOKEN, max_size=5), TAG)
def test_equal_runs_need_no_fold(run: list[str], language: str) -> None:
    assert same(run, list(run), language) is None


@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
def test_tokens_with_one_key_are_always_the_same(language: str) -> None:
    by_key: dict[str, set[str]] = {}
    for norm, key in zip(LISTED, token_keys(LISTED, language), strict=True):
        by_key.setdefault(key, set()).add(norm)
    apart = [
        (a, b)
        for group in by_key.values()
        for a in group
        for b in group
        if a < b and same((a,), (b,), language) is None
    ]
    assert apart == []


def test_keys_fold_one_token_at_a_time_and_keep_function_words() -> None:
    norms = ("one", "fourteen", "colours", "year's", "it's", "250,000", "歷")
    expected = ["one", "14", "colors", "years", "it's", "250000", "历"]
    assert token_keys(norms, "en") == expected


@pytest.mark.parametrize(
    ("language", "run", "initial", "expected", "why"),
    [
        ("en", "um", False, True, "a sound"),
        ("en", "you know", False, True, "two words"),
        ("en", "um you know", False, True, "one after another"),
        ("en", "well", True, True, "at the start of a sentence"),
        ("en", "well", False, False, "an adverb elsewhere"),
        ("en", "um so", True, True, "behind another filler"),
        ("en", "i think", False, False, "a hedge"),
        ("en", "sort of", False, False, "a hedge"),
        ("en", "know", False, False, "half of one"),
        ("zh", "嗯", False, True, "Chinese"),
        ("zh", "可能", False, False, "a hedge"),
        ("de", "ähm", False, True, "German"),
        ("fr", "euh", False, True, "French"),
        ("ru", "э-э", False, True, "Russian, two tokens"),
        ("xx", "um", False, False, "no list"),
        ("en", "", True, False, "nothing"),
    ],
)
def test_fillers_are_on_a_closed_list(
    language: str, run: str, initial: bool, expected: bool, why: str
) -> None:
    found = is_filler(tokens(run).norms, language, sentence_initial=initial)
    assert found is expected, why


@pytest.mark.parametrize(
    ("deleted", "before", "after", "expected", "why"),
    [
        ("the", "in the", "house", True, "said before"),
        ("the", "in", "the house", True, "said again"),
        ("I think", "", "I think so", True, "two words"),
        ("think I", "I", "think so", True, "the cut lies inside"),
        ("the", "a", "house", False, "no repetition"),
        ("think", "I", "I think", False, "other words between"),
        ("", "a", "a", False, "nothing left out"),
    ],
)
def test_words_said_twice_may_be_left_out(
    deleted: str, before: str, after: str, expected: bool, why: str
) -> None:
    assert is_repetition(deleted.split(), before.split(), after.split()) is expected, why


@given(st.lists(st.sampled_from("ab"), min_size=1, max_size=4), st.lists(st.sampled_from("ab")))
def test_a_run_said_twice_is_a_repetition(run: list[str], rest: list[str]) -> None:
    assert is_repetition(run, rest + run, rest)
    assert is_repetition(run, rest, run + rest)


@pytest.mark.parametrize(
    ("language", "claim", "source", "expected", "why"),
    [
        ("en", "", "the", True, "lost"),
        ("en", "of", "", True, "added"),
        ("en", "", "of the", True, "two small words"),
        ("en", "", "of the in", False, "three are a rewording"),
        ("en", "a", "the", True, "one article for another"),
        ("en", "this", "that", True, "one demonstrative for another"),
        ("en", "is", "are", True, "agreement"),
        ("en", "was", "were", True, "agreement"),
        ("en", "is", "was", False, "tense"),
        ("en", "", "is", False, "a verb lost"),
        ("en", "", "have", False, "a verb lost"),
        ("en", "in", "on", False, "one preposition for another"),
        ("en", "", "not", False, "a negation"),
        ("en", "", "from", False, "not on the list"),
        ("en", "the", "the", False, "no difference"),
        ("en", "", "", False, "nothing"),
        ("zh", "的", "地", True, "one particle for another"),
        ("zh", "", "了", False, "a tense"),
        ("de", "den", "der", True, "one definite article for another"),
        ("de", "ein", "der", False, "another definiteness"),
        ("de", "kein", "ein", False, "a negation"),
        ("fr", "", "la", True, "an article lost"),
        ("es", "han", "ha", False, "another subject"),
        ("ru", "", "в", False, "no list"),
    ],
)
def test_slips_are_on_a_closed_list(
    language: str, claim: str, source: str, expected: bool, why: str
) -> None:
    assert is_slip(claim.split(), source.split(), language) is expected, why


@pytest.mark.parametrize(
    ("language", "norm", "expected", "why"),
    [
        ("en", "the", True, "an article"),
        ("en", "don't", True, "a contraction of two"),
        ("en", "i'm", True, "a contraction of two"),
        ("en", "year's", False, "a genitive of a content word"),
        ("en", "bridge", False, "a content word"),
        ("fr", "qu'il", True, "an elision of two"),
        ("fr", "l'eau", False, "an elision before a content word"),
        ("zh", "们", True, "a character of grammar"),
        ("zh", "們", True, "in either script"),
        ("zh", "水", False, "a content character"),
        ("it", "il", False, "a language without a list"),
    ],
)
def test_function_words_are_on_a_closed_list(
    language: str, norm: str, expected: bool, why: str
) -> None:
    assert is_function_word(norm, language) is expected, why


def test_forms_of_one_word_share_a_stem_where_there_is_a_stemmer() -> None:
    assert stem("buildings", "en") == stem("building", "en-GB")
    assert stem("häuser", "de") == stem("häusern", "de")
    assert stem("水", "zh") == "水"
    assert stem("talot", "fi") == "talot"


_LISTED = sorted({w for row in SAME for side in row[1:3] for w in tokens(side).norms} | {"harbour"})
_RUN = st.lists(st.sampled_from(_LISTED), min_size=1, max_size=3)


@given(_RUN, st.one_of(_RUN, st.none()), st.sampled_from(["en", "de", "fr", "es", "it"]))
def test_no_word_is_passed_over_that_a_list_could_make_equal(
    one: list[str], other: list[str] | None, language: str
) -> None:
    other = other or ["".join(one)]  # the same written together
    if one != other:
        by_lists = variants._same(tuple(one), tuple(other), language)
        assert same(one, other, language) == by_lists


@given(st.text())
def test_simplified_text_is_as_long_as_the_text(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)


def test_every_language_file_has_a_version() -> None:
    found = versions()
    assert set(found) == set(LANGUAGES)
    assert all(found.values())
