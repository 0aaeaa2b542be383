"""A web server on this machine for tests of fetching; the network is never asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from corpus.fetching.fetch import FetchPolicy

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Served:
    """A running server.

    Attributes:
        port: on 127.0.0.1.
        asked: host header and path of every request.
        sent: headers, in lower case, and body of every POST.
    """

    port: int
    asked: list[tuple[str, str]] = field(default_factory=list)
    sent: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    def url(self, path: str, host: str = "quay.example") -> str:
        """An address under an invented host name."""
        return f"http://{host}:{self.port}{path}"

    def policy(self, **more: object) -> FetchPolicy:
        """Fetching that takes every name for this machine, and this machine for public."""
        usual: dict[str, object] = {
            "resolve": lambda host, port: ["127.0.0.1"],
            "allowed": lambda address: True,
            "ports": {"http": self.port},
            "seconds": 5.0,
        }
        return FetchPolicy(**{**usual, **more})  # type: ignore[arg-type]


def page(body: bytes, media_type: str = "text/html", **headers: str) -> Answer:
    """An answer with a body."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", media_type)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def status(code: int) -> Answer:
    """An answer without a body."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


def moved(to: str, status: int = 302) -> Answer:
    """An answer that leads on."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Location", to)
        request.end_headers()

    return answer


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[Served]:
    """A server with an answer for each path, 404 for others."""
    served = Served(0)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.headers.get("Host", ""), self.path))
            answer = answers.get(self.path)
            try:
                if answer is None:
                    self.send_error(404)
                else:
                    answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            served.sent.append(({name.lower(): v for name, v in self.headers.items()}, body))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
