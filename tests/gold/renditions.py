"""Gold sets about translation: traced to the right version, with the right wording beside it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from corpus.models import DraftSource
from corpus.text.sentences import sentence_spans
from tests.gold.homes import drafts_of_files, drafts_of_rows, service_on
from tests.gold.score import plain
from tests.gold.sets import Outcome, Row, answer, code_of, first_place, rows
from verifier.report import Report
from verifier.service import Question

_LEAST_WORDS = 6
_COURT, _COURT_CHARACTERS = 100, 60
_SALADS, _SALAD_WORDS = 50, 12


def _reflections(shared: Path) -> list[Path]:
    back_translation = next((shared / "data/seeds").glob("004*.txt"))
    return [back_translation, shared / "data/reflections/original.txt"]


def traced(shared: Path) -> Iterator[Outcome]:
    """A back-translation's wording is traced to it, with the author's paragraph beside it."""
    page, original = _reflections(shared)
    with service_on(drafts_of_files([page, original]), woven=True) as service:
        for at, pair in enumerate(rows(shared / "data/reflections/pairs.jsonl")):
            report, _ = answer(service, Question(pair["claim"]))
            short = []
            if report is None or report.source is None or report.source.origin != page.name:
                short.append("another source")
            elif report.translation is None or report.translation.status != "back_translation":
                short.append("status")
            elif not report.translation.original.available:
                short.append("no original")
            else:
                shown = plain(report.translation.original.text or "")
                if shown not in plain(pair["gold"]) and plain(pair["gold"]) not in shown:
                    short.append("another paragraph")
            yield Outcome(f"p{at:02}", code_of(report), tuple(short))


def own_sentences(shared: Path) -> Iterator[Outcome]:
    """The author's own sentences are quoted from the original, or from both, never the other."""
    files = _reflections(shared)
    body = files[1].read_text(encoding="utf-8").split("\n\n", 1)[1]
    with service_on(drafts_of_files(files), woven=True) as service:
        for start, end in sentence_spans(body):
            if len(body[start:end].split()) < _LEAST_WORDS:
                continue
            report, _ = answer(service, Question(body[start:end]))
            version = report.translation.version_quoted if report and report.translation else None
            fine = version in ("original", "both")
            yield Outcome(f"o{start:05}", code_of(report), () if fine else (str(version),))


def _documents(shared: Path) -> dict[str, list[Row]]:
    documents: dict[str, list[Row]] = {}
    for row in rows(shared / "data/parallel_zh_en/segments.jsonl"):
        documents.setdefault(row["doc_id"], []).append(row)
    return {name: segments for name, segments in documents.items() if len(segments) >= 5}


def _both_languages(documents: dict[str, list[Row]]) -> list[DraftSource]:
    """Each document in Chinese and in the first of its English translations."""
    drafts = []
    for name, segments in documents.items():
        drafts += [{"source": f"{name}-zh", "text": s["zh"], "language": "zh"} for s in segments]
        drafts += [{"source": f"{name}-en", "text": s["en_a"], "language": "en"} for s in segments]
    return drafts_of_rows("parallel.jsonl", drafts)


def other_translation(shared: Path) -> Iterator[Outcome]:
    """Another translation as claim: its segment, status `translation`, the Chinese beside it."""
    documents = _documents(shared)
    with service_on(_both_languages(documents), woven=True) as service:
        for name, segments in documents.items():
            for segment in segments:
                if len(segment["en_b"].split()) < _LEAST_WORDS:
                    continue
                report, _ = answer(service, Question(segment["en_b"]))
                yield _beside(f"{name}#{segment['seg_id']}", segment, report)


def _beside(row: str, segment: Row, report: Report | None) -> Outcome:
    match = first_place(report)
    short = []
    wanted = plain(segment["en_a"])
    if match is None or not (plain(match.exact) in wanted or wanted in plain(match.exact)):
        short.append("another segment")
    if report is None or report.translation is None:
        short.append("no place, so nothing beside it")
    else:
        if report.translation.status != "translation":
            short.append("status")
        beside = report.translation.original.text or ""
        if plain(segment["zh"]) not in plain(beside) and plain(beside) not in plain(segment["zh"]):
            short.append("other Chinese")
    return Outcome(row, code_of(report), tuple(short))


def never_said(shared: Path) -> Iterator[Outcome]:
    """What stands in no document here is not shown beside somebody's translation.

    Half of the documents are the corpus; the other half, sentences from court and shuffled words of
    the corpus itself are asked for.
    """
    documents = _documents(shared)
    named = sorted(documents)
    for half, asked in ((named[::2], named[1::2]), (named[1::2], named[::2])):
        corpus = {name: documents[name] for name in half}
        other = {name: documents[name] for name in asked}
        with service_on(_both_languages(corpus), woven=True) as service:
            for row, text in _unsaid(shared, corpus, other):
                report, _ = answer(service, Question(text))
                short = []
                if report is not None and report.translation is not None:
                    short.append("a match" if report.match else "nearest, as a translation")
                yield Outcome(row, code_of(report), tuple(short))


def _unsaid(
    shared: Path, corpus: dict[str, list[Row]], other: dict[str, list[Row]]
) -> Iterator[tuple[str, str]]:
    first = next(iter(corpus))
    for name, segments in other.items():
        for segment in segments:
            if len(segment["en_b"].split()) >= _LEAST_WORDS:
                yield f"{name}#{segment['seg_id']}-en", segment["en_b"]
                yield f"{name}#{segment['seg_id']}-zh", segment["zh"]
    court = rows(shared / "data/court/passages.jsonl.gz")
    for at, row in enumerate(court[:: len(court) // _COURT]):
        spans = [s for s in sentence_spans(row["text"]) if s[1] - s[0] >= _COURT_CHARACTERS]
        for start, end in spans[:1]:
            yield f"court{at}-{first}", row["text"][start:end]
    every = [s["en_a"].split() for segments in corpus.values() for s in segments]
    chance = random.Random(4)
    for at in range(_SALADS):
        words = [chance.choice(chance.choice(every)) for _ in range(_SALAD_WORDS)]
        yield f"salad{at}-{first}", " ".join(words)


def third_renderings(shared: Path) -> Iterator[Outcome]:
    """A rendering that is neither text of the corpus is not said to be quoted from the original."""
    documents = _documents(shared)
    drafts: list[dict[str, object]] = []
    for name, segments in documents.items():
        first = f"{name}-first"
        drafts += [{"source": first, "text": s["en_a"], "language": "en"} for s in segments]
        drafts += [
            {
                "source": f"{name}-back",
                "text": s["en_b"],
                "language": "en",
                "translated_from": "en",
                "translation_of": first,
            }
            for s in segments
        ]
    with service_on(drafts_of_rows("renderings.jsonl", drafts), woven=True) as service:
        for name, segments in documents.items():
            for segment in segments:
                for system, text in sorted(segment["machine"].items()):
                    third = plain(text) not in (plain(segment["en_a"]), plain(segment["en_b"]))
                    if not third or len(text.split()) < _LEAST_WORDS:
                        continue
                    report, _ = answer(service, Question(text))
                    told = report.translation if report else None
                    original = told is not None and told.version_quoted == "original"
                    row = f"{name}#{segment['seg_id']}-{system}"
                    yield Outcome(row, code_of(report), ("original",) if original else ())


RENDITIONS = {
    "traced": traced,
    "own_sentences": own_sentences,
    "other_translation": other_translation,
    "never_said": never_said,
    "third_renderings": third_renderings,
}
