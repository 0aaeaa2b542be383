"""Which addresses may be asked: every spelling of a private one is refused."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import AddressRefused, UnreadableSource
from corpus.fetching.addresses import has_scheme, is_public, target_of

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "0.0.0.0", "0.1.2.3", "192.0.0.8", "192.0.0.9",
    "198.18.0.1", "192.0.2.1", "198.51.100.1", "203.0.113.1", "192.88.99.1", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::",
    "2002:a00:1::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1",
    "2001:db8::1", "100::1", "2001:0:7f00:1::1", "not an address", "",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "192.0.1.1", "2606:4700::1111", "64:ff9b::808:808",
          "::ffff:8.8.8.8"]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_is_not_asked(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_may_be_asked(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_never_makes_it_public(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    for wrapped in (
        ipaddress.IPv6Address((0xFFFF << 32) + number),
        ipaddress.IPv6Address((0x64FF9B << 96) + number),
        ipaddress.IPv6Address((0x2002 << 112) + (number << 80)),
    ):
        assert is_public(str(address)) or not is_public(str(wrapped))


REFUSED = [
    ("file:///etc/hostname", "another scheme"),
    ("gopher://quay.example/", "another scheme"),
    ("ftp://quay.example/", "another scheme"),
    ("//quay.example/", "no scheme"),
    ("quay.example", "no scheme"),
    ("http://", "no host"),
    ("http://user@quay.example/", "a user name"),
    ("http://:secret@quay.example/", "a password"),
    ("http://quay.example:8080/", "another port"),
    ("https://quay.example:80/", "the port of the other scheme"),
    ("http://quay.example:99999/", "no port"),
    ("http://[::1/", "half an address"),
    ("http://[fe80::1%25eth0]/", "a zone"),
    ("http://quay.example\\@127.0.0.1/", "a backslash"),
    ("http://quay.example/\r\nHost: other", "two lines"),
    ("http://quay .example/", "a space"),
    ("http://" + "a" * 70 + ".example/", "a label that is too long"),
    ("http://quay.example/" + "a" * 4000, "too long"),
]


@pytest.mark.parametrize(("url", "why"), REFUSED)
def test_what_is_no_plain_web_address_is_refused(url: str, why: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        target_of(url)
    assert "secret" not in str(refused.value) and "\n" not in str(refused.value), why


SHOWN = [
    ("https://quay.example/a?token=s#part", "https://quay.example/a", "without query and part"),
    ("ftp://u:p@quay.example/a", "ftp://quay.example/a", "without user and password"),
    ("javascript:alert(1)", "javascript:", "a scheme without a place"),
    ("The bell rang at nine.", "(no address)", "somebody's words"),
    ("She said: it rang.", "(no address)", "words with a colon"),
    ("http://quay.example/it rang at nine", "http://quay.example/", "words in a path"),
    ("http://it rang/", "http:///", "words in a place"),
]


@pytest.mark.parametrize(("url", "shown", "why"), SHOWN)
def test_what_is_shown_of_an_address_holds_nothing_else(url: str, shown: str, why: str) -> None:
    if why == "without query and part":
        assert target_of(url).shown == shown
        return
    with pytest.raises(AddressRefused) as refused:
        target_of(url)
    assert refused.value.origin == shown, why


SCHEMES = [
    ("https://quay.example/", True, "of the web"),
    ("gopher://quay.example/", True, "of another kind"),
    ("data:text/html,x", True, "without a place"),
    ("C:\\desk\\note.txt", False, "a drive"),
    ("note.txt", False, "a file"),
    ("./a:b.txt", False, "a file with a colon"),
]


@pytest.mark.parametrize(("text", "is_one", "why"), SCHEMES)
def test_an_address_is_told_from_a_file(text: str, is_one: bool, why: str) -> None:
    assert has_scheme(text) is is_one, why


def test_an_address_is_taken_apart() -> None:
    target = target_of("https://B\u00fccher.Example/a%20b?token=s#part")
    assert (target.host, target.port, target.path) == (
        "xn--bcher-kva.example",
        443,
        "/a%20b?token=s",
    )
    assert target.url == "https://xn--bcher-kva.example/a%20b?token=s"
    assert "token" not in target.shown
