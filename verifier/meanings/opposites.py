"""Whether two runs of words hold a word and its opposite.

Problem: "rose" against "fell", "agreed" against "disagreed", 上升 against 下降: the opposites come
in every inflection, and a prefix often only looks like one ("income", "under").

Method: a closed list of pairs, matched in all forms of both words (the irregular ones from the
list of verbs, the regular ones spelled out), and a closed list of prefixes that make an opposite
of the word that stands on the other side, with the look-alikes listed.

Rejected: a thesaurus (its antonyms are open-ended and its licence is not ours).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from verifier.meanings.lexicon import Lexicon, Phrases, Span, Word, lexicon, matches, phrase_table

_SHORTEST = 4
"""Letters of the shortest word that takes a prefix; shorter ones are mostly look-alikes."""

_VOWELS = "aeiou"


def opposite_spans(language: str, words: Sequence[Word]) -> list[Span]:
    """The words of a side that have a listed opposite.

    Args:
        language: the primary tag.
        words: the side, read.

    Returns:
        Spans in order; the meaning is the lemma, or several joined by a space.
    """
    table, _ = _tables(language)
    return [
        Span(words[first].token, words[last - 1].token + 1, meaning, part=words[first].part)
        for first, last, meaning in matches(words, table)
        if meaning
    ]


def opposed(
    language: str, source: Sequence[Span], claim: Sequence[Span]
) -> tuple[Span, Span] | None:
    """The first word of the source whose opposite the claim has, unless both sides have both.

    Args:
        language: the primary tag.
        source: the source's spans of one difference.
        claim: the claim's.

    Returns:
        The two spans, or None.
    """
    _, pairs = _tables(language)
    ours = {lemma for s in source for lemma in s.meaning.split()}
    theirs = {lemma for s in claim for lemma in s.meaning.split()}
    for s in source:
        for c in claim:
            for a in s.meaning.split():
                for b in c.meaning.split():
                    if (a, b) in pairs and not (a in theirs and b in ours):
                        return s, c
    return None


def prefixed(
    entries: Lexicon, source: Sequence[Word], claim: Sequence[Word]
) -> tuple[Word, Word] | None:
    """The first word that stands on the other side with or without a prefix of denial.

    Args:
        entries: the lists of the language.
        source: the source's words of one difference.
        claim: the claim's.

    Returns:
        The word of the source and that of the claim, or None.
    """
    table = entries.raw.get("antonym", {})
    prefixes, never = tuple(table.get("prefixes", ())), frozenset(table.get("not_prefixed", ()))
    for ours in source:
        for theirs in claim:
            short, long = sorted((ours.norm, theirs.norm), key=len)
            if len(short) < _SHORTEST or long in never or not long.startswith(prefixes):
                continue
            if any(
                long.startswith(p) and _stem(long[len(p) :]) == _stem(short)
                for p in prefixes
                if len(long) - len(p) >= _SHORTEST
            ) and not any(long.startswith(word) for word in never if len(word) > 5):
                return ours, theirs
    return None


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def _tables(language: str) -> tuple[Phrases, frozenset[tuple[str, str]]]:
    raw = lexicon(language).raw
    table = raw.get("antonym", {})
    listed = [(a, b) for a, b in table.get("pairs", ())]
    pairs = frozenset(listed + [(b, a) for a, b in listed])
    lemmas: dict[str, list[str]] = {}
    for lemma in dict.fromkeys(word for pair in listed for word in pair):
        for form in _forms(lemma, language, raw.get("tense", {})):
            lemmas.setdefault(form, []).append(lemma)
    entries = [(form, " ".join(found)) for form, found in lemmas.items()]
    entries += [(text, "") for text in table.get("exceptions", ())]
    return phrase_table(entries), pairs


def _forms(lemma: str, language: str, verbs: dict[str, list[str]]) -> Iterator[str]:
    """A word of the list in all its forms."""
    yield lemma
    if language != "en" or not lemma.isalpha() or len(lemma) < 3:
        return
    for line in verbs.get("irregular", ()):
        forms = line.split()
        if forms[0] == lemma:
            yield from forms[1:]
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield from (lemma[:-1] + e for e in ("ies", "ied", "ier", "iest", "ily"))
        yield lemma + "ing"
        return
    yield lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh", "z")) else "s")
    yield from (stem + e for e in ("ed", "ing", "er", "est"))
    yield lemma + "ly"
    if lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
        yield from (lemma + lemma[-1] + e for e in ("ed", "ing", "er", "est"))
