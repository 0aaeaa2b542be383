"""Whom a definite noun stands for: "the 54-year-old", "the retired bus driver", "the politician".

Problem: a draft names a person once and then by what he is; the noun is on no office of anybody.

Method: an age, a word that describes anybody in the news (a politician, a witness) or an adjective
of a life ("retired") behind a definite article points at the person in focus, unless a nameless
person was brought in by the same noun before ("a witness"). An office that one person holds ("the
judge") stays as it is: its holder may be somebody whom the draft never names.

Rejected: always the nearest person (a nameless judge would speak with the defendant's name).
"""

from __future__ import annotations

import re

from verifier.drafts.names.parts import ATTRIBUTIVE, Subject, SubjectKind, Word, words_of
from verifier.drafts.words import DraftWords, is_body

_AGE = re.compile(
    r"\d+[- ](?:year[- ]old|[a-z]{3,}er|j\u00e4hrigen?|j\u00e4hriger)\b", re.IGNORECASE
)
_PAIRS = {
    "fr": (
        *(("eur", "euse"), ("teur", "trice"), ("er", "ère"), ("en", "enne"), ("on", "onne")),
        *(("f", "ve"), ("x", "se"), ("", "e"), ("", "ne"), ("", "sse")),
    ),
    "es": (("o", "a"), ("", "a"), ("e", "a")),
}
"""How the two forms of a word for a person end."""
_AGED = re.compile(r" (?:de|,) ?\d+ (?:ans|a\u00f1os)\b")
"""An age behind a noun."""
_DEFINITE = frozenset("the der die dem den le la l el ce cet cette este esta diese dieser".split())
_PERSON_DE = re.compile(r"\w{3}(?:er|erin|ling|iker|j\u00e4hrige|ige|ete|ent|entin)$")
"""How German nouns for people end."""
_ABSTRACT = re.compile(
    r"\w(?:[ct]i\u00f3n|si\u00f3n|[dt]ad|miento|encia|ancia|ismo|tion|sion|t\u00e9|ment|age|ance|ence|isme|ie|ure)$"
)
"""How French and Spanish nouns end that are nobody."""
_OF_A_PERSON = re.compile(
    r",? \(?(?:aged )?\d\d(?: ans| a\u00f1os| Jahre)?[,;.)]"
    r"|, born\b|, (?:who|whose|qui|quien|elle|lui)\b"
)
_AGE_BEHIND = re.compile(
    r",? \(?\d\d(?: ans| a\u00f1os| Jahre)?[,;.)]"
    r"|, (?:\d\d|[a-z\u00e0-\u00ff-]{3,14}) (?:ans|a\u00f1os)\b"
)
_PARENT_OF = re.compile(
    r"[Tt]he (?:[a-z-]+ )?(?:grand|step|god)?-?(?:mother|father|parent|mum|mom|dad)[ -]of[ -]"
    r"(?:an?\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)"
)
"""A parent by the number of children, which is how the news names whoever it named before."""
_WHO = re.compile(r",? (?:who|whose)\b")
_ELSEWHERE = re.compile(
    r" d'(?:en face|\u00e0 c\u00f4t\u00e9|au-dessus|en bas)| du (?:coin|quartier|bourg)| voisine?$|"
    r" de (?:al lado|enfrente|la esquina|abajo|arriba)| vecin[oa]$| d'\u00e0\b"
)
"""How a noun says that somebody else is meant, who lives or works near."""
_THIS = frozenset("ce cet cette este esta diese dieser".split())
_GENITIVE = re.compile(r"[A-Z\u00c4\u00d6\u00dc]\w{2,}[^s\W]s")
_OWNED = "son|sa|su|sein|seine|seinen|ihr|ihre|ihren"
_INDEFINITE = "a|an|one|another|ein|eine|einem|einer|einen|un|une|una"


