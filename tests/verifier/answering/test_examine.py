"""From a claim to the places that decide it: the first rule that holds anywhere wins."""

from __future__ import annotations

from itertools import pairwise

import pytest

from corpus.models import DraftSource
from tests.gold.homes import filler, service_on, talk
from verifier.report import Reason, Report, VerdictCode
from verifier.service import Question

EXACT = "The herring paid for the whole school and for half of the chapel."


def ask(drafts: list[DraftSource], quote: str, **fields: str) -> Report:
    with service_on(drafts) as service:
        return service.verify(Question(quote, **fields))


def many(*texts: str) -> list[DraftSource]:
    """One source a text, the earliest first."""
    return [
        d
        for k, text in enumerate(texts)
        for d in talk(
            text, origin=f"{k}.txt", title=f"Part {k}", date=f"20{k:02}", Speaker="Ida Brandt"
        )
    ]  # fmt: skip


PLACES = [
    ([EXACT.replace("whole", "entire"), EXACT], VerdictCode.VERBATIM, "1.txt",
     "a place word for word wins over an earlier one that differs"),
    ([EXACT.upper(), EXACT], VerdictCode.VERBATIM, "1.txt", "and over one in capitals"),
    ([EXACT.replace("herring", "herring, um,"), EXACT.replace("whole", "entire")],
     VerdictCode.MINOR_CHANGES, "0.txt", "a tidied place wins over an altered one"),
    ([EXACT.replace("school", "salmon"), EXACT.replace("half of the chapel", "a new red roof")],
     VerdictCode.ALTERED_WORDING, "0.txt", "fewer changes win"),
    ([EXACT.replace("herring", "herring and eels"), EXACT.replace("whole", "entire")],
     VerdictCode.ABRIDGED_UNMARKED, "0.txt", "left-out words go before changed ones"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "code", "origin", "why"), PLACES)
def test_the_best_rule_anywhere_is_the_verdict(
    texts: list[str], code: VerdictCode, origin: str, why: str
) -> None:
    report = ask(many(*texts), EXACT)
    assert report.verdict.code is code, why
    assert report.source is not None
    assert report.source.origin == origin, why


def test_a_word_for_word_place_is_found_among_many_that_nearly_match() -> None:
    near = [EXACT.replace("chapel", f"chapel{k}").replace("half", "part") for k in range(60)]
    report = ask(many(*near[:40], EXACT, *near[40:]), EXACT)
    assert report.verdict.code is VerdictCode.VERBATIM
    assert report.source is not None
    assert report.source.origin == "40.txt"


def test_all_places_of_a_common_sentence_are_counted() -> None:
    report = ask(many(*[f"{EXACT} {filler(5, f'w{k}x')}" for k in range(30)]), EXACT)
    assert report.other_matches.total == 29


def test_a_long_passage_with_the_words_is_found_behind_many_that_have_them_in_pieces() -> None:
    words = EXACT.split()
    pieces = " ".join(f"{one} {other}" for one, other in pairwise(words))
    scattered = many(*[f"{pieces} number {k}" for k in range(40)])
    short = talk(EXACT, origin="short.txt", Speaker="Ida Brandt")
    long = talk(f"{filler(90)}. {EXACT} {filler(90)}.", origin="long.txt", Speaker="Jonas Falk")
    report = ask([*short, *scattered, *long], EXACT, speaker="Jonas Falk")
    assert report.verdict.code is VerdictCode.VERBATIM
    assert report.verdict.attribution.status == "same"
    assert report.other_matches.total == 1


@pytest.mark.parametrize(
    ("quote", "places", "why"),
    [
        ("the herring paid at last", 8, "few words"),
        ("the herring paid for the school and for half of the chapel", 8, "all of the first ones"),
    ],
)
def test_words_over_an_edge_are_counted_beside_many_that_hold_them(
    quote: str, places: int, why: str
) -> None:
    whole = many(*[f"{filler(5, f'w{k}x')}. {quote}." for k in range(places)])
    first, rest = " ".join(quote.split()[:3]), " ".join(quote.split()[3:])
    over = f"Ida Brandt: {filler(40)}. Now {first}\n\n{rest} {filler(40)}."
    edge = talk(over, "Host: No.", origin="edge.txt")
    assert ask([*whole, *edge], quote).other_matches.total == places, why


def test_a_quote_over_two_passages_of_a_turn_is_whole() -> None:
    text = f"{filler(40)}. The herring paid for the whole school\n\nand for half of the chapel."
    assert ask(many(text), EXACT).verdict.code is VerdictCode.VERBATIM


def test_a_quote_over_two_turns_has_no_single_place() -> None:
    turns = ["Ida Brandt: The herring paid for the whole school",
    "Host: and for half of the chapel.",
             "Ida Brandt: Yes.", "Host: Good."]  # fmt: skip
    code = ask(talk(*turns), EXACT).verdict.code
    assert code not in (VerdictCode.VERBATIM, VerdictCode.VERBATIM_PUNCTUATION)


def test_headings_are_places_without_a_speaker() -> None:
    drafts = talk("Ida Brandt: Yes.", "Host: No.", "Ida Brandt: Well.", "Host: So.",
                  title="Seven herrings paid for the school")  # fmt: skip
    report = ask(drafts, "Seven herrings paid for the school", speaker="Ida Brandt")
    assert report.verdict.code is VerdictCode.VERBATIM
    assert report.verdict.attribution.status == "source_speaker_unknown"


