"""What must hold of every report, whatever was asked: read back from the store, not from memory."""

from __future__ import annotations

import dataclasses
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import QuoteEmpty, QuoteVerifierError
from corpus.text.sentences import sentence_spans
from corpus.text.tokens import terms
from tests.gold.homes import drafts_of_files, drafts_of_text, harbour_drafts, service_on
from verifier.models import Op
from verifier.report import Match, Report, VerdictCode
from verifier.service import Question, Service

NONSENSE = "zzqxv"
ONE_PLACE = frozenset(
    {
        VerdictCode.VERBATIM,
        VerdictCode.VERBATIM_PUNCTUATION,
        VerdictCode.MARKED_EDITS,
        VerdictCode.ABRIDGED_UNMARKED,
        VerdictCode.MINOR_CHANGES,
        VerdictCode.ALTERED_WORDING,
    }
)
RANK = [code for code in VerdictCode if code is not VerdictCode.INCONCLUSIVE]
NOT_NEUTRAL = re.compile(r"\b(true|false|fake|verified|confirmed|hallucinat\w*)\b|%", re.I)


def text_of(service: Service, passage_id: int) -> str:
    """The whole stored text that a passage belongs to."""
    (passage,) = service.home.store.passages([passage_id])
    return service.home.store.rendition_text(passage.rendition_id)


def place_faults(service: Service, match: Match, claim: str) -> Iterator[str]:
    """What a place says of its source that is not so."""
    text = text_of(service, match.passage_id)
    if text[match.start : match.end] != match.exact:
        yield "exact is no slice"
    if not text[: match.start].endswith(match.context_before):
        yield "context before"
    if not text[match.end :].startswith(match.context_after):
        yield "context after"
    quoted, at = match.selectors
    if text[at.start : at.end] != match.exact or quoted.exact != match.exact:
        yield "a selector finds other words"
    if (quoted.prefix, quoted.suffix) != (
        text[: match.start][-32:],
        text[match.end :][:32],
    ):
        yield "a selector has another surrounding"
    before = 0
    for piece in match.pieces:
        if text_of(service, piece.passage_id)[slice(*piece.source)] != piece.exact:
            yield "a piece is no slice"
        if not before <= piece.claim[0] < piece.claim[1] <= len(claim):
            yield "pieces of the claim are not in order"
        before = piece.claim[1]
    for gap in match.left_out:
        if text[slice(*gap.source)] != gap.text or gap.text not in match.exact:
            yield "left out words are no slice of the match"
    for step in match.alignment:
        stored, claimed = text[slice(*step.source)], claim[slice(*step.claim)]
        if (stored, claimed) != (step.source_text, step.claim_text):
            yield "a step is no slice"


def tiling_faults(report: Report) -> Iterator[str]:
    """What an alignment of one place does not rebuild."""
    match, verdict = report.match, report.verdict
    if match is None or verdict.code not in ONE_PLACE:
        return
    claim, steps = report.claim.text, match.alignment
    if "".join(s.source_text for s in steps) != match.exact:
        yield "the steps do not rebuild the source"
    quoted = claim[steps[0].claim[0] : steps[-1].claim[1]]
    if "".join(s.claim_text for s in steps) != quoted:
        yield "the steps do not rebuild the claim"
    pieces = [p for p in report.claim.pieces if p.kind.value == "quoted"]
    words = [w for p in pieces for w in terms(claim[p.start : p.end])]
    outside = terms(claim[pieces[0].start : steps[0].claim[0]]) + terms(
        claim[steps[-1].claim[1] : pieces[-1].end]
    )
    if outside:
        yield f"quoted words outside the steps: {outside}"
    counted = {op: [0, 0] for op in Op}
    for step in steps:
        counted[step.op][0] += len(terms(step.claim_text))
        counted[step.op][1] += len(terms(step.source_text))
    counts = verdict.counts
    if "[" not in claim:
        if len(words) != counts.claim_words:
            yield "claim words"
        if counts.equal != counted[Op.EQUAL][0] + counted[Op.FOLD][0]:
            yield "equal words do not follow from the steps"
        if counts.substituted + counts.deleted != counted[Op.REPLACE][1] + counted[Op.DELETE][1]:
            yield "replaced and left out words do not follow from the steps"
    changed = counts.substituted + counts.inserted + counts.deleted
    if abs(match.similarity - max(0.0, 1 - changed / counts.claim_words)) > 1e-3:
        yield "similarity does not follow from the counts"


