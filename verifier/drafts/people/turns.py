"""Who speaks next where people, or the author and somebody, take turns.

Problem: in a quick exchange most words have no clause, and shouts of a crowd have nobody's.

Method: in short paragraphs of two the one before last speaks again; so does, at any length, whoever
spoke before a quoted question that is answered by words alone. A short paragraph of narration that
ends in a question mark is the author's question.

Rejected: turns of three (who is addressed decides, and nothing tells).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from corpus.text.sentences import sentence_spans
from corpus.text.tokens import is_unspaced
from verifier.drafts.models import Span
from verifier.drafts.names.parts import ATTRIBUTIVE, Subject, SubjectKind, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import DraftWords

Turn: TypeAlias = tuple[Span, Span, str | None]
"""A paragraph, its quotations from the first mark to the last, and who speaks last in it."""

_REACH = 600
"""Characters of narration in which the author's question is looked for."""
_HEADING = 80
"""Characters of a line that only names somebody."""
_OF = (*ATTRIBUTIVE, "como", "comme", "wie")
_SIGNED = re.compile(
    r"[ \u00a0]*\n+[ \u00a0]*(?:[-\u2013\u2014\u2015~][ \u00a0]?)?([^\W\d_][^\n.!?:;,(|]{4,60}?)"
    r"(?:(?:, | \(| [|\u2013\u2014-] )[^\n.!?:;]{2,120})?[ \u00a0]*(?:\n|$)"
)
"""A line of a name and an office behind words that stand alone."""
_MARK = re.compile('["\u201c\u201d\u2018]')
_I_SAID = re.compile(r"(?:(?:So|And|But|Then|Well),? )?I (?:said|told|asked|replied|answered)\b")
_HIM = re.compile(r"[a-z]\w* (him|her)\b(?! [a-z]+s?\b(?= (?:was|were|is|had)))")
_TO_YOU = re.compile(r"\b[Yy]ou(?:r|rs|rself)?\b")
_QUIP = 60
"""Characters of a paragraph so short that another's answer follows at once."""
TURN = 160
"""Characters of a paragraph in a quick exchange."""


def other_of_two(
    text: str,
    turns: Sequence[Turn],
    outer: Span,
    paragraph: Span,
    *,
    quips: bool = False,
    led: bool = False,
) -> str | None:
    """Who speaks next in an exchange of two ("A? said X. / B, said Y. / C").

    Args:
        text: the draft.
        turns: the paragraphs with quotations so far.
        outer: the words in question with their marks.
        paragraph: their paragraph.
        quips: whether a very short paragraph is answered, whatever stands before the first one.
        led: whether narration may lead to the words of the two before.

    Returns:
        The one who spoke before the last; None unless the words are a paragraph of their own right
        behind two others, which are short or of which the second asks.
    """
    if outer != paragraph or len(turns) < 2:
        return None
    (first, put, one), (second, said, two) = turns[-2:]
    if (text[first[1] : second[0]] + text[second[1] : paragraph[0]]).strip() or one == two:
        return None
    short = all(span[1] - span[0] <= TURN for span in (first, second, paragraph))
    begins = all(words[0] == span[0] for span, words, _ in turns[-2:])
    if led or any(is_unspaced(sign) for sign in text[paragraph[0] : paragraph[0] + 2]):
        # "他半天才开口：“……”"
        begins = all(
            span[0] == words[0] or not text[words[1] : span[1]].strip("\u3002\uff01\uff1f ")
            for span, words, _ in turns[-2:]
        )
    asked = "?" in text[max(said[0], said[1] - 3) : said[1]]
    put_first = "?" in text[max(put[0], put[1] - 3) : put[1]] and second == said
    quip = quips and second[1] - second[0] <= _QUIP and second[0] == said[0]
    put_first = put_first or quip
    return one if (short and (begins or put_first)) or asked else None


