"""What to check, in short labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bridges import COST, FERRY_TRANSLATED, PAYS, PROMISE, bridge_service
from tests.conftest import PROJECT
from verifier.models import Risk
from verifier.service import Question, Service
from verifier.showing.chips import Chip, chips
from verifier.showing.phrases import RISKS

RENDERED = FERRY_TRANSLATED.rsplit("\n\n", 1)[1].strip()


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        (Question(PROMISE), [], "nothing was raised"),
        (
            Question(COST.replace("250", "350")),
            [Chip("number differs", "changes-title", "250,000", "350,000")],
            "both numbers, the source's first",
        ),
        (
            Question(COST.replace("not a cent", "a cent")),
            [Chip("negation missing", "changes-title", "not", "")],
            "a lost word has no counterpart",
        ),
        (
            Question(PAYS),
            [
                Chip("Words before the quote negate it", "cut-title"),
                Chip("The quote ends in the middle of a sentence", "cut-title"),
            ],
            "that it begins in the middle goes without saying",
        ),
        (
            Question(PROMISE, speaker="Ilse Brandt", date="2018"),
            [
                Chip("Said by Dana Whitlock in the source, not by Ilse Brandt", "source-title"),
                Chip("date differs", "source-title", "2019-03-14", "2018"),
            ],
            "who and when",
        ),
        (
            Question("the town that keeps its bridge keeps its doctor and its school"),
            [
                Chip("2 words left out without a mark", "changes-title"),
                Chip("The quote starts in the middle of a sentence", "cut-title"),
            ],
            "words that touch no meaning list are counted",
        ),
        (
            Question(f"{PROMISE} Mark that. Nobody believes that the old bridge will last another"),
            [
                Chip("Not in the source", "changes-title", "", "Mark that"),
                Chip("Joined from 2 places", "pieces-title"),
                Chip("The quote ends in the middle of a sentence", "cut-title"),
            ],
            "joined",
        ),
        (Question(RENDERED), [Chip("In a translation", "notice-title")], "not the speaker's words"),
    ],
)
def test_each_chip_says_what_to_check(
    bridge: Service, question: Question, expected: list[Chip], why: str
) -> None:
    assert chips(bridge.verify(question)) == expected, why


def test_every_chip_leads_to_a_part_of_the_page() -> None:
    page = Path(PROJECT / "verifier" / "templates" / "result.html").read_text("utf-8")
    parts = "changes cut source notice texts pieces"
    targets = {f"{part}-title" for part in parts.split()}
    assert all(f'id="{target}"' in page for target in targets)


def test_every_class_of_difference_has_a_word() -> None:
    assert set(RISKS) == set(Risk)
