"""Fact-checks at the doors: the search, the report, the page, the tables, the terminal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from corpus.fact_check import FactCheck
from tests.conftest import ALTERED, VERBATIM
from tests.desks import THEN, Desk
from verifier.api.openapi import EXAMPLES
from verifier.cli import main

SEARCH = "/api/v1/fact-checks/search"
CHECK = FactCheck(
    claim=f"Ada Lindqvist said: “{VERBATIM}”",
    url="https://tidewatch.example/library",
    publisher="Tide <b>Watch</b>",
    rating="Said so & meant it",
    claimant="Posts online",
    title="Did she say that?",
    published="2023-06-20",
    language="en",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.open(tmp_path / "desk")
    desk.home.store.fact_checks.add([CHECK], origin="a", now=THEN)
    yield desk
    desk.close()


def many(desk: Desk, count: int) -> None:
    checks = [
        FactCheck(f"{VERBATIM} No. {at}", f"https://t.example/{at}", "T", language="en")
        for at in range(count)
    ]
    desk.home.store.fact_checks.add(checks, origin="b", now=THEN)


def search(desk: Desk, **body: Any) -> Any:
    return desk.client().post(SEARCH, json=body)


def test_a_quote_finds_the_fact_check_of_its_words(desk: Desk) -> None:
    answer = search(desk, quote=VERBATIM)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    (item,) = answer.get_json()["items"]
    assert (item["relation"], item["rating"]) == ("same", "Said so & meant it")
    start, end = item["in_reviewed"]
    assert item["reviewed_claim"][start:end] == VERBATIM.rstrip(".")


def test_a_claim_is_taken_whole_where_a_quote_is_read_as_one(desk: Desk) -> None:
    words = f"Ada Lindqvist: {VERBATIM}"
    quote = search(desk, quote=words).get_json()["items"]
    claim = search(desk, claim=words).get_json()["items"]
    assert [item["relation"] for item in (*quote, *claim)] == ["same", "part"]


def test_the_example_is_what_is_answered(desk: Desk) -> None:
    answer = search(desk, **EXAMPLES["fact_check_query"]).get_json()
    (item,), (shown,) = answer["items"], EXAMPLES["fact_checks"]["items"]
    assert item.keys() == shown.keys()
    assert (item["relation"], item["differences"]) == (shown["relation"], shown["differences"])


def test_pages_follow_each_other_without_losing_or_repeating_one(desk: Desk) -> None:
    many(desk, 8)
    whole = [i["id"] for i in search(desk, quote=VERBATIM, limit=20).get_json()["items"]]
    seen, cursor = [], None
    while True:
        page = search(desk, quote=VERBATIM, limit=4, cursor=cursor).get_json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(whole) == 9 and seen == whole


@pytest.mark.parametrize(
    ("body", "pointer", "why"),
    [
        ({}, "/quote", "nothing is asked"),
        ({"quote": "a b c", "claim": "a b c"}, "/quote", "both are given"),
        ({"quote": "a b c", "speaker": "x"}, "/speaker", "a field that is none"),
        ({"quote": "a b c", "limit": 0}, "/limit", "no page"),
        ({"quote": "a b c", "limit": "2"}, "/limit", "a number as a text"),
        ({"quote": "a b c", "cursor": "zzzz"}, "/cursor", "a cursor of another list"),
        ({"quote": "a b c", "cursor": "%"}, "/cursor", "no cursor at all"),
        ({"quote": "a b c", "language": "x" * 41}, "/language", "too long a tag"),
    ],
)
def test_a_wrong_field_is_named(desk: Desk, body: dict[str, Any], pointer: str, why: str) -> None:
    answer = search(desk, **body)
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json"), why
    assert [fault["pointer"] for fault in answer.get_json()["errors"]] == [pointer], why


@pytest.mark.parametrize("field", ["quote", "claim"])
@pytest.mark.parametrize(
    ("words", "type_"),
    [(" … ", "quote-empty"), ("word " * 1_001, "quote-too-long"), ("\ud800", "quote-unreadable")],
)
def test_words_that_cannot_be_asked_are_refused(
    desk: Desk, field: str, words: str, type_: str
) -> None:
    answer = search(desk, **{field: words})
    assert answer.status_code == 422
    assert answer.get_json()["type"].endswith(type_)


def test_the_door_is_that_of_checking(desk: Desk) -> None:
    client = desk.client()
    afar = {"REMOTE_ADDR": "203.0.113.9"}
    for scopes, status in ((("check",), 200), (("read",), 403), ((), 401)):
        headers = desk.token(*scopes) if scopes else {}
        answer = client.post(
            SEARCH, json={"quote": VERBATIM}, headers=headers, environ_base=afar
        )
        assert answer.status_code == status


def test_words_of_a_search_are_in_no_log(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    search(desk, quote="The canary quote nobody should read", cursor="zzzz")
    search(desk, claim="The canary claim nobody should read")
    assert "canary" not in caplog.text


def test_a_report_has_them_and_so_have_the_page_and_the_command(desk: Desk) -> None:
    client = desk.client()
    report = client.post("/api/v1/verify", json={"quote": ALTERED}).get_json()
    (found,) = report["fact_checks"]
    assert found["relation"] == "differing"
    page = client.post("/check", data={"quote": ALTERED}).get_data(as_text=True)
    assert "Published fact-checks of a differing wording" in page
    assert "Tide &lt;b&gt;Watch&lt;/b&gt;" in page and "Said so &amp; meant it" in page
    assert 'href="https://tidewatch.example/library" rel="noreferrer noopener"' in page
    page = client.post("/check", data={"quote": VERBATIM}).get_data(as_text=True)
    assert "Published fact-checks of this claim" in page
    desk.close()
    environment = {"VERIFIER_HOME": str(desk.folder)}
    told = CliRunner().invoke(main, ["check", VERBATIM], env=environment).output
    assert "Published fact-checks of this claim" in told
    assert "Tide <b>Watch</b> rated this: “Said so & meant it”." in click.unstyle(told)


def test_a_page_without_them_says_nothing_about_them(desk: Desk) -> None:
    page = desk.client().post("/check", data={"quote": "The tram was green."})
    assert "fact-check" not in page.get_data(as_text=True).lower()


def test_a_row_of_a_file_has_them_in_its_column(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f"quote\n{VERBATIM}\nThe tram was green.\n", "utf-8")
    desk.close()
    arguments = ["batch", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv")]
    environment = {"VERIFIER_HOME": str(desk.folder)}
    CliRunner().invoke(main, [*arguments, "--workers", "1"], env=environment)
    text = (tmp_path / "out.csv").read_text("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(text))
    assert "rated this: “Said so & meant it”. (2023-06-20) https://tidewatch.example/library" in (
        first["qv_fact_checks"]
    )
    assert second["qv_fact_checks"] == ""


def test_claims_with_known_fact_checks_are_counted(desk: Desk, tmp_path: Path) -> None:
    rows = [
        {"claim": VERBATIM, "url": CHECK.url},
        {"claim": ALTERED, "url": ["https://elsewhere.example", CHECK.url + "/"]},
        {"claim": "Wholly other words about a green tram.", "url": CHECK.url},
        {"claim": "Wholly other words about a blue tram.", "url": ""},
        {"claim": f"{ALTERED} Indeed.", "url": None},
        {"claim": "Nobody keeps this one.", "url": "https://elsewhere.example"},
    ]
    file = tmp_path / "known.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))
    desk.close()
    environment = {"VERIFIER_HOME": str(desk.folder)}
    done = CliRunner().invoke(
        main, ["fact-checks", "evaluate", str(file), "--json"], env=environment
    )
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {
        "claims": 6, "reviewed": 3, "not_kept": 1, "recall_at_1": 0.6667, "recall_at_5": 0.6667,
        "mean_reciprocal_rank": 0.6667, "unreviewed": 2, "wrongly_shown": 0.5,
        "wrongly_same": 0.0,
    }  # fmt: skip
    table = tmp_path / "known.csv"
    table.write_text(f'claim,url\n"{VERBATIM}",{CHECK.url}\n,x\nIt rained.,javascript:x\n')
    done = CliRunner().invoke(main, ["fact-checks", "evaluate", str(table)], env=environment)
    assert done.exit_code == 1
    assert "recall at 1: 1.000" in done.stdout and "wrongly shown: -" in done.stdout
    assert done.stderr.splitlines()[:2] == [
        "Not asked: row 3: it has no claim",
        "Not asked: row 4: its address is no web address",
    ]
