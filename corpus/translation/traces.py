"""What a translation leaves behind: words of another script, labels of lost pictures, links.

Problem: a page made from one in another script says so nowhere, but one of thirty labels was left
as it was, or the label of a picture stands where the picture was; and people who know two scripts
use both on purpose.

Method: a label counts when the others of its kind are in the page's script and its turn is, too; a
word in running text counts when it is glue or a unit between two of the page's words, or when
several are left bare in lower-case sentences; a picture's label when it stands alone between
passages and its neighbours are in the page's script. Glosses in brackets and quotation marks, and
words that the sentence talks about, are no traces.

Rejected: counting characters of another script (names of sources, addresses and registrations are
in it on pages that nobody translated).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.models import DraftPassage, PassageKind
from corpus.translation.evidence import Code, ScopedEvidence, Strength
from corpus.translation.patterns import line_rules, trace_rules
from corpus.translation.units import bare, line_at, trimmed

_FEW_LABELS = 6
_RARE = 0.15
_FOREIGN_SHARE = 0.03
"""More than this of a page in another script, and it is written in both."""
_SEVERAL = 2
_LABEL = 80
_WEAK_SHOWN = 5
_OPENS = "([（【「『《〈<\u201c\u2018\"'*_/`"
_CLOSES = ")]）】」』》〉>\u201d\u2019\"'*_/`"
_LETTER = re.compile(r"[^\W\d_]")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)[,;:]?[ \n]$")
_LABELLED = re.compile(r"(?P<label>[^\n:：]{1,60})[:：]\s*(?=\S)")
_ADDRESS = re.compile(r"https?://[^\s)>\]]+(?:\n[^\s)>\]]+(?=\s*$))?", re.MULTILINE)
_LABEL_BEFORE = re.compile(
    r"(?P<label>[^\n:：()\[\]]{3,60})[\s*_]*[:：][\s*_]*(?:<|\[[^\]\n]*\]\()?$|"
    r"\[(?P<shown>[^\]\n]{3,60})\]\($"
)
_PREFIX = 130
_OWN_BLOCK = 3


def residual_script(
    text: str, passages: Sequence[DraftPassage], language: str
) -> Iterator[ScopedEvidence]:
    """Words left in another script, as labels or in running text.

    Args:
        text: the stored text.
        passages: in order of place.
        language: tag of the page's language.

    Returns:
        Rows by kind, then place; none for a page written in both scripts.
    """
    foreign = _foreign(language)
    strange = sum(len(m.group()) for m in foreign.finditer(text))
    if not strange or strange > _FOREIGN_SHARE * len(text):
        return
    for start, end in _strange_labels(text, passages, foreign):
        yield _trace(text, start, end, Code.RESIDUAL_SCRIPT, "label")
    for start, end in _strange_words(text, passages, foreign):
        yield _trace(text, start, end, Code.RESIDUAL_SCRIPT, "running-text")


def placeholders(
    text: str, passages: Sequence[DraftPassage], language: str
) -> Iterator[ScopedEvidence]:
    """Labels of pictures and films in another language, alone on a line between passages.

    Args:
        text: the stored text.
        passages: in order of place.
        language: tag of the page's language.

    Returns:
        Rows by place. A label next to a line in its own script belongs to a menu and gives none.
    """
    if not passages:
        return
    rules = [p for p in trace_rules().placeholders if p.language != language]
    own = {w for p in trace_rules().placeholders if p.language == language for w in p.words}
    words = {w for p in rules for w in p.words} - own
    foreign = _foreign(language)
    first, last = passages[0].start, max(p.end for p in passages)
    lines = _lines(text)
    for at, (start, end) in enumerate(lines):
        if not first <= start < last or end - start > 24:
            continue
        if bare(text[start:end]).casefold() not in words:
            continue
        beside = [lines[i] for i in (at - 1, at + 1) if 0 <= i < len(lines)]
        if not any(
            foreign.search(text[a:b]) and bare(text[a:b]).casefold() not in words
            for a, b in beside
        ):
            yield _trace(text, start, end, Code.PLACEHOLDER, "placeholder")


def links_to_original(
    text: str, passages: Sequence[DraftPassage], own_url: str | None
) -> Iterator[ScopedEvidence]:
    """Labelled links to the original.

    Args:
        text: the stored text.
        passages: what people say is not looked at.
        own_url: the page's own address; a link to it is none to an original, and neither is one
            among the page's particulars (scrapers put the page's own address there).

    Returns:
        Rows by place.
    """
    said = [(p.start, p.end) for p in passages if p.speaker is not None]
    for address in _ADDRESS.finditer(text):
        line, _ = line_at(text, address.start())
        begin = max(line, address.start() - _PREFIX)
        labelled = _LABEL_BEFORE.search(text, begin, address.start())
        if labelled is None or "".join(address.group().split()) == own_url:
            continue
        label = bare(labelled.group("label") or labelled.group("shown"))
        rule = next((r for r in line_rules().links if r.pattern.fullmatch(label)), None)
        start, end = labelled.start(), address.end()
        if rule is None or _among_particulars(text, start):
            continue
        if not any(a < end and start < b for a, b in said):
            start, end = trimmed(text, start, end)
            yield ScopedEvidence(
                Code.LINK_TO_ORIGINAL,
                Strength.STRONG,
                text[start:end],
                start,
                end,
                rule.id,
                rule.version,
            )


def weak_traces(text: str, language: str) -> Iterator[ScopedEvidence]:
    """What the audit view shows beside the evidence and what decides nothing.

    Args:
        text: the stored text.
        language: tag of the page's language.

    Returns:
        At most five rows a trace, by place.
    """
    for rule in trace_rules().weak:
        if language in rule.not_on:
            continue
        found = [m.span() for m in rule.pattern.finditer(text)]
        if len(found) >= rule.least:
            for start, long_end in found[:_WEAK_SHOWN]:
                end = min(long_end, start + _PREFIX)
                yield ScopedEvidence(
                    rule.id,
                    Strength.WEAK,
                    text[start:end],
                    start,
                    end,
                    f"traces.{rule.id}",
                    trace_rules().version,
                )


@cache
def _foreign(language: str) -> re.Pattern[str]:
    """Runs of letters of a script in which a page of this language is not written."""
    rules = trace_rules()
    own = rules.page_scripts.get(language, frozenset())
    # one run may mix scripts of one language, as Japanese does
    inside = "".join(c for name, c in rules.scripts.items() if name not in own)
    return re.compile(f"[{inside}]+")


def _strange_labels(
    text: str, passages: Sequence[DraftPassage], foreign: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    labels = list(_labels(text, passages))
    if len(labels) < _FEW_LABELS:
        return
    written = Counter(text[a:b] for a, b, _ in labels)
    if written.most_common(1)[0][1] < _SEVERAL:
        return
    strange = [(a, b, p) for a, b, p in labels if _outside_brackets(text[a:b], foreign)]
    if len(strange) > max(1, _RARE * len(labels)):
        return
    for start, end, passage in strange:
        latin = set(re.findall(r"[^\W\d_]{3,}", foreign.sub(" ", text[start:end])))
        earlier = any(latin & set(re.findall(r"\w+", text[a:b])) for a, b, _ in labels if b < start)
        said = text[passage.start : passage.end]
        if foreign.search(said) or (latin and not earlier):
            continue
        yield start, end


def _labels(
    text: str, passages: Sequence[DraftPassage]
) -> Iterator[tuple[int, int, DraftPassage]]:
    """What stands before the first passage of each turn on its line."""
    turn, before = -1, 0
    for passage in passages:
        new, turn = passage.turn != turn, passage.turn
        gap, before = before, passage.end
        if not new or passage.kind is not PassageKind.SPEECH:
            continue
        begin = max(gap, text.rfind("\n", 0, passage.start) + 1, passage.start - _LABEL)
        start, end = trimmed(text, begin, passage.start)
        if end > start and text[end - 1] in ":：*_" and _LETTER.search(text, start, end):
            yield start, end, passage


def _outside_brackets(label: str, foreign: re.Pattern[str]) -> bool:
    return foreign.search(re.sub(r"[(（\[【][^)）\]】]*[)）\]】]", "", label)) is not None


def _strange_words(
    text: str, passages: Sequence[DraftPassage], foreign: re.Pattern[str]
) -> list[tuple[int, int]]:
    rules = trace_rules()
    certain: list[tuple[int, int]] = []
    bare_words: list[tuple[int, int]] = []
    for passage in passages:
        for found in foreign.finditer(text, passage.start, passage.end):
            start, end = found.span()
            word = found.group()
            digit = text[max(0, start - 2) : start].rstrip()[-1:].isdigit()
            if digit and word in rules.units:
                certain.append((start, end))
                continue
            if not _left_bare(text, start, end, rules.cues):
                continue
            if word in rules.glue:
                certain.append((start, end))
            elif end - start > 1:
                bare_words.append((start, end))
    distinct = {text[a:b] for a, b in bare_words}
    return sorted(certain + (bare_words if len(distinct) >= _SEVERAL or certain else []))


def _left_bare(text: str, start: int, end: int, cues: re.Pattern[str]) -> bool:
    """Between two words of the page, not quoted, bracketed, glossed or talked about."""
    before = _WORD_BEFORE.search(text[max(0, start - 40) : start])
    after = text[end : end + 3]
    if before is None or not before.group(1)[0].islower() or cues.fullmatch(before.group(1)):
        return False
    if not after or after[0] in _CLOSES or text[start - 1] in _OPENS:
        return False
    following = after.lstrip(" \n")
    if following[:1] and following[0] in _OPENS:
        return False
    around = text[max(0, start - 60) : end + 60]
    if cues.search(around) and re.search(r"(?:mean|call|word|term|phrase|charact|name)", around):
        return False
    return after[0] in " \n,.;:!?" and (not following[:1].isupper() or after[0] != " ")


def _lines(text: str) -> list[tuple[int, int]]:
    spans = (trimmed(text, m.start(), m.end()) for m in re.finditer(r"[^\n\r]+", text))
    return [(a, b) for a, b in spans if a < b]


def _among_particulars(text: str, place: int) -> bool:
    """One of several labelled lines that stand together at the top."""
    start, _ = line_at(text, place)
    begin = max(0, text.rfind("\n\n", 0, max(start, 1)))
    stop = text.find("\n\n", start)
    block = text[begin : stop if stop > 0 else len(text)]
    near_top = start < 1500
    return near_top and sum(bool(_LABELLED.match(x)) for x in block.splitlines()) >= _OWN_BLOCK


def _trace(text: str, start: int, end: int, code: Code, rule: str) -> ScopedEvidence:
    return ScopedEvidence(
        code,
        Strength.STRONG,
        text[start:end],
        start,
        end,
        f"traces.{rule}",
        trace_rules().version,
    )
