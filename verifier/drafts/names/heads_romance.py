"""The head of a French or Spanish noun phrase without a name, and what tells it apart.

Problem: in "la direction régionale des affaires culturelles" the noun stands before its adjective,
and what it is the body of goes on without a capital.

Method: the noun is the first word behind the article and the adjectives that stand before a noun;
attributes follow behind "de" with an article, a noun and its capitals, and adjectives by how they
end.

Rejected: the last word before a preposition (it is the adjective), everything up to the verb (an
adverbial would belong to the label).
"""

from __future__ import annotations

import re

from verifier.drafts.names.parts import Subject, SubjectKind, Word
from verifier.drafts.words import DraftWords, can_speak, is_body

ONE_OF_THEM = re.compile(
    "(?:[Ll]['\u2019])?[Uu]ne? d(?:['\u2019]entre)? ?['\u2019]?(?:eux|elles)\\b"
)
"""French for one of them."""
_INFINITIVE = re.compile(r"\w{2}(?:ar|er|ir|re)(?:se)?$")
_PARTICIPLE = re.compile(r"\w{2}(?:[ai]d[oa]s?|\u00e9e?s?)$")
_THIS_ONE = {
    "fr": re.compile("(?:Celui|Celle)-ci\\b", re.IGNORECASE),
    "es": re.compile(r"(?:[\u00c9E]ste|[\u00c9E]sta)(?= (?:se|ha|hab\u00eda|le|les|lo|no|ya) )"),
}
"""Pronouns for whoever was named last."""
_ONE_OF_THESE = re.compile(
    "(?:[Ll]['\u2019])?[Uu]ne? (?:des|de (?:ses|ces|nos|mes|leurs|vos)) ([^\\W\\d_-]+)"
)
_HYPHENED = re.compile(r"(?:-[^\W\d_]+)+")
LINKS = ("de", "du", "des", "d", "del")
"""Words between a noun and its attribute."""
_MOST_SKIPPED = 14
"""Words between a verb and its subject."""
_MOST_ATTRIBUTES = 3
_ADJECTIVE = re.compile(
    r"\w{2}(?:al|ale|ales|aux|el|elle|elles|iques?|aise?s?|iens?|iennes?|aine?s?|oise?s?|eux|euses?"
    r"|ifs?|ives?|aires?|istes?|ars?|ari[oa]s?|ic[oa]s?|enses?|\u00e9s|es[ae]s?|an[oa]s?|e\u00f1[oa]s?"
    r"|in[oa]s?|iv[oa]s?|ernes?|[aio]bles?|oires?|os[oa]s?|istas?|[aeio]les|il|or|ora|oras|itimes?|ieure?s?)$"
    r"|^(?:voisine?s?|vecin[oa]s?)$"
)
"""How adjectives that tell a body or an office apart end."""


def head_noun(head: list[Word], words: DraftWords) -> int:
    """The index of the noun in a noun phrase that begins with an article.

    Args:
        head: its words up to the first preposition or verb, at least two.
        words: the French or Spanish lists.
    """
    at = 1
    while at < len(head) - 1 and words.has("prenominal", head[at].text):
        at += 1
    return at


def attribute_end(text: str, end: int, tail: list[Word], words: DraftWords) -> int:
    """The end of the attributes behind a noun ("une voisine de la rue des Halles").

    Args:
        text: the draft.
        end: end offset of the noun.
        tail: the words behind it.
        words: the French or Spanish lists.
    """
    joined = _HYPHENED.match(text, end)
    end = joined.end() if joined else end  # "porte-parole"
    tail = [word for word in tail if word.start >= end]
    at = 0
    while at < min(2, len(tail)) and _is_adjective(text, end, tail[at], words):
        end, at = tail[at].end, at + 1  # "el presidente regional, que ..."
    for _ in range(_MOST_ATTRIBUTES):
        if at >= len(tail) or tail[at].text not in LINKS or not _goes_on(text, end, tail[at]):
            break
        at += 1
        while at < len(tail) and words.has("determiners", tail[at].text) and at < 8:
            at += 1
        if at + 1 < len(tail) and tail[at].text in ("en", "\u00e0", "al"):
            at += 1  # "d'en face", "d'\u00e0 c\u00f4t\u00e9", "de al lado"
        if at + 1 < len(tail) and words.has("prenominal", tail[at].text.removesuffix("s")):
            at += tail[at + 1].text.islower()  # "l'Union des jeunes médecins"
        if at >= len(tail) or not tail[at].text[0].isalpha():
            break
        end, at = tail[at].end, at + 1
        while at < len(tail) and tail[at].text[0].isupper() and _goes_on(text, end, tail[at]):
            end, at = tail[at].end, at + 1
        bare = tail[at - 2].text in LINKS if at > 1 else False  # "de voz cansada"
        named = bare or tail[at - 1].text[0].isupper()
        if at < len(tail) and _is_adjective(text, end, tail[at], words, named=named):
            end, at = tail[at].end, at + 1
    return end


