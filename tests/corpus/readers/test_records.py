"""Rows of one source become one document, and a broken row is named."""

from __future__ import annotations

import io
import json
import tempfile
from typing import Any

import pytest

from corpus.blocks import Reading
from corpus.errors import UnreadableSource
from corpus.readers.records import read


def readings(*rows: dict[str, Any], name: str = "speeches.jsonl") -> list[Reading]:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    from_memory = list(read(name, io.BytesIO(lines)))
    with tempfile.TemporaryFile() as file:  # its way of giving several lines is another one
        file.write(lines)
        file.seek(0)
        assert list(read(name, file)) == from_memory
    return from_memory


def test_the_text_is_the_rows_joined_by_blank_lines() -> None:
    (reading,) = readings(
        {"source": "s", "text": " One. ", "speaker": "Ada"}, {"source": "s", "text": "Two."}
    )
    assert reading.text == " One. \n\nTwo."
    assert [reading.text[b.start : b.end] for b in reading.blocks] == ["One.", "Two."]
    assert [b.speaker for b in reading.blocks] == ["Ada", None]


def test_one_source_has_the_file_name_as_origin_and_several_have_theirs_behind_it() -> None:
    one = {"source": "a", "text": "x"}
    assert [r.origin for r in readings(one)] == ["speeches.jsonl"]
    both = readings(one, {"source": "b", "text": "y"})
    assert [r.origin for r in both] == ["speeches.jsonl#a", "speeches.jsonl#b"]


def test_rows_of_one_source_need_not_stand_together() -> None:
    first, second = readings(
        {"source": "a", "text": "1"},
        {"source": "b", "text": "2"},
        {"source": "a", "text": "3"},
    )
    assert (first.text, second.text) == ("1\n\n3", "2")
    assert [b.locator for b in first.blocks] == ["row 1", "row 3"]


def test_the_first_value_of_a_field_describes_the_source_and_null_is_absent() -> None:
    (reading,) = readings(
        {"source": "a", "text": "1", "url": None, "translated_from": "de", "mood": "glad"},
        {"source": "a", "text": "2", "url": "https://example.org/a", "date": "1990-05"},
    )
    assert reading.fields == {
        "title": "a",
        "url": "https://example.org/a",
        "translated-from": "de",
        "date": "1990-05",
    }


BROKEN = [
    (b'{"source": "a", "text": "x"}\nnot json\n', "line 2", "no JSON"),
    (b'{"source": "a", "text": "x"}\n\n[1]\n', "line 3", "no object; blank lines count"),
    (b'{"source": "a"}\n', "line 1", "no text"),
    (b'{"text": "x"}\n', "line 1", "no source"),
    (b'{"source": "a", "text": "\\ud800"}\n', "line 1", "a lone surrogate"),
    (b'{"source": "a", "text": "\xff"}\n', "line 1", "no UTF-8"),
    (b"\n", "no rows", "nothing in it"),
    (b'{"source": "a", "text": "x"} {}\n', "line 1", "two objects"),
    (b'\x0b{"source": "a", "text": "x"}\n', "line 1", "white space that JSON does not know"),
    (b'{"source": "a", "text": "x", "n": %s}\n' % (b"7" * 5000), "line 1", "a number too long"),
    (b'{"source": " \\n", "text": "x"}\n', "line 1", "a source without a name"),
]


@pytest.mark.parametrize(("content", "named", "why"), BROKEN)
def test_a_broken_row_is_refused_by_its_line_before_anything_is_given(
    content: bytes, named: str, why: str
) -> None:
    with pytest.raises(UnreadableSource) as refused:
        next(read("a.jsonl", io.BytesIO(content)))
    assert named in refused.value.reason, why


def test_a_byte_order_mark_and_a_missing_last_line_end_do_no_harm() -> None:
    content = b'\xef\xbb\xbf{"source": "a", "text": "x"}\r\n{"source": "a", "text": "y"}'
    (reading,) = read("a.jsonl", io.BytesIO(content))
    assert reading.text == "x\n\ny"


def test_a_change_in_one_source_leaves_the_hash_of_the_other() -> None:
    other = {"source": "b", "text": "y"}
    before = readings({"source": "a", "text": "x"}, other)
    after = readings({"source": "a", "text": "changed"}, other)
    assert before[0].sha256 != after[0].sha256
    assert before[1].sha256 == after[1].sha256


def test_white_space_around_a_row_and_blank_lines_do_no_harm() -> None:
    content = b' {"source": "a", "text": "x"}\t\n\n  \r\n\t{"source": "a", "text": "y"} \r\n'
    (reading,) = read("a.jsonl", io.BytesIO(content))
    assert reading.text == "x\n\ny"
    assert [b.locator for b in reading.blocks] == ["row 1", "row 4"]


def test_a_source_larger_than_what_is_read_in_one_go_is_whole() -> None:
    said = [f"{number} {'word ' * 2000}".strip() for number in range(250)]
    rows = [{"source": f"{n % 2}", "text": text} for n, text in enumerate(said)]
    even, odd = readings(*sorted(rows[:-1], key=lambda row: row["source"]), rows[-1])
    assert (even.text, odd.text) == ("\n\n".join(said[::2]), "\n\n".join(said[1::2]))
    assert odd.blocks[-1].locator == "row 250"
