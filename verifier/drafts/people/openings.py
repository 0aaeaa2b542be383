"""With whom a sentence begins, and who is brought into a draft without a name.

Problem: "One resident had measured it. ... she said": whoever has no name is a person all the
same, and the next pronoun is hers. But most nouns for people in an article are nobody who speaks
("his landlord", "a father of two").

Method: a noun for a person counts where it opens a sentence, also behind an adverbial and a comma,
and where an indefinite article brings it in ("I asked a retired postman"), unless that only
explains a name ("Brandt, a nurse", "Brandt is a nurse"). Nouns for things and bodies do not.

Rejected: every noun for a person (the nearest one is mostly spoken about).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from verifier.drafts.clauses.attributing import clause_before
from verifier.drafts.clauses.order_de import segments, subjects_in
from verifier.drafts.clauses.subjects import first_named
from verifier.drafts.names.heads_romance import LINKS
from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.names.places import placed_before_verb
from verifier.drafts.people.coming import behind_time, who_comes, who_feels
from verifier.drafts.people.nameless_zh import nameless_zh, opening_roles
from verifier.drafts.words import DraftWords

_REACH = 200
_MARKS = re.compile("(?<!\\w)['\"\u2018\u201c\u201e\u00ab](?=\\S)")
"""Characters of a sentence in which its subject is looked for."""
INDEFINITE = frozenset(
    "a an one another ein eine einem einer einen un une una uno otro otra".split()
)
_ONE_OF = re.compile("(?:[Ll]['\u2019])?[Uu]ne? d(?:es? |['\u2019])")
_MINE = ("mi", "mon", "ma", "notre", "nuestro", "nuestra")
_TURNS = frozenset(
    "is was were are sat sits stood stands came comes stepped lay lies lives".split()
)
_DOING = re.compile(
    "(?:Told|Shown|Born|Sworn|Known|Caught|Left|[A-Z][a-z]{2,}ed|(?!During|Among)[A-Z][a-z]{2,}ing)$"
)
"""A participle with which an English sentence begins."""
_COMMA_HE = re.compile(r", (?:he|she)\b")
_APPOSED = re.compile(r"[^,.;:()\n]{0,60}, (he|she)\b")
"""Whom a noun at the start of an English sentence explains ("A nurse at Dorn Royal, she")."""
_MOST_DOING = 90
_TITLE = 40
"""Characters of titles and offices before a name."""
CLEFT = ("it", "es", "c")
THINGS = ("bodies", "groups", "institutions", "impersonal", "works", "saying_nouns", "bearers")
"""Lists of what is no person, though it may say something."""
_EXPLAINS = re.compile(r"(?:[,\u2014\u2013(]|\b(?:as|als|comme|como))\s*$")


def opening(text: str, start: int, end: int, words: DraftWords) -> Subject | None:
    """The noun phrase with which a sentence begins.

    Args:
        text: the draft.
        start: offset of the sentence.
        end: its end offset.
        words: the lists of a language with spaces between words.

    Returns:
        A name, pronoun or noun; behind an adverbial what follows its comma ("In court, Brandt").
        None when nothing of the kind opens it.
    """
    marks = _MARKS.search(text, start + 1, end)
    end = min(end, marks.start() if marks else end, start + _REACH)
    run = words_of(text, start, end)
    while run and words.has("leads", run[0].text):
        run = run[1:]
    cleft = len(run) > 3 and run[0].text.casefold() in CLEFT and words.has("passive", run[1].text)
    if cleft and any(words.has("relatives", word.text) for word in run[3:8]):
        run = run[2:]  # "It was her agent who ..."
    if words.language == "en" and run and _DOING.match(run[0].text):
        stop = min(run[-1].end, run[0].end + _MOST_DOING)
        he = _COMMA_HE.search(text, run[0].end, stop)
        comma = he.start() if he else text.find(",", run[0].end, stop)
        rest = [word for word in run if 0 <= comma < word.start]
        run = rest or run  # "Told of this, the publican ..."
    turned = _turned(text, run, words)
    if turned is not None:
        return turned
    while run and words.has("prepositions", run[0].text):
        comma = text.find(",", run[0].end, run[-1].end)
        run = [word for word in run if 0 <= comma < word.start]
    felt = who_feels(text, words_of(text, start, end), words) if words.language == "es" else None
    if felt is not None:
        return felt
    if words.language in ("fr", "es"):
        run = behind_time(text, run, words)
        comes = who_comes(text, run or words_of(text, start, end), words)
        if comes is not None:
            return comes
    if words.language == "de":
        while run and any(
            words.has(n, run[0].text) for n in ("auxiliaries", "passive", "reported")
        ):
            run = run[1:]  # "Als es klingelte, habe sie ..."
    if words.language == "fr" and len(run) > 1 and words.has("verbs", run[0].text):
        run = run[1:] if run[0].text.islower() else run
    found = first_named(text, run, words) if run else None
    if words.language == "en" and found is not None and found.kind is SubjectKind.ROLE:
        he = _APPOSED.match(text, found.end, end)
        if he is not None and found.text.split()[0].casefold() in ("a", "an", "the"):
            return Subject(*he.span(1), he.group(1), SubjectKind.PRONOUN)
    return placed_before_verb(text, found, run, words)


def _turned(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Whoever an English sentence has behind its verb ("Among them is Ada Vane, a nurse")."""
    if words.language != "en" or not run or not words.has("prepositions", run[0].text):
        return None
    for index, word in enumerate(run[1:8], 1):
        if "," in text[run[index - 1].end : word.start]:
            return None
        if word.text in _TURNS and index + 1 < len(run):
            subject = first_named(text, run[index + 1 :], words)
            named = subject is not None and subject.kind is SubjectKind.NAME
            near = subject is not None and subject.start - word.end <= _TITLE
            return subject if named and near else None
    return None


