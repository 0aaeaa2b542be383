"""Who comes in: "Vient le facteur.", "Al cabo atendi\u00f3 un funcionario", "Un soir, le maire".

Problem: French and Spanish bring people in behind the verb, and a sentence that begins with a time
seems to be about an evening.

Method: an article and a noun for a time are passed over with what belongs to them; behind a verb of
a closed list of coming and standing there, at the start of the sentence or behind a few small
words, the noun phrase is whoever comes.

Rejected: any verb with a noun phrase behind it (that is mostly its object).
"""

from __future__ import annotations

from verifier.drafts.names.heads_romance import LINKS
from verifier.drafts.names.parts import Subject, SubjectKind, Word
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import DraftWords

_MOST_BEFORE = 4
"""Words before a verb of coming."""
_MOST_OF_TIME = 6
"""Words of a time."""
_SMALL = ("se", "s", "nous", "nos", "me", "le", "les", "alors", "enfin", "entonces", "por", "fin")


_CLITICS = (["le"], ["les"], ["lo"], ["la"])


def behind_time(text: str, run: list[Word], words: DraftWords) -> list[Word]:
    """The words of a sentence behind the time with which it begins.

    Args:
        text: the draft.
        run: the words of the sentence.
        words: the French or Spanish lists.

    Returns:
        The same words when it begins with anything else.
    """
    first = 1 if run and words.has("determiners", run[0].text) else 0
    near = run[first : first + 2]
    adjective = len(near) > 1 and words.has("prenominal", near[0].text)
    at = first + adjective
    if at >= len(run) or not words.has("times", run[at].text) or (not first and len(run) < 2):
        return run
    if not first and text[run[0].end : run[1].start].strip():
        return run
    for index in range(at + 1, min(len(run), at + 1 + _MOST_OF_TIME)):
        if "," in text[run[index - 1].end : run[index].start]:
            return run[index:]
        named = run[index].text[0].isupper() and run[index - 1].text not in LINKS
        opens = words.has("determiners", run[index].text) and run[index].text not in LINKS
        if opens or named:
            return run[index:]
        if words.has("verbs", run[index].text) or words.has("auxiliaries", run[index].text):
            return run
    return run


def who_comes(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Whoever stands behind a verb of coming ("Vient le facteur").

    Args:
        text: the draft.
        run: the words of the sentence.
        words: the French or Spanish lists.

    Returns:
        A person with a name or a noun; None when the sentence is no such one.
    """
    for index, word in enumerate(run[: _MOST_BEFORE + 1]):
        if words.has("appearing", word.text) and index + 1 < len(run):
            behind = run[index + 1 :]
            while (
                len(behind) > 1 and behind[0].text in _SMALL and behind[0].text not in ("le", "les")
            ):
                behind = behind[1:]
            named = behind[0].text[0].isupper()
            if not (named or words.has("determiners", behind[0].text)):
                return None
            if text[word.end : behind[0].start].strip():
                return None
            found = noun_phrase(text, behind, words)
            person = found is not None and (
                found.kind is SubjectKind.NAME
                or (found.kind is SubjectKind.ROLE and words.is_role(found.role))
            )
            return found if person else None
        if words.has("determiners", word.text) and word.text not in ("le", "la", "les", "l", "lo"):
            return None
        if word.text[0].isupper() and index:
            return None
        if index and "," in text[run[index - 1].end : word.start]:
            return None
        if word.text.casefold() in words.pronouns or words.has("relatives", word.text):
            return None
    return None


def who_feels(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Whom a Spanish sentence is about that begins with its object ("A ella le dan risa").

    Args:
        text: the draft.
        run: the words of the sentence.
        words: the Spanish lists.
    """
    if words.language != "es" or len(run) < 3 or run[0].text not in ("A", "Al"):
        return None
    found = noun_phrase(text, run[1:] if run[0].text == "A" else run, words)
    if run[0].text == "Al":
        found = noun_phrase(text, [Word(run[0].start, run[0].end, "el"), *run[1:]], words)
    if found is None:
        return None
    known = found.kind is not SubjectKind.ROLE or words.is_role(found.role)
    behind = [word.text for word in run if word.start >= found.end]
    no = 1 if behind[:1] in (["no"], ["se"], ["ya"]) else 0
    close = behind[no : no + 1] in _CLITICS
    if found.kind is SubjectKind.PRONOUN:
        close = any([word] in _CLITICS for word in behind[:_MOST_OF_TIME])
    return found if known and close else None
