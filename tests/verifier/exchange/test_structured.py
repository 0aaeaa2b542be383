"""Reports in the vocabulary of schema.org."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ABSENT, ALTERED, RENDERED
from verifier.exchange.structured import claim_review_draft, quotation
from verifier.service import Question, Service


def test_a_quotation_is_the_sources_wording_and_not_the_claims(service: Service) -> None:
    found = quotation(service.verify(Question(ALTERED, speaker="Somebody Else")))
    assert found is not None
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Quotation")
    assert "everyone" in found["text"]
    assert found["spokenByCharacter"]["name"] == "Ada Lindqvist"
    work = found["isPartOf"]
    assert (work["name"], work["datePublished"]) == ("Opening of the river library", "2023-05-12")
    assert "anyone" not in json.dumps(found)
    assert "Somebody Else" not in json.dumps(found)


def test_without_a_match_there_is_no_quotation(service: Service) -> None:
    assert quotation(service.verify(Question(ABSENT))) is None


@pytest.mark.parametrize("quote", [ALTERED, RENDERED, ABSENT])
def test_a_draft_of_a_claim_review_rates_nothing(service: Service, quote: str) -> None:
    draft = claim_review_draft(service.verify(Question(quote, speaker="X Y", date="2023")))
    assert draft["@type"] == "ClaimReview"
    assert draft["creativeWorkStatus"] == "Draft"
    assert draft["claimReviewed"] == quote
    assert draft["itemReviewed"]["author"]["name"] == "X Y"
    assert ("citation" in draft) is (quote != ABSENT)
    assert "rating" not in json.dumps(draft).lower()
