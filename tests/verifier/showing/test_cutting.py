"""What was cut off: the words around a match and inside it that a quote does without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bridges import COST, PAYS, PROMISE, bridge_service
from verifier.report import Match, Report
from verifier.service import Question, Service
from verifier.showing.cutting import cut_off, framed, running, shortened, stands_whole, surroundings
from verifier.showing.presentation import Run


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


def asked(service: Service, quote: str) -> tuple[Report, Match, str, str]:
    report = service.verify(Question(quote))
    match = report.match
    assert match is not None
    store = service.home.store
    first, last = match.start - len(match.context_before), match.end + len(match.context_after)
    rendition = store.passages([match.passage_id])[0].rendition_id
    return report, match, *running(match, store.passages_over(rendition, first, last))


@pytest.mark.parametrize(
    ("quote", "bold", "why"),
    [
        (PAYS, ["I would not say that", ", because bridges do not."], "the frame, both ends of it"),
        (
            "the work will begin in the autumn",
            ["If the council approves the plan in April,"],
            "the condition is one stretch, though two findings name it",
        ),
        (
            "the old bridge will last another winter",
            ["Nobody believes that"],
            "another clause that governs it",
        ),
        (
            "the town that keeps its bridge keeps its doctor and its school",
            ["But", "its baker"],
            "what is left out inside is bold, too",
        ),
        (
            "We have set aside 250,000 dollars … If the council approves the plan in April",
            ["for the bridge, and not a cent of it will go to banks.", ", the work will begin"],
            "what is left out at a mark, and the main clause",
        ),
        (PROMISE, [], "a whole sentence lacks nothing"),
    ],
)
def test_what_is_lost_stands_in_bold(
    bridge: Service, quote: str, bold: list[str], why: str
) -> None:
    report, match, before, after = asked(bridge, quote)
    found = [r.text for r in cut_off(match, before, after, report.verdict.context)]
    lost = [
        r.text for r in cut_off(match, before, after, report.verdict.context) if r.kind == "cut"
    ]
    assert len(lost) == len(bold), (why, lost)
    assert all(text.startswith(begin) for text, begin in zip(lost, bold, strict=True)), why
    stored = match.context_before + match.exact + match.context_after
    assert "".join(found).removesuffix(" …") in stored, why


def test_the_words_around_join_to_the_context(bridge: Service) -> None:
    report, _, before, after = asked(bridge, PAYS)
    found = surroundings(before, after, report.verdict.context)
    assert "".join(run.text for run in found.before) == before
    assert "".join(run.text for run in found.after) == after
    assert [r.text for r in found.before if r.kind == "cut"] == ["I would not say that"]


def test_lines_of_description_are_no_context(bridge: Service) -> None:
    _, match, before, after = asked(bridge, COST)
    assert "Publisher:" in match.context_before
    assert before == ""
    assert after.startswith(". If the council")


def test_a_context_that_breaks_off_says_so(bridge: Service) -> None:
    _, match, before, _ = asked(bridge, "the old bridge will last another winter")
    assert before.startswith("… ")
    assert before.removeprefix("… ") in match.context_before


def test_without_the_source_the_context_is_shown_as_the_report_has_it(bridge: Service) -> None:
    _, match, _, _ = asked(bridge, PAYS)
    assert running(match, ()) == (match.context_before, match.context_after)


def test_findings_that_turn_a_quote_are_named_once(bridge: Service) -> None:
    report, _, _, _ = asked(bridge, PAYS)
    assert framed(report.verdict.context) == ["Words before the quote negate it"]


@pytest.mark.parametrize(
    ("quote", "whole", "why"),
    [
        (PROMISE, True, "a sentence"),
        (COST.replace("250", "350"), True, "a sentence, with another number in it"),
        (PAYS, False, "the middle of a sentence"),
        ("… that two banks make to each other.", False, "dots say that the beginning is missing"),
        ("the town that keeps its bridge keeps its doctor and its school.", False, "a gap"),
        (f"{PROMISE} Nobody believes that the old bridge will last another winter.", False, "two"),
    ],
)
def test_nothing_is_cut_off_only_where_that_is_seen(
    bridge: Service, quote: str, whole: bool, why: str
) -> None:
    assert stands_whole(bridge.verify(Question(quote))) is whole, why


def test_long_stretches_without_a_difference_lose_their_middle() -> None:
    words = " ".join(f"word{n}" for n in range(200))
    runs = [Run("same", words), Run("removed", "mill"), Run("same", " and then")]
    found = shortened(runs)
    left = [run.text.split() for run in found[:3] if run.kind == "same"]
    assert found[1].text == f" [… {200 - sum(map(len, left))} words the same …] "
    assert words.startswith(found[0].text)
    assert words.endswith(found[2].text)
    assert found[3:] == runs[1:]
    assert shortened(runs[1:]) == runs[1:]
