"""Whether two ways of writing a name are one person.

Problem: a journalist writes "Altman", "President Obama" or "J. F. Kennedy"; a transcript writes
"SAM", "PRESIDENT OBAMA" or "John F. Kennedy"; and "Commissioner" is not "Deputy Commissioner".

Method: names are folded (case, diacritics, traditional characters) and cut into titles and names.
A role alone fits only the same role; names fit by surname, then by given names or their initials.
Whoever has a full name in the source is never taken for somebody else by a given name.

Rejected: similarity of strings ("Miller" and "Mueller" are two people); transliteration by rule (it
goes through the aliases of the source instead).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text.han import simplified


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES = _listed(
    "mr mrs ms miss mx dr prof professor president senator sen representative rep congressman "
    "congresswoman governor gov minister chancellor chairman chairwoman chair chairperson ceo coo "
    "cto cfo director secretary general gen judge justice sir lady lord dame king queen prince "
    "princess pope saint captain capt colonel col major lieutenant lt sergeant sgt mayor "
    "councillor councilor commissioner treasurer ambassador attorney officer host moderator "
    "reporter journalist editor author interviewer speaker spokesman spokeswoman spokesperson the "
    "prime chief executive first lady herr frau monsieur madame mme mlle m senor senora sr sra don "
    "dona doctor presidente ministro ministre kanzler kanzlerin prasident bundeskanzler "
    "bundeskanzlerin premier inspector superintendent sheriff rabbi father sister brother reverend "
    "rev imam bishop cardinal archbishop founder investor economist analyst"
)
_QUALIFIERS = _listed(
    "deputy vice assistant acting under associate co sub former ex interim junior senior "
    "stellvertretender stellvertretende adjoint adjunto"
)
_SUFFIXES = _listed("jr sr ii iii iv phd md esq mp qc kc")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_HAN = re.compile("[\u3400-\u9fff]")
_HAN_TITLE = (
    "先生|女士|小姐|夫人|总统|主席|总理|首相|教授|博士|部长|局长|市长|省长|书记|议员|参议员|将军|董事长|总裁|"
    "首席执行官|创始人|发言人|记者|主持人|处长|所长|院长|校长"
)
_HAN_BEFORE = re.compile(rf"^.*?(?:{_HAN_TITLE}|CEO|COO)(?=[\u3400-\u9fff]{{2,4}}$)")
_HAN_AFTER = re.compile(rf"(?:{_HAN_TITLE})$")
_HAN_RANK = re.compile("^(?:副|原|前|代|代理|总|助理|常务副)?$")


@dataclass(frozen=True, slots=True)
class _Person:
    """A name taken apart, folded.

    Attributes:
        whole: all words.
        titles: leading titles and qualifiers.
        names: what is left: given names and the surname last; empty for a role.
    """

    whole: tuple[str, ...]
    titles: tuple[str, ...]
    names: tuple[str, ...]


def folded_name(name: str) -> str:
    """A name without case, diacritics and traditional characters, for comparing."""
    plain = unicodedata.normalize("NFKD", simplified(name).casefold().translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _person(name: str) -> _Person:
    text = re.sub(r"\s*[(\[\uff08].*$", "", name.strip()) or name
    if _HAN.search(text):
        return _han_person(text)
    before_comma = text.split(",")[0]
    found = _WORD.findall(folded_name(before_comma).replace("\u2019", "'"))
    words = [w.replace("'", "") for w in found if w != "the"]
    names = list(words)
    while names and (names[0] in _TITLES or names[0] in _QUALIFIERS):
        names.pop(0)
    titles = words[: len(words) - len(names)]
    while len(names) > 1 and names[-1] in _SUFFIXES:
        names.pop()
    if len(words) == 2 and words[0] in _QUALIFIERS:
        # "Deputy Harbourmaster": what follows a qualifier alone is the rest of the role
        titles, names = words, []
    return _Person(tuple(words), tuple(titles), tuple(names))


def _han_person(text: str) -> _Person:
    plain = re.sub(r"\s+", "", folded_name(text))
    parts = tuple(p for p in re.split("[\u00b7\u2022\u30fb\u2027.]", plain) if p)
    bare = _HAN_AFTER.sub("", parts[-1]) if parts else ""
    if len(parts) == 1 and _HAN_RANK.match(bare) and bare != parts[0]:
        return _Person(parts, parts, ())
    title = parts[-1][len(bare) :] if parts else ""
    bare = _HAN_BEFORE.sub("", bare)
    return _Person(parts, (title,) if title else (), (*parts[:-1], bare))


def same_person(claimed: str, name: str, aliases: Sequence[str] = ()) -> bool:
    """Whether a claimed name is a speaker of a source.

    Args:
        claimed: as the journalist writes it.
        name: the fullest name the source gives.
        aliases: every other form the source uses.

    Returns:
        True for the same words; the surname, alone or with given names or initials; initials of
        three and more names; a title with the surname; a role that is the same or the speaker's
        title. A given name alone fits only where the source itself uses it.
    """
    plain = folded_name(claimed.strip())
    if any(c.isalnum() for c in plain) and any(
        plain == folded_name(form.strip()) for form in (name, *aliases)
    ):
        return True
    mine = _person(claimed)
    if not mine.whole:
        return False
    forms = [_person(form) for form in (name, *aliases)]
    if any(form.whole == mine.whole for form in forms):
        return True
    if not mine.names:
        # the surname may be a title too: "King"
        return any(
            form.titles == mine.titles or (form.names[1:] and form.names[-1:] == mine.whole)
            for form in forms
            if form.whole
        )
    full = [form for form in forms if len(form.names) > 1]
    compared = full if full and len(mine.names) > 1 else forms
    return any(
        _same_names(mine, form) and not _other_rank(mine, form) for form in compared if form.names
    ) or any(_is_initialism(claimed, form) for form in full)


def shares_given_name(claimed: str, name: str) -> bool:
    """Whether one of two names is only the other's given name, which decides nothing."""
    mine, other = _person(claimed).names, _person(name).names
    if not mine or not other or min(len(mine), len(other)) > 1:
        return False
    return len(mine) != len(other) and mine[0] == other[0]


def _other_rank(mine: _Person, form: _Person) -> bool:
    """ "Commissioner Smith" is not "Deputy Commissioner Smith"."""
    if not mine.titles or not form.titles:
        return False
    ranks = (_QUALIFIERS & set(mine.titles), _QUALIFIERS & set(form.titles))
    return ranks[0] != ranks[1]


def _same_names(mine: _Person, form: _Person) -> bool:
    a, b = mine.names, form.names
    if _HAN.search(a[-1]) and mine.titles and len(a) == 1 and len(a[0]) == 1:
        return b[-1].startswith(a[0])
    if len(a) > 1 and len(b) > 1 and sorted(a) == sorted(b):
        return True
    if a[-1] != b[-1]:
        return False
    shorter, longer = sorted((a[:-1], b[:-1]), key=len)
    ends = (longer[: len(shorter)], longer[len(longer) - len(shorter) :])
    return any(all(map(_same_given, shorter, end)) for end in ends)


def _same_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def _is_initialism(claimed: str, form: _Person) -> bool:
    letters = claimed.replace(".", "").strip()
    initials = "".join(name[0] for name in form.names)
    return len(initials) >= 3 and letters.isupper() and letters.casefold() == initials