RIVALS = [
    ("it was all of it", {}, VerdictCode.INCONCLUSIVE, "few content words in two places"),
    ("it was all of it", {"speaker": "Jonas Falk"}, VerdictCode.VERBATIM, "the speaker decides"),
    ("it was all of it", {"date": "2001"}, VerdictCode.VERBATIM, "the date decides"),
]


@pytest.mark.parametrize(("quote", "fields", "code", "why"), RIVALS)
def test_equally_good_places_of_few_words_decide_nothing(
    quote: str, fields: dict[str, str], code: VerdictCode, why: str
) -> None:
    drafts = [
        *talk("And it was all of it then.", origin="a.txt", date="2000", Speaker="Ida Brandt"),
        *talk("But it was all of it now.", origin="b.txt", date="2001", Speaker="Jonas Falk"),
    ]
    report = ask(drafts, quote, **fields)
    assert report.verdict.code is code, why
    if code is VerdictCode.INCONCLUSIVE:
        assert report.verdict.reason is Reason.TOO_SHORT_OR_COMMON
        assert report.match is not None
        assert report.other_matches.total == 1


COMMON = [
    ("the herring paid the school", VerdictCode.INCONCLUSIVE, "three content words"),
    ("the herring paid the old school", VerdictCode.VERBATIM, "four are rare enough"),
]


@pytest.mark.parametrize(("quote", "code", "why"), COMMON)
def test_a_rare_phrase_may_stand_in_several_places(quote: str, code: VerdictCode, why: str) -> None:
    drafts = many(f"And {quote} in spring.", f"But {quote} in autumn.")
    assert ask(drafts, quote).verdict.code is code, why


def test_nearest_places_are_at_most_three_and_no_match() -> None:
    kinds = "shoal pair line ring heap".split()
    texts = [f"A {kind} of herring swam past the old pier." for kind in kinds]
    report = ask(many(*texts), "Herring negotiate purple marble aqueducts quietly on Wednesdays")
    assert report.verdict.code is VerdictCode.NOT_FOUND
    assert report.match is None
    assert len(report.nearest) == 3
    assert all("herring" in place.exact for place in report.nearest)


def test_how_many_candidates_were_looked_at_is_said() -> None:
    report = ask(many(EXACT, "The herring left.", "Nothing of it."), EXACT)
    assert report.scope.candidates_examined in range(1, report.scope.passages + 1)


TWICE = (
    "Ida Brandt: It is rough here. We tied the nets. It is rough here.",
    "Jon Falk: I see.",
    "Ida Brandt: Good.",
    "Jon Falk: Yes.",
)


@pytest.mark.parametrize(
    ("turns", "fields", "code", "why"),
    [
        (TWICE, {"speaker": "Ida Brandt", "date": "2023-05-12"}, VerdictCode.VERBATIM,
         "whichever was meant, she said it that day"),
        (TWICE, {"speaker": "Ida Brandt"}, VerdictCode.VERBATIM, "or in that talk"),
        (TWICE, {}, VerdictCode.INCONCLUSIVE, "nobody is named for so few words"),
        (TWICE, {"speaker": "Jon Falk"}, VerdictCode.INCONCLUSIVE, "another one is named"),
        (TWICE, {"speaker": "Ida Brandt", "date": "2022-01-01"}, VerdictCode.INCONCLUSIVE,
         "she did not say it that day"),
        ((*TWICE[2:], "Ida Brandt: It is rough here.", "Jon Falk: It is rough here."),
         {"speaker": "Ida Brandt"}, VerdictCode.VERBATIM, "only one of two is hers"),
    ],
)  # fmt: skip
def test_few_words_are_decided_where_every_place_gives_the_same_answer(
    turns: tuple[str, ...], fields: dict[str, str], code: VerdictCode, why: str
) -> None:
    report = ask(talk(*turns), "It is rough here", **fields)
    assert report.verdict.code is code, why
    if code is VerdictCode.INCONCLUSIVE:
        assert report.verdict.reason is Reason.TOO_SHORT_OR_COMMON


def test_the_same_few_words_on_two_days_stay_undecided() -> None:
    """The speaker alone does not tell which occasion was meant."""
    report = ask(many("It is rough here.", "It is rough here."), "It is rough here",
                 speaker="Ida Brandt")  # fmt: skip
    assert report.verdict.code is VerdictCode.INCONCLUSIVE


def test_a_claim_of_words_that_are_nowhere_is_not_found() -> None:
    report = ask(many(EXACT), "Zyx wvut srqp onml kjih gfed")
    assert report.verdict.code is VerdictCode.NOT_FOUND
    assert report.match is None


def test_a_quote_with_half_of_its_words_replaced_leads_to_its_place() -> None:
    said = "so we went down to the water and they had all gone out before it was light"
    claim = "then we went off to those water and men had long gone home before she was cold"
    others = [
        f"they had the water and we had all of it before so it was to go out {filler(6, f'v{k}x')}"
        for k in range(40)
    ]
    report = ask(many(*others[:20], said, *others[20:]), claim)
    shown = report.match or report.nearest[0]
    assert shown.exact.startswith("so we went down to the water")
