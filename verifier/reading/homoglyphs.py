"""Letters of one script that pass for letters of another.

Problem: "Аmerica" with a Cyrillic letter looks like "America" and is found nowhere.

Method: a word is suspicious when Latin stands beside Cyrillic in it, or beside a Greek letter that
looks Latin, or when it is all Cyrillic look-alikes in a text whose other words are Latin. A closed
table of look-alikes gives its Latin skeleton to search with. Units and symbols (kΩ, μm, πr) are
written with letters that look like no Latin one and are left alone, and so is Latin beside Chinese
or Japanese.

Rejected: the whole confusables table of Unicode (thousands of pairs, most of them far-fetched, and
it maps Latin letters onto each other, too: m and rn).

Source: Unicode Technical Standard 39 (restriction levels); the table is our own.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC_PAIRS = (
    "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ЬB ԌG ԚQ ԜW ҺH ӀI "
    "аa еe оo рp сc уy хx ѕs іi јj һh ӏl ԁd ԛq ԝw ѵv ԍg ѡw"
)
_GREEK_PAIRS = "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ιi κk νv οo ρp υu ϲc ϳj"
_FOLDED_PAIRS = "вb кk мm нh тt ьb βb εe ζz ηh τt χx μm"
"""Small letters whose capitals are look-alikes: what is left of them in a folded token."""


def _table(pairs: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in pairs.split()}


_GREEK = _table(_GREEK_PAIRS)
LOOK_ALIKES = _table(_CYRILLIC_PAIRS) | _GREEK
"""Cyrillic and Greek letters that are drawn like a Latin one."""

_SKELETON = str.maketrans(_table(_FOLDED_PAIRS) | LOOK_ALIKES)
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((s for s in _SCRIPTS if name.startswith(s)), "")


def mixed_words(text: str) -> list[str]:
    """Find the words that mix look-alike scripts.

    Args:
        text: any text; full-width and other compatibility letters count as what they stand for.

    Returns:
        The words in order, each once; empty when there are none. A text without Cyrillic or Greek
        letters costs one search.
    """
    if not re.search("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]", text):
        return []
    words = [(w, {_script(c) for c in w} - {""}) for w in _WORD.findall(text)]
    latin_text = any(scripts == {"LATIN"} for _, scripts in words)
    true_cyrillic = any(
        scripts == {"CYRILLIC"} and not all(c in LOOK_ALIKES for c in word)
        for word, scripts in words
    )
    found: dict[str, None] = {}
    for word, scripts in words:
        hidden = scripts == {"CYRILLIC"} and latin_text and not true_cyrillic
        if _is_mixed(word, scripts) or hidden:
            found[word] = None
    return list(found)


def _is_mixed(word: str, scripts: set[str]) -> bool:
    if len(scripts) < 2:
        return False
    if {"LATIN", "CYRILLIC"} <= scripts:
        return True
    return any(c in _GREEK for c in word)


def skeleton(word: str) -> str:
    """The Latin word that a word looks like.

    Args:
        word: a token's norm or, better, its surface: the Greek capital that looks like N folds to a
            letter that looks like v.

    Returns:
        The word, case folded, with every look-alike replaced; a word without any comes back as it
        is. The length stays the same unless case folding changes it.
    """
    return word.translate(_SKELETON).casefold()
