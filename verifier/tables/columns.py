"""What the columns of a table mean: by their names, in the languages of newsrooms.

A header is known by its plain form (case, spaces and hyphens do not matter). The first column of a
name counts; all others pass through untouched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import InvalidRequest, NoQuoteColumn
from verifier.tables.rows import ASKED, Row

LONGEST_CELL = 131_072
"""Code points of one cell, as many as Python's own reader takes; a quote may have fewer."""
_ALIASES = {
    "quote": "quote quotes quotation claim claimed_quote quoted_text statement text_of_quote"
    " zitat zitate aussage wortlaut citation cita citas citação citações citazione citaat"
    " цитата высказывание cytat alıntı اقتباس الاقتباس 引语 引文 引述 引用 原话"
    " 語錄 语录 発言 인용문 인용",
    "id": "id row_id key nr no. number nummer numéro número 编号 編號 番号",
    "speaker": "speaker person name said_by who attributed_to sprecher sprecherin redner"
    " orador oradora hablante locuteur locutrice orateur auteur oratore spreker оратор спикер автор"
    " mówca konuşmacı المتحدث القائل 发言人 说话人 發言人 讲者 人物 話者 발언자 화자",
    "date": "date day when said_on datum fecha дата tarih التاريخ 日期 时间 日付 날짜",
    "language": "language lang sprache langue idioma lengua lingua taal язык język dil اللغة 语言"
    " 語言 言語 언어",
    "source_url": "source_url source_link source_address url link quelle quelle_url lien enlace"
    " fuente_url источник 来源网址 链接 鏈接 网址 出典url",
}
_NAMES = {alias: name for name, aliases in reversed(_ALIASES.items()) for alias in aliases.split()}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table.

    Attributes:
        headers: as they stand.
        names: the JSON name that each stands for; empty for one that only passes through.
    """

    headers: tuple[str, ...]
    names: tuple[str, ...]

    def row(self, number: int, cells: tuple[str, ...], fault: tuple[str, str] | None = None) -> Row:
        """A record as a row.

        Args:
            number: from 1.
            cells: of the record.
            fault: code and sentence of what keeps it from being read.
        """
        if fault is not None:
            told = InvalidRequest([("", fault[0], f"Row {number:,}: {fault[1]}")])
            return Row(number, None, told, cells)
        body = self.body(cells)
        if isinstance(body, InvalidRequest):
            return Row(number, None, body, cells)
        asked = {key: value for key, value in body.items() if key in ASKED}
        return Row(number, body.get("id"), asked, cells)

    def body(self, cells: Sequence[str]) -> Mapping[str, object] | InvalidRequest:
        """The question of one record.

        Args:
            cells: of the record, at most blank ones beyond the headers.

        Returns:
            The known fields that are not blank (the quote in any case), with the ``id``; a fault
            for a record with another number of cells, and for one with a cell that is too long.
        """
        width = len(self.headers)
        if len(cells) < width or any(cell.strip() for cell in cells[width:]):
            kept = " The last ones are kept together." if len(cells) > width else ""
            detail = f"It has {len(cells)} cells, the header has {width}.{kept}"
            return InvalidRequest([("", "ragged", detail)])
        longest = max(map(len, cells), default=0)
        if longest > LONGEST_CELL:
            detail = f"A cell has {longest:,} characters, at most {LONGEST_CELL:,} are taken."
            return InvalidRequest([("", "too-long", detail)])
        body: dict[str, object] = {}
        for name, cell in zip(self.names, cells, strict=False):
            if name and name not in body and (cell.strip() or name == "quote"):
                body[name] = cell
        return body


def name_of(header: str) -> str:
    """The JSON name that a header stands for; empty for a column that only passes through."""
    plain = header.strip().strip(":*").casefold().replace(" ", "_").replace("-", "_")
    return _NAMES.get(plain, "")


def has_quotes(headers: Sequence[str]) -> bool:
    """Whether one of the headers is a name for quotes."""
    return any(name_of(header) == "quote" for header in headers)


def columns_of(headers: Sequence[str], column: str | None = None) -> Columns:
    """What the columns of a header row mean.

    Args:
        headers: as they stand; some may be blank or the same.
        column: the column of quotes: a header, or ``#`` and its number from 1; known by its name
            when None.

    Raises:
        NoQuoteColumn: there is none.
    """
    names = [name_of(header) for header in headers]
    if column is not None:
        at = place_of(headers, column)
        names = ["" if name == "quote" else name for name in names]
        names[at] = "quote"
    if "quote" not in names:
        raise NoQuoteColumn(headers)
    seen: set[str] = set()
    for at, name in enumerate(names):
        names[at] = "" if name in seen else name
        seen.add(name)
    return Columns(tuple(headers), tuple(names))


def place_of(headers: Sequence[str], column: str) -> int:
    """The index of a column that somebody chose; see `columns_of`.

    Raises:
        NoQuoteColumn: no header is called so.
    """
    plain = column.strip().casefold()
    for at, header in enumerate(headers):
        if plain and header.strip().casefold() == plain:
            return at
    if plain[:1] == "#" and plain[1:].isdecimal() and 0 < int(plain[1:]) <= len(headers):
        return int(plain[1:]) - 1
    raise NoQuoteColumn(headers)
