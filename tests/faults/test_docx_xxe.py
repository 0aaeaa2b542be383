"""docx-xxe: declarations of a document type, in a Word file and in a feed.

Switched off to see it fail: the two handlers of declarations in `corpus.archives.check_xml`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UnreadableSource
from corpus.ingest import read_source
from tests.corpus.hand_made import document, docx, paragraph


def laughs(depth: int) -> str:
    """Entities made of entities."""
    named = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(depth))
    return f"<!DOCTYPE x [{named}]>"


@pytest.mark.parametrize("depth", [1, 12])
def test_entities_in_a_word_file_are_refused(depth: int) -> None:
    body = docx(document(paragraph(f"&e{depth - 1};"), laughs(depth)))
    with pytest.raises(UnreadableSource, match="document type"):
        read_source("a.docx", body)


def test_no_file_is_read_into_a_source(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary", encoding="utf-8")
    head = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    feed = f"{head}<rss><channel><item><description>&e;</description></item></channel></rss>"
    for origin, content in (
        ("a.docx", docx(document(paragraph("&e;"), head))),
        ("a.rss", f'<?xml version="1.0"?>{feed}'.encode()),
        ("a.docx", docx(document(paragraph("x")), {"word/styles.xml": f"{head}<x/>"})),
    ):
        with pytest.raises(UnreadableSource, match="document type") as refused:
            read_source(origin, content)
        assert "canary" not in str(refused.value)
