"""Names of bodies, places and papers in quotation marks, which nobody said.

Problem: German, French and Spanish set the names of associations, bars and newspapers in marks.

Method: a noun for what has a name stands right before and the words begin with a capital; in German
also an article and capitals only. A newspaper has an article and capitals behind it.

Rejected: every short stretch with a capital (it may be what somebody called out).
"""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.drafts.clauses.attributing import clause_before
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.quotations.found import Found
from verifier.drafts.quotations.fragments import moved
from verifier.drafts.words import DraftWords

_FINAL = re.compile("[.!?\u2026]$")
_LEADS_TO = (":", ",")
_REACH = 300
_LONGEST_PAPER = 6
"""Words of such a name."""


def is_proper(quoted: str, head: str, length: float, words: DraftWords) -> bool:
    """Whether words in marks are the name of a body or a place (Verein "Gegenwind").

    Args:
        quoted: the words in marks.
        head: what stands before them.
        length: how many words they are.
        words: the lists of the language.
    """
    last = re.search(r"([^\W\d_]+)[\u00a0 ]*$", head)
    before = last.group(1) if last else ""
    long = length > _LONGEST_PAPER or head[-1:] in _LEADS_TO
    if long or _FINAL.search(quoted) or not quoted[:1].isupper():
        return False
    if words.has("named_so", before):
        return True
    definite = before in ("die", "der", "das", "dem", "den", "des")
    capitals = all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", quoted))
    return words.language == "de" and definite and capitals and length > 1


def is_paper(quoted: str, length: float, words: DraftWords) -> bool:
    """Whether words in marks are a newspaper by their form ("Le Courrier de la Brenne").

    Args:
        quoted: the words in marks.
        length: how many words they are.
        words: the lists of the language.
    """
    if words.language not in ("fr", "es") or not 1 < length <= _LONGEST_PAPER:
        return False
    long = [word for word in re.findall(r"[^\W\d_]+", quoted) if len(word) > 3]
    article = re.match(r"(?:L[ea]s? |L['\u2019]|El |Los )[^\W\d_a-z]", quoted)
    return bool(article and long) and all(word[0].isupper() for word in long)


def over_title(text: str, last: Found, one: Found, words: DraftWords) -> Clause | None:
    """The clause that leads to a quotation over a title in marks of its own sentence.

    Args:
        text: the draft.
        last: what stands in marks before it.
        one: the quotation.
        words: the German lists.

    Returns:
        The clause ("sagte im „Lindener Boten“, das sei"); None when what stands before is no title
        or in another sentence.
    """
    start, end = last.pieces[0]
    quoted = text[start:end]
    between = text[last.outer[1] : one.outer[0]]
    apart = last.paragraph != one.paragraph or len(last.pieces) > 1 or len(between) > _REACH
    if apart or len(quoted.split()) > _LONGEST_PAPER:
        return None
    if re.search(r"[.!?:\n]", between) or not quoted[:1].isupper() or _FINAL.search(quoted):
        return None
    paper = _as_paper(text, last, between, words)
    if paper is not None:
        return paper
    low = max(one.paragraph[0], last.outer[0] - _REACH)
    blank = " " * (last.outer[1] - last.outer[0])
    local = text[low : last.outer[0]] + blank + between
    found = clause_before(local, 0, len(local), words)
    if found is None or found.subject is None:
        return None
    subject = moved(found.subject, low)
    return replace(found, start=found.start + low, end=one.outer[0], subject=subject)


def _as_paper(text: str, last: Found, between: str, words: DraftWords) -> Clause | None:
    """A newspaper in marks that says something (Die "Rundschau" sprach von)."""
    start, end = last.pieces[0]
    name = text[start:end].split()[-1]
    verb = re.match(r" ([a-z\u00e4\u00f6\u00fc\u00df]+) ", between)
    if verb is None or not words.has("press", name):
        return None
    if not any(words.has(each, verb.group(1)) for each in ("verbs", "calling", "framing")):
        return None
    subject = Subject(start, end, text[start:end], SubjectKind.ROLE, name.casefold())
    return Clause(start, last.outer[1] + len(between), subject, False, framed=True)
