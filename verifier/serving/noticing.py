"""Comparing open questions again while the service answers, and telling who wants to be told.

Problem: new sources come in at any time, hundreds of kept checks may be open, requests must be
answered as if nothing went on, several services may share one home, and receivers may be slow or
gone. Method: one thread looks every few seconds. One process at a time has the round; in it each
open check whose corpus has grown is asked again, the one that has waited longest first, for a few
seconds at most and never without a pause as long as the answer took; then the notices that are
due, those of jobs too, are sent. Nothing is compared while the index is behind the store.

Rejected: comparing when a check is read (whoever is told must not have to ask, and a page would
take as long as an answer), comparing in the request that adds a source (it would pay for all).
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from time import monotonic
from typing import Any

from corpus.errors import InvalidInput, StoreError
from verifier.answering.question import Question
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.remembering import job_notices, notices, watches
from verifier.remembering.ledger import Ledger
from verifier.remembering.notice_queue import GIVEN_UP, SENT, Due
from verifier.report import Report, SearchStatus
from verifier.service import Service
from verifier.serving.alongside import Alongside
from verifier.serving.logs import described
from verifier.serving.notice_addresses import Send, sending

_log = logging.getLogger("verifier")
_PAUSE = 5.0
_AFTER_FAILURE = 60.0
_STOPPING = 12.0
"""Seconds to wait for the last notice: what is not written down by then is sent again."""
_COMPARING = 3.0
"""Seconds of a round for comparing: with the pauses in it and after it, a fifth of one processor at
most."""
_SENDING = 30.0
_QUEUES = (watches.QUEUE, job_notices.QUEUE)
_OK = range(200, 300)
_GONE = 410
"""The receiver wants no more of it."""


class Noticer(Alongside):
    """The thread; `start` and `stop` may each be called once."""

    def __init__(
        self,
        service: Service,
        ledger: Ledger,
        limit: int,
        send: Send | None,
        *,
        pause: float = _PAUSE,
    ) -> None:
        """Nothing happens until `start`.

        Args:
            service: answers; stays open until `stop` has returned, as the ledger does.
            ledger: of kept checks and watches.
            limit: code points of a quote.
            send: see `sending`; None when nobody is told.
            pause: seconds between rounds.
        """
        super().__init__("notices", pause=pause, after_failure=_AFTER_FAILURE, patience=_STOPPING)
        self._service = service
        self._ledger = ledger
        self._limit = limit
        self._send = send
        self._holder = secrets.token_hex(8)

    def round(self, *, now: datetime) -> int:
        """Compare what is open and send what is due, unless another process is at it.

        Args:
            now: the time.

        Returns:
            How many quotes turned up.

        Raises:
            StoreError: store, index or ledger cannot be read.
        """
        if not self._has_work(now) or not self._holds_round(now):
            return 0
        try:
            found = self._compare(now)
            if self._send is not None:
                self._deliver(self._send, now)
            return found
        finally:
            watches.give_round(self._ledger, self._holder)

    def _has_work(self, now: datetime) -> bool:
        """Asked every few seconds; writes nothing."""
        revision = self._service.home.store.text_revision()
        if watches.next_open(self._ledger, revision, now=now) is not None:
            return True
        return self._send is not None and any(q.any_due(self._ledger, now=now) for q in _QUEUES)

    def _holds_round(self, now: datetime) -> bool:
        return watches.take_round(self._ledger, self._holder, now=now)

    def _compare(self, now: datetime) -> int:
        end, found = monotonic() + _COMPARING, 0
        while not self._stopping.is_set() and monotonic() < end:
            home, began = self._service.home, monotonic()
            revision = home.store.text_revision()
            watch = watches.next_open(self._ledger, revision, now=now)
            if watch is None or not home.in_step() or not self._holds_round(now):
                break
            report = self._asked_again(watch)
            status = report.verdict.search.status if report else None
            if status is SearchStatus.INDEX_REBUILDING:
                break
            turned_up = report is not None and notices.turned_up(report)
            other = report is not None and report.verdict.code.value != watch.verdict
            found += watches.looked(
                self._ledger,
                watch.check_id,
                revision,
                changed=other and status is SearchStatus.COMPLETE,
                found=turned_up,
                now=now,
            )
            self._stopping.wait(monotonic() - began)
        return found

    def _asked_again(self, watch: watches.Watch) -> Report | None:
        """Today's answer; None for what cannot be answered any more, which must not hold up others.

        Raises:
            StoreError: store or index cannot be read.
        """
        try:
            return self._service.verify(question_of(watch.body, self._limit))
        except StoreError:
            raise
        except Exception as error:
            _told_of("a check could not be compared", error, logging.WARNING)
            return None

    def _deliver(self, send: Send, now: datetime) -> None:
        end = monotonic() + _SENDING
        for queue in _QUEUES:
            while not self._stopping.is_set() and monotonic() < end and self._holds_round(now):
                due = queue.take_due(self._ledger, now=now)
                if due is None:
                    break
                status = self._sent(send, queue.kind, due, now)
                if status in _OK:
                    queue.close(self._ledger, due.subject, SENT, now=now)
                elif status == _GONE or notices.wait_after(due.attempt) is None:
                    queue.close(self._ledger, due.subject, GIVEN_UP, now=now)

    def _sent(self, send: Send, kind: notices.Kind, due: Due, now: datetime) -> int:
        """Send a notice; the status of the answer, 0 for none. The line names no place."""
        identifier = notices.notice_id(kind, due.subject)
        body = notices.notice_body(kind, due.subject, due.at)
        headers = notices.signed_headers(
            identifier, body, due.recipient.secret, int(now.timestamp())
        )
        fields: dict[str, Any] = {"event": "notice", "type": kind.type}
        fields["attempt"] = due.attempt
        try:
            status = send(due.recipient.url, body, headers)
        except InvalidInput as failed:
            status, fields["error"] = 0, type(failed).__name__
        _log.info("a notice was sent", extra={"fields": fields | {"status": status}})
        return status

    def look(self) -> bool:
        """Have a round; see `verifier.serving.alongside.Alongside.look`."""
        self.round(now=utc_now())
        return False

    def tell(self, error: Exception) -> None:
        """See `verifier.serving.alongside.Alongside.tell`."""
        _told_of("watching failed", error, logging.ERROR)


def _told_of(what: str, error: Exception, level: int) -> None:
    """A line about a failure: class and place only, its message could hold a quote."""
    name, place = described(error)
    fields = {"event": "not_noticed", "error": name, "at": place}
    _log.log(level, "%s: %s at %s", what, name, place, extra={"fields": fields})


def question_of(body: Mapping[str, Any], limit: int) -> Question:
    """The question that a kept report answers.

    Args:
        body: the report as it was kept.
        limit: code points of a quote.

    Returns:
        What was asked, but for the source that it was said to come from: that settles ties, and no
        verdict.
    """
    claim = body["claim"]
    language = claim["language"]
    return Question(
        claim["text"],
        speaker=claim["speaker"],
        date=claim["date"],
        language=language["tag"] if language["basis"] == "declared" else None,
        limit=limit,
    )


@contextmanager
def noticing_along(settings: Settings, service: Service, ledger: Ledger) -> Iterator[Noticer]:
    """Compare and tell for as long as the block runs."""
    noticer = Noticer(service, ledger, settings.max_quote, sending(settings))
    with noticer.running():
        yield noticer
