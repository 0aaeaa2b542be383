"""Who may ask, and what goes with every answer.

Problem: a desktop tool on loopback should need no password, yet "the peer is 127.0.0.1" is also
what a reverse proxy looks like, and a page of another site can point its own host name at
127.0.0.1 (DNS rebinding) or post a form there.

Method: a bearer token with the right scope opens a door from anywhere. Without one, checking and
reading are open only when all four hold: the server is bound to a loopback address, the peer is
loopback, the Host header names this machine, and no forwarding header is there; or when the
operator opens them. What changes the corpus always needs a token; there is no default secret and
no cookie. A page of another origin is refused before anything else, unless it was allowed.

Rejected: letting a forwarding header open a door (anybody can write it; behind proxies named by the
operator it tells whom a request is counted under, no more), asking for a password on loopback (it
would be one that everybody knows).
"""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from flask import Flask, Request, Response, g, request
from werkzeug.exceptions import RequestEntityTooLarge

from corpus.errors import Forbidden, StoreError, Unauthorized
from verifier.clock import utc_now, utc_text
from verifier.config import Settings, is_loopback
from verifier.remembering.callers import WRITING, Caller, needed
from verifier.remembering.ledger import Ledger
from verifier.remembering.limits import Rate, Standing, bucket_of, spend
from verifier.remembering.refusals import RateLimited
from verifier.remembering.tokens import Token, find
from verifier.serving.forwarding import counted_address

_log = logging.getLogger("verifier.serving.security")

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # the documentation page draws its arrows from data addresses
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_ALWAYS_OPEN = frozenset({"static", "health.alive", "health.ready"})
_FILES = frozenset({"v1.add_job"})
"""Addresses whose body may be a file as it is."""
_UPLOADS = frozenset({"v1.add_source", "job.begin"}) | _FILES
_DRAFTS = frozenset({"v1.check_draft", "draft.check"})
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_ENVELOPE = 100_000
"""Bytes that a multipart body has beside its file."""
_ESCAPED = 12
"""Bytes of a code point at most: a pair of escapes in JSON, four escaped bytes in a form."""


def admit(settings: Settings, asked: Request, caller: Caller) -> None:
    """Let a request pass or refuse it.

    Args:
        settings: of the server.
        asked: the request; nothing of its body is read.
        caller: who sent it.

    Raises:
        Forbidden: a page of another origin, a foreign host name on a loopback server, or a token
            without the scope.
        Unauthorized: everything else that the rule above does not open.
    """
    scope = needed(asked.endpoint)
    if asked.method in _CHANGING and from_another_page(asked, settings.origins):
        raise Forbidden(scope)
    if caller.token is not None:
        if not caller.token.may(scope):
            raise Forbidden(scope)
        return
    if scope in WRITING:
        raise Unauthorized
    if settings.open and asked.endpoint != "health.show_metrics":
        return
    forwarded = any(
        name.lower() == "forwarded" or name.lower().startswith("x-forwarded-")
        for name in asked.headers.keys()  # noqa: SIM118 - iterating gives pairs
    )
    near = settings.bound_to_loopback and is_loopback(asked.remote_addr or "")
    if not near or forwarded:
        raise Unauthorized
    if not names_this_machine(asked.headers.get("Host", "")):
        raise Forbidden(scope)


def from_another_page(asked: Request, allowed: tuple[str, ...]) -> bool:
    """Whether a browser sent the request for a page of another origin.

    Args:
        asked: the request.
        allowed: origins that may.

    Returns:
        What ``Sec-Fetch-Site`` says; in older browsers, what ``Origin`` says. ``null`` says nothing
        there, because our own pages send it too (they ask for no referrer).
    """
    origin = asked.headers.get("Origin", "")
    if origin and origin in allowed:
        return False
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    return origin not in ("", "null") and urlsplit(origin).netloc != asked.host


def names_this_machine(host: str) -> bool:
    """Whether a Host header is ``localhost``, ``127.0.0.1`` or ``[::1]``, with or without a port.

    Args:
        host: the header's value; empty when it is missing.
    """
    name = host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]
    return name.lower() in {"localhost", "127.0.0.1", "[::1]"}


def bearer(asked: Request) -> str | None:
    """The secret that a request carries; None for none, and for other schemes than Bearer.

    Another scheme is the business of whoever stands in front (an access control of the proxy).
    """
    scheme, _, secret = asked.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else None


def harden(response: Response) -> Response:
    """Set the headers of `HEADERS` on an answer; assets may be kept by the browser.

    Args:
        response: any answer; changed in place.

    Returns:
        The same answer.
    """
    response.headers.update(HEADERS)
    if request.endpoint in {"static", "docs.asset"}:
        response.headers["Cache-Control"] = "no-cache"
    standing: Standing | None = g.get("standing")
    if standing is not None:
        response.headers["RateLimit-Limit"] = str(g.rate.burst)
        response.headers["RateLimit-Remaining"] = str(standing.remaining)
        response.headers["RateLimit-Reset"] = str(standing.reset)
    return response


def install(app: Flask, settings: Settings, ledger: Ledger) -> None:
    """Put the rule before every request, the limits on its body and the headers on its answer.

    Args:
        app: without requests so far.
        settings: limits of bodies in bytes; forms have a smaller one than JSON.
        ledger: tokens and how much each caller has asked.
    """
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_form
    rate = Rate(settings.max_rate, settings.max_burst)

    @app.before_request
    def _guard() -> None:
        g.caller = Caller()
        if request.endpoint not in _ALWAYS_OPEN:
            secret = bearer(request)
            token = find(ledger, secret, now=utc_text(utc_now())) if secret is not None else None
            g.caller, g.rate = Caller(token), rate
            _count(ledger, settings, rate, token)
            if secret is not None and token is None:
                raise Unauthorized
            admit(settings, request, g.caller)
        _limit_body(settings)

    app.after_request(harden)


def _count(ledger: Ledger, settings: Settings, rate: Rate, token: Token | None) -> None:
    """Count the request under its token, or else under its address, a wrong token included."""
    if token is not None:
        name = f"token:{token.id}"
    else:
        listed, described = map(request.headers.getlist, ("X-Forwarded-For", "Forwarded"))
        peer = request.remote_addr or ""
        name = bucket_of(counted_address(peer, listed, described, settings.proxies))
    try:
        standing = spend(ledger, name, rate, now=utc_now().timestamp())
    except StoreError as error:
        # A full disk must not stop reading, and a limit that cannot be counted is none.
        fields = {"event": "not_counted", "reason": type(error).__name__}
        _log.warning("a request could not be counted", extra={"fields": fields})
        return
    g.standing = standing
    if not standing.served:
        raise RateLimited(rate.burst, standing.wait)


def _limit_body(settings: Settings) -> None:
    whole = request.endpoint in _FILES or request.mimetype == "multipart/form-data"
    if request.endpoint in _UPLOADS and whole:
        request.max_content_length = settings.max_upload + _ENVELOPE
    elif request.endpoint in _DRAFTS:
        most = _ESCAPED * settings.max_draft + _ENVELOPE
        multipart = request.mimetype == "multipart/form-data"
        request.max_form_memory_size = most
        request.max_content_length = most + (settings.max_upload if multipart else 0)
    elif request.method == "POST" and not request.path.startswith("/api/"):
        request.max_content_length = settings.max_form
    limit = request.max_content_length
    if limit is not None and (request.content_length or 0) > limit:
        raise RequestEntityTooLarge
