"""The word a complement hangs on, and whose saying or thinking it is.

Problem: "I said that", "the report says that" and "this shows that" look alike and differ in whose
words follow; "people who did not vote know that" has a negation that denies nothing.

Method: the governor is the last word of saying, thinking, knowing or being so before the
complement; its subject is the nearest pronoun or noun to its left that is no auxiliary or adverb.

Rejected: any word of saying in the clause (it takes "who said yes" for a report).
"""

from __future__ import annotations

import re

from verifier.contexts.clauses import Lexicon, Place

_OWN_NOUN = re.compile(
    r"\b(?:my|our|mein\w*|unser\w*|mi|nuestr\w+|ma|mon|notre|мо\w+|наш\w*)\s+$", re.IGNORECASE
)
_NOUN_AT = 4
"""Words before the noun that a subject begins with: an article and its adjectives."""
_SUBJECTS = ("noun_markers", "first_person", "other_subjects", "impersonal", "bare_subjects")


def governor_of(clause: str, lists: Lexicon) -> re.Match[str] | None:
    """The last word of saying, thinking, knowing or being so: what the complement hangs on."""
    found = [lists.find_last(n, clause) for n in ("saying", "own_governors", "negative_governors")]
    nouns = lists.find_last("report_nouns", clause)
    verbs = [m for m in [*found, nouns] if m]
    return max(verbs, key=lambda m: m.start()) if verbs else None


def is_negated(clause: str, governor: re.Match[str] | None, lists: Lexicon) -> bool:
    """Whether a negation belongs to the governor, not to a relative clause inside."""
    negation = lists.find_last("negation", clause)
    if negation is None:
        return False
    if governor is not None and _of_the_subject(clause, negation, governor, lists):
        return False
    told = _told_in_subject(clause, governor, lists)
    if told and negation.end() <= told.start():
        # "What I'm not saying is that" denies; "What they don't tell you is that" does not
        own = not speaks_for_others(clause[: negation.start()], lists)
        return own and not subject_words(clause[negation.end() : told.start()], lists)
    relative = lists.find_last("relatives", clause)
    if relative is None or relative.start() > negation.start() or governor is None:
        return relative is None or relative.start() > negation.start()
    between = clause[negation.end() : governor.start()]
    return not subject_words(between, lists)


def _of_the_subject(clause: str, negation: re.Match[str], governor: re.Match[str], lists: Lexicon
) -> bool:
    """"The thing people don't know is that": the negation belongs to a clause on the subject."""
    before, between = clause[: negation.start()], clause[negation.end() : governor.start()]
    return bool(
        is_auxiliary(governor, lists)
        and lists.find("noun_markers", before, Place.START)
        and len(re.findall(r"[^\W_]+", before)) > 1
        and subject_words(between, lists)
        and not any(lists.find(name, between) for name in _SUBJECTS)
    )


def _told_in_subject(
    clause: str, governor: re.Match[str] | None, lists: Lexicon
) -> re.Match[str] | None:
    """The saying in "What they told us was that": the subject of a form of be is what was said."""
    if governor is None or not is_auxiliary(governor, lists):
        return None
    opens = lists.find("free_relatives", clause, Place.START)
    said = lists.find_last("saying", clause[: governor.start()])
    return said if opens and said and said.start() > opens.end() else None


def is_auxiliary(word: re.Match[str], lists: Lexicon) -> bool:
    """Whether a governor is a form of be: what hangs on it says what its subject is."""
    return lists.find("skipped", word.group(), Place.WHOLE) is not None


def subject_words(text: str, lists: Lexicon) -> list[str]:
    """The words that are neither auxiliaries nor adverbs."""
    rest = lists.blank("skipped", lists.blank("coordinators", text))
    return [w for w in re.findall(r"[^\W_]+", rest) if not w.endswith("ly")]


def reports_others(
    subject: str, clause: str, governor: re.Match[str] | None, lists: Lexicon
) -> bool:
    """Whether a governing clause gives its complement to somebody other than the speaker.

    Args:
        subject: words that belong before the clause, or empty.
        clause: the governing clause.
        governor: what the complement hangs on.
        lists: of its language.
    """
    if lists.find("hearsay", clause):
        return True
    noun = lists.find_last("report_nouns", clause)
    if noun and governor and _hangs_on(noun, clause, governor, lists):
        return _OWN_NOUN.search(clause[: noun.start()]) is None
    told = _told_in_subject(clause, governor, lists)
    if told and not lists.find("negation", clause[: told.start()]):
        return speaks_for_others(clause[: told.start()], lists)
    made = lists.find_last("makes_think", clause)
    if made and governor and made.end() <= governor.start():
        return speaks_for_others(subject + clause[: made.start()], lists)
    said = lists.find_last("saying", clause)
    if said is None or governor is None or said.start() < governor.start():
        return False
    before = subject + clause[: said.start()]
    if lists.find("passives", before, Place.END) and lists.find("impersonal", before, Place.START):
        # "It has been suggested that"
        return not lists.find("negation", before)
    return speaks_for_others(before, lists)


def _hangs_on(
    noun: re.Match[str], clause: str, governor: re.Match[str], lists: Lexicon
) -> bool:
    """Whether the complement hangs on a noun: "the claim that", "the old joke is that"."""
    if not _is_noun(noun, clause, lists):
        return False
    if noun.start() >= governor.start():
        return True
    if not is_auxiliary(governor, lists):
        return False
    before = clause[: noun.start()]
    head = lists.find("noun_markers", before, Place.START) and len(before.split()) <= _NOUN_AT
    return bool(head) or not subject_words(clause[noun.end() : governor.start()], lists)


def _is_noun(noun: re.Match[str], clause: str, lists: Lexicon) -> bool:
    """"The claim that" names a claim, "I claim that" makes one."""
    said = lists.find_last("saying", clause)
    if said is None or said.start() != noun.start():
        return True
    return lists.find("noun_markers", clause[: noun.start()], Place.END) is not None


def speaks_for_others(before: str, lists: Lexicon) -> bool:
    """Whether the subject of a verb of saying is somebody other than the speaker.

    Args:
        before: the clause up to the verb.
        lists: of its language.

    Returns:
        False for the speaker himself, for things ("this shows"), for nobody, and for a verb
        without a subject in languages that do not drop it.
    """
    own = lists.find_last("first_person", before)
    others = lists.find_last("other_subjects", before)
    thing = lists.find_last("impersonal", before)
    denied = lists.find_last("negation", before)
    words = subject_words(before, lists)
    nearest = max((m for m in (own, others, thing) if m), key=lambda m: m.start(), default=None)
    if nearest is None:
        if denied and not before[: denied.start()].strip():
            # "Not a single expert believes"
            return False
        if denied and len(words) <= 1 + len(re.findall(r"\w+", denied.group())):
            return False
        return bool(words) or lists.drops_subject
    if nearest is own:
        return False
    if nearest is thing:
        # "this man says" speaks, "this shows" and "it is wrong to say" do not
        noun = re.match(r"\s+([^\W_]+)", before[nearest.end() :])
        points = nearest.group().casefold() in lists.words.get("pointers", ())
        return bool(points and noun and subject_words(noun[1], lists))
    return True
