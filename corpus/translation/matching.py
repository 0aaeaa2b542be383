"""Whether one line, part of a line or sentence satisfies a rule.

Problem: a pattern alone says too much: "German translation by" on an English page credits another
page, "Translation: lighthouse" is an entry of a word list. Method: a match is checked: languages
it names must fit the page's, and whoever translated must look like a name.

Rejected: longer patterns (the checks are the same for every language, the words are not).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.text.languages import UNDETERMINED, primary_tag
from corpus.translation.patterns import LineRule, Place, line_rules
from corpus.translation.units import bare

_NOTE_LABEL = re.compile(
    r"(?:editor['\u2019]?s?['\u2019]?\s+note|ed\.? note|note|update|disclaimer|anm\. ?d\. ?red\.|"
    r"hinweis|ndlr|note de la rédaction|nota(?: de la redacción)?|от редакции|прим\. ?ред\.|"
    r"编者[按注]|注|说明|編集部注)\s*[:：]\s*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff])[，；、]")
HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_NO_NAME = re.compile("[。！？?!]|[的是了将把被让](?!.{0,1}$)")
_CUT = re.compile(
    r"[,，、]\s+|\s+(?:for|für|pour|para|для|with|mit|avec|con)\s|\s*[.](?=\s[A-ZА-Я])|\s+\d{4}\b"
)
_SMALL = frozenset(
    "the a an of and & de la le les du des da di del della do dos den der die das van von und et y "
    "e i и l' d' al el bin ibn our staff team volunteers editors community service department "
    "editorial redaktion redaction rédaction équipe redacción редакция редакции from at in by "
    "google deepl chatgpt ai machine @".split()
)
_AROUND_NAMES = " \t*_\"'\u201c\u201d\u2018\u2019\u00ab\u00bb「」《》【】"
_GOES_ON = frozenset(
    "who whose which that a an the is was has und der die das ein eine qui que dont un une una el "
    "la los quien который которая".split()
)
_LONGEST_NAME = 9
_OFFICE = frozenset("the our die der la le el los les".split())
_LONGEST_OFFICE = 4
"""The embassy, our editors: an office in small letters is named with an article."""
_GROUPS_OF_SOURCE = ("source", "source2", "value", "spoken")


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule found in a stretch of text."""

    rule: LineRule
    translator: str | None
    source: str | None
    speaker: str | None


def matching(written: str, places: Sequence[Place], language: str) -> Said | None:
    """The first rule that a stretch of text satisfies.

    Args:
        written: a line, a part of one, or a sentence.
        places: what the stretch may be taken for.
        language: tag of the page's language, or ``und``; notes count in the page's language only.

    Returns:
        None when no rule holds, a guard does, the languages named do not fit the page, or whoever
        is said to have translated has not the shape of a name.
    """
    rules = line_rules()
    plain = bare(written)
    if next(rules.stems.found(plain), None) is None:
        return None
    for rule in rules.lines:
        if rule.place not in places:
            continue
        if rule.place is Place.NOTE and language not in (rule.language, UNDETERMINED):
            continue
        if rule.place is Place.NOTE:
            tried = (rule.pattern.match(plain, at) for at in _clauses(plain))
            found = next(filter(None, tried), None)
        else:
            found = rule.pattern.fullmatch(plain)
        if found is None or any(g.search(plain) for g in rules.guards[rule.language]):
            continue
        said = _checked(rule, found, language)
        if said is not None:
            return said
    return None


def _clauses(plain: str) -> Iterator[int]:
    """Where a note may begin: the sentence, after an editor's label, a Chinese or Japanese clause.

    The latter run sentences together with commas.
    """
    label = _NOTE_LABEL.match(plain)
    yield label.end() if label else 0
    for comma in _CLAUSE.finditer(plain):
        yield comma.end()


def bracketed(inner: str, language: str) -> Said | None:
    """`matching` for what stands in brackets."""
    return matching(inner, (Place.BRACKET, Place.CREDIT), language)


def _checked(rule: LineRule, found: re.Match[str], language: str) -> Said | None:
    """A match whose languages fit the page and whose translator has the shape of a name."""
    page = rule.language if language == UNDETERMINED else language
    groups = found.groupdict()
    tongue = line_rules().tongue
    target = groups.get("target")
    if target and tongue(target) != page:
        return None
    named = next((groups[g] for g in _GROUPS_OF_SOURCE if groups.get(g)), None)
    source = (tongue(named) or primary_tag(named)) if named else None
    if source == page or (rule.foreign and source is None):
        return None
    translator = groups.get("translator")
    if translator is not None:
        translator = name_of_agent(translator)
        if translator is None and rule.place in (Place.CREDIT, Place.BRACKET):
            return None
    return Said(rule, translator, source, groups.get("speaker"))


def name_of_agent(written: str) -> str | None:
    """Who translated, when it looks like a name: capitals, a short East Asian name, a service.

    Returns:
        The name without quotation marks and what follows it; None for anything else.
    """
    cut, *rest = _CUT.split(written.strip(_AROUND_NAMES), maxsplit=1)
    following = rest[0].split() if rest else []
    if following and following[0].casefold() in _GOES_ON:
        return None
    name = cut.strip(_AROUND_NAMES + ".,")
    if not name:
        return None
    if HAN.search(name):
        return None if len(name) > 24 or _NO_NAME.search(name) else name
    words = name.replace("/", " ").split()
    known = [w for w in words if w.casefold() not in _SMALL]
    if not words or len(words) > _LONGEST_NAME:
        return None
    if not known:
        return name if words[-1].casefold() not in ("the", "a", "an", "of", "and") else None
    if words[0].casefold() in _OFFICE and len(words) <= _LONGEST_OFFICE:
        return name
    lower = [w for w in known if w[0].islower() and not re.match(r"[dl]['\u2019]\w|al-", w)]
    return None if lower or not any(c.isalpha() for c in name) else name
