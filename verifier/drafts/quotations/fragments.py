"""What a few words in marks show by themselves and by the noun phrases around them.

Shared by what tells the kinds of fragments apart and by the frames that give them to somebody:
whether a noun follows that they belong to, whether a noun phrase can speak, and whether the words
are put so by somebody, because they begin inside a phrase ("a phantom offer", "not for sale").
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.text.tokens import is_unspaced
from verifier.drafts.clauses.subjects import first_named
from verifier.drafts.names.parts import Subject, SubjectKind, Word
from verifier.drafts.words import DraftWords, is_body

LONG = 8
"""Words from which a stretch is somebody's even when nobody is named: slogans are shorter."""
_ATTRIBUTE = re.compile(r"[ \u00a0]([^\W\d_]+)")
_FINAL = re.compile("[.!?\u2026\u3002\uff01\uff1f]$")
_JOINS_ZH = "是与與和跟及并並而也了但"
_FIRST = re.compile(r"[^\W\d_]+")
_TRADE = {
    "de": re.compile(r"\w{3}(?:[eo]rin|istin|[kt]tin|ler|ner)$"),
    "fr": re.compile(r"\w{3}(?:teurs?|trices?|istes?|logues?|iens?|iennes?)$"),
    "es": re.compile(r"\w{3}(?:dor|dora|dores|doras|istas?|\u00f3log[oa]s?)$"),
}
"""How words for people by office or trade end."""
_NO_NOUN = (
    *("prepositions", "auxiliaries", "leads", "clause_openers", "conjunctions", "relatives"),
    *("going_on", "passive", "verbs", "determiners"),
)
"""Lists of words that are no noun to which words in marks belong."""
_SPEAKING = ("impersonal", "papers", "callers", "crowds", "speaking")


def is_attribute(text: str, end: int, words: DraftWords) -> bool:
    """Whether a noun follows that the stretch belongs to (the "smart city" plan).

    Args:
        text: the draft, or what stands behind the marks.
        end: offset behind the closing mark.
        words: the lists of the language.
    """
    if words.language == "zh":
        more = text[end : end + 1] in ("\u201c", "\u300c")
        return more or (end < len(text) and is_unspaced(text[end]) and text[end] not in _JOINS_ZH)
    found = _ATTRIBUTE.match(text, end)
    if not found or _FINAL.search(text[max(0, end - 2) : max(0, end - 1)]):
        return False  # the words end their sentence
    word = found.group(1)
    if word in ("how", "why"):
        return False
    if words.language == "de" and not _before_noun(text, found):
        return False
    small = any(words.has(name, word) for name in _NO_NOUN)
    return not small and not words.has("pronouns", word)


def _before_noun(text: str, found: re.Match[str]) -> bool:
    """Whether a German word is a noun or an adjective before one (a verb ends the sentence)."""
    if found.group(1)[0].isupper():
        return True
    following = _ATTRIBUTE.match(text, found.end())
    return found.group(1)[-2:] in ("en", "er", "es", "em") and bool(
        following and following.group(1)[0].isupper()
    )


def moved(subject: Subject, by: int) -> Subject:
    """The subject of a sentence in the offsets of its draft."""
    return replace(subject, start=subject.start + by, end=subject.end + by)


def speaks(subject: Subject, words: DraftWords) -> bool:
    """Whether a noun phrase is a person, a body, a document or several people."""
    if subject.kind is not SubjectKind.ROLE:
        return True
    role = subject.role.rpartition(" ")[2]
    several = role[:-1] if role.endswith(("s", "x")) else role
    if words.is_role(role) or words.is_role(several) or is_body(role, words):
        return True
    trade = _TRADE.get(words.language)
    if is_body(several, words) or (trade is not None and trade.search(role)):
        return True
    return any(words.has(name, role) for name in _SPEAKING)


def opening(part: str, run: list[Word], words: DraftWords) -> Subject | None:
    """The noun phrase that opens a sentence and is the subject of all its verbs.

    Args:
        part: the sentence.
        run: its words before the verb.
        words: the lists of the language.

    Returns:
        The phrase; people without an article too ("Campaigners"); None when an adverbial opens.
    """
    while run and words.has("leads", run[0].text):
        run = run[1:]
    if not run or words.has("prepositions", run[0].text):
        return None
    many = run[0].text.casefold()
    if any(words.has(name, many) for name in ("verbs", "calling", "framing", "evaluating")):
        return None  # a headline begins with its verb ("Piden retirar ...")
    if words.has("speaking", many) and run[0].text[0].isupper():
        return Subject(run[0].start, run[0].end, run[0].text, SubjectKind.ROLE, many)
    subject = first_named(part, run, words)
    if subject is None and len(run) < 3 and run[0].text[0].isupper():
        label, many = part[run[0].start : run[-1].end], run[-1].text.casefold()
        if words.has("callers", many) or words.is_role(many) or words.has("speaking", many):
            return Subject(run[0].start, run[-1].end, label, SubjectKind.ROLE, many)
    return subject


def begins_inside(quoted: str, words: DraftWords) -> bool:
    """Whether a fragment begins inside a phrase, as names and terms do not ("not for sale").

    Args:
        quoted: the words in marks.
        words: the lists of a language with spaces between words.
    """
    own = _FIRST.findall(quoted)
    if len(own) < 2 or not quoted[0].islower():
        return False
    small = ("determiners", "prepositions", "negations", "own", "degrees", "auxiliaries", "inner")
    return any(words.has(name, own[0]) for name in small)
