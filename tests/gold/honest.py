"""Honest quotes: whole sentences, and clauses cut at a comma, that nothing around them governs.

Which quotes are honest is settled by the text alone, by rules that are not the product's, so that
the product can be held against them. A whole sentence that is no question and stands in nobody's
quotation marks is always honest, whatever words it holds and whatever follows it. A clause cut at a
comma is honest too, unless its own sentence takes it back by construction:

- a clause of condition before it ("if ..., [X]"), or a hedge alone ("maybe, [X]");
- a condition or a turn right behind it ("[X], if ...", "[X], but ...");
- somebody's saying right before or behind it ("they said, [X]", "[X], she says"), or a saying or
  thinking that is denied ("I don't believe, [X]");
- quotation marks around it.

The same words inside the clause, in a clause of another kind, or in another sentence make nothing
dishonest. Rejected: leaving out every sentence that holds such a word (it hides the false alarms).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from typing import Any

from tests.gold.changes import Changed, sentences

Row = dict[str, Any]
_CONDITION = (
    "if|unless|provided|providing|suppose|supposing|assuming|as long as|so long as|in case|even if"
)
_LEAD = r"(?:^|[\u2014\u2013:;]|--|- )\W*(?:(?:and|but|so|or|well|now|then|look|because|that)\W+)*"
_CONDITION_BEFORE = re.compile(rf"{_LEAD}(?:{_CONDITION})\b", re.I)
_HEDGE_BEFORE = re.compile(
    r"^\W*(?:(?:and|but|so|or|well)\W+)*(?:perhaps|maybe|possibly|probably|presumably|apparently|"
    r"supposedly|reportedly|allegedly)\W*$",
    re.I,
)
_SAYING = r"sa(?:y|ys|id|ying)|tells?|told|ask(?:s|ed)?|claim(?:s|ed)?|wrote|writes|goes|went|like"
_SAYING_BEFORE = re.compile(rf"\b(?:{_SAYING})(?: (?:me|us|you|him|her|them))?$", re.I)
_DENIED_BEFORE = re.compile(
    r"(?:\bnot|n['\u2019]t|\bnever) (?:\w+ly )?(?:think|believe|say|saying|mean|claim|true)$", re.I
)
_LIMIT_BEHIND = re.compile(
    rf"^\W*(?:{_CONDITION}|but|however|although|though|even though|yet|except|whereas|only)\b", re.I
)
_SAYING_BEHIND = re.compile(rf"^\W*(?:\w+\W+){{1,3}}(?:{_SAYING})\b", re.I)
_SHORTEST = 6


def honest(rows: Iterable[Row], many: int, seed: int = 13) -> list[Changed]:
    """Whole sentences, and clauses of at least six words cut at a comma, in turn.

    Args:
        rows: passages with ``text``, ``speaker`` and ``date``.
        many: how many quotes.
        seed: of the order in which sentences are taken.

    Returns:
        The quotes; a sentence without an honest clause is passed over when a clause is due.
    """
    out: list[Changed] = []
    for text, row in sentences(rows, random.Random(seed)):
        if re.search(r"\?\W*$", text) or _in_marks(row["text"], row["text"].index(text)):
            continue
        if len(out) % 2 == 0:
            out.append(Changed("unchanged", text, row))
        elif clause := _clause(text, row["text"]):
            out.append(Changed("clause", clause, row))
        if len(out) == many:
            break
    return out


def _clause(sentence: str, passage: str) -> str | None:
    """The longest honest clause of a sentence that has several; None when it has none."""
    parts = sentence.split(", ")
    if len(parts) < 2:
        return None
    found = [
        parts[at]
        for at in range(len(parts))
        if len(parts[at].split()) >= _SHORTEST
        and not _governed(parts[:at], parts[at + 1 :])
        and not _in_marks(passage, passage.index(sentence) + len(", ".join([*parts[:at], ""])))
    ]
    return max(found, key=len).strip(" !?") if found else None


def _governed(before: list[str], behind: list[str]) -> bool:
    if any(_CONDITION_BEFORE.search(part) or _SAYING_BEFORE.search(part) for part in before):
        return True
    if before and (_HEDGE_BEFORE.search(before[-1]) or _DENIED_BEFORE.search(before[-1])):
        return True
    return bool(behind and (_LIMIT_BEHIND.search(behind[0]) or _SAYING_BEHIND.search(behind[0])))


def _in_marks(passage: str, at: int) -> bool:
    """Whether more quotation marks were opened before a word than closed."""
    word = re.compile(r"\w").search(passage, at)
    before = passage[: word.start() if word else at]
    curly = before.count("\u201c") - before.count("\u201d")
    return before.count('"') % 2 == 1 or curly > 0
