"""Bodies in an English noun phrase: "The Guild of Boat Builders", "Dorn council".

Problem: the head of a body's name stands before an "of", or behind a place in small letters, and
what is left of such a name is one capital that looks like a person's surname.

Method: a noun for a body with the capitals behind its "of" or "for" is one name; capitals with a
noun for a body in small letters behind them are a body, unless an office or a name follows.

Rejected: every run of capitals with "of" ("Ada of Vane" would be a body).
"""

from __future__ import annotations

from verifier.drafts.names.bodies import guild_in
from verifier.drafts.names.parts import Subject, SubjectKind, Word
from verifier.drafts.names.phrases_en import leads_to_name
from verifier.drafts.words import DraftWords, is_body

_OF = ("of", "for")
_JOINS = ("and", "the", "in")
_SMALL = ("determiners", "leads", "prepositions", "clause_openers", "contrasts", "relatives", "own")
_POSSESSIVES = ("'s", "\u2019s", "s'", "s\u2019")


def named_body(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """A body by its name, with its article where it has one.

    Args:
        text: the draft.
        run: the words that begin a noun phrase.
        words: the lists of the language.

    Returns:
        The body; None for anything else, and in other languages.
    """
    if words.language != "en":
        return None
    found = guild_in(text, run, words) or _with_of(text, run, words)
    return found or _with_article(text, run, words) or _of_place(text, run, words)


def _subject(text: str, run: list[Word], head: Word) -> Subject:
    label = " ".join(text[run[0].start : run[-1].end].split())
    return Subject(run[0].start, run[-1].end, label, SubjectKind.ROLE, head.text.casefold())


def _is_apart(text: str, before: Word, word: Word) -> bool:
    return bool(text[before.end : word.start].strip(" &\n\u00a0-"))


def _with_of(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """ "The Guild of Boat Builders"."""
    first = 1 if run[0].text.casefold() == "the" else 0
    index = first
    while index < len(run) and run[index].text[0].isupper():
        if index > first and _is_apart(text, run[index - 1], run[index]):
            return None
        index += 1
    if index == first or index + 1 >= len(run) or run[index].text not in _OF:
        return None
    head = run[index - 1]
    if not is_body(head.text.casefold(), words) or _is_apart(text, head, run[index]):
        return None
    end = index
    while end + 1 < len(run) and not _is_apart(text, run[end], run[end + 1]):
        word = run[end + 1]
        small = word.text in (*_OF, *_JOINS) and end + 2 < len(run)
        if not word.text[0].isupper() and not (small and run[end + 2].text[0].isupper()):
            break
        end += 1
    last = run[end]
    if not last.text[0].isupper() or last.text.endswith(_POSSESSIVES):
        return None
    behind = run[end + 1] if end + 1 < len(run) else None
    if behind and words.is_role(behind.text) and not _is_apart(text, last, behind):
        return None  # "Guild of Boat Builders president Ada Vane"
    return _subject(text, run[: end + 1], head)


def _with_article(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """ "The Estuary Trust welcomed it"."""
    index = 1
    while index < len(run) and run[index].text[0].isupper():
        if index > 1 and _is_apart(text, run[index - 1], run[index]):
            return None
        index += 1
    if run[0].text.casefold() != "the" or index < 3 or index == len(run):
        return None
    head, behind = run[index - 1], run[index]
    if not is_body(head.text.casefold(), words) or _is_apart(text, head, behind):
        return None
    if words.is_role(behind.text) or is_body(behind.text, words):
        return None
    small = ("prepositions", "conjunctions")
    if any(words.has(name, behind.text) for name in small) or leads_to_name(run[index:], words):
        return None
    return _subject(text, run[:index], head)


def _joins(run: list[Word], index: int) -> bool:
    """Whether an "and" stands between two capitals ("Dorn and Linden council")."""
    inside = 0 < index < len(run) - 2 and run[index].text == "and"
    return inside and run[index + 1].text[0].isupper() and run[index + 2].text[0].islower()


def _of_place(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """ "Dorn council"."""
    index = 0
    while index < len(run) and (run[index].text[0].isupper() or _joins(run, index)):
        index += 1
    if not 0 < index < len(run) or index > 4:
        return None
    if any(words.has(name, run[0].text) for name in _SMALL) or words.is_role(run[0].text):
        return None
    if any(word.text.endswith(_POSSESSIVES) for word in run[:index]):
        return None
    last = index
    if last + 1 < len(run) and is_body(run[last + 1].text, words):
        last += 1  # "Dorn county council"
    head = run[last]
    if not words.has("bodies", head.text):
        return None
    if any(_is_apart(text, run[n], run[n + 1]) for n in range(last)):
        return None
    behind = run[last + 1] if last + 1 < len(run) else None
    if behind is not None and not _is_apart(text, head, behind):
        named = behind.text[0].isupper() or words.is_role(behind.text)
        if named or is_body(behind.text, words):
            return None  # "Dorn council leader Ada Vane"
    return _subject(text, run[: last + 1], head)
