"""Several processes that answer questions, in order, and outlive their own accidents.

Problem: checking a quote is work for a processor, and threads of one process share one; a process
can be killed or crash on one question, and that may cost neither the others nor their order; and
what is read ahead must stay small, whatever the file holds.

Method: each worker is a fresh interpreter that opens the corpus for itself (the index is shared
through the file system's cache) and has a pipe to the caller. It is given a few questions when it
has answered the last ones, and answers one at a time, so that it is known at which question it
died: that one and those behind it are given again to a new worker. A question that has cost two
workers their lives, or takes unreasonably long, is answered by `LOST`. Answers come out in the
order of the questions; at most a fixed number is read ahead.

Rejected: `concurrent.futures.ProcessPoolExecutor` (one death breaks the whole pool and does not
tell at which question), threads (they share one processor: DEPENDENCIES of rapidfuzz and Python),
forking (a service has threads whose locks a child would inherit), pickled answers (a worker reads
strangers' text; what it says is bytes to us).
"""

from __future__ import annotations

import json
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from corpus.errors import StoreError
from verifier.serving.garbage import collect_seldom

Answering = Callable[[Any], bytes]
"""Answers one question, given as plain JSON."""
Opener = Callable[[], AbstractContextManager[Answering]]
"""Opens what answers; has to be picklable, because it is called in another process."""
LOST = b""
"""The answer to a question that nobody lived to answer."""
_AT_ONCE = 8
"""Questions given at once: few enough to share the end of a file evenly, enough to seldom wait."""
_AHEAD = 4
"""How many times that is read ahead for each worker, so that one slow question holds up nobody."""
_LIVES = 2
_BAD_STARTS = 3
_GRACE = 2.0
_TICK = 0.1


@dataclass(slots=True)
class Task:
    """One thing to be handed back in order.

    Attributes:
        tag: what the caller knows it by.
        question: plain JSON; None where there is nothing to ask.
    """

    tag: Any
    question: Any = None


@dataclass(slots=True)
class _Slot:
    task: Task
    answer: bytes | None = None
    ready: bool = False
    deaths: int = 0


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    since: float
    started: bool = False
    hand: deque[_Slot] = field(default_factory=deque)

    @property
    def idle(self) -> bool:
        return self.started and not self.hand


Answered = tuple[Any, bytes | None]


def answered_here(answer: Answering, tasks: Iterable[Task]) -> Iterator[Answered]:
    """Answer in this process, one after the other; see `Workers.answered`."""
    for task in tasks:
        yield task.tag, None if task.question is None else answer(task.question)


class Workers:
    """Processes that answer; for use by one thread, in a ``with`` statement or with `close`.

    They stay after the last answer, ready for the next questions.
    """

    def __init__(self, opener: Opener, count: int, *, longest: float = 120.0) -> None:
        """Nothing is started until the first question.

        Args:
            opener: what each worker opens for itself.
            count: how many workers, at least 1.
            longest: seconds one question may take before its worker is ended.
        """
        self._opener = opener
        self._count = count
        self._longest = longest
        self._context = multiprocessing.get_context("spawn")
        self._crew: list[_Worker] = []
        self._bad_starts = 0

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def running(self) -> bool:
        """Whether there are processes, be they at work or not."""
        return bool(self._crew)

    def close(self) -> None:
        """End them, and what they have in hand with them; the next question starts new ones."""
        for worker in self._crew:
            worker.pipe.close()  # an idle worker ends by that
        for worker in self._crew:
            worker.process.join(_GRACE if not worker.hand else 0)
            worker.process.kill()  # it only reads
            worker.process.join()
            worker.process.close()
        self._crew.clear()

    def answered(self, tasks: Iterable[Task]) -> Iterator[Answered | None]:
        """Answer questions, in their order. Not begun again before all of them are answered, unless
        the processes were ended.

        Args:
            tasks: read as far ahead as the workers need.

        Yields:
            Tag and answer of each task in order; None for the answer where nothing was asked,
            `LOST` where nobody could answer. In between None, ten times a second, while there is
            nothing to yield: a moment to do something else.

        Raises:
            StoreError: the workers cannot start.
        """
        source, slots, waiting = iter(tasks), deque[_Slot](), deque[_Slot]()
        ended = False
        while True:
            while slots and slots[0].ready:
                slot = slots.popleft()
                yield slot.task.tag, slot.answer
            while not ended and len(slots) < self._count * _AT_ONCE * _AHEAD:
                task = next(source, None)
                if task is None:
                    ended = True
                    break
                slot = _Slot(task, ready=task.question is None)
                slots.append(slot)
                if not slot.ready:
                    waiting.append(slot)
            if not slots:
                return
            if waiting:
                self._fill_up()
                self._give(waiting)
            if not slots[0].ready and not self._collect(waiting):
                yield None

    def _fill_up(self) -> None:
        while len(self._crew) < self._count:
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=_work, args=(theirs, self._opener), daemon=True)
            process.start()
            theirs.close()  # so that the pipe ends with the worker
            self._crew.append(_Worker(process, ours, time.monotonic()))

    def _give(self, waiting: deque[_Slot]) -> None:
        """Give questions to whoever has none; only then, so that nobody waits on a full pipe."""
        for worker in [w for w in self._crew if w.idle]:
            hand = [waiting.popleft() for _ in range(min(_AT_ONCE, len(waiting)))]
            if not hand:
                return
            worker.hand.extend(hand)
            worker.since = time.monotonic()
            try:
                worker.pipe.send_bytes(json.dumps([s.task.question for s in hand]).encode())
            except OSError:
                self._bury(worker, waiting)

    def _collect(self, waiting: deque[_Slot]) -> bool:
        """Take the answers that are there, after a moment of waiting; whether there were any."""
        pipes = {w.pipe: w for w in self._crew}
        found = wait(list(pipes), _TICK)
        for pipe in found:
            worker = pipes[pipe]  # type: ignore[index]
            try:
                answer = worker.pipe.recv_bytes()
            except (EOFError, OSError):
                self._bury(worker, waiting)
                continue
            worker.since = time.monotonic()
            if not worker.started:
                worker.started, self._bad_starts = True, 0
                continue
            slot = worker.hand.popleft()
            slot.answer, slot.ready = answer, True
        for worker in self._crew:
            if worker.hand and time.monotonic() - worker.since > self._longest:
                worker.process.kill()  # its pipe ends by that
        return bool(found)

    def _bury(self, worker: _Worker, waiting: deque[_Slot]) -> None:
        """Put a dead worker's questions back in front; the first was what it died of."""
        self._crew.remove(worker)
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()
        worker.process.close()
        if not worker.started:
            self._bad_starts += 1
            if self._bad_starts >= _BAD_STARTS:
                raise StoreError("no worker process can be started")
        if worker.hand:
            first = worker.hand[0]
            first.deaths += 1
            if first.deaths >= _LIVES:
                first.answer, first.ready = LOST, True
                worker.hand.popleft()
        waiting.extendleft(reversed(worker.hand))
        if waiting:
            self._fill_up()


def _work(pipe: Connection, opener: Opener) -> None:
    """What a worker does, until its caller is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller decides what an interruption means
    with opener() as answer, suppress(EOFError, OSError):
        collect_seldom()
        pipe.send_bytes(LOST)
        while True:
            for question in json.loads(pipe.recv_bytes()):
                pipe.send_bytes(answer(question))
