"""Numbers written in words, in languages that part words by spaces.

Problem: "two hundred and five thousand" is one number, "two hundred and three hundred" are two,
and a wrong value is worse than none.

Method: a small grammar whose words come from the language's lists: words below a hundred, hundreds,
then scales (thousand, million) in falling order. Composite forms below a hundred (and German words
below a thousand, which are written together) are spelled out once into a table. What can be read
in two ways ("twenty second") has no value.

Rejected: adding up words ("five six" would be 11), a library (none says "this is ambiguous").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from verifier.forms.number_digits import Reading, read_figure
from verifier.forms.wordlists import phrases, primary, section, words

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The number words of one language.

    Attributes:
        small: runs of words below a hundred (in German below a thousand), with their values.
        ordinals: the same for ordinals.
        hundreds: words that are a number of hundreds by themselves (doscientos).
        hundred: words that multiply by a hundred.
        scales: words that multiply by a thousand and more.
        alone: scales that need no number before them (mille).
        articles: words for one before a hundred or a scale only (a million).
        not_alone: words that are a number only inside a longer one (un in vingt et un).
        links: words for "and" inside a number.
        parts: words that make a fraction of the number before them (thirds, quarters).
        joined: the word for thousand inside a longer word (German), or empty.
    """

    small: dict[Phrase, int]
    ordinals: dict[Phrase, int]
    hundreds: dict[str, int]
    hundred: frozenset[str]
    scales: dict[str, int]
    alone: frozenset[str]
    articles: frozenset[str]
    not_alone: frozenset[str]
    links: frozenset[str]
    parts: frozenset[str]
    joined: str


@cache
def _grammar(language: str) -> Grammar:
    table = section(language, "numbers")
    units: dict[str, int] = table.get("units", {})
    tens: dict[str, int] = table.get("tens", {})
    ordinals: dict[str, int] = dict(table.get("ordinals", {}))
    for stem, value in table.get("ordinal_stems", {}).items():
        ordinals.update({stem + e: value for e in words(language, "numbers", "ordinal_endings")})
    for word in words(language, "numbers", "not_ordinals"):
        ordinals.pop(word, None)
    small = {tuple(w.split()): v for w, v in (units | tens).items()}
    ranks = {tuple(w.split()): v for w, v in ordinals.items()}
    joined = str(table.get("joined_thousand", ""))
    if joined:
        small.update({(w,): v for w, v in _written_together(units, tens)})
        ranks.update(_german_ordinals(language, small))
    else:
        small.update(_composites(table, tens, units))
        ranks.update(_composites(table, tens, ordinals))
    return Grammar(
        small,
        ranks,
        table.get("hundreds", {}),
        frozenset(words(language, "numbers", "hundred")),
        table.get("scales", {}),
        frozenset(words(language, "numbers", "alone")),
        frozenset(words(language, "numbers", "articles")),
        frozenset(words(language, "numbers", "not_alone")),
        frozenset(words(language, "numbers", "links")),
        frozenset(words(language, "numbers", "part_words"))
        | table.get("fractions_one", {}).keys()
        | table.get("fractions_many", {}).keys(),
        joined,
    )


def _composites(
    table: dict[str, str], tens: dict[str, int], units: dict[str, int]
) -> Iterator[tuple[Phrase, int]]:
    """Twenty-five, vingt et un, treinta y cinco: one unit behind a ten."""
    wide = {int(v) for v in str(table.get("wide_tens", "")).split()}
    joints = [tuple(j.split()) for j in table.get("tens_joints", [""])]
    unclear = str(table.get("ambiguous_after_tens", "")).split()
    for ten, high in tens.items():
        for unit, low in units.items():
            reach = 19 if high in wide else 9
            if 1 <= low <= reach and unit not in unclear:
                for joint in joints:
                    yield (*ten.split(), *joint, *unit.split()), high + low


