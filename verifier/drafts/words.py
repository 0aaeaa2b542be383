"""The closed word lists that tell who speaks in an article, one language at a time.

Unlike the lists around a pasted claim these are not read as one: a draft is long enough to know its
language, and small words mean different things in different languages ("die", "on", "a").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from verifier.drafts.conjugated import forms

_GERMAN_TRADE = re.compile(
    r"(?:\w{5}(?:ent|ant|ist|eur|loge|login|torin|istin|erin)|\w{6}(?:antin|entin))$"
)
"""How German words for people by office or trade end; long enough to spare first names."""
_GERMAN_TRADE_BEFORE = re.compile(r"\w{3}(?:er|erin|in|mann|frau|wart|ist|or|ent)$")
"""The same before a first name and a family name, where it can be little else."""
_ENGLISH_TRADE = re.compile(
    r"(?:\w{3}(?:man|men|woman|women|person|ologist|ographer)|\w{4}(?:keeper|maker|holder|worker|owner))$"
)
"""How English words for people by office or trade end."""
_PARTICIPLES = ("ado", "ido", "\u00e9", "u")
"""How participles end, which without "have" only describe a noun."""
LANGUAGES = ("en", "zh", "de", "fr", "es")
"""The languages that have lists; English serves for the others."""


@dataclass(frozen=True, slots=True)
class DraftWords:
    """The lists of one language, case folded.

    Attributes:
        language: BCP 47 primary tag.
        groups_of_words: every list of single words, by its name.
        phrases: every list of phrases as a pattern that finds the longest, by its name.
        pronouns: pronouns of the third person and the gender they tell (``m``, ``f`` or empty).
        surnames: family names of one or two characters, where names are known by them.
        abbreviations: short titles and what they stand for.
        possessives: possessives of the third person and their pronouns.
        articles: articles and the gender they tell.
        names: names that the draft shows to be such (Chinese, where nothing sets them apart).
        same_office: other words for an office, by each of them.
    """

    language: str
    groups_of_words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, re.Pattern[str]]
    pronouns: Mapping[str, str]
    surnames: frozenset[str] = frozenset()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    possessives: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    same_office: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def has(self, name: str, word: str) -> bool:
        """Whether a word, in any case, is on a list; an unknown list is empty."""
        return word.casefold() in self.groups_of_words.get(name, frozenset())

    def is_role(self, word: str) -> bool:
        """Whether a word names an office, a trade or a title, also as the end of a compound."""
        folded = word.casefold().rstrip(".").rpartition(" ")[2]
        if self.has("roles", folded) or self.has("titles", folded):
            return True
        plural = self.language in ("en", "fr", "es") and folded.endswith("s")
        if plural and self.has("roles", folded[:-1]):
            return True
        if self.language == "es" and folded.endswith("es") and self.has("roles", folded[:-2]):
            return True
        if self.language == "en" and folded.endswith(("sses", "ches", "shes")):
            return self.has("roles", folded[:-2])
        if self.language == "en" and _ENGLISH_TRADE.search(folded):
            return not self.has("not_trades", folded)
        if self.language != "de":
            return False
        ends = self.groups_of_words["role_ends"]
        compound = any(folded[-n:] in ends for n in range(4, min(len(folded), 16)))
        known = compound or bool(_GERMAN_TRADE.search(folded))
        return known and not self.has("not_trades", folded)

    def is_only_like_a_trade(self, word: str) -> bool:
        """Whether a word is no known office and only ends like one ("Lindqvist", "Chatman")."""
        folded = word.casefold()
        if self.language == "en":
            listed = self.has("roles", folded) or self.has("titles", folded)
            return _ENGLISH_TRADE.search(folded) is not None and not listed
        if self.language != "de" or not _GERMAN_TRADE.search(folded):
            return False
        ends = self.groups_of_words["roles"]
        return not any(folded[-n:] in ends for n in range(4, len(folded) + 1))

    def is_trade(self, word: str) -> bool:
        """Whether a German noun before a full name looks like a trade ("Gastwirt Kai Brehm")."""
        folded = word.casefold()
        if self.language != "de" or self.has("first_names", folded):
            return False
        if any(folded.endswith(name) for name in self.groups_of_words["surnames_too"]):
            return True
        return bool(_GERMAN_TRADE_BEFORE.search(folded))


def given_gender(name: str, words: DraftWords) -> str:
    """The gender that a first name tells, alone or in a full name: ``m``, ``f`` or empty.

    Args:
        name: a name.
        words: the lists of a language; only the German ones have first names.
    """
    first = re.split("[ -]", name, maxsplit=1)[0]
    if words.has("women", first):
        return "f"
    return "m" if words.has("men", first) else ""


def is_given(word: str, words: DraftWords) -> bool:
    """Whether a word is a frequent first name (German)."""
    first = word.partition("-")[0]
    return words.has("women", first) or words.has("men", first)


def is_body(role: str, words: DraftWords) -> bool:
    """Whether a word names a body that can speak, also as the end of a German compound."""
    lists = [
        words.groups_of_words.get(name, frozenset())
        for name in ("bodies", "groups", "institutions")
    ]
    if any(role in each for each in lists):
        return True
    return words.language == "de" and any(
        role.endswith(each) for some in lists for each in some if len(each) > 2
    )


def can_speak(role: str, words: DraftWords) -> bool:
    """Whether a noun is on a list of people, bodies or papers."""
    lists = ("impersonal", "works", "papers", "saying_nouns", "alone", "one_of")
    known = words.is_role(role) or is_body(role, words)
    return known or any(words.has(name, role) for name in lists)


def with_names(words: DraftWords, names: frozenset[str]) -> DraftWords:
    """The lists together with the names that a Chinese draft shows."""
    phrases = {**words.phrases, "names": _pattern(names, spaced=False)}
    return replace(words, names=names, phrases=phrases)


def _pattern(entries: Iterable[str], *, spaced: bool) -> re.Pattern[str]:
    longest_first = sorted(set(entries), key=lambda w: (-len(w), w))
    if not spaced and longest_first:  # one branch a first character: thousands are tried otherwise
        rest: dict[str, list[str]] = {}
        for entry in longest_first:
            rest.setdefault(entry[0], []).append(re.escape(entry[1:]))
        inside = "|".join(f"{re.escape(first)}(?:{'|'.join(rest[first])})" for first in rest)
        return re.compile(f"(?:{inside})", re.IGNORECASE)
    inside = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{inside})(?!\w)" if spaced else f"(?:{inside})", re.IGNORECASE)


@cache
def load_draft_words(language: str) -> DraftWords:
    """Read the lists of a language.

    Args:
        language: BCP 47 primary tag.

    Returns:
        The lists; the Chinese ones for Japanese, the English ones for a language without any.
    """
    tag = {"ja": "zh"}.get(language, language)
    tag = tag if tag in LANGUAGES else "en"
    own = _read("drafts", tag)
    saying = _read("saying", tag)
    spaced = tag != "zh"
    lists: dict[str, list[str]] = {k: v for k, v in own.items() if isinstance(v, list)}
    lists["verbs"] = [*own.get("verbs", saying["verbs"]), *own.get("extra_verbs", ())]
    for name, infinitives in own.get("infinitives", {}).items():
        more = forms(tag, infinitives, own.get("irregular", {}))
        kept = [form for form in more if name == "verbs" or not form.endswith(_PARTICIPLES)]
        lists[name] = [*lists[name], *kept]
    lists["roles"] = [*saying["roles"], *own["extra_roles"]]
    if tag == "de":  # in Switzerland "liess"
        lists = {
            k: [*v, *(w.replace("\u00df", "ss") for w in v if "\u00df" in w)]
            for k, v in lists.items()
        }
    lists["role_ends"] = [w for w in lists["roles"] if w not in own.get("surnames_too", ())]
    lists.setdefault("according_first", [])
    lists.setdefault("according_behind", [])
    lists["conjunctions"] = saying["conjunctions"]
    lists["not_labels"] = saying["not_labels"]
    return DraftWords(
        language=tag,
        groups_of_words={k: frozenset(w.casefold() for w in v) for k, v in lists.items()},
        phrases={
            "names": _pattern((), spaced=False),
            **{k: _pattern(v, spaced=spaced) for k, v in lists.items()},
        },
        pronouns={w.casefold(): gender for w, gender in own["pronouns"].items()},
        surnames=frozenset(own.get("surnames", "")) | frozenset(own.get("long_surnames", ())),
        abbreviations=own.get("abbreviations", {}),
        possessives=own.get("possessives", {}),
        articles=own.get("articles", {}),
        same_office=_same(own.get("same_office", ())),
    )


def _same(groups: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        each = group.split()
        for word in each:
            others = (other for other in each if other != word)
            found[word] = (*found.get(word, ()), *others)
    return found


def _read(kind: str, tag: str) -> dict[str, Any]:
    folder = files("verifier").joinpath("lexicons").joinpath(kind)
    return tomllib.loads(folder.joinpath(f"{tag}.toml").read_text(encoding="utf-8"))
