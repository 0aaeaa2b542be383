"""How one word is spelled: regional spellings, words written apart or together, diacritics.

Everything here is about letters and stands on the closed lists of the language. "a part" and
"apart", "every day" and "everyday" are different words, so words with a function word in them do
not grow together unless they are listed; "re-sign" and "resign" stand on the list of exceptions.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from verifier.forms.stems import is_function_word
from verifier.forms.wordlists import section, words

_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_ISE = re.compile(r"(?<=[a-z]{3}i)z(?=(?:e|ed|er|ers|es|ing|able|ation|ations|ational)$)")
_YSE = re.compile(r"(?<=(?:nal|ral|tal|rol)y)z(?=(?:e|ed|er|ers|es|ing)$)")


@cache
def pairs(language: str, table: str, key: str) -> dict[str, str]:
    """A list of pairs ("colour:color") as a table; empty when it is missing."""
    return dict(p.split(":") for p in words(language, table, key))


@cache
def _spellings(language: str) -> tuple[dict[str, str], re.Pattern[str] | None]:
    """Whole words with their usual spelling, and the stems that double an l before an ending."""
    table = dict(pairs(language, "spelling", "pairs"))
    for word in words(language, "spelling", "re_endings"):
        stem, usual = word[:-2], word[:-2] + "er"
        table |= {word: usual, f"{word}s": f"{usual}s", f"{word}d": f"{usual}ed"}
        table[f"{stem}ring"] = f"{usual}ing"
    for word in words(language, "spelling", "ogue_endings"):
        table |= {word: word[:-2], f"{word}s": f"{word[:-2]}s", f"{word}d": f"{word[:-2]}ed"}
    doubled = "|".join(words(language, "spelling", "doubled_l"))
    ending = "(?=(?:ed|ing|ings|er|ers|or|ors|ery)$)"
    return table, re.compile(rf"(?<![a-z])({doubled})l{ending}") if doubled else None


def spelled(norm: str, language: str) -> str:
    """One of several spellings of a word, the same for all of them."""
    table, doubled = _spellings(language)
    norm = table.get(norm, norm)
    if language != "en":
        return norm
    # most words have none of these letters, and a word is asked for the first time but once
    for british, american in pairs("en", "spelling", "infixes").items():
        if british in norm:
            norm = norm.replace(british, american)
    if doubled and "l" in norm:
        norm = doubled.sub(r"\1", norm)
    return _YSE.sub("s", _ISE.sub("s", norm)) if "z" in norm else norm


def is_compound(a: tuple[str, ...], b: tuple[str, ...], language: str) -> bool:
    """Whether one run is the other written apart (open source, co-operate)."""
    if not section(language, "spelling").get("compounds") or len(a) == len(b):
        return False
    parts, whole = (a, b) if len(a) > len(b) else (b, a)
    joined = spelled("".join(parts), language)
    if len(whole) > 1 or joined != spelled(whole[0], language) or not joined.isalpha():
        return False
    if joined in words(language, "spelling", "closed_compounds"):
        return True
    if joined in words(language, "spelling", "not_compounds"):
        return False
    return all(_may_join(parts, at, language) for at in range(len(parts)))


def _may_join(parts: tuple[str, ...], at: int, language: str) -> bool:
    """A content word, a prefix before one, or a particle behind one (start-up)."""
    part, last = parts[at], at == len(parts) - 1
    if not last and part in words(language, "spelling", "prefixes"):
        return len(parts[at + 1]) > 3 and not is_function_word(parts[at + 1], language)
    if last and part in words(language, "spelling", "particles"):
        return len(parts[at - 1]) > 2
    return len(part) > 2 and not is_function_word(part, language)


# --- diacritics ------------------------------------------------------------------------------


def unmarked(norm: str, language: str) -> str:
    """A word without its diacritics, where the language's list lets them go."""
    rule = section(language, "marks").get("fold")
    if norm.isascii() or rule is None or norm in words(language, "marks", "different"):
        return norm
    if rule == "russian":
        stripped = unicodedata.normalize("NFC", norm.replace("\u0301", ""))
        return stripped.replace("ё", "е")
    kept = 2 if section(language, "marks").get("same_ending") else 0
    head, tail = (norm[:-kept], norm[-kept:]) if kept else (norm, "")
    if rule == "german":
        head = "".join(_GERMAN.get(c, c) for c in head)
    decomposed = unicodedata.normalize("NFD", head.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)) + tail
