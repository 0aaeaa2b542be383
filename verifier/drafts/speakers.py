"""Who is said to have said the quotations of a draft, one after the other.

Problem: most quotations of an article name nobody themselves: the clause stands with the one
before, says "she", or a sentence before only tells who comes next.

Method: sieves in order of certainty, and the first that names somebody decides. (1) The clause
beside the quotation with a subject. (2) Going back sentence by sentence, no further than the
quotation before or the paragraph: whoever is said to say something there ("There was no yew, Cole
told the court. ..."), else the one with whom the sentence begins. (3) The quotation before it in
the same paragraph. (4) Anybody in focus in the paragraph. Then, unless a sentence that names nobody
leads to the words: (5) the other one of two who exchange short paragraphs, (6) the paragraph before
in the same way, when it is narration, (7) whoever the sentence behind begins with, (8) the one
quoted last. A question of the author goes to whom it is about, or to whoever answered his last one;
whoever the words themselves speak of is passed over. Names are then brought to their fullest form.

Rejected: resolving every quotation on its own (the chain "he said ... he added" breaks); one rank
over all candidates with weights (nobody can tell why a name was given, and a hundred articles do
not settle ten weights).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.text.sentences import sentence_spans
from verifier.drafts.clauses.papers_de import sign_beside
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.models import Span
from verifier.drafts.names.definite import gender_of
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.people.acting import active
from verifier.drafts.people.around import is_answer, is_only_told, leads_unnamed, opens_behind
from verifier.drafts.people.chain import stands_for
from verifier.drafts.people.companies import body_named, company_before, meant_by_it
from verifier.drafts.people.exchanges import addressed, is_asked, meant_by, next_of_two, speaks_up
from verifier.drafts.people.focus import person_before
from verifier.drafts.people.focus_de import in_focus_de
from verifier.drafts.people.leads import named_later
from verifier.drafts.people.neuters import (
    body_before,
    body_in_focus,
    brings_in_words,
    paper_above,
    plural_before,
)
from verifier.drafts.people.offices import in_office
from verifier.drafts.people.openings_zh import asker_zh, goes_on_zh
from verifier.drafts.people.pointing import pointed_at
from verifier.drafts.people.pointing_zh import pointed_at as pointed_at_zh
from verifier.drafts.people.roster import People
from verifier.drafts.people.turns import (
    TURN,
    Turn,
    headed_by,
    is_cried,
    signed_by,
)
from verifier.drafts.people.vague import compared, is_hers, whose_words
from verifier.drafts.quotations.voice import Voice

_SILENT = Voice()
_ENDS = ".!?\u2026:;,\u3002\uff01\uff1f\uff1a\uff0c\u201d\u201c\u00bb\u300d\"')\uff09"
"""How a paragraph ends that is no headline."""
_MOST_SENTENCES = 8
"""Sentences of it: short ones are many."""
_REACH = 1000
"""Characters of narration before a quotation in which whoever says it is looked for."""


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
        person: the one quoted last who is no body and no paper.
        turns: the paragraphs with quotations so far, from the first mark to the last, and who
            speaks last there.
        voice: what the words in question tell.
        answers: who answered the author's last question.
        asked: whether the paragraph before is such a question.
    """

    people: People
    last: str | None = None
    person: str | None = None
    last_end: int = -1
    voice: Voice = _SILENT
    answers: str | None = None
    asked: bool = False
    turns: list[Turn] = field(default_factory=list)

    def attribute(
        self,
        clause: Clause | None,
        outer: Span,
        paragraph: Span,
        before: Span | None,
        voice: Voice = _SILENT,
    ) -> Attribution:
        """Name the speaker of the next quotation.

        Args:
            clause: the clause beside it, if any.
            outer: the quotation with its marks.
            paragraph: its paragraph.
            before: the paragraph before, if it is narration.
            voice: what the words tell about whoever says them.

        Returns:
            The speaker; None when nothing says who it is.
        """
        self.voice = voice
        self.asked = is_asked(self.people, before)
        found = self._found(clause, outer, paragraph, before)
        if found.speaker is not None:
            self.last = found.speaker
            things = self.people.things
            self.person = self.person if found.speaker in things else found.speaker
            first = not self.turns or self.turns[-1][0] != paragraph
            if self.asked and first and not (self.answers and speaks_up(self.people, before)):
                self.answers = found.speaker
        self.last_end = outer[1]
        if self.turns and self.turns[-1][0] == paragraph:
            outer = (self.turns.pop()[1][0], outer[1])
        self.turns.append((paragraph, outer, found.speaker))
        return found

    def _found(
        self, clause: Clause | None, outer: Span, paragraph: Span, before: Span | None
    ) -> Attribution:
        if is_cried(self.people.text, outer[0], self.people.words) and not (
            clause and clause.direct and clause.subject
        ):
            return Attribution(None)
        if (clause is None or not clause.direct) and self.people.words.language == "de":
            sign = sign_beside(self.people.text, outer[0], self.people.words)
            if sign is not None:
                return Attribution(sign.text, (sign.start, sign.end), (-1, -1))
        if clause is not None and clause.subject is not None:
            called = addressed(self.people, self.turns, outer, paragraph, clause.subject)
            by = self._told(clause, clause.subject)
            if called is not None:
                return replace(by, speaker=called)
            if by.speaker is None and clause.subject.kind is SubjectKind.PRONOUN:
                return replace(by, speaker=self._ahead(max(outer[1], clause.end)))
            return by
        where = (clause.start, clause.end) if clause is not None else (-1, -1)
        head = headed_by(self.people.text, before, self.people.words)
        if head is not None and outer[0] == paragraph[0]:
            return Attribution(self.name(head), (head.start, head.end), where)
        signed = signed_by(self.people.text, outer, paragraph, self.people.words)
        if signed is not None and clause is None:
            return Attribution(self.name(signed), (signed.start, signed.end), where)
        same = self.last is not None and self.last_end >= paragraph[0]
        floor = max(paragraph[0], self.last_end) if same else paragraph[0]
        if clause is None and is_only_told(self.people, floor, outer[0]):
            return Attribution(None, (-1, -1), where)
        en = self.people.words.language == "en"
        if not same or en:
            asks = en and before and self.asked and not self.answers and floor == outer[0]
            lead = before if asks and before else (floor, outer[0])
            meant = meant_by(self.people, lead, outer, self.last, self.voice.names)
            if meant is not None:
                return Attribution(meant, (-1, -1), where)
        # a verb of saying without a subject is a person's
        elided = clause is not None and clause.direct
        for name, at in self._before(floor, outer[0], persons=elided):
            told = self.people.text[slice(*at)].casefold()
            hers = is_hers(told, self.voice.about, self.people.words)
            if not (self.voice.names(name) or hers or told == (self.voice.about or None)):
                return Attribution(name, at, where)
        if same:
            return Attribution(self._main(clause, outer, paragraph) or self.last, (-1, -1), where)
        asker = asker_zh(self.people, before)
        if asker is not None and (who := self.name(asker)) is not None:
            replies = person_before(self.people, outer[0], "", None, lambda name: name == who)
            return Attribution(replies, (-1, -1), where)
        if self.people.words.language == "de":
            here = in_focus_de(self.people, outer[0], "", self.voice.names, floor=floor)
        else:
            here = person_before(self.people, outer[0], "", None, self.voice.names, floor)
        if here is not None:
            return Attribution(here, (-1, -1), where)
        if self.asked and before:
            met = person_before(self.people, before[1], "", None, self.voice.names) if en else None
            met = self.answers or met
            if met is not None and not self.voice.names(met):
                return Attribution(met, (-1, -1), where)
        if clause is None and leads_unnamed(self.people, floor, outer[0]):
            return Attribution(None, (-1, -1), where)
        other = next_of_two(self.people, self.turns, outer, paragraph)
        if other is not None:
            return Attribution(other, (-1, -1), where)
        if before is not None and self.people.text[before[1] - 1] in _ENDS:
            for name, at in self._before(max(before[0], self.last_end), before[1]):
                if not self.voice.names(name):
                    return Attribution(name, at, where)
        behind = opens_behind(self.people, outer[1], paragraph[1])
        if behind is not None:
            return Attribution(self.name(behind), (behind.start, behind.end), where)
        if self.last is None and outer == paragraph and self.people.words.language == "zh":
            return Attribution(self._ahead(paragraph[1]), (-1, -1), where)
        last = self.person if elided and self.last in self.people.things else self.last
        return Attribution(None if self.voice.names(last) else last, (-1, -1), where)

    def _main(self, clause: Clause | None, outer: Span, paragraph: Span) -> str | None:
        """Who tells a Chinese paragraph in which a few words of another were quoted last."""
        if clause is not None or not goes_on_zh(self.people, self.last_end, outer[1]):
            return None
        told = (name for name, _ in self._before(paragraph[0], outer[0]))
        return next((name for name in told if not self.voice.names(name)), None)

    def _ahead(self, at: int) -> str | None:
        """Whoever opens the next sentence, for a pronoun before which nobody is named."""
        text = self.people.text
        while at < len(text) and not text[at].isalnum():
            at += 1
        ahead = opens_behind(self.people, at, min(len(text), at + TURN))
        return self.name(ahead) if ahead is not None else None

    def _told(self, clause: Clause, subject: Subject) -> Attribution:
        """The subject of the clause beside a quotation."""
        known = self.people.gender.get(self.last or "")
        name = self.name(subject)
        if name == subject.text and subject.kind is SubjectKind.ROLE:
            self.people.without_name(subject)
        if name == self.last and is_answer(self.people, clause, self.last_end):
            gender = self.people.words.pronouns.get(subject.text.casefold(), "")
            gender = gender or gender_of(subject.role, self.people.words)
            if known is None:
                self.people.gender.pop(self.last or "", None)  # it was not his pronoun
            asker = name
            name = person_before(
                self.people, subject.start, gender, None, lambda other: other == asker
            )
        return Attribution(name, (subject.start, subject.end), (clause.start, clause.end))

    def _before(self, start: int, end: int, *, persons: bool = False) -> Iterator[tuple[str, Span]]:
        """Whoever speaks or acts in the sentences of a stretch of narration, the last first."""
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
        return next((name for name, _ in self._before(max(first, self.last_end), stop)), None)

    def name(self, subject: Subject, *, beside: bool = True) -> str | None:
        """The fullest name for the words of a subject, beside a quotation or of narration."""
        people = self.people
        if subject.kind is SubjectKind.OWN:
            return None
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
