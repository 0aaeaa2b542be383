"""Where notices may go."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import AddressRefused
from verifier.config import InvalidSetting, Settings
from verifier.serving.notice_addresses import may_be_told, policy_for, sending

PUBLIC = "93.184.216.34"


def settings(hosts: str = "", **more: object) -> Settings:
    return Settings(home=Path(), notify=True, notify_hosts=hosts, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "hosts", "why"),
    [
        (f"https://{PUBLIC}/hook?x=1", "", "a public address"),
        (f"https://{PUBLIC}:443/", "", "its usual port by its number"),
        ("http://127.0.0.1:9000/hook", "127.0.0.1:9000", "the operator's own system"),
        ("http://[::1]:9000/hook", "cms.example, [::1]:9000", "one of two hosts"),
        ("https://127.0.0.1/hook", "127.0.0.1", "its usual port"),
        ("http://127.0.0.1/hook", "127.0.0.1", "by either scheme"),
    ],
)
def test_where_a_notice_may_go(url: str, hosts: str, why: str) -> None:
    may_be_told(url, settings(hosts))
    assert policy_for(url, settings(hosts)).seconds <= 10, why


@pytest.mark.parametrize(
    ("url", "hosts", "reason", "why"),
    [
        (f"http://{PUBLIC}/", "", "https addresses only", "anybody on the way could read it"),
        (f"https://{PUBLIC}:8443/", "", "usual ports", "a port of something else"),
        ("https://127.0.0.1/", "", "not public", "this machine"),
        ("https://10.1.2.3/", "", "not public", "a neighbour"),
        ("https://[::ffff:169.254.169.254]/", "", "not public", "a cloud's own service"),
        ("https://2130706433/", "", "not public", "this machine as a number"),
        (f"https://a:b@{PUBLIC}/", "", "user name", "credentials"),
        ("file:///etc/passwd", "", "only http", "no address of the web"),
        ("cms", "", "only http", "none at all"),
        ("https://[::1", "", "no web address", "half of one"),
        (f"https://{PUBLIC}/", "cms.example", "operator named", "only the named hosts"),
        ("http://127.0.0.1:9001/", "127.0.0.1:9000", "operator named", "another port"),
        ("http://127.0.0.1/", "127.0.0.1:9000", "operator named", "the usual port is another"),
        ("http://127.0.0.1:9000/", "127.0.0.1", "operator named", "only the usual port"),
        ("http://127.0.0.1:9000@10.0.0.1/", "127.0.0.1:9000", "user name", "another host"),
        ("ftp://127.0.0.1:9000/", "127.0.0.1:9000", "only http", "another scheme"),
    ],
)
def test_where_none_may_go(url: str, hosts: str, reason: str, why: str) -> None:
    with pytest.raises(AddressRefused, match=reason):
        may_be_told(url, settings(hosts))
    send = sending(settings(hosts))
    assert send is not None
    with pytest.raises(AddressRefused, match=reason):
        send(url, b"", {})
    assert why


def test_nothing_is_sent_unless_the_operator_says_so() -> None:
    assert not Settings(home=Path()).notify
    assert sending(Settings(home=Path(), notify_hosts="cms.example")) is None


def test_notices_go_through_the_proxy_of_everything_else() -> None:
    for hosts in ("", PUBLIC):
        proxied = settings(hosts, egress_proxy="http://proxy.example:3128")
        assert policy_for(f"https://{PUBLIC}/", proxied).proxy == "http://proxy.example:3128"


@pytest.mark.parametrize(
    "hosts", ["https://cms.example", "cms.example/x", "a@b.example", "cms.example:x", "*", ":80"]
)
def test_a_host_is_a_host_with_or_without_a_port(hosts: str) -> None:
    with pytest.raises(InvalidSetting) as refused:
        Settings.from_env({"VERIFIER_NOTIFY_HOSTS": hosts})
    assert refused.value.name == "VERIFIER_NOTIFY_HOSTS"
