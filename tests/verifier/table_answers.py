"""Answers to a file of quotes, without a job around them."""

from __future__ import annotations

import io

from corpus.errors import InvalidRequest, QuoteVerifierError
from verifier.exchange.asking import load_row
from verifier.report import Report
from verifier.service import Service
from verifier.serving.problems import Problem, problem_of
from verifier.tables.outputs import writer
from verifier.tables.rows import Input, Row


def answered(service: Service, source: Input) -> list[tuple[Row, Report | Problem]]:
    """Every row with its answer."""
    found: list[tuple[Row, Report | Problem]] = []
    for row in source.rows():
        try:
            if isinstance(row.body, InvalidRequest):
                raise row.body
            found.append((row, service.verify(load_row(dict(row.body)))))
        except QuoteVerifierError as error:
            found.append((row, problem_of(error)))
    return found


def written(service: Service, source: Input, kind: str, flavour: str = "spreadsheet") -> bytes:
    """The file of answers."""
    out = io.BytesIO()
    answers = writer(kind, flavour, out, source)
    for row, answer in answered(service, source):
        answers.row(row, answer)
    answers.close()
    return out.getvalue()
