"""The server: waitress, which runs everywhere and is not held up by slow clients.

Told to end, it takes no new request, finishes those in hand, gives their answers and goes.

Rejected: a forking server by default (twelve half-sent requests block its workers, and it does not
run on every system).
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import waitress
from flask import Flask
from waitress import wasyncore

from verifier.config import Settings
from verifier.serving.garbage import collect_seldom

_BODY_FACTOR = 4
"""How far beyond the app's own limit a body is still read: up to there the answer is a problem that
explains itself, beyond it the connection is refused before anything is kept."""
_ENVELOPE = 1_000_000
_TURN = 0.0005
"""Seconds after which a thread that computes lets another one go on. By default it is ten times as
long, and an ordinary answer, which stops for the store some dozen times, waits that long each time
while a hard one is worked on: beside one its median was 3.8 times as long, with this 1.4 times."""
_TIDY_EVERY = 60.0
"""Seconds between questions whether a sweep is due; the question costs nothing."""


def serve_until_told(app: Flask, settings: Settings, say: Callable[[str], object]) -> None:
    """Listen and answer until the process is told to end; work in hand is finished.

    Args:
        app: what answers.
        settings: where to listen, with how many threads, how long work in hand may take.
        say: takes one line for the operator.

    Raises:
        OSError: the address cannot be listened on.
    """

    def stop(*_: object) -> None:
        raise SystemExit(0)  # the server ends the work in hand; by default it would be cut off

    signal.signal(signal.SIGTERM, stop)
    sys.setswitchinterval(_TURN)
    server = waitress.create_server(
        app,
        host=settings.host,
        port=settings.port,
        threads=settings.threads,
        ident="",
        max_request_body_size=max(
            _BODY_FACTOR * settings.max_body, settings.max_upload + _ENVELOPE
        ),
        # Taken out, a proxied request would look as if it came from this machine.
        clear_untrusted_proxy_headers=False,
    )
    _end_well(server, settings.stop_seconds)
    threading.Thread(target=_keep_tidy, args=(app,), name="tidy", daemon=True).start()
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    port = getattr(server, "effective_port", settings.port)  # localhost may be two sockets
    say(f"Listening on http://{shown}:{port}")
    if not settings.bound_to_loopback and not settings.open:
        say("Others need a token (verifier token create), or VERIFIER_OPEN=1 opens the doors.")
    collect_seldom()
    server.run()


def _keep_tidy(app: Flask) -> None:
    """Have what is over its term swept away also while nobody asks anything."""
    while True:
        time.sleep(_TIDY_EVERY)
        app.extensions["tidy"]()


def _end_well(server: Any, seconds: int) -> None:
    """Let work in hand take its time at the end, and send what it gave.

    By itself the server waits five seconds, and what a socket would not take at once is lost,
    because the loop that sends has ended by then.
    """
    dispatcher = server.task_dispatcher
    end = dispatcher.shutdown
    sockets = getattr(server, "map", None) or server._map  # several sockets, or one

    def shutdown(cancel_pending: bool = True, timeout: float = 0) -> bool:
        deadline = time.monotonic() + max(timeout, seconds)
        ended: bool = end(cancel_pending, max(timeout, seconds))
        while time.monotonic() < deadline and any(
            getattr(each, "total_outbufs_len", 0) for each in list(sockets.values())
        ):
            wasyncore.loop(timeout=0.1, map=sockets, count=1)
        return ended

    dispatcher.shutdown = shutdown
