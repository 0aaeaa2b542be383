"""A kept body becomes the report it was."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from verifier.exchange.revive import revive
from verifier.exchange.schemas import report_json
from verifier.service import Question, Service

STITCHED = "We did not build this library ... we will carry the books up the stairs"


@pytest.mark.parametrize("quote", [VERBATIM, ALTERED, RENDERED, ABSENT, STITCHED, "library"])
def test_writing_reading_and_writing_again_gives_the_same(service: Service, quote: str) -> None:
    report = service.verify(Question(quote, speaker="Ada Lindqvist", date="2023"))
    body = json.loads(json.dumps(report_json(report)))
    again = revive(body)
    assert json.loads(json.dumps(report_json(again))) == body
    assert again.verdict == report.verdict or report.verdict.context
    assert again.match == report.match


def test_a_body_of_another_version_is_read_as_far_as_it_goes(service: Service) -> None:
    body = json.loads(json.dumps(report_json(service.verify(Question(ALTERED)))))
    del body["translation"], body["nearest"], body["links"], body["source"]["publisher"]
    body["something_new"] = {"a": 1}
    report = revive(body)
    assert (report.translation, report.nearest, report.links.self) == (None, (), None)
    assert report.source is not None
    assert report.source.publisher is None


def test_a_body_without_its_heart_is_refused() -> None:
    with pytest.raises(ValueError, match="claim"):
        revive({"id": "x", "created_at": "y"})
