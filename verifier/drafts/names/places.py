"""People whom the draft tells apart by where they are: "the man behind me", "a nurse at the port".

Problem: without the place such a person has no label of his own, and where an adverbial opens the
sentence he stands behind it without a comma.

Method: between the noun and its verb everything is its place, when a preposition of place begins it
and neither a time, a verb nor a noun for words stands in it. Behind an adverbial the first article
that no preposition governs begins the subject.

Rejected: every preposition (a noun with "after" is placed in time by its verb).
"""

from __future__ import annotations

from dataclasses import replace

from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import DraftWords

_LONGEST_ATTRIBUTE = 6
"""Words of a place that tells somebody apart."""


def with_attribute(
    text: str, subject: Subject | None, run: list[Word], words: DraftWords
) -> Subject | None:
    """A person without a name together with the place that tells him apart ("a man at the back").

    Args:
        text: the draft.
        subject: a noun phrase.
        run: the words from it to its verb or to a comma.
        words: the lists of the language.
    """
    if words.language != "en" or subject is None or subject.kind is not SubjectKind.ROLE:
        return subject
    first = subject.text.split()[0].casefold()
    if first not in ("a", "an", "one", "another") and not words.has("generic_roles", subject.role):
        return subject
    tail = [w for w in run if w.start >= subject.end]
    inside = words_of(text, subject.start, subject.end)
    open_ = any(words.has("prepositions", w.text) for w in inside[1:])
    if not tail or len(tail) > _LONGEST_ATTRIBUTE:
        return subject
    if not open_ and not words.has("placing", tail[0].text):
        return subject
    tail_words = [w for w in tail if w.text != "to"]
    barred = ("verbs", "not_names", "saying_nouns", "auxiliaries", "passive", "relatives", "own")
    if any(w.text.isdigit() or any(words.has(n, w.text) for n in barred) for w in tail_words):
        return subject
    label = " ".join(text[subject.start : tail[-1].end].split())
    return replace(subject, end=tail[-1].end, text=label)


def placed_before_verb(
    text: str, subject: Subject | None, run: list[Word], words: DraftWords
) -> Subject | None:
    """The same for a sentence that does not say anything ("A mother in Dorn, who asked ...").

    Args:
        text: the draft.
        subject: the noun phrase that opens the sentence.
        run: the words of the sentence.
        words: the lists of the language.

    Returns:
        With its place where a verb on the lists, or a comma and a relative, show where it ends.
    """
    if subject is None:
        return None
    tail = [word for word in run if word.start >= subject.end]
    ends = ("verbs", "auxiliaries", "passive")
    for at, word in enumerate(tail[: _LONGEST_ATTRIBUTE + 1]):
        before = text[tail[at - 1].end if at else subject.end : word.start]
        relative = word.text in ("who", "whose") and before.strip() == ","
        if relative or any(words.has(name, word.text) for name in ends):
            return with_attribute(text, subject, tail[:at], words) if at else subject
        if before.strip():
            break
    return subject


def explained(
    text: str, parts: list[list[Word]], subject: Subject | None, words: DraftWords
) -> Subject | None:
    """The name that a bare office explains where its second comma is left out.

    Args:
        text: the draft.
        parts: the words before the verb, cut at commas; the verb ends the last part.
        subject: the subject in the last part.
        words: the lists of the language.

    Returns:
        The name ("Ada Vane, chief executive said"), else the subject.
    """
    if words.language != "en" or subject is None or subject.kind is not SubjectKind.ROLE:
        return subject
    bare = subject.text[0].islower() and not words.has("determiners", subject.text.split()[0])
    if not bare or len(parts) < 2 or not parts[-2] or parts[-1][0].start != subject.start:
        return subject
    named = noun_phrase(text, parts[-2], words)
    if named is None or named.kind is not SubjectKind.NAME or named.end != parts[-2][-1].end:
        return subject
    return replace(named, role=subject.role)


def behind_place(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """A person without a name behind an adverbial ("In the second act the man behind me").

    Args:
        text: the draft.
        run: the words of the clause before its verb.
        words: the lists of the language.
    """
    for index in range(2, len(run)):
        before = run[index - 1].text
        bound = any(words.has(n, before) for n in ("prepositions", "determiners", "conjunctions"))
        if bound or not words.has("determiners", run[index].text):
            continue
        subject = noun_phrase(text, run[index:], words)
        person = subject is not None and subject.kind is SubjectKind.ROLE
        if subject is None or not person or not words.is_role(subject.role):
            return None
        return with_attribute(text, subject, run[index:], words)
    return None


def goes_on_place(parts: list[list[Word]], at: int, words: DraftWords) -> bool:
    """Whether a part goes on an address ("of Station Road, Little Elm").

    Args:
        parts: the words of a sentence, cut at commas.
        at: index of the part.
        words: the lists of the language.
    """
    before = parts[at - 1] if at else []
    if not before or not words.has("prepositions", before[0].text) or len(before) < 2:
        return False
    named = all(word.text[0].isupper() for word in (*before[1:], *parts[at]))
    return words.language == "en" and named and before[0].text.islower()
