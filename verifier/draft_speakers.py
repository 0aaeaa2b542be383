"""Who is said to have said the quotations of a draft, one after the other.

Problem: most quotations of an article name nobody themselves: the clause stands with the one
before, says "she", or the sentence before only tells who comes next.

Method: the clause that leads to a quotation with a colon, else the one behind it, else the one that
reports it. Without one: the quotation before it in the same paragraph, unless a sentence between
them begins with somebody else; at the start of a paragraph whoever the paragraph before begins its
last sentence with, else the last one quoted. Names are then brought to their fullest form.

Rejected: resolving every quotation on its own (the chain "he said ... he added" breaks).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from corpus.sentences import sentence_spans
from verifier.draft_focus import behind_pronoun, person_before
from verifier.draft_models import Span
from verifier.draft_names import Subject, SubjectKind, words_of
from verifier.draft_people import People
from verifier.draft_persons import gender_of, stands_for_a_person
from verifier.draft_subjects import first_named
from verifier.draft_subjects_zh import read_subject
from verifier.draft_verbless import Clause


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said something, and where that stands."""

    speaker: str | None
    name: Span = (-1, -1)
    clause: Span = (-1, -1)


@dataclass(slots=True)
class Speakers:
    """Names the speakers of a draft in reading order.

    Attributes:
        people: who is named in the draft.
        last: the one quoted last, and where that quotation ends.
    """

    people: People
    last: str | None = None
    last_end: int = -1

    def attribute(
        self, clause: Clause | None, outer: Span, paragraph: Span, before: Span | None
    ) -> Attribution:
        """Name the speaker of the next quotation.

        Args:
            clause: the clause beside it, if any.
            outer: the quotation with its marks.
            paragraph: its paragraph.
            before: the paragraph before, if it is narration.

        Returns:
            The speaker; None when nothing says who it is.
        """
        found = self._found(clause, outer, paragraph, before)
        if found.speaker is not None:
            self.last = found.speaker
        self.last_end = outer[1]
        return found

    def _found(
        self, clause: Clause | None, outer: Span, paragraph: Span, before: Span | None
    ) -> Attribution:
        if clause is not None and clause.subject is not None:
            subject = clause.subject
            name = self._nameless(subject, paragraph) or self.name(subject)
            if name == self.last and self._is_answer(clause):
                gender = self.people.words.pronouns.get(subject.text.casefold(), "")
                gender = gender or gender_of(subject.role, self.people.words)
                name = person_before(self.people, subject.start, gender, None, self.last)
            return Attribution(name, (subject.start, subject.end), (clause.start, clause.end))
        where = (clause.start, clause.end) if clause is not None else (-1, -1)
        same = self.last is not None and self.last_end >= paragraph[0]
        floor = max(paragraph[0], self.last_end) if same else paragraph[0]
        introduced = self._introduced(floor, outer[0])
        if introduced is None and not same and before is not None:
            introduced = self._introduced(max(before[0], self.last_end), before[1])
        if introduced is not None:
            name = self.name(introduced)
            if name is not None:
                return Attribution(name, (introduced.start, introduced.end), where)
        return Attribution(self.last, (-1, -1), where)

    def _nameless(self, subject: Subject, paragraph: Span) -> str | None:
        """The office that opens the sentence before, when a pronoun stands for its holder."""
        people = self.people
        text, words = people.text, people.words
        gender = words.pronouns.get(subject.text.casefold(), "")
        thing = subject.text.casefold() == "it"
        if subject.kind is not SubjectKind.PRONOUN or words.language == "zh":
            return None
        if not gender and not thing:
            return None
        floor = max(paragraph[0], self.last_end)
        if thing:
            return self._thing(floor, subject.start)
        marks = re.search('["\u201c\u201e\u00ab\u2018]', text[floor : subject.start])
        spans = sentence_spans(text[floor : floor + marks.start()]) if marks else []
        if not spans or not text[floor + spans[-1][0]].isupper():
            return None
        run = words_of(text, floor + spans[-1][0], floor + spans[-1][1])
        if run and words.has("prepositions", run[0].text):
            comma = text.find(",", run[0].end, run[-1].start)
            run = [word for word in run if 0 <= comma < word.start]
        if not run or words.has("leads", run[0].text):
            return None
        opening = first_named(text, run, words)
        if (
            opening is None
            or opening.kind is not SubjectKind.ROLE
            or not words.is_role(opening.role)
        ):
            return None
        at = bisect_right(people.starts, opening.start)
        if at < len(people.starts) and people.starts[at] < run[-1].end:
            return None  # somebody is named in it
        of_kind = gender_of(opening.role, words) in ("", gender)
        if not of_kind or people.in_office(opening) != opening.text:
            return None
        return None if stands_for_a_person(text, opening, words) else opening.text

    def _thing(self, start: int, end: int) -> str | None:
        """The body that opens the sentence before "it", in the same paragraph."""
        people = self.people
        spans = sentence_spans(people.text[start:end])
        if len(spans) < 2 or not people.text[start + spans[-2][0]].isupper():
            return None
        run = words_of(people.text, start + spans[-2][0], start + spans[-2][1])
        opening = first_named(people.text, run, people.words) if run else None
        if opening is None or opening.kind in (SubjectKind.PRONOUN, SubjectKind.OWN):
            return None
        rest = [word.text.casefold() for word in run if word.start >= opening.end]
        is_body = "it" in rest or "its" in rest  # "Brandt Mills said it would appeal"
        is_person = opening.kind is SubjectKind.NAME and self._is_person(opening) and not is_body
        return None if is_person else opening.text

    def _is_answer(self, clause: Clause) -> bool:
        """Whether "he replied" follows the question that another put in quotation marks."""
        text, words = self.people.text, self.people.words
        subject = clause.subject
        if subject is None or subject.kind is SubjectKind.NAME:
            return False
        asked = "?" in text[max(0, self.last_end - 2) : self.last_end]
        said = re.findall(r"[^\W\d_]+", text[clause.start : clause.end])
        return asked and any(words.has("replying", word) for word in said)

    def _introduced(self, start: int, end: int) -> Subject | None:
        """The person with whom the last sentence of a stretch of narration begins."""
        text, words = self.people.text, self.people.words
        start = max(start, end - 1000)
        spans = sentence_spans(text[start:end])
        if not spans:
            return None
        first, last = start + spans[-1][0], start + spans[-1][1]
        rest = len(spans) == 1 and self.last_end >= start and words.language != "zh"
        if rest and not text[first].isupper():
            return None  # the rest of the sentence that the quotation before stands in
        if words.language == "zh":
            return self._introduced_zh(first, last)
        run = words_of(text, first, min(last, first + 200))
        while run and (words.has("leads", run[0].text)):
            run = run[1:]
        if not run or words.has("prepositions", run[0].text):
            return None
        subject = first_named(text, run, words)
        if subject is None or subject.kind is SubjectKind.OWN:
            return None
        colon = text[start:end].rstrip()[-1:] == ":"
        announced = colon and words.is_role(subject.role)
        named = self._named_in(subject, last) if subject.kind is SubjectKind.ROLE else None
        if named is not None:
            return named
        role = subject.kind is SubjectKind.ROLE and not announced
        if role and self.people.in_office(subject) == subject.text:
            return None
        acts = [w.text for w in run if w.start >= subject.end][:1]
        acting = bool(acts) and words.has("verbs", acts[0])  # "Cole shrugs."
        if subject.kind is SubjectKind.NAME and not (acting or self._is_person(subject)):
            return None
        return subject

    def _named_in(self, subject: Subject, end: int) -> Subject | None:
        """The name that a sentence gives to the one it begins with ("The new baker is called")."""
        people = self.people
        at = bisect_right(people.starts, subject.end)
        if at >= len(people.mentions) or people.mentions[at].start >= end:
            return None
        mention = people.mentions[at]
        between = words_of(people.text, subject.end, mention.start)
        if not between or not people.words.has("naming", between[-1].text):
            return None
        return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME, subject.role)

    def _introduced_zh(self, first: int, last: int) -> Subject | None:
        """A name known from elsewhere in the draft, or a pronoun, that opens the sentence."""
        text, people = self.people.text, self.people
        at = bisect_right(people.starts, first - 1)
        if at < len(people.starts) and people.starts[at] <= min(last, first + 12):
            mention = people.mentions[at]
            kin = people.words.phrases["roles"].match(text, mention.end + 1)
            if kin and text[mention.end] == "\u7684":
                whole = text[mention.start : kin.end()]
                return Subject(mention.start, kin.end(), whole, SubjectKind.ROLE, kin.group())
            return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME)
        part = max(text.rfind("\uff0c", first, last), text.rfind(",", first, last)) + 1
        if part > first and text[first:last].rstrip()[-1:] == "\uff1a":
            at = bisect_right(people.starts, part - 1)
            if at < len(people.starts) and people.starts[at] <= min(last, part + 1):
                mention = people.mentions[at]
                return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME)
        for length in (2, 1):
            if text[first : first + length] in people.words.pronouns:
                return read_subject(text, first, first + length, people.words)
        return None

    def _is_person(self, subject: Subject) -> bool:
        full = self.people.fullest(subject.text, subject.start)
        known = full in self.people.spoken or full in self.people.gender
        return known or len(full.split()) > 1 or bool(subject.role)

    def name(self, subject: Subject) -> str | None:
        """The fullest name for the words of a subject."""
        people = self.people
        if subject.kind is SubjectKind.OWN:
            return None
        if subject.kind is SubjectKind.PRONOUN:
            return behind_pronoun(people, subject, self.last)
        if subject.kind is SubjectKind.ROLE and people.words.has("bodies", subject.role):
            first = people.text.rfind("\n", 0, subject.start) + 1
            return self._thing(first, subject.start) or people.in_office(subject)
        if subject.kind is SubjectKind.ROLE:
            name = people.in_office(subject)
            if name == subject.text and stands_for_a_person(people.text, subject, people.words):
                gender = gender_of(subject.role, people.words)
                name = person_before(people, subject.start, gender, self.last) or name
        else:
            name = people.fullest(subject.text, subject.start)
        people.note(subject, name)
        return name