def stands_for_a_person(
    text: str, subject: Subject, words: DraftWords, *, loose: bool = False
) -> bool:
    """Whether a definite noun points back at a person who is named before.

    Args:
        text: the draft.
        subject: a role that no name in the draft bears.
        words: the lists of the language.
        loose: whether a French or Spanish attribute does not tell the noun apart.
    """
    if words.language == "zh":
        return words.has("generic_roles", subject.text)
    label = subject.text.replace("\u2019", "'")
    parts = [part.casefold() for part in re.split(r"[\s']+", label)]
    if parts[0] in _THIS and words.is_role(subject.role):
        return True
    if re.search(r"['\u2019]s? ", subject.text):
        return False  # "the board's own engineer"
    if words.language == "en" and _PARENT_OF.match(text, subject.start):
        return True
    fixed = words.phrases.get("compound_roles")
    bare = label.partition("'" if label[1:2] == "'" else " ")[2]
    whole = fixed is not None and fixed.fullmatch(bare) is not None  # "le milieu de terrain"
    attribute = not whole and any(part in (*ATTRIBUTIVE, "d") for part in parts[1:])
    loose = loose and words.language in ("fr", "es") and words.is_role(subject.role)
    if parts[0] not in _DEFINITE or (attribute and not loose):
        return False
    if _ELSEWHERE.search(label):
        return False  # "la boulang\u00e8re d'en face"
    if _AGE.search(label) or _AGED.match(text, subject.end):
        return True
    if _is_told_apart(text, subject, words):
        return False
    described = any(words.has("descriptive", part) for part in parts[1:])
    described = described or whole or words.has("demonyms", subject.role)
    generic = words.has("generic_roles", subject.role.rpartition(" ")[2])
    generic = generic or _is_no_single_office(subject.role, words)
    if not (described or generic):
        return False
    return not _is_brought_in(text, subject, words)


def is_inferred(subject: Subject, words: DraftWords) -> bool:
    """Whether a noun points back only for want of an office ("le portier")."""
    return not words.has("generic_roles", subject.role.rpartition(" ")[2])


def _is_no_single_office(role: str, words: DraftWords) -> bool:
    """Whether a noun is none for an office that one person holds, and none for a thing.

    A noun on no list counts in French and Spanish: whoever speaks is a person, and a body or a
    paper is on a list.
    """
    former = role.partition(" ")[0] in ("ancien", "ancienne", "ex", "antiguo", "antigua")
    role = role.rpartition(" ")[2]
    if words.language in ("fr", "es") and former:
        return True
    single = words.groups_of_words.get("single_offices")
    if single is None or is_body(role, words) or role.endswith(("s", "x")):
        return False
    things = ("impersonal", "works", "saying_nouns", "inscriptions", "papers", "not_names")
    if any(words.has(name, role) for name in things):
        return False
    if words.language == "en" and not words.is_role(role):
        return False  # see `may_be_another_noun`
    if words.language == "de":
        known = words.is_role(role) or _PERSON_DE.search(role) is not None
        return known and not any(role[-n:] in single for n in range(4, len(role) + 1))
    return role not in single and (words.is_role(role) or not _ABSTRACT.search(role))


def may_be_another_noun(text: str, subject: Subject, words: DraftWords, *, own: bool) -> bool:
    """Whether an English noun on no list is another one for a person ("the fly-half, who").

    Args:
        text: the draft.
        subject: a definite noun that no name in the draft bears.
        words: the lists of the language.
        own: whether its words are in the first person singular, which no body or paper uses.
    """
    parts = subject.text.casefold().split()
    if words.language != "en" or parts[0] != "the" or not 1 < len(parts) < 4:
        return False
    listed = ("roles", "titles", "bodies", "groups", "impersonal", "works", "saying_nouns", "ages")
    known = words.is_role(subject.role) or any(words.has(n, subject.role) for n in listed)
    if known or subject.role.endswith("s") or any(part in ATTRIBUTIVE for part in parts):
        return False
    who = _WHO.match(text, subject.end) is not None
    return (own or who) and not _is_brought_in(text, subject, words)


def _is_brought_in(text: str, subject: Subject, words: DraftWords) -> bool:
    """Whether somebody was brought in by the same noun before ("a witness")."""
    before = _INDEFINITE if words.language == "en" else f"{_INDEFINITE}|{_OWNED}"
    brought_in = rf"\b(?:{before})\b(?:\W+\w+){{0,2}}\W+{re.escape(subject.role)}\b"
    return re.search(brought_in, text[: subject.start], re.IGNORECASE) is not None


def _is_told_apart(text: str, subject: Subject, words: DraftWords) -> bool:
    """Whether a noun before its verb has an attribute that no name has ("the man at the back")."""
    inside = words_of(text, subject.start, subject.end)[1:]
    if words.language == "en" and any(words.has("placing", word.text) for word in inside):
        return True
    behind = words_of(text, subject.end, subject.end + 24)[:1]
    if words.language != "en" or not behind or text[subject.end : behind[0].start].strip():
        return False
    before = words_of(text, max(0, subject.start - 24), subject.start)[-1:]
    close = before and not text[before[0].end : subject.start].strip()
    if close and (words.has("verbs", before[0].text) or words.has("calling", before[0].text)):
        return words.has("beside", behind[0].text)
    return any(words.has(n, behind[0].text) for n in ("prepositions", "relatives"))


