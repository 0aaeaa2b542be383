"""The address a quote is said to come from, against the address of a source.

Problem: one page has many spellings of its address: with and without ``www``, with a fragment that
jumps to a line, with the marks of a campaign; and a claim's address settles which of several equal
places is shown.

Method: two addresses are the same when host, port, path and query are, after taking off what never
says which page is meant. Rejected: asking the web where an address leads (nothing may leave here),
and comparing hosts alone (a site holds many speeches).

Source: RFC 3986, section 6.2 (comparison of addresses).
"""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

SOURCE_SAME, SOURCE_OTHER = "source_same", "source_other"
_PORTS = {"http": 80, "https": 443}
_CAMPAIGN = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "msclkid", "igshid")


def same_address(one: str | None, other: str | None) -> bool:
    """Whether two addresses name one page.

    Args:
        one: an address, with or without its scheme; None or blank is the same as nothing.
        other: another.
    """
    first, second = _plain(one), _plain(other)
    return first is not None and first == second


def source_status(claimed: object, found: str | None) -> str | None:
    """What the claimed source is to the one that is shown.

    Args:
        claimed: the address of a row; anything but text with a sign in it claims nothing.
        found: the address of the source of the match; None where it has none.

    Returns:
        `SOURCE_SAME` or `SOURCE_OTHER` (also for a source without an address); None when nothing
        is claimed.
    """
    if not isinstance(claimed, str) or not claimed.strip():
        return None
    return SOURCE_SAME if same_address(claimed, found) else SOURCE_OTHER


def _plain(address: str | None) -> tuple[object, ...] | None:
    """The parts that say which page is meant; None for what is no address."""
    if not address or not address.strip():
        return None
    given = address.strip()
    given = given if "://" in given else f"https://{given.lstrip('/')}"
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        return None
    if not parts.hostname:
        return None
    asked = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].lower().startswith(_CAMPAIGN)
    ]
    scheme = "web" if parts.scheme in _PORTS else parts.scheme
    port = None if port == _PORTS.get(parts.scheme) else port
    host = parts.hostname.rstrip(".").removeprefix("www.")
    return scheme, host, port, unquote(parts.path).rstrip("/"), tuple(asked)
