"""Bytes to text, without guessing where the bytes themselves tell.

Problem: files come in UTF-8, UTF-16, Windows and East Asian encodings, and a wrong guess is stored
for good. Method: a byte order mark or strict UTF-8 decides; only what is neither is given to
charset-normalizer, which may choose among the encodings that newsrooms meet.

Rejected: charset-normalizer over all its code pages (it takes short Chinese for Korean and
Windows-1252 for Windows-1250), and decoding with replacement characters (silent damage).
"""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from corpus.errors import UnreadableSource

_CANDIDATES = [
    "utf_8",
    "gb18030",
    "big5",
    "cp1252",
    "cp1251",
    "koi8_r",
    "cp932",
    "euc_jp",
    "utf_16",
    "utf_16_le",
    "utf_16_be",
]
_LONGEST_CUT = 3
"""Bytes of a UTF-8 character that a cut-off file may end with."""


def decode(origin: str, content: bytes) -> str:
    """The text of a file; a byte order mark is dropped and nothing else.

    Args:
        origin: file name, for the refusal.
        content: the bytes as given.

    Returns:
        The text, line ends as they are; empty for no bytes.

    Raises:
        UnreadableSource: the bytes are no text in any encoding we read.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as broken:
            raise UnreadableSource(origin, "not valid UTF-16") from broken
    try:
        return _plain_text(origin, content.decode("utf-8-sig"))
    except UnicodeDecodeError as broken:
        if broken.start >= len(content) - _LONGEST_CUT and broken.start > 0:
            return _plain_text(origin, content[: broken.start].decode("utf-8-sig"))
    encoding = guess(content)
    if encoding is None:
        raise UnreadableSource(origin, "not text in any known encoding")
    try:
        return _plain_text(origin, content.decode(encoding))
    except (UnicodeDecodeError, LookupError) as broken:
        raise UnreadableSource(origin, "not text in any known encoding") from broken


def guess(content: bytes) -> str | None:
    """The encoding that bytes without a declaration are probably in.

    Args:
        content: bytes that are not UTF-8; whole lines, the more signs beyond ASCII the better.

    Returns:
        Python's name of one of the encodings that newsrooms meet; None when none fits.
    """
    best = from_bytes(content, cp_isolation=_CANDIDATES).best()
    return best.encoding if best else None


def _plain_text(origin: str, text: str) -> str:
    if text.count("\x00") > len(text) // 100:
        raise UnreadableSource(origin, "binary, not text")
    return text.removeprefix("\ufeff")
