"""Whom the words for somebody mean at one place of a draft: a name, a pronoun, an office, a noun.

Problem: "he", "it", "the mayor" and "the 44-year-old" mean somebody by what was read before, and
beside a quotation somebody else than in narration.

Method: a pronoun goes to a body in focus, to whoever answers, or to the person in focus; a noun to
whoever holds the office, is named later or is pointed at; a name to its fullest form. Whoever the
quoted words speak of is passed over.

Rejected: one rule for all words (a pronoun tells a gender, an office a name, a noun neither).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text.sentences import sentence_spans
from verifier.drafts.models import Span
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.people.acting import active
from verifier.drafts.people.chain import stands_for
from verifier.drafts.people.companies import body_named, company_before, meant_by_it
from verifier.drafts.people.leads import named_later
from verifier.drafts.people.neuters import (
    body_before,
    body_in_focus,
    brings_in_words,
    paper_above,
    plural_before,
)
from verifier.drafts.people.offices import in_office
from verifier.drafts.people.pointing import pointed_at
from verifier.drafts.people.pointing_zh import pointed_at as pointed_at_zh
from verifier.drafts.people.roster import People
from verifier.drafts.people.vague import compared, whose_words
from verifier.drafts.quotations.voice import Voice

SILENT = Voice()
"""The voice of words that tell nothing."""
_MOST_SENTENCES = 8
"""Sentences of a stretch of narration: short ones are many."""
_REACH = 1000
"""Characters of narration before a quotation in which whoever says it is looked for."""


@dataclass(slots=True)
class Meant:
    """Whom words mean, by what was read of a draft so far.

    Attributes:
        people: who is named in the draft.
        last: the one quoted last.
        last_end: where that quotation ends.
        voice: what the words in question tell.
        answers: who answered the author's last question.
        asked: whether the paragraph before is such a question.
    """

    people: People
    last: str | None = None
    last_end: int = -1
    voice: Voice = SILENT
    answers: str | None = None
    asked: bool = False

    def name(self, subject: Subject, *, beside: bool = True) -> str | None:
        """The fullest name for the words of a subject, beside a quotation or of narration."""
        people = self.people
        if subject.kind is SubjectKind.OWN:
            somebody = subject.text.casefold() in ("alguien", "quelqu'un", "quelqu\u2019un")
            return subject.text if somebody and beside else None
        if subject.kind is SubjectKind.PRONOUN:
            if subject.text.casefold() in ("it",):
                body = body_before(people, subject.start) or meant_by_it(people, subject.start)
                if body is not None:
                    people.things.add(body)
                paper = paper_above(people, subject.start, self.last_end)
                wrote = body or self._wrote(subject) or (self.name(paper) if paper else None)
                return wrote or company_before(people, subject.start) or self.last
            body = body_in_focus(people, subject, self.last) or plural_before(people, subject)
            if body is not None:
                return body
            gender = people.words.pronouns.get(subject.text.casefold(), "")
            if self.asked and gender and people.gender.get(self.answers or "") == gender:
                return self.answers
            return stands_for(people, subject, self.last, self.voice.names)
        if subject.kind is SubjectKind.ROLE and people.words.has("bodies", subject.role):
            return body_named(people, subject)
        whose = whose_words(subject, people.words)
        if whose is not None:
            return self.name(whose) or subject.text
        if subject.kind is SubjectKind.ROLE:
            name = self._by_role(subject, beside=beside)
        else:
            name = people.fullest(subject.text, subject.start)
        people.note(subject, name)
        return name

    def _by_role(self, subject: Subject, *, beside: bool = True) -> str:
        """The name of whoever a noun for a person stands for, else its words."""
        people = self.people
        zh = people.words.language == "zh"
        name = pointed_at_zh(people, subject, self.last) if zh else in_office(people, subject)
        if name != subject.text:
            return name
        later = named_later(people, subject) or compared(people, subject)
        if later is not None:
            return later
        voice = self.voice
        who = pointed_at(people, subject, self.last, voice.names, own=voice.own, beside=beside)
        return who or name

    def before(self, start: int, end: int, *, persons: bool = False) -> Iterator[tuple[str, Span]]:
        """Whoever speaks or acts in the sentences of a stretch of narration, the last first.

        Args:
            start: offset of the stretch.
            end: its end offset.
            persons: whether a body or a paper will not do.

        Yields:
            The name and where its words stand.
        """
        text, zh = self.people.text, self.people.words.language == "zh"
        start = max(start, end - _REACH)
        spans = list(enumerate(sentence_spans(text[start:end])))
        for index, (first, last) in reversed(spans[-_MOST_SENTENCES:]):
            first, last = start + first, start + last
            if index == 0 and self.last_end >= start and not zh and not text[first].isupper():
                return  # the rest of the sentence that the quotation before stands in
            colon = text[start:end].rstrip()[-1:] in (":", "\uff1a") and last >= end - 2
            for subject, says in active(self.people, first, last, colon=colon, persons=persons):
                name = self.name(subject, beside=says)
                if name is not None:
                    yield name, (subject.start, subject.end)

    def _wrote(self, subject: Subject) -> str | None:
        """Whoever speaks or acts before "it", when that is what was written ("It read:")."""
        first = self.people.text.rfind("\n", 0, subject.start) + 1
        sentences = self.people.sentences
        stop = sentences[max(0, bisect_right(sentences, subject.start) - 1)]
        if not brings_in_words(self.people, max(first, self.last_end), stop):
            return None
        return next((name for name, _ in self.before(max(first, self.last_end), stop)), None)
