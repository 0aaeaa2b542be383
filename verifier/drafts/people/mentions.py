"""The names of a draft where they stand, with the office beside each.

Problem: a name is a run of capitals, but so are the start of a sentence, a place a report comes
from, and every German noun; in Chinese nothing shows it at all.

Method: runs of capitals outside quotation marks, cut where a sentence begins, without titles and
offices; the office is the word beside the name or in its apposition. One word that has its capital
only from the start of a sentence, and goes on or is used elsewhere like no name, is none. Chinese
names stand beside an office, before a verb of saying, or are known from such a place.

Rejected: a tagger for names (hundreds of megabytes, and every language needs another).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.drafts.clauses.names_zh import opens_part_zh
from verifier.drafts.names.capitals_de import cut, with_initial
from verifier.drafts.names.parts import Word, words_of
from verifier.drafts.names.phrases import name_in, office_at
from verifier.drafts.names.phrases_en import NAMED_AS, is_another, opens_clause
from verifier.drafts.words import DraftWords

_CAPITALS = (
    r"[^\W\d_a-z][\w'\u2019]*\.?(?:[ \u00a0-]"
    r"(?:(?:de|del|van|von|der|bin|al|da|di|la|le|du)[ \u00a0-]){0,2}[^\W\d_a-z][\w'\u2019]*\.?)*"
)
_RUN = re.compile(rf"(?<![\w'\u2019]){_CAPITALS}")
_RUN_ROMANCE = re.compile(
    rf"(?:(?<![\w'\u2019])|(?<=\b[dl]['\u2019])|(?<=\bqu['\u2019])){_CAPITALS}"
)
"""The same also behind an apostrophe, where an article or a small word ends ("l'Union")."""
_DESCRIBED = re.compile(r"\b([a-z]+) (?:the|a|an|his|her|their) (?:(?!(?:is|was) )[a-z-]+ ){1,2}$")
ROMANCE = ("fr", "es")
_WHERE = frozenset(
    "\u00e0 au aux en dans depuis vers sur sous a desde hasta hacia la le les los las".split()
)
"""What stands before a place in French and Spanish, and before no single name of a person."""
_PARTICIPLE = re.compile("\\w\\w\u00e9e?s?$|\\w\\w[ai]d[oa]s?$")
_BOUND = ("prepositions", "determiners")
_FUSED = frozenset("al del au du zum zur beim vom".split())  # prepositions with their article


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, or the words for somebody without one, where they stand.

    Attributes:
        name: the name without titles.
        opens: whether its sentence begins with it.
        role: the office beside it, case folded, or empty.
        placed: whether a preposition stands before it.
        free: whether neither a preposition nor an article stands before it, as before places.
    """

    start: int
    end: int
    name: str
    opens: bool
    role: str = ""
    placed: bool = False
    free: bool = False


def mention_at(
    text: str,
    span: tuple[int, int],
    name: str,
    role: str,
    sentences: Sequence[int],
    words: DraftWords,
    before: Mention | None,
) -> Mention:
    """How a name stands in its sentence.

    Args:
        text: the draft.
        span: where the name stands.
        name: the name.
        role: the office beside it.
        sentences: offsets at which sentences begin, in order.
        words: the lists of the language.
        before: the mention before.
    """
    start, end = span
    first = sentences[bisect_right(sentences, start) - 1] if sentences else 0
    lead = text[max(first, start - 40) : start]
    word = None if NAMED_AS.search(lead) else re.search(r"([^\W\d_]+)\s*$", lead)
    if words.language == "fr" and word is not None and word.group(1) in ("Le", "La"):
        word = None if lead[: word.start(1)].strip() else word  # "Touché hier, Le Corre ..."
    placed = word is not None and words.has("prepositions", word.group(1))
    placed = placed and not (word and opens_clause(text, word.group(1), end, words))
    if words.language == "en" and not role:
        far = _DESCRIBED.search(lead)  # "to the great Ada Vane"
        placed = placed or (far is not None and words.has("prepositions", far.group(1)))
    if words.language == "de" and word is not None:
        subordinate = any(words.has(n, word.group(1)) for n in ("clause_openers", "contrasts"))
        placed = placed and not subordinate
        placed = placed or words.has("determiners", word.group(1))
    alone = before is None or before.start < first or words.language != "en"
    alone = alone or (before is not None and words.is_role(before.name))
    lead_in = text[before.end : start].split() if before and before.start == first else []
    alone = alone or (0 < len(lead_in) < 4 and words.is_role(lead_in[-1]))  # "Dorn boss Cole"
    near = start - first <= 40 and ((role and alone) or "," in lead)
    opens = not placed and (start == first or near)
    if lead.rstrip().endswith(",") and not role and (before is None or before.start < first):
        opens = True  # "Giving evidence in court, Anna Brandt ..."
    opens = opens or opens_part_zh(text, start - len(role), end, words)
    bound = word is not None and any(words.has(n, word.group(1)) for n in _BOUND)
    bound = bound and (placed or not (word and words.has("prepositions", word.group(1))))
    alone = words.language == "de" and " " not in name
    noun = alone and start == first and text[end : end + 1] != ","
    free = bool(role) or not (bound or noun)
    return Mention(start, end, name, bool(opens), role, placed, free)


