"""One writer at a time, and nobody else at all, across threads and processes, by locks on files.

The operating system gives a lock back when its holder dies, however it dies; a file that merely
exists would have to be cleaned up by hand. Who has a corpus open shares a lock on a second file;
whoever wants to put another in its place must have that one alone.
"""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from corpus.errors import StorageFull, StoreBusy, StoreError, StoreInUse

_PAUSE = 0.05


@contextmanager
def only_writer(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock on a file for the length of the block. Not to be nested.

    Args:
        path: the lock file, made where needed and left there; its content means nothing.
        timeout: seconds to wait; 0 tries once.

    Raises:
        StoreBusy: somebody else held it all that time.
        StorageFull: no space to make the file.
        StoreError: the file cannot be opened.
    """
    deadline = time.monotonic() + timeout
    with _file(path) as file:
        while not _try_lock(file):
            if time.monotonic() >= deadline:
                raise StoreBusy("another process is changing this corpus")
            time.sleep(_PAUSE)
        try:
            yield
        finally:
            _unlock(file)


class Use:
    """A corpus that somebody has open: shared with all who have, given back when it is closed."""

    def __init__(self, path: Path, timeout: float) -> None:
        """Share the lock.

        Args:
            path: the lock file, made where needed; its content means nothing.
            timeout: seconds to wait for somebody who has it alone.

        Raises:
            StoreBusy: somebody had it alone all that time.
            StorageFull, StoreError: as `only_writer`.
        """
        self._file = _file(path)
        deadline = time.monotonic() + timeout
        while not _try_share(self._file):
            if time.monotonic() >= deadline:
                self._file.close()
                raise StoreBusy("another process is replacing this corpus")
            time.sleep(_PAUSE)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have it alone for the length of the block; nobody can open the corpus meanwhile.

        Raises:
            StoreInUse: somebody else has it open.
        """
        had = _try_alone(self._file)
        try:
            if not had:
                raise StoreInUse("another process has this corpus open")
            yield
        finally:
            if not _try_share(self._file):
                raise StoreBusy("another process is replacing this corpus")

    def close(self) -> None:
        """Give it back."""
        self._file.close()


def _file(path: Path) -> IO[bytes]:
    try:
        return path.open("a+b")
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (StorageFull if full else StoreError)(f"{path.name}: {error.strerror}") from error


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

    _SEATS = 64  # locks are not shared there: each who has it open takes a byte of its own
    _seats: dict[int, set[int]] = {}

    def _sit(file: IO[bytes], seat: int) -> bool:
        taken = _seats.setdefault(id(file), set())
        if seat in taken:
            return True
        try:
            file.seek(seat)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        taken.add(seat)
        return True

    def _stand(file: IO[bytes], seats: set[int]) -> None:
        for seat in seats:
            file.seek(seat)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        _seats[id(file)] = _seats.get(id(file), set()) - seats

    def _try_share(file: IO[bytes]) -> bool:
        held = _seats.get(id(file), set())
        if held:
            _stand(file, held - {min(held)})
            return True
        return any(_sit(file, seat) for seat in range(_SEATS))

    def _try_alone(file: IO[bytes]) -> bool:
        return all(_sit(file, seat) for seat in range(_SEATS))

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        return _try(file, fcntl.LOCK_EX)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)

    def _try_share(file: IO[bytes]) -> bool:
        return _try(file, fcntl.LOCK_SH)

    def _try_alone(file: IO[bytes]) -> bool:
        return _try(file, fcntl.LOCK_EX)

    def _try(file: IO[bytes], kind: int) -> bool:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
