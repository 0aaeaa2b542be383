"""One row's answer: what every other door gives, stored and read back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from corpus.errors import InvalidRequest
from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from verifier.exchange.schemas import report_json
from verifier.jobs.answering import answer_row
from verifier.jobs.answers import (
    Head,
    head_of,
    json_of,
    line_of,
    lost,
    packed,
    read_back,
    unreadable,
)
from verifier.report import Action, Report, VerdictCode
from verifier.service import Question, Service
from verifier.serving.problems import Problem


def without_times(report: dict[str, Any]) -> dict[str, Any]:
    kept = {k: v for k, v in report.items() if k not in ("id", "row_id")}
    return kept | {"engine": {**report["engine"], "took_ms": 0}}


@pytest.mark.parametrize("quote", [VERBATIM, ALTERED, RENDERED, ABSENT])
def test_a_row_gets_the_report_of_the_other_doors(service: Service, quote: str) -> None:
    answer = answer_row(service, {"quote": quote, "speaker": "Ada Lindqvist"}, 20_000)
    found, body = json_of(answer)
    direct = service.verify(Question(quote, speaker="Ada Lindqvist", limit=20_000))
    assert found
    assert without_times(json.loads(body)) == json.loads(
        json.dumps(without_times(report_json(direct)))
    )
    back = read_back(answer)
    assert isinstance(back, Report)
    assert json.loads(json.dumps(report_json(back))) == json.loads(body)
    head = head_of(answer)
    assert (head.failed, head.version) == (False, direct.scope.corpus_version)
    assert head.fine is (direct.verdict.action == "ok")
    assert head.verdict == direct.verdict.code


@pytest.mark.parametrize("code", VerdictCode)
def test_every_verdict_is_counted_without_unpacking(service: Service, code: VerdictCode) -> None:
    """Switched off: a verdict that is not in `_VERDICTS`, or there twice."""
    report = service.verify(Question(VERBATIM))
    other = replace(report, verdict=replace(report.verdict, code=code, action=Action.REVIEW))
    assert head_of(packed(other)) == Head(False, False, report.scope.corpus_version, code.value)


def test_an_answer_that_was_stored_without_its_verdict_is_read(service: Service) -> None:
    answer = answer_row(service, {"quote": VERBATIM}, 20_000)
    earlier = bytes([answer[0] & 3]) + answer[1:]
    assert head_of(earlier) == replace(head_of(answer), verdict=None)
    assert read_back(earlier) == read_back(answer)


class Stumbling:
    """A service that fails as no service should."""

    def verify(self, question: Question) -> Any:
        raise ZeroDivisionError(question.quote)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"quote": ""}, "quote-empty"),
        ({"quote": 5}, "invalid-request"),
        ({}, "invalid-request"),
        ({"quote": "x" * 21}, "quote-too-long"),
        ({"quote": "\ud800 we fight"}, "quote-unreadable"),
        ({"quote": "we fight", "date": "someday"}, "invalid-request"),
    ],
)
def test_what_is_wrong_with_a_row_is_its_problem(
    service: Service, body: dict[str, object], kind: str
) -> None:
    answer = answer_row(service, body, 20)
    back = read_back(answer)
    assert isinstance(back, Problem)
    assert (back.type, back.status) == (kind, 422)
    assert head_of(answer).failed


def test_whatever_goes_wrong_stays_with_the_row() -> None:
    answer = answer_row(Stumbling(), {"quote": "the secret words"}, 20)  # type: ignore[arg-type]
    back = read_back(answer)
    assert isinstance(back, Problem)
    assert back.type == "internal"
    assert b"secret" not in json_of(answer)[1]


@pytest.mark.parametrize("row_id", ["a", 7, None, ["x"], 'q"uote', "ü\ud800"])
def test_a_line_is_the_answer_with_the_id_of_the_row(service: Service, row_id: object) -> None:
    answer = answer_row(service, {"quote": VERBATIM}, 20_000)
    line = json.loads(line_of(row_id, answer))
    shown = row_id if row_id != "ü\ud800" else "ü?"
    assert next(iter(line.items())) == ("row_id", shown)
    assert line["verdict"]["code"] == "verbatim"
    fault = unreadable(InvalidRequest([("", "ragged", "It has 1 cell.")]))
    bad = json.loads(line_of(row_id, fault))
    assert list(bad) == ["row_id", "problem"]
    assert bad["problem"]["errors"][0]["code"] == "ragged"
    assert line_of(row_id, answer).endswith(b"\n")


def test_what_nobody_lived_to_answer_is_a_problem() -> None:
    back = read_back(lost())
    assert isinstance(back, Problem)
    assert (back.type, back.status) == ("internal", 500)