def names_in(
    text: str, start: int, end: int, sentences: Sequence[int], words: DraftWords
) -> Iterator[tuple[int, str, str]]:
    """The names of a part outside quotation marks, in languages with spaces between words.

    Args:
        text: the draft.
        start: offset of the part.
        end: its end offset.
        sentences: offsets at which sentences begin, in order.
        words: the lists of the language.

    Yields:
        Offset, name and office, in order.
    """
    runs = _RUN_ROMANCE if words.language in ROMANCE else _RUN
    for match in runs.finditer(text, start, end):
        for run in _in_sentences(words_of(text, *match.span()), sentences):
            for part in cut(text, run, words) if words.language == "de" else (run,):
                named = _read_name(text, part, start, end, words)
                if named is not None:
                    yield named


def _in_sentences(run: list[Word], sentences: Sequence[int]) -> list[list[Word]]:
    """A run of capitalised words, cut where a sentence begins."""
    parts: list[list[Word]] = []
    for word in run:
        if begins(word.start, sentences) or not parts:
            parts.append([])
        parts[-1].append(word)
    return parts


def begins(at: int, sentences: Sequence[int]) -> bool:
    """Whether a sentence begins at an offset."""
    index = bisect_left(sentences, at)
    return index < len(sentences) and sentences[index] == at


def _read_name(
    text: str, run: list[Word], start: int, end: int, words: DraftWords
) -> tuple[int, str, str] | None:
    at = run[0].start
    head = words_of(text, max(start, at - 40), at)[-3:]
    near = [w for w in head if not re.search(r"[,.;:]", text[w.end : at])]
    determined = bool(near) and words.has("determiners", near[-1].text)
    if words.language == "de" and near:
        described = re.fullmatch(
            "[a-z\u00e4\u00f6\u00fc\u00df]{2,}(?:en|er|em|es|e)", near[-1].text
        )
        determined = determined or (
            described is not None and any(words.has("determiners", w.text) for w in near[:-1])
        )
    name, role = name_in(text, run, words, determined=determined)
    if not name:
        return None
    half = near and words.language == "en" and words.has("impersonal", near[-1].text)
    if not role and near and words.is_role(near[-1].text) and not half:
        role = office_at(near, len(near) - 1, words)
    begin, stop = name[0].start, name[-1].end
    if words.language in ROMANCE and text[stop : stop + 1] == "," and _is_participle(name, words):
        return None  # "Contact\u00e9, l'\u00e9lu ..."
    stop = with_initial(text, stop, text[begin:stop]) if words.language == "de" else stop
    opens_line = text[max(0, begin - 8) : begin].rstrip(" ")[-1:] in "\n"
    if opens_line and all(word.text.isupper() for word in name):
        return None  # the place from which a report comes
    bare = re.sub(r"['\u2019]s?$", "", text[begin:stop])
    lead = run[run.index(name[0]) - 1 : run.index(name[0])] or near[-1:]
    placed = words.language in ROMANCE and len(name) == 1 and bool(lead)
    placed = placed and lead[0].text.casefold() in _WHERE  # "\u00c0 Linden, la luthi\u00e8re ..."
    if not placed and (not role or (words.language == "en" and words.has("titles", role))):
        beside = _apposition(
            text, name[0].start if not role else run[0].start, begin + len(bare), end, words
        )
        role = beside or role  # "the coroner, Dr Ada Vane"
    return begin, bare, role


def _is_participle(name: list[Word], words: DraftWords) -> bool:
    """Whether a single capital is a French or Spanish participle."""
    if len(name) > 1 or words.has("given_masculine", name[0].text):
        return False
    return _PARTICIPLE.search(name[0].text) is not None and not words.has(
        "given_feminine", name[0].text
    )


def _apposition(text: str, begin: int, stop: int, end: int, words: DraftWords) -> str:
    """The office between commas behind a name, or before it ("The mayor, Anna Brandt,")."""
    if text[stop : stop + 1] == ",":
        part = re.split("[,.;:\n]", text[stop + 1 : min(end, stop + 90)])[0]
        run = words_of(part, 0, len(part))
        for index, word in enumerate(run[:6]):
            barred = ("relatives", "verbs", "prepositions", *(("determiners",) if index else ()))
            if any(words.has(n, word.text) for n in barred):
                break
            ahead = run[index + 1].text if index + 1 < len(run) else ""
            first = words.has("prenominal", word.text) and ahead[:1].islower()
            if first and not words.has("prepositions", ahead):
                continue  # ", le premier film de"
            if words.is_role(word.text):
                behind = run[index + 1].text if index + 1 < len(run) else ""
                if is_another(word.text, behind, words):
                    return ""
                says = words.has("verbs", behind) or words.has("verbs", behind + "s")
                return "" if says else office_at(run, index, words)
        noun = words.language != "de" or (run and run[-1].text[0].isupper())
        if 1 < len(run) < 4 and noun and words.has("determiners", run[0].text):
            return run[-1].text.casefold()
    before = text[max(0, begin - 60) : begin]
    said = re.match(r"\s([^\W\d_]+),", text[stop:end])
    aside = said is not None and words.has("verbs", said.group(1))  # "The other, Cole claims,"
    if before.endswith(", ") and not aside:
        part = re.split("[,.;:\n]", before[:-2])[-1]
        run = words_of(part, 0, len(part))[-6:]
        of = next((n for n, w in enumerate(run) if n > 1 and w.text == "of"), len(run))
        run = run[:of] if words.language == "en" else run  # "the daughter of a sailor, Ada Vane"
        owned = any(w.text.endswith(("'s", "\u2019s")) for w in run)
        fused = any(w.text.casefold() in _FUSED for w in run)
        if owned or fused or any(words.has("determiners", w.text) for w in run):
            short = len(run) < 4 and words.has("determiners", run[0].text)
            known = short or words.is_role(run[-1].text)
            return office_at(run, len(run) - 1, words) if known else ""
    return ""