def _written_together(units: dict[str, int], tens: dict[str, int]) -> Iterator[tuple[str, int]]:
    """German words from 1 to 999 ("zweihundertfünfundzwanzig")."""
    below = dict(units) | tens
    for ten, high in tens.items():
        below.update({f"{u}und{ten}": high + v for u, v in units.items() if 1 <= v <= 9})
    heads = {"": 1} | {u: v for u, v in units.items() if 1 <= v <= 9}
    yield from below.items()
    for head, count in heads.items():
        yield f"{head}hundert", count * 100
        for word, value in below.items():
            if value:
                yield f"{head}hundert{word}", count * 100 + value
                yield f"{head}hundertund{word}", count * 100 + value


def _german_ordinals(language: str, small: dict[Phrase, int]) -> Iterator[tuple[Phrase, int]]:
    for (word,), value in small.items():
        if 20 <= value <= 100:
            for ending in words(language, "numbers", "ordinal_endings"):
                yield (f"{word}st{ending}",), value


def _longest(table: dict[Phrase, int], norms: Sequence[str], at: int) -> Reading | None:
    for length in (5, 4, 3, 2, 1):
        value = table.get(tuple(norms[at : at + length]))
        if value is not None and at + length <= len(norms):
            return Reading(at + length, Fraction(value))
    return None


def _small(grammar: Grammar, norms: Sequence[str], at: int) -> Reading | None:
    cardinal = _longest(grammar.small, norms, at)
    ordinal = _longest(grammar.ordinals, norms, at)
    if ordinal and (cardinal is None or ordinal.end > cardinal.end):
        return ordinal._replace(ordinal=True)
    if cardinal is None and grammar.joined and at < len(norms):
        left, joint, right = norms[at].partition(grammar.joined)
        head = grammar.small.get((left,)) if left else 1
        tail = grammar.small.get((right.removeprefix("und"),)) if right else 0
        if joint and head and head < 1000 and tail is not None and tail < 1000:
            return Reading(at + 1, Fraction(head * 1000 + tail))
    return cardinal


def _group(grammar: Grammar, norms: Sequence[str], at: int) -> Reading | None:
    """A number below a thousand, without a scale."""
    count = len(norms)
    head = _small(grammar, norms, at)
    if head and head.ordinal:
        return head
    end, value = (head.end, head.value) if head else (at, Fraction(0))
    if norms[at] in grammar.hundreds and not head:
        end, value = at + 1, Fraction(grammar.hundreds[norms[at]])
    elif head and end < count and norms[end] in grammar.hundred and 1 <= value < 100:
        end, value = end + 1, value * 100
    elif (
        norms[at] in grammar.articles
        and at + 1 < count
        and norms[at + 1] in grammar.hundred
        and (not head or head.end == at + 1)
    ):
        end, value = at + 2, Fraction(100)
    else:
        return head
    linked = end < count and norms[end] in grammar.links
    rest = _small(grammar, norms, end + linked)
    if rest and rest.value and rest.value < 100:
        follows = norms[rest.end] if rest.end < count else ""
        if not (linked and follows in grammar.hundred | grammar.parts):
            return Reading(rest.end, value + rest.value, rest.ordinal)
    return Reading(end, value)


