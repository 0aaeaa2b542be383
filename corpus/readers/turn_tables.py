"""Tables that are dialogues: a row a turn, who in one column and the words in another.

Problem: minutes and transcripts are often written as a table, and cell by cell the names are
paragraphs of their own and nobody says anything. Method: a table is a dialogue when its first row
names the two columns, or, without such a row, when one column holds names or roles that come again
and the last one holds sentences. Columns of times and numbers may stand before. A row becomes one
block, its cells on lines of their own, with its speaker; an empty name goes on with the turn.

Rejected: taking every table of two columns for one (prices, glossaries and page layouts are such
tables), and writing the name before the words with a colon (it would be text that nobody wrote).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.readers.elements import Element
from corpus.text.names import label_shape

CellText = Callable[[Element], list[str]]
"""The paragraphs of a cell."""

_WHO = frozenset(
    "speaker speakers name who person participant voice sprecher sprecherin redner rednerin "
    "sprechende wer orateur oratrice intervenant intervenante locuteur qui nom hablante orador "
    "oradora interviniente quién nombre говорящий спикер выступающий имя кто 发言人 发言者 说话人 "
    "讲者 讲话人 人物 姓名 發言人 話者 発言者 氏名".split()
)
_WORDS = frozenset(
    "words text texts said statement statements transcript transcription content quote remarks "
    "speech utterance dialogue wortlaut aussage gesagtes rede inhalt worte wortbeitrag paroles "
    "propos texte contenu déclaration intervention palabras texto contenido declaración "
    "intervención transcripción текст слова реплика высказывание 内容 发言 发言内容 讲话 讲话内容 "
    "原话 文字 實錄 發言內容 発言 発言内容".split()
)
_BESIDE = re.compile(
    r"\W*(?:\d[\d:.,'′\" hms–-]*|no|nr|time|time ?code|start|end|date|zeit|heure|temps|hora|tiempo"
    r"|время|时间|時間|序号|番号|#)?\W*",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!?…。！？][\"'”’」』)）»]*$")
_FEWEST = 3
_FEWEST_NAMED = 1
_PROSE = 0.6
_LONGEST_NAME = 60
_MOST_CELLS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a dialogue.

    Attributes:
        speaker: who; where the name is left out, that of the row before.
        paragraphs: of the row in order; the first holds the cells before the words, a line each,
            and the first paragraph of the words.
    """

    speaker: str
    paragraphs: tuple[str, ...]


def turn_rows(table: Element, cell_text: CellText) -> list[Row]:
    """The turns of a table; none when it is no dialogue.

    Args:
        table: a table without another table in it; one with another is none.
        cell_text: what is written in a cell.

    Cost: linear in the size of the table.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = [[cell_text(c) for c in tr.iterchildren("td", "th")] for tr in table.iter("tr")]
    rows = [row for row in rows if any(row)]
    if not rows or not 2 <= len(rows[0]) <= _MOST_CELLS:
        return []
    width = len(rows[0])
    body = [row for row in rows[1:] if len(row) == width]
    who = _named_columns([" ".join(cell).strip(" :：").casefold() for cell in rows[0]])
    if who is not None:
        names = _names(body, who[0])
        sound = len(body) == len(rows) - 1 >= _FEWEST_NAMED and _sound(names)
        return _turns(body, names, *who) if sound else []
    columns = width - 2, width - 1
    if any(len(row) != width for row in rows) or len(rows) < _FEWEST:
        return []
    if not all(_BESIDE.fullmatch(" ".join(cell)) for row in rows for cell in row[: width - 2]):
        return []
    names = _names(rows, width - 2)
    if not (_sound(names) and _recurring(names) and _is_prose(rows)):
        return []
    return _turns(rows, names, *columns)


def _named_columns(head: Sequence[str]) -> tuple[int, int] | None:
    """Which columns the first row names as the speaker's and the words'."""
    who = [i for i, name in enumerate(head) if name in _WHO]
    words = [i for i, name in enumerate(head) if name in _WORDS]
    if len(who) != 1 or len(words) != 1 or who[0] > words[0]:
        return None
    beside = [name for i, name in enumerate(head) if i not in (who[0], words[0])]
    return (who[0], words[0]) if all(map(_BESIDE.fullmatch, beside)) else None


def _names(rows: Sequence[Sequence[list[str]]], who: int) -> list[str]:
    return [" ".join(" ".join(row[who]).split()).strip(" :：") for row in rows]


def _turns(
    rows: Sequence[Sequence[list[str]]], names: Sequence[str], who: int, words: int
) -> list[Row]:
    turns = []
    speaker = names[0]
    for row, name in zip(rows, names, strict=True):
        speaker = name or speaker
        # the name stands right before the words, so that it can be told from them
        rest = [" ".join(cell) for i, cell in enumerate(row) if i not in (who, words)]
        said = row[words] or [""]
        first = "\n".join(part for part in (*rest, " ".join(row[who]), said[0]) if part)
        turns.append(Row(speaker, (first, *said[1:])))
    return turns


def _sound(names: Sequence[str]) -> bool:
    """Whether all names look like names, and the first row has one."""
    return bool(names and names[0]) and all(
        not name or (len(name) <= _LONGEST_NAME and label_shape(name) != "") for name in names
    )


def _recurring(names: Sequence[str]) -> bool:
    given = [name for name in names if name]
    return 2 <= len(set(given)) < len(given)


def _is_prose(rows: Sequence[Sequence[list[str]]]) -> bool:
    closed = [bool(row[-1]) and bool(_CLOSED.search(row[-1][-1])) for row in rows]
    longer = [len(" ".join(row[-1])) > 2 * len(" ".join(row[-2])) for row in rows]
    return min(sum(closed), sum(longer)) >= _PROSE * len(rows)
