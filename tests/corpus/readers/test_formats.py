"""The table of what is stored of each format; the formats that need no program."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.formats import MADE, Made, measured
from corpus.readers.registry import known_formats

BY_HAND = [made for made in MADE if not any(p in made.name for p in ("LibreOffice", "Chromium"))]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("made", BY_HAND, ids=lambda made: made.name)
def test_a_format_is_stored_whole(made: Made, language: str, tmp_path: Path) -> None:
    figure = measured(made, language, tmp_path, count=20)
    assert figure.words >= 0.99
    assert (figure.whole is None) is not made.paragraphs
    if figure.whole is not None:
        assert figure.whole >= 0.98


def test_the_table_has_a_row_for_every_kind_of_format() -> None:
    same = {"text": "md", "txt": "md", "markdown": "md", "ndjson": "jsonl", "tsv": "csv",
            "htm": "html", "xhtml": "html", "mht": "html", "mhtml": "html", "atom": "rss",
            "xml": "rss"}  # fmt: skip
    assert {same.get(form, form) for form in known_formats()} == {made.ending for made in MADE}
