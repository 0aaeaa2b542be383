"""Family names of two or three characters, which stand for their bearers ("佐藤", "欧阳").

Method: a listed family name with which a name begins. One character alone stands for nobody.

Rejected: every first part of a name (given names are told apart by nothing).
"""

from __future__ import annotations

from verifier.drafts.words import DraftWords


def long_family(name: str, words: DraftWords) -> str:
    """The family name of two or three characters that stands for its bearer ("佐藤"); else empty.

    Args:
        name: a name.
        words: the Chinese lists.
    """
    found = (name[:n] for n in (3, 2) if n < len(name) and name[:n] in words.surnames)
    return next(found, "")


def family_keys(name: str, words: DraftWords) -> tuple[str, ...]:
    """By what of its family name a Chinese name is found; empty in other languages.

    Args:
        name: a name.
        words: the lists of the language.
    """
    if words.language != "zh":
        return ()
    family = long_family(name, words)
    return ("^" + name[0], family) if family else ("^" + name[0],)
