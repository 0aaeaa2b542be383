"""A service of its own for tests that change something: corpus, ledger, tokens, app."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from corpus.home import Home
from corpus.ingest import read_source
from tests.conftest import TEXTS
from verifier.app import create_app
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.jobs.answering import answer_row
from verifier.jobs.folder import job_file, job_input
from verifier.jobs.work import work
from verifier.jobs.workers import answered_here
from verifier.remembering import jobs
from verifier.remembering.ledger import Ledger
from verifier.remembering.tokens import Scope, create
from verifier.service import Service

THEN = "2026-01-01T00:00:00Z"


@dataclass
class Desk:
    """One home, open, with its ledger."""

    folder: Path
    home: Home
    ledger: Ledger
    closed: bool = False

    @classmethod
    def open(cls, folder: Path) -> Desk:
        home = Home.open(folder)
        if home.store.revision() == 0:
            for origin, text in TEXTS.items():
                list(home.add(read_source(origin, text.encode()), now=THEN))
        return cls(folder, home, Ledger.open(folder))

    def app(self, **settings: Any) -> Flask:
        return create_app(
            Settings(home=self.folder, **settings), Service.open(self.home), self.ledger
        )

    def client(self, **settings: Any) -> FlaskClient:
        return self.app(**settings).test_client()

    def token(self, *scopes: str, shared: bool = False) -> dict[str, str]:
        """The header of a new token."""
        granted = [Scope(scope) for scope in scopes]
        _, secret = create(self.ledger, "a test", granted, shared=shared, now=THEN)
        return {"Authorization": f"Bearer {secret}"}

    def work_off(self, rows: int | None = None) -> None:
        """Work on the oldest job in this process, to its end or for so many rows."""
        lease = jobs.claim(self.ledger, "a test", now=utc_now())
        assert lease is not None
        file = job_file(self.folder, lease.job_id)
        file.take(lease.attempt)
        service = Service.open(self.home)
        ask = partial(answered_here, lambda body: answer_row(service, body, 20_000))
        given = job_input(self.folder, lease.job_id, file).rows()
        list(work(file, lease.attempt, islice(given, rows), ask))
        file.close()
        if rows is None:
            jobs.finish(self.ledger, lease, now=utc_now())
        else:
            jobs.give_back(self.ledger, lease)

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            self.home.close()
            self.ledger.close()

    def files(self) -> bytes:
        """Everything on disk, one file after another."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return b"".join(path.read_bytes() for path in found)


def removed(report: dict[str, Any]) -> list[str]:
    """What was taken out of a claim because nobody can see it, by name."""
    return [each["text"] for each in report["claim"]["normalizations"]]
