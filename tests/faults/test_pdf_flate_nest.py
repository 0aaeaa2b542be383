"""pdf-flate-nest: streams packed in streams, loops, 100 000 pages, a password.

Switched off to see it fail: the limits of `corpus.sandbox._give_up` (nested streams then fill the
memory), `corpus.readers.pdf.MOST_PAGES`, and the reading of PDFs apart.
"""

from __future__ import annotations

import io
import time
import zlib

import pytest

from corpus.errors import InvalidInput, UnreadableSource
from corpus.ingest import read_source
from corpus.sandbox import Limits, read_apart
from tests.corpus.hand_made import ENCRYPTED, pdf, pdf_of

EMPTY = b"<< /Length 0 >>\nstream\n\nendstream"


def packed(times: int, megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(megabytes))
    content += packer.flush()
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    filters = b" /FlateDecode" * times
    head = b"<< /Length %d /Filter [%s] >>" % (len(content), filters)
    return b"%s\nstream\n%s\nendstream" % (head, content)


def stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


HOSTILE = [
    (pdf_of([packed(3, 500)]), "memory or processor time", "packed three times"),
    (pdf_of([stream(b"q " * 15_000_000)]), "memory or processor time", "states nobody takes back"),
    (pdf_of([EMPTY], times=100_000), "100000 pages", "too many pages"),
    (pdf([[(50, 700, 11, "It rained.")]], ENCRYPTED), "password", "encrypted"),
]


@pytest.mark.parametrize(("content", "reason", "why"), HOSTILE)
def test_a_hostile_pdf_is_refused_and_nobody_else_notices(
    content: bytes, reason: str, why: str
) -> None:
    limits = Limits(memory=400_000_000, seconds=20, cpu_seconds=15)
    began = time.monotonic()
    with pytest.raises(UnreadableSource) as refused:
        list(read_apart("corpus.readers.pdf", "a.pdf", io.BytesIO(content), limits))
    assert reason in refused.value.reason, why
    assert time.monotonic() - began < 30
    (draft,) = read_source("a.pdf", pdf([[(50, 700, 11, "It rained.")]]))
    assert draft.text == "It rained."


def test_a_table_of_objects_that_names_itself_ends() -> None:
    (draft,) = read_source("a.pdf", pdf([[(50, 700, 11, "It rained.")]], prev=True))
    assert draft.text == "It rained."


def test_two_hundred_thousand_filters_end() -> None:
    names = b"/FlateDecode " * 200_000
    nested = b"<< /Length 1 /Filter [%s] >>\nstream\nx\nendstream" % names
    with pytest.raises(InvalidInput):
        read_source("a.pdf", pdf_of([nested]))
