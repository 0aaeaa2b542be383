"""docx-zip-slip: parts that name places outside, links, 100 000 parts.

Switched off to see it fail: `corpus.archives._check_directory`.
"""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from corpus.errors import UnreadableSource
from corpus.ingest import read_source
from tests.corpus.hand_made import document, docx, paragraph

PLAIN = docx(document(paragraph("It rained.")))


def with_entry(entry: zipfile.ZipInfo, content: str) -> bytes:
    stream = io.BytesIO(PLAIN)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(entry, content)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["../../etc/x", "/etc/x", "word/../../x.xml", "..\\x.xml", "C:x"])
def test_a_part_outside_is_refused_and_nothing_is_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    with pytest.raises(UnreadableSource, match="outside"):
        read_source("a.docx", with_entry(zipfile.ZipInfo(name), "x"))
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "b"]


def test_a_link_is_refused() -> None:
    entry = zipfile.ZipInfo("word/styles.xml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(UnreadableSource, match="link"):
        read_source("a.docx", with_entry(entry, "/etc/hostname"))


def test_a_hundred_thousand_parts_are_refused() -> None:
    stream = io.BytesIO(PLAIN)
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(100_000):
            archive.writestr(zipfile.ZipInfo(f"x/{number}"), b"")
    with pytest.raises(UnreadableSource, match="parts"):
        read_source("a.docx", stream.getvalue())
