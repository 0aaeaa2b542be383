"""Weaving while the service answers: one thread that looks at and links what came in.

Problem: a source that was added through the API, or with ``--no-wait``, has to be linked without
anybody asking for it, and the service must start, answer and stop as if nothing went on. Method:
one thread asks every few seconds whether anything waits, works in short rounds, and gives back what
it has not finished when it is told to stop; whatever another process holds is tried again later.

Rejected: weaving in the request that adds (minutes for a long document), a second process (two
things to start), a thread in every app that is made (tests and other servers want none).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.home import Home
from corpus.keeping.tasks import Budget
from corpus.translation.registers import Registers
from corpus.weaving.weaving import weave
from verifier.serving.alongside import Alongside
from verifier.serving.logs import described

_log = logging.getLogger("verifier")
_PAUSE = 5.0
"""Seconds between looks at the queue: soon enough for who has just added something."""
_ROUND = 20.0
_AFTER_FAILURE = 60.0
_STOPPING = 10.0
"""Seconds to wait for the last hand-in; what is not handed in is begun again at the next start."""


class Weaver(Alongside):
    """The thread; `start` and `stop` may each be called once."""

    def __init__(self, home: Home, registers: Registers, *, pause: float = _PAUSE) -> None:
        """Nothing happens until `start`.

        Args:
            home: an open home, which stays open until `stop` has returned.
            registers: of speakers and publishers.
            pause: seconds between looks at the queue.
        """
        super().__init__("weaving", pause=pause, after_failure=_AFTER_FAILURE, patience=_STOPPING)
        self._home = home
        self._registers = registers
        self._first = True  # other rules than those of the last start may put everything back

    def look(self) -> bool:
        """See `verifier.serving.alongside.Alongside.look`."""
        if self._first or self._home.store.lineage.pending().total:
            self._round()
            self._first = False
        return False

    def tell(self, error: Exception) -> None:
        """See `verifier.serving.alongside.Alongside.tell`."""
        name, place = described(error)
        fields = {"event": "not_woven", "error": name, "at": place}
        _log.error("weaving failed: %s at %s", name, place, extra={"fields": fields})

    def _round(self) -> None:
        woven = weave(self._home, budget=Budget(seconds=_ROUND), registers=self._registers)
        try:
            for done in woven:
                if done.problem is not None:
                    # the class alone: the message may hold words of the document
                    fields = {
                        "event": "not_woven",
                        "rendition": done.rendition_id,
                        "error": done.problem.partition(":")[0],
                    }
                    _log.warning("a document could not be woven", extra={"fields": fields})
                if self._stopping.is_set():
                    return
        finally:
            woven.close()  # type: ignore[attr-defined] # gives back what was taken


@contextmanager
def weaving_along(home: Home, registers: Registers) -> Iterator[Weaver]:
    """Weave in the background for as long as the block runs."""
    weaver = Weaver(home, registers)
    with weaver.running():
        yield weaver
