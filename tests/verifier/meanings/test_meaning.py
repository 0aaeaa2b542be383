"""Which differences touch the meaning, and which do not."""

from __future__ import annotations

import difflib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.tokens import Tokens, tokens
from verifier.meanings.lexicon import has_list
from verifier.meanings.meaning import findings, question_to_statement
from verifier.models import (
    Alignment,
    Claim,
    Edit,
    Finding,
    Join,
    Op,
    Risk,
    Segment,
    Window,
)

_MARK = re.compile(r"(\u2026+)|\[([^\]]*)\]|(\u2016)")
_OPS = {"equal": Op.EQUAL, "replace": Op.REPLACE, "insert": Op.INSERT, "delete": Op.DELETE}


def read(text: str) -> Claim:
    """A claim with ellipses (…), brackets and interruptions (‖), read the plainest way."""
    norms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    segments: list[Segment] = []
    lead, tail = "", ""
    join: Join | None = None
    first, at, bracket = 0, 0, ""

    def add(start: int, end: int) -> None:
        found = tokens(text[start:end])
        norms.extend(found.norms)
        starts.extend(start + s for s in found.starts)
        ends.extend(start + e for e in found.ends)

    for mark in _MARK.finditer(text):
        add(at, mark.start())
        at = mark.end()
        if not norms:
            lead = mark.group(2) or ""
        elif mark.group(2) is not None and not tokens(text[at:]):
            tail = mark.group(2)
        else:
            segments.append(Segment(first, len(norms), join, bracket))
            first, bracket = len(norms), mark.group(2) or ""
            join = Join.ELLIPSIS if mark.group(1) else Join.BRACKET
            join = Join.INTERRUPTION if mark.group(3) else join
    add(at, len(text))
    segments.append(Segment(first, len(norms), join, bracket))
    column = Tokens(tuple(norms), tuple(starts), tuple(ends))
    return Claim(text, (), tuple(segments), column, lead_bracket=lead, tail_bracket=tail)


def align(source: str, claim: Claim, start: int = 0) -> Alignment:
    """The plainest alignment: difflib over tokens, the source's ends trimmed to the claim."""
    found = tokens(source)
    moved = Tokens(
        found.norms, tuple(s + start for s in found.starts), tuple(e + start for e in found.ends)
    )
    steps = difflib.SequenceMatcher(None, found.norms, claim.tokens.norms, False).get_opcodes()
    while steps and steps[0][0] == "delete":
        steps.pop(0)
    while steps and steps[-1][0] == "delete":
        steps.pop()
    marks = {s.first for s in claim.segments if s.join in (Join.ELLIPSIS, Join.BRACKET)}
    edits = tuple(
        Edit(Op.MARKED if name == "delete" and x in marks else _OPS[name], x, y, a, b)
        for name, a, b, x, y in steps
    )
    window = Window((), moved, source, start, True)
    first, last = (edits[0].source_first, edits[-1].source_last) if edits else (0, 0)
    return Alignment(window, edits, first, last)


def found(source: str, claim: str, language: str = "en", start: int = 0) -> tuple[Finding, ...]:
    read_claim = read(claim)
    return findings(read_claim, align(source, read_claim, start), language)


def codes(source: str, claim: str, language: str = "en") -> set[str]:
    return {f.code.value for f in found(source, claim, language)}


