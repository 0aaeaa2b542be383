"""More requests than anybody needs: `rate-burst`."""

from __future__ import annotations

import pytest

from tests.desks import Desk
from verifier.serving import security

CORPUS = "/api/v1/corpus"


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands: nothing flows back while the requests are made."""
    moment = security.utc_now()
    monkeypatch.setattr(security, "utc_now", lambda: moment)


def test_a_thousand_requests_at_once_are_not_all_answered(desk: Desk) -> None:
    """Switched off: raising `RateLimited` in `verifier.serving.security`."""
    client = desk.client(max_rate=50, max_burst=100)
    answers = [client.get(CORPUS) for _ in range(1_000)]
    assert [each.status_code for each in answers] == [200] * 100 + [429] * 900
    last = answers[-1]
    assert last.get_json()["type"] == "rate-limited"
    assert last.content_type == "application/problem+json"
    assert int(last.headers["Retry-After"]) >= 1
    names = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
    assert [answers[0].headers[name] for name in names] == ["100", "99", "1"]
    assert [last.headers[name] for name in names] == ["100", "0", "2"]
    assert client.get("/healthz").status_code == 200, "whoever watches is not limited"


def test_a_made_up_address_is_no_other_caller(desk: Desk) -> None:
    """Switched off: the list of trusted proxies in
    `verifier.serving.forwarding.counted_address`.
    """
    client = desk.client(max_rate=1, max_burst=5, open=True)
    made_up = [{"X-Forwarded-For": f"203.0.113.{k}"} for k in range(5)]
    made_up += [{"Forwarded": f"for=203.0.113.{k}"} for k in range(5)]
    answers = [client.get(CORPUS, headers=each).status_code for each in made_up]
    assert answers == [200] * 5 + [429] * 5


@pytest.mark.parametrize(("header", "step"), [("X-Forwarded-For", "{}"), ("Forwarded", "for={}")])
def test_behind_a_proxy_of_ones_own_each_caller_counts(desk: Desk, header: str, step: str) -> None:
    """Switched off: reading the header for a trusted proxy in `verifier.serving.forwarding`."""
    client = desk.client(max_rate=1, max_burst=1, open=True, trusted_proxies="127.0.0.0/8")
    chains = [["9.9.9.9", "203.0.113.1"], ["8.8.8.8", "203.0.113.1"], ["203.0.113.2"]]
    asked = [", ".join(map(step.format, chain)) for chain in chains]
    answers = [client.get(CORPUS, headers={header: each}).status_code for each in asked]
    assert answers == [200, 429, 200], "what stands further left is anybody's word"


def test_a_token_is_counted_by_itself_and_a_wrong_one_by_its_address(desk: Desk) -> None:
    """Switched off: counting before the token is refused in `verifier.serving.security`."""
    client, good = desk.client(max_rate=1, max_burst=3), desk.token("read")
    wrong = {"Authorization": "Bearer qv_guess"}
    assert [client.get(CORPUS, headers=wrong).status_code for _ in range(5)] == [401] * 3 + [
        429
    ] * 2
    assert [client.get(CORPUS, headers=good).status_code for _ in range(4)] == [200] * 3 + [429]
