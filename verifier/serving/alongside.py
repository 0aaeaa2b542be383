"""Work beside the answering: a thread that looks now and then whether there is some.

Problem: weaving, jobs and notices all go on while requests are answered, must end when the process
is told to, and must outlive a store that is busy and a fault of their own. Method: one loop for all
of them. It looks, works in short pieces, waits, and waits longer after a fault; told to stop, it
ends after the piece in hand.

Rejected: a library of schedulers (they keep a list of times; here there is one thing to look at),
threads that are never joined (the piece in hand would be cut off).
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.errors import StoreBusy


class Alongside(ABC):
    """The thread; `start` and `stop` may each be called once."""

    def __init__(self, name: str, *, pause: float, after_failure: float, patience: float) -> None:
        """Nothing happens until `start`.

        Args:
            name: of the thread.
            pause: seconds between looks.
            after_failure: seconds at least until the next look after a fault.
            patience: seconds that `stop` waits for the piece in hand when it is not told.
        """
        self._pause = pause
        self._after_failure = after_failure
        self._patience = patience
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, seconds: float | None = None) -> bool:
        """End after the piece in hand.

        Args:
            seconds: to wait for that.

        Returns:
            Whether it has ended.
        """
        self._stopping.set()
        self._thread.join(self._patience if seconds is None else seconds)
        return not self._thread.is_alive()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Go on for as long as the block runs."""
        self.start()
        try:
            yield
        finally:
            self.stop()

    @abstractmethod
    def look(self) -> bool:
        """Do what there is to do, in short pieces.

        Returns:
            Whether to look again without a pause.

        Raises:
            StoreBusy: somebody else is writing; there will be a moment.
        """

    @abstractmethod
    def tell(self, error: Exception) -> None:
        """Write one line about a fault: its class and its place, never its words."""

    def leave(self) -> None:  # noqa: B027 - most have nothing to leave
        """Give up what is held between looks; called once, when there will be no more."""

    def _run(self) -> None:
        try:
            self._look_now_and_then()
        finally:
            self.leave()

    def _look_now_and_then(self) -> None:
        while not self._stopping.is_set():
            pause = self._pause
            try:
                if self.look():
                    continue
            except StoreBusy:
                pass
            except Exception as error:
                if self._stopping.is_set():
                    return  # what it stands on may be gone already
                pause = max(pause, self._after_failure)
                self.tell(error)
            self._stopping.wait(pause)
