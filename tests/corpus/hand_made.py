"""Small PDF and Word files written by hand, for what no program writes on demand."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

TYPES = f"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = f"""<?xml version="1.0" encoding="UTF-8"?><Relationships
xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument"
Target="word/document.xml"/></Relationships>"""
OF_DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?><Relationships
xmlns="{_PACKAGE}/relationships"><Relationship Id="r2" Type="{_OFFICE}/footnotes"
Target="footnotes.xml"/></Relationships>"""


_PICTURE = b"q 500 0 0 700 40 40 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI Q"


def paragraph(text: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def document(body: str, head: str = "") -> str:
    """The main part of a Word file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document xmlns:w="{_WORD}"><w:body>'
        f"{body}</w:body></w:document>"
    )


def footnotes(**notes: str) -> str:
    """The part with the footnotes, by number."""
    written = "".join(
        f'<w:footnote w:id="{number.removeprefix("n")}">{paragraph(text)}</w:footnote>'
        for number, text in notes.items()
    )
    return f'<?xml version="1.0"?><w:footnotes xmlns:w="{_WORD}">{written}</w:footnotes>'


def docx(main: str | bytes, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file of a main part and others."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", main)
        for name, part in (more or {}).items():
            archive.writestr(name, part)
    return stream.getvalue()


def zeros(megabytes: int) -> bytes:
    """A raw deflate stream that unpacks to many zeros; made in no time."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + again * (megabytes - 1) + packer.flush()


def raw_zip(name: bytes, packed: bytes, declared: int) -> bytes:
    """An archive of one part whose unpacked size is whatever one declares."""
    numbers = (20, 0, 8, 0, 33, 0, len(packed), declared, len(name), 0)
    local = b"PK\x03\x04" + struct.pack("<5H3I2H", *numbers) + name + packed
    central = b"PK\x01\x02" + struct.pack("<6H3I5H2I", 20, *numbers, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4H2IH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + b"PK\x05\x06" + end


Placed = tuple[float, float, float, str]
"""Left, base line, size of the type, text."""


def pdf(pages: Sequence[Sequence[Placed]], trailer: str = "", prev: bool = False) -> bytes:
    """A PDF with Latin text at given places, in the given order.

    Args:
        trailer: more entries of its trailer.
        prev: the table of objects names itself as the one before.
    """
    contents = [
        "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET" for x, y, size, text in page
        ).encode("cp1252")
        for page in pages
    ]
    streams = [b"<< /Length %d >>\nstream\n%s\nendstream" % (len(c), c) for c in contents]
    return pdf_of(streams, trailer, prev)


def pdf_of(
    streams: Sequence[bytes], trailer: str = "", prev: bool = False, times: int = 1
) -> bytes:
    """A PDF with a page for each content stream, each page named several times in its tree."""
    first = 4
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(streams)) for _ in range(times))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams) * times} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            f"{first + 2 * number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(stream)
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    loop = f"/Prev {start}" if prev else ""
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {loop} {trailer} >>\n".encode()
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def scan(pages: int = 1) -> bytes:
    """A PDF whose pages are pictures."""
    page = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_PICTURE), _PICTURE)
    return pdf_of([page] * pages)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


ENCRYPTED = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>"
    f" /ID [<{'43' * 16}> <{'43' * 16}>]"
)
"""A trailer that asks for a password nobody has."""