ONE_WORD = [
    # source, claim, classes, why
    ("We will not close the mill.", "We will close the mill.", {"negation"}, "not left out"),
    ("We will close the mill.", "We will not close the mill.", {"negation"}, "not added"),
    ("We won't close the mill.", "We will close the mill.", {"negation"}, "no change of modal"),
    ("We can't close the mill.", "We can close the mill.", {"negation"}, "nor here"),
    ("We can close the mill.", "We cannot close the mill.", {"negation"}, "cannot is can not"),
    ("The roof doesn't leak.", "The roof does leak.", {"negation"}, "do stays"),
    ("He did not approve the plan.", "He approved the plan.", {"negation"}, "same time"),
    ("It isn\u2019t finished yet.", "It is finished yet.", {"negation"}, "curly apostrophe"),
    ("I deny the whole story.", "I admit the whole story.", {"negation", "antonym"}, "deny, admit"),
    ("They came with a permit.", "They came without a permit.", {"negation"}, "without"),
    ("The fee rose by 5 percent.", "The fee rose by 6 percent.", {"number"}, "unit is kept"),
    ("It took two hundred days.", "It took three hundred days.", {"number"}, "whole run"),
    ("We spent 3 million on it.", "We spent 3 billion on it.", {"number"}, "scale"),
    ("We start in May, all of us.", "We start in June, all of us.", {"number"}, "month, no modal"),
    ("We meet on Monday at noon.", "We meet on Friday at noon.", {"number"}, "weekday"),
    ("It opened in 1987 or so.", "It opened in 1997 or so.", {"number"}, "year"),
    ("This is the third attempt.", "This is the fourth attempt.", {"number"}, "ordinal"),
    ("one bridge and one road", "two bridges and one road", {"number"}, "one against two"),
    ("It cost 40 dollars then.", "It cost 40 euros then.", {"unit"}, "currency"),
    ("It cost $40 back then.", "It cost €40 back then.", {"unit"}, "sign"),
    ("up by 4 percent this time", "up by 4 percentage points this time", {"unit"}, "points"),
    ("They walked ten miles home.", "They walked ten kilometers home.", {"unit"}, "length"),
    ("It will take six weeks.", "It will take six months.", {"unit"}, "time"),
    ("It cost 40 crowns to repair.", "It cost 40 to repair.", {"unit"}, "unit left out"),
    ("It may rain on the parade.", "It must rain on the parade.", {"modal"}, "may, must"),
    ("They could sign it now.", "They can sign it now.", {"modal"}, "no tense"),
    ("We have to sign it now.", "We ought to sign it now.", {"modal"}, "phrases"),
    ("I'd rather we should leave.", "I'd rather we might leave.", {"modal"}, "'d is neither"),
    ("I'll sign the order.", "I might sign the order.", {"modal"}, "clitic"),
    ("Most farmers like it.", "All farmers like it.", {"quantifier"}, "most, all"),
    ("Here only Ann has a key.", "Here Ann has a key.", {"quantifier"}, "only left out"),
    ("We almost lost the case.", "We lost the case.", {"quantifier"}, "almost left out"),
    ("Today a few shops opened.", "Today few shops opened.", {"quantifier"}, "a few, few"),
    ("I always answer letters.", "I never answer letters.", {"quantifier", "negation"}, "both"),
    ("We stay if it rains.", "We stay because it rains.", {"condition"}, "if"),
    ("We stay unless it rains.", "We stay if it rains.", {"condition"}, "unless"),
    ("We pay provided that you sign.", "We pay when you sign.", {"condition"}, "provided that"),
    ("They said he lied about it.", "They said she lied about it.", {"person"}, "gender"),
    ("We wrote the report.", "I wrote the report.", {"person"}, "number"),
    ("It is our duty to help.", "It is their duty to help.", {"person"}, "possessive"),
    ("A clerk named Hobbs told me.", "A clerk named Grint told me.", {"named_entity"}, "name"),
    ("Hobbs told me about it.", "Grint told me about it.", {"named_entity"}, "at the head"),
    ("They moved to New Quay then.", "They moved to Port Hale then.", {"named_entity"}, "of two"),
    ("a letter from Mr Hobbs today", "a letter from today", {"named_entity"}, "name left out"),
    ("Prices rose in the spring.", "Prices fell in the spring.", {"antonym"}, "irregular forms"),
    ("The ruling was legal after all.", "The ruling was illegal after all.", {"antonym"}, "il-"),
    ("The bridge is safe to use.", "The bridge is unsafe to use.", {"antonym"}, "un-"),
    ("Growth is accelerating now.", "Growth is decelerating now.", {"antonym"}, "listed pair"),
    ("They agreed with the court.", "They disagreed with the court.", {"antonym"}, "dis-"),
    ("It costs more than a car.", "It costs less than a car.", {"antonym"}, "no quantifier"),
    ("That was the first train.", "That was the last train.", {"antonym"}, "no number"),
    ("The dam has held so far.", "The dam had held so far.", {"tense"}, "auxiliary"),
    ("The dam is a danger to us.", "The dam was a danger to us.", {"tense"}, "copula"),
    ("We found a leak in it.", "We have found a leak in it.", {"tense"}, "auxiliary added"),
    ("They walk to the market.", "They walked to the market.", {"tense"}, "regular ending"),
    ("They begin to listen.", "They began to listen.", {"tense"}, "irregular"),
]


@pytest.mark.parametrize(("source", "claim", "classes", "why"), ONE_WORD)
def test_one_changed_word_gives_its_class_and_no_other(
    source: str, claim: str, classes: set[str], why: str
) -> None:
    assert codes(source, claim) == classes, why