def is_nameless(subject: Subject | None, words: DraftWords) -> bool:
    """Whether a subject is one person without a name ("the prosecutor", not "the council")."""
    if subject is None or subject.kind is not SubjectKind.ROLE:
        return False
    if words.language == "en" and subject.text.casefold() in ("one", "another"):
        return True
    if not words.is_role(subject.role):
        return False
    if words.language == "fr" and _ONE_OF.match(subject.text):
        return True
    return not is_plural(subject.role, words) and is_people(subject.role, words)


def is_plural(role: str, words: DraftWords) -> bool:
    """Whether a word for people names several of them."""
    role = role.rpartition(" ")[2]
    many = words.language in ("en", "fr", "es") and role.endswith("s")
    return many and (words.is_role(role[:-1]) or words.is_role(role.removesuffix("es")))


def is_people(role: str, words: DraftWords) -> bool:
    """Whether a word names one or several people, and no body or paper."""
    role = role.rpartition(" ")[2]
    known = words.is_role(role)
    return known and not any(words.has(name, role) for name in THINGS)


def nameless_in(
    text: str, start: int, end: int, sentences: list[int], words: DraftWords
) -> list[tuple[Subject, bool]]:
    """The people without a name in a part outside quotation marks.

    Args:
        text: the draft.
        start: offset of the part.
        end: its end offset.
        sentences: offsets at which sentences begin, in order.
        words: the lists of the language.

    Returns:
        Each with whether it opens its sentence, in order; among them those who are said to say
        something, and names that explain a noun ("Her father, 71-year-old Ted,").

    Cost: linear.
    """
    if words.language == "zh":
        by_place = {one.start: (one, opens) for one, opens in nameless_zh(text, start, end, words)}
        for one in opening_roles(text, start, end, sentences, words):
            by_place.setdefault(one.start, (one, True))
        return [by_place[at] for at in sorted(by_place)]
    found: dict[int, tuple[Subject, bool]] = {}
    first = bisect_left(sentences, start)
    last = bisect_left(sentences, end)
    for index in range(first, last):
        stop = sentences[index + 1] if index + 1 < len(sentences) else end
        subject = opening(text, sentences[index], min(stop, end), words)
        if subject is None and words.language == "de":
            run = words_of(text, sentences[index], min(stop, end))
            subject = next(
                iter(subjects_in(text, next(iter(segments(text, run)), []), words)), None
            )
        named = subject is not None and subject.kind is SubjectKind.NAME and subject.role
        if subject is not None and (named or is_nameless(subject, words)):
            found[subject.start] = (subject, True)
        over = min(stop, end) - 1
        while over > sentences[index] and not text[over - 1].isalnum():
            over -= 1
        said = clause_before(text, sentences[index], over, words)
        if said is not None and is_nameless(said.subject, words) and said.subject is not None:
            found.setdefault(said.subject.start, (said.subject, False))
    run = words_of(text, start, end)
    for index, word in enumerate(run):
        folded = word.text.casefold()
        opens = folded in INDEFINITE or (words.language in ("fr", "es") and folded in _MINE)
        if opens and word.start not in found:
            brought = _brought_in(text, run, index, words)
            if brought is not None:
                found[word.start] = (brought, False)
    return [found[at] for at in sorted(found)]


def _brought_in(text: str, run: list[Word], index: int, words: DraftWords) -> Subject | None:
    if _EXPLAINS.search(text, max(0, run[index].start - 12), run[index].start):
        return None
    before = run[index - 1].text if index else ""
    if words.has("picturing", before):
        return None  # "Colleagues remembered a small, brisk woman"
    if words.has("passive", before) or words.has("copulas", before):
        return None
    if words.language in ("fr", "es") and before in LINKS:
        return None  # "la historia de una mujer"
    near = run[index : index + 6]
    role = next((n for n, w in enumerate(near) if n and words.is_role(w.text)), None)
    small = ("prepositions", "determiners", "relatives")
    if role is None or any(words.has(n, w.text) for w in near[1:role] for n in small):
        return None
    subject = noun_phrase(text, near, words)
    return subject if is_nameless(subject, words) else None
