"""Lines of text from the bytes of a table, in constant memory, with every unreadable byte marked.

Problem: a table comes in UTF-8, UTF-16, Windows-1252 or GB18030, mostly without saying so, may be
larger than memory, and may hold a few bytes that fit no encoding. A wrong sign in a quote is worse
than a row that is not answered.

Method: a byte order mark decides; else one pass over the file counts what is valid UTF-8 and keeps
a sample of the lines beyond ASCII, which is what an encoding is guessed from when the file is not
UTF-8. Then lines are decoded one by one. A byte that does not fit becomes a lone low surrogate,
which no decoder gives for sound bytes, so that its row can be refused with the byte's offset.

Rejected: guessing from the beginning of the file (the first accent may stand in row 900), decoding
with replacement characters (silent damage), refusing the file (one bad row would cost the others).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus.errors import UnreadableSource
from corpus.text.encoding import guess

LONGEST_LINE = 1_000_000
"""Bytes of one line; a longer one is cut, so that a file without line ends costs no more."""
_CHUNK = 1 << 16
_SAMPLE = 1 << 16
_PARTS = 8
_MOSTLY = 4  # sound characters to a byte that fits no UTF-8, for the file to be called UTF-8
_MARKED = "verifier.tables.lines"
_MARK = re.compile("[\udc00-\udcff]")
_NOT_ASCII = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*[\r\n]*")
_ENDED = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = {"utf-16-le": b"\n\x00", "utf-16-be": b"\x00\n"}
_SPOKEN = {
    "cp1252": "Windows-1252 (Western European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "gb18030": "GB18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "koi8_r": "KOI8-R (Cyrillic)",
    "cp932": "Shift JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)",
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


def _mark(error: UnicodeError) -> tuple[str, int]:
    """Each byte that cannot be decoded as a sign that nothing else is decoded to."""
    assert isinstance(error, UnicodeDecodeError)
    broken = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + byte) for byte in broken), error.end


codecs.register_error(_MARKED, _mark)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a file are read.

    Attributes:
        name: Python's name.
        skip: bytes of the byte order mark.
        note: what was assumed, for people; empty where the bytes themselves tell.
    """

    name: str
    skip: int
    note: str = ""

    @property
    def spoken(self) -> str:
        """The name that people know."""
        return _SPOKEN.get(self.name, self.name)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text.

    Attributes:
        text: with its line end.
        offset: of its first byte in the file.
        cut: it was longer than `LONGEST_LINE`, and the rest of it was passed over.
    """

    text: str
    offset: int
    cut: bool = False


def encoding_of(path: Path, name: str) -> Encoding:
    """How a file is to be read.

    Args:
        path: the file.
        name: as it was given, for the refusal.

    Raises:
        UnreadableSource: its bytes are no text in any encoding we read.

    Cost: one pass over the file, in constant memory.
    """
    with path.open("rb") as file:
        head = file.read(_CHUNK)
        for mark, encoding in _BOMS:
            if head.startswith(mark):
                return Encoding(encoding, len(mark))
        wide = _wide(head)
        if wide:
            return Encoding(wide, 0, "Read as UTF-16, which the file does not declare.")
        if head.count(b"\x00") > len(head) // 100:
            raise UnreadableSource(name, "binary, not text")
        sound, broken, sample = _count_utf8(file, head)
    if not broken:
        return Encoding("utf-8", 0)
    if sound > _MOSTLY * broken:
        return Encoding("utf-8", 0, f"Read as UTF-8; {broken:,} of its bytes are not.")
    found = guess(sample) or _by_parts(sample)
    if found is None:
        raise UnreadableSource(name, "not text in any known encoding")
    spoken = Encoding(found, 0).spoken
    return Encoding(
        found, 0, f"Read as {spoken}: the file does not say, and is not UTF-8. Look at its accents."
    )


def _by_parts(sample: bytes) -> str | None:
    """The encoding of most parts of a file of which some line fits none; None without most."""
    lines = sample.splitlines(keepends=True)
    size = max(1, len(lines) // _PARTS)
    parts = [b"".join(lines[at : at + size]) for at in range(0, len(lines), size)]
    found = Counter(name for part in parts if (name := guess(part)))
    best = found.most_common(1)
    return best[0][0] if best and 2 * best[0][1] > len(parts) else None


def _wide(head: bytes) -> str:
    """UTF-16 without a byte order mark, by where the zero bytes are."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if not even and not odd:
        return ""
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text.count("\x00") < len(text) / 4 and text:
        return ""
    for encoding, here, there in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if here > 10 * there and head.find(_LINE_END[encoding]) >= 0:
            return encoding
    return ""