HARMLESS = [
    ("We can not close it.", "We cannot close it.", "one spelling"),
    ("We will not close it.", "We won't close it.", "contraction"),
    ("It costs 14 coins.", "It costs fourteen coins.", "equal number"),
    ("It costs 14 dollars.", "It costs $14.", "sign and word"),
    ("Nothing is dull here.", "Nothing is boring here.", "a synonym"),
    ("They are right.", "They're right.", "contraction of be"),
    ("The crew are happy.", "The crew is happy.", "agreement"),
    ("The crew has eaten.", "The crew have eaten.", "agreement of have"),
    ("It is, you know, a long road.", "It is a long road.", "you know addresses nobody"),
    ("He sold the big red barn.", "He sold the red wooden barn.", "ordinary words"),
    ("I'd sign that letter.", "I would sign that letter.", "'d is would"),
    ("I'd signed that letter.", "I had signed that letter.", "'d is had"),
    ("the free will of a people", "the will of a people", "the noun"),
    ("We walked to the old mill.", "WE WALKED TO THE OLD MILL.", "capitals are no evidence"),
    ("However, the mill is old.", "Still, the mill is old.", "capital at the head only"),
    ("Many of the roofs leak badly.", "Many of the roofs leak.", "an adverb left out"),
    ("Wait a second before the turn.", "Wait before the turn.", "a second is no number"),
]


@pytest.mark.parametrize(("source", "claim", "why"), HARMLESS)
def test_a_difference_off_the_lists_raises_nothing(source: str, claim: str, why: str) -> None:
    assert found(source, claim) == (), why


MARKED = [
    # source, claim, needed, forbidden, why
    ("we will not sell it now", "we will … sell it now", {"negation"}, set(), "hides a not"),
    ("It won't last for ever.", "It … last for ever.", {"negation"}, set(), "hides won't"),
    (
        "The roof leaks, which nobody may deny, and the walls crack.",
        "The roof leaks … and the walls crack.",
        set(),
        {"negation", "modal"},
        "a whole clause hides nothing",
    ),
    (
        "The roof leaks. I never liked it. The walls crack.",
        "The roof leaks … The walls crack.",
        set(),
        {"negation", "person"},
        "a whole sentence hides nothing",
    ),
    (
        "I trust her more than my own eyes.",
        "I trust her‖ more than my own eyes.",
        set(),
        {"person", "quantifier", "antonym"},
        "an interruption leaves nothing out",
    ),
    ("She will pay for it.", "[The owner] will pay for it.", set(), {"person"}, "who is meant"),
    (
        "They will pay for it.",
        "They will pay [Hobbs & Grint] for it.",
        set(),
        {"named_entity"},
        "a gloss",
    ),
    ("The stables are cold.", "The [horse] stables are cold.", set(), set(), "adds a noun"),
    ("They will pay for it.", "They will [not] pay for it.", {"negation"}, set(), "adds a not"),
    ("They will pay for it.", "They [may] pay for it.", {"modal"}, set(), "another modal"),
    ("They pay for it.", "[Most] pay for it.", {"quantifier"}, {"person"}, "how many"),
    ("We may go on with it.", "[The team] may go on with it.", set(), {"modal"}, "kept modal"),
    ("It was so in 1990 there.", "It was so [in 1990] there.", set(), {"number"}, "same words"),
    ("They agreed to it.", "They agreed to [none of] it.", {"negation"}, set(), "negates inside"),
    ("They will sign it.", "They will sign [nothing].", {"negation"}, set(), "after the last word"),
    ("They will sign it.", "They will sign [the lease].", set(), set(), "says what is meant"),
    ("It may open. So I hope.", "[Next] It may open.", set(), set(), "before the first sentence"),
]


@pytest.mark.parametrize(("source", "claim", "needed", "forbidden", "why"), MARKED)
def test_marks_of_editing_are_read_for_what_they_hide(
    source: str, claim: str, needed: set[str], forbidden: set[str], why: str
) -> None:
    classes = codes(source, claim)
    assert needed <= classes, why
    assert not classes & forbidden, why
    assert needed or not classes, why


