"""What a person writes beside a file overrides what is found in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.describing.sidecars import parse_sidecar, read_sidecar, sidecar_of
from corpus.errors import UnreadableSource
from corpus.ingest import read_path
from corpus.models import SourceKind
from tests.corpus.pages import of_divs

SIDECAR = """\
title = "What the harbour said"
date = 1987-03-12
kind = "speech"
speaker = "Ana Ruiz"
translated_from = "es"
Translator = " Ines  Kolb "
author = ""
"""


def test_the_fields_are_those_of_the_header_lines() -> None:
    assert parse_sidecar("a.meta.toml", SIDECAR) == {
        "title": "What the harbour said",
        "date": "1987-03-12",
        "kind": "speech",
        "speaker": "Ana Ruiz",
        "translated-from": "es",
        "translator": "Ines Kolb",
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [("titel = 'x'", "known are"), ("title = true", "not text"), ("title = ['x']", "not text"),
     ("title", "not TOML"), ("[title]\na = 1", "not text")],
)  # fmt: skip
def test_a_slip_of_the_pen_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        parse_sidecar("a.meta.toml", text)
    assert reason in refused.value.reason and refused.value.origin == "a.meta.toml"


def test_a_file_in_a_folder_is_described_by_its_sidecar_which_is_no_source(tmp_path: Path) -> None:
    page = tmp_path / "talk.html"
    page.write_text(of_divs(["It rained for a week.", "The weir held."]), encoding="utf-8")
    sidecar_of(page).write_text(SIDECAR, encoding="utf-8")
    (tmp_path / "plain.txt").write_text(
        "The weir\n\n2020-05-01\n\nIt rained for a week, they said, and then for another one.\n",
        encoding="utf-8",
    )
    (tmp_path / "plain.txt.meta.toml").write_text('publisher = "Quay Post"', encoding="utf-8")
    plain, talk = read_path(tmp_path)
    described = talk.description
    assert (described.title, described.kind) == ("What the harbour said", SourceKind.SPEECH)
    assert described.date is not None and described.date.edtf == "1987-03-12"
    assert described.publisher == "Quay Post", "what the sidecar leaves out is the page's"
    assert described.provenance.translated_from == "es"
    assert {p.speaker.name for p in talk.passages if p.speaker} == {"Ana Ruiz"}
    assert plain.description.publisher == "Quay Post"
    assert plain.description.date is not None and plain.description.date.edtf == "2020-05-01"


def test_a_file_without_a_sidecar_has_no_fields(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "a.txt") == {}
    sidecar_of(tmp_path / "a.txt").write_bytes(b"#" * 200_000)
    with pytest.raises(UnreadableSource, match="too large"):
        read_sidecar(tmp_path / "a.txt")
