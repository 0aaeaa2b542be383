"""One writer at a time, across threads and processes, by a lock on a file.

The operating system gives the lock back when its holder dies, however it dies; a file that merely
exists would have to be cleaned up by hand.
"""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from corpus.errors import StorageFull, StoreBusy, StoreError

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
    try:
        file = path.open("a+b")
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (StorageFull if full else StoreError)(f"{path.name}: {error.strerror}") from error
    with file:
        while not _try_lock(file):
            if time.monotonic() >= deadline:
                raise StoreBusy("another process is changing this corpus")
            time.sleep(_PAUSE)
        try:
            yield
        finally:
            _unlock(file)


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

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
