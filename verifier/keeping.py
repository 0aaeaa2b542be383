"""Keeping a report when that was asked for, and reading it back: the same for every door."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from flask import url_for

from corpus.errors import NotFound
from corpus.home import Home
from verifier.callers import Caller
from verifier.checks import Kept, keep, new_id, read
from verifier.config import Settings
from verifier.ledger import Ledger
from verifier.report import Links, Report
from verifier.schemas import report_json


def keep_report(
    ledger: Ledger, settings: Settings, caller: Caller, report: Report, *, now: datetime
) -> Report:
    """Keep a report at an address of its own.

    Args:
        ledger: where to.
        settings: for how long.
        caller: who may read it.
        report: as the service gave it.
        now: the time.

    Returns:
        The report with its address as id and in its links, as it was kept.

    Raises:
        StorageFull: no space; nothing was kept.
    """
    check_id = new_id()
    links = Links(
        url_for("v1.show_check", check_id=check_id), url_for("web.kept", check_id=check_id)
    )
    named = replace(report, id=check_id, links=links)
    body = report_json(named)
    keep(ledger, check_id, caller.owner, body, days=settings.keep_days, now=now)
    return named


def read_report(
    ledger: Ledger, home: Home, caller: Caller, check_id: str, *, now: datetime
) -> tuple[Kept, dict[str, Any]]:
    """A kept report as it is told today.

    Returns:
        What was kept, and its body with the state that the source has now: text that was withdrawn
        since then is still shown as it was found, and said to be withdrawn.

    Raises:
        NotFound: none of the caller's.
    """
    kept = read(ledger, check_id, caller.owner, now=now)
    body = dict(kept.body)
    if body.get("source"):
        body["source"] = dict(body["source"], state=_state(home, body["source"]["id"]))
    return kept, body


def _state(home: Home, source_id: str) -> str:
    try:
        return home.store.source(source_id).state.value
    except NotFound:
        return "withdrawn"
