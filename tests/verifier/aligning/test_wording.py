"""Every rule of wording, asked as a caller asks: on a small corpus, through the service."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.models import DraftSource
from corpus.text.tokens import terms
from tests.gold.homes import (
    ADA,
    CLOSING,
    LATER,
    OTHER,
    TOMAS,
    filler,
    harbour_drafts,
    service_behind,
    service_on,
    talk,
)
from verifier.aligning.wording import final_marks, is_question, similarity
from verifier.report import Counts, Reason, Report, VerdictCode
from verifier.service import Question, Service


@pytest.fixture(scope="module")
def harbour() -> Iterator[Service]:
    with service_on(harbour_drafts()) as service:
        yield service


def ask(service: Service, quote: str, **fields: str) -> Report:
    return service.verify(Question(quote, **fields))


BOATS = "We bought four wooden boats from a widow in the next village"
VERBATIM = [
    (BOATS, "a part of a sentence"),
    (f"“{BOATS}.”", "outer marks and a final stop"),
    ("... " + BOATS + " ...", "dots around it"),
    ("[w]e bought four wooden boats from a widow", "the case of the first letter, in brackets"),
    ("we bought four wooden boats from a widow", "and without"),
    ("Why did the council never pay for the lanterns?", "a question that stays one"),
    ("We never closed the gate at night, um, because the fishermen came home", "fillers and all"),
    ("We\u2019re the last of the cafe\u0301 owners", "typography and composed letters"),
    ("We bought four\u00a0wooden boats\nfrom a widow", "white space"),
    ("We bought four wood\u00aden boats from a widow", "a soft hyphen"),
    ("Ada Lindqvist: The harbour opened before the railway came.", "a label of a known speaker"),
    ("我们修建这座图书馆，不是为了十二位安静的读者。", "Chinese"),
    ("我们修建这座\n图书馆，不是为了十二位安静的读者", "a line break is nothing in Chinese"),
]
PUNCTUATION = [
    ("We bought four wooden boats; from a widow, in the next village", "commas"),
    ("WE BOUGHT FOUR WOODEN BOATS FROM A WIDOW", "capitals"),
    ("We bought Four wooden boats from a widow", "one capital inside"),
    ("Why did the council never pay for the lanterns.", "a question mark lost"),
    ("My father repaired them with rope and tar?", "a question mark gained"),
    ("the railway came we bought four wooden boats", "over the end of a sentence"),
    ("我们修建这座图书馆。不是为了十二位安静的读者。", "Chinese"),
]
MARKED = [
    ("We bought four wooden boats … and nobody asked us for a receipt", "an ellipsis"),
    ("We bought four wooden boats [...] nobody asked us for a receipt", "in brackets"),
    ("We bought four wooden boats from [her] in the next village", "a bracket for a word"),
    ("We bought four wooden boats [sic] from a widow", "sic"),
    ("“We bought four wooden boats,” she said, “from a widow in the next village.”",
     "an interruption"),
    ("The dredger arrived late … and the channel stayed shallow", "75 words at an ellipsis"),
    ("The chandler sold us [a set of] mooring lines yesterday", "8 words at a bracket"),
    ("“Every winter the ice breaks,” she said, “the smaller moorings … along the eastern quay”",
     "two marks of different kinds"),
]  # fmt: skip
NOT_MARKED = [
    ("The customs house burned down … and the archive was lost", "76 words at an ellipsis"),
    ("The cooper sold us [a set of] water barrels for ever yesterday", "9 words at a bracket"),
    ("“We bought four wooden boats,” she said, “in the next village today.”",
     "words missing at an interruption"),
    ("nobody asked us for a receipt … We bought four wooden boats", "the other order"),
    ("We bought five wooden boats … and nobody asked us for a receipt", "a changed word"),
]  # fmt: skip
STITCHED = [
    ("Every winter the ice breaks the smaller moorings. The old pilots counted the waves before "
     "they crossed the bar.", 2, "two speakers"),
    ("Every winter the ice breaks the smaller moorings … The old pilots counted the waves before "
     "they crossed the bar.", 2, "two speakers, with an ellipsis"),
    ("The old pilots counted the waves before they crossed the bar. The ferry carried flour and "
     "letters to the islands.", 2, "reversed order"),
    ("nobody asked us for a receipt … We bought four wooden boats", 2,
     "reversed, with an ellipsis"),
    ("The customs house burned down … and the archive was lost", 2, "too far for its ellipsis"),
    ("Nine cranes collapsed that autumn because the foundations sank", 2,
     "too far without an ellipsis"),
    ("We bought four wooden boats from a widow. The lighthouse keeper wrote every storm into a "
     "blue ledger.", 2, "two sources"),
    ("The harbour opened before the railway came. My father repaired them with rope and tar. The "
     "old pilots counted the waves.", 3, "three places"),
    ("河水上涨的时候，我们把书搬上楼。我们修建这座图书馆，不是为了十二位安静的读者。", 2,
     "Chinese"),
]  # fmt: skip
ABRIDGED = [
    ("We bought four wooden boats and nobody asked us for a receipt", "a phrase"),
    ("Seven pilots resigned that spring because the tower went dark", "25 words in one gap"),
    ("Every winter the ice breaks moorings along the eastern quay", "two words"),
    (
        "We never closed the gate because the fishermen came home at three in the morning",
        "a phrase and a filler",
    ),
    ("我们修建图书馆，不是为了十二位安静的读者", "Chinese"),
]
TIDIED = [
    ("We never closed the gate at night, because the fishermen came home at three", "a filler"),
    ("You know, the herring paid for 40 percent of the school", "a word said twice"),
    ("You know, the the herring paid for 40% of the school", "the percent sign"),
    ("You know, the the herring paid for 40 per cent of the school", "per cent"),
    ("You know, the the herring paid for forty percent of the school", "a number in words"),
    ("the school, and we will not forget it", "a contraction"),
    ("We bought 4 wooden boats from a widow in the next village", "a number in digits"),
    ("I painted the color of the hull myself", "spelling"),
    ("I painted colour of the hull myself", "an article lost"),
    ("We're the last of the cafe owners", "a diacritic"),
    ("My father repaired them with the rope and tar", "an article added"),
    ("我們修建這座圖書館，不是為了十二位安靜的讀者", "traditional characters"),
]  # fmt: skip
ALTERED = [
    ("We bought four wooden boats from a widow in the next town", "the last word"),
    ("They bought four wooden boats from a widow in the next village", "the first word"),
    ("We bought four wooden boats from a rich widow in the next village", "a word added"),
    ("We did not buy four wooden boats from a widow in the next village", "a negation"),
    ("We bought five wooden boats from a widow in the next village", "a number"),
    ("You know, the the herring paid for 40 percentage points of the school", "points"),
    ("The ferry carried flour and letters to the islands thrice every week", "two words"),
    ("我们修建这座图书馆，不是为了十二位吵闹的读者", "Chinese"),
]
PARAPHRASED = [
    (
        "Nobody asked the widow of the village for receipts of those wooden boats we bought",
        "the same content in other words",
    ),
    ("the moorings on the quay break in the icy winters", "stems, not forms"),
]
ABSENT = [
    ("Purple elephants negotiate quietly beneath the marble aqueduct", "other words"),
    ("Zwölf Elefanten verhandeln leise unter dem marmornen Aquädukt", "German"),
    ("十二只大象在水渠下面悄悄谈判", "Chinese"),
]
TABLE = [
    *((VerdictCode.VERBATIM, q, w) for q, w in VERBATIM),
    *((VerdictCode.VERBATIM_PUNCTUATION, q, w) for q, w in PUNCTUATION),
    *((VerdictCode.MARKED_EDITS, q, w) for q, w in MARKED),
    *((VerdictCode.ABRIDGED_UNMARKED, q, w) for q, w in ABRIDGED),
    *((VerdictCode.MINOR_CHANGES, q, w) for q, w in TIDIED),
    *((VerdictCode.ALTERED_WORDING, q, w) for q, w in ALTERED),
    *((VerdictCode.PARAPHRASE, q, w) for q, w in PARAPHRASED),
    *((VerdictCode.NOT_FOUND, q, w) for q, w in ABSENT),
    *((VerdictCode.STITCHED, q, w) for q, _, w in STITCHED),
]


@pytest.mark.parametrize(("code", "quote", "why"), TABLE)
def test_the_first_rule_that_holds_is_the_verdict(
    harbour: Service, code: VerdictCode, quote: str, why: str
) -> None:
    assert ask(harbour, quote).verdict.code is code, why


@pytest.mark.parametrize(("quote", "why"), NOT_MARKED)
def test_a_mark_of_editing_excuses_only_what_it_may(harbour: Service, quote: str, why: str) -> None:
    code = ask(harbour, quote).verdict.code
    assert code not in (VerdictCode.VERBATIM, VerdictCode.VERBATIM_PUNCTUATION), why
    assert code is not VerdictCode.MARKED_EDITS, why


@pytest.mark.parametrize(("quote", "pieces", "why"), STITCHED)
def test_a_joined_quote_shows_every_place(
    harbour: Service, quote: str, pieces: int, why: str
) -> None:
    report = ask(harbour, quote)
    assert report.match is not None
    assert len(report.match.pieces) == pieces, why
    assert report.verdict.headline == f"Joined from {pieces} separate places"
    longest = max(len(terms(p.exact)) for p in report.match.pieces)
    assert len(terms(report.match.exact)) == longest
    assert report.match.exact in [p.exact for p in report.match.pieces]


def one_turn(text: str) -> list[DraftSource]:
    """A source in which one person says one thing."""
    return talk(text, Speaker="Mira Castellan")


def changed(words: list[str], many: int) -> str:
    """The words with so many of them replaced, spread evenly over the inside."""
    step = (len(words) - 2) / max(1, many)
    at = {1 + int(k * step) for k in range(many)}
    assert len(at) == many
    return " ".join(f"new{k}" if k in at else w for k, w in enumerate(words))


TWENTY = filler(20, "reed").split()
SIDES = [filler(5, "oar").split(), filler(5, "tar").split()]


def sides(between: int) -> str:
    return " ".join([*SIDES[0], *filler(between, "wax").split(), *SIDES[1]])


SIDES_CLAIM = " ".join([*SIDES[0][:2], "new", *SIDES[0][3:], *SIDES[1]])
TALE = "The baker hid golden thimbles beneath seven sleeping donkeys."
LIMITS = [
    # source, claim, holds, code, why
    (" ".join(TWENTY), changed(TWENTY, 7), True, VerdictCode.ALTERED_WORDING,
     "65 of 100 words kept"),
    (" ".join(TWENTY), changed(TWENTY, 8), False, VerdictCode.ALTERED_WORDING, "60 of 100"),
    (sides(5), SIDES_CLAIM, True, VerdictCode.ALTERED_WORDING, "a place 1.5 times as long"),
    (sides(6), SIDES_CLAIM, False, VerdictCode.ALTERED_WORDING, "1.6 times as long"),
    ("Kettles that she mended whistled over the whole eastern breakwater.",
     "Kettles whistled over the whole eastern breakwater", True, VerdictCode.ABRIDGED_UNMARKED,
     "3 words beside one kept word"),
    ("Lanterns that my uncle carved glowed over the whole western breakwater.",
     "Lanterns glowed over the whole western breakwater", False, VerdictCode.ABRIDGED_UNMARKED,
     "4 words beside one kept word"),
    ("Old lanterns that my uncle carved glowed over the whole western breakwater.",
     "Old lanterns glowed over the whole western breakwater", True, VerdictCode.ABRIDGED_UNMARKED,
     "4 words beside two"),
    (TALE, "Sleeping donkeys carried thimbles across frozen mountains", True,
     VerdictCode.PARAPHRASE, "3 of 6 stems, two of them beside each other"),
    (TALE, "Donkeys carried thimbles across frozen mountains", False, VerdictCode.PARAPHRASE,
     "2 of 5 stems, far from each other"),
    (TALE, "Sleeping donkeys carried seven cloaks across deep frozen northern mountains", False,
     VerdictCode.PARAPHRASE, "3 of 9 stems"),
    (f"{TALE[:-1]} and eleven {filler(20)}.", "Donkeys and thimbles, sleeping bakers, mountains",
     True, VerdictCode.PARAPHRASE, "4 of 5 stems of a sentence that says much more"),
    (f"{TALE[:-1]} and eleven {filler(20)}.", "Donkeys and thimbles, sleeping on cold mountains",
     False, VerdictCode.PARAPHRASE, "3 of 5 stems of such a sentence"),
    (TALE, "Thimbles and a donkey under mountains", False, VerdictCode.PARAPHRASE,
     "2 of 3 stems: too few to tell"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "claim", "holds", "code", "why"), LIMITS)
def test_a_rule_holds_up_to_its_limit_and_not_beyond(
    source: str, claim: str, holds: bool, code: VerdictCode, why: str
) -> None:
    with service_on(one_turn(source)) as service:
        assert (ask(service, claim).verdict.code is code) is holds, why


def test_a_quote_ends_with_whole_words(harbour: Service) -> None:
    assert ask(harbour, "I think so").verdict.code is not VerdictCode.VERBATIM
    assert ask(harbour, "I think some").verdict.code is VerdictCode.VERBATIM


UNDECIDED = [
    ("never", "one word"),
    ("the old", "two words"),
    ("我们修", "three Chinese characters are one word and a half"),
]


@pytest.mark.parametrize(("quote", "why"), UNDECIDED)
def test_too_few_words_decide_nothing(harbour: Service, quote: str, why: str) -> None:
    verdict = ask(harbour, quote).verdict
    assert (verdict.code, verdict.reason) == (
        VerdictCode.INCONCLUSIVE,
        Reason.TOO_SHORT_OR_COMMON,
    ), why
    assert verdict.headline == "Could not decide: too short or too common"


def test_a_common_phrase_in_two_places_decides_nothing_and_counts_them() -> None:
    phrase = "It is what it is."
    turns = (
        f"Ida Brandt: {phrase}",
        f"Jonas Falk: {phrase} We left.",
        "Ida Brandt: Yes.",
        "Jonas Falk: No.",
    )
    with service_on(talk(*turns)) as service:
        report = ask(service, phrase)
        assert report.verdict.reason is Reason.TOO_SHORT_OR_COMMON
        assert report.match is not None
        assert report.other_matches.total == 1
        claimed = ask(service, phrase, speaker="Jonas Falk")
        assert claimed.verdict.code is VerdictCode.VERBATIM
        assert claimed.match is not None
        assert claimed.match.speaker == "Jonas Falk"


BEHIND = [
    (BOATS, VerdictCode.VERBATIM, None, "what is found word for word is found"),
    ("We bought four wooden boats; from a widow", VerdictCode.VERBATIM_PUNCTUATION, None,
     "this too"),
    ("We bought four wooden boats … and nobody asked us", VerdictCode.MARKED_EDITS, None,
     "and this"),
    ("We bought nine wooden boats from a widow in the next village", VerdictCode.INCONCLUSIVE,
     Reason.INDEX_REBUILDING, "a better place may be in what is missing"),
    ("Purple elephants negotiate quietly beneath the marble aqueduct", VerdictCode.INCONCLUSIVE,
     Reason.INDEX_REBUILDING, "what is not found may be there"),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "code", "reason", "why"), BEHIND)
def test_an_index_that_lags_never_says_not_found(
    quote: str, code: VerdictCode, reason: Reason | None, why: str
) -> None:
    with service_behind(talk(ADA, TOMAS, LATER, CLOSING), talk(OTHER, origin="b.txt")) as service:
        report = ask(service, quote)
    assert (report.verdict.code, report.verdict.reason) == (code, reason), why
    assert report.verdict.search.status == "index_rebuilding"
    assert "other places are not known" in report.verdict.sentence


MARKS = [
    (". And so", ".", False), ("?\" she", "?\"", True), (" and", "", False), ("", "", False),
    ("\u00a0? Oui", "?", True), ("\uff1f\u201d", "\uff1f\u201d", True), ("\u061f", "\u061f", True),
    (" ? Non", "?", True), ("!?", "!?", True), (", he", ",", False),
]  # fmt: skip


@pytest.mark.parametrize(("after", "marks", "asks"), MARKS)
def test_final_marks_stand_right_after_the_last_word(after: str, marks: str, asks: bool) -> None:
    assert final_marks(after) == marks
    assert is_question(marks) is asks


SIMILAR = [
    (Counts(10, 10, 0, 0, 0), 1.0), (Counts(10, 8, 1, 1, 0), 0.8), (Counts(10, 10, 0, 0, 5), 0.5),
    (Counts(4, 1, 3, 0, 9), 0.0), (Counts(0, 0, 0, 0, 0), 0.0),
]  # fmt: skip


@pytest.mark.parametrize(("counts", "expected"), SIMILAR)
def test_similarity_counts_what_differs_and_never_falls_below_nothing(
    counts: Counts, expected: float
) -> None:
    assert similarity(counts) == pytest.approx(expected)
