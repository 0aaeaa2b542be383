"""A reviewed claim is of these words, part of them, or of a differing wording that is named."""

from __future__ import annotations

import pytest

from corpus.text.languages import detect_language
from verifier.fact_checks.report import Relation
from verifier.fact_checks.wording import Compared, Scale, compare_wordings
from verifier.policy import Policy
from verifier.reading.claims import read_claim

SCALE = Scale(Policy(), lambda word: 1.0)


def compared(quote: str, reviewed: str, language: str = "und") -> Compared | None:
    claim = read_claim(quote, detect_language=detect_language, whole=True)
    return compare_wordings(claim, reviewed, language, SCALE)


@pytest.mark.parametrize(
    ("quote", "reviewed", "relation", "why"),
    [
        ("The weir cost every household 400 crowns.", "The weir cost every household 400 crowns",
         "same", "the final mark aside"),
        ("the weir cost every household four hundred crowns",
         "The weir cost every household 400 crowns.", "same", "the same number in words"),
        ("It is raining.", "It is raining!", "same", "three words are enough if all are the same"),
        ("The harbour's colour was never grey again.", "The harbor's color was never gray again.",
         "same", "spelling"),
        ("The weir cost every household 400 crowns.",
         "Says the weir cost every household 400 crowns.", "part", "the publisher's own opening"),
        ("Last spring we all saw it. The weir cost every household 400 crowns. Nobody asked.",
         "The weir cost every household 400 crowns.", "part", "the quote goes on"),
        ("The weir cost every household 400 crowns.",
         "Ek claimed that “the weir cost every household 400 crowns” in March.", "same",
         "a quotation in the reviewed claim"),
        ("The weir leaked ... and the school was closed.",
         "The weir leaked, the mayor told us, and the school was closed.", "part",
         "a clause left out at a mark"),
        ("水坝让每个家庭花了四百克朗。", "水坝让每个家庭花了400克朗", "same", "Chinese numbers"),
        ("水壩讓每個家庭花了四百克朗。", "水坝让每个家庭花了四百克朗。", "same", "another script"),
        ("他去年在议会说，水坝让每个家庭花了四百克朗。", "水坝让每个家庭花了四百克朗。", "part",
         "part of a Chinese quote"),
    ],
)  # fmt: skip
def test_the_same_words_are_told_as_the_same(
    quote: str, reviewed: str, relation: str, why: str
) -> None:
    found = compared(quote, reviewed)
    assert found is not None, why
    assert (found.relation.value, found.differences) == (relation, ()), why