def faults(service: Service, report: Report) -> list[str]:
    """Everything that is wrong with a report."""
    out: list[str] = []
    verdict, match, claim = report.verdict, report.match, report.claim.text
    counts = verdict.counts
    if counts.equal + counts.substituted + counts.inserted != counts.claim_words:
        out.append("counts do not add up")
    if verdict.code is VerdictCode.NOT_FOUND and (match or verdict.search.status != "complete"):
        out.append("not found with a match or without a complete search")
    if match is None and verdict.code not in (VerdictCode.NOT_FOUND, VerdictCode.INCONCLUSIVE):
        out.append("a verdict of a place without a place")
    if (verdict.reason is None) != (verdict.code is not VerdictCode.INCONCLUSIVE):
        out.append("a reason goes with inconclusive, and only with it")
    if (match is None) != (report.source is None) or (match is None and report.corrected_quote):
        out.append("source and correction go with a match")
    if match is not None and report.nearest:
        out.append("nearest places beside a match")
    if NOT_NEUTRAL.search(verdict.headline):
        out.append(f"headline: {verdict.headline}")
    if verdict.code in (VerdictCode.VERBATIM, VerdictCode.VERBATIM_PUNCTUATION):
        assert match is not None
        pieces = [p for p in report.claim.pieces if p.kind.value == "quoted"]
        plain = "".join(c for c in claim[pieces[0].start : pieces[-1].end] if c not in "[]")
        if terms(plain) != terms(match.exact):
            out.append("word for word, and other words")
    for place in [*([match] if match else []), *report.nearest]:
        out += place_faults(service, place, claim)
    out += tiling_faults(report)
    if match is not None and verdict.code is not VerdictCode.STITCHED:
        text = text_of(service, match.passage_id)
        out += ["a frame is no slice" for f in verdict.context if text[f.start : f.end] != f.text]
    for item in report.other_matches.items:
        if item.exact not in text_of(service, item.passage_id):
            out.append("another place is no slice")
    return out


@pytest.fixture(scope="module")
def harbour() -> Iterator[Service]:
    with service_on(harbour_drafts()) as service:
        yield service


def sentences(service: Service) -> list[str]:
    """The sentences of a corpus."""
    found = []
    for passage in service.home.store.iter_current_passages():
        found += [passage.text[a:b] for a, b in sentence_spans(passage.text)]
    return found


@pytest.fixture(scope="module")
def spoken(harbour: Service) -> list[str]:
    return [s for s in sentences(harbour) if len(terms(s)) > 3]


MARKS = [" … ", " [...] ", " [the] ", " [sic] ", "” she said, “", "—", ", ", ". ", " um ", " ",
         f" {NONSENSE} ", "\u200b", "\u00ad", "\n", " not ", "?", "“", "*", "\x00"]  # fmt: skip


@st.composite
def made_claims(draw: st.DrawFn) -> list[tuple[int, float, float, str, bool]]:
    """Stretches of sentences and what is put between them."""
    stretch = st.tuples(
        st.integers(0, 10_000), st.floats(0, 1), st.floats(0, 1), st.sampled_from(MARKS),
        st.booleans(),
    )  # fmt: skip
    return draw(st.lists(stretch, min_size=1, max_size=4))


def build(plan: list[tuple[int, float, float, str, bool]], spoken: list[str]) -> str:
    """A claim out of stretches of sentences."""
    out = ""
    for at, low, high, mark, upper in plan:
        words = re.findall(r"\S+|[\u4e00-\u9fff]", spoken[at % len(spoken)])
        first, last = sorted((int(low * len(words)), int(high * len(words))))
        part = ("" if words[0] >= "\u4e00" else " ").join(words[first : last + 1])
        out += (part.upper() if upper else part) + mark
    return out


