"""The people of a draft: their fullest names, their offices, and what tells their gender.

Problem: a draft names a person in full once and then says "Brandt" or "the mayor".

Method: every name outside quotation marks is a mention. A short name is the first full one that
ends (else begins) with it. An office belongs to the name it stands beside. Gender is known from
titles and offices, and from pronouns resolved before.

Rejected: lists of first names to find names by (each country needs another); see `given`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from verifier.drafts.clauses.names_zh import names_in_zh
from verifier.drafts.names.definite import gender_of, is_followed_as_person, title_gender
from verifier.drafts.names.families_zh import family_keys
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.names.phrases_en import NAMED_AS
from verifier.drafts.people.common import without_common_words
from verifier.drafts.people.entries import is_many, owner_of, put, without_headline
from verifier.drafts.people.known_zh import repeated_names
from verifier.drafts.people.mentions import ROMANCE, Mention, mention_at, names_in
from verifier.drafts.people.nameless_zh import again_zh, fullest_zh, offices_zh
from verifier.drafts.people.openings import INDEFINITE, THINGS, nameless_in
from verifier.drafts.words import DraftWords, given_gender, is_body
from verifier.reading.saying import NAME_PARTICLES

_FORMS_OF_ADDRESS = ("sir", "dame", "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "lady")
_THINGS = (*THINGS, "papers", "written")
"""Lists of what is no person and is quoted."""


@dataclass(slots=True)
class People:
    """Who is named in a draft, and where.

    Attributes:
        text: the draft.
        words: the lists of its language.
        sentences: offsets at which sentences begin, in order.
        mentions: the names, in order.
        nameless: the people without a name, in order.
        free: names that stand somewhere without a preposition or an article; places have one.
        things: bodies and papers that were quoted.
        persons: names behind which an age or a relative clause about a person stands.
        officials: names beside which an office stands.
        count: how many mentions each name has.
        narration: the parts outside quotation marks, in order.
        pointed: whom the pronouns at some offsets stand for.
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
    nameless: list[Mention] = field(default_factory=list)
    free: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    officials: set[str] = field(default_factory=set)
    count: Counter[str] = field(default_factory=Counter)
    narration: list[tuple[int, int]] = field(default_factory=list)
    pointed: dict[int, str] = field(default_factory=dict)

    def read(self, narration: list[tuple[int, int]]) -> None:
        """Collect the names of the parts outside quotation marks, in order."""
        self.narration = narration
        zh = self.words.language == "zh"
        for start, end in narration:
            if zh:
                named = iter(names_in_zh(self.text, start, end, self.words))
            else:
                named = names_in(self.text, start, end, self.sentences, self.words)
            for at, name, role in named:
                self._add(at, name, role)
        stop = self.text.find("\n") + 1
        if self.words.language == "en" and self.text[: stop - 1].rstrip()[-1:] not in (*".?!", ""):
            for key, entries in self.by_part.items():
                self.by_part[key] = without_headline(entries, self.text, stop)
        for name, gender in list(self.gender.items()):
            if len(self.by_part.get(name, ())) < 2:
                self.gender.setdefault(self.fullest(name, 0), gender)
        if not zh:
            self.mentions = without_common_words(
                self.text, self.mentions, self.sentences, self.words
            )
            if self.words.language in ROMANCE:
                self.persons &= {mention.name for mention in self.mentions}
        self._sorted()
        if self.words.language == "de":
            alone = {m.name for m in self.mentions if " " not in m.name}
            self.free |= {n for n in self.count if n.split()[-1] in alone}
        for start, end in narration:
            for one, opens in nameless_in(self.text, start, end, self.sentences, self.words):
                if one.kind is SubjectKind.NAME:
                    self._explained(one)
                    continue
                self.nameless.append(Mention(one.start, one.end, one.text, opens, one.role))
        self._again(narration)

    def _sorted(self) -> None:
        self.mentions.sort(key=lambda mention: mention.start)
        self.starts = [m.start for m in self.mentions]
        self.count = Counter(m.name for m in self.mentions)

    def _explained(self, one: Subject) -> None:
        """The office of a name that explains a noun ("Her father, 71-year-old Ted,")."""
        at = bisect_left(self.starts, one.start)
        if self.stands_at(one.start) and not self.mentions[at].role:
            self.mentions[at] = replace(self.mentions[at], role=one.role, free=True)
            name = self.fullest(one.text, one.start)
            self.officials.add(name)
            put(self.by_role[one.role], one.start, name)
            gender = gender_of(one.role, self.words)
            if gender:
                self.gender.setdefault(name, gender)

    def _again(self, narration: list[tuple[int, int]]) -> None:
        """Where a Chinese noun that brought somebody in opens a part of a sentence again."""
        if self.words.language != "zh":
            return
        nouns = {m.name[2:]: m.role for m in self.nameless if len(m.name) > 3}
        for start, end, role in again_zh(self.text, nouns, narration):
            self.nameless.append(Mention(start, end, self.text[start:end], True, role))
        for office, at, name in offices_zh(self.text, narration, self.words):
            put(self.by_role[office], at, name)
        self.nameless.sort(key=lambda mention: mention.start)

    def _add(self, start: int, text: str, role: str) -> None:
        before = self.mentions[-1] if self.mentions else None
        name, span = " ".join(text.split()), (start, start + len(text))
        one = mention_at(self.text, span, name, role, self.sentences, self.words, before)
        self.mentions.append(one)
        if one.free:
            self.free.add(name)
        free = one.free or " " in name
        if is_followed_as_person(self.text, start + len(text), free=free):
            self.persons.add(name)
        if NAMED_AS.search(self.text, max(0, start - 40), start):
            self.persons.add(name)
        self._by_parts(start, name)
        firm = " " in name and not role and self.words.has("firms", name.split()[-1])
        if self.words.language == "en" and (firm or is_many(self.text, start, start + len(text))):
            self.things.add(name)
        if name.isupper() and len(name) > 1 and " " not in name:
            self.things.add(name)  # "délégué CGT"
            role = ""
        gender = given_gender(name, self.words)
        if role:
            if role.rstrip(".") not in _FORMS_OF_ADDRESS:
                self.officials.add(name)
            role = role.rstrip(".")
            if " " not in name and is_body(role, self.words):
                self.things.add(name)
            put(self.by_role[self.words.abbreviations.get(role, role)], start, name)
            told = gender_of(role, self.words) or title_gender(self.text, start, self.words)
            gender = told or gender
        if gender:
            self.gender[name] = gender

    def _by_parts(self, start: int, name: str) -> None:
        """Let the parts of a name stand for it."""
        zh = self.words.language == "zh"
        parts = re.split("[\u00b7\u2022]", name) if zh else name.split()
        if len(parts) > 1:
            put(self.by_part[parts[-1]], start, name)
            put(self.by_part["^" + parts[0]], start, name)
            for part in parts[1:-1] if self.words.language == "es" else ():
                put(self.by_part[part], start, name)  # the first of two family names
        for key in family_keys(name, self.words):
            put(self.by_part[key], start, name)

    def repeat(self, narration: list[tuple[int, int]]) -> None:
        """Find every further place of the known names (Chinese, where nothing else shows them)."""
        if self.words.language != "zh":
            return
        names = {m.name for m in self.mentions if 1 < len(m.name) < 24}
        names |= repeated_names(self.text, narration, self.words) | self.words.names
        names |= {name.split("\u00b7")[-1] for name in names}
        known = {m.start for m in self.mentions}
        pattern = re.compile("|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n)))))
        for start, end in narration:
            for match in pattern.finditer(self.text, start, end):
                if match.start() not in known and match.group():
                    self._add(match.start(), match.group(), "")
        self._sorted()

    def note(self, subject: Subject, name: str) -> None:
        """Remember that somebody has spoken, and by which office he was named."""
        self.spoken.add(name)
        if subject.role:
            if subject.role.rstrip(".") not in _FORMS_OF_ADDRESS:
                self.officials.add(name)
            put(self.by_role[subject.role], subject.start, name)
        if self.words.language == "zh" and subject.kind is SubjectKind.NAME:
            put(self.by_part["^" + name[0]], subject.start, name)

    def without_name(self, subject: Subject) -> None:
        """Somebody who speaks and has no name in the draft."""
        role = subject.role.rpartition(" ")[2]
        lists = (*_THINGS, "inscriptions") if self.words.language in ROMANCE else _THINGS
        if any(self.words.has(name, role) for name in lists):
            self.things.add(subject.text)
            return
        first = subject.text.split()[0].casefold()
        if self.words.language == "en" and not self.words.is_role(role) and first not in INDEFINITE:
            return
        at = bisect_left(self.nameless, subject.start, key=lambda mention: mention.start)
        if at == len(self.nameless) or self.nameless[at].start != subject.start:
            one = Mention(subject.start, subject.end, subject.text, True, subject.role)
            self.nameless.insert(at, one)

    def mention(self, subject: Subject) -> None:
        """A name that only an attributing clause shows to be one."""
        at = bisect_left(self.starts, subject.start)
        if at < len(self.starts) and self.starts[at] == subject.start:
            return
        self.starts.insert(at, subject.start)
        self.mentions.insert(at, Mention(subject.start, subject.end, subject.text, True))
        self._by_parts(subject.start, subject.text)
        if self.words.language == "zh" and subject.role:
            put(self.by_role[subject.role], subject.start, subject.text)

    def nameless_between(self, start: int, end: int) -> list[Mention]:
        """The people without a name in a stretch, in order."""
        low = bisect_left(self.nameless, start, key=lambda mention: mention.start)
        high = bisect_left(self.nameless, end, key=lambda mention: mention.start)
        return self.nameless[low:high]

    def mention_behind(self, at: int) -> Mention | None:
        """The first mention of a name behind an offset; None without any."""
        index = bisect_right(self.starts, at)
        return self.mentions[index] if index < len(self.mentions) else None

    def is_person(self, name: str, at: int, role: str = "") -> bool:
        """Whether a name is that of a person, as far as the draft shows."""
        full = self.fullest(name, at)
        if full in self.spoken or full in self.gender or full in self.persons or role:
            return True
        parts = full.split()
        return len(parts) > 1 and (parts[-1] in self.free or full in self.free)

    def is_named(self, name: str) -> bool:
        """Whether words are a name in the draft and no noun for somebody without one."""
        return self.count[name] > 0

    def holds_office(self, name: str) -> bool:
        """Whether the draft gives a name any office."""
        return name in self.officials

    def often(self, name: str) -> int:
        """How many mentions of a name there are."""
        return self.count[name]

    def stands_at(self, at: int) -> bool:
        """Whether a name stands at an offset."""
        index = bisect_left(self.starts, at)
        return index < len(self.starts) and self.starts[index] == at

    def fullest(self, name: str, at: int) -> str:
        """The fullest form of a name that the draft gives."""
        if self.words.language == "zh":
            return fullest_zh(name, at, self.by_part, self.officials, self.words)
        parts = (name := owner_of(name, self.by_part, self.words)).split()
        if len(parts) == 2 and parts[0].casefold() in NAME_PARTICLES:
            named = self.by_part.get(parts[-1])  # "De Wit", also where a sentence begins
            return named[0][1] if named else name
        if len(parts) > 1:
            ending = [full for _, full in self.by_part.get(parts[-1], ())]
            inside = f" {name} "
            same = [n for n in ending if n.split()[0] == parts[0] or inside in f" {n} "]
            return max([name, *same], key=len)
        for key in (name, "^" + name):
            named = self.by_part.get(key)
            if named:  # relatives come later, and are told apart by their first names
                return self._of_gender(named, at) if len(named) > 1 else named[0][1]
        return name

    def _of_gender(self, named: list[tuple[int, str]], at: int) -> str:
        """The first of several of one family whose gender the title at a place does not deny."""
        index = bisect_left(self.starts, at)
        here = index < len(self.starts) and self.starts[index] == at
        gender = gender_of(self.mentions[index].role, self.words) if here else ""
        same = [name for _, name in named if gender and self.gender.get(name) == gender]
        open_ = [name for _, name in named if self.gender.get(name, gender) == gender]
        return (same or (open_ if gender else []) or [named[0][1]])[0]
