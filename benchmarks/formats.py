"""``python -m benchmarks.formats``: how much of each format is stored, as a table.

One invented original of 60 paragraphs, English and Chinese, goes into files of each format; those
that people get from LibreOffice and Chromium are made by them. Each file is read by the reader that
takes it, and the words and paragraphs of the original are looked for in what it gives. What cannot
be made on this machine is said and left out.
"""

from __future__ import annotations

import csv
import html
import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from corpus.readers import registry
from tests.corpus.made_files import (
    converted,
    cues,
    lines_of,
    original,
    page,
    printed,
    rolled,
    stored_share,
    whole_paragraphs,
)
from tests.corpus.pages import of_divs, of_sections

Make = Callable[[Sequence[str], str, Path], str | bytes]
"""The paragraphs, their language and a folder for programs to work in, to the file."""

COLUMNS = "body{column-count:2;hyphens:auto;text-align:justify}"
UNDER_A_HEADLINE = "div{column-count:2;hyphens:auto;text-align:justify}"
INDENTED = "p{margin:0;text-indent:2em;text-align:justify}"


@dataclass(frozen=True, slots=True)
class Made:
    """A way to make a file.

    Attributes:
        name: as the table shows it.
        ending: of the file.
        make: writes it.
        paragraphs: whether the format has paragraphs; subtitles have none.
    """

    name: str
    ending: str
    make: Make
    paragraphs: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """What was stored of one file.

    Attributes:
        words: share of the original's words that stand in a matching window of three.
        whole: paragraphs of the original that are one block of what was stored; None for a format
            without paragraphs.
        of: paragraphs of the original.
    """

    words: float
    whole: float | None
    of: int


def _text(paragraphs: Sequence[str], language: str, folder: Path) -> str:
    return "\n\n".join(paragraphs)


def _page(paragraphs: Sequence[str], language: str, folder: Path) -> str:
    return page(paragraphs, "", language)


def _built(
    build: Callable[[Sequence[str]], str], paragraphs: Sequence[str], language: str, folder: Path
) -> str:
    return build(paragraphs)


def _printed(style: str, paragraphs: Sequence[str], language: str, folder: Path) -> bytes:
    return printed(page(paragraphs, style, language), folder)


def _headed(paragraphs: Sequence[str], language: str, folder: Path) -> bytes:
    markup = page(paragraphs, UNDER_A_HEADLINE, language)
    head = f"<h1>{html.escape(paragraphs[0][:30])}</h1><p>{html.escape(paragraphs[0])}</p><div>"
    return printed(markup.replace("<body>", f"<body>{head}").replace("</body>", "</div></body>"),
                   folder)  # fmt: skip


def _converted(ending: str, paragraphs: Sequence[str], language: str, folder: Path) -> bytes:
    return converted(page(paragraphs, "", language), folder, ending)


def _cues(form: str, roll: bool, paragraphs: Sequence[str], language: str, folder: Path) -> str:
    lines = lines_of(paragraphs, language)
    return cues(rolled(lines) if roll else lines, form)


def _rows(paragraphs: Sequence[str], language: str, folder: Path) -> str:
    return "".join(json.dumps({"source": "minutes", "text": p}) + "\n" for p in paragraphs)


def _table(paragraphs: Sequence[str], language: str, folder: Path) -> str:
    written = io.StringIO()
    csv.writer(written).writerows([["text"], *([p] for p in paragraphs)])
    return written.getvalue()


def _feed(paragraphs: Sequence[str], language: str, folder: Path) -> str:
    body = html.escape("".join(f"<p>{html.escape(p)}</p>" for p in paragraphs))
    return (
        "<rss version='2.0'><channel><title>Quay</title><item><title>Minutes</title><guid>1</guid>"
        f"<description>{body}</description></item></channel></rss>"
    )


MADE = (
    Made("TXT, Markdown", "md", _text),
    Made("HTML", "html", _page),
    Made("HTML of nested sections, WeChat-like", "html", partial(_built, of_sections)),
    Made("HTML of divs among teasers", "html", partial(_built, of_divs)),
    Made("DOCX, LibreOffice", "docx", partial(_converted, "docx")),
    Made("PDF, LibreOffice", "pdf", partial(_converted, "pdf")),
    Made("PDF, Chromium", "pdf", partial(_printed, "")),
    Made("PDF, Chromium, two columns, parted words", "pdf", partial(_printed, COLUMNS)),
    Made("PDF, Chromium, columns under a headline", "pdf", _headed),
    Made("PDF, Chromium, paragraphs by indent", "pdf", partial(_printed, INDENTED)),
    Made("SRT", "srt", partial(_cues, "srt", False), paragraphs=False),
    Made("VTT", "vtt", partial(_cues, "vtt", False), paragraphs=False),
    Made("VTT, rolling", "vtt", partial(_cues, "vtt", True), paragraphs=False),
    Made("JSONL", "jsonl", _rows),
    Made("CSV", "csv", _table),
    Made("RSS", "rss", _feed),
)


def measured(made: Made, language: str, folder: Path, count: int = 60) -> Figure:
    """Make one file and read it.

    Args:
        made: how.
        language: ``en`` or ``zh``.
        folder: empty; for programs to work in.
        count: paragraphs of the original.

    Raises:
        pytest.skip.Exception: the program for it is not on this machine.
    """
    paragraphs = original(language, count)
    content = made.make(paragraphs, language, folder)
    stream = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    readings = list(registry.read(f"minutes.{made.ending}", stream))
    text = "\n\n".join(reading.text for reading in readings)
    blocks = [r.text[b.start : b.end] for r in readings for b in r.blocks]
    whole = whole_paragraphs(paragraphs, blocks) if made.paragraphs else None
    return Figure(stored_share(paragraphs, text), whole, count)


def table() -> Iterator[str]:
    """The figures as Markdown rows."""
    yield "| made as | words, English | paragraphs | words, Chinese | paragraphs |"
    yield "|---|--:|--:|--:|--:|"
    for made in MADE:
        cells = [made.name]
        for language in ("en", "zh"):
            with tempfile.TemporaryDirectory() as folder:
                try:
                    figure = measured(made, language, Path(folder))
                except pytest.skip.Exception as absent:
                    cells += [f"not measured: {absent}", "-"]
                    continue
            whole = figure.whole
            cells += [f"{figure.words:.4f}"]
            cells += ["-" if whole is None else f"{round(whole * figure.of)} of {figure.of}"]
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    for row in table():
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()
