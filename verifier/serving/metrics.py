"""Numbers for a monitoring system: how many requests, how long, which verdicts.

Labels come from closed lists (route templates, methods, statuses, verdict codes), so that neither a
quote nor an endless number of series can get in. Each process counts for itself; a monitoring
system adds the processes up.

Source: Prometheus text exposition format 0.0.4.
"""

from __future__ import annotations

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

CONTENT_TYPE = CONTENT_TYPE_LATEST
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The numbers of one app, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "verifier_requests",
            "Requests by method, route template and status.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "verifier_request_seconds",
            "Seconds a request took, by route template.",
            ("route",),
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._verdicts = Counter(
            "verifier_verdicts",
            "Answers by verdict and completeness of the search.",
            ("verdict", "search"),
            registry=self._registry,
        )
        self._revision = Gauge(
            "verifier_corpus_revision", "Revision of the store.", registry=self._registry
        )
        self._in_step = Gauge(
            "verifier_index_in_step",
            "1 when the whole corpus can be searched, else 0.",
            registry=self._registry,
        )

    def request(self, method: str, route: str | None, status: int, seconds: float) -> None:
        """Count a request.

        Args:
            method: as it came; others than HTTP's own are counted as ``other``.
            route: template of the route; None where no route was met.
            status: of the answer.
            seconds: how long it took.
        """
        known, template = method if method in _METHODS else "other", route or "unmatched"
        self._requests.labels(known, template, str(status)).inc()
        self._seconds.labels(template).observe(seconds)

    def verdict(self, code: str, search: str) -> None:
        """Count an answer."""
        self._verdicts.labels(code, search).inc()

    def corpus(self, revision: int, in_step: bool) -> None:
        """Set what is known of the corpus."""
        self._revision.set(revision)
        self._in_step.set(int(in_step))

    def text(self) -> bytes:
        """All numbers in the exposition format."""
        return generate_latest(self._registry)
