"""Keeping a report when that was asked for, and reading it back: the same for every door."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from flask import url_for

from corpus.errors import AddressRefused, InvalidRequest, NotFound, Unauthorized
from corpus.fetching.fetch_post import host_of
from corpus.home import Home
from verifier.clock import utc_text
from verifier.config import Settings
from verifier.exchange.schemas import report_json
from verifier.remembering.audit import record
from verifier.remembering.callers import Caller
from verifier.remembering.checks import Kept, Open, keep, new_id, read
from verifier.remembering.ledger import Ledger
from verifier.remembering.notices import Recipient, may_turn_up, new_secret
from verifier.report import Links, Report
from verifier.serving.fetching import REFUSED
from verifier.serving.notice_addresses import may_be_told


def keep_report(
    ledger: Ledger,
    settings: Settings,
    caller: Caller,
    report: Report,
    *,
    now: datetime,
    told: Recipient | None = None,
) -> Report:
    """Keep a report at an address of its own.

    Args:
        ledger: where to.
        settings: for how long.
        caller: who may read it.
        report: as the service gave it.
        now: the time.
        told: who is told when the quote turns up; nobody is when it has.

    Returns:
        The report with its address as id and in its links, as it was kept. One whose quote may
        still turn up is compared again when the corpus has grown.

    Raises:
        StorageFull: no space; nothing was kept.
    """
    check_id = new_id()
    links = Links(
        url_for("v1.show_check", check_id=check_id), url_for("web.kept", check_id=check_id)
    )
    named = replace(report, id=check_id, links=links)
    body = report_json(named)
    watch = None
    if may_turn_up(report):
        watch = Open(report.verdict.code.value, report.scope.corpus_version, told)
    keep(ledger, check_id, caller.owner, body, days=settings.keep_days, now=now, watch=watch)
    return named


def recipient(
    url: str,
    settings: Settings,
    ledger: Ledger,
    caller: Caller,
    *,
    now: datetime,
    pointer: str = "/notify/url",
) -> Recipient:
    """Who is to be told, with a new secret.

    Args:
        url: where to, as the caller gave it.
        settings: whether and where notices go.
        ledger: for the audit: an address that leads where nothing may be sent leaves a line.
        caller: who asks for it.
        now: the time.
        pointer: to the address in what was sent.

    Raises:
        Unauthorized: the caller has no token.
        InvalidRequest: notices are not sent here, or not to that address.
    """
    if not settings.notify:
        raise InvalidRequest([("/notify", "invalid", "Notices are not sent from here.")])
    if caller.token is None:
        raise Unauthorized
    try:
        may_be_told(url, settings)
    except AddressRefused as refused:
        record(ledger, utc_text(now), REFUSED, caller.id, host_of(refused.origin))
        fault = (pointer, "invalid", f"No notice goes there: {refused.reason}.")
        raise InvalidRequest([fault]) from None
    return Recipient(url, new_secret(), caller.id)


def read_report(
    ledger: Ledger, home: Home, caller: Caller, check_id: str, *, now: datetime
) -> tuple[Kept, dict[str, Any]]:
    """A kept report as it is told today.

    Returns:
        What was kept, and its body with the state that the source has now (text that was withdrawn
        since then is still shown as it was found, and said to be withdrawn), and ``changed_since``:
        since when the corpus is known to give another verdict, or None.

    Raises:
        NotFound: none of the caller's.
    """
    kept = read(ledger, check_id, caller.owner, now=now)
    body = dict(kept.body, changed_since=kept.changed)
    if body.get("source"):
        body["source"] = dict(body["source"], state=_state(home, body["source"]["id"]))
    return kept, body


def _state(home: Home, source_id: str) -> str:
    try:
        return home.store.source(source_id).state.value
    except NotFound:
        return "withdrawn"
