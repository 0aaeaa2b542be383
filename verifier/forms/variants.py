"""The closed lists of level 3: when two runs of words are the same words after all.

Problem: colour/color, can not/cannot, fourteen/14 and 歷史/历史 are no change of wording, while
every day/everyday, were/we're and percent/percentage points are. A fold that goes too far hides a
change from the reader; one that is missing raises a false alarm.

Method: `same` tries the folds one after another, each a closed list or a rule over closed lists,
and names the one that was needed. A single token also has a key, and two tokens with one key are
always `same`, so that an aligner may compare keys.

Rejected: an edit distance (form/from), stemming (walks/walked is a change of tense), and dropping
all diacritics (German schon and schön are two words; so are Spanish hablo and habló, which is why
a mark on the last two letters counts where the list says ``same_ending``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from corpus.text.han import simplified
from corpus.text.tokens import is_unspaced
from verifier.forms.contractions import expansions, readings, written_out
from verifier.forms.numbers import read_number, whole_number
from verifier.forms.spelling import is_compound, spelled, unmarked
from verifier.forms.stems import is_function_word
from verifier.forms.wordlists import phrases, primary, section, words

_KEPT_KEYS = 131_072
"""Keys kept of one language: some 15 MB, more than a desk meets in a year."""

_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")


def same(
    claim: Sequence[str],
    source: Sequence[str],
    language: str,
    *,
    claim_surfaces: Sequence[str] = (),
    source_surfaces: Sequence[str] = (),
) -> str | None:
    """The fold that makes two short runs of tokens equal.

    Args:
        claim: level 2 tokens of the claim, one to about eight.
        source: level 2 tokens of the source.
        language: a language tag, of the source.
        claim_surfaces: the claim's tokens as written; needed for U.S./US only, where "us" is a
            word.
        source_surfaces: the source's tokens as written.

    Returns:
        ``script``, ``number``, ``abbreviation``, ``ampersand``, ``lost apostrophe``,
        ``diacritics``, ``spelling``, ``percent``, ``contraction`` or ``initialism``; several joined
        by ", " when tokens side by side need different ones. None when the runs differ, when one is
        empty, and when they are equal as they stand. Symmetric in claim and source.

    Cost: some ten microseconds, less when asked again.
    """
    if not claim or not source or tuple(claim) == tuple(source):
        return None
    tag = primary(language)
    found = None if _far(claim, source, tag) else _same(tuple(claim), tuple(source), tag)
    if found is None and claim_surfaces and source_surfaces:
        short, long = sorted((claim_surfaces, source_surfaces), key=lambda s: "".join(s).count("."))
        if _initialism(short, long):
            return "initialism"
    return found


def token_keys(norms: Sequence[str], language: str) -> list[str]:
    """A level 3 key for each token: tokens with one key differ at most by a one-to-one fold.

    Function words keep their form (apart from the script), so that lists of them still apply to
    keys. Folds of several tokens (can not/cannot) and of function words are left to `same`.

    Args:
        norms: level 2 tokens.
        language: a language tag.

    Returns:
        As many keys as tokens.
    """
    return list(map(_keys(primary(language)).__getitem__, norms))


class _Keys(dict[str, str]):
    """The keys of one language's tokens, each made when it is first met: a look into a dictionary
    costs a quarter of a cached call, and running text is asked for word by word."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, norm: str) -> str:
        language = self._language
        key = simplified(norm) if is_function_word(norm, language) else _key(norm, language)
        if len(self) >= _KEPT_KEYS:
            self.clear()
        self[norm] = key
        return key


@cache
def _keys(language: str) -> _Keys:
    return _Keys(language)


def _far(claim: Sequence[str], source: Sequence[str], language: str) -> bool:
    """Whether no list can make two runs equal: next to all that are asked about are so.

    Words that stand on no list differ for good, unless one is others written together.
    """
    written = _written_once(language)
    if not all(map(written.__getitem__, claim)) or not all(map(written.__getitem__, source)):
        return False
    return len(claim) == len(source) or (
        min(len(claim), len(source)) > 1 or claim[0][:1] != source[0][:1]
    )


