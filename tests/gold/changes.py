"""One-word changes made by machine on real sentences, and the same sentences left alone.

Each change swaps, adds or drops one word of one class, so that the right class is known by
construction. The words come from small tables of our own; they are not the product's lists.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from corpus.text.sentences import sentence_spans

Row = dict[str, Any]
_AUXILIARY = "is are was were will would can could should must do did does have has".split()
_SWAPS: dict[str, dict[str, str]] = {
    "unit": {
        "percent": "dollars", "dollars": "euros", "miles": "kilometers", "years": "months",
        "months": "weeks", "weeks": "days", "days": "weeks", "hours": "minutes", "tons": "pounds",
    },
    "modal": {
        "will": "may", "must": "could", "can": "must", "should": "might", "could": "should",
        "may": "must", "might": "will", "would": "could",
    },
    "quantifier": {
        "all": "some", "every": "any", "most": "some", "many": "few", "some": "all",
        "few": "many", "both": "some", "only": "mostly", "each": "any", "always": "sometimes",
    },
    "antonym": {
        "more": "less", "higher": "lower", "lower": "higher", "better": "worse", "good": "bad",
        "increase": "decrease", "strong": "weak", "before": "after", "right": "wrong",
        "great": "terrible", "win": "lose", "first": "last", "support": "oppose", "best": "worst",
        "rich": "poor", "safe": "unsafe", "true": "false", "up": "down",
    },
    "number": {
        "two": "seven", "three": "eight", "four": "nine", "five": "eleven", "six": "twelve",
        "ten": "thirty", "million": "billion", "billion": "million", "hundred": "thousand",
    },
}  # fmt: skip
_NAMES = ["Henderson", "Oakfield", "Marisol", "Vandermeer", "Kowalski", "Torvania"]
_EXPECTED = {"antonym": ("antonym", "quantifier"), "name": ("named_entity",)}
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Changed:
    """One claim made from a real sentence.

    Attributes:
        kind: the class of the change; ``unchanged`` or ``clause`` for honest quotes.
        quote: the claim.
        row: the passage it was made from.
        right: codes of which one is right.
    """

    kind: str
    quote: str
    row: Row
    right: tuple[str, ...] = ()


def words_of(text: str) -> list[str]:
    """The words of a text, as they stand."""
    return _WORD.findall(text)


def sentences(rows: Iterable[Row], rng: random.Random) -> Iterator[tuple[str, Row]]:
    """Sentences of 8 to 40 words of real speakers, in random order, each wording once."""
    found: list[tuple[str, Row]] = []
    seen: set[str] = set()
    for row in rows:
        if row["speaker"] in (None, "SYSTEM") or "(" in row["text"] or "[" in row["text"]:
            continue
        for start, end in sentence_spans(row["text"]):
            text = row["text"][start:end]
            folded = " ".join(_WORD.findall(text.lower()))
            if 8 <= len(text.split()) <= 40 and folded not in seen and text[0].isupper():
                seen.add(folded)
                found.append((text, row))
    rng.shuffle(found)
    yield from found


def one_word_changes(rows: Iterable[Row], many: int, seed: int = 7) -> list[Changed]:
    """``many`` changed sentences, the classes in turn."""
    rng = random.Random(seed)
    makers: dict[str, Callable[[str, random.Random], str | None]] = {
        "negation": _negate,
        "name": _rename,
        **{kind: _swapper(table) for kind, table in _SWAPS.items()},
    }
    kinds = list(makers)
    out: list[Changed] = []
    at = 0
    for text, row in sentences(rows, rng):
        for turn in range(len(kinds)):
            kind = kinds[(at + turn) % len(kinds)]
            changed = makers[kind](text, rng)
            if changed is not None and changed != text:
                out.append(Changed(kind, changed, row, _EXPECTED.get(kind, (kind,))))
                at += turn + 1
                break
        if len(out) == many:
            break
    return out


def unchanged(rows: Iterable[Row], many: int, seed: int = 11) -> list[Changed]:
    """Whole sentences, as they stand."""
    source = sentences(rows, random.Random(seed))
    return [Changed("unchanged", text, row) for text, row in islice(source, many)]


def _negate(text: str, rng: random.Random) -> str | None:
    for word in (" not ", " never "):
        if word in text and rng.random() < 0.7:
            return text.replace(word, " ", 1)
    for found in _WORD.finditer(text):
        if found.group() in _AUXILIARY and text[found.end() : found.end() + 5] != " not ":
            return f"{text[: found.end()]} not{text[found.end() :]}"
    return None


def _rename(text: str, rng: random.Random) -> str | None:
    names = [
        m
        for m in _WORD.finditer(text)
        if m.start()
        and m.group()[0].isupper()
        and len(m.group()) > 3
        and "'" not in m.group()
        and text[m.start() - 2 : m.start()] not in (". ", "? ", "! ", '"')
        and text[m.start() - 1] == " "
        and text[m.start() - 2].islower()
    ]
    if not names:
        return None
    chosen = rng.choice(names)
    return text[: chosen.start()] + rng.choice(_NAMES) + text[chosen.end() :]


def _swapper(table: dict[str, str]) -> Callable[[str, random.Random], str | None]:
    def swap(text: str, rng: random.Random) -> str | None:
        found = [m for m in _WORD.finditer(text) if m.group() in table]
        if not found:
            return None
        chosen = rng.choice(found)
        return text[: chosen.start()] + table[chosen.group()] + text[chosen.end() :]

    return swap
