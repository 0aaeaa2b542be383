"""Archives and XML from strangers, judged before a parser sees them."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable

import pytest

from corpus import archives
from corpus.archives import check_xml, packed, unpacked
from corpus.errors import UnreadableSource

Change = Callable[[zipfile.ZipFile], object]


def made(change: Change) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", "<a/>")
        change(archive)
    return stream.getvalue()


def link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("b.xml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(entry, "/etc/hostname")


def forged(content: bytes, name: bytes, size: int) -> bytes:
    """The archive with another unpacked size in both its directories."""
    out = bytearray(content)
    local = out.index(b"PK\x03\x04", out.index(b"PK\x03\x04") + 1)
    assert out[local + 30 : local + 30 + len(name)] == name
    out[local + 22 : local + 26] = struct.pack("<I", size)
    central = out.index(b"PK\x01\x02", out.index(b"PK\x01\x02") + 1)
    out[central + 24 : central + 28] = struct.pack("<I", size)
    return bytes(out)


HOSTILE = [
    (made(lambda z: z.writestr("../../etc/x", "x")), "outside", "a way up"),
    (made(lambda z: z.writestr("/etc/x", "x")), "outside", "from the root"),
    (made(lambda z: z.writestr("C:\\x", "x")), "outside", "a drive"),
    (made(lambda z: z.writestr("..\\x", "x")), "outside", "a way up with the other slash"),
    (made(link), "link", "a link"),
    (made(lambda z: [z.writestr(f"{n}", "") for n in range(archives.MOST_ENTRIES)]), "parts",
     "too many"),
    (made(lambda z: z.writestr("b.xml", b"0" * 30_000_000)), "more than is allowed", "a ratio"),
    (made(lambda z: z.writestr("b.xml", "<b/>")).replace(b"b.xml", b"a.xml"), "one name", "twice"),
    (b"PK\x03\x04 and nothing", "damaged", "no archive"),
    (made(lambda z: None)[:-10], "damaged", "cut off"),
    (forged(made(lambda z: z.writestr("b.xml", b"0" * 900_000)), b"b.xml", 10), "damaged",
     "a size that is a lie"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "reason", "why"), HOSTILE)
def test_an_archive_that_breaks_a_rule_is_refused(content: bytes, reason: str, why: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        unpacked("a.docx", content, lambda name: name.endswith(".xml"))
    assert reason in refused.value.reason, why


def test_a_password_is_told() -> None:
    content = bytearray(made(lambda z: None))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableSource, match="password"):
        unpacked("a.docx", bytes(content), lambda name: True)


def test_only_wanted_parts_are_unpacked_and_packed_again() -> None:
    content = made(lambda z: [z.writestr("b.xml", "<b/>"), z.writestr("c.png", b"0" * 900_000)])
    parts = unpacked("a.docx", content, lambda name: name.endswith(".xml"))
    assert parts == {"a.xml": b"<a/>", "b.xml": b"<b/>"}
    assert unpacked("a.docx", packed(parts).read(), lambda name: True) == parts


XML = [
    (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', "declares"),
    ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a []><a/>'.encode("utf-16"), "declares"),
    (b"<a>" * 1001 + b"</a>" * 1001, "nested"),
    (b"<a>&b;</a>", "damaged"),
    (b"<a><b></a>", "damaged"),
    (b"", "damaged"),
]


@pytest.mark.parametrize(("content", "reason"), XML)
def test_xml_that_declares_or_nests_too_much_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        check_xml("a.xml", content)
    assert reason in refused.value.reason


def test_plain_xml_passes() -> None:
    check_xml("a.xml", b'<?xml version="1.0"?><a>' + b"<b>&amp;</b>" * 2000 + b"</a>")
    assert archives.LARGEST_PART < archives.LARGEST_WHOLE
