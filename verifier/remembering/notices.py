"""Telling a caller that a missing quote turned up or a job has ended: when, what, how it is signed.

Problem: a quote that was not found may be found when new sources have come in, a file may take the
night, and nobody asks again. Whoever wants to be told names an address; what is sent there crosses
the web, may be sent by somebody else, may arrive twice, and its receiver may be down for a night.

Method: a notice is thin: what kind it is, the number of the kept check or of the job, where it can
be read, when. Who may read that reads it there; the notice holds no word of a quote. It is
signed as Standard Webhooks has it, so that receivers can use what they have: HMAC-SHA256 over
identifier, time and body with a secret that was told once. The identifier stays the same when it is
sent again. It is sent again after ever longer waits, and then no more.

Only wording counts as turned up: another passage that says something like it is another answer, and
is told on the check itself, but a notice about it would be a false alarm.

Rejected: the report in the notice (an unpublished quote on somebody's server), one secret for all
(whoever has one notice could sign for others), signatures with a public key (keys to be kept and
changed; the specification has them as an option).

Source: Standard Webhooks 1.0.0 (standardwebhooks.com); RFC 2104.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field

from verifier.report import Reason, Report, VerdictCode


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice.

    Attributes:
        type: its name.
        subject: what it is about: the key of its id.
        page: address of the page of what it is about, without the id.
    """

    type: str
    subject: str
    page: str


QUOTE_FOUND = Kind("quote-found", "check", "/checks/")
JOB_DONE = Kind("job-done", "job", "/file/")
_PREFIX = "whsec_"
_FIRST_WAIT = 30.0
_FACTOR = 4.0
_ATTEMPTS = 7
"""Waits from half a minute to eight and a half hours, over eleven together: a night's failure."""
_NO_PLACE = frozenset({VerdictCode.NOT_FOUND, VerdictCode.PARAPHRASE, VerdictCode.INCONCLUSIVE})


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is told.

    Attributes:
        url: where to.
        secret: what the notice is signed with; see `new_secret`.
        token: id of the token on whose behalf; nobody is told when it was taken back.
    """

    url: str
    secret: str = field(repr=False)
    token: str


def new_secret() -> str:
    """A secret to sign with: 256 random bits, in base64 behind ``whsec_``."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(32)).decode("ascii")


def may_turn_up(report: Report) -> bool:
    """Whether new sources could give a quote the place that it has none of.

    Args:
        report: any report.

    Returns:
        True for a quote whose words were not found, also where only the closest sentences were;
        false for one that is too short to be found at all.
    """
    verdict = report.verdict
    if verdict.code is VerdictCode.INCONCLUSIVE:
        return report.match is None and verdict.reason is not Reason.TOO_SHORT_OR_COMMON
    return verdict.code in _NO_PLACE


def turned_up(report: Report) -> bool:
    """Whether the words of a quote have a place, closely or word for word."""
    return report.match is not None and report.verdict.code not in _NO_PLACE


def notice_id(kind: Kind, subject: str) -> str:
    """What names a notice to its receiver: the same each time it is sent."""
    return f"{kind.type}-{subject}"


def notice_body(kind: Kind, subject: str, at: str) -> bytes:
    """What is sent.

    Args:
        kind: of the notice.
        subject: id of the kept check, or of the job.
        at: UTC time at which the quote turned up, or the job ended.

    Returns:
        JSON in UTF-8; the link is the page of the check or job, below the address of the service.
    """
    link = f"{kind.page}{subject}"
    told = {"type": kind.type, kind.subject: subject, "link": link, "at": at}
    return json.dumps(told, separators=(",", ":")).encode()


def signed_headers(identifier: str, body: bytes, secret: str, at: int) -> dict[str, str]:
    """The headers that a notice is sent with.

    Args:
        identifier: see `notice_id`.
        body: as it is sent.
        secret: see `new_secret`.
        at: the time of sending in whole seconds since 1970; receivers refuse old ones.
    """
    key = base64.b64decode(secret.removeprefix(_PREFIX))
    content = f"{identifier}.{at}.".encode() + body
    signature = base64.b64encode(hmac.digest(key, content, hashlib.sha256)).decode("ascii")
    return {
        "Content-Type": "application/json",
        "Webhook-Id": identifier,
        "Webhook-Timestamp": str(at),
        "Webhook-Signature": f"v1,{signature}",
    }


def wait_after(attempt: int) -> float | None:
    """How long to wait before a notice is sent again.

    Args:
        attempt: which one has failed, from 1.

    Returns:
        Seconds; None when it is not sent again.
    """
    return _FIRST_WAIT * _FACTOR ** (attempt - 1) if attempt < _ATTEMPTS else None
