"""The service keeps what its OpenAPI document promises, whatever it is sent.

Schemathesis reads the served document and makes up requests that fit it and requests that do not;
all its checks run on every answer: no failure of the server, documented statuses, bodies and media
types, refused tokens, methods that are not taken, things that are gone after they were removed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from corpus.home import Home
from corpus.ingest import read_source
from tests.conftest import NOON, TEXTS
from verifier.app import create_app
from verifier.config import Settings
from verifier.remembering.ledger import Ledger
from verifier.remembering.tokens import Scope, create
from verifier.service import Service

DOCUMENT = "/api/v1/openapi.json"
# A text can be well-formed and be no quote, no date and no document: 422 and 415 say so.
REFUSALS = ["2xx", "401", "403", "404", "409", "415", "422"]
ASKED = examples(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
STEPS = examples(ASKED, max_examples=40, stateful_step_count=8)


class Served:
    """A service whose corpus may be changed, and that can be put back to how it began."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._seed, self._count = folder, folder / "seed", 0
        ledger = Ledger.open(self._seed)
        self.secret = create(ledger, "caller", [*Scope], shared=False, now="2026-01-01T00:00:00Z")[
            1
        ]
        ledger.close()
        with Home.open(self._seed) as home:
            for origin, text in TEXTS.items():
                list(home.add(read_source(origin, text.encode()), now="2026-01-01T00:00:00Z"))
        self._home: Home | None = None
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forget all that was done so far."""
        self.end()
        self._count += 1
        folder = self._folder / str(self._count)
        shutil.copytree(self._seed, folder)
        self._home, self._ledger = Home.open(folder), Ledger.open(folder)
        many = 1_000_000  # the limit on requests has tests of its own
        settings = Settings(home=folder, max_rate=many, max_burst=many)
        service = Service.open(self._home, now=lambda: NOON)
        self._app = create_app(settings, service, self._ledger)

    def end(self) -> None:
        """Give everything back."""
        if self._home is not None:
            self._home.close()
            self._ledger.close()

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        return self._app.wsgi_app({"REMOTE_ADDR": "127.0.0.1"} | environ, start)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service with a token for everything."""
    service = Served(tmp_path_factory.mktemp("called"))
    yield service
    service.end()


@pytest.fixture(scope="module")
def schema(served: Served) -> Any:
    """The document that it serves."""
    config = SchemathesisConfig.from_dict(
        {
            "auth": {"openapi": {"bearer": {"bearer": served.secret}}},
            "checks": {"positive_data_acceptance": {"expected-statuses": REFUSALS}},
            # The first DELETE of a job stops it and keeps its rows; see `test_job_routes`.
            "operations": [
                {
                    "include-path-regex": "^/api/v1/jobs/",
                    "checks": {"use_after_free": {"enabled": False}},
                }
            ],
        }
    )
    return schemathesis.openapi.from_wsgi(DOCUMENT, served, config=config)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: str(mode.value))
def test_every_operation_keeps_its_promises(schema: Any, mode: GenerationMode) -> None:
    seen = []
    for found in schema.get_all_operations():
        operation = found.ok()
        seen.append(operation.label)

        @ASKED
        @given(case=operation.as_strategy(generation_mode=mode))
        def holds(case: Any) -> None:
            case.call_and_validate()

        try:
            holds()
        except Exception as error:
            if type(error).__name__ != "Unsatisfiable":  # an operation that takes nothing
                raise
    assert len(seen) >= 10


def test_operations_keep_their_promises_one_after_another(schema: Any, served: Served) -> None:
    machine: Any = schema.as_state_machine()

    class FromTheBeginning(machine):  # type: ignore[misc]
        def setup(self) -> None:
            served.begin_anew()
            super().setup()

    assert len(machine.bundles) > 0
    FromTheBeginning.run(settings=STEPS)
