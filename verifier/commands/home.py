"""What the commands share: an open home, a service on it, the time.

Modules that are slow to import are imported where they are needed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from corpus.models import DraftSource
from verifier.clock import utc_now, utc_text
from verifier.config import Settings
from verifier.desk import registers_of as registers_of

if TYPE_CHECKING:
    from corpus.gathering.gathering import Fetch
    from corpus.home import Home
    from corpus.translation.registers import Registers
    from verifier.service import Service

LOOK, FAILED = 1, 2
"""Exit statuses: something to look at; could not run."""


@contextmanager
def opened(settings: Settings, *, starter: bool = False) -> Iterator[Home]:
    """The home of the settings; with ``starter``, one that never held anything gets the corpus."""
    from corpus.home import Home

    with Home.open(settings.home) as home:
        if starter and home.store.text_revision() == 0:
            count = sum(1 for _ in home.add(starter_sources(), now=now()))
            click.echo(
                f"The corpus was empty: added the starter corpus ({count} sources).", err=True
            )
            weave_now(home, registers_of(settings))
        yield home


def starter_sources() -> Iterator[DraftSource]:
    """The documents of the embedded starter corpus."""
    from corpus.starter_corpus import draft_sources

    return draft_sources()


def now() -> str:
    """The time, as the store and the ledger write it."""

    return utc_text(utc_now())


def fetching_of(settings: Settings, fetch: Fetch) -> Fetch:
    """Fetching for a command: what is refused leaves its line in the audit."""
    from verifier.remembering.ledger import Ledger
    from verifier.serving.fetching import audited

    return audited(fetch, lambda: Ledger.open(settings.home), "operator", now)


def service_of(home: Home, settings: Settings) -> Service:
    """The service on an open home, with the real clock and what the desk brings along."""
    from verifier.desk import embeddings_of
    from verifier.service import Service

    return Service.open(
        home, now=utc_now, registers=registers_of(settings), embeddings=embeddings_of(settings)
    )


def weave_now(home: Home, registers: Registers) -> int:
    """Look at and link everything that waits, with a bar on a terminal.

    Returns:
        How many documents could not be done; they are named on standard error.
    """
    from corpus.keeping.tasks import Budget
    from corpus.weaving.weaving import weave

    waiting = home.store.lineage.pending()
    steps = weave(home, budget=Budget(wait=True), registers=registers)
    if sys.stderr.isatty() and waiting.total:
        length = 2 * waiting.evidence + waiting.linking
        with click.progressbar(length=length, file=sys.stderr, label="Linking") as bar:
            for _ in steps:
                bar.update(1)
    else:
        for _ in steps:
            pass
    aside = home.store.lineage.pending().set_aside
    for rendition_id, problem in aside:
        source = home.store.source_of_rendition(rendition_id)
        # the class of the problem alone: its message may hold words of the document
        click.echo(f"Not linked: {source.origin}: {problem.partition(':')[0]}", err=True)
    return len(aside)
