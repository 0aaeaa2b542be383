"""Which name of an English draft is a company's or another body's, and which of them is meant.

Problem: "it", "the company" and "the Oslo-based firm" stand for a name that looks like a person's
surname, and the nearest name is mostly that of somebody who works there.

Method: the draft shows a body by the words beside a name: a noun for a body before it or in its
apposition, "shares in", a legal form, or what only a body has ("its", "'s shares"). The nearest
name that is shown so is meant.

Rejected: every name that is not known to be a person's (places and competitions are not, either).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from verifier.drafts.names.parts import Subject
from verifier.drafts.people.mentions import Mention
from verifier.drafts.people.neuters import body_before, named_between, topic_body
from verifier.drafts.people.offices import in_office
from verifier.drafts.people.openings import INDEFINITE, is_people
from verifier.drafts.people.roster import People

_BEFORE = re.compile(r"([a-z]+(?:-[a-z]+)?) $")
_STAKE = re.compile(
    r"\b(?:[Ss]hares|stake|stakes|jobs|workers|staff|bosses|customers|profits|sales)"
    r" (?:in|at|of|for) (?:the )?$"
)
_BEHIND = re.compile(
    r"(?:['\u2019]s?)? (?:shares|stock|profits|customers|shareholders|investors|staff|board|bosses"
    r"|plc|Plc|PLC|Ltd|Limited|Inc|Corp|Holdings|Group|AG|SE|NV)\b| \((?:LON|NYSE|NASDAQ|LSE):"
    r"|, which\b|(?:, [^.,;\n]{3,80},)? (?:reported|posted|said|has said) (?:its|it)\b"
)
_LEGAL = re.compile(
    r"(?:[A-Z\u00c4\u00d6\u00dc][\w&-]+ ){1,3}"
    r"(?:g?GmbH|AG|SE|KG|KGaA|eG|mbH|Holding|Gruppe|Stiftung)\b"
)
_FIRM_DE = re.compile(
    r"(?:firma|unternehmen|konzern|hersteller|anbieter|betreiber|bauer|h\u00e4ndler|kette|betrieb|"
    r"versicherer|discounter|dienstleister|ausr\u00fcster|zulieferer|versorger|entwickler|gruppe|"
    r"reederei|brauerei|b\u00e4ckerei|molkerei|druckerei|werft|bank|verlag|spedition)$"
)
_ATTRIBUTES = re.compile(r"-(?:based|owned|listed|headquartered|founded|run)$")
_ATTRIBUTIVE_OF = re.compile(r" ([a-z]+(?:-[a-z]+)?)\b(?! (?:was|were|is|are|had|has)\b)")
_SEVERAL = frozenset(
    "team-mates teammates fans supporters players residents workers voters commuters councillors"
    " officials officers defenders forwards parents pupils students villagers shoppers".split()
)
"""People of a club or a place, whose name stands before them."""
_REACH = 6000
"""Characters before a noun in which its name is looked for."""


def company_before(people: People, at: int, floor: int = 0) -> str | None:
    """The nearest name before an offset that the draft shows to be a body's.

    Args:
        people: who is named in the draft.
        at: the offset.
        floor: earliest offset of the name.

    Returns:
        The name in its fullest form; None without any, and in other languages than English.
    """
    if people.words.language != "en":
        return None
    for mention in named_between(people, max(floor, at - _REACH), at):
        if _is_shown(people, mention):
            return people.fullest(mention.name, mention.start)
    return None


def name_clubs(people: People) -> None:
    """Mark single names before a noun for people as a club's or a place's ("Dorn chairman Tom").

    Args:
        people: who is named in the draft; what comes of it is kept there.

    Cost: linear in the names.
    """
    if people.words.language != "en":
        return
    for mention in people.mentions:
        name = people.fullest(mention.name, mention.start)
        alone = " " not in name and not mention.role and name not in people.persons
        if not alone or name in people.gender:
            continue
        noun = _ATTRIBUTIVE_OF.match(people.text, mention.end)
        if noun is None:
            continue
        single = is_people(noun.group(1), people.words) and not noun.group(1).endswith("s")
        if single or noun.group(1) in _SEVERAL:
            people.things.add(name)


def _is_shown(people: People, mention: Mention) -> bool:
    words, text = people.words, people.text
    name = people.fullest(mention.name, mention.start)
    if name in people.gender or name in people.persons:
        return False
    if name in people.things or _is_trade(people, mention.role):
        return True
    if mention.role or words.has("demonyms", mention.name):
        return False
    beside = _BEFORE.search(text, max(0, mention.start - 24), mention.start)
    if beside and _is_trade(people, beside.group(1)):
        return True
    if _STAKE.search(text, max(0, mention.start - 30), mention.start):
        return True
    return _BEHIND.match(text, mention.end) is not None


def _is_trade(people: People, noun: str) -> bool:
    return bool(noun) and _has(people, noun, "making", "commercial", "bodies")


def _has(people: People, noun: str, *lists: str) -> bool:
    return any(people.words.has(name, noun) for name in lists)


def body_named(people: People, subject: Subject) -> str:
    """The name of a body ("the company", "the Oslo-based firm"), if it stands before.

    Args:
        people: who is named in the draft.
        subject: a noun for a body.

    Returns:
        The name, else the words of the noun.
    """
    words = people.words
    name = in_office(people, subject)
    parts = subject.text.split()
    points_back = words.has("determiners", parts[0]) and len(parts) == 2
    points_back = points_back and parts[0].casefold() not in INDEFINITE
    generic = words.groups_of_words.get("generic_bodies")
    if not points_back:
        return _described(people, subject, parts) or subject.text
    if generic is not None and subject.role not in generic:
        return subject.text
    if name != subject.text:
        return name
    if words.language == "de":
        return firm_before(people, subject.start, subject.role) or name
    near = body_before(people, subject.start, named=True, role=subject.role)
    trades = words.has("commercial", subject.role)
    return near or (topic_body(people, subject.start) if trades else None) or name


def firm_before(people: People, at: int, role: str) -> str | None:
    """The nearest German name before an offset with a legal form or a noun for a firm beside it.

    Args:
        people: who is named in the draft.
        at: offset of "das Unternehmen".
        role: the noun itself; "der Verein" is only a name with that noun.
    """
    firm = _FIRM_DE.search(role) is not None
    low = max(0, at - _REACH)
    legal = list(_LEGAL.finditer(people.text, low, at)) if firm else []
    for mention in named_between(people, low, at):
        if legal and legal[-1].start() > mention.start:
            break
        if mention.role.endswith(role) or (firm and _FIRM_DE.search(mention.role)):
            return people.fullest(mention.name, mention.start)
    return legal[-1].group() if legal else None


def _described(people: People, subject: Subject, parts: list[str]) -> str | None:
    """The company that a noun with an attribute describes."""
    if parts[0].casefold() != "the" or not 2 < len(parts) < 6:
        return None
    told = any(
        _ATTRIBUTES.search(part) or people.words.has("demonyms", part) for part in parts[1:-1]
    )
    if not told or not (_has(people, subject.role, "commercial", "making")):
        return None
    near = body_before(people, subject.start, named=True, role=subject.role)
    return near or company_before(people, subject.start)


def meant_by_it(people: People, at: int) -> str | None:
    """The body in the sentence of an "it" that stands for it ("Shares in Vane fell after it said").

    Args:
        people: who is named in the draft.
        at: offset of "it".
    """
    index = bisect_right(people.sentences, at) - 1
    return company_before(people, at, people.sentences[index]) if index >= 0 else None