def _count_utf8(file: BinaryIO, head: bytes) -> tuple[int, int, bytes]:
    """Characters beyond ASCII that are sound UTF-8, bytes that are not, and lines with either."""
    decoder = codecs.getincrementaldecoder("utf-8")(_MARKED)
    sound = broken = 0
    sample = bytearray()
    chunk = head
    while chunk:
        if not chunk.isascii() and len(sample) < _SAMPLE:
            sample += b"".join(_NOT_ASCII.findall(chunk))[: _SAMPLE - len(sample)]
        text = decoder.decode(chunk)
        if not text.isascii():
            marked = len(_MARK.findall(text))
            broken += marked
            sound += sum(character > "\x7f" for character in text) - marked
        chunk = file.read(_CHUNK)
    broken += len(decoder.decode(b"", True))
    return sound, broken, bytes(sample)


def text_lines(path: Path, encoding: Encoding) -> Iterator[Line]:
    """The lines of a file, also those that end in a lone carriage return.

    Args:
        path: the file.
        encoding: as `encoding_of` told.

    Yields:
        Lines in order; signs of `broken_byte` stand for what cannot be decoded.
    """
    with path.open("rb") as file:
        file.seek(encoding.skip)
        offset = encoding.skip
        while raw := _raw_line(file, encoding.name):
            cut = len(raw) >= LONGEST_LINE and not raw.endswith(b"\n")
            text = raw.decode(encoding.name, "ignore" if cut else _MARKED)
            if cut:
                yield Line(text, offset, True)
                while rest := _raw_line(file, encoding.name):
                    offset += len(rest)
                    if rest.endswith((b"\n", b"\n\x00")):
                        break
            elif "\r" not in text or text.find("\r") >= len(text) - 2:
                yield Line(text, offset)
            else:
                at = offset
                for part in _ENDED.findall(text):
                    yield Line(part, at)
                    at += _width(part, encoding.name)
            offset += len(raw)


def _raw_line(file: BinaryIO, encoding: str) -> bytes:
    """The bytes up to the next line end, or a long stretch without one."""
    raw = file.readline(LONGEST_LINE)
    ending = _LINE_END.get(encoding)
    if ending is None:
        return raw
    # in UTF-16 a byte of another character may look like a line end
    while raw and len(raw) < LONGEST_LINE:
        if encoding == "utf-16-le" and raw.endswith(b"\n") and len(raw) % 2:
            raw += file.read(1)
        if raw.endswith(ending) and len(raw) % 2 == 0:
            break
        more = file.readline(LONGEST_LINE)
        if not more:
            break
        raw += more
    return raw


def broken_byte(line: Line, encoding: Encoding) -> int | None:
    """The offset in the file of the first byte of a line that cannot be decoded; None without."""
    found = _MARK.search(line.text)
    return (
        None if found is None else line.offset + _width(line.text[: found.start()], encoding.name)
    )


def shown(text: str) -> str:
    """A text with replacement characters for the bytes that cannot be decoded."""
    return _MARK.sub("\ufffd", text)


def _width(text: str, encoding: str) -> int:
    """Bytes of a text; a mark is one byte."""
    return len(_MARK.sub("", text).encode(encoding)) + len(_MARK.findall(text))
