"""Which words of a sentence report, and who does when the verb is passive or an opinion.

Problem: "was told by a clerk that" has its speaker behind a preposition, "considers the map" says
something only when the words in marks complete it, and the form of "she'd say" is on no list.

Method: a verb of saying by its list, or by its list after a small word that asks for the bare form.
Behind a form of "be" only its agent speaks. A verb of opinion counts where the words in marks
are what is thought of its object, or where it has a clause for object.

Rejected: every inflected form on the lists (the bare one is mostly a noun: "claim", "shout").
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.runs import parts_of
from verifier.drafts.clauses.subjects import first_named
from verifier.drafts.names.parts import Subject, SubjectKind, Word
from verifier.drafts.words import DraftWords

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_BARE = frozenset("would will can could may might must should did".split())
_CALLS = ("appelle", "appellent", "appel\u00e9", "appelait")
_PARTICIPLES = {"fr": ("\u00e9",), "es": ("ado", "ido")}
_HAVE = frozenset(
    (
        *(
            "ha",
            "han",
            "hab\u00eda",
            "hab\u00edan",
            "he",
            "hemos",
            "haya",
            "hubo",
            "habr\u00eda",
            "haber",
        ),
        *("a", "ont", "avait", "avaient", "ai", "avons", "aurait", "avoir", "ayant", "eut", "aura"),
        *("est", "sont", "\u00e9tait", "\u00e9taient", "s'est", "serait", "\u00eatre"),
    )
)
"""Forms before a participle that make it a verb."""
_HABIT = (
    *("used", "liked", "likes", "loved", "loves", "heard", "known", "on"),
    *(
        "continued",
        "proceeded",
        "emailed",
        "wrote",
        "texted",
        "rang",
        "phoned",
        "called",
        "tweeted",
    ),
    *("telephoned", "radioed", "posted", "stood", "rose", "came", "back"),
)
_MANY = re.compile(r"\w{3}[^s]s$|^(?:they|we|people|police)$")
"""Words that may be several people, behind whom a bare form is a finite verb."""
_NOT_FINITE = ("ant", "ando", "endo", "r", "re")
"""How French and Spanish gerunds and infinitives end, before which a preposition may stand."""
_MOST_BEFORE_AGENT = 3
"""Words between a passive verb and its agent."""


def is_verb(run: list[Word], index: int, words: DraftWords) -> bool:
    """Whether a word is a verb of saying or of calling something something.

    Args:
        run: the words of a sentence.
        index: of the word.
        words: the lists of a language with spaces between words.

    Returns:
        False for a passive ("as the news was announced") and a capital inside the sentence.
    """
    word = run[index].text
    if (word[0].isupper() and index) or word == "according":
        return False
    if words.has("cries", word) and run[index + 1 : index + 2] and run[index + 1].text == "of":
        return False  # "murmurs of"
    if words.language == "fr" and word in _CALLS and run[index + 1 : index + 2]:
        return run[index + 1].text == "\u00e0"  # "appelle \u00e0 durcir"
    before = run[index - 1].text.casefold() if index else ""
    if words.language == "de" and word in ("gibt", "gab"):
        behind = run[index + 1].text if index + 1 < len(run) else ""
        if "es" in (before, behind):
            return False  # there is
    close = index and run[index].start == run[index - 1].end + 1
    if words.language == "en" and close and before in _BE and not word.endswith("ing"):
        return False
    if close and words.has("before_nouns", before) and not word.endswith(_NOT_FINITE):
        return False  # "une menace", "sin respuesta"
    if words.has("verbs", word) or words.has("calling", word):
        return not _is_attribute(run, index, words)
    if in_compound(run, index, words, ("verbs", "calling")):
        return True
    return words.language == "en" and is_bare(run, index, words)


def _is_attribute(run: list[Word], index: int, words: DraftWords) -> bool:
    """Whether a French or Spanish participle only describes a noun ("anunciado por")."""
    participle = _PARTICIPLES.get(words.language)
    if participle is None or not run[index].text.endswith(participle):
        return False
    near = {word.text.casefold() for word in run[max(0, index - 4) : index]}
    return not near & _HAVE


def in_compound(run: list[Word], index: int, words: DraftWords, names: tuple[str, ...]) -> bool:
    """Whether a Spanish participle behind "ha" belongs to a verb of the lists ("ha subrayado").

    Args:
        run: the words of a sentence.
        index: of the participle.
        words: the lists of the language.
        names: of the lists.
    """
    word = run[index].text.casefold()
    if words.language != "es" or not index or not word.endswith(("ado", "ido")):
        return False
    if not run[index - 1].text.casefold().startswith(("ha", "hub")):
        return False
    stem = word[:-3]
    forms = (stem + "\u00f3", stem + "a", stem + "i\u00f3", stem + "e")
    return any(words.has(name, form) for form in forms for name in names)


def is_bare(run: list[Word], index: int, words: DraftWords) -> bool:
    """Whether a word is the bare form of an English verb of saying ("would shout")."""
    word, before = run[index].text, [w.text.casefold() for w in run[max(0, index - 2) : index]]
    habit = before[-1:] == ["to"] and before[0] in _HABIT
    following = run[index + 1].text if index + 1 < len(run) else "that"
    many = bool(before) and following == "that" and _MANY.search(before[-1]) is not None
    many = many and not any(words.has("verbs", w.text) for w in run[:index])
    if not before or not (habit or many or before[-1] in _BARE):
        return False
    stem = word.casefold()
    forms = (stem + "s", stem + "es", stem.removesuffix("y") + "ies")
    return any(words.has(name, form) for form in forms for name in ("verbs", "calling"))


def is_opinion(text: str, run: list[Word], index: int, end: int, words: DraftWords) -> bool:
    """Whether a verb of opinion leads to words in marks ("Cole considers the map").

    Args:
        text: the draft.
        run: the words of the sentence before the marks.
        index: of the verb.
        end: end offset of the words before the marks.
        words: the lists of the language.

    Returns:
        True when a clause is its object, or the words in marks complete its object.
    """
    word = run[index].text
    if word[0].isupper() or not words.has("judging", word) or text[end - 1 : end] in (":", ","):
        return False
    if index and words.has("determiners", run[index - 1].text):
        return False
    behind = run[index + 1 :]
    if len(behind) < 2:
        return False
    clause = any(words.has("passive", w.text) for w in behind) or behind[0].text == "that"
    last = behind[-1].text
    small = any(words.has(name, last) for name in ("determiners", "prepositions", "conjunctions"))
    return clause or last == "as" or not small


def agent(text: str, run: list[Word], index: int, words: DraftWords) -> Subject | None:
    """Whoever does what a passive verb says ("was told by a clerk that").

    Args:
        text: the draft.
        run: the words of a sentence.
        index: of the verb.
        words: the lists of the language.

    Returns:
        The noun phrase behind the preposition of an agent; None without, or when the verb is none
        of saying or is active.
    """
    word = run[index].text
    be = index and run[index - 1].text.casefold() in _BE
    apart = index > 1 and run[index - 2].text.casefold() in _BE and run[index - 1].text[0].islower()
    if not (be or apart) or not word[0].islower():
        return None
    if not (words.has("verbs", word) or words.has("calling", word)):
        return None
    for at in range(index + 1, min(len(run) - 1, index + 1 + _MOST_BEFORE_AGENT)):
        if words.has("agents", run[at].text):
            subject = first_named(text, run[at + 1 :], words)
            own = subject is not None and subject.kind is SubjectKind.OWN
            return None if own else subject
    return None


def in_parenthesis(text: str, run: list[Word], index: int, words: DraftWords) -> bool:
    """Whether a verb opens a parenthesis, so that its subject follows ("It was, said Cole,").

    Args:
        text: the draft.
        run: the words of a sentence.
        index: of the verb.
        words: the lists of the language.
    """
    if words.language != "en" or not index or words.has("addressing", run[index].text):
        return False
    if words.has("calling", run[index].text):
        return False
    before = run[index - 1]
    if "," not in text[before.end : run[index].start]:
        return False
    small = ("auxiliaries", "passive", "copulas", "prepositions", "clause_openers")
    passive = index > 1 and run[index - 2].text.casefold() in _BE and before.text.endswith("ed")
    return passive or any(words.has(name, before.text) for name in small)


def is_over(text: str, run: list[Word], index: int, end: int, words: DraftWords) -> bool:
    """Whether a verb stands in a relative clause that ends before the quotation."""
    comma = text.find(",", run[index].end, max(run[index].end, end - 1))
    if comma < 0:
        return False
    for before in range(index, -1, -1):
        if words.has("relatives", run[before].text):
            following = next((w for w in run[index + 1 :] if w.start > comma), None)
            return following is not None
        if before and "," in text[run[before - 1].end : run[before].start]:
            return False
    return False


def only_names(verb: Word, words: DraftWords) -> bool:
    """Whether a verb calls something something, and is none of saying in French and Spanish."""
    says = words.language in ("fr", "es") and words.has("verbs", verb.text)
    return words.has("calling", verb.text) and not says


def gives_a_name(run: list[Word], index: int, subject: Subject | None, words: DraftWords) -> bool:
    """Whether a thing is called so ("a plan called"), and nobody is said to call it so."""
    if not words.has("calling", run[index].text):
        return False
    near = [w.text.casefold() for w in run[max(0, index - 2) : index]]
    if near and (words.has("passive", near[-1]) or (near[0] in _BE and near[1:] == ["now"])):
        return True  # "what is now called"
    verb, behind = run[index].text, run[index + 1].text if index + 1 < len(run) else ""
    active = index > 0 and run[index - 1].text in ("have", "has", "had")
    told = active or any(word.text == "what" for word in run[max(0, index - 5) : index])
    if verb.endswith("ed") and behind in ("of", "as") and not (told or words.has("verbs", verb)):
        return True  # "Insurers accused of": it has no object, and nobody is said to do it
    thing = subject is None or (
        subject.kind is SubjectKind.ROLE and not words.is_role(subject.role)
    )
    return thing and index == len(run) - 1 and run[index].text in ("called", "named")


def is_negated(text: str, run: list[Word], words: DraftWords) -> bool:
    """Whether the part of a sentence up to its last word is negated."""
    parts = parts_of(text, run)
    return any(words.has("negations", w.text) for w in parts[-1])
