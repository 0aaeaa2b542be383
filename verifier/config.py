"""Settings from the environment; the only module that reads it.

Every setting is one field of `Settings`, one variable ``VERIFIER_<FIELD>`` and one row of the
README's table (a test compares the three). Nothing is read at import, nothing secret has a default.
"""

from __future__ import annotations

import ipaddress
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PREFIX = "VERIFIER_"
LEVELS = ("debug", "info", "warning", "error")
_YES = frozenset({"1", "yes", "on", "true"})
_NO = frozenset({"", "0", "no", "off", "false"})


class InvalidSetting(ValueError):
    """A variable holds something that its setting cannot be.

    Attributes:
        name: the variable.
        reason: what it must be, in words for the operator.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


def default_home(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """The platform's folder for a user's application data.

    Args:
        environment: the variables, for the places that a desktop defines by them.
        platform: as `sys.platform`.

    Returns:
        ``~/.local/share``, ``~/Library/Application Support`` or ``%LOCALAPPDATA%``, and in it
        ``quote-verifier``; the folder need not exist.

    Source: XDG Base Directory Specification 0.8, and the customs of the two other systems.
    """
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "quote-verifier"


@dataclass(frozen=True, slots=True)
class Settings:
    """All that an operator can set.

    Attributes:
        home: folder of the database and the index.
        host: address to listen on; reading is open only on a loopback address.
        port: port to listen on.
        threads: requests answered at the same time.
        open: whether reading and checking are open to everybody who reaches the server.
        max_quote: code points of a quote at ``/verify`` and in the form.
        max_quote_batch: code points of a quote in a file.
        max_draft: code points of a draft.
        max_body: bytes of a JSON body.
        max_form: bytes of the form's body: a full quote with every character percent-encoded
            stays far below it, and nobody pays for parsing a megabyte.
        max_batch: quotes in one batch request.
        max_page: items on one page of a list.
        max_upload: bytes of a file given to ``POST /sources`` or ``POST /jobs``.
        max_job_rows: rows of a file given to ``POST /jobs``.
        max_waiting: uploads that wait for somebody to choose the column of quotes, at a time.
        max_rate: requests a second that a token, or an address without one, may go on asking.
        max_burst: requests that may be saved up for one moment.
        job_workers: processes of the service that work through files.
        keep_days: days for which kept checks and jobs are kept.
        key_hours: hours for which an idempotency key is remembered.
        audit_days: days for which the lines of the audit are kept.
        stop_seconds: seconds that work in hand gets when the server is told to end.
        trusted_proxies: addresses or networks, parted by commas, whose ``X-Forwarded-For`` or
            ``Forwarded`` tells whom a request is counted under. It opens no door.
        cors_origins: origins such as ``https://cms.example``, parted by commas, whose pages may
            call the API from a browser.
        fetch: whether ``POST /sources`` fetches addresses.
        max_fetches: addresses that the service fetches at a time; fewer than ``threads``, so that
            slow ones never keep everybody waiting.
        notify: whether callers may have notices sent to addresses of theirs: of quotes that turned
            up and of jobs that have ended.
        notify_hosts: the only hosts that notices go to, each with its port where that is not the
            usual one, parted by commas; they may stand in the operator's own network. Public
            addresses when empty.
        egress_proxy: ``http://host:port`` of a proxy that everything fetched goes through.
        log_level: ``debug``, ``info`` (a line a request), ``warning`` or ``error``.
        registers: file or folder of the desk's own registers of speakers and publishers.
        embeddings: folder of a multilingual model of sentences.
    """

    home: Path = field(default_factory=lambda: default_home({}))
    host: str = "127.0.0.1"
    port: int = 8000
    threads: int = 8
    open: bool = False
    max_quote: int = 5_000
    max_quote_batch: int = 20_000
    max_draft: int = 200_000
    max_body: int = 2_000_000
    max_form: int = 200_000
    max_batch: int = 100
    max_page: int = 100
    max_upload: int = 50_000_000
    max_job_rows: int = 100_000
    max_waiting: int = 20
    max_rate: int = 100
    max_burst: int = 300
    job_workers: int = 1
    keep_days: int = 30
    key_hours: int = 24
    audit_days: int = 365
    stop_seconds: int = 30
    trusted_proxies: str = ""
    cors_origins: str = ""
    fetch: bool = False
    max_fetches: int = 2
    notify: bool = False
    notify_hosts: str = ""
    egress_proxy: str = ""
    log_level: str = "info"
    registers: str = ""
    embeddings: str = ""

    @classmethod
    def from_env(cls, mapping: Mapping[str, str] | None = None) -> Settings:
        """Settings as the environment has them.

        Args:
            mapping: the variables; the process's own when None. Others than ``VERIFIER_...`` are
                used for nothing but the default of ``home``.

        Returns:
            Settings with a default wherever a variable is absent or empty.

        Raises:
            InvalidSetting: a number that is none or not above 0, or neither yes nor no.
        """
        environment = os.environ if mapping is None else mapping
        defaults = cls(home=default_home(environment))
        values = {}
        for each in fields(cls):
            name = PREFIX + each.name.upper()
            if text := environment.get(name, "").strip():
                values[each.name] = _value(name, text, getattr(defaults, each.name))
        settings = replace(defaults, **values)
        _check_lists(settings)
        return settings

    @property
    def proxies(self) -> tuple[str, ...]:
        """The trusted proxies, one by one."""
        return _listed(self.trusted_proxies)

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins that may call from a browser, one by one."""
        return _listed(self.cors_origins)

    @property
    def notify_among(self) -> tuple[tuple[str, int | None], ...]:
        """The hosts that notices go to, each with its port if it has one of its own."""
        parts = [urlsplit(f"//{each}") for each in _listed(self.notify_hosts)]
        return tuple((part.hostname or "", part.port) for part in parts)

    @property
    def bound_to_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return is_loopback(self.host)


