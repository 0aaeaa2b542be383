"""The log holds fields and templates, never arguments."""

from __future__ import annotations

import io
import json
import logging
import threading

import pytest

from verifier.serving.logs import JsonFormatter, PatientHandler, described, start


def record(message: str, *arguments: object, **extra: object) -> logging.LogRecord:
    made = logging.LogRecord("some.library", logging.INFO, "x.py", 1, message, arguments, None)
    made.__dict__.update(extra)
    return made


def test_a_line_is_one_json_object_with_its_fields() -> None:
    fields = {"event": "request", "status": 200, "route": "/api/v1/verify"}
    line = json.loads(JsonFormatter().format(record("request", fields=fields)))
    assert {key: line[key] for key in fields} == fields
    assert line["time"].endswith("Z")
    assert (line["level"], line["logger"]) == ("info", "some.library")


def test_anybody_elses_line_is_written_without_what_was_put_into_it() -> None:
    line = JsonFormatter().format(record("cannot serve %s", "canary words"))
    assert "canary" not in line
    assert json.loads(line)["message"] == "cannot serve %s"


def test_a_failure_is_told_by_class_and_place() -> None:
    try:
        raise ValueError("canary words")
    except ValueError as error:
        failed = record("failed", exc_info=(ValueError, error, error.__traceback__))
        line = JsonFormatter().format(failed)
    assert "canary" not in line
    assert json.loads(line)["exception"] == "ValueError"
    assert "test_logs.py" in json.loads(line)["at"]
    assert described(ValueError("x")) == ("ValueError", "unknown")


class Stuck(io.StringIO):
    """A reader that does not read."""

    def __init__(self) -> None:
        super().__init__()
        self.free = threading.Event()

    def write(self, text: str) -> int:
        assert self.free.wait(30)
        return super().write(text)


def test_a_reader_that_does_not_read_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.serving.logs._WAITING", 10)
    stream = Stuck()
    handler = PatientHandler(stream)
    handler.setFormatter(JsonFormatter())
    for _ in range(50):
        handler.emit(record("x"))
    assert handler.dropped >= 38
    stream.free.set()
    while not handler._lines.empty():
        pass
    handler.close()
    assert "lines_dropped" in stream.getvalue()


def test_lines_are_written_before_the_end() -> None:
    stream = io.StringIO()
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    try:
        handler = start("info", stream)
        logging.getLogger("verifier").info("hello", extra={"fields": {"event": "hello"}})
        handler.close()
    finally:
        root.handlers[:] = before
        root.setLevel(level)
    assert json.loads(stream.getvalue())["event"] == "hello"
