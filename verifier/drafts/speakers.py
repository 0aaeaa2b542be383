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
quoted last. Before all these go whoever is called by name and answers, and whose name heads or
signs the words. A question of the author goes to whom it is about, or to whoever answered his last
one; whoever the words themselves speak of is passed over. Names are then brought to their fullest
form.

Rejected: resolving every quotation on its own (the chain "he said ... he added" breaks); one rank
over all candidates with weights (nobody can tell why a name was given, and a hundred articles do
not settle ten weights).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from verifier.drafts.clauses.papers_de import sign_beside
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.meant import SILENT, Meant
from verifier.drafts.models import Span
from verifier.drafts.names.definite import gender_of
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.people.around import is_answer, is_only_told, leads_unnamed, opens_behind
from verifier.drafts.people.exchanges import addressed, is_asked, meant_by, next_of_two, speaks_up
from verifier.drafts.people.focus import person_before
from verifier.drafts.people.focus_de import in_focus_de
from verifier.drafts.people.openings_zh import asker_zh, goes_on_zh
from verifier.drafts.people.passing import meant_here
from verifier.drafts.people.turns import (
    TURN,
    Turn,
    headed_by,
    is_cried,
    signed_by,
)
from verifier.drafts.people.vague import is_hers
from verifier.drafts.quotations.voice import Voice

_ENDS = ".!?\u2026:;,\u3002\uff01\uff1f\uff1a\uff0c\u201d\u201c\u00bb\u300d\"')\uff09"
"""How a paragraph ends that is no headline."""
_AHEAD = ("zh", "fr", "es")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said something, and where that stands."""

    speaker: str | None
    name: Span = (-1, -1)
    clause: Span = (-1, -1)


@dataclass(slots=True)
class Speakers(Meant):
    """Names the speakers of a draft in reading order.

    Attributes:
        person: the one quoted last who is no body and no paper.
        turns: the paragraphs with quotations so far, from the first mark to the last, and who
            speaks last there.
    """

    person: str | None = None
    turns: list[Turn] = field(default_factory=list)

    def attribute(
        self,
        clause: Clause | None,
        outer: Span,
        paragraph: Span,
        before: Span | None,
        voice: Voice = SILENT,
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
        for name, at in self.before(floor, outer[0], persons=elided):
            told = self.people.text[slice(*at)].casefold()
            hers = is_hers(told, self.voice.about, self.people.words)
            # "Me dijo": whoever is told did not say it
            done = self.voice.done and not self.people.is_named(name)
            about = hers or told == (self.voice.about or None)
            if not (self.voice.names(name) or about or done):
                return Attribution(name, at, where)
        loose = clause is None and self.people.words.language in ("fr", "es")
        if same and not (loose and self.voice.names(self.last)):  # his name stands in the words
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
            for name, at in self.before(max(before[0], self.last_end), before[1]):
                if not self.voice.names(name):
                    return Attribution(name, at, where)
        behind = opens_behind(self.people, outer[1], paragraph[1])
        if behind is not None:
            return Attribution(self.name(behind), (behind.start, behind.end), where)
        if self.last is None and outer == paragraph and self.people.words.language in _AHEAD:
            return Attribution(self._ahead(paragraph[1]), (-1, -1), where)
        last = self.person if elided and self.last in self.people.things else self.last
        return Attribution(None if self.voice.names(last) else last, (-1, -1), where)

    def _main(self, clause: Clause | None, outer: Span, paragraph: Span) -> str | None:
        """Who tells a Chinese paragraph in which a few words of another were quoted last."""
        if clause is not None or not goes_on_zh(self.people, self.last_end, outer[1]):
            return None
        told = (name for name, _ in self.before(paragraph[0], outer[0]))
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
        elif name is not None and subject.kind is not SubjectKind.NAME:
            meant_here(self.people, subject, name)
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
