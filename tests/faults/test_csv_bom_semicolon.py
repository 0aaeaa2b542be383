"""A European spreadsheet: `csv-bom-semicolon`."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.conftest import VERBATIM
from tests.verifier.table_answers import written
from verifier.service import Service
from verifier.tables.formats import open_input


@pytest.mark.parametrize("said", ["", "sep=;\r\n"])
def test_delimiter_mark_and_line_ends_come_back_as_they_were(
    service: Service, tmp_path: Path, said: str
) -> None:
    """Switched off: `_delimiter` in `verifier.tables.csv_files` (without `sep=`), reading
    `sep=`.
    """
    path = tmp_path / "claims.csv"
    text = f'{said}Nr;Zitat;Notiz\r\n1;"{VERBATIM}";1,5\r\n2;collusion;"a;b"\r\n'
    path.write_bytes(text.encode("utf-8-sig"))
    source = open_input(path, path.name)
    assert (source.headers, source.delimiter) == (("Nr", "Zitat", "Notiz"), ";")
    answers = written(service, source, "csv")
    assert answers.startswith(b"\xef\xbb\xbf") and answers.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(answers.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row[:3] for row in rows[1:]] == [["1", VERBATIM, "1,5"], ["2", "collusion", "a;b"]]
