"""The server ends the work it has in hand."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import PROJECT

SERVER = """
import sys, time
from pathlib import Path
from verifier.app import create_app
from verifier.config import Settings
from verifier.serving.server import serve_until_told

settings = Settings(home=Path(sys.argv[1]), port=0)
app = create_app(settings)

@app.get("/slow")
def slow():
    print("begun", file=sys.stderr, flush=True)
    time.sleep(1.0)
    print("done", file=sys.stderr, flush=True)
    return "x" * 8_000_000

serve_until_told(app, settings, lambda words: print(words, file=sys.stderr, flush=True))
"""


def test_a_request_in_hand_gets_its_whole_answer(tmp_path: Path) -> None:
    """Switched off: `_end_well` in `verifier.serving.server` (what the socket would not take is
    lost).
    """
    command = [sys.executable, "-c", SERVER, str(tmp_path)]
    with subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        port = int(server.stderr.readline().rsplit(":", 1)[1])
        with socket.socket() as caller:
            caller.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            caller.settimeout(60)
            caller.connect(("127.0.0.1", port))
            caller.sendall(b"GET /slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            assert server.stderr.readline().strip() == "begun"
            server.send_signal(signal.SIGTERM)
            assert server.stderr.readline().strip() == "done"
            time.sleep(0.5)  # a caller that takes its time
            got = b"".join(iter(lambda: caller.recv(65_536), b""))
        assert server.wait(timeout=30) == 0
    head, _, body = got.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert len(body) == 8_000_000
