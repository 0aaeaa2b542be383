"""What a monitoring system asks: is it alive, is it ready, how much has it done."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from corpus.errors import QuoteVerifierError, StoreError
from verifier.remembering.ledger import Ledger
from verifier.service import Service
from verifier.serving.metrics import CONTENT_TYPE, Metrics


def health(service: Service, ledger: Ledger, metrics: Metrics) -> Blueprint:
    """The three addresses.

    ``/healthz``: the process answers. ``/readyz``: the whole corpus can be searched; it tells the
    store, the index and the ledger apart. ``/metrics``: numbers.

    Args:
        service: its home is looked at.
        ledger: looked at too.
        metrics: the numbers.
    """
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/healthz")
    def alive() -> Response:
        return jsonify(status="ok")

    @blueprint.get("/readyz")
    def ready() -> tuple[Response, int]:
        parts = {
            "store": _store(service),
            "index": _index(service),
            "ledger": _ledger(ledger),
        }
        wrong = set(parts.values()) - {"ok"}
        status = "unavailable" if "unavailable" in wrong else "index_rebuilding" if wrong else "ok"
        return jsonify(status=status, **parts), 503 if wrong else 200

    @blueprint.get("/metrics")
    def show_metrics() -> Response:
        try:
            metrics.corpus(service.home.store.revision(), service.home.in_step())
        except QuoteVerifierError:
            metrics.corpus(0, False)
        return Response(metrics.text(), content_type=CONTENT_TYPE)

    return blueprint


def _store(service: Service) -> str:
    try:
        service.home.store.summary()
    except StoreError:
        return "unavailable"
    return "ok"


def _index(service: Service) -> str:
    """The index can only be compared with a store that answers."""
    try:
        return "ok" if service.home.in_step() else "rebuilding"
    except StoreError:
        return "unavailable"


def _ledger(ledger: Ledger) -> str:
    try:
        with ledger.reading() as connection:
            connection.execute("SELECT count(*) FROM tokens")
    except StoreError:
        return "unavailable"
    return "ok"
