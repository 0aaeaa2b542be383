"""Which German capitals are names, and which are the nouns before and around them.

Problem: every German noun has a capital, so "TSV-Coach Uwe Sander", "Deren Kandidatin Aylin Demir"
and "auf Nachfrage" look alike.

Method: words joined by a hyphen are one. In a run of them everything up to the last office is an
office, so is everything before a frequent first name, and so is the first of three when an article
or a hyphen shows that it is a noun. A noun behind a name is left out when the draft goes on with
the name alone. See `forms_de` for what is no name by its form, `alone_de` for a single word.

Rejected: lists of nouns (German makes new ones), and first names as the only sign of a name (every
country has others).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from verifier.drafts.names.forms_de import NOUN_ENDS, begins_small, only_describes
from verifier.drafts.names.parts import Subject, Word
from verifier.drafts.words import DraftWords, is_given

_REACH = 3000
"""Characters behind a name in which the draft goes on with it."""
_SHORTEST_HEAD = 4
"""Letters of an office that may be the head of a compound."""


def groups_of(text: str, run: list[Word]) -> list[list[Word]]:
    """The words of a run of capitals, those with a hyphen between them together.

    Args:
        text: the draft.
        run: words in order.
    """
    groups: list[list[Word]] = []
    for word in run:
        if groups and text[groups[-1][-1].end : word.start] == "-":
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def name_of_run(
    text: str, run: list[Word], words: DraftWords, *, determined: bool
) -> tuple[list[Word], str]:
    """The name in a run of German capitals.

    Args:
        text: the draft.
        run: capitalised words (and particles of names) in order.
        words: the German lists.
        determined: whether an article or the like stands before the run.

    Returns:
        The words of the name, empty when all are nouns; and the office before it, case folded, or
        empty.
    """
    groups = groups_of(text, run)
    small = ("determiners", "relatives", "leads", "prepositions", "clause_openers")
    owned = False
    while len(groups) > 1 and words.has("measures", groups[0][0].text):
        groups = groups[1:]  # "seit 26 Jahren Ada Vane"
    while len(groups) > 1 and any(words.has(name, groups[0][0].text) for name in small):
        determined = words.has("determiners", groups[0][0].text)
        owned = groups[0][0].text.casefold() in words.possessives
        groups = groups[1:]
    role = ""
    if len(groups) == 2 and len(groups[0]) == 1 and begins_small(groups[0], words):
        return [], ""
    if len(groups) == 2 and only_describes(text, groups, words):
        return [], ""
    if owned and len(groups) == 2 and len(groups[1]) < 3:
        return list(groups[1]), _office(groups[0])  # "Ihr Lehrling Paul"
    first = next((n for n, each in enumerate(groups[:-1]) if is_given(each[0].text, words)), 0)
    if first:  # "Vanes Doktorand Tim Cole"
        role, groups = _last_office(groups[:first], words), groups[first:]
        groups = _without_noun(text, groups, words)
        return [w for each in groups for w in each], role
    at = max((n for n, each in enumerate(groups[:-1]) if _is_office(each, words)), default=-1)
    if at >= 0:
        role, groups = _last_office(groups[: at + 1], words), groups[at + 1 :]
    elif len(groups) > 2 and (determined or len(groups[0]) > 1 or words.is_trade(run[0].text)):
        role, groups = _office(groups[0]), groups[1:]
    if len(groups) == 1 and not role and determined:
        return [], ""
    given = bool(groups) and is_given(groups[0][0].text, words)
    if groups and not given and words.has("measures", groups[-1][-1].text):
        return [], ""  # "410 Millionen Euro"
    if len(groups) == 1 and not role and len(groups[0]) > 1 and _is_office(groups[0], words):
        return [], ""
    groups = _without_noun(text, groups, words)
    return [word for each in groups for word in each], role


def _without_noun(text: str, groups: list[list[Word]], words: DraftWords) -> list[list[Word]]:
    """A name without the noun behind it, and without the "s" of whose it is ("Ada Vanes Haus")."""
    if len(groups) != 3 or not _ends_with_noun(text, groups, words):
        return groups
    last = groups[1][-1]
    behind = text[last.end : last.end + _REACH]
    own = last.text.endswith("s") and re.search(rf"\b{re.escape(last.text)}\b", behind) is None
    if own and re.search(rf"\b{re.escape(last.text[:-1])}\b", behind):
        last = Word(last.start, last.end - 1, last.text[:-1])
    return [groups[0], [*groups[1][:-1], last]]


def _ends_with_noun(text: str, groups: list[list[Word]], words: DraftWords) -> bool:
    """Whether a noun follows a name ("für Ada Vane System"): the draft goes on with the name."""
    first, last, noun = (each[-1].text for each in groups)
    if not is_given(first, words) or is_given(last, words) or last[0].islower() or len(last) == 1:
        return False
    behind = text[groups[2][-1].end : groups[2][-1].end + _REACH]
    if noun.endswith("en") or NOUN_ENDS.search(noun):
        return True
    again = re.search(rf"\b{re.escape(last)}\b(?! {re.escape(noun)})", behind)
    return again is not None or re.search(rf"\b{re.escape(noun)}\b", behind) is None


def _last_office(groups: list[list[Word]], words: DraftWords) -> str:
    offices = [each for each in groups if _is_office(each, words)]
    known = [each for each in offices if not words.has("titles", each[-1].text)]
    return _office((known or offices or groups)[-1])


def _office(group: list[Word]) -> str:
    office = group[-1].text.casefold()
    return "" if office in ("mann", "frau") and len(group) > 1 else office


def _is_office(group: list[Word], words: DraftWords) -> bool:
    """Whether a word, or the end of one with hyphens, is an office ("TSV-Coach", "CDU-Mann")."""
    last = group[-1].text
    if words.is_role(last):
        return not words.has("first_names", last)
    short = any(len(word.text) > 1 and word.text.isupper() for word in group[:-1])
    return short and last[0].isupper() and not last.isupper()


def is_particle(text: str, head: Sequence[Word], word: Word, words: DraftWords) -> bool:
    """Whether a small word goes on a German name ("Ada von Aue", not "Ada Aue von der Bahn").

    Args:
        text: the draft.
        head: the words before it, at least one.
        word: the small word.
        words: the German lists.
    """
    if word.text in ("der", "den", "dem"):
        return head[-1].text in ("von", "van", "zu", "auf", "in")
    at = len(head)
    while at and head[at - 1].text[0].isupper() and not words.is_role(head[at - 1].text):
        at -= 1
    return word.text not in ("von", "zu") or len(groups_of(text, list(head[at:]))) == 1


def with_initial(text: str, end: int, name: str) -> int:
    """The end of a name that a court report cuts short ("Leon W."), with its full stop.

    Args:
        text: the draft.
        end: the end offset of its last word.
        name: the name.
    """
    last = name.rpartition(" ")[2]
    return end + 1 if len(last) == 1 and last.isupper() and text[end : end + 1] == "." else end


def held_by_compound(
    by_role: Mapping[str, Sequence[tuple[int, str]]], subject: Subject
) -> Sequence[tuple[int, str]]:
    """Who holds an office of which a noun is the head ("der Minister" for a "Verkehrsminister").

    Args:
        by_role: the offices of a draft, each with places and names.
        subject: a noun for a person that nobody in the draft is given as it stands.

    Returns:
        Places and names in order; also of the office that is the head of a longer noun.
    """
    role = _base(subject.role)
    ends = (
        held
        for other, held in by_role.items()
        if len(min(role, _base(other), key=len)) >= _SHORTEST_HEAD
        and (_base(other).endswith(role) or role.endswith(_base(other)))
    )
    return sorted(entry for held in ends for entry in held)


def _base(role: str) -> str:
    """An office without the ending of an adjective ("Vorsitzender", "Vorsitzenden")."""
    return re.sub(r"(?<=[dt]e)[rn]$", "", role)


def ends_at(head: Sequence[Word], word: str) -> bool:
    """Whether a German article begins another noun phrase.

    Args:
        head: the words of the phrase so far, at least two.
        word: the next one, case folded.
    """
    article = word in ("den", "dem", "die", "das", "ein", "eine", "einen", "einem", "einer")
    return article and head[-1].text[0].isupper() and head[0].text[0].islower()


def is_owner(name: Sequence[Word], article: str) -> bool:
    """Whether a name behind an office is whose it is ("ein Sprecher Albigs").

    Args:
        name: the words of the name.
        article: the first word of the phrase, case folded.
    """
    return article in ("ein", "eine") and len(name) == 1 and name[0].text.endswith("s")


def goes_on_name(
    text: str, head: Sequence[Word], run: Sequence[Word], word: Word, words: DraftWords
) -> bool:
    """Whether a small word stands inside a German name ("Ada von der Aue").

    Args:
        text: the draft.
        head: the words of the phrase so far, at least one.
        run: all words from its first on.
        word: the next one.
        words: the German lists.
    """
    at = len(head) + 1
    if at < len(run) and run[at].text in ("der", "den", "dem"):
        at += 1
    bare = len(head) == 2 and words.has("determiners", head[0].text)
    if bare and not is_given(head[1].text, words) and not words.is_role(head[1].text):
        return False  # "das Projekt von der Gruppe"
    going = head[-1].text[0].isupper() or head[-1].text in ("von", "van", "zu", "auf", "in")
    named = at < len(run) and run[at].text[0].isupper()
    return named and going and is_particle(text, head, word, words)


def cut(text: str, run: list[Word], words: DraftWords) -> list[list[Word]]:
    """The names of a run of capitals with small words between them.

    Args:
        text: the draft.
        run: capitalised words and the small words between them.
        words: the German lists.
    """
    parts: list[list[Word]] = [[]]
    for word in run:
        if word.text[0].islower() and not (parts[-1] and is_particle(text, parts[-1], word, words)):
            parts.append([])
            continue
        parts[-1].append(word)
    return [part for part in parts if part]
