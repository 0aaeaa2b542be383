"""Reading apart: what breaks a limit is killed, told, and leaves nothing behind."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from corpus import sandbox
from corpus.errors import NoTextLayer, UnreadableSource
from corpus.readers.extracted import Extracted
from corpus.sandbox import Limits, read_apart
from tests.conftest import PROJECT
from tests.corpus import hand_made
from tests.corpus.made_files import original, page
from tests.corpus.pages import nested

PAGE = page(original("en", 5)).encode()
DEEP = nested("It rained.", 60_000, "table").encode()


def read(content: bytes, limits: Limits = sandbox.USUAL, module: str = "web_page") -> Extracted:
    (reading,) = read_apart(f"corpus.readers.{module}", "a.html", io.BytesIO(content), limits)
    assert isinstance(reading, Extracted)
    return reading


def test_what_is_read_apart_is_what_is_read_here() -> None:
    from corpus.readers import web_page

    assert [read(PAGE)] == list(web_page.read("a.html", io.BytesIO(PAGE)))


LIMITS = [
    (DEEP, Limits(seconds=0.2), "longer than 0.2 s"),
    (DEEP, Limits(cpu_seconds=1), "memory or processor time"),
    (PAGE * 10_000, Limits(memory=250_000_000), "memory or processor time"),
    (PAGE, Limits(input_bytes=1000), "larger than"),
]


@pytest.mark.parametrize(("content", "limits", "reason"), LIMITS)
def test_a_file_that_breaks_a_limit_is_refused_and_the_next_one_is_read(
    content: bytes, limits: Limits, reason: str
) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read(content, limits)
    assert reason in refused.value.reason
    assert read(PAGE).text


def test_refusals_of_a_reader_are_told_as_they_are() -> None:
    with pytest.raises(NoTextLayer):
        read(hand_made.pdf([[]]), module="pdf")
    with pytest.raises(UnreadableSource, match="password"):
        read(hand_made.pdf([[]], hand_made.ENCRYPTED), module="pdf")


def test_nothing_but_a_reader_is_run() -> None:
    with pytest.raises(UnreadableSource):
        list(read_apart("json.tool", "a", io.BytesIO(b"{}")))


def test_a_child_gives_up_what_it_does_not_need_for_good() -> None:
    code = (
        "import resource as r; from corpus import sandbox; sandbox._give_up(2_000_000_000, 10, 64);"
        "print(*[r.getrlimit(k) for k in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_NOFILE,"
        " r.RLIMIT_FSIZE, r.RLIMIT_CORE)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, check=True, text=True
    )
    limits = [2_000_000_000, 10, 64, 0, 0]
    assert done.stdout.split("\n")[0] == " ".join(f"({n}, {n})" for n in limits)


def test_several_threads_read_at_once_and_descriptors_come_back() -> None:
    read(PAGE)
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(read(PAGE).text)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6 and len(set(found)) == 1
    if before:
        assert len(os.listdir("/proc/self/fd")) == before


def test_the_nursery_comes_back_after_its_end() -> None:
    read(PAGE)
    sandbox.close()
    assert read(PAGE).text


def test_a_nursery_that_died_is_replaced_and_one_without_its_asker_ends() -> None:
    read(PAGE)
    nursery = sandbox._Nursery.of_this_process()
    nursery._process.kill()
    nursery._process.wait()
    assert read(PAGE).text
    other = sandbox._Nursery.of_this_process()
    assert other is not nursery
    other._socket.close()
    assert other._process.wait(timeout=10) == 0
    assert read(PAGE).text
