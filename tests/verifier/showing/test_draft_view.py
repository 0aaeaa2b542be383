"""A checked draft as people see it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import QuoteEmpty, QuoteVerifierError
from tests.conftest import ABSENT, ALTERED, VERBATIM
from verifier.drafts.article import DraftCheck, find_quotations
from verifier.drafts.models import DraftKind, DraftQuotation
from verifier.service import Service
from verifier.showing.draft_view import by_need, items, needs_look, runs

DRAFT = (
    f"Ada Lindqvist said: “{VERBATIM}” Oscar Bell wrote: “{ABSENT}”\n\n"
    f"Later Ada Lindqvist said: “{ALTERED}” Her book “The Long Stairs” is out."
)


def told(error: QuoteVerifierError) -> tuple[str, str]:
    return type(error).__name__, "why"


def unanswered(text: str) -> list[DraftCheck]:
    """Every quotation of a draft with an error in place of its answer."""
    return [
        DraftCheck(q, error=QuoteEmpty() if q.is_checked else None) for q in find_quotations(text)
    ]


def test_what_needs_a_look_comes_first_and_titles_are_not_listed(service: Service) -> None:
    checks = service.verify_draft(DRAFT)
    shown = items(DRAFT, checks, told)
    ordered = [shown[index] for index in by_need(checks)]
    assert [(item.words, item.needs_look) for item in ordered] == [
        (ABSENT, True),
        (ALTERED, True),
        (VERBATIM, False),
    ]
    assert [item.number for item in ordered] == [2, 3, 1]
    assert [c.quotation.kind for c in checks].count(DraftKind.TITLE) == 1


@pytest.mark.parametrize("kind", [DraftKind.TITLE, DraftKind.SCARE_QUOTE])
def test_nobody_has_to_look_at_what_is_not_checked(kind: DraftKind) -> None:
    assert not needs_look(DraftCheck(DraftQuotation(0, 1, ((0, 1),), kind)))


def test_what_could_not_be_answered_stands_between_stop_and_review(service: Service) -> None:
    checks = list(service.verify_draft(DRAFT))
    checks[0] = DraftCheck(checks[0].quotation, error=QuoteEmpty())
    shown = items(DRAFT, checks, told)
    assert [shown[i].words for i in by_need(checks)] == [ABSENT, VERBATIM, ALTERED]
    assert (shown[0].headline, shown[0].report, shown[0].needs_look) == ("QuoteEmpty", None, True)


PARTS = [
    *("“It rains,” said Ada Vane. ", "\n\n", "> We will carry the books.\n", "the “new” plan "),
    *("「今天下雨。」林晓说。", "“It rains,” she said, “and it will.”", "“", "e\u0301 ", "\r\n"),
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_the_runs_joined_are_the_draft_and_every_quotation_opens_and_closes_once(
    text: str,
) -> None:
    checks = unanswered(text)
    shown = items(text, checks, told)
    found = list(runs(text, checks, shown))
    assert "".join(run.text for run in found) == text
    opened = [run.item.number for run in found if run.item and run.opens]
    closed = [run.item.number for run in found if run.item and run.closes]
    assert opened == closed == list(range(1, len(shown) + 1))
    asides = [run.aside for run in found if run.aside and run.opens]
    assert asides == list(range(1, len(checks) - len(shown) + 1))
