"""Whether two runs of English words hold one verb in two tenses.

Problem: "rose" and "has risen" are one verb, "is" and "are" differ only in agreement, "did not go"
and "went" stand in the same time, and nobody gives us a tagger we could answer for.

Method: every word has readings, a verb and a form of it: from the closed list of irregular verbs,
and from the regular endings. Two words of one verb with no form in common are a difference of
tense; so is an auxiliary lost or added before a participle. A reading that is no verb at all does
no harm, because the other side must have the same "verb" in another form.

Rejected: stems alone ("rose" and "rise" share none), and a list of all forms of all verbs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from verifier.meanings.lexicon import Word, lexicon

_BASE, _PAST, _PARTICIPLE, _ING = "base", "past", "participle", "ing"
_SHORTEST = 3
"""Letters of the shortest regular verb read from an ending; below that the endings mislead."""

_AUXILIARIES = frozenset(("be", "have", "do"))
_BETWEEN = frozenset(
    ("not", "never", "also", "just", "already", "always", "only", "now", "still", "really", "ever")
)
_CLITIC = {"'s": {("be", _BASE), ("have", _BASE)}}


@dataclass(frozen=True, slots=True)
class TenseChange:
    """Words of one verb in two tenses: token positions on each side, None where it is missing."""

    source: int | None
    claim: int | None


@cache
def _irregular() -> dict[str, set[tuple[str, str]]]:
    table = lexicon("en").raw["tense"]
    found: dict[str, set[tuple[str, str]]] = {}

    def add(form: str, verb: str, *tenses: str) -> None:
        found.setdefault(form, set()).update((verb, tense) for tense in tenses)

    for line in table["irregular"]:
        verb, *forms = line.split()
        if verb == "be":
            for form in ("be", "am", "is", "are"):
                add(form, verb, _BASE)
            for form in ("was", "were"):
                add(form, verb, _PAST)
            add("been", verb, _PARTICIPLE)
            continue
        add(verb, verb, _BASE)
        if verb == "have":
            add("has", verb, _BASE)
            forms = ["had"]
        if verb == "do":
            add("does", verb, _BASE)
            forms = ["did", "done"]
        if len(forms) == 1:
            add(forms[0], verb, _PAST, _PARTICIPLE)
        else:
            add(forms[0], verb, _PAST)
            for form in forms[1:]:
                add(form, verb, _PARTICIPLE)
    for verb in table["unchanging"]:
        add(verb, verb, _BASE, _PAST, _PARTICIPLE)
    return found


@cache
def readings(word: str) -> frozenset[tuple[str, str]]:
    """The verbs a word may be a form of.

    Args:
        word: a casefolded word.

    Returns:
        Pairs of a verb and a form of it (``base``, ``past``, ``participle``, ``ing``); the word
        itself is always read as a base form unless it is an irregular past.
    """
    irregular = _irregular().get(word, set()) | _CLITIC.get(word, set())
    if irregular:
        return frozenset(irregular)
    out = {(word, _BASE)}
    for ending, forms in (("ing", (_ING,)), ("ed", (_PAST, _PARTICIPLE)), ("s", (_BASE,))):
        if not word.endswith(ending):
            continue
        for stem in _stems(word, ending):
            if len(stem) >= _SHORTEST or (stem in _irregular() and ending != "ed"):
                out |= {(stem, form) for form in forms}
    return frozenset(out)


def _stems(word: str, ending: str) -> list[str]:
    """What may be left of a regular form without its ending."""
    cut = word[: -len(ending)]
    if ending == "s":
        if cut.endswith(("s", "u")):
            return []
        es = [cut[:-1]] if cut.endswith("e") else []
        return [cut, *es, *([cut[:-2] + "y"] if cut.endswith("ie") else [])]
    doubled = [cut[:-1]] if len(cut) > 2 and cut[-1] == cut[-2] else []
    ied = [cut[:-1] + "y"] if ending == "ed" and cut.endswith("i") else []
    lying = [cut[:-1] + "ie"] if ending == "ing" and cut.endswith("y") else []
    return [cut, cut + "e", *doubled, *ied, *lying]


def tense_changes(
    source: Sequence[Word],
    claim: Sequence[Word],
    around_source: Sequence[Word],
    around_claim: Sequence[Word],
) -> list[TenseChange]:
    """The verbs that stand in another tense.

    Args:
        source: the source's words of one difference.
        claim: the claim's.
        around_source: all words of the source's side.
        around_claim: all words of the claim's side.

    Returns:
        One change a verb; empty when no verb stands on both sides in two tenses and no auxiliary
        was lost or added before a participle.
    """
    ours = [(w, _in_context(w, source)) for w in source]
    theirs = [(w, _in_context(w, claim)) for w in claim]
    common = {w.norm for w in source} & {w.norm for w in claim}
    out: list[TenseChange] = []
    used: set[int] = set()
    for word, forms in ours:
        if word.norm in common:
            continue
        for at, (other, other_forms) in enumerate(theirs):
            if at in used or other.norm in common:
                continue
            shared = {v for v, _ in forms} & {v for v, _ in other_forms}
            if shared and not forms & other_forms:
                used.add(at)
                out.append(TenseChange(word.token, other.token))
                break
    if out:
        return out
    lost = _auxiliary(source, claim, around_source)
    added = _auxiliary(claim, source, around_claim)
    if (lost is None) != (added is None):
        out.append(TenseChange(lost, added))
    return out


def _in_context(word: Word, run: Sequence[Word]) -> frozenset[tuple[str, str]]:
    """A base form after "did" stands in the past, when the "did" belongs to the difference."""
    forms = readings(word.norm)
    if word.norm in ("do", "not") or all(form != _BASE for _, form in forms):
        return forms
    before = [w.norm for w in run if word.token - 3 <= w.token < word.token]
    if "did" in before:
        return frozenset((verb, _PAST if form == _BASE else form) for verb, form in forms)
    return forms


def _auxiliary(words: Sequence[Word], other: Sequence[Word], around: Sequence[Word]) -> int | None:
    """The token of a form of be or have that only this side has, before a participle."""
    there = {verb for w in other for verb, _ in readings(w.norm)} & _AUXILIARIES
    there |= {"have"} if any(w.norm == "'d" for w in other) else set()
    for word in words:
        verbs = {verb for verb, _ in readings(word.norm)} & {"be", "have"}
        if not verbs or word.norm in ("'s", "being") or verbs & there:
            continue
        following = [
            w.norm for w in around if word.token < w.token <= word.token + 3 and not w.parted
        ]
        while following and following[0] in _BETWEEN:
            following.pop(0)
        wanted = {_PARTICIPLE, _ING} if "be" in verbs else {_PARTICIPLE}
        if not following:
            continue
        if any(form in wanted for _, form in readings(following[0])):
            return word.token
    return None
