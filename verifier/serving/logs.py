"""The log: one JSON object a line, and never a word that somebody asked.

Problem: a log is copied, shipped and kept by people who may not see unpublished quotes, and an
exception's message, a local variable or an argument of a log call can hold one.

Method: of our own lines the named fields are written, of anybody else's the template without its
arguments, of an exception its class and place. Lines are handed to a thread that writes them:
whoever started the server and does not read its output cannot make it stand still. When the queue
is full, lines are dropped and counted.

Rejected: a filter that looks for quotes (it would have to know them), writing in the request (a
full pipe blocks every thread).
"""

from __future__ import annotations

import atexit
import json
import logging
import queue
import sys
import threading
from datetime import UTC, datetime
from typing import TextIO

_WAITING = 10_000
_LAST_WORDS = 2.0
"""Seconds that the last lines get when the process ends."""


class JsonFormatter(logging.Formatter):
    """A record as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record.

        Args:
            record: with an attribute ``fields`` (a dict) where it is ours.

        Returns:
            One line: ``time, level, logger``, then the fields, or ``message`` (the template).
        """
        moment = datetime.fromtimestamp(record.created, UTC)
        entry: dict[str, object] = {
            "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        fields = getattr(record, "fields", None)
        entry |= fields if isinstance(fields, dict) else {"message": str(record.msg)}
        if record.exc_info and record.exc_info[1] is not None:
            entry["exception"], entry["at"] = described(record.exc_info[1])
        return json.dumps(entry, ensure_ascii=False)


def described(error: BaseException) -> tuple[str, str]:
    """Class and place of a failure; its message and variables could hold a quote."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
    return type(error).__name__, place


class PatientHandler(logging.Handler):
    """Hands lines to a thread that writes them; never waits for whoever reads them."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self.dropped = 0
        self._stream = stream
        self._lines: queue.Queue[str | None] = queue.Queue(_WAITING)
        self._thread = threading.Thread(target=self._write, name="log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Queue a record, or count it as dropped."""
        try:
            self._lines.put_nowait(self.format(record))
        except queue.Full:
            self.dropped += 1

    def close(self) -> None:
        """Give the last lines a moment to be written."""
        try:
            self._lines.put_nowait(None)
        except queue.Full:
            self.dropped += 1
        else:
            self._thread.join(_LAST_WORDS)
        super().close()

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            if self.dropped:
                line += "\n" + json.dumps({"event": "lines_dropped", "count": self.dropped})
                self.dropped = 0
            try:
                self._stream.write(line + "\n")
                self._stream.flush()
            except (OSError, ValueError):
                return  # nobody is there to be told


def start(level: str, stream: TextIO | None = None) -> PatientHandler:
    """Begin to log for this process.

    Args:
        level: ``debug``, ``info``, ``warning`` or ``error``.
        stream: where to; standard error when None.
    """
    handler = PatientHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    atexit.register(handler.close)
    return handler
