"""Capitals that are nobody's: those of a sentence's start and of a byline.

Problem: "Lunch at", "Tenía 88 años" and "Contactée, Mme Vane" begin with words that only the start
of their sentence writes with a capital, and the author of an article is named and says nothing.

Method: a single word that has its capital only from the start of a sentence, and goes on or is used
elsewhere like no name, is none. In French and Spanish, where a verb may open a sentence, it is one
only when a verb of saying or a small word of a verb follows; and a verb that stands before a full
name is taken off it. A line of its own with "Por" or an office of the press names the author.

Rejected: lists of verbs (a headline begins with any).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.drafts.names.alone_de import is_name_alone, nouns_in
from verifier.drafts.people.mentions import Mention, begins
from verifier.drafts.words import DraftWords

_DOES = re.compile("\\s+(?:a \\d+ ans|y |se |s['\u2019]|s\u2019)")
"""What only a person does in French: "Vane a 12 ans", "Vane y travaille"."""
_COMMON_BEHIND = ("prepositions", "determiners", "auxiliaries", "passive", "pronouns")
_ROMANCE = ("fr", "es")
_ACTS = {
    "fr": frozenset(
        "a est n ne se s y lui leur en avait était va vient fait sait doit peut veut l la le les "
        "ont sont qui et aussi".split()
    ),
    "es": frozenset(
        "ha había es era fue está no se le lo la les los me nos ya también nunca va viene "
        "hace sabe puede quiere tiene sigue que y".split()
    ),
}
"""Words with which what a person does begins."""
_NO_NAME = {
    "fr": re.compile(r"(?:\w\wée?s?|\w\wment)$"),
    "es": re.compile(r"(?:\w(?:[ií]?ó|aba|aban|aron|ieron|ando|endo|[ai]d[oa]s?)|\wmente)$"),
}
"""How verbs, participles and adverbs end that open a sentence."""
_FINITE = {
    "fr": re.compile(r"\w\w(?:e|t|d|ent|ait|aient)$"),
    "es": re.compile(r"\w\w(?:[ae]|\u00f3|\u00eda)$"),
}
"""How finite verbs of the third person end."""
_PAST = re.compile(r"\wó$")
_BYLINE = re.compile(
    r"(?:(?:Por|Par|De|Texto(?: de)?|Texte(?: de)?|Propos recueillis par) )?"
    r"([^\W\d_a-z][\w.'’-]*(?: (?:de|del|la|du|van|y|et)| [^\W\d_a-z][\w.'’-]*){1,5})"
    r"(?:[,|/—–-] ?[^.!?\n]{2,60}| \([^()\n]{2,40}\))?"
)
_BY = re.compile(r"(?:Por|Par|Texto|Texte|Propos recueillis par) ")
_PRESS = re.compile(
    r"envoyée?s? spécia|correspondant|enviad[oa]s? especial|corresponsal|rédaction|redacción"
)
_HEAD = 1200
"""Characters at the start of a draft in which its author is named."""


def without_common_words(
    text: str, mentions: list[Mention], sentences: Sequence[int], words: DraftWords
) -> list[Mention]:
    """Leave out capitals that only the start of a sentence gives ("Lunch at", "Does he").

    Args:
        text: the draft.
        mentions: all mentions, in order.
        sentences: offsets at which sentences begin, in order.
        words: the lists of a language with spaces between words.
    """
    small = {w for w in re.findall(r"[^\W\d_]+", text) if w.islower()}
    alone = [m for m in mentions if " " not in m.name]
    doubtful = {m for m in alone if begins(m.start, sentences) or m.name.isupper()}
    sure = {m.name for m in mentions if m not in doubtful}
    sure |= {
        part for m in mentions if " " in m.name for part in (m.name.split()[0], m.name.split()[-1])
    }
    kept: list[Mention] = []
    authors = _authors(text) if words.language in _ROMANCE else []
    romance = words.language in _ROMANCE
    known = frozenset(part for m in mentions if " " in m.name for part in m.name.split())
    nouns = nouns_in(text) if words.language == "de" else frozenset()
    for one in mentions:
        mention = _without_verb(text, one, sentences, mentions, words) if romance else one
        if any(first <= mention.start < last for first, last in authors):
            continue
        if words.language == "de" and " " not in mention.name:
            span = (mention.start, mention.end)
            if is_name_alone(text, span, mention.role, known, nouns, words):
                kept.append(mention)
            continue
        told = romance and text[mention.end : mention.end + 1] == ","
        told = told and _NO_NAME[words.language].search(mention.name) is not None
        bare = told or not mention.role  # "Contact\u00e9e, Mme Vane ..."
        if mention in doubtful and mention.name not in sure and bare:
            doing = words.language == "en" and mention.name.endswith("ing")  # "Sentencing, Vane"
            used = doing or (words.language != "de" and mention.name.casefold() in small)
            behind = re.match(r"\s+([^\W\d_]+)", text[mention.end : mention.end + 40])
            does = words.language == "fr" and _DOES.match(text, mention.end) is not None
            lists = _COMMON_BEHIND if behind and not does else ()
            office = behind is not None and words.is_role(behind.group(1))
            if office and words.language == "en" and words.is_role(mention.name):
                continue  # "Chief executive Ada Vane"
            if romance and not does and _is_common(text, mention, words):
                continue
            if used or any(behind and words.has(n, behind.group(1)) for n in lists):
                continue
        kept.append(mention)
    return kept


def _is_common(text: str, mention: Mention, words: DraftWords) -> bool:
    """Whether a single word at the start of a French or Spanish sentence is no name."""
    if _NO_NAME[words.language].search(mention.name) or words.has("verbs", mention.name):
        return True
    behind = re.match(r",? ([^\W\d_]+)", text[mention.end : mention.end + 40])
    if behind is None:
        return True
    follows = behind.group(1)
    if words.has("verbs", follows) or follows in _ACTS[words.language]:
        return False
    verb = any(words.has(name, mention.name) for name in ("appearing", "passive", "copulas"))
    acts = follows.islower() and _FINITE[words.language].search(follows) is not None
    small = any(words.has(name, follows) for name in (*_COMMON_BEHIND, "going_on"))
    return verb or small or not acts  # "Karima ouvre la porte."


def _without_verb(
    text: str, mention: Mention, sentences: Sequence[int], every: list[Mention], words: DraftWords
) -> Mention:
    """A name without the verb with which its sentence begins ("Murió Ada Vane")."""
    first, _, rest = mention.name.partition(" ")
    if not rest or not begins(mention.start, sentences):
        return mention
    known = " " in rest and any(one.name == rest for one in every)
    verb = words.has("verbs", first) or (words.language == "es" and _PAST.search(first) is not None)
    if not (known or verb):
        return mention
    start = mention.end - len(rest)
    return replace(mention, start=start, name=rest) if text.startswith(rest, start) else mention


def _authors(text: str) -> list[tuple[int, int]]:
    """The lines near the start of a draft that name who wrote it."""
    found = []
    at = 0
    for line in text[:_HEAD].split("\n"):
        bare = line.strip()
        if at and _BYLINE.fullmatch(bare):
            name = _BYLINE.fullmatch(bare)
            alone = name is not None and name.group(1).isupper() and name.group(1) == bare
            if alone or _BY.match(bare) or _PRESS.search(bare):
                found.append((at, at + len(line)))
        at += len(line) + 1
    return found
