"""JSON names are the documented ones, and input is read strictly."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpus.errors import InvalidRequest
from tests.conftest import ABSENT, ALTERED
from verifier.exchange.schemas import ReportSchema, load_question, report_json
from verifier.service import Question, Service

KEYS = {
    "": "id created_at claim verdict match nearest translation source corrected_quote citation"
    " other_matches fact_checks scope engine links",
    "claim": "text speaker date language pieces normalizations warnings",
    "claim.language": "tag basis",
    "claim.pieces.0": "start end kind",
    "verdict": "code reason headline sentence action counts meaning_risk context attribution date"
    " search",
    "verdict.counts": "claim_words equal substituted inserted deleted",
    "verdict.meaning_risk.0": "code claim_text source_text note",
    "verdict.attribution": "status claimed in_source",
    "verdict.date": "status claimed in_source",
    "verdict.search": "status reasons",
    "match": "passage_id source_id exact context_before context_after speaker similarity selectors"
    " offset_unit pieces alignment left_out",
    "match.pieces.0": "claim source exact source_id passage_id speaker date words_from_previous",
    "match.alignment.0": "op claim source claim_text source_text kind",
    "translation": "status strength relation version_quoted basis evidence language"
    " original_language chain translators credit_line original other_renditions",
    "translation.original": "available source_id passage_id text start end language dir posterior"
    " alignment_basis",
    "source": "id origin title creator publisher kind language date url deep_link archived_url"
    " retrieved_at sha256 version state fidelity fidelity_reason",
    "source.date": "edtf precision basis of",
    "corrected_quote": "text credit_line",
    "citation": "plain csl",
    "other_matches": "total earliest_in_corpus items",
    "scope": "corpus_version sources passages date_from date_to languages candidates_examined"
    " statement",
    "engine": "version policy took_ms",
    "links": "self html",
}


def at(body: Any, path: str) -> Any:
    for step in filter(None, path.split(".")):
        body = body[int(step)] if step.isdigit() else body[step]
    return body


@pytest.mark.parametrize("path", KEYS)
def test_a_report_has_the_documented_keys(service: Service, path: str) -> None:
    body = report_json(service.verify(Question(ALTERED, speaker="Ada Lindqvist", date="2023")))
    assert set(at(body, path)) == set(KEYS[path].split())


def test_selectors_have_the_keys_of_their_type_only(service: Service) -> None:
    selectors = report_json(service.verify(Question(ALTERED)))["match"]["selectors"]
    assert {frozenset(each) for each in selectors} == {
        frozenset({"type", "exact", "prefix", "suffix"}),
        frozenset({"type", "start", "end"}),
    }


@pytest.mark.parametrize("quote", [ALTERED, ABSENT, "collusion"])
def test_every_report_fits_its_own_schema(service: Service, quote: str) -> None:
    body = report_json(service.verify(Question(quote)))
    assert ReportSchema().validate(body) == {}


def test_without_a_match_the_keys_are_there_and_null(service: Service) -> None:
    body = report_json(service.verify(Question(ABSENT)))
    assert body["verdict"]["code"] == "not_found"
    assert [body[k] for k in ("match", "source", "corrected_quote", "citation")] == [None] * 4


@pytest.mark.parametrize(
    ("body", "pointer", "code", "why"),
    [
        ({}, "/quote", "required", "a question without a quote is none"),
        ({"quote": None}, "/quote", "required", "null is absent"),
        ({"quote": 5}, "/quote", "wrong-type", "a number is no quote"),
        ({"quote": "a", "owner": "b"}, "/owner", "unknown-field", "unknown fields are refused"),
        ({"quote": "a", "verdict": "x"}, "/verdict", "unknown-field", "nobody sets the verdict"),
        ({"quote": "a", "max_matches": 0}, "/max_matches", "out-of-range", "none is no list"),
        ({"quote": "a", "max_matches": "5"}, "/max_matches", "wrong-type", "no text for numbers"),
        ({"quote": "a", "speaker": "x" * 301}, "/speaker", "too-long", "a name, not a page"),
        ({"quote": "a", "speaker": "\ud800"}, "/speaker", "not-text", "no store can write it"),
        ({"quote": "a", "keep": True}, "/keep", "invalid", "said, rather than silently not kept"),
        ({"quote": "a", "keep": 0}, "/keep", "wrong-type", "nought is not no"),
        ([], "", "wrong-type", "a list is no question"),
        ("text", "", "wrong-type", "neither is text"),
    ],
)
def test_a_wrong_field_is_named(body: Any, pointer: str, code: str, why: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        load_question(body)
    assert [fault[:2] for fault in refused.value.faults] == [(pointer, code)], why


def test_a_quote_in_the_place_of_a_name_is_not_repeated() -> None:
    with pytest.raises(InvalidRequest) as refused:
        load_question({"quote": "a", "We will carry the books": 1})
    assert "books" not in str(refused.value.faults)


def test_null_and_empty_mean_absent() -> None:
    asked = load_question({"quote": "a b c", "speaker": None, "date": "", "max_matches": None})
    assert asked == Question("a b c")
    assert replace(asked, limit=7).limit == 7