def is_loopback(address: str) -> bool:
    """Whether an address or host name means this machine itself.

    Args:
        address: an IP address with or without brackets, or ``localhost``.

    Returns:
        False for every other name, also one that would resolve to a loopback address.
    """
    bare = address.strip("[]").lower()
    if bare == "localhost":
        return True
    try:
        found = ipaddress.ip_address(bare.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


def _listed(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(",") if each.strip())


def _check_lists(settings: Settings) -> None:
    for each in settings.proxies:
        try:
            ipaddress.ip_network(each, strict=False)
        except ValueError:
            raise InvalidSetting(
                f"{PREFIX}TRUSTED_PROXIES", "must be addresses or networks, parted by commas"
            ) from None
    for origin in settings.origins:
        parts = urlsplit(origin)
        if parts.scheme not in ("https", "http") or origin != f"{parts.scheme}://{parts.netloc}":
            raise InvalidSetting(
                f"{PREFIX}CORS_ORIGINS", "must be origins such as https://cms.example"
            )
    try:
        plain = [host for host, _ in settings.notify_among if re.fullmatch(r"[a-z0-9.:-]+", host)]
        named = len(plain) == len(_listed(settings.notify_hosts))
    except ValueError:
        named = False
    if not named or set(settings.notify_hosts) & set("/@?#"):
        raise InvalidSetting(f"{PREFIX}NOTIFY_HOSTS", "must be hosts such as cms.example:8443")
    if settings.egress_proxy:
        proxy = urlsplit(settings.egress_proxy)
        if proxy.scheme not in ("https", "http") or not proxy.hostname or proxy.path.strip("/"):
            raise InvalidSetting(
                f"{PREFIX}EGRESS_PROXY", "must be such as http://proxy.example:3128"
            )
    if settings.log_level not in LEVELS:
        raise InvalidSetting(f"{PREFIX}LOG_LEVEL", f"must be one of {', '.join(LEVELS)}")


def _value(name: str, text: str, default: object) -> Any:
    """The text of a variable as the type of its default."""
    if isinstance(default, bool):
        if text.lower() in _YES | _NO:
            return text.lower() in _YES
        raise InvalidSetting(name, "must be 1 or 0")
    if isinstance(default, int):
        if text.isascii() and text.isdigit() and int(text) > 0:
            return int(text)
        raise InvalidSetting(name, "must be a whole number above 0")
    if isinstance(default, Path):
        return Path(text).expanduser()
    return text
