"""Bytes become the text that was meant, or a refusal; never silent damage."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableSource
from corpus.text.encoding import decode

LONG_CHINESE = "市长说，这座桥将在春天重新开放。没有人知道需要多长时间。" * 4
LONG_FRENCH = "Le maire a déclaré que le pont serait rouvert au printemps, « à l’été ». " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("naïve café\r\n", "utf-8"),
        ("naïve café\r\n", "utf-8-sig"),
        ("naïve café\n", "utf-16"),
        (LONG_CHINESE, "gb18030"),
        (LONG_FRENCH, "cp1252"),
    ],
)
def test_text_in_a_newsroom_encoding_comes_back_unchanged(text: str, encoding: str) -> None:
    assert decode("a.txt", text.encode(encoding)) == text


def test_utf8_that_is_cut_inside_a_character_keeps_all_before_it() -> None:
    assert decode("a.txt", "水库".encode()[:-1]) == "水"


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\x00" * 50 + b"abc"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableSource):
        decode("a.txt", content)
