"""Who is asking, and what each address of the service needs."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.remembering.checks import NEWSROOM
from verifier.remembering.tokens import Scope, Token

WRITING = frozenset({Scope.INGEST, Scope.ADMIN})
"""Scopes that nobody has without a token, wherever the request comes from."""

_NEEDED = {
    "v1.verify": Scope.CHECK,
    "v1.verify_batch": Scope.CHECK,
    "v1.show_check": Scope.CHECK,
    "v1.check_draft": Scope.CHECK,
    "v1.search_fact_checks": Scope.CHECK,
    "draft.check": Scope.CHECK,
    "v1.add_job": Scope.CHECK,
    "v1.show_job": Scope.CHECK,
    "v1.show_results": Scope.CHECK,
    "v1.remove_job": Scope.CHECK,
    "v1.add_source": Scope.INGEST,
    "v1.change_source": Scope.INGEST,
    "v1.remove_source": Scope.ADMIN,
    "web.check": Scope.CHECK,
    "job.begin": Scope.CHECK,
    "job.choose": Scope.CHECK,
    "job.choose_from": Scope.CHECK,
    "job.show": Scope.CHECK,
    "job.row": Scope.CHECK,
    "job.stop": Scope.CHECK,
    "web.kept": Scope.CHECK,
    "health.show_metrics": Scope.READ,
}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a request comes from.

    Attributes:
        token: the token it came with; None for somebody at an open door.
    """

    token: Token | None = None

    @property
    def id(self) -> str:
        """Names the caller in logs and in the audit."""
        return self.token.id if self.token else NEWSROOM

    @property
    def owner(self) -> str:
        """Whose it is what this caller has kept."""
        return NEWSROOM if self.token is None or self.token.shared else self.token.id


def needed(endpoint: str | None) -> Scope:
    """The scope that an address needs; reading where it is not said otherwise."""
    return _NEEDED.get(endpoint or "", Scope.READ)
