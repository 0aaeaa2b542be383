"""pdf-no-text: a scan is refused by name and never stored as an empty source.

Switched off to see it fail: the count of empty pages in `corpus.readers.pdf.read`.
"""

from __future__ import annotations

import pytest

from corpus.errors import InvalidInput, NoTextLayer
from corpus.ingest import read_source
from tests.corpus.hand_made import pdf, scan


@pytest.mark.parametrize("pages", [1, 3])
def test_a_scan_is_refused_as_one(pages: int) -> None:
    with pytest.raises(NoTextLayer) as refused:
        read_source("scan.pdf", scan(pages))
    assert isinstance(refused.value, InvalidInput)
    assert refused.value.origin == "scan.pdf" and "text layer" in str(refused.value)


def test_a_page_number_alone_is_a_text_layer_but_no_text() -> None:
    with pytest.raises(InvalidInput):
        read_source("scan.pdf", pdf([[(290, 30, 9, "-")]]))
