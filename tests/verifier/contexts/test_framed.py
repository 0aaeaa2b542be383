"""What an ellipsis hides around the pieces it parts."""

from __future__ import annotations

import pytest

from tests.gold.homes import service_on, talk
from verifier.models import Context
from verifier.service import Question

N, C = Context.HEAD_HAS_NEGATION, Context.HEAD_HAS_CONDITION
R, TC = Context.HEAD_REPORTS_OTHERS, Context.TAIL_HAS_CONDITION
ROWS = [
    ("We met in spring. My neighbour says that the harbour will close soon.",
     "We met in spring … the harbour will close soon.", {R}, "a report is left out"),
    ("We met in spring. Perhaps the harbour will close soon.",
     "We met in spring … the harbour will close soon.", {C}, "a hedge is left out"),
    ("We met in spring. Nobody believes that the harbour will close soon.",
     "We met in spring … the harbour will close soon.", {N}, "a denial is left out"),
    ("We will close the harbour, unless the pilots come, and go home.",
     "We will close the harbour … and go home.", {TC, C}, "a limit is left out"),
    ("My neighbour says that the harbour, old as it is, will close soon.",
     "My neighbour says that the harbour … will close soon.", set(), "the report is kept"),
    ("We met in spring. Then the harbour will close soon.",
     "We met in spring … the harbour will close soon.", set(), "nothing governs"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "claim", "codes", "why"), ROWS)
def test_what_an_ellipsis_leaves_out_may_govern_the_next_piece(
    said: str, claim: str, codes: set[Context], why: str
) -> None:
    turns = (f"Ada Lindqvist: {said}", "Host: So.", "Ada Lindqvist: Yes.", "Host: Good.")
    with service_on(talk(*turns)) as service:
        report = service.verify(Question(claim))
    found = {f.code for f in report.verdict.context} & {N, C, R, TC}
    assert found == codes, why
    text = "\n\n".join(turns)
    for framing in report.verdict.context:
        assert framing.text in text
