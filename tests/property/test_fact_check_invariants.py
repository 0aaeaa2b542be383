"""What must hold of every fact-check that is shown, however a claim was changed."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import QuoteEmpty
from corpus.fact_check import FactCheck
from corpus.home import Home
from corpus.text.languages import detect_language
from corpus.text.tokens import terms
from tests.desks import THEN
from tests.verifier.fact_check_claims import REVIEWED
from verifier.fact_checks.report import FactCheckMatch, Relation
from verifier.service import Question, Service

RATING = "zqxrating"
DENIALS = frozenset("not never nobody no nothing without denied".split()) | frozenset("没不否")
ADDED = ["not", "never", "400", "4,000", "twelve", "the", "very", "Oddevik", "…"]
ADDED_ZH = ["没有", "不", "没", "四百", "4,000", "的", "很", "…"]
AROUND = ["", "We all know it. ", "He denied that ", "No, "]
AROUND_ZH = ["", "大家都说", "我们都看到了。", "他否认"]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with Home.open(tmp_path_factory.mktemp("town")) as home:
        checks = [
            FactCheck(
                claim, f"https://t.example/{at}", "T", RATING, language=detect_language(claim)
            )
            for at, claim in enumerate(REVIEWED)
        ]
        home.store.fact_checks.add(checks, origin="a", now=THEN)
        yield Service.open(home)


@st.composite
def changed_claims(draw: st.DrawFn) -> str:
    """A reviewed claim with words taken out, put in, or put beside it."""
    claim = draw(st.sampled_from(REVIEWED))
    unspaced = claim[0] >= "\u4e00"
    words = list(claim) if unspaced else claim.split()
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, max(0, len(words) - 1)))  # inside the sentence
        if draw(st.booleans()):
            words.insert(at, draw(st.sampled_from(ADDED_ZH if unspaced else ADDED)))
        else:
            del words[at : at + draw(st.integers(1, 3))]
    around = st.sampled_from(AROUND_ZH if unspaced else AROUND)
    return draw(around) + ("" if unspaced else " ").join(words) + draw(st.sampled_from(["", "?"]))


def denials(text: str) -> int:
    return sum(term in DENIALS for term in terms(text))


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d[\d,.]*\d|\d", text))


def faults(match: FactCheckMatch, quote: str) -> Iterator[str]:
    """What is said of a fact-check that is not so."""
    ours, theirs = quote[slice(*match.in_quote)], match.reviewed_claim[slice(*match.in_reviewed)]
    if not (terms(ours) and terms(theirs)):
        yield "a stretch without words"
    if (match.relation is Relation.DIFFERING) is not bool(match.differences):
        yield "differences and relation do not agree"
    for difference in match.differences:
        there = difference.quote_text in quote
        if not there or difference.reviewed_text not in match.reviewed_claim:
            yield "a difference that stands in neither"
        if not (difference.quote_text or difference.reviewed_text):
            yield "a difference of nothing"
    if match.relation is not Relation.DIFFERING:
        if denials(quote) != denials(match.reviewed_claim):
            yield "a denial is passed over"
        if numbers(ours) and numbers(theirs) and numbers(ours) != numbers(theirs):
            yield "a number is passed over"
        if ours.rstrip().endswith("?") != theirs.rstrip().endswith("?"):
            yield "a question is passed over"
    if RATING in match.note or RATING not in match.rated:
        yield "a rating that is nobody's"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changed_claims())
def test_what_must_hold_of_every_fact_check_that_is_shown_holds(town: Service, quote: str) -> None:
    try:
        report = town.verify(Question(quote))
    except QuoteEmpty:
        assert not terms(quote.replace("…", ""))
        return
    wrong = [fault for match in report.fact_checks for fault in faults(match, quote)]
    assert wrong == [], (quote, report.fact_checks)
    order = [list(Relation).index(match.relation) for match in report.fact_checks]
    assert order == sorted(order)
    verdict = dataclasses.asdict(report.verdict)
    assert RATING not in str(verdict)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(REVIEWED), st.integers(0, 30))
def test_a_denial_put_into_a_claim_never_finds_it_as_the_same(
    town: Service, claim: str, at: int
) -> None:
    unspaced = claim[0] >= "\u4e00"
    words = list(claim) if unspaced else claim.split()
    words.insert(at % len(words), "没" if unspaced else "not")
    changed = ("" if unspaced else " ").join(words)
    for match in town.search_fact_checks(Question(changed), whole=True):
        if match.reviewed_claim == claim:
            assert match.relation is Relation.DIFFERING
