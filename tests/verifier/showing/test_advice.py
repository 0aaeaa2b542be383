"""The top of an answer: the gravest axis, in words, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.bridges import COST, FERRY_TRANSLATED, PAYS, PROMISE, bridge_service
from verifier.report import OriginalReport, Report
from verifier.service import Question, Service
from verifier.showing.advice import action_words, speaker_line, top_family, top_lines

RENDERED = FERRY_TRANSLATED.rsplit("\n\n", 1)[1].strip()
SENTENCE = "I would not say that the bridge will pay for itself, because bridges do not."
OPENING = "It took longer than I said it would."
WINTER = "Nobody believes that the old bridge will last another winter."


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


def back_translated(report: Report, original: str) -> Report:
    """The report as it would be of a page that was translated back from English."""
    assert report.translation is not None
    found = replace(
        report.translation,
        status="back_translation",
        version_quoted="both",
        translators=(),
        original=OriginalReport(True, "s_1", None, original, 0, len(original), "en"),
    )
    return replace(report, translation=found)


@pytest.mark.parametrize(
    ("question", "colour", "word", "lines", "action", "why"),
    [
        (Question(PROMISE), "same", "Same words", [], "Nothing to object to in the wording", "ok"),
        (
            Question(PAYS),
            "differs",
            "Cut so that it may say something else",
            [f"In the source: “{SENTENCE}”"],
            "Look first: words were cut off that may turn it",
            "what stands around the words comes before their sameness",
        ),
        (
            Question(COST.replace("not a cent", "a cent")),
            "differs",
            "A word of denial differs: it may say the opposite",
            [f"In the source: “{SENTENCE}”"],
            "Stop: do not print as pasted: a negation is missing;"
            " words are left out without a mark",
            "a lost denial",
        ),
        (
            Question(PROMISE, speaker="Ilse Brandt"),
            "differs",
            "Another speaker",
            ["Said by Dana Whitlock in the source, not by Ilse Brandt."],
            "Stop: do not print as pasted: another speaker",
            "who says it comes before what it says",
        ),
        (
            Question(f"{PROMISE} Mark that. {WINTER}"),
            "differs",
            "Joined, with words that are not in the source",
            ["“Mark that” is not in the source."],
            "Look first: words of it are not in the source; joined from 2 places",
            "words of nobody",
        ),
        (
            Question(RENDERED),
            "cut",
            "A translation",
            [],
            "Look first: a translation, not the speaker's words",
            "a translator's words",
        ),
        (
            Question(PROMISE, date="2018"),
            "cut",
            "Look first",
            [],
            "Look first: another date than claimed",
            "the wording alone is no reason for green",
        ),
        (
            Question("Purple elephants negotiate beneath the marble aqueduct"),
            "none",
            "No place",
            [],
            "Stop: do not print as pasted: no such words were found",
            "nothing to compare with",
        ),
        (
            Question("Purple elephants negotiate beneath the aqueduct", speaker="Ada Lindqvist"),
            "none",
            "No place",
            [],
            "Stop: do not print as pasted: no such words were found",
            "no source is there that could be silent about the speaker",
        ),
    ],
)
def test_the_gravest_axis_leads(
    bridge: Service,
    question: Question,
    colour: str,
    word: str,
    lines: list[str],
    action: str,
    why: str,
) -> None:
    report = bridge.verify(question)
    top = top_family(report)
    assert (top.name, top.word) == (colour, word), why
    assert top_lines(report, SENTENCE) == lines, why
    assert action_words(report) == action, why


def test_words_that_were_translated_back_are_held_against_the_original(bridge: Service) -> None:
    report = bridge.verify(Question(RENDERED))
    changed = back_translated(report, RENDERED.replace("never", "hardly", 1))
    assert top_lines(changed, "") == [
        "Identical to the translation; the quote differs from the original in 1 word"
        " (original “hardly”, quote “never”)."
    ]
    assert top_family(changed).name == "differs"
    assert top_lines(back_translated(report, RENDERED), "") == [
        "The quote has the words of the original."
    ]


def test_a_speaker_who_is_the_claimed_one_is_no_news(bridge: Service) -> None:
    assert speaker_line(bridge.verify(Question(PROMISE, speaker="Dana Whitlock"))) == ""
