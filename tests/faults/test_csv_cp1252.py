"""What a spreadsheet calls CSV and Unicode text: `csv-cp1252`, `utf16le`."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import InvalidRequest
from verifier.tables.formats import open_input
from verifier.tables.rows import Row

QUOTE = "Nous avons bâti cette bibliothèque pour tous ceux qu’on a fait taire"
CHINESE = "我们修建这座图书馆，不是为了十二位安静的读者"


def rows(folder: Path, content: bytes) -> list[Row]:
    path = folder / "claims.csv"
    path.write_bytes(content)
    return list(open_input(path, path.name).rows())


@pytest.mark.parametrize(
    ("encoding", "quote", "delimiter"),
    [
        ("cp1252", QUOTE, ";"),
        ("utf-16", QUOTE, "\t"),
        ("utf-16-le", QUOTE, "\t"),
        ("utf-16", CHINESE, "\t"),
        ("gb18030", CHINESE, ","),
        ("utf-8-sig", CHINESE, ","),
    ],
)
def test_the_text_is_the_one_that_was_written(
    tmp_path: Path, encoding: str, quote: str, delimiter: str
) -> None:
    """Switched off: `guess` and `_wide` in `verifier.tables.lines`."""
    text = f"quote{delimiter}speaker\r\n{quote}{delimiter}Zoé\r\n"
    (row,) = rows(tmp_path, text.encode(encoding))
    assert row.body == {"quote": quote, "speaker": "Zoé"}


@pytest.mark.parametrize(
    ("encoding", "broken"),
    [
        ("cp1252", b"caf\x81,x\r\n"),
        ("utf-8", b"caf\xe9,x\r\n"),
        ("utf-16-le", b"a\x00\x00\xd8b\x00,\x00x\x00\r\x00\n\x00"),
    ],
)
def test_a_row_that_is_not_text_is_an_error_with_the_offset_of_its_byte(
    tmp_path: Path, encoding: str, broken: bytes
) -> None:
    """Switched off: the marks of `verifier.tables.lines` (decoding with replacement)."""
    bom = b"\xff\xfe" if encoding == "utf-16-le" else b""
    sound = bom + ("quote,speaker\r\n" + f"{QUOTE} à l’été,Zoé\r\n" * 5).encode(encoding)
    found = rows(tmp_path, sound + broken + "ok,y\r\n".encode(encoding))
    assert [isinstance(row.body, InvalidRequest) for row in found] == [False] * 5 + [True, False]
    fault = found[5].body
    assert isinstance(fault, InvalidRequest)
    first = {"cp1252": 3, "utf-8": 3, "utf-16-le": 2}[encoding]
    assert f"offset {len(sound) + first:,} " in fault.faults[0][2]
    assert "\ufffd" in found[5].cells[0]
