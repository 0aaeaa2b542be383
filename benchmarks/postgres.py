"""PostgreSQL with pg_trgm: a cluster of its own in a folder of its own, stopped at the end."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from benchmarks.claims import Claim
from benchmarks.peers import Peer

_PLACES = "/usr/lib/postgresql"
_ACCOUNT = "postgres"
"""The server refuses to run as root; Debian's package makes this account."""


@contextmanager
def trigrams(texts: Sequence[str], folder: Path) -> Iterator[Peer | str]:
    """A peer that orders passages by ``word_similarity``, through a GiST index of trigrams.

    Args:
        texts: the passages.
        folder: where the cluster is made; everything in it is removed at the end.

    Yields:
        The peer, or why there is none.
    """
    tools = sorted(Path(_PLACES).glob("*/bin/initdb"))
    if not tools:
        yield "PostgreSQL is not installed"
        return
    cluster = folder / "cluster"
    shutil.rmtree(cluster, ignore_errors=True)
    cluster.mkdir(parents=True)
    server = _Server(tools[-1].parent, cluster)
    try:
        server.start()
    except subprocess.CalledProcessError as error:
        shutil.rmtree(cluster, ignore_errors=True)
        yield f"PostgreSQL does not start: {(error.stderr or '').strip()[:120]}"
        return
    try:
        yield _peer(server, texts)
    finally:
        server.stop()
        shutil.rmtree(cluster, ignore_errors=True)


def _peer(server: _Server, texts: Sequence[str]) -> Peer:
    table = server.cluster / "passages.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((at, text.replace("\0", "")) for at, text in enumerate(texts))
    table.chmod(0o644)
    began = perf_counter()
    server.ask("CREATE EXTENSION pg_trgm; CREATE TABLE p (id int PRIMARY KEY, text text)")
    server.ask(f"COPY p FROM '{table}' WITH (FORMAT csv)")
    server.ask("CREATE INDEX ON p USING gist (text gist_trgm_ops(siglen=64)); ANALYZE p")
    built = perf_counter() - began

    def find(claim: Claim) -> str | None:
        quoted = claim.quote.replace("'", "''")
        out = server.ask(f"SELECT id FROM p ORDER BY '{quoted}' <<-> text LIMIT 1")
        return texts[int(out)] if out.strip() else None

    return Peer("PostgreSQL pg_trgm", built, find, len(texts), 1)


class _Server:
    """One cluster that listens on a socket in its own folder only."""

    def __init__(self, tools: Path, cluster: Path) -> None:
        self.cluster = cluster
        self._tools = tools
        self._as: dict[str, str] = {"user": _ACCOUNT} if os.geteuid() == 0 else {}
        self._data = cluster / "data"

    def start(self) -> None:
        """Make the cluster and start it."""
        if self._as:
            shutil.chown(self.cluster, _ACCOUNT)
        self._run("initdb", "-D", self._data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-k {self.cluster} -c listen_addresses= -c fsync=off -c shared_buffers=512MB"
        log = self.cluster / "log"
        self._run("pg_ctl", "-D", self._data, "-l", log, "-w", "-o", options, "start")

    def ask(self, sql: str) -> str:
        """Run statements; the rows of the last one, bare."""
        options = ("-d", "postgres", "-qAt", "-v", "ON_ERROR_STOP=1", "-f", "-")
        return self._run("psql", "-h", self.cluster, *options, stdin=sql)

    def stop(self) -> None:
        """Stop the server at once."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def _run(self, tool: str, *arguments: str | Path, stdin: str = "") -> str:
        loud = tool == "pg_ctl"  # its server keeps the pipes, so they would never end
        done = subprocess.run(
            [self._tools / tool, *arguments],
            input=stdin,
            stdout=subprocess.DEVNULL if loud else subprocess.PIPE,
            stderr=subprocess.DEVNULL if loud else subprocess.PIPE,
            text=True,
            check=True,
            cwd=self.cluster,
            **self._as,  # type: ignore[call-overload]
        )
        return done.stdout or ""
