"""The use cases: what can be asked, what is refused, and that no sign does harm."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from corpus.errors import (
    InvalidRequest,
    QuoteEmpty,
    QuoteTooLong,
    QuoteUnreadable,
    QuoteVerifierError,
)
from corpus.text.tokens import terms
from tests.gold.homes import (
    drafts_of_text,
    filler,
    harbour_drafts,
    service_behind,
    service_on,
    talk,
)
from verifier.policy import Policy
from verifier.report import Report, SearchStatus, VerdictCode
from verifier.service import Question, Service

BOATS = "We bought four wooden boats from a widow in the next village"


@pytest.fixture(scope="module")
def harbour() -> Iterator[Service]:
    with service_on(harbour_drafts()) as service:
        yield service


def ask(service: Service, quote: str, **fields: object) -> Report:
    return service.verify(Question(quote, **fields))  # type: ignore[arg-type]


REFUSED: list[tuple[str, dict[str, object], type[QuoteVerifierError], str]] = [
    ("", {}, QuoteEmpty, "nothing"),
    ("  \n\t ", {}, QuoteEmpty, "white space"),
    ("“ ”", {}, QuoteEmpty, "marks alone"),
    ("…", {}, QuoteEmpty, "dots alone"),
    ("\u200b\u200b\u202e", {}, QuoteEmpty, "nothing that can be seen"),
    ("a " * 2500 + "b", {}, QuoteTooLong, "5,001 characters"),
    ("\ufdfa" * 400, {}, QuoteTooLong, "5,000 characters once they are unfolded"),
    ("rope tar ice", {"limit": 11}, QuoteTooLong, "a limit of the caller's"),
    ("We bought \ud800 boats", {}, QuoteUnreadable, "half a character"),
    (BOATS, {"date": "the other day"}, InvalidRequest, "a date that cannot be read"),
]


@pytest.mark.parametrize(("quote", "fields", "error", "why"), REFUSED)
def test_what_cannot_be_asked_is_refused(
    harbour: Service,
    quote: str,
    fields: dict[str, object],
    error: type[QuoteVerifierError],
    why: str,
) -> None:
    with pytest.raises(error):
        ask(harbour, quote, **fields)


def test_five_thousand_characters_are_read(harbour: Service) -> None:
    assert ask(harbour, "a " * 2500).verdict.code is VerdictCode.NOT_FOUND


def test_an_error_of_one_question_does_not_stop_the_others(harbour: Service) -> None:
    answers = list(harbour.verify_many([Question(BOATS), Question(""), Question(BOATS)]))
    assert [type(a) for a in answers] == [Report, QuoteEmpty, Report]


SIGNS = [
    "fight NOT beaches", "t:x AND y:z", "NEAR(", "NEAR(lorry jam, 5)", '"', '"lorry"', "*", "lor*",
    "lorry~2", "[a TO z]", "{!func}", "+lorry -jam", "^lorry^2",
    "\\", "\\u0000", "(((", "AND OR NOT",
    "'; DROP TABLE sources; --", "1' OR '1'='1", "%s %d {0} {{}}", "<script>alert(1)</script>",
    "../../etc", "=cmd|' /C calc'!A0", "💥🎉🔥", "\x00 \x00 \x00", "a\x00b c d",
    "\ufffe\uffff x y z",
    "مرحبا بكم في المدينة القديمة", "שלום לכולם כאן", "नमस्ते दुनिया सब", "สวัสดีชาวโลก",
    "e\u0301" * 50, "a" + "\u0301" * 200, "\u202eedoc esrever si siht",
    "ＦＵＬＬ ＷＩＤＴＨ ＷＯＲＤＳ",
]  # fmt: skip


@pytest.mark.parametrize("quote", SIGNS)
def test_no_sign_has_a_meaning_for_the_machinery(harbour: Service, quote: str) -> None:
    try:
        report = ask(harbour, quote)
    except QuoteEmpty:
        assert not terms(quote)
        return
    assert report.claim.text == quote
    assert report.verdict.code in (
        VerdictCode.NOT_FOUND,
        VerdictCode.INCONCLUSIVE,
    )


SQL = ["'; DROP TABLE sources; --", "x' OR '1'='1", '"; SELECT 1', "%", "\x00", "\\", "{}", "𝕏"]


@pytest.mark.parametrize("field", ["speaker", "language", "source_id"])
@pytest.mark.parametrize("value", SQL)
def test_no_field_is_read_as_a_statement(harbour: Service, field: str, value: str) -> None:
    before = harbour.home.store.summary()
    report = ask(harbour, BOATS, **{field: value})
    assert report.verdict.code is VerdictCode.VERBATIM
    assert harbour.home.store.summary() == before


WHOLE = [
    ("We bo\u200bught fo\u200dur wooden bo\u2060ats from a wi\u00addow", "zero-width splits"),
    ("We bought four\x00 wooden boats from a widow", "a NUL byte"),
    ("\u202dWe bought four wooden boats from a widow\u202c", "direction marks"),
    ("Ｗｅ ｂｏｕｇｈｔ ｆｏｕｒ ｗｏｏｄｅｎ ｂｏａｔｓ", "full-width letters"),
]


@pytest.mark.parametrize(("quote", "why"), WHOLE)
def test_what_nobody_sees_hides_nothing(harbour: Service, quote: str, why: str) -> None:
    assert ask(harbour, quote).verdict.code is VerdictCode.VERBATIM, why


def test_invisible_characters_are_listed(harbour: Service) -> None:
    report = ask(harbour, "We bo\u200bught four wooden boats from a widow")
    assert [(n.code, n.text) for n in report.claim.normalizations] == [
        ("invisible_removed", "ZERO WIDTH SPACE")
    ]


def test_a_thousand_words_are_found_with_their_one_change() -> None:
    text = ". ".join(f"Line {k} says {filler(6, f'w{k}x')}" for k in range(120)) + "."
    with service_on(talk(text, Speaker="Ada Lindqvist")) as service:
        quote = text[:12_000].rsplit(". ", 1)[0]
        assert len(terms(quote)) >= 1000
        whole = service.verify(Question(quote, limit=20_000))
        other = service.verify(Question(quote.replace("w50x3", "zzz"), limit=20_000))
    assert whole.verdict.code is VerdictCode.VERBATIM
    assert whole.match is not None
    assert whole.match.exact + "." == quote + "."
    assert other.verdict.code is VerdictCode.ALTERED_WORDING
    assert other.verdict.headline.startswith("1 of ")


def test_a_quote_over_many_short_paragraphs_of_one_turn_is_whole() -> None:
    lines = [f"Row{k} held stone{k} firmly." for k in range(40)]
    with service_on(talk("\n\n".join(lines), Speaker="Ada Lindqvist")) as service:
        for first, many in ((0, 8), (3, 12), (5, 30)):
            report = ask(service, " ".join(lines[first : first + many]))
            assert report.verdict.code is VerdictCode.VERBATIM, (first, many)


ARABIC = "لم نبن هذا الجسر من أجل التجار بل من أجل الأطفال الذين يعبرون النهر"
RUSSIAN = "Мы не строили этот мост ради купцов, а ради детей у реки."
GERMAN = "Wir haben die Brücke für die Kinder gebaut, nicht für die Händler am Fluss."
FRENCH = "Nous n’avons pas bâti ce pont pour les marchands, mais pour l’école d’à côté."
CHINESE = "我们修这座桥，不是为了商人，而是为了过河上学的孩子们。"
LANGUAGES = [
    ("ar", ARABIC, ARABIC.replace("الأطفال", "الجنود"), ARABIC),
    ("ru", RUSSIAN, RUSSIAN.replace("детей", "солдат"), RUSSIAN.upper()),
    ("de", GERMAN, GERMAN.replace("Kinder", "Soldaten"), GERMAN.upper()),
    ("fr", FRENCH, FRENCH.replace("marchands", "soldats"), FRENCH.replace("’", "'")),
    ("zh", CHINESE, CHINESE.replace("孩子", "士兵"), CHINESE.replace("，", ",")),
]


@pytest.mark.parametrize(("language", "text", "changed", "same_words"), LANGUAGES)
def test_every_script_is_read(language: str, text: str, changed: str, same_words: str) -> None:
    with service_on(talk(text, language=language, Speaker="Ada Lindqvist")) as service:
        assert ask(service, text).verdict.code is VerdictCode.VERBATIM
        assert ask(service, changed).verdict.code is VerdictCode.ALTERED_WORDING
        again = ask(service, same_words).verdict.code
    assert again in (VerdictCode.VERBATIM, VerdictCode.VERBATIM_PUNCTUATION)


def test_the_same_question_gets_the_same_answer_but_for_id_and_time(harbour: Service) -> None:
    one, other = ask(harbour, BOATS), ask(harbour, BOATS)
    assert one.id != other.id
    assert (
        dataclasses.replace(one, id=other.id, created_at=other.created_at, engine=other.engine)
        == other
    )


def test_the_clock_the_policy_and_the_corpus_are_named() -> None:
    with service_on(harbour_drafts()) as inner:
        policy = dataclasses.replace(Policy(), version="test-7", silent_gap=2)
        now = datetime(2026, 1, 2, 12, 30, tzinfo=UTC)
        service = Service.open(inner.home, policy, now=lambda: now)
        report = ask(service, "We bought four wooden boats and nobody asked us for a receipt")
        summary = inner.home.store.summary()
    assert report.created_at == "2026-01-02T12:30:00Z"
    assert report.engine.policy == "test-7"
    assert report.verdict.code is not VerdictCode.ABRIDGED_UNMARKED
    assert (report.scope.corpus_version, report.scope.sources, report.scope.passages) == (
        summary.revision, summary.sources, summary.passages,
    )  # fmt: skip
    assert report.scope.languages == ("en", "zh")
    assert f"{summary.sources} sources" in report.scope.statement


def test_an_empty_corpus_finds_nothing_and_says_so() -> None:
    with service_on([]) as service:
        report = ask(service, BOATS)
    assert report.verdict.code is VerdictCode.NOT_FOUND
    assert report.verdict.headline == "These words are not in this corpus (0 sources)"
    assert report.scope.passages == 0


def test_a_withdrawn_source_is_not_found_any_more() -> None:
    with service_on(harbour_drafts()) as service:
        report = ask(service, BOATS)
        assert report.source is not None
        service.home.remove(report.source.id)
        assert ask(service, BOATS).verdict.code is not VerdictCode.VERBATIM


def test_the_search_is_reported_as_it_was(harbour: Service) -> None:
    assert ask(harbour, BOATS).verdict.search.status is SearchStatus.COMPLETE
    with service_behind(harbour_drafts(), talk("Nobody hears this.", origin="z.txt")) as service:
        search = ask(service, BOATS).verdict.search
    assert search.status is SearchStatus.INDEX_REBUILDING
    assert search.reasons


SPEAKERS = [
    ("Ada Lindqvist", "same", "the name"),
    ("Lindqvist", "same", "an alias"),
    ("Tomas Reiter", "different", "another speaker"),
    (None, "not_claimed", "nobody"),
    ("  ", "not_claimed", "white space is nobody"),
]


@pytest.mark.parametrize(("speaker", "status", "why"), SPEAKERS)
def test_the_claimed_speaker_is_compared(
    harbour: Service, speaker: str | None, status: str, why: str
) -> None:
    verdict = ask(harbour, BOATS, speaker=speaker).verdict
    assert verdict.attribution.status == status, why
    assert (verdict.action == "stop") is (status == "different")


DATES = [
    ("2023-05-12", "same"), ("12 May 2023", "same"), ("2023", "within_precision"),
    ("2023-05", "within_precision"), ("2022-05-12", "differs"), ("", "not_claimed"),
    (None, "not_claimed"),
]  # fmt: skip


@pytest.mark.parametrize(("date", "status"), DATES)
def test_the_claimed_date_is_compared(harbour: Service, date: str | None, status: str) -> None:
    assert ask(harbour, BOATS, date=date).verdict.date.status == status


def test_a_label_counts_as_the_claimed_speaker(harbour: Service) -> None:
    report = ask(harbour, f"Tomas Reiter: {BOATS}.")
    assert report.claim.speaker == "Tomas Reiter"
    assert report.verdict.attribution.status == "different"


def test_a_sentence_that_quotes_somebody_may_itself_be_the_quote() -> None:
    told = "The keeper shrugged. “The storm,” he said, “was late again.” He left."
    text = f"Title: The ledger\n\n{told}"
    with service_on(drafts_of_text("prose.txt", text)) as service:
        inner = ask(service, "“The storm,” he said, “was late again.”")
        whole = ask(service, "The keeper shrugged. “The storm,” he said, “was late again.”")
    assert inner.match is not None
    assert whole.match is not None
    assert whole.match.exact.startswith("The keeper shrugged")
    assert inner.verdict.code is VerdictCode.VERBATIM
    assert whole.verdict.code is VerdictCode.VERBATIM


def test_a_claimed_source_breaks_ties_and_is_no_filter() -> None:
    phrase = "The herring paid for the whole school and for half of the chapel."
    drafts = [
        *talk(phrase, origin="a.txt", Speaker="Ida Brandt"),
        *talk(phrase, origin="b.txt", Speaker="Ida Brandt"),
    ]
    with service_on(drafts) as service:
        wanted = service.home.store.find_source("b.txt").id
        chosen = ask(service, phrase, source_id=wanted)
        stray = ask(service, phrase, source_id="no such source")
    assert chosen.source is not None
    assert chosen.source.origin == "b.txt"
    assert stray.verdict.code is VerdictCode.VERBATIM
