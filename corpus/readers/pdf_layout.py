"""Lines on pages to paragraphs: columns, running headers, line-end hyphens, page breaks.

Problem: a PDF knows where letters stand and not what belongs together. Method: pieces of lines come
with their boxes. A line that stands beside another one over the same gap, page after page, belongs
to a column, and columns are read one after the other. Lines at the edge of the page that come back
on other pages are the page's, not the text's. A paragraph ends where the lines move apart, where
one begins indented, where the letters change their size, or where a finished line stops short.

Rejected: reading in the order of height (it weaves columns together), and blank lines alone (most
files have none).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

HYPHENS = "\x02\ufffe"
"""What stands for a hyphen that only parted a word at the end of a line."""
_PARTED = f"{HYPHENS}\u2010\u00ad"
"""The same, and what browsers write there."""

_CLOSED = re.compile(
    r"[.!?\u2026\u3002\uff01\uff1f:\uff1a;][\"'\u201d\u2019\u00bb)\]\u300d\u300f\uff09]*$"
)
_WIDE = re.compile("[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_BULLET = re.compile("[\u2022\u25cf\u25aa\u00b7\uf0b7\uf0a7-](?=\\s)")
_OPENS = re.compile(r"[^a-z]")
_NUMBERS = re.compile(r"\d+")
_ROUNDING = 0.5
_EDGE = 0.1
_COLUMN = 0.2
"""Of the lines of a page: fewer that begin at one place are no column."""
_APART_COLUMNS = 0.3
_OVER_BOTH = -100
_SHORTEST_PAGE = 200
"""Points from the first line to the last; on less nobody prints running lines."""
_APART = 1.25
"""Lines this much further apart than the usual ones do not belong together."""
_RADICALS = str.maketrans(
    "⺁⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳"
    "⺶⺷⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄㣺扌攵旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁"
    "羊羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀亀龟",
)
"""Radical forms that fonts put in the place of characters (U+2E80-2EFF); Unicode has no folding."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line of a page, in points from the lower left corner.

    Attributes:
        bottom: its base line.
        size: of its type.
        page: counted from 1.
    """

    written: str
    left: float
    right: float
    bottom: float
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        page: on which it begins.
        size: of its type.
    """

    written: str
    page: int
    size: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of a document.

    Args:
        pages: the lines of each page in the order of the file.

    Returns:
        Paragraphs in reading order, one that runs over a page as one.
    """
    running = _running(pages)
    ordered = [line for page in pages for line in _by_column([n for n in page if n not in running])]
    if not ordered:
        return []
    groups: list[list[Line]] = [[ordered[0]]]
    gutters = {n[0].page: _gutter(n) for n in pages if n}
    widths = _column_edges(ordered, gutters)
    spacing = _spacing(ordered)
    for before, line in pairwise(ordered):
        if _parts(before, line, widths, _column(before, gutters), spacing):
            groups.append([])
        groups[-1].append(line)
    compounds = Counter(re.findall(r"\w+-\w+", _plain_hyphens(n.written for n in ordered)))
    found = (Paragraph(_joined(g, compounds), g[0].page, median(n.size for n in g)) for g in groups)
    return [p for p in found if p.written]


def _running(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Headers, footers and page numbers: what comes back at the edge of other pages."""
    heights = [line.bottom for page in pages for line in page]
    if len(pages) < 2 or not heights:
        return set()
    low, high = min(heights), max(heights)
    margin = (high - low) * _EDGE
    if high - low < _SHORTEST_PAGE:
        return set()
    seen: dict[tuple[str, int], list[Line]] = {}
    for page in pages:
        for line in page:
            if not low + margin < line.bottom < high - margin:
                key = (_NUMBERS.sub("#", line.written.strip()), round(line.bottom / 4))
                seen.setdefault(key, []).append(line)
    return {
        line
        for lines in seen.values()
        if len({n.page for n in lines}) >= max(2, len(pages) * 0.3)
        for line in lines
    }