def _half(language: str, key: str, norms: Sequence[str], at: int) -> int | None:
    for phrase in phrases(language, "numbers", key):
        if tuple(norms[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return None


def _decimals(grammar: Grammar, language: str, norms: Sequence[str], head: Reading) -> Reading:
    """"three point one four", "two and a half", "nineteen ninety-five", "two thirds"."""
    count, end, value = len(norms), head.end, head.value
    if end >= count or head.ordinal or value.denominator != 1:
        return head
    table = section(language, "numbers")
    if norms[end] in words(language, "numbers", "point"):
        places, at = "", end + 1
        while at < count and (d := grammar.small.get((norms[at],))) is not None and d < 10:
            places, at = places + str(d), at + 1
        return Reading(at, Fraction(f"{value}.{places}")) if places else head
    if (after := _half(language, "and_a_half", norms, end)) is not None:
        return Reading(after, value + Fraction(1, 2))
    denominator = table.get("fractions_one" if value == 1 else "fractions_many", {}).get(norms[end])
    if denominator and 1 <= value < 10:
        return Reading(end + 1, value / denominator)
    heads = words(language, "numbers", "year_heads")
    years = _longest(grammar.small, norms, end) if norms[end - 1] in heads else None
    if years and years.value >= 10 and value in (18, 19, 20):
        after_years = norms[years.end] if years.end < count else ""
        if after_years not in grammar.scales and after_years not in grammar.hundred:
            return Reading(years.end, value * 100 + years.value)
    return head


def _scaled(grammar: Grammar, norms: Sequence[str], head: Reading) -> tuple[Reading, int]:
    """A group times the scales behind it ("mil millones" multiplies twice)."""
    scale, end = 1, head.end
    while end < len(norms) and grammar.scales.get(norms[end], 0) > scale:
        step = grammar.scales[norms[end]]
        head, scale, end = Reading(end + 1, head.value * step), max(step, scale), end + 1
    return head, scale


@cache
def beginnings(language: str) -> tuple[frozenset[str], str]:
    """The first words of all that is a number in a language, and what joins words to one."""
    grammar = _grammar(language)
    runs = (*grammar.small, *grammar.ordinals, *phrases(language, "numbers", "half_of"))
    single = grammar.articles | grammar.alone | grammar.hundreds.keys()
    return single | {run[0] for run in runs}, grammar.joined


def read_words(
    norms: Sequence[str], at: int, language: str, *, any_group: bool = False
) -> Reading | None:
    """The number that begins at a token, in words, in digits or mixed ("1.5 million").

    Args:
        norms: level 2 tokens.
        at: position to read at.
        language: a language tag; without lists only digits are read.
        any_group: see `read_figure`.

    Returns:
        The longest reading; None when there is no number or it can be read in two ways.
    """
    grammar = _grammar(primary(language))
    head = read_figure(norms, at, language, any_group=any_group)
    figure = head is not None
    if head is None:
        halved = _half(language, "half_of", norms, at)
        if halved is not None and halved < len(norms) and norms[halved] in grammar.scales:
            return Reading(halved + 1, Fraction(grammar.scales[norms[halved]], 2))
        head = _group(grammar, norms, at)
    following = norms[at + 1] if at + 1 < len(norms) else ""
    if head is None:
        if norms[at] in grammar.articles and following in grammar.scales:
            head = Reading(at + 1, Fraction(1))
        elif norms[at] in grammar.alone:
            head = Reading(at, Fraction(1))
        else:
            return None
    elif not figure:
        head = _decimals(grammar, language, norms, head)
    elif head.end < len(norms) and norms[head.end] in grammar.hundred and head.value < 100:
        head = Reading(head.end + 1, head.value * 100)
    if head.ordinal:
        return head
    total, scale = _scaled(grammar, norms, head)
    if scale == 1:
        single = head.end == at + 1 and norms[at] in grammar.not_alone
        return None if single else head
    return _lower_groups(grammar, language, norms, total, scale)


def _lower_groups(
    grammar: Grammar, language: str, norms: Sequence[str], total: Reading, scale: int
) -> Reading:
    """What stands behind a scale: "two million [three hundred thousand] [and five]"."""
    while total.end < len(norms):
        linked = norms[total.end] in grammar.links
        at = total.end + linked
        if at >= len(norms):
            break
        part = read_figure(norms, at, language) or _group(grammar, norms, at)
        if part is None and norms[at] in grammar.alone and grammar.scales[norms[at]] < scale:
            part = Reading(at, Fraction(1))
        if part is None or (part.ordinal and norms[at][:1].isdecimal()):
            break
        whole, step = _scaled(grammar, norms, part) if not part.ordinal else (part, 1)
        figure = norms[at][:1].isdecimal() and step == 1
        after = norms[whole.end] if whole.end < len(norms) else ""
        far = linked and (step > 1 or part.value >= 100 or after in grammar.hundred | grammar.parts)
        if step >= scale or whole.value >= scale or whole.value == 0 or figure or far:
            break
        total = Reading(whole.end, total.value + whole.value, part.ordinal)
        scale = step
        if step == 1:
            break
    return total
