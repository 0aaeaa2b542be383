"""Headline, sentence and action: neutral words that follow from the parts of a report."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest

from verifier.judging.verdict import IN_TRANSLATION, action, headline, sentence
from verifier.models import Context, Finding, Framing, Risk
from verifier.report import Action, Counts, Reason, SearchStatus, VerdictCode

COUNTS = Counts(10, 8, 1, 1, 3)
LOADED = re.compile(r"\b(true|false|fake|lie|verified|confirmed|hallucinat\w*|wrong)\b", re.I)

HEADLINES: list[tuple[VerdictCode, dict[str, Any], str]] = [
    (VerdictCode.VERBATIM, {}, "Word for word"),
    (VerdictCode.ALTERED_WORDING, {}, "5 of 10 words differ"),
    (VerdictCode.ALTERED_WORDING, {"characters": True}, "5 of 10 characters differ"),
    (VerdictCode.STITCHED, {"pieces": 3}, "Joined from 3 separate places"),
    (VerdictCode.NOT_FOUND, {"sources": 1}, "These words are not in this corpus (1 source)"),
    (VerdictCode.NOT_FOUND, {"sources": 4, "until": "2024-02"},
     "These words are not in this corpus (4 sources, to 2024-02)"),
    (VerdictCode.INCONCLUSIVE, {"reason": Reason.INDEX_REBUILDING},
     "Could not decide: the index is being rebuilt"),
    (VerdictCode.VERBATIM, {"translated": True}, f"Word for word – {IN_TRANSLATION}"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "facts", "line"), HEADLINES)
def test_a_headline_says_what_was_found(
    code: VerdictCode, facts: dict[str, Any], line: str
) -> None:
    assert headline(code, COUNTS, **facts) == line


@pytest.mark.parametrize(("code", "reason"), list(product(VerdictCode, [None, *Reason])))
def test_every_headline_is_neutral_and_has_no_percentage(
    code: VerdictCode, reason: Reason | None
) -> None:
    for translated in (True, False):
        line = headline(code, COUNTS, reason=reason, pieces=2, translated=translated)
        assert line
        assert not LOADED.search(line)
        assert "%" not in line
        assert (IN_TRANSLATION in line) is translated


def test_every_verdict_has_a_headline_of_its_own() -> None:
    assert len({headline(code, COUNTS, pieces=2) for code in VerdictCode}) == len(VerdictCode)
    given = [headline(VerdictCode.INCONCLUSIVE, COUNTS, reason=r) for r in Reason]
    assert len(set(given)) == len(Reason)


NOT = Finding(Risk.NEGATION, "", "not", "'not' is missing")
TENSE = Finding(Risk.TENSE, "was", "is", "'was' for 'is'")
NUMBER = Finding(Risk.NUMBER, "5", "4", "'5' for '4'")


def frame(code: Context) -> Framing:
    return Framing(code, 0, 1, "x")


def said(code: VerdictCode = VerdictCode.VERBATIM, **facts: Any) -> str:
    given: dict[str, Any] = {
        "findings": (), "frames": (), "where": "The channel", "speaker_note": None,
        "search": SearchStatus.COMPLETE,
    } | facts  # fmt: skip
    return sentence(code, given.pop("findings"), given.pop("frames"), **given)


SENTENCES: list[tuple[str, str, str]] = [
    (said(), "It stands in The channel.", "the place"),
    (said(VerdictCode.PARAPHRASE), "Closest passage: The channel.", "no place of its own"),
    (said(VerdictCode.STITCHED), "Its longest piece stands in The channel.", "one of several"),
    (said(VerdictCode.ALTERED_WORDING), "The closest wording stands in", "not the quote itself"),
    (said(VerdictCode.INCONCLUSIVE), "The first such place is in The channel.", "one of many"),
    (said(VerdictCode.NOT_FOUND, where=None),
     "That says nothing about texts outside this corpus.", "what silence means"),
    (said(findings=(NOT, NUMBER)), "Check meaning: 'not' is missing; '5' for '4'.",
     "what to check"),
    (said(frames=(frame(Context.HEAD_HAS_NEGATION),)), "negates it", "the frame"),
    (said(speaker_note="The source gives these words to Host."), "to Host.", "the speaker"),
    (said(search=SearchStatus.INDEX_REBUILDING), "other places are not known", "the search"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "part", "why"), SENTENCES)
def test_the_sentence_says_what_to_know_next(text: str, part: str, why: str) -> None:
    assert part in text, why
    assert not LOADED.search(text)


def decided(**facts: Any) -> Action:
    given: dict[str, Any] = {
        "code": VerdictCode.VERBATIM, "findings": (), "frames": (), "attribution": "same",
        "date": "same", "translation": "unknown", "apart": False, "keeps_question": False,
    } | facts  # fmt: skip
    return action(given.pop("code"), given.pop("findings"), given.pop("frames"), **given)


ACTIONS: list[tuple[Action, dict[str, Any], str]] = [
    (Action.OK, {}, "word for word"),
    (Action.OK, {"code": VerdictCode.VERBATIM_PUNCTUATION}, "punctuation"),
    (Action.OK, {"code": VerdictCode.MARKED_EDITS}, "marked edits"),
    (Action.OK, {"attribution": "not_claimed", "date": "not_claimed"}, "nobody claimed anything"),
    (Action.OK, {"date": "within_precision"}, "a date that fits"),
    (Action.OK, {"date": "source_undated"}, "a source without a date"),
    (Action.OK, {"frames": (frame(Context.STARTS_MID_SENTENCE),)}, "an honest partial quote"),
    (Action.OK, {"frames": (frame(Context.ENDS_MID_SENTENCE),)}, "an honest partial quote"),
    (Action.OK, {"frames": (frame(Context.QUESTION_IN_SOURCE),), "keeps_question": True},
     "a question kept"),
    (Action.OK, {"frames": (frame(Context.INSIDE_QUOTATION),)}, "the speaker's own quotation"),
    (Action.OK, {"translation": "original"}, "a declared original"),
    (Action.REVIEW, {"frames": (frame(Context.QUESTION_IN_SOURCE),)}, "a question lost"),
    (Action.REVIEW, {"frames": (frame(Context.INSIDE_QUOTATION),), "attribution": "not_claimed"},
     "a quotation of who knows whom"),
    *((Action.REVIEW, {"frames": (frame(c),)}, c.value) for c in list(Context)[:5]),
    (Action.REVIEW, {"findings": (TENSE,)}, "a difference of meaning"),
    (Action.REVIEW, {"date": "differs"}, "another date"),
    (Action.REVIEW, {"attribution": "quoted_by_source"}, "reported words"),
    (Action.REVIEW, {"attribution": "ambiguous_name"}, "two speakers of one name"),
    (Action.REVIEW, {"attribution": "source_speaker_unknown"}, "nobody's words"),
    (Action.REVIEW, {"translation": "translation"}, "a translation"),
    (Action.REVIEW, {"translation": "back_translation"}, "a translation back"),
    (Action.REVIEW, {"translation": "translation", "findings": (NOT,)},
     "what a translation says is not what was said"),
    (Action.REVIEW, {"code": VerdictCode.STITCHED}, "joined within one speaker"),
    *((Action.REVIEW, {"code": c}, c.value) for c in (
        VerdictCode.INCONCLUSIVE, VerdictCode.ABRIDGED_UNMARKED, VerdictCode.MINOR_CHANGES,
        VerdictCode.ALTERED_WORDING, VerdictCode.PARAPHRASE)),
    (Action.STOP, {"code": VerdictCode.STITCHED, "apart": True}, "joined over speakers"),
    (Action.STOP, {"code": VerdictCode.NOT_FOUND}, "not found"),
    (Action.STOP, {"attribution": "different"}, "somebody else"),
    (Action.STOP, {"attribution": "different", "translation": "translation"}, "somebody else, too"),
    (Action.STOP, {"findings": (NOT,)}, "a negation"),
    (Action.STOP, {"findings": (TENSE, NUMBER)}, "a number"),
    (Action.STOP, {"code": VerdictCode.ALTERED_WORDING, "findings": (NOT,)}, "a negation changed"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "facts", "why"), ACTIONS)
def test_the_action_follows_the_published_table(
    expected: Action, facts: dict[str, Any], why: str
) -> None:
    assert decided(**facts) is expected, why
