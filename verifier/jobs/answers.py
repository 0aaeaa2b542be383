"""One row's answer: how it is stored, how it is read back.

What is stored is the JSON of the other doors, made once by whoever checked the row; a file that is
written later, in whatever form, is written from it. So a row has one reading however often and in
however many forms it is fetched, and the process that collects the answers does not look into them.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.errors import InvalidRequest
from verifier.exchange.plain_json import plain
from verifier.exchange.revive import revive
from verifier.report import Action, Report, VerdictCode
from verifier.serving.problems import Problem, problem_json, problem_of
from verifier.tables.rows import ASKED

_FINE, _FAILED = 1, 2
_VERDICT = 4
"""What the place of a verdict in `_VERDICTS` is multiplied by, beside the two flags."""
_VERDICTS = (
    None,  # an answer that an earlier version stored
    VerdictCode.INCONCLUSIVE,
    VerdictCode.VERBATIM,
    VerdictCode.VERBATIM_PUNCTUATION,
    VerdictCode.MARKED_EDITS,
    VerdictCode.STITCHED,
    VerdictCode.ABRIDGED_UNMARKED,
    VerdictCode.MINOR_CHANGES,
    VerdictCode.ALTERED_WORDING,
    VerdictCode.PARAPHRASE,
    VerdictCode.NOT_FOUND,
)
"""Stored by their places: new ones come behind."""
_HEAD = struct.Struct("<Bq")
_PACKING = 1
"""The lightest of zlib: a report shrinks to a third for a hundredth of what checking costs."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is counted of an answer.

    Attributes:
        fine: there is nothing to look at.
        failed: it is a problem.
        version: of the corpus; None for a problem.
        verdict: its code; None for a problem, and where it was stored without.
    """

    fine: bool
    failed: bool
    version: int | None
    verdict: str | None = None


def unreadable(fault: InvalidRequest) -> bytes:
    """The answer to a row that is no question."""
    return packed_problem(problem_of(fault))


def lost() -> bytes:
    """The answer to a row that nobody lived to answer."""
    detail = "Checking this row ended its process twice, or took too long. The other rows go on."
    return packed_problem(Problem("internal", "Something went wrong", 500, detail))


def digest_of(body: Mapping[str, object]) -> bytes:
    """16 bytes that are the same for rows that ask the same, field by field and sign by sign."""
    asked = [body.get(name) for name in ASKED]
    return hashlib.sha256(json.dumps(asked).encode()).digest()[:16]


def packed(report: Report) -> bytes:
    """A report as it is stored."""
    flags = _FINE if report.verdict.action is Action.OK else 0
    flags |= _VERDICTS.index(report.verdict.code) * _VERDICT
    return _pack(flags, report.scope.corpus_version, plain(report))


def packed_problem(problem: Problem) -> bytes:
    """A problem as it is stored."""
    return _pack(_FAILED, 0, problem_json(problem))


def _pack(flags: int, version: int, body: Mapping[str, Any]) -> bytes:
    # A lone surrogate that came in as an escape cannot go out as text.
    text = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return _HEAD.pack(flags, version) + zlib.compress(text, _PACKING)


def head_of(answer: bytes) -> Head:
    """What is counted of an answer; the rest is not unpacked."""
    flags, version = _HEAD.unpack_from(answer)
    failed = bool(flags & _FAILED)
    code = _VERDICTS[flags // _VERDICT]
    return Head(bool(flags & _FINE), failed, None if failed else version, code and code.value)


def json_of(answer: bytes) -> tuple[bool, bytes]:
    """Whether an answer is a report, and its JSON in UTF-8, as the other doors write it."""
    return not head_of(answer).failed, zlib.decompress(answer[_HEAD.size :])


def line_of(row_id: object, answer: bytes) -> bytes:
    """A row of JSONL: the report with the row's id in front, or the row's id and the problem.

    Args:
        row_id: of any JSON type.
        answer: packed.
    """
    found, body = json_of(answer)
    named = json.dumps(row_id, ensure_ascii=False).encode("utf-8", "replace")
    if found:
        return b'{"row_id": ' + named + b", " + body[1:] + b"\n"
    return b'{"row_id": ' + named + b', "problem": ' + body + b"}\n"


def read_back(answer: bytes) -> Report | Problem:
    """An answer as those take it who write tables and pages."""
    found, text = json_of(answer)
    body = json.loads(text)
    if found:
        return revive(body)
    errors = tuple((e["pointer"], e["code"], e["detail"]) for e in body.get("errors", ()))
    return Problem(body["type"], body["title"], body["status"], body["detail"], errors)
