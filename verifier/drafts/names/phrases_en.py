"""Where an English noun phrase goes on, and where a clause begins in it without a sign.

Problem: "Forest Service incident commander Ada Vane" has small words in the middle, "a boy I had
never met" has a clause in it, and the capital of "Hospital bosses" names nobody.

Method: by the words beside: an office and a name, a pronoun, a plural for people.

Rejected: the shape of the whole phrase (all three look like a name with an attribute).
"""

from __future__ import annotations

import re

from verifier.drafts.names.parts import Word
from verifier.drafts.words import DraftWords, is_body

NAMED_AS = re.compile(
    r"\b(?:name|named|known|identified|referred to)(?: publicly)?(?: only| simply| just)? as $"
)
"""What leads to the only name that somebody gives."""


_KINDS = frozenset("former acting deputy vice senior junior prime first assistant lead".split())
"""What stands before an office, and is on the lists because it begins many."""
_RANKS = ("head", "deputy", "chief", "senior", "prime", "vice", "assistant", "lead", "junior")
"""What makes an office of a capital behind it, and is no title of a name."""


def leads_to_name(run: list[Word], words: DraftWords) -> bool:
    """Whether an office and a name follow ("Forest Service [incident commander Ada Vane]").

    Args:
        run: the words behind a capital.
        words: the lists of the language.
    """
    lower = 0
    while lower < min(4, len(run)) and run[lower].text[0].islower():
        lower += 1
    if not 0 < lower < len(run) or not run[lower].text[0].isupper():
        return False
    small = ("prepositions", "verbs", "auxiliaries", "relatives", "determiners", "conjunctions")
    if any(words.has(name, word.text) for word in run[:lower] for name in small):
        return False
    noun = run[lower - 1].text.casefold()
    return words.is_role(noun) or is_body(noun, words) or words.has("making", noun)


def is_group(run: list[Word], role: str, words: DraftWords) -> bool:
    """Whether the last of several capitals is a noun for a body or a place ("Dorn Park").

    Args:
        run: the capitals without titles.
        role: the title or office before them; "Cllr David Hall" and "Inspector Park" are people.
        words: the lists of the language.
    """
    titled = words.language == "en" and words.has("titles", role) and len(run) < 3
    last = run[-1].text
    members = words.language == "en" and last[-1] == "s" and words.has("postnominals", last[:-1])
    ranked = words.language == "en" and role in _RANKS and len(run) == 1 and words.is_role(last)
    members = members or (ranked and not words.has("surnames_too", last))
    return (words.has("groups", last) and not titled) or members  # "Dorn MPs", "Head Girl"


def goes_on_office(head: list[Word], found: int, word: Word, words: DraftWords) -> bool:
    """Whether a word may stand inside a noun for a person ("a senior Dorn Reserve official").

    Args:
        head: the words of a noun phrase.
        found: index of the last word that is on a list of offices.
        word: a word behind it.
        words: the lists of the language.

    Returns:
        True for a capital, and behind what only tells of which kind an office is that follows ("one
        former sous-chef").
    """
    kind = words.language == "en" and head[found].text.casefold() in _KINDS
    if kind and any(words.is_role(each.text) for each in head[found + 1 : found + 4]):
        return True
    return (
        words.language == "en"
        and word.text[0].isupper()
        and not any(
            words.has(name, word.text) for name in ("determiners", "pronouns", "own", "leads")
        )
    )


def is_lettered(run: list[Word], words: DraftWords) -> bool:
    """Whether a noun and a letter stand for a name ("Witness K").

    Args:
        run: a run of capitals.
        words: the lists of the language.
    """
    two = words.language == "en" and len(run) == 2
    return two and len(run[1].text) == 1 and words.is_role(run[0].text)


def is_apposed(part: list[Word], words: DraftWords) -> bool:
    """Whether a part between commas only explains the name before it ("Ada Vane, a Democrat,").

    Args:
        part: its words.
        words: the lists of the language.

    Returns:
        False for a name ("The vicar, a Canon Vane, wrote").
    """
    if words.language != "en" or part[0].text not in ("a", "an") or len(part) > 3:
        return False
    return not (
        len(part) == 3
        and part[1].text[0].isupper()
        and words.is_role(part[1].text)
        and part[2].text[0].isupper()
    )


def is_contact(head: list[Word], word: Word, words: DraftWords) -> bool:
    """Whether a clause without a relative begins ("a boy I had never met").

    Args:
        head: the words of the phrase so far.
        word: the next word.
        words: the lists of the language.
    """
    if words.language != "en" or not head[-1].text[0].islower():
        return False
    return words.has("own", word.text) or word.text in words.pronouns


def is_compound(head: list[Word], run: list[Word], words: DraftWords) -> bool:
    """Whether capitals only begin a noun for people ("Hospital bosses", "RTU general secretary").

    Args:
        head: the words of the phrase so far.
        run: the run of capitals in them.
        words: the lists of the language.
    """
    if words.language != "en" or not run:
        return False
    at = head.index(run[-1]) + 1
    if at == len(head):
        return False
    behind = head[at].text
    if all(word.text.isupper() for word in run) and len(run) < 4:  # "U.N. aid official"
        at = next((n for n in range(at, min(len(head), at + 3)) if words.is_role(head[n].text)), at)
        behind = head[at].text
    acts = any(words.has(name, behind) for name in ("verbs", "calling", "judging"))
    return behind[0].islower() and words.is_role(behind) and not acts


def opens_clause(text: str, before: str, end: int, words: DraftWords) -> bool:
    """Whether the small word before a name opens a clause of which the name is the subject.

    Args:
        text: the draft.
        before: the word before the name.
        end: end offset of the name.
        words: the lists of the language.
    """
    if words.language != "en":
        return False
    if not (words.has("clause_openers", before) or words.has("contrasts", before)):
        return False
    behind = re.match(r"\s+([a-z]+)", text[end : end + 40])
    small = ("prepositions", "determiners", "conjunctions", "relatives")
    if behind is None:
        return False
    acts = behind.group(1).endswith("ed")
    return acts or not any(words.has(n, behind.group(1)) for n in small)


def is_another(role: str, behind: str, words: DraftWords) -> bool:
    """Whether an office in capitals has a name of its own behind it ("Sentencing, Judge Vane").

    Args:
        role: the word for the office.
        behind: the word behind it.
        words: the lists of the language.
    """
    capitals = words.language == "en" and role[0].isupper() and behind[:1].isupper()
    return capitals and words.has("titles", role) and not words.is_role(behind)
