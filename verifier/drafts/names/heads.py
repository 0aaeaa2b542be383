"""Where the head of a noun phrase ends, in languages with spaces between words.

Problem: "eine Sprecherin der Bahn", "the mayor of Linden" and "Der 61-Jährige führt das Werk" go on
behind their head, with an attribute or with the verb.

Method: the head ends at its first preposition, verb, relative or auxiliary; a small word between
the parts of a name goes on. In German nothing small stands behind an article and its noun.

Rejected: a list of all verbs (a German verb of any meaning may follow).
"""

from __future__ import annotations

import re

from verifier.drafts.names.capitals_de import ends_at, goes_on_name
from verifier.drafts.names.parts import Word
from verifier.drafts.names.phrases_en import is_contact, leads_to_name
from verifier.drafts.words import DraftWords
from verifier.reading.saying import NAME_PARTICLES

BREAK = re.compile(r"[;:()\u2014\u2013\n\"\u201c\u201d\u201e\u00ab\u00bb\[\]]| - ")
"""What no noun phrase goes over."""
_POSSESSIVE = re.compile(r"['\u2019]s?$")


def head_of(text: str, run: list[Word], words: DraftWords) -> list[Word]:
    """The words up to the first preposition, verb or relative."""
    head: list[Word] = []
    for word in run:
        folded = word.text.casefold()
        lower = word.text[0].islower()
        if head and BREAK.search(text, head[-1].end, word.start):
            break
        if (
            words.language == "de"
            and head
            and word.text in ("der", "des")
            and _is_office(head, words)
        ):
            break  # "eine Sprecherin der Bahn"
        if words.language == "fr" and len(head) > 1 and word.text == "des":
            break  # "la ministre des Transports"
        if words.language == "de" and len(head) > 1 and lower and ends_at(head, folded):
            break  # "die Person den Nachbarn"
        goes_on = bool(head) and folded in NAME_PARTICLES
        if words.language == "de" and lower and _is_whole_de(head, words):
            particle = goes_on and _between_names(text, head, run, word, words)
            if not particle:
                break  # "Der 61-Jährige führt das Unternehmen"
        if head and lower and not (goes_on and _between_names(text, head, run, word, words)):
            if _is_named(head, words) and not words.is_role(word.text):
                if words.language == "en" and leads_to_name(run[len(head) :], words):
                    head.append(word)
                    continue
                break
            noun = len(head) == 1 and words.has("determiners", head[0].text)
            noun = noun or (len(head) == 2 and words.has("prenominal", head[1].text))
            ordinal = len(head) == 1 and folded == "first" and head[0].text.casefold() == "the"
            joined = words.language == "fr" and text[word.end : word.end + 1] == "-"
            stops = words.has("prepositions", folded) and not joined  # "la sous-préfète"
            plain = words.is_role(folded) or words.language in ("fr", "es")  # "une note"
            stops = stops or (words.has("verbs", folded) and not (noun and plain))
            stops = stops or words.has("relatives", folded) or words.has("auxiliaries", folded)
            if stops and not ordinal:
                break
            if any(words.has(n, folded) for n in ("leads", "clause_openers", "reflexives")):
                break
        if head and is_contact(head, word, words):
            break
        head.append(word)
    return head


def _is_whole_de(head: list[Word], words: DraftWords) -> bool:
    """Whether an article and a noun are there, behind which a small word begins the verb."""
    return len(head) > 1 and head[-1].text[0].isupper() and words.has("determiners", head[0].text)


def _is_office(head: list[Word], words: DraftWords) -> bool:
    return words.is_role(head[-1].text) and words.has("determiners", head[0].text)


def _is_named(head: list[Word], words: DraftWords) -> bool:
    """Whether the words so far begin with a name, so that a small word begins the verb."""
    first = head[0].text
    possessive = any(_POSSESSIVE.search(w.text) for w in head)
    return head[-1].text[0].isupper() and not possessive and not words.has("determiners", first)


def _between_names(
    text: str, head: list[Word], run: list[Word], word: Word, words: DraftWords
) -> bool:
    after = run[len(head) + 1] if len(head) + 1 < len(run) else None
    if words.language == "de":
        return goes_on_name(text, head, run, word, words)
    particle = word.text.casefold()
    named = particle != "of" and (len(head) > 1 or particle not in ("de", "the", "la", "le", "el"))
    return bool(after and after.text[0].isupper() and head[-1].text[0].isupper() and named)
