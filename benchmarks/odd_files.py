"""Files of quotes as they come from newsrooms, with every oddity at once; the same for a seed.

One table has a byte order mark, a line ``sep=;``, semicolons, CRLF, headers twice and headers that
are empty, and rows of all kinds: exact and changed quotes, the same quote again, cells that look
like formulas, line breaks and marks inside cells, rows that are too short or too long, bytes that
are no text, a cell that is too long, marks that are never closed, signs that nobody sees.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

HEADERS = ("Nr", "Quote", "Who", "When", "Note", "Note", "")
_FORMULAS = ('=HYPERLINK("http://x.example";"y")', "+1", "-1", "@SUM(A1)", "\t=1", "＝1")
_PEOPLE = ("", "", "Ada Lindqvist", "Chief Justice Roberts", "林晓", "=cmd")
_DATES = ("", "", "", "2023", "2023-05-12", "someday", "13.45.2020")
_LONGEST_CELL = 131_073
_UNSEEN = "\u200b\u00ad\u202e\ufeff"


def write_table(path: Path, quotes: Sequence[str], rows: int, seed: int) -> None:
    """Write a table of so many records.

    Args:
        path: where to.
        quotes: words to ask for; most rows have one of them, whole or changed.
        rows: records that are meant; a reader may count the broken ones otherwise.
        seed: the same seed gives the same file.
    """
    rng = random.Random(seed)
    with path.open("wb") as out:
        out.write(b"\xef\xbb\xbfsep=;\r\n" + ";".join(HEADERS).encode() + b"\r\n")
        for number in range(1, rows + 1):
            out.write(_record(rng, quotes, number, rows))


def _record(rng: random.Random, quotes: Sequence[str], number: int, rows: int) -> bytes:
    if number == rows // 2:
        return f'{number};"{"long " * (_LONGEST_CELL // 5 + 1)}";;;;;\r\n'.encode()
    if number == rows * 3 // 4:
        return f'{number};"a mark that is never closed;;;;;\r\n'.encode()
    odd = rng.random()
    if odd < 0.01:
        return f"{number};only two\r\n".encode()
    if odd < 0.02:
        return f"{number};one;too;many;cells;in;here;9\r\n".encode()
    if odd < 0.03:
        return f"{number};{rng.choice(quotes)[:40]} ".encode() + b"caf\xe9 \xff;;;;;\r\n"
    if odd < 0.035:
        return b"\r\n" + _cells(number, "x " * 10_500, rng)
    if odd < 0.045:
        return _cells(number, rng.choice(("", "  ", "“”", "…", "\x00", '"')), rng)
    return _cells(number, _quote(rng, quotes), rng)


def _cells(number: int, quote: str, rng: random.Random) -> bytes:
    note = rng.choice(("", "see p. 4", "two\r\nlines", 'a "mark"', *_FORMULAS))
    cells = (str(number), quote, rng.choice(_PEOPLE), rng.choice(_DATES), note, note[::-1], "")
    return (";".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n").encode()


def _quote(rng: random.Random, quotes: Sequence[str]) -> str:
    text = rng.choice(quotes)
    words = text.split(" ")
    at = rng.randrange(len(words))
    changes: tuple[Callable[[], str], ...] = (
        lambda: text,
        lambda: f"“{text}”",
        lambda: " ".join([*words[:at], "never", *words[at + 1 :]]),
        lambda: " ".join(words[: max(4, at)]),
        lambda: " ".join([*words[:at], "…", *words[at + 2 :]]),
        lambda: " ".join(words[:at]) + "\r\n" + " ".join(words[at:]),
        lambda: rng.choice(_FORMULAS) + text,
        lambda: text[: len(text) // 2] + rng.choice(_UNSEEN) + text[len(text) // 2 :],
        lambda: f"{text} ({rng.randrange(10**6)})",
    )
    return rng.choice(changes)()
