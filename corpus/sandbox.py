"""Formats that strangers' files can turn against their parsers are read in a process of their own.

Problem: a parser in C that meets a hostile file may take all memory, run for ever or crash, and
with it the service and everybody's checks. Method: one small process, the *nursery*, is started
when first needed and has nothing in it but the readers. For each file it forks a child, which gives
up memory, processor time, files and descriptors beyond a limit before it reads a byte, and
answers in JSON over a pipe. The caller waits until a time on the clock and kills what is late. The
file itself is handed over without a name, so nothing can be left behind.

Rejected: threads (cannot be limited or killed), forking the service itself (it has threads, whose
locks a child would inherit), a new interpreter a file (a third of a second each, of which a folder
of ten thousand has an hour), and pickles as the answer (a child that was taken over could run code
in its parent).
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, BinaryIO

from corpus.blocks import Reading
from corpus.errors import InvalidInput, NoTextLayer, UnreadableSource
from corpus.readers.extracted import from_json, to_json

_READERS = "corpus.readers."
_LONGEST_ANSWER = 256_000_000
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        input_bytes: the file itself; larger ones are refused unread.
        memory: bytes of address space.
        cpu_seconds: processor time.
        seconds: time on the clock.
        files: open descriptors.
    """

    input_bytes: int = 200_000_000
    memory: int = 1_000_000_000
    cpu_seconds: int = 60
    seconds: float = 90.0
    files: int = 64


USUAL = Limits()


def read_apart(
    module: str, origin: str, stream: BinaryIO, limits: Limits = USUAL
) -> Iterator[Reading]:
    """Read a file in a process of its own.

    Args:
        module: the reader's module, such as ``corpus.readers.pdf``; its ``read`` is called.
        origin: file name or address.
        stream: the whole file, at its beginning.
        limits: what it may cost.

    Returns:
        What the reader gave.

    Raises:
        UnreadableSource: it broke a limit or its reader, or the reader refused it.
        NoTextLayer: the reader found pictures only.

    Cost: 5 to 50 ms beside the reading itself, most of it the fork; the first call starts the
    nursery (half a second).
    """
    with tempfile.TemporaryFile() as given:
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limits.input_bytes:
                raise UnreadableSource(
                    origin, f"it is larger than {limits.input_bytes // 1_000_000} MB"
                )
            given.write(chunk)
        given.seek(0)
        answer = _Nursery.of_this_process().ask(module, origin, given, limits)
    if answer[:1] == b"!":
        told = json.loads(answer[1:])
        raise NoTextLayer(origin) if told["no_text"] else UnreadableSource(origin, told["reason"])
    try:
        yield from from_json(answer[1:])
    except (ValueError, KeyError, TypeError) as broken:
        raise UnreadableSource(origin, "its reader broke down") from broken


class _Nursery:
    """The process that forks a child a file. One a process; threads take turns at asking only."""

    _lock = threading.Lock()
    _current: _Nursery | None = None

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        code = "import sys,json;sys.path[:]=json.loads(sys.argv[1]);from corpus import sandbox;"
        self._process = subprocess.Popen(
            [sys.executable, "-c", f"{code}sandbox.nurse(0)", json.dumps(sys.path)],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"LANG": "C.UTF-8"},
        )
        theirs.close()
        self._socket = ours
        self._owner = os.getpid()

    @classmethod
    def of_this_process(cls) -> _Nursery:
        with cls._lock:
            known = cls._current
            if known is not None and known._owner == os.getpid() and known._process.poll() is None:
                return known
            if known is not None:
                known._socket.close()
            cls._current = known = cls()
            return known

    def ask(self, module: str, origin: str, given: IO[bytes], limits: Limits) -> bytes:
        """Have a file read; the answer's first byte tells whether it was."""
        receiving, sending = os.pipe()
        try:
            asked = json.dumps([module, origin, limits.memory, limits.cpu_seconds, limits.files])
            try:
                with self._lock:
                    socket.send_fds(
                        self._socket, [len(asked).to_bytes(4, "big")], [given.fileno(), sending]
                    )
                    self._socket.sendall(asked.encode())
                    child = int.from_bytes(_exactly(self._socket, 4), "big")
            except OSError as gone:
                raise UnreadableSource(origin, "its reader could not be started") from gone
            finally:
                os.close(sending)
            return _answer(origin, receiving, child, limits)
        finally:
            os.close(receiving)

    def close(self) -> None:
        """End the nursery; children that still run are killed by their callers."""
        if self._owner == os.getpid():
            self._socket.close()
            self._process.wait(timeout=5)


def _answer(origin: str, receiving: int, child: int, limits: Limits) -> bytes:
    end = time.monotonic() + limits.seconds
    answer = bytearray()
    finished = False
    try:
        while True:
            left = end - time.monotonic()
            if left <= 0 or not select.select([receiving], [], [], left)[0]:
                raise UnreadableSource(origin, f"reading it took longer than {limits.seconds:g} s")
            chunk = os.read(receiving, _CHUNK)
            if not chunk:
                finished = True
                break
            answer += chunk
            if len(answer) > _LONGEST_ANSWER:
                raise UnreadableSource(origin, "there is more text in it than can be held")
    finally:
        if not finished:
            # the pipe is open, so the child has not ended and its number is still its own
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
    if answer[:1] not in b"+!" or answer[-1:] != b".":
        raise UnreadableSource(
            origin, "reading it takes more memory or processor time than is allowed"
        )
    return bytes(answer[:-1])


def _exactly(connection: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        chunk = connection.recv(count - len(found))
        if not chunk:
            raise OSError("closed")
        found += chunk
    return found


def close() -> None:
    """End the nursery of this process, if there is one."""
    with _Nursery._lock:
        current, _Nursery._current = _Nursery._current, None
    if current is not None:
        current.close()


atexit.register(close)


def nurse(channel: int) -> None:
    """The nursery: fork a child for every file that is asked for, until the asker is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("markup", "pdf", "web_page", "word_document", "feed"):
        importlib.import_module(f"{_READERS}{name}")
    connection = socket.socket(fileno=channel)
    while True:
        head, descriptors, _, _ = socket.recv_fds(connection, 4, 2)
        if len(head) < 4:
            return
        asked = json.loads(_exactly(connection, int.from_bytes(head, "big")))
        child = os.fork()
        if child == 0:
            try:
                connection.close()
                _read_here(asked, *descriptors)
            finally:
                os._exit(1)
        for descriptor in descriptors:
            os.close(descriptor)
        connection.sendall(child.to_bytes(4, "big"))


def _read_here(asked: tuple[str, str, int, int, int], reading: int, sending: int) -> None:
    """What a child does."""
    module, origin, memory, cpu_seconds, files = asked
    if not module.startswith(_READERS):
        return
    _give_up(memory, cpu_seconds, files)
    answer = b""
    with open(reading, "rb") as stream, open(sending, "wb") as pipe:
        try:
            readings = list(importlib.import_module(module).read(origin, stream))
            answer = b"+" + to_json(readings) + b"."
        except InvalidInput as refused:
            told = {
                "no_text": isinstance(refused, NoTextLayer),
                "reason": getattr(refused, "reason", str(refused)),
            }
            answer = b"!" + json.dumps(told).encode() + b"."
        pipe.write(answer)
        pipe.flush()
    os._exit(0)


def _give_up(memory: int, cpu_seconds: int, files: int) -> None:
    """Limits that cannot be taken back."""
    import resource  # not on every system the rest runs on

    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_NOFILE, files),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))
