"""The work that goes on after a source came in: evidence, then links to what says the same.

Problem: looking at a page takes milliseconds and comparing two documents seconds; nobody should
wait for it with a finished download, nothing may be done twice by the service and a command that
run at once, and a process that is killed must not leave a document half known.

Method: `weave` takes documents from the queue of the store for a while, works on them without
holding any lock, and hands in what it found some seconds at a time; each hand-in is one transaction
and one new revision. All documents are looked at before any two are compared. Signatures choose the
few worth comparing. A page that may quote a new source is looked at again. Sure links between two
languages teach a lexicon; when it has grown to twice its size, what is written in those languages
is compared again.

Rejected: weaving inside `Home.add` (a source would not be found for as long as it takes), a thread
of our own (the service and the commands each have their own idea of time), one revision a document
(reports of one batch would name different corpora).
"""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from corpus.errors import StorageFull, StoreBusy
from corpus.home import Home
from corpus.keeping.tasks import Budget, Compared, Looked, Outcome, Stage, Task, Woven
from corpus.lineage import Override
from corpus.translation.registers import Registers
from corpus.weaving.comparing import Comparing
from corpus.weaving.elsewhere import languages_elsewhere
from corpus.weaving.pages import look, read_document, rules_version
from corpus.weaving.quote_drift import VERSION, drifted_quotations
from corpus.weaving.quote_drift_again import pages_to_look_at_again

LEASE = 120.0
"""Seconds for which a task is a worker's: longer than the longest comparison, short enough to be
waited for after a crash."""
_BATCH = 64
_HAND_IN = 2.0
_PAUSE = 0.2


def weave(
    home: Home,
    *,
    budget: Budget | None = None,
    registers: Registers | None = None,
    clock: Callable[[], float] = time.time,
    worker: str | None = None,
) -> Iterator[Woven]:
    """Do what waits. Nothing happens until iterated; stopping early gives back what was taken.

    Args:
        home: the corpus.
        budget: how much it may cost.
        registers: of speakers and publishers; those that come with the program when None.
        clock: seconds since 1970.
        worker: a name that no other worker has; made up when None.

    Yields:
        Each document twice, once it is safely in the store: looked at, then compared.

    Raises:
        StoreBusy: another writer for longer than the time-out; what was handed in stays.
        StorageFull: no space; the same.

    Cost: milliseconds a document to look at; most of the time goes into comparing long documents
        that share rare words.
    """
    weaver = _Weaver(
        home,
        budget or Budget(),
        registers or Registers.load(),
        clock,
        worker or f"{os.getpid()}-{uuid.uuid4().hex}",
    )
    yield from weaver.run()


def link(
    home: Home,
    source_a: str,
    source_b: str,
    *,
    registers: Registers | None = None,
    clock: Callable[[], float] = time.time,
) -> Compared:
    """Link two sources because somebody says that they belong together.

    Args:
        home: the corpus.
        source_a: id of the one source; current versions are taken.
        source_b: id of the other.
        registers: see `weave`.
        clock: seconds since 1970.

    Returns:
        What was found and kept: sure links even when they cover little, evidence only when there
        is enough of it.

    Raises:
        NotFound: no such source.
        ValueError: the two are one source.
    """
    if source_a == source_b:
        raise ValueError("a source cannot be linked with itself")
    comparing = Comparing(home.store, registers or Registers.load(), Budget())
    first, second = sorted(map(home.store.current_rendition, (source_a, source_b)))
    compared = comparing.pair(first, second, asked=True)
    _tell(home, lambda: comparing.queue.keep(compared, at=_day(clock())))
    return compared


def decide(home: Home, override: Override) -> None:
    """Keep a person's decision about a translation status; it holds from now on.

    Raises:
        NotFound: no such source.
    """
    _tell(home, lambda: home.store.lineage.set_override(override))