CHINESE = [
    ("我们不会涨价", "我们会涨价", {"negation"}, "不 inside 不会"),
    ("我从来没有说过这样的话", "我从来说过这样的话", {"negation"}, "没有"),
    ("非常感谢大家的支持", "十分感谢大家的支持", set(), "非常 negates nothing"),
    ("我们特别重视这件事", "我们尤其重视这件事", set(), "特别 negates nothing"),
    ("未来的工作更重要", "今后的工作更重要", set(), "未来 negates nothing"),
    ("水位上升了两米左右", "水位下降了两米左右", {"antonym"}, "opposite"),
    ("预算是4亿元人民币", "预算是4万元人民币", {"number"}, "scale"),
    ("我们八月再开会", "我们九月再开会", {"number"}, "month"),
    ("价格涨了10%左右", "价格涨了10倍左右", {"unit"}, "percent, times"),
    ("他可能会参加比赛", "他必须会参加比赛", {"modal"}, "可能, 必须"),
    ("所有学校都很好", "部分学校都很好", {"quantifier"}, "所有, 部分"),
    ("如果下雨我们就留下", "因为下雨我们就留下", {"condition"}, "如果"),
    ("除非下雨我们就留下", "因为下雨我们就留下", {"condition"}, "除非 is no negation"),
    ("我们已经写好报告", "他们已经写好报告", {"person"}, "我们, 他们"),
    ("他去了英国工作", "他去了法国工作", {"named_entity"}, "a listed country"),
    ("昨天扎克伯格来过", "昨天奥巴马来过", {"named_entity"}, "characters of foreign names"),
    ("他们正在修桥", "他们曾经修桥", {"tense"}, "正在, 曾经"),
    ("这件事情很重要", "这件事情很关键", set(), "a synonym"),
    ("無法參加會議", "无法参加会议", set(), "the same in other characters"),
]


@pytest.mark.parametrize(("source", "claim", "classes", "why"), CHINESE)
def test_chinese_lists_match_words_and_not_characters(
    source: str, claim: str, classes: set[str], why: str
) -> None:
    assert codes(source, claim, "zh") == classes, why


OTHERS = [
    ("de", "Wir werden das nicht tun.", "Wir werden das tun.", {"negation"}, "nicht"),
    ("de", "Das kostet 20 Euro heute.", "Das kostet 30 Euro heute.", {"number"}, "number"),
    ("de", "Alle Schulen sind offen.", "Einige Schulen sind offen.", {"quantifier"}, "alle"),
    ("de", "Er muss das lesen.", "Er kann das lesen.", {"modal"}, "muss, kann"),
    ("de", "Wir bleiben, wenn es regnet.", "Wir bleiben, weil es regnet.", {"condition"}, "wenn"),
    ("de", "Wir haben das gelesen.", "Sie haben das gelesen.", {"person"}, "wir, sie"),
    ("de", "Das Haus steht am Wald.", "Die Scheune steht am Wald.", set(), "nouns have capitals"),
    ("de", "Das sagte Frau Lindner mir.", "Das sagte Frau Kessler mir.", {"named_entity"}, "name"),
    ("fr", "Nous n'allons pas fermer.", "Nous allons fermer.", {"negation"}, "ne ... pas"),
    ("fr", "Ils doivent signer.", "Ils peuvent signer.", {"modal"}, "doivent, peuvent"),
    ("fr", "Tous les ponts tiennent.", "Certains les ponts tiennent.", {"quantifier"}, "tous"),
    ("fr", "J'ai lu le rapport.", "Nous ai lu le rapport.", {"person"}, "elision"),
    ("es", "Nunca dije eso.", "Siempre dije eso.", {"negation", "quantifier"}, "both"),
    ("es", "Vamos si llueve mucho.", "Vamos cuando llueve mucho.", {"condition"}, "si"),
    ("es", "Ellos pueden firmar.", "Ellos deben firmar.", {"modal"}, "pueden, deben"),
    ("ru", "Мы не закроем школу.", "Мы закроем школу.", {"negation"}, "не"),
    ("ru", "Все дома стоят пустые.", "Некоторые дома стоят пустые.", {"quantifier"}, "все"),
    ("ru", "Они должны уехать.", "Они могут уехать.", {"modal"}, "должны, могут"),
]


@pytest.mark.parametrize(("language", "source", "claim", "classes", "why"), OTHERS)
def test_other_languages_have_the_main_classes(
    language: str, source: str, claim: str, classes: set[str], why: str
) -> None:
    assert codes(source, claim, language) == classes, why


def test_without_a_list_only_digits_signs_and_names_are_seen() -> None:
    assert not has_list("sv")
    assert codes("Det kostar 20 kronor inte mer", "Det kostar 30 kronor mer", "sv") == {"number"}
    assert codes("Det sa Bergman till oss", "Det sa Lindgren till oss", "sv") == {"named_entity"}