def same_but_for_id_and_time(report: Report) -> dict[str, object]:
    body = dataclasses.asdict(report)
    return {k: v for k, v in body.items() if k not in ("id", "created_at", "engine")}


def shown(report: Report) -> str:
    """Everything in a report that speaks of the source."""
    body = dataclasses.asdict(report)
    kept = {k: body[k] for k in ("nearest", "corrected_quote", "citation", "source", "translation")}
    text = json.dumps([kept, body["other_matches"]], ensure_ascii=False)
    if report.match is not None:
        match = {k: v for k, v in body["match"].items() if k != "alignment"}
        steps = [s.source_text for s in report.match.alignment]
        text += json.dumps([match, steps], ensure_ascii=False)
    return text


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made_claims())
def test_what_must_hold_of_every_report_holds(
    harbour: Service, spoken: list[str], plan: list[tuple[int, float, float, str, bool]]
) -> None:
    quote = build(plan, spoken)
    try:
        report = harbour.verify(Question(quote))
    except QuoteEmpty:
        assert not terms(quote.replace("sic", "").replace("she said", "").replace("[the]", ""))
        return
    assert faults(harbour, report) == []
    assert report.claim.text == quote
    assert NONSENSE not in shown(report)
    again = harbour.verify(Question(quote))
    assert same_but_for_id_and_time(again) == same_but_for_id_and_time(report)
    assert again.id != report.id


def ask(service: Service, quote: str) -> Report | None:
    try:
        return service.verify(Question(quote))
    except QuoteVerifierError:
        return None


GOLD = ["traps", "traps_zh", "seeds", "frames"]


@pytest.mark.parametrize("name", GOLD)
def test_what_must_hold_holds_of_the_gold_sets(shared: Path, name: str) -> None:
    gold = shared / "data" / "gold"
    if name == "frames":
        lines = (gold / "frames.jsonl").read_text("utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        for row in rows:
            with service_on(drafts_of_text(f"{row['id']}.txt", row["source_text"])) as service:
                report = ask(service, row["quote"])
                assert report is not None
                assert faults(service, report) == [], row["id"]
        return
    files = [gold / name / "statement.txt"]
    claims = gold / name / "claims.jsonl"
    if name == "seeds":
        files, claims = sorted((shared / "data/seeds").glob("*.txt")), gold / "seed_claims.jsonl"
    wrong = {}
    with service_on(drafts_of_files(files)) as service:
        for line in claims.read_text("utf-8").splitlines():
            row = json.loads(line)
            report = ask(service, row["quote"])
            if report is not None and (found := faults(service, report)):
                wrong[row["id"]] = found
    assert wrong == {}


LONG = 8


def ever_worse(sentence: str, seed: int) -> Iterator[str]:
    """The sentence, then with one more word replaced each time."""
    words = sentence.split()
    order = list(range(len(words)))
    random.Random(seed).shuffle(order)
    yield " ".join(words)
    for many, at in enumerate(order):
        words[at] = f"{NONSENSE}{many}"
        yield " ".join(words)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_worse_quote_never_looks_better(
    harbour: Service, spoken: list[str], which: int, seed: int
) -> None:
    long = [s for s in spoken if s.isascii() and LONG <= len(s.split()) <= 40]
    rank, similar = 0, 1.0
    for quote in ever_worse(long[which % len(long)], seed):
        # declared: what is detected of ever stranger words changes, and with it the function words
        report = harbour.verify(Question(quote, language="en"))
        assert report.verdict.code is not VerdictCode.INCONCLUSIVE
        now = RANK.index(report.verdict.code)
        assert now >= rank, (quote, report.verdict.code)
        rank = now
        # a paraphrase has no alignment; the figure shown with it is a share of its content words
        if report.match is not None and report.verdict.code in ONE_PLACE:
            assert report.match.similarity <= similar + 1e-9, quote
            similar = report.match.similarity
    assert RANK[rank] is VerdictCode.NOT_FOUND