class _WrittenOnce(dict[str, bool]):
    """Whether a word is written in one way only, and is no number nor part of one."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        listed = {norm for phrase in phrases(language, "percent", "words") for norm in phrase}
        self._listed = listed | section(language, "abbreviations").keys() | {"%", "&", "-"}

    def __missing__(self, norm: str) -> bool:
        language = self._language
        if len(self) >= _KEPT_KEYS:
            self.clear()
        found = self[norm] = (
            norm.isascii()
            and norm.isalpha()
            and norm not in self._listed
            and _key(norm, language) == norm
            and expansions(norm, language) == (norm,)
            and read_number((norm,), 0, language) is None
        )
        return found


@cache
def _written_once(language: str) -> _WrittenOnce:
    return _WrittenOnce(language)


@lru_cache(maxsize=65_536)
def _same(claim: tuple[str, ...], source: tuple[str, ...], language: str) -> str | None:
    if len(claim) == len(source):
        names = [_one(a, b, language) for a, b in zip(claim, source, strict=True) if a != b]
        if all(names):
            return ", ".join(dict.fromkeys(name for name in names if name))
    if not "".join(claim + source).isascii() and _regional(claim) == _regional(source):
        return "script"
    if _equal_numbers(claim, source, language):
        return "number"
    if _percent(claim, source, language):
        return "percent"
    # most words are written in one way only, and two different runs of them stay different
    if any(expansions(norm, language) != (norm,) for norm in claim + source) and (
        readings(claim, language) & readings(source, language)
    ):
        return "contraction"
    if not section(language, "abbreviations").keys().isdisjoint(claim + source) and (
        written_out(claim, language) == written_out(source, language)
    ):
        return "abbreviation"
    return "spelling" if is_compound(claim, source, language) else None


def _one(a: str, b: str, language: str) -> str | None:
    """The fold that makes two different tokens equal."""
    if _regional((a,)) == _regional((b,)):
        return "script"
    if _key(a, language) != _key(b, language):
        return "number" if _equal_numbers((a,), (b,), language) else None
    if whole_number((a,), language):
        return "number"
    if "&" in (a, b):
        return "ampersand"
    short = section(language, "abbreviations")
    if short.get(a, a) == short.get(b, b):
        return "abbreviation"
    if a.replace("'", "") == b.replace("'", ""):
        return "lost apostrophe"
    return "diacritics" if unmarked(a, language) == unmarked(b, language) else "spelling"


@lru_cache(maxsize=65_536)
def _key(norm: str, language: str) -> str:
    if is_unspaced(norm):
        return _regional((norm,))
    if norm == "&":
        return next(iter(words(language, "ampersand", "words")), norm)
    number = whole_number((norm,), language)
    if number and not is_function_word(norm, language) and not _ends_in_zero(norm, language):
        return f"{number.value}." if number.ordinal else str(number.value)
    norm = str(section(language, "abbreviations").get(norm, norm))
    different = words(language, "apostrophe", "different")
    if "'" in norm and section(language, "apostrophe").get("lost") and norm not in different:
        norm = norm.replace("'", "")
    return unmarked(spelled(norm, language), language)


# --- script ----------------------------------------------------------------------------------


@cache
def _regional_pairs() -> tuple[tuple[str, str], ...]:
    listed = (simplified(p).split(":") for p in section("zh", "regional").get("pairs", []))
    return tuple((a, b) for a, b in listed if a != b)


def _regional(run: tuple[str, ...]) -> str:
    text = " ".join(run)
    if text.isascii():
        return text
    folded = simplified("".join(run) if all(is_unspaced(t) for t in run) else text)
    for other, usual in _regional_pairs():
        folded = folded.replace(other, usual)
    return folded


# --- numbers ---------------------------------------------------------------------------------


def _equal_numbers(a: tuple[str, ...], b: tuple[str, ...], language: str) -> bool:
    first, second = whole_number(a, language), whole_number(b, language)
    if first is None or second is None:
        return False
    if any(len(run) == 1 and _ends_in_zero(run[0], language) for run in (a, b)):
        return False
    return first.value == second.value and first.ordinal == second.ordinal


def _ends_in_zero(norm: str, language: str) -> bool:
    """Whether a decimal ends in a zero: version 3.10 is not 3.1, and 1.30 may be a time."""
    mark = str(section(language, "numbers").get("decimal", ""))
    return bool(mark) and norm.endswith("0") and mark in norm


def _percent(a: tuple[str, ...], b: tuple[str, ...], language: str) -> bool:
    first, second = _without_percent(a, language), _without_percent(b, language)
    if first is None or second is None:
        return False
    return first == second or _equal_numbers(first, second, language)


def _without_percent(run: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """What stands before the word or sign for per cent; None when the run does not end in one."""
    if run[-1] == "%":
        return run[:-1]
    if language == "zh" and tuple(simplified(t) for t in run[:3]) == ("百", "分", "之"):
        return run[3:]
    for phrase in phrases(language, "percent", "words"):
        if run[-len(phrase) :] == phrase:
            return run[: -len(phrase)]
    return None


# --- initialisms -----------------------------------------------------------------------------


def _initialism(short: Sequence[str], long: Sequence[str]) -> bool:
    """U.S. (long) and US or U.S (short): letters with and without dots, all of them capitals."""
    plain, dotted = "".join(short), "".join(long)
    return (
        (len(short) == 1 or all(len(letter) == 1 for letter in short))
        and len(plain) > 1
        and plain.isupper()
        and bool(_DOTTED.fullmatch(dotted))
        and dotted.replace(".", "") == plain
    )