def special(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Sources and one of several ("Fuentes del club", "l'un d'entre eux", "l'une des voisines").

    Args:
        text: the draft.
        run: the words that begin a noun phrase.
        words: the lists of the language.

    Returns:
        The phrase; None for any other, and in other languages.
    """
    if words.language not in ("fr", "es"):
        return None
    begin, first = run[0].start, run[0].text.casefold()
    if words.has("sources", first):
        end = attribute_end(text, run[0].end, run[1:], words)
        return Subject(begin, end, " ".join(text[begin:end].split()), SubjectKind.ROLE, first)
    this = _THIS_ONE[words.language].match(text, begin)
    if this is not None:
        gender = "f" if this.group()[:5].casefold() in ("celle", "esta", "\u00e9sta") else "m"
        meant = next(word for word, told in words.pronouns.items() if told == gender)
        return Subject(*this.span(), meant, SubjectKind.PRONOUN)
    several = _quantity(text, run, words)
    if several is not None or words.language == "es":
        return several
    if first == "l" and len(run) > 1 and run[1].text == "on":
        return Subject(run[1].start, run[1].end, "on", SubjectKind.OWN)
    them = ONE_OF_THEM.match(text, begin)
    if them is not None:
        return Subject(*them.span(), them.group(), SubjectKind.ROLE, "un")
    these = _ONE_OF_THESE.match(text, begin)
    if these is None:
        return None
    return Subject(*these.span(), these.group(), SubjectKind.ROLE, these.group(1).casefold())


def _quantity(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Several people by how many they are ("La plupart des riverains", "una decena de vecinos")."""
    at = 1 if words.has("determiners", run[0].text) else 0
    if at + 2 >= len(run) or not words.has("quantities", run[at].text):
        return None
    noun = at + 1
    if run[noun].text not in LINKS:
        return None
    while noun < len(run) - 1 and (
        run[noun].text in LINKS or words.has("determiners", run[noun].text)
    ):
        noun += 1
    if not run[noun].text[0].islower():
        return None
    end = attribute_end(text, run[noun].end, run[noun + 1 :], words)
    label = " ".join(text[run[0].start : end].split())
    return Subject(run[0].start, end, label, SubjectKind.ROLE, run[noun].text.casefold())


def body_with_name(
    text: str, run: list[Word], head: list[Word], end: int, words: DraftWords
) -> Subject | None:
    """A body with the name behind its noun ("la asociaci\u00f3n Vane en Bici").

    Args:
        text: the draft.
        run: the words of the noun phrase and behind it, of which the first is an article.
        head: its words up to the first preposition or verb.
        end: end offset of the name in them.
        words: the lists of the language.

    Returns:
        The phrase with its article; None when its noun is no body, and in other languages.
    """
    if words.language not in ("fr", "es") or len(head) < 2:
        return None
    noun = head[head_noun(head, words)].text.casefold()
    if not is_body(noun, words):
        return None
    at = next((n for n, word in enumerate(run) if word.start >= end), len(run))
    end = max(name_end(text, end, run[at:], words), attribute_end(text, end, run[at:], words))
    label = " ".join(text[run[0].start : end].split())
    return Subject(run[0].start, end, label, SubjectKind.ROLE, noun)


def name_end(text: str, end: int, tail: list[Word], words: DraftWords) -> int:
    """The end of the name of a body ("la asociaci\u00f3n Vane en Bici").

    Args:
        text: the draft.
        end: end offset of its first capitals.
        tail: the words behind them.
        words: the French or Spanish lists.
    """
    at = 0
    while at + 1 < len(tail) and words.has("governing", tail[at].text):
        far = at + 1 + (1 if words.has("determiners", tail[at + 1].text) else 0)
        if far >= len(tail) or not tail[far].text[0].isupper() or not _goes_on(text, end, tail[at]):
            break
        end, at = tail[far].end, far + 1
        while at < len(tail) and tail[at].text[0].isupper() and _goes_on(text, end, tail[at]):
            end, at = tail[at].end, at + 1
    return end


def is_acronym(word: Word) -> bool:
    """Whether a word has three capitals or more and nothing else."""
    return len(word.text) > 2 and word.text.isupper()


def leads_away(word: Word, words: DraftWords) -> bool:
    """Whether a French or Spanish verb has something else than its subject behind it.

    Args:
        word: the word right behind the verb.
        words: the lists of the language.
    """
    small = words.has("determiners", word.text) or word.text.casefold() in words.pronouns
    own = words.has("own", word.text) or words.has("alone", word.text)
    return word.text[0].islower() and not small and not own and not words.has("one_of", word.text)


def subject_behind(text: str, run: list[Word], words: DraftWords) -> list[Word]:
    """The words from the subject behind a verb on ("explic\u00f3 ayer a la prensa el alcalde").

    Args:
        text: the draft.
        run: the words behind the verb.
        words: the French or Spanish lists.

    Returns:
        The words that begin with the first noun phrase that no preposition governs; empty when
        none follows.
    """
    at = 0
    while at < min(len(run), _MOST_SKIPPED):
        word = run[at]
        if at and not _goes_on(text, run[at - 1].end, word):
            return []
        day = at + 1 < len(run) and words.has("not_names", run[at + 1].text)
        if words.has("not_names", word.text) or (day and words.has("determiners", word.text)):
            at += 1
        elif words.has("governing", word.text):
            at = _behind_noun(text, run, at + 1, words)
        elif (
            word.text.casefold() in words.pronouns
            or words.has("own", word.text)
            or words.has("determiners", word.text)
            or words.has("alone", word.text)
        ):
            return run[at:]
        elif words.has("prepositions", word.text) or word.text.islower():
            barred = ("verbs", "relatives", "clause_openers", "contrasts")
            ahead = run[at + 1].text if at + 1 < len(run) else "a"
            begins = ahead[0].isupper() or words.has("determiners", ahead)
            if begins and _PARTICIPLE.search(word.text):
                at += 1  # "dice resignado Ada Vane"
                continue
            acts = _INFINITIVE.search(word.text) and not words.has("prepositions", word.text)
            if acts or any(words.has(name, word.text) for name in barred):
                return []
            at += 1
        else:
            return run[at:]
    return []


def _behind_noun(text: str, run: list[Word], at: int, words: DraftWords) -> int:
    """The index behind the noun that a preposition governs."""
    while at < len(run) - 1 and words.has("governing", run[at].text):
        at += 1  # "auprès de"
    first = at
    while at < len(run) and words.has("determiners", run[at].text):
        at += 1
    begun = at
    bare = at == first and at < len(run) and run[at].text.islower()  # "por teléfono Ada Vane"
    while at < len(run) and (at == begun or _goes_on(text, run[at - 1].end, run[at])):
        if at > begun and (bare or not run[at].text[0].isupper()):
            break
        common = at == begun + 1 and run[begun].text.islower()
        if common and not can_speak(run[begun].text.casefold(), words):
            break  # "raconte pour sa part Ada Vane"
        lettered = at > begun and run[begun].text.isupper() and len(run[begun].text) > 1
        if lettered and not run[at].text.isupper():
            break  # "auprès de l'APN Ada Vane"
        at += 1
    return at


def _goes_on(text: str, end: int, word: Word) -> bool:
    return not text[end : word.start].strip("' \u2019\u00a0-\n")


def _is_adjective(
    text: str, end: int, word: Word, words: DraftWords, *, named: bool = False
) -> bool:
    if not word.text[0].islower() or words.has("verbs", word.text):
        return False
    if not _goes_on(text, end, word):
        return False
    own = named and re.search(r"\w{3}(?:\u00e9e?s?|ad[oa]s?|id[oa]s?)$", word.text) is not None
    return (
        own or _ADJECTIVE.search(word.text) is not None
    )  # "le Centre int\u00e9gr\u00e9 de sant\u00e9"
