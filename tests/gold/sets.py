"""Every gold set: what is asked, and which rows come out right.

A set gives one outcome a row: ``(row id, verdict code, what fell short)``; an empty third field
means right. A row that cannot be answered counts as wrong.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import QuoteVerifierError
from corpus.models import DraftSource
from tests.gold.changes import Changed, one_word_changes, unchanged
from tests.gold.homes import (
    claim_of,
    drafts_of_files,
    drafts_of_rows,
    drafts_of_text,
    service_on,
)
from tests.gold.honest import honest
from tests.gold.salads import salads
from tests.gold.score import plain, shortcomings
from verifier.renditions.sameness import likeness
from verifier.report import Match, Report
from verifier.service import Question, Service

Row = dict[str, Any]
Judge = Callable[[Report], Report]
ACCEPTED = frozenset({"verbatim", "verbatim_punctuation", "marked_edits", "minor_changes"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row; right when nothing fell short."""

    id: str
    code: str
    short: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether all that was asked came out."""
        return not self.short


@cache
def rows(path: Path) -> tuple[Row, ...]:
    """The rows of a JSONL file, packed or not."""
    packed = path.read_bytes()
    plain_bytes = gzip.decompress(packed) if path.suffix == ".gz" else packed
    return tuple(json.loads(line) for line in plain_bytes.decode().splitlines())


def question(row: Row) -> Question:
    """A gold row as a caller would ask it."""
    return Question(row["quote"], speaker=row.get("speaker"), date=row.get("date"))


def claims(drafts: list[DraftSource], asked: tuple[Row, ...], judge: Judge) -> Iterator[Outcome]:
    """A set of claims against one corpus whose renditions are known, every asked field."""
    with service_on(drafts, woven=True) as service:
        for row in asked:
            report, error = answer(service, question(row))
            report = judge(report) if report else None
            short = shortcomings(row, report) if report else [error]
            yield Outcome(row["id"], code_of(report), tuple(short))


def as_it_is(report: Report) -> Report:
    """The judge of the project."""
    return report


def answer(service: Service, asked: Question) -> tuple[Report | None, str]:
    """The report, or the name of the error."""
    try:
        return service.verify(asked), ""
    except QuoteVerifierError as error:
        return None, type(error).__name__


def code_of(report: Report | None) -> str:
    """The verdict of a report, or ``error``."""
    return report.verdict.code.value if report else "error"


def first_place(report: Report | None) -> Match | None:
    """The match, or the first of the nearest passages."""
    if report is None:
        return None
    return report.match or (report.nearest[0] if report.nearest else None)


def traps(shared: Path, judge: Judge = as_it_is) -> Iterator[Outcome]:
    """37 hard claims against one statement."""
    folder = shared / "data/gold/traps"
    statement = drafts_of_files([folder / "statement.txt"])
    yield from claims(statement, rows(folder / "claims.jsonl"), judge)


def traps_zh(shared: Path, judge: Judge = as_it_is) -> Iterator[Outcome]:
    """9 hard claims against a Chinese statement."""
    folder = shared / "data/gold/traps_zh"
    statement = drafts_of_files([folder / "statement.txt"])
    yield from claims(statement, rows(folder / "claims.jsonl"), judge)


def seeds(shared: Path, judge: Judge = as_it_is) -> Iterator[Outcome]:
    """54 claims against the four seed documents."""
    files = sorted((shared / "data/seeds").glob("*.txt"))
    yield from claims(drafts_of_files(files), rows(shared / "data/gold/seed_claims.jsonl"), judge)


def frames(shared: Path, judge: Judge = as_it_is) -> Iterator[Outcome]:
    """40 clauses, each in its own sentence and its own corpus."""
    for row in rows(shared / "data/gold/frames.jsonl"):
        yield from claims(drafts_of_text(f"{row['id']}.txt", row["source_text"]), (row,), judge)


def _transcripts(shared: Path) -> list[DraftSource]:
    wanted = ("source", "text", "speaker", "date")
    turns = rows(shared / "data/transcripts/passages.jsonl.gz")
    return drafts_of_rows("transcripts.jsonl", [{k: t[k] for k in wanted} for t in turns])


def transcripts(shared: Path) -> Iterator[Outcome]:
    """Fact-checkers' quotes of at least 6 words: the gold sentence, or one as good, first."""
    with service_on(_transcripts(shared)) as service:
        for row in rows(shared / "data/transcripts/quotes.jsonl"):
            if len(row["quote"].split()) < 6:
                continue
            report, _ = answer(service, Question(row["quote"]))
            match = first_place(report)
            gold = row["gold_sentence"]
            right = match is not None and (
                _overlaps(match, gold) or _as_good(match, row["quote"], gold)
            )
            yield Outcome(row["id"], code_of(report), () if right else ("another place",))


def _overlaps(match: Match, gold: str) -> bool:
    shown, wanted = plain(match.exact), plain(gold)
    return shown in wanted or wanted in shown or len(_shared_tail(shown, wanted)) > 0.5 * len(shown)


def _shared_tail(shown: str, wanted: str) -> str:
    """The longest end of one text that is the start of the other."""
    for length in range(min(len(shown), len(wanted)), 0, -1):
        if shown.endswith(wanted[:length]) or wanted.endswith(shown[:length]):
            return wanted[:length]
    return ""