class _Weaver:
    """One worker."""

    def __init__(
        self,
        home: Home,
        budget: Budget,
        registers: Registers,
        clock: Callable[[], float],
        worker: str,
    ) -> None:
        self._home = home
        self._budget = budget
        self._registers = registers
        self._clock = clock
        self._worker = worker
        self._version = f"{rules_version(registers)}-{VERSION}"
        self._comparing = Comparing(home.store, registers, budget)
        self._queue = self._comparing.queue
        self._leased = 0.0
        self._found = False  # links that were found since the last look at what they teach

    def run(self) -> Iterator[Woven]:
        began = time.monotonic()
        limit = self._budget.seconds

        def over() -> bool:
            return limit is not None and time.monotonic() - began >= limit

        self._queue.outdated(self._version)
        try:
            while not over():
                tasks = self._queue.claim(
                    self._worker, limit=_BATCH, now=self._clock(), seconds=LEASE
                )
                if tasks:
                    yield from self._work(tasks, over)
                elif self._home.store.lineage.pending().total:
                    if not self._budget.wait:
                        return
                    time.sleep(_PAUSE)  # another worker has it; what it leaves behind is ours
                elif not self._found or not self._comparing.learn():
                    return
                else:
                    self._found = False
        finally:
            with suppress(StoreBusy, StorageFull):
                self._queue.release(self._worker)  # otherwise the lease runs out by itself

    def _work(self, tasks: list[Task], over: Callable[[], bool]) -> Iterator[Woven]:
        self._leased = handed = time.monotonic()
        waiting: list[Outcome] = []
        for task in tasks:
            if over():
                break
            self._stay_alive()
            waiting.append(self._outcome(task))
            if time.monotonic() - handed > _HAND_IN:
                yield from self._hand_in(waiting)
                waiting, handed = [], time.monotonic()
        yield from self._hand_in(waiting)
        if over():
            self._queue.release(self._worker)

    def _stay_alive(self) -> None:
        """Keep the tasks for longer, when a good part of the time is over."""
        if time.monotonic() - self._leased > LEASE / 3:
            self._queue.renew(self._worker, now=self._clock(), seconds=LEASE)
            self._leased = time.monotonic()

    def _outcome(self, task: Task) -> Outcome:
        try:
            if task.stage is Stage.LINKING:
                compared = []
                for each in self._comparing.of(task.rendition_id):
                    compared.append(each)
                    self._stay_alive()
                return Outcome(task, compared=tuple(compared))
            return Outcome(task, looked=self._looked(task.rendition_id))
        except (StoreBusy, StorageFull):
            raise
        except Exception as error:  # whatever one document breaks must not stop all the others
            return Outcome(task, problem=f"{type(error).__name__}: {error}")

    def _looked(self, rendition_id: int) -> Looked:
        store, registers, index = self._home.store, self._registers, self._home.index
        newest = self._queue.newest()
        document, text = read_document(store, rendition_id), store.rendition_text(rendition_id)
        looked = look(
            document,
            text,
            registers,
            self._version,
            fewest_sentences=self._budget.fewest_sentences,
            elsewhere=lambda: languages_elsewhere(store, registers, rendition_id),
            measured=drifted_quotations(store, index, document, text, registers),
        )
        again: tuple[int, ...] = ()
        if self._queue.examined(rendition_id) is None:
            was_there = partial(self._queue.was_there, rendition_id=rendition_id)
            again = pages_to_look_at_again(store, index, document, was_there)
        return replace(looked, newest=newest, again=again)

    def _hand_in(self, outcomes: list[Outcome]) -> list[Woven]:
        if not outcomes:
            return []
        kept: list[Outcome] = []
        _tell(
            self._home,
            lambda: kept.extend(
                self._queue.hand_in(outcomes, self._worker, at=_day(self._clock()))
            ),
        )
        self._found |= any(c.links for outcome in kept for c in outcome.compared)
        return [_woven(outcome) for outcome in kept]


def _tell(home: Home, change: Callable[[], object]) -> None:
    """Change what is known of texts without changing texts, and tell the index its revision."""
    sound = home.in_step()
    change()
    if sound and not home.in_step():
        with suppress(StoreBusy):  # whoever is changing the home takes the revision along
            home.catch_up()


def _woven(outcome: Outcome) -> Woven:
    looked, compared = outcome.looked, outcome.compared
    id = outcome.task.rendition_id
    return Woven(
        rendition_id=id,
        stage=outcome.task.stage,
        evidence=len(looked.evidence if looked else [e for c in compared for e in c.evidence]),
        linked=tuple(c.second if c.first == id else c.first for c in compared if c.relation),
        compared=len(compared),
        problem=outcome.problem,
    )


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