def _by_column(lines: list[Line]) -> Iterator[Line]:
    """Lines of a page, column by column where pieces of lines stand beside each other."""
    pairs = [
        (a, b)
        for i, a in enumerate(lines)
        for b in lines[i + 1 : i + 4]
        if abs(a.bottom - b.bottom) < 2 and b.left > a.right + a.size
    ]
    if len(pairs) < 4 or len(pairs) < len(lines) * 0.15:
        yield from lines
        return
    gutter = median(b.left for _, b in pairs) - 1
    waiting: list[Line] = []
    for line in lines:
        if line.left >= gutter:
            waiting.append(line)
        elif line.right > gutter:
            # a line over both columns: what stood above it comes first
            yield from sorted(
                (n for n in waiting if n.bottom > line.bottom), key=lambda n: -n.bottom
            )
            waiting = [n for n in waiting if n.bottom <= line.bottom]
            yield line
        else:
            yield line
    yield from waiting


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the second column of a page begins; None on a page of one column."""
    starts = Counter(round(line.left) for line in lines)
    often = sorted(left for left, n in starts.items() if n >= max(_COLUMN * len(lines), 3))
    if len(often) < 2:
        return None
    width = max(line.right for line in lines) - often[0]
    return next((left - 1.0 for left in often if left - often[0] > _APART_COLUMNS * width), None)


def _column_edges(
    lines: Sequence[Line], gutters: Mapping[int, float | None]
) -> dict[tuple[int, int], float]:
    """How far right the lines of each column of each page reach."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        key = _column(line, gutters)
        edges[key] = max(edges.get(key, 0.0), line.right)
    return edges


def _spacing(lines: Sequence[Line]) -> float:
    """From one base line to the next within paragraphs, in sizes of the type."""
    steps = Counter(
        round((a.bottom - b.bottom) / a.size, 1)
        for a, b in pairwise(lines)
        if a.page == b.page and abs(a.size - b.size) < _ROUNDING and a.bottom > b.bottom
    )
    likely = [step for step, count in steps.items() if count >= 0.1 * steps.total() and step >= 0.8]
    return min(likely, default=1.2)


def _column(line: Line, gutters: Mapping[int, float | None]) -> tuple[int, int]:
    gutter = gutters.get(line.page)
    if gutter is not None and line.left < gutter < line.right:
        return line.page, _OVER_BOTH
    return line.page, round(line.left / 40)


def _parts(
    before: Line,
    line: Line,
    edges: dict[tuple[int, int], float],
    column: tuple[int, int],
    spacing: float,
) -> bool:
    """Whether a new paragraph begins with this line."""
    if abs(before.size - line.size) > max(0.12 * before.size, _ROUNDING):
        return True
    if _BULLET.match(line.written):
        return True
    if before.written.rstrip()[-1:] in _PARTED:
        return False
    edge = max(
        (right for key, right in edges.items() if key[0] == before.page
             and abs(key[1] - column[1]) <= 1),
        default=before.right,
    )  # fmt: skip
    width = max(edge - before.left, 1.0)
    short = edge - before.right > max(0.12 * width, 2 * before.size)
    closed = bool(_CLOSED.search(before.written.rstrip()))
    if line.page != before.page or line.bottom > before.bottom + before.size:
        return closed and (short or bool(_OPENS.match(line.written)))
    pitch = before.bottom - line.bottom
    if pitch < before.size * 0.3:
        return False
    if pitch > before.size * spacing * _APART:
        return True
    indented = line.left - before.left > line.size * 0.8
    return (
        (short and closed)
        or (indented and (closed or short))
        or (short and edge - before.right > 0.35 * width)
    )


def _joined(lines: Sequence[Line], compounds: Counter[str]) -> str:
    """One paragraph: words that were parted at a line end are whole again."""
    text = ""
    for line in lines:
        written = tidy(line.written)
        if not text:
            text = written
        elif text[-1] in _PARTED:
            head, tail = re.search(r"\w*$", text[:-1]), re.match(r"\w*", written)
            compound = f"{head.group() if head else ''}-{tail.group() if tail else ''}"
            text = text[:-1] + ("-" if compounds[compound] else "") + written
        elif _WIDE.match(text[-1]) and _WIDE.match(written[:1]):
            text += written
        else:
            text += f" {written}"
    for mark in HYPHENS:
        text = text.replace(mark, "-")
    return _BULLET.sub("", text, count=1).strip()


def _plain_hyphens(written: Iterable[str]) -> str:
    return " ".join(written).replace("\u2010", "-")


def tidy(written: str) -> str:
    """A line with characters in the place of radical forms, and single spaces."""
    mended = "".join(
        unicodedata.normalize("NFKC", c) if "\u2f00" <= c <= "\u2fdf" else c
        for c in written.translate(_RADICALS)
    )
    return " ".join(mended.split())