def _as_good(match: Match, quote: str, gold: str) -> bool:
    """Whether a place aligns at least as well with the quote as the sentence named."""
    claim = claim_of(quote)
    wanted = likeness(claim, gold, "en")
    return max(match.similarity, likeness(claim, match.exact, "en")) >= wanted - 1e-9


def misquotations(shared: Path) -> Iterator[Outcome]:
    """Famous and wild misquotations: the passage first, negatives refused."""
    passages = rows(shared / "data/misquotations/passages.jsonl")
    texts = {p["id"]: plain(p["text"]) for p in passages}
    wanted = ("source", "text", "speaker", "date", "url")
    drafts = drafts_of_rows(
        "misquotations.jsonl", [{k: p[k] for k in wanted if p.get(k)} for p in passages]
    )
    with service_on(drafts) as service:
        for at, row in enumerate(rows(shared / "data/misquotations/claims.jsonl")):
            gold = row["gold_ids"] if isinstance(row["gold_ids"], list) else [row["gold_ids"]]
            held = [texts[g] for g in gold if g in texts]
            refused = row["expected"] == "not_found"
            if not refused and not held:
                continue
            report, _ = answer(service, Question(row["claim"]))
            code = code_of(report)
            if refused:
                right = code in ("not_found", "paraphrase", "inconclusive")
            else:
                right = _in_one_of(first_place(report), held)
            if not refused and row["kind"] not in ("exact", "truncation") and code == "verbatim":
                right = plain(row["claim"]) in " ".join(held)
            yield Outcome(f"m{at:02}", code, () if right else ("another passage",))


def _in_one_of(match: Match | None, texts: list[str]) -> bool:
    if match is None:
        return False
    parts = [plain(match.exact), *(plain(p.exact) for p in match.pieces)]
    halves = [half for part in match.exact.split("\n\n") if (half := plain(part))]
    return any(part in text for part in [*parts, *halves] for text in texts)


def round_trips(shared: Path) -> Iterator[Outcome]:
    """Sentences after a trip through another language: the original first."""
    pairs = rows(shared / "data/round_trips/pairs.jsonl")
    originals = [
        {"source": str(at), "text": pair["original"], "language": "en"}
        for at, pair in enumerate(pairs)
    ]
    drafts = drafts_of_rows("round_trips.jsonl", originals)
    with service_on(drafts) as service:
        for at, pair in enumerate(pairs):
            report, _ = answer(service, Question(pair["claim"]))
            match = first_place(report)
            right = match is not None and plain(match.exact) in plain(pair["original"])
            yield Outcome(f"r{at:04}", code_of(report), () if right else ("another sentence",))


def changed(shared: Path) -> Iterator[Outcome]:
    """400 one-word changes: never accepted, never `ok`, the class named and no other."""
    turns = rows(shared / "data/transcripts/passages.jsonl.gz")
    with service_on(_transcripts(shared)) as service:
        for at, made in enumerate(one_word_changes(turns, 400)):
            report, error = answer(service, _asked(made))
            short = _changed_short(made, report) if report else [error]
            yield Outcome(f"c{at:03}-{made.kind}", code_of(report), tuple(short))


def _asked(made: Changed) -> Question:
    return Question(made.quote, speaker=made.row["speaker"], date=made.row["date"])


def _changed_short(made: Changed, report: Report) -> list[str]:
    codes = {f.code.value for f in report.verdict.meaning_risk}
    out = []
    if report.verdict.code.value in ACCEPTED:
        out.append("accepted")
    if report.verdict.action.value == "ok":
        out.append("ok")
    if not codes & set(made.right):
        out.append("untyped")
    if codes - set(made.right):
        out.append("extra class")
    return out


def left_alone(shared: Path) -> Iterator[Outcome]:
    """300 whole sentences as they stand: word for word."""
    turns = rows(shared / "data/transcripts/passages.jsonl.gz")
    with service_on(_transcripts(shared)) as service:
        for at, made in enumerate(unchanged(turns, 300)):
            report, _ = answer(service, _asked(made))
            code = code_of(report)
            yield Outcome(f"u{at:03}", code, () if code == "verbatim" else ("not verbatim",))


def honest_quotes(shared: Path) -> Iterator[Outcome]:
    """300 honest quotes with the right speaker and date: nothing to look at."""
    turns = rows(shared / "data/transcripts/passages.jsonl.gz")
    with service_on(_transcripts(shared)) as service:
        for at, made in enumerate(honest(turns, 300)):
            report, _ = answer(service, _asked(made))
            fine = report is not None and report.verdict.action.value == "ok"
            yield Outcome(f"h{at:03}", code_of(report), () if fine else ("not ok",))


def word_salads(shared: Path) -> Iterator[Outcome]:
    """150 claims of random words: no wording, and hardly ever a closest passage."""
    turns = rows(shared / "data/transcripts/passages.jsonl.gz")
    with service_on(_transcripts(shared)) as service:
        for at, quote in enumerate(salads(turns, 150)):
            code = code_of(answer(service, Question(quote))[0])
            yield Outcome(f"w{at:03}", code, () if code == "not_found" else (code,))


SETS = {
    "traps": traps,
    "traps_zh": traps_zh,
    "seeds": seeds,
    "frames": frames,
    "transcripts": transcripts,
    "misquotations": misquotations,
    "round_trips": round_trips,
    "one_word_changes": changed,
    "unchanged": left_alone,
    "honest": honest_quotes,
    "word_salads": word_salads,
}
