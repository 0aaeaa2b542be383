"""Who the speakers of a document are: one `Speaker` for all the labels that mean the same person.

Problem: a page names a person in full once and labels the turns with a surname, a given name or a
role; a misspelt or half-translated label is still the same speaker. Method: labels are grouped
(same bare label, a shared part between slashes, a plural or one letter more), a single word is
looked up among the full names of the page's own narration, and every form is kept as an alias. A
given name or surname is an alias only while it fits one speaker of the document.

Rejected: a register of people (it knows nobody who is not famous), and taking part of a role for
the role ("Commissioner" is no alias of "Deputy Commissioner").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.models import Speaker
from corpus.text.names import (
    bare_label,
    full_names,
    is_role,
    shares_part,
    split_joint,
    without_titles,
)

_SELF_NAMED = re.compile(
    r"(?:\b(?:[Ii]['’]m|[Ii] am|[Mm]y name is)\s+(?:your host,?\s+)?|"
    r"我(?:是|叫)[^，。,.！？!?]{0,20}?)"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.|[A-Z][\w'’-]+)){1,2})"
)
_HAN_SELF_NAMED = re.compile("我叫(?P<name>[\u4e00-\u9fff]{2,4})(?=[，。,.！!])")
_OPENING_WORDS = re.compile(
    r"\b(?:blog|post(?:ed)?|essay|letter|memo|statement|speech|remarks|wrote|writes|published|"
    r"op-ed|keynote|address)\b|博客|博文|长文|公开信|内部信|致辞|演讲|发文|撰文|随笔|全文如下",
    re.IGNORECASE,
)
_QUOTED = re.compile("[\"“][^\"“”]*[\"”]|「[^」]*」|«[^»]*»")
_FIRST_PERSON = re.compile(
    r"(?<![\w'’])(?:I|I['’]\w+|[Mm]y|[Mm]e|[Ww]e|[Ww]e['’]\w+|[Oo]ur|us|"
    r"[Ii]ch|mein\w*|[Ww]ir|unser\w*|[Jj]e|[Jj]['’]\w+|[Nn]ous|mon|ma|mes|notre|nos|"
    r"[Yy]o|mi|mis|nosotros|nuestr\w+|[Яя]|[Мм]ы|мой|моя|мои|наш\w*)(?!\w)|我|私|僕"
)
_SUFFIXES = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "Esq.", "MP", "MD", "PhD"))
_NEAR = 8
"""Shortest label of which one letter more is taken for the same: "Audience" and "Audiences"."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the document says about people outside the turns.

    Attributes:
        title: its title; empty when there is none.
        narration: the page's own words: everything before and between the turns.
        whole: the whole text, or its beginning.
        openings: the first words of each label's turns, by label.
    """

    title: str
    narration: str
    whole: str
    openings: Mapping[str, str]


def speakers_of(labels: Sequence[str], page: Page) -> dict[str, Speaker]:
    """The speaker of every label.

    Args:
        labels: the labels of the document in text order, repeated as often as they occur.
        page: what the document says outside the turns.

    Returns:
        Label -> speaker. Labels of one person share one `Speaker`; a role without a name stays the
        role; a label for several speakers is one speaker named after all of them.
    """
    counts = Counter(labels)
    single = {label for label in counts if not _is_joint(label, counts)}
    heads = _grouped(single, counts)
    named = {head: _named(head, page) for head in dict.fromkeys(heads.values())}
    forms: dict[str, list[str]] = {}
    for label in sorted(single, key=lambda lb: labels.index(lb)):
        forms.setdefault(named[heads[label]], []).append(label)
    speakers = {
        name: Speaker(name, _aliases(name, written, forms, page))
        for name, written in forms.items()
    }
    found = {label: speakers[named[heads[label]]] for label in single}
    for label in set(counts) - single:
        parts = [_speaker_of_part(part, found) for part in split_joint(label)]
        joined = " and ".join(parts) if label.isascii() else "、".join(parts)
        found[label] = Speaker(joined, () if joined == label else (label,))
    return found


def speaker_named(name: str) -> Speaker:
    """A speaker whose full name is declared, with surname and given name as aliases."""
    words = _name_words(name)
    return Speaker(name, tuple(dict.fromkeys((words[-1], words[0]))) if words else ())


def speakers_by_name(names: Sequence[str]) -> dict[str, Speaker]:
    """Speakers whose names the format gives; surname and given name are aliases while they fit one.

    Args:
        names: the distinct names of one document, which stay as they are.
    """
    parts = {name: set(_name_words(name)) or {name} for name in names}
    speakers = {}
    for name in names:
        words = _name_words(name)
        others = {word for other in names if other != name for word in parts[other]}
        ends = (words[-1], words[0]) if words else ()
        kept = [word for word in dict.fromkeys(ends) if word not in others and word != name]
        speakers[name] = Speaker(name, tuple(kept))
    return speakers


def reported_author(title: str, narration: str) -> str | None:
    """Whose post or speech a page gives, as its own narration tells.

    Args:
        title: the page's title.
        narration: the paragraphs before the body.

    Returns:
        A full name of the narration whose surname or given name is in the title, or the only full
        name there is; None when nothing speaks of a post, a letter or a speech.
    """
    if not _OPENING_WORDS.search(f"{title}\n{narration}"):
        return None
    names = Counter(" ".join(words) for words in full_names(f"{narration}"))
    in_title = [
        name
        for name in names
        if any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", title) for w in name.split())
    ]
    if in_title:
        return max(in_title, key=lambda name: names[name])
    in_headline = [" ".join(words) for words in full_names(title)]
    people = [name for name in names if name not in in_headline]
    return people[0] if len(people) == 1 and not in_headline else None


def is_first_person(paragraph: str) -> bool:
    """Whether a paragraph speaks of itself as I or we, outside quotation marks."""
    return _FIRST_PERSON.search(_QUOTED.sub(" ", paragraph)) is not None


def _is_joint(label: str, counts: Mapping[str, int]) -> bool:
    parts = split_joint(label)
    bare = {bare_label(other) for other in counts} | set(counts)
    return len(parts) > 1 and all(part in bare for part in parts)


def _speaker_of_part(part: str, found: Mapping[str, Speaker]) -> str:
    if part in found:
        return found[part].name
    return next((s.name for label, s in found.items() if bare_label(label) == part), part)


def _grouped(labels: set[str], counts: Mapping[str, int]) -> dict[str, str]:
    """Label -> the commonest label of the same speaker."""
    ranked = sorted(labels, key=lambda lb: (-counts[lb], lb))
    heads: dict[str, str] = {}
    for label in ranked:
        same = next((h for h in dict.fromkeys(heads.values()) if _same(label, h)), None)
        if same is None:
            other = shares_part(label, list(heads))
            same = heads[other] if other is not None else label
        heads[label] = same
    return {label: heads[label] for label in labels}


def _same(label: str, head: str) -> bool:
    a, b = bare_label(label).casefold(), bare_label(head).casefold()
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < _NEAR or len(long) != len(short) + 1:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _named(head: str, page: Page) -> str:
    """The fullest name of a label."""
    bare = bare_label(head)
    words = without_titles(bare)
    if is_role(bare) or "/" in bare or len(words) != 1:
        return bare
    for text in (f"{page.title}\n{page.narration}", page.whole):
        full = _full_name(words[0], text)
        if full is not None:
            return full
    return bare


def _full_name(word: str, text: str) -> str | None:
    """The full name in a text that a given name, a surname or initials stand for."""
    fits: Counter[str] = Counter()
    wanted = word.casefold()
    for words in full_names(text, word):
        folded = [w.casefold() for w in words]
        if wanted in folded:
            at = folded.index(wanted)
            # of a longer run of capitals the person is the word and its neighbours
            person = words[at:] if at == 0 else words[: at + 1]
            if 2 <= len(person) <= 5:
                fits[" ".join(person)] += 1
        elif word.isupper() and 2 <= len(word) <= 3 and wanted == "".join(w[0] for w in folded):
            fits[" ".join(words)] += 1
    if not fits:
        return None
    (best, often), *others = fits.most_common()
    rival = next((n for name, n in others if not _within(name, best)), 0)
    return best if often > rival else None


def _within(name: str, other: str) -> bool:
    mine, theirs = set(name.split()), set(other.split())
    return mine <= theirs or theirs <= mine


def _aliases(
    name: str, written: Sequence[str], forms: Mapping[str, Sequence[str]], page: Page
) -> tuple[str, ...]:
    aliases = list(dict.fromkeys(written))
    aliases += [bare_label(form) for form in written]
    if "/" in name:
        aliases += [part.strip() for form in written for part in form.split("/")]
    words = _name_words(name)
    if words:
        others = {w for other in forms if other != name for w in _name_words(other) or [other]}
        others |= {
            w
            for run in full_names(page.narration)
            if not set(run) & {words[-1]} or not set(run) & {words[0]}
            for w in (run[0], run[-1])
        }
        aliases += [w for w in (words[-1], words[0]) if w not in others]
    elif is_role(name):
        aliases += _names_of_role(name, written, page)
    return tuple(alias for alias in dict.fromkeys(aliases) if alias != name)


def _name_words(name: str) -> list[str]:
    """The words of a personal name; none of a role, an organisation or a single word."""
    if len(name.split()) < 2 or is_role(name) or "/" in name or not name[0].isupper():
        return []
    words = [w.strip(",") for w in without_titles(name) if w.strip(",")]
    return [w for w in words if w[0].isalpha() and len(w.rstrip(".")) > 1 and w not in _SUFFIXES]


def _names_of_role(role: str, written: Sequence[str], page: Page) -> list[str]:
    """The name of a host who gives it, or whom the narration calls by role and name."""
    openings = " ".join(" ".join(page.openings.get(label, "").split()) for label in written)
    told = {m.group("name") for m in _SELF_NAMED.finditer(openings)}
    told |= {m.group("name") for m in _HAN_SELF_NAMED.finditer(openings)}
    if not told:
        narration = " ".join(page.narration.split())
        called = re.compile(
            rf"(?<!\w){re.escape(role.casefold())}\s+(?P<a>[A-Z][\w’'-]+\s[A-Z][\w’'-]+)"
            if role.isascii()
            else rf"{re.escape(role)}\s*(?P<a>[A-Z][A-Za-z’'-]+\s[A-Z][A-Za-z’'-]+)"
        )
        told = {m.group("a") for m in called.finditer(narration)}
    return sorted(told) if len(told) == 1 else []
