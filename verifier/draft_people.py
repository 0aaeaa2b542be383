"""The people of a draft: their fullest names, their offices, and what tells their gender.

Problem: a draft names a person in full once and then says "Brandt" or "the mayor".

Method: every name outside quotation marks is a mention. A short name is the first full one that
ends (else begins) with it. An office belongs to the name it stands beside. Gender is known from
titles and offices, and from pronouns resolved before.

Rejected: lists of first names (every language and country needs another).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.draft_names import ATTRIBUTIVE, Subject, SubjectKind, Word, name_in, words_of
from verifier.draft_names_zh import names_beside, names_speaking, repeated_names
from verifier.draft_persons import gender_of
from verifier.draft_words import DraftWords

_RUN = re.compile(
    r"(?<![\w'\u2019])[^\W\d_a-z][\w'\u2019]*\.?(?:[ \u00a0-]"
    r"(?:(?:de|del|van|von|der|bin|al|da|di|la|le|du)[ \u00a0-]){0,2}[^\W\d_a-z][\w'\u2019]*\.?)*"
)
_INDEFINITE = frozenset(("a", "an", "one", "another", "ein", "eine", "un", "une", "una"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands."""

    start: int
    end: int
    name: str
    opens: bool
    role: str = ""
    placed: bool = False


