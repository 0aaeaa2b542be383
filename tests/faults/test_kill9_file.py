"""A file of quotes that is killed in the middle, again and again: `kill9-file`."""

from __future__ import annotations

from pathlib import Path

from benchmarks.killing import killed, readable, run, without_times
from benchmarks.odd_files import HEADERS, write_table
from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from tests.desks import Desk
from verifier.tables.formats import open_input

ROWS, KILLS = 600, 4
QUOTES = [VERBATIM, ALTERED, RENDERED, ABSENT, "而是为了每一个曾经不敢提问的人", "library"]


def test_killed_and_gone_on_with_it_is_the_same_file(desk: Desk, tmp_path: Path) -> None:
    """Switched off: storing the answers (`open_run` always makes a new job): rows checked twice;
    cutting off in `verifier.jobs.output`: records twice."""
    desk.close()
    source, whole, target = (tmp_path / name for name in ("odd.csv", "whole.csv", "killed.csv"))
    write_table(source, QUOTES, ROWS, seed=7)
    expected = run(desk.folder, source, whole, 2)
    total = sum(1 for _ in open_input(source, source.name).rows())
    assert readable(whole) == expected.rows == total
    stored = killed(desk.folder, source, target, 2, KILLS, total // 2, seed=11, latest=0.05)
    assert stored == sorted(stored)
    assert len(stored) == KILLS
    assert 0 < stored[-1] < total
    counted = run(desk.folder, source, target, 2)
    assert counted == expected, "no row is checked twice"
    assert without_times(target) == without_times(whole)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [desk.folder.name, source.name, whole.name, target.name]
    )


def test_every_row_keeps_its_place_and_its_cells(desk: Desk, tmp_path: Path) -> None:
    """Switched off: the cells of a row in `verifier.tables.cells`."""
    desk.close()
    source, target = tmp_path / "odd.csv", tmp_path / "answers.csv"
    write_table(source, QUOTES, ROWS // 2, seed=8)
    run(desk.folder, source, target, 1, "--raw")
    rows = list(open_input(source, source.name).rows())
    records = without_times(target)[1:]
    assert len(records) == len(rows)
    width = len(HEADERS)
    for row, record in zip(rows, records, strict=True):
        assert record[width] == str(row.number)
        cells = [each.rstrip(";") for each in (";".join(row.cells), ";".join(record[:width]))]
        assert lines(cells[0]) == lines(cells[1]), row.number


def lines(text: str) -> list[str]:
    return text.splitlines()