WORDING = [
    ("We will not go.", "We will go.", "", "not", "'not' is missing"),
    ("We will go.", "We will not go.", "not", "", "'not' was added"),
    (
        "It holds 250,000 books.",
        "It holds 350,000 books.",
        "350,000",
        "250,000",
        "number differs: source 250,000, quote 350,000",
    ),
    ("We won't go.", "We will go.", "will", "won't", "negation differs: source won't, quote will"),
]


@pytest.mark.parametrize(("source", "claim", "claim_text", "source_text", "note"), WORDING)
def test_a_finding_shows_the_stored_words_of_both_sides(
    source: str, claim: str, claim_text: str, source_text: str, note: str
) -> None:
    (finding,) = found(source, claim, start=700)
    assert (finding.claim_text, finding.source_text) == (claim_text, source_text)
    assert finding.note == note
    assert finding.source_text in source


def test_findings_stand_in_the_order_of_the_claim_and_each_once() -> None:
    source = "She may sell 5 boats and she must sell 5 carts."
    claim = "He may sell 6 boats and he must sell 6 carts."
    assert [f.code for f in found(source, claim)] == [Risk.PERSON, Risk.NUMBER]


def test_an_insertion_beside_a_deletion_is_one_difference() -> None:
    claim = read("We won't go.")
    window = align("We will not go.", claim).window
    edits = (
        Edit(Op.EQUAL, 0, 1, 0, 1),
        Edit(Op.DELETE, 1, 1, 1, 3),
        Edit(Op.INSERT, 1, 2, 3, 3),
        Edit(Op.EQUAL, 2, 3, 3, 4),
    )
    assert findings(claim, Alignment(window, edits, 0, 4), "en") == ()


def test_a_fold_never_counts() -> None:
    claim = read("It costs fourteen coins.")
    window = align("It costs 15 coins.", claim).window
    edits = (
        Edit(Op.EQUAL, 0, 2, 0, 2),
        Edit(Op.FOLD, 2, 3, 2, 3, note="number"),
        Edit(Op.EQUAL, 3, 4, 3, 4),
    )
    assert findings(claim, Alignment(window, edits, 0, 4), "en") == ()


def test_an_alignment_without_edits_has_no_findings() -> None:
    claim = read("not a word")
    window = align("not a word", claim).window
    assert findings(claim, Alignment(window, (), 0, 0), "en") == ()


@pytest.mark.parametrize(
    ("claim_final", "source_final", "raised", "why"),
    [
        (".", "?", True, "a question became a statement"),
        ("!", "？", True, "a full-width question"),
        ("?", "?", False, "it still asks"),
        ("", "?", False, "the claim has no mark"),
        (".", ".", False, "no question"),
        ("?!", "?", False, "it still asks"),
    ],
)
def test_a_question_that_became_a_statement_is_raised(
    claim_final: str, source_final: str, raised: bool, why: str
) -> None:
    finding = question_to_statement(claim_final, source_final)
    assert (finding is not None) is raised, why
    if finding:
        assert finding.code is Risk.QUESTION_TO_STATEMENT
        assert (finding.claim_text, finding.source_text) == (claim_final, source_final)


_LISTED_WORDS = st.sampled_from(
    ["not", "may", "May", "won't", "5", "percent", "$", "all", "if", "she", "Hobbs", "rose",
     "second", "one", "non", "不", "非", "常", "可能", "十", "pas", "n'a", "nicht", "’s", ","]
)  # fmt: skip
_WORDS = st.lists(_LISTED_WORDS | st.text(min_size=1, max_size=4), min_size=1, max_size=14)


@given(_WORDS, st.sampled_from(["en", "zh", "de", "fr", "es", "ru", "sv"]))
def test_the_same_words_raise_nothing(words: list[str], language: str) -> None:
    text = " ".join(w for w in words if not _MARK.search(w) and "[" not in w)
    claim = read(text)
    if claim.tokens:
        assert findings(claim, align(text, claim), language) == ()


@given(_WORDS, _WORDS, st.sampled_from(["en", "zh", "de", "fr", "es", "ru", "sv"]))
def test_a_finding_quotes_the_two_texts(ours: list[str], theirs: list[str], language: str) -> None:
    source, text = (
        " ".join(w for w in words if not _MARK.search(w) and "[" not in w)
        for words in (ours, theirs)
    )
    claim = read(text)
    if not claim.tokens or not tokens(source):
        return
    for finding in findings(claim, align(source, claim), language):
        assert finding.claim_text or finding.source_text
        assert all(part in text for part in finding.claim_text.split(" … "))
        assert all(part in source for part in finding.source_text.split(" … "))