@dataclass(slots=True)
class People:
    """Who is named in a draft, and where.

    Attributes:
        text: the draft.
        words: the lists of its language.
        sentences: offsets at which sentences begin, in order.
    """

    text: str
    words: DraftWords
    sentences: list[int]
    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    by_part: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    by_role: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    gender: dict[str, str] = field(default_factory=dict)
    spoken: set[str] = field(default_factory=set)

    def read(self, narration: list[tuple[int, int]]) -> None:
        """Collect the names of the parts outside quotation marks, in order."""
        for start, end in narration:
            if self.words.language == "zh":
                self._read_zh(start, end)
            else:
                self._read_spaced(start, end)
        for name, gender in list(self.gender.items()):
            if len(self.by_part.get(name, ())) < 2:
                self.gender.setdefault(self.fullest(name, 0), gender)
        self.starts = [m.start for m in self.mentions]

    def _add(self, start: int, end: int, name: str, role: str) -> None:
        first = self.sentences[bisect_right(self.sentences, start) - 1] if self.sentences else 0
        before = self.text[max(first, start - 40) : start]
        word = re.search(r"([^\W\d_]+)\s*$", before)
        placed = word is not None and self.words.has("prepositions", word.group(1))
        if self.words.language == "de" and word is not None:
            placed = placed or self.words.has("determiners", word.group(1))
        opens = not placed and (start == first or (start - first <= 40 and (role or "," in before)))
        head = before.rstrip().endswith(",") and not role
        if head and (not self.mentions or self.mentions[-1].start < first):
            opens = True  # "Giving evidence in court, Anna Brandt ..."
        self.mentions.append(Mention(start, end, name, bool(opens), role, placed))
        parts = name.split() if self.words.language != "zh" else re.split("[\u00b7\u2022]", name)
        if len(parts) > 1:
            _put(self.by_part[parts[-1]], start, name)
            _put(self.by_part["^" + parts[0]], start, name)
        if self.words.language == "zh":
            _put(self.by_part["^" + name[0]], start, name)
        if role:
            role = role.rstrip(".")
            _put(self.by_role[self.words.abbreviations.get(role, role)], start, name)
            gender = gender_of(role, self.words)
            if gender:
                self.gender[name] = gender

    def _read_spaced(self, start: int, end: int) -> None:
        for match in _RUN.finditer(self.text, start, end):
            run = words_of(self.text, *match.span())
            for part in self._in_sentences(run):
                self._read_name(part, start, end)

    def _in_sentences(self, run: list[Word]) -> list[list[Word]]:
        """A run of capitalised words, cut where a sentence begins."""
        parts: list[list[Word]] = []
        for word in run:
            at = bisect_left(self.sentences, word.start)
            begins = at < len(self.sentences) and self.sentences[at] == word.start
            if begins or not parts:
                parts.append([])
            parts[-1].append(word)
        return parts

    def _read_name(self, run: list[Word], start: int, end: int) -> None:
        match_start = run[0].start
        head = words_of(self.text, max(start, match_start - 40), match_start)[-3:]
        near = [w for w in head if not re.search(r"[,.;:]", self.text[w.end : match_start])]
        determined = bool(near) and self.words.has("determiners", near[-1].text)
        name, role = name_in(self.text, run, self.words, determined=determined)
        if not name:
            return
        if not role and near and self.words.is_role(near[-1].text):
            role = near[-1].text.casefold()
        begin, stop = name[0].start, name[-1].end
        bare = re.sub(r"['\u2019]s?$", "", self.text[begin:stop])
        role = role or self._apposition(begin, begin + len(bare), end)
        self._add(begin, begin + len(bare), " ".join(bare.split()), role)

    def _apposition(self, begin: int, stop: int, end: int) -> str:
        """The office between commas behind a name, or before it ("The mayor, Anna Brandt,")."""
        if self.text[stop : stop + 1] == ",":
            part = re.split("[,.;:\n]", self.text[stop + 1 : min(end, stop + 90)])[0]
            run = words_of(part, 0, len(part))
            for word in run[:6]:
                if self.words.has("relatives", word.text) or self.words.has("verbs", word.text):
                    break
                if self.words.is_role(word.text):
                    return word.text.casefold()
            if 1 < len(run) < 4 and self.words.has("determiners", run[0].text):
                return run[-1].text.casefold()
        before = self.text[max(0, begin - 60) : begin]
        if before.endswith(", "):
            part = re.split("[,.;:\n]", before[:-2])[-1]
            run = words_of(part, 0, len(part))[-6:]
            owned = any(w.text.endswith(("'s", "\u2019s")) for w in run)
            if owned or any(self.words.has("determiners", w.text) for w in run):
                last = run[-1].text
                short = len(run) < 4 and self.words.has("determiners", run[0].text)
                return last.casefold() if short or self.words.is_role(last) else ""
        return ""

    def _read_zh(self, start: int, end: int) -> None:
        for first, last, role in names_beside(self.text, start, end, self.words):
            self._add(first, last, self.text[first:last], role)
        known = {m.start for m in self.mentions}
        for subject in names_speaking(self.text, start, end, self.words):
            if subject.start not in known:
                known.add(subject.start)
                self._add(subject.start, subject.end, subject.text, subject.role)
        self.mentions.sort(key=lambda mention: mention.start)

    def repeat(self, narration: list[tuple[int, int]]) -> None:
        """Find every further place of the known names (Chinese, where nothing else shows them)."""
        if self.words.language != "zh":
            return
        names = {m.name for m in self.mentions if 1 < len(m.name) < 24}
        names |= repeated_names(self.text, narration, self.words)
        names |= {name.split("\u00b7")[-1] for name in names}
        known = {m.start for m in self.mentions}
        pattern = re.compile("|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n)))))
        for start, end in narration:
            for match in pattern.finditer(self.text, start, end):
                if match.start() not in known and match.group():
                    self._add(*match.span(), match.group(), "")
        self.mentions.sort(key=lambda mention: mention.start)
        self.starts = [m.start for m in self.mentions]

    def note(self, subject: Subject, name: str) -> None:
        """Remember that somebody has spoken, and by which office he was named."""
        self.spoken.add(name)
        if subject.role:
            _put(self.by_role[subject.role], subject.start, name)
        if self.words.language == "zh" and subject.kind is SubjectKind.NAME:
            _put(self.by_part["^" + name[0]], subject.start, name)

    def mention(self, subject: Subject) -> None:
        """A name that only an attributing clause shows to be one."""
        at = bisect_left(self.starts, subject.start)
        if at < len(self.starts) and self.starts[at] == subject.start:
            return
        self.starts.insert(at, subject.start)
        self.mentions.insert(at, Mention(subject.start, subject.end, subject.text, True))
        if self.words.language == "zh":
            _put(self.by_part["^" + subject.text[0]], subject.start, subject.text)
            if subject.role:
                _put(self.by_role[subject.role], subject.start, subject.text)

    def fullest(self, name: str, at: int) -> str:
        """The fullest form of a name that the draft gives."""
        if self.words.language == "zh":
            return self._fullest_zh(name, at)
        parts = name.split()
        if len(parts) > 1:
            same = [n for _, n in self.by_part.get(parts[-1], ()) if n.split()[0] == parts[0]]
            return max([name, *same], key=len)
        for key in (name, "^" + name):
            named = self.by_part.get(key)
            if named and len(named) > 1:
                return self._of_gender(named, at)
            if named:
                # relatives of the same name come later, and are told apart by their first names
                return named[0][1]
        return name

    def _of_gender(self, named: list[tuple[int, str]], at: int) -> str:
        """The first of several of one family whose gender the title at a place does not deny."""
        index = bisect_left(self.starts, at)
        here = index < len(self.starts) and self.starts[index] == at
        gender = gender_of(self.mentions[index].role, self.words) if here else ""
        same = [name for _, name in named if gender and self.gender.get(name) == gender]
        open_ = [name for _, name in named if self.gender.get(name, gender) == gender]
        return (same or (open_ if gender else []) or [named[0][1]])[0]

    def _fullest_zh(self, name: str, at: int) -> str:
        office = self.words.phrases["roles"].search(name, 1)
        if office and office.end() == len(name) and office.start() == 1:
            same = [e for e in self.by_part.get("^" + name[0], ()) if e[1] != name]
            return _nearest(same, at) or name
        return _nearest(self.by_part.get(name, ()), at) or name

    def in_office(self, subject: Subject) -> str:
        """The name of whoever the draft gives an office, else the words themselves."""
        first = subject.text.split()[0].casefold()
        words = [w.casefold() for w in subject.text.split()]
        if first in _INDEFINITE or any(w in ATTRIBUTIVE for w in words[2:]):
            return subject.text  # "a spokeswoman", "the mayor of another town"
        for role in (subject.role, subject.role.removeprefix("副")):
            found = _nearest(self.by_role.get(role, ()), subject.start)
            if found:
                return self.fullest(found, subject.start)
        return subject.text

def _put(entries: list[tuple[int, str]], at: int, name: str) -> None:
    """Keep entries sorted, one a run of the same name: the latest before a place stays the same."""
    index = bisect_left(entries, (at, name))
    if index == 0 or entries[index - 1][1] != name:
        entries.insert(index, (at, name))


def _nearest(entries: Sequence[tuple[int, str]], at: int) -> str:
    """The latest entry before an offset, else the first one behind it."""
    index = bisect_right(entries, at, key=lambda entry: entry[0])
    return entries[max(0, index - 1)][1] if entries else ""
