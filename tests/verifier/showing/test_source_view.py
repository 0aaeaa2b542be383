"""The translation status of a source, with its reasons, wherever sources are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.home import Home
from corpus.lineage import EvidenceRow, Override
from corpus.models import Provenance
from corpus.translation.registers import Registers
from corpus.translation.status import TranslationStatus
from corpus.weaving.weaving import decide, weave
from tests.corpus.weaving.test_quote_drift import QUAY, page
from tests.corpus.weaving.test_weaving import NOW, ORIGINAL, OTHER, REWORDED, add
from tests.gold.homes import service_on, talk
from verifier.app import create_app
from verifier.config import Settings
from verifier.renditions.standing import Standing, Standings
from verifier.service import Service
from verifier.showing.source_view import evidence_lines, meaning, source_translation

DRIFTED = page(
    "Once a town has forgotten building with its hands, it will soon forget deciding with its head."
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with Home.open(tmp_path_factory.mktemp("shown")) as home:
        add(home, mill=ORIGINAL, digest=REWORDED, bees=OTHER, quay=QUAY, coast=DRIFTED)
        for done in weave(home, registers=Registers()):
            assert done.problem is None
        yield Service.open(home, registers=Registers())


@pytest.fixture
def client(service: Service, tmp_path: Path) -> FlaskClient:
    return create_app(Settings(home=tmp_path), service).test_client()


def id_of(service: Service, name: str) -> str:
    return service.home.store.find_source(f"{name}.txt").id


STATUSES = [
    ("mill", "unknown"),
    ("digest", "back_translation"),
    ("bees", "unknown"),
    ("coast", "probable_translation"),
]


@pytest.mark.parametrize(("name", "status"), STATUSES)
def test_the_list_tells_every_status(
    client: FlaskClient, service: Service, name: str, status: str
) -> None:
    body = client.get("/api/v1/sources").get_json()
    found = {item["id"]: item["translation_status"] for item in body["items"]}
    assert found[id_of(service, name)] == status
    told = Standings(service.home.store, Registers()).of_source(id_of(service, name))
    assert told.status == status


def test_a_source_gives_its_reasons_as_slices_of_its_text(
    client: FlaskClient, service: Service
) -> None:
    body = client.get(f"/api/v1/sources/{id_of(service, 'digest')}").get_json()
    rows = body["translation"]["evidence"]
    assert {row["code"] for row in rows} >= {"declared", "aligned_reworded"}
    for row in rows:
        if row["start"] is not None:
            assert body["text"][row["start"] : row["end"]] == row["text"]
    measured = next(row for row in rows if row["code"] == "aligned_reworded")
    assert measured["other_source_id"] == id_of(service, "mill")
    assert measured["measured"]["coverage"] >= 0.6


def test_a_reworded_quotation_is_listed_beside_what_it_rewords(
    client: FlaskClient, service: Service
) -> None:
    shown = client.get(f"/sources/{id_of(service, 'coast')}").get_data(as_text=True)
    assert "A quotation in it rewords a known passage" in shown
    assert "Once a town has forgotten building with its hands" in shown
    assert "If a town forgets how to build with its own hands" in shown
    assert f'href="/sources/{id_of(service, "quay")}"' in shown
    assert "other start" not in shown, "places are for machines"


def test_a_source_without_evidence_has_no_list_of_reasons(
    client: FlaskClient, service: Service
) -> None:
    shown = client.get(f"/sources/{id_of(service, 'bees')}").get_data(as_text=True)
    assert "What that rests on" not in shown
    assert "not known to be a translation" in shown


def test_a_decision_is_shown_with_who_decided(service: Service) -> None:
    source = id_of(service, "bees")
    decide(service.home, Override(source, "interpreted", "Ada", NOW))
    standing = service.standings.of_source(source)
    told = source_translation(service.home.store, standing)
    assert (told.status, told.decided_by, told.is_one) == ("interpreted", "Ada", True)
    assert list(evidence_lines(told)) == ["decided by Ada: interpreted"]


ALIGNED = EvidenceRow("aligned_other_language", "measured", other_id=2)
DECLARED = EvidenceRow("declared", "declared", snippet="Translated by Ines Kolb")
STANDINGS = [
    ("translation", (ALIGNED,), None, None, False, "which came first is not known", "either"),
    ("translation", (ALIGNED,), None, "de", False, "is not what", "a known language"),
    ("translation", (ALIGNED,), "Ada", None, False, "is not what", "a person has decided"),
    ("translation", (ALIGNED,), None, None, True, "is not what", "the header says so"),
    ("translation", (ALIGNED, DECLARED), None, None, False, "is not what", "the page says so"),
    ("probable_translation", (), None, None, False, "is probably not", "only probable"),
]


@pytest.mark.parametrize(
    ("status", "rows", "who", "language", "declared", "words", "why"), STANDINGS
)
def test_a_source_is_told_no_more_than_is_known_of_its_wording(
    status: str, rows: tuple[EvidenceRow, ...], who: str | None, language: str | None,
    declared: bool, words: str, why: str,
) -> None:  # fmt: skip
    (draft,) = talk("Ada Lindqvist: We sailed.", origin="page.txt")
    with service_on([draft]) as service:
        source = service.home.store.find_source("page.txt")
    source = replace(source, provenance=Provenance(is_translation=declared))
    standing = Standing(TranslationStatus(status), rows, who, language)
    assert words in meaning(source, standing), why