@pytest.mark.parametrize(
    ("quote", "reviewed", "code", "difference"),
    [
        ("The weir cost every household 400 crowns.", "The weir did not cost every household 400"
         " crowns.", "negation", ("", "not")),
        ("The weir never cost the town a single crown.", "The weir cost the town a single crown.",
         "negation", ("never", "")),
        ("The weir cost every household 400 crowns.", "The weir cost every household 4,000 crowns.",
         "number", ("400", "4,000")),
        ("The weir cost every household 400 million crowns.",
         "The weir cost every household 400 billion crowns.", "number", ("million", "billion")),
        ("The weir cost every household 400 crowns.", "The weir cost every household 400 dollars.",
         "unit", ("crowns", "dollars")),
        ("The ferry to Brandholm was late all winter long.",
         "The ferry to Oddevik was late all winter long.", "named_entity",
         ("Brandholm", "Oddevik")),
        ("Fares on the river ferry rose in the winter.",
         "Fares on the river ferry fell in the winter.", "antonym", ("rose", "fell")),
        ("Most of the ferries were late that winter.", "All of the ferries were late that winter.",
         "quantifier", ("Most", "All")),
        ("The weir cost every household 400 crowns.",
         "Nobody says that the weir cost every household 400 crowns.", "negation", ("", "Nobody")),
        ("Ek never said that the weir cost every household 400 crowns.",
         "The weir cost every household 400 crowns.", "negation", ("never", "")),
        ("The weir cost every household 400 crowns.",
         "Ek denied saying: “The weir cost every household 400 crowns.”", "negation",
         ("", "denied")),
        ("He told us so: the weir cost every household 400 crowns, and that was that.",
         "Ek never said “the weir cost every household 400 crowns”.", "negation", ("", "never")),
        ("The weir will cost every household 400 crowns.",
         "If it is built of stone, the weir will cost every household 400 crowns.", "condition",
         ("", "If")),
        ("The weir cost every household 400 crowns.", "Did the weir cost every household 400"
         " crowns?", "question_to_statement", ("crowns.", "crowns?")),
        ("水坝让每个家庭花了四百克朗。", "水坝没有让每个家庭花了四百克朗。", "negation",
         ("", "没有")),
        ("水坝让每个家庭花了四百克朗。", "水坝让每个家庭花了四千克朗。", "number",
         ("四百", "四千")),
        ("议员否认水坝让每个家庭花了四百克朗。", "水坝让每个家庭花了四百克朗。", "negation",
         ("否认", "")),
    ],
)  # fmt: skip
def test_a_word_that_turns_it_makes_another_wording_and_is_named(
    quote: str, reviewed: str, code: str, difference: tuple[str, str]
) -> None:
    found = compared(quote, reviewed)
    assert found is not None
    assert found.relation is Relation.DIFFERING
    told = [d for d in found.differences if d.code == code]
    assert told, found.differences
    assert any(
        difference[0] in d.quote_text and difference[1] in d.reviewed_text
        and bool(difference[0]) == bool(d.quote_text) for d in told
    ), told  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "reviewed", "why"),
    [
        ("The ferry to Brandholm was late all winter long.", "The weir cost every household 400"
         " crowns.", "nothing in common"),
        ("She was minister of the interior of the republic, and she never once asked us to pay.",
         "He is minister of the interior of the republic.", "an office is no claim"),
        ("I read it in the Northern River Post, and I could not believe my eyes.",
         "“The Northern River Post” has closed its doors for good.", "a name in marks is no claim"),
        ("The ferry was late.", "The ferry was painted green last year.", "too little is shared"),
        ("We will build a bridge over the river next year.",
         "We will build a school for the children of the river villages.", "other things"),
        ("水坝让每个家庭花了四百克朗。", "渡轮整个冬天都晚点。", "nothing in common in Chinese"),
        ("我们明年会在河上修建一座新的桥。", "我们明年会在城里开办一所新的学校。", "another plan"),
    ],
)  # fmt: skip
def test_what_is_about_something_else_is_not_told(quote: str, reviewed: str, why: str) -> None:
    assert compared(quote, reviewed) is None, why


def test_the_shared_stretches_are_those_of_both_texts() -> None:
    quote = "Everybody knows it: the weir cost every household 450 crowns, and it leaks."
    reviewed = "Said in March that “the weir cost every household 400 crowns”."
    found = compared(quote, reviewed)
    assert found is not None and found.quotation and found.longer
    shared = "the weir cost every household"
    assert quote[slice(*found.in_quote)].startswith(shared)
    assert reviewed[slice(*found.in_reviewed)] == f"{shared} 400 crowns"
    assert 0 < found.share < 1 and 0 < found.similarity < 1


@pytest.mark.parametrize("mistaken", ["und", "nl", "de", "zh"])
def test_a_mistaken_language_hides_no_denial(mistaken: str) -> None:
    found = compared(
        "The weir cost every household 400 crowns.",
        "Nobody says that the weir cost every household 400 crowns.",
        mistaken,
    )
    assert found is not None and found.relation is Relation.DIFFERING


def test_a_reviewed_language_that_is_known_chooses_the_lists() -> None:
    quote, reviewed = "Die Fähre kam nicht jeden Morgen an.", "Die Fähre kam jeden Morgen an."
    german = compared(quote, reviewed, "de")
    assert german is not None
    assert [(d.code, d.quote_text) for d in german.differences] == [("negation", "nicht")]
