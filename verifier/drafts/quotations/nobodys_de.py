"""German words in marks that nobody is said to have said: names, plays, labels.

Problem: "Shakespeares", a bare article or "lange als ... gehandelt" around one or two words show
that they are a title or a name, and German capitals do not.

Method: an owner in the genitive right before them makes a title; an article before and a verb
behind one noun, or a participle that says how something is called, makes them words at arm's
length, unless somebody is its agent.

Rejected: every noun in marks (most fragments are nouns).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.papers_de import is_sign
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.models import DraftKind, Span
from verifier.drafts.names.forms_de import is_adverb
from verifier.drafts.words import DraftWords

_REACH = 200
_OWNER = re.compile(r"(?:^|[\s(])([A-ZÄÖÜ][^\W\d_]{2,}s|[A-ZÄÖÜ][^\W\d_]+[sxz]['\u2019]) $")
_FINAL = re.compile("[.!?\u2026]$")
_CALLED = re.compile(
    r" (?:[^\W\d_]+ ){0,4}?(?:gehandelt|gefeiert|gepriesen|bekannt|verschrien|gebürt|gegolten|"
    r"tituliert|bezeichnet|gefeierten?|gehandelten?|bezeichneten?|angepriesen|vermarktet|beworben|"
    r"verspottet|geführt|eingestuft|verkauft|belächelt|gepriesenen?|gerühmt)\b"
)
_BY = re.compile(r"\b(?:von|vom|durch) ")
_IS_CALLED = re.compile(r" (?:gehei\u00dfen|geheissen|genannt (?:worden|werden|wird|wurde))\b")
_NAMED_SO = re.compile(r" (?:nennen|nannten|rufen|riefen|tauften|getauft haben)\b")
_BY_ALL = re.compile(
    r"(?:^|, )(?:den|die|das|der) (?:sie|alle|viele|manche|hier|die \w+|[A-ZÄÖÜ]\w+)\b[^,]*$"
)
_PAPER_OF = re.compile(
    r"(?:(?:[Rr]eporter|[Rr]edakteur|[Kk]orrespondent|[Jj]ournalist|Leser|Chefredakteur)\w*|"
    r"(?:Interview|Gespräch) mit|gegenüber|Kollegen|Ausgabe|Titelseite) (?:der|dem|des) $"
)
_FILLERS = (
    r"(?: (?:ihn|sie|es|das|alle|viele|hier|nur|bloß|liebevoll|scherzhaft|spöttisch|schlicht|"
    r"einfach|(?:im|am|in) \w+))*"
)
_CALL_HIM = re.compile(
    r"(?:(?:^|[.!?] |, )(?:[Ss]ie|[Aa]lle|[Mm]an|[Vv]iele|Freunde|Fans|Kollegen|Nachbarn|Kinder) "
    rf"(?:nennen|nannten|rufen|riefen){_FILLERS}"
    r"|\b(?:nennen|nannten|rufen|riefen)(?: (?:ihn|sie|es|das))? (?:sie alle|alle|viele|hier|"
    rf"die \w+){_FILLERS}|\bnennt man (?:ihn|sie|es|das){_FILLERS}) $"
)
_SAID = re.compile(", (?!d(?:er|ie|as) )[a-z]+t(?:e|en)? ")
_MOST = 3
"""Words of a name."""


def nobodys_de(
    text: str,
    quoted: str,
    outer: Span,
    clause: Clause | None,
    length: float,
    words: DraftWords,
) -> DraftKind | None:
    """What a few German words in marks are when nobody said them.

    Args:
        text: the draft.
        quoted: the words.
        outer: the stretch with its marks.
        clause: the attributing clause beside it, if any.
        length: how many words they are.
        words: the German lists.

    Returns:
        A title or a scare quote; None when the frame does not tell.
    """
    if _FINAL.search(quoted) or length > _MOST:
        return None
    line = max(text.rfind("\n", 0, outer[0]) + 1, outer[0] - _REACH)
    head, behind = text[line : outer[0]], text[outer[1] : outer[1] + 80]
    owner = _OWNER.search(head)
    if owner and quoted[:1].isupper() and not is_adverb(owner.group(1), words):
        capitals = all(word[0].isupper() for word in quoted.split())
        cried = quoted.casefold() in ("nein", "ja", "nichts", "danke", "basta", "doch")
        if capitals and not cried and not _SAID.match(behind):
            return DraftKind.TITLE
    called = head.endswith("als ") and _CALLED.match(behind)
    if called and not _BY.search(behind[: called.end()]) and not _BY.search(head[-60:]):
        return DraftKind.SCARE_QUOTE
    if _IS_CALLED.match(behind):
        return DraftKind.SCARE_QUOTE
    if _NAMED_SO.match(behind) and _BY_ALL.search(head.rstrip()):
        return DraftKind.SCARE_QUOTE
    if _PAPER_OF.search(head) and quoted[:1].isupper():
        return DraftKind.TITLE
    if _CALL_HIM.search(head) and length <= _MOST and re.match(r"[.,;]|$|\n", behind):
        return DraftKind.SCARE_QUOTE
    bare = clause is None or clause.subject is None
    article = re.search(r"(?:^|[.!?] )(?:Der|Die|Das|Ein|Eine) $", head)
    follows = re.match(r" ([a-zäöüß]+)", behind)
    if bare and article and follows and length == 1 and quoted[:1].isupper():
        return DraftKind.SCARE_QUOTE
    return None


def is_display(clause: Clause, outer: Span, words: DraftWords) -> bool:
    """Whether words stand on a sign, as the clause behind them tells.

    Args:
        clause: the attributing clause, with a subject.
        outer: the stretch with its marks.
        words: the German lists.
    """
    role = clause.subject.role if clause.subject is not None else ""
    return clause.start >= outer[1] and is_sign(role, words)