def is_followed_as_person(text: str, at: int, *, free: bool) -> bool:
    """Whether what stands behind a name only stands behind a person's.

    Args:
        text: the draft.
        at: end offset of the name.
        free: whether no preposition governs it; else only an age tells.
    """
    if _AGE_BEHIND.match(text, at):
        return True
    return free and _OF_A_PERSON.match(text, at) is not None


def gender_of(role: str, words: DraftWords) -> str:
    """The gender that a word for a person tells: ``m``, ``f`` or empty."""
    role = role.rpartition(" ")[2]
    if words.has("neither", role):
        return ""
    if words.has("feminine", role):
        return "f"
    if words.has("masculine", role):
        return "m"
    if words.language == "en" and role.endswith(("woman", "man")) and words.is_role(role):
        return "f" if role.endswith("woman") else "m"
    if words.language in _PAIRS:
        return _of_pair(role, words)
    if words.language != "de":
        return ""
    if role.endswith("in") and words.is_role(role):
        return "f"
    return "m" if words.is_role(role + "in") else ""


def title_gender(text: str, at: int, words: DraftWords) -> str:
    """The gender that a title tells before another one ("Mrs Justice Hale")."""
    before = words_of(text, max(0, at - 24), at)[-2:]
    titles = (word.text for word in before if words.has("titles", word.text))
    return next((gender_of(title, words) for title in titles if gender_of(title, words)), "")


def _of_pair(role: str, words: DraftWords) -> str:
    """The gender of a French or Spanish word of which both forms are on the list."""
    known = words.groups_of_words["roles"]
    for masculine, feminine in _PAIRS[words.language]:
        if role.endswith(feminine) and role.removesuffix(feminine) + masculine in known - {role}:
            return "f"
    for masculine, feminine in _PAIRS[words.language]:
        if role.endswith(masculine) and role.removesuffix(masculine) + feminine in known - {role}:
            return "m"
    return ""


def gender_of_words(label: str, role: str, words: DraftWords) -> str:
    """The gender that a noun for a person tells by itself or by its article ("une voisine")."""
    article = re.split("[ '\u2019]", label.casefold())[0]
    return gender_of(role, words) or words.articles.get(article, "")


def owner_of_words(
    text: str, start: int, end: int, words: DraftWords
) -> tuple[int, int, bool] | None:
    """Whose answer or statement a sentence that ends in a colon announces.

    Args:
        text: the draft.
        start: offset of the sentence.
        end: its end offset, behind the colon.
        words: the lists of the language.

    Returns:
        Where the words for the owner stand, and whether they are a possessive pronoun; None when
        the sentence has no noun for words, or nobody owns it ("Brandt's reply, posted later:",
        "The answer of the mayor:", "Her verdict:").
    """
    run = words_of(text, start, end)
    for index, word in enumerate(run[:8]):
        if not words.has("saying_nouns", word.text):
            continue
        before = run[index - 1] if index else None
        if before is not None and re.search(r"['\u2019]s?$", before.text):
            return run[0].start, before.end, False
        if index and run[0].text.casefold() in words.possessives and index < 3:
            return run[0].start, run[0].end, True
        following = run[index + 1 : index + 2]
        if following and words.language == "de" and re.match("[A-Z].*[^s]s$", following[0].text):
            return following[0].start, following[0].end - 1, False
        near = before is not None and text[before.end : word.start].isspace() and index < 3
        if near and before and words.language == "de" and _GENITIVE.fullmatch(before.text):
            return before.start, before.end - 1, False  # "Brandts Fazit:"
        if following and words.language == "de" and following[0].text in ("der", "des"):
            return _owner_behind(text, run[index + 1 :], end)
        if words.language == "de":
            own = before is not None and before.text.casefold() in words.possessives
            if own and before is not None:
                return before.start, before.end, True
            if following and "," in text[word.end : following[0].start]:
                return None
        if following and following[0].text.casefold() in (*ATTRIBUTIVE, "by", "d", "par", "por"):
            return _owner_behind(text, run[index + 2 :], end)
        return None
    return None


def _owner_behind(text: str, run: list[Word], end: int) -> tuple[int, int, bool] | None:
    if not run:
        return None
    comma = re.search("[,:\n]", text[run[0].start : end])
    return run[0].start, run[0].start + comma.start() if comma else end, False


def pronoun(word: Word | Subject, stands_for: str) -> Subject:
    """A possessive read as the pronoun of its owner."""
    return Subject(word.start, word.end, stands_for, SubjectKind.PRONOUN)
