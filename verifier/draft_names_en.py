"""Where an English noun phrase goes on, and where a clause begins in it without a sign.

Problem: "Forest Service incident commander Ada Vane" has small words in the middle, "a boy I had
never met" has a clause in it, and the capital of "Hospital bosses" names nobody.

Method: by the words beside: an office and a name, a pronoun, a plural for people.

Rejected: the shape of the whole phrase (all three look like a name with an attribute).
"""

from __future__ import annotations

from verifier.draft_parts import Word
from verifier.draft_words import DraftWords, is_body


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
    """Whether a capital only begins a noun for people ("Hospital bosses").

    Args:
        head: the words of the phrase so far.
        run: the run of capitals in them.
        words: the lists of the language.
    """
    if words.language != "en" or len(run) != 1 or run[0] is not head[0] or len(head) < 2:
        return False
    behind = head[1].text
    return behind[0].islower() and behind.endswith("s") and words.is_role(behind)
