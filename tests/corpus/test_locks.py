"""Locks on files: shared by those who have a corpus open, alone for who replaces it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.errors import StoreBusy, StoreInUse
from corpus.locks import Use, only_writer

HOLD = """
import sys
from pathlib import Path
from corpus.locks import Use
use = Use(Path(sys.argv[1]), 5)
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "open.lock"


@contextmanager
def elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has it open."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_many_have_it_open_and_none_of_them_has_it_alone(path: Path) -> None:
    uses = [Use(path, 0) for _ in range(3)]
    for use in uses:
        with pytest.raises(StoreInUse), use.alone():
            pass
    for use in uses[1:]:
        use.close()
    with uses[0].alone(), pytest.raises(StoreBusy):
        Use(path, 0)
    Use(path, 0).close()
    uses[0].close()


def test_a_refusal_leaves_it_open(path: Path) -> None:
    first, second = Use(path, 0), Use(path, 0)
    with pytest.raises(StoreInUse), first.alone():
        pass
    with pytest.raises(StoreInUse), second.alone():
        pass
    first.close()
    second.close()


def test_another_process_counts_until_it_dies(path: Path) -> None:
    use = Use(path, 0)
    with elsewhere(path) as process:
        with pytest.raises(StoreInUse), use.alone():
            pass
        process.kill()
        process.wait(20)
        with use.alone():
            pass
    use.close()


def test_one_writes_at_a_time(path: Path) -> None:
    with only_writer(path, 0), pytest.raises(StoreBusy), only_writer(path, 0):
        pass
    with only_writer(path, 0):
        pass