def headed_by(text: str, before: Span | None, words: DraftWords) -> Subject | None:
    """Whoever a line of its own names, which the words follow ("Ada Vane (Hull)").

    Args:
        text: the draft.
        before: the paragraph before, if it is narration.
        words: the lists of a language with spaces between words.

    Returns:
        A full name, or one with its office; None when the line says anything else.
    """
    if before is None or before[1] - before[0] > _HEADING or words.language == "zh":
        return None
    line = text[slice(*before)].rstrip(" :")
    bare = re.sub(r"(?:,| \(| [\u2013\u2014|-]) .*$|\(.*\)?$", "", line).rstrip()
    run = words_of(text, before[0], before[0] + len(bare))
    subject = noun_phrase(text, run, words) if run else None
    if subject is None or subject.kind is not SubjectKind.NAME or subject.end < run[-1].end:
        return None
    whole = subject.start == run[0].start or bool(subject.role)
    return subject if whole and (" " in subject.text or subject.role) else None


def signed_by(text: str, outer: Span, paragraph: Span, words: DraftWords) -> Subject | None:
    """Whoever the line behind words that stand alone is signed by ("Ada Vane, Director").

    Args:
        text: the draft.
        outer: the words with their marks.
        paragraph: the paragraph in which they begin.
        words: the lists of a language with spaces between words.

    Returns:
        A full name at the start of a line that is no sentence; None without.
    """
    if outer[0] != paragraph[0] or words.language == "zh":
        return None
    found = _SIGNED.match(text, outer[1])
    if found is None:
        return None
    run = words_of(text, *found.span(1))
    subject = noun_phrase(text, run, words) if run else None
    if subject is None or subject.kind is not SubjectKind.NAME or " " not in subject.text:
        return None
    whole = subject.end == run[-1].end and (subject.start == run[0].start or bool(subject.role))
    return subject if whole else None


def is_question(text: str, paragraph: Span | None) -> bool:
    """Whether a paragraph of narration is a question of the author, as in an interview."""
    if paragraph is None or paragraph[1] - paragraph[0] > TURN:
        return False
    if _TO_YOU.search(text, *paragraph) and not _MARK.search(text, *paragraph):
        return True  # "You took a piano to Antarctica."
    return text[slice(*paragraph)].rstrip()[-1:] in ("?", "\uff1f")


def asked_about(text: str, lead: Span, words: DraftWords) -> Subject | None:
    """Whom the author's question right before the words is about ("Had she seen Cole?").

    Args:
        text: the draft.
        lead: the narration before the words, back to the paragraph or the quotation before.
        words: the lists of the language.

    Returns:
        The first pronoun of its last sentence; None without, or when that is no question.
    """
    lead = (max(lead[0], lead[1] - _REACH), lead[1])
    if text[slice(*lead)].rstrip()[-1:] != "?":
        return None
    spans = sentence_spans(text[slice(*lead)])
    for word in words_of(text, lead[0] + spans[-1][0], lead[1]):
        if words.pronouns.get(word.text.casefold()):
            return Subject(word.start, word.end, word.text, SubjectKind.PRONOUN)
    return None


def told_to(text: str, lead: Span, outer: Span, words: DraftWords) -> Subject | None:
    """Who answers with "I said" what another told him ("She told him no. 'I said that was fine.'").

    Args:
        text: the draft.
        lead: the narration before the words.
        outer: the words with their marks.
        words: the lists of the language.

    Returns:
        The object of the sentence before, read as a pronoun; None without, and outside English.
    """
    if words.language != "en" or not _I_SAID.match(text, outer[0] + 1):
        return None
    spans = sentence_spans(text[slice(*lead)])
    if not spans:
        return None
    found = _HIM.search(text, lead[0] + spans[-1][0], lead[1])
    if found is None:
        return None
    he = "he" if found.group(1) == "him" else "she"
    return Subject(*found.span(1), he, SubjectKind.PRONOUN)


_CRIED_BEFORE = re.compile(
    "(['\"\u2018\u201c])[^'\"\u2018\u2019\u201c\u201d]{1,60}['\"\u2019\u201d](?:,? and |, )$"
)
"""Another cry before the one in question, and what joins them."""


def is_cried(text: str, at: int, words: DraftWords) -> bool:
    """Whether the words at an offset are shouts of nobody ("came a cry of", "to chants of")."""
    joined = _CRIED_BEFORE.search(text, max(0, at - 120), at)
    if joined is not None:
        at = joined.start(1)
    run = words_of(text, max(0, at - 32), at)[-2:]
    return len(run) == 2 and words.has("cries", run[0].text) and run[1].text in _OF
