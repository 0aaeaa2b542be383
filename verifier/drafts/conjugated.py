"""The forms of French and Spanish verbs by which somebody reports, from their infinitives.

Problem: a report stands in any tense of the third person ("recordaría", "confiera", "glissent"),
and a list of forms has gaps wherever nobody thought of one.

Method: the regular endings of each conjugation, with the changes that the spelling and the stress
of the stem ask for; a verb that goes its own way is listed with its principal parts, from which
the other forms follow. First and second persons are left out: whoever reports is a third.

Rejected: every form on the lists (a verb has twelve, and most were missing), a table of endings
cut off the words of the draft (half of the nouns end like verbs).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_SOFT_FR = {"c": "\u00e7", "g": "ge"}
"""What keeps the sound of a stem before an "a"."""


def forms(language: str, infinitives: Iterable[str], irregular: Mapping[str, str]) -> list[str]:
    """The third persons, participles and gerunds of verbs, without their infinitives.

    Args:
        language: ``fr`` or ``es``.
        infinitives: of the verbs; behind a colon the stem of the stressed forms ("contar:cuent").
        irregular: principal parts of verbs that no rule covers, by infinitive: present of both
            numbers, past of both numbers, stem of the future, participle, gerund and, for French
            and where the rule fails, stem of the imperfect.

    Returns:
        The forms, each once, in order; none in other languages.
    """
    found: dict[str, None] = {}
    for entry in infinitives:
        verb, _, stressed = entry.partition(":")
        if verb in irregular:
            every = _from_parts(language, irregular[verb].split())
        elif language == "fr":
            every = _french(verb, stressed)
        elif language == "es":
            every = _spanish(verb, stressed)
        else:
            every = iter(())
        found.update(dict.fromkeys(every))
    return list(found)


def _french(verb: str, stressed: str) -> Iterator[str]:
    stem, ending = verb[:-2], verb[-2:]
    if ending == "ir":  # "avertir"; others are irregular
        yield from (f"{stem}{end}" for end in ("it", "issent", "issait", "issaient", "irent"))
        yield from (f"{stem}{end}" for end in ("ira", "iront", "irait", "iraient", "i", "issant"))
        return
    if ending == "re":  # "r\u00e9pondre", "interrompre"
        present = stem if stem.endswith("d") else f"{stem}t"
        yield present
        for end in ("ent", "ait", "aient", "it", "irent", "u", "ant"):
            yield f"{stem}{end}"
        yield from (f"{stem}{end}" for end in ("ra", "ront", "rait", "raient"))
        return
    own = stressed or _stressed_fr(stem)
    soft = stem[:-1] + _SOFT_FR.get(stem[-1], stem[-1])
    future = own if stressed or stem[-1] == "y" else stem
    yield from (f"{own}e", f"{own}ent")
    yield from (f"{soft}{end}" for end in ("ait", "aient", "a", "ant"))
    yield from (f"{stem}{end}" for end in ("\u00e8rent", "\u00e9"))
    yield from (f"{future}{end}" for end in ("era", "eront", "erait", "eraient"))


def _stressed_fr(stem: str) -> str:
    """The stem before a mute "e" ("r\u00e9p\u00e8t", "balai")."""
    if stem.endswith("y"):
        return f"{stem[:-1]}i"
    for at in range(len(stem) - 1, max(-1, len(stem) - 4), -1):
        if stem[at] == "\u00e9" and at < len(stem) - 1:
            return f"{stem[:at]}\u00e8{stem[at + 1 :]}"
        if stem[at] in "aeiou\u00e8\u00ea\u00ee\u00e2":
            break
    return stem


def _spanish(verb: str, stressed: str) -> Iterator[str]:
    stem, ending = verb[:-2], verb[-2:]
    own = stressed or stem
    if ending == "ar":
        yield from (f"{own}a", f"{own}an")
        for end in ("aba", "aban", "\u00f3", "aron", "ado", "ando"):
            yield f"{stem}{end}"
    else:
        short = own if ending in ("ir", "\u00edr") and stressed else stem  # "pidi\u00f3"
        short = short.replace("ie", "i") if short != stem else short
        short = stem if "ue" in short and short != stem else short
        vowel = stem[-1] in "aeiou" and stem[-2:] not in ("gu", "qu")
        link = "y" if vowel else "i"
        own = f"{own}y" if vowel and own.endswith("u") else own  # "concluye"
        yield from (f"{own}{end}" for end in ("e", "en"))
        yield from (f"{stem}\u00eda", f"{stem}\u00edan")
        for end in ("\u00f3", "eron", "endo"):
            yield f"{short}{link}{end}"
        yield stem + ("\u00eddo" if vowel and stem[-1] != "u" else "ido")
    for end in ("\u00e1", "\u00e1n", "\u00eda", "\u00edan"):
        yield f"{verb}{end}"


def _from_parts(language: str, parts: list[str]) -> Iterator[str]:
    one, many, past, past_many, future, participle, gerund, *rest = parts
    yield from (one, many, past, past_many, participle, gerund)
    if language == "es":
        yield from (f"{future}{end}" for end in ("\u00e1", "\u00e1n", "\u00eda", "\u00edan"))
        yield from rest
        return
    yield from (f"{future}{end}" for end in ("a", "ont", "ait", "aient"))
    stem = rest[0] if rest else many.removesuffix("ent")
    yield from (f"{stem}ait", f"{stem}aient")
