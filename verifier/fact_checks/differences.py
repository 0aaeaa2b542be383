"""What differs between a quote and a reviewed claim, and what stands around the shared words.

Problem: the shorter wording may stand in the longer one word for word, and the longer one may take
it back ("He never said that ..."), ask it, or make it depend on something.

Method: the edits of the alignment, each with the class of meaning it is found in; then negations in
the rest of the sentence, clauses that govern the shared words, and a question mark on one side.
Rather one difference too many is told than a review passed off as one of these words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text.sentences import sentence_spans
from corpus.text.tokens import counted_words, terms, tokens
from verifier.aligning.borders import CLAUSE_BORDER
from verifier.aligning.diff import TIDY_KINDS
from verifier.aligning.wording import final_marks, is_question
from verifier.contexts.context import framings
from verifier.matches import Span
from verifier.meanings.lexicon import lexicon
from verifier.meanings.meaning import findings
from verifier.models import Alignment, Claim, Context, Edit, Op, Risk

_ALIKE = frozenset({Op.EQUAL, Op.FOLD, Op.MARKED})
_TURNING = {
    Context.HEAD_HAS_NEGATION: Risk.NEGATION.value,
    Context.HEAD_HAS_CONDITION: Risk.CONDITION.value,
    Context.TAIL_HAS_CONDITION: Risk.CONDITION.value,
}
_BRIEF = 1
"""Words of a sentence that only answers its neighbour ("Not."); a longer one says something."""
_MARKS = 12
"""Characters in which the marks that end a sentence stand."""

Difference = tuple[str, str, str]
"""A class, the words of the shorter wording, those of the longer one."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two wordings in one alignment.

    Attributes:
        short: the one that was aligned as a claim.
        long: the one that was its source.
        alignment: of the two.
        language: of both.
    """

    short: Claim
    long: Claim
    alignment: Alignment
    language: str


def changes(edit: Edit) -> bool:
    """Whether an edit is more than tidying."""
    return edit.op not in _ALIKE and edit.kind not in TIDY_KINDS


def differences(sides: Sides) -> list[Difference]:
    """Everything in which two wordings differ.

    Args:
        sides: both, aligned.

    Returns:
        What the edits are, in the order of the text, then what stands around; empty where the one
        has the words of the other and nothing takes them back.
    """
    short, long, alignment = sides.short, sides.long, sides.alignment
    found = [
        (
            edit.kind.value,
            slice_of(short, edit.claim_first, edit.claim_last),
            slice_of(long, edit.source_first, edit.source_last),
        )
        for edit in alignment.edits
        if changes(edit)
    ]
    for finding in findings(short, alignment, sides.language):
        _name(found, (finding.code.value, finding.claim_text, finding.source_text))
    here = short.tokens.starts[0], short.tokens.ends[-1]
    there = alignment.start, alignment.end
    found += [(code, words, "") for code, words in _around(short.text, here, sides.language)]
    found += [(code, "", words) for code, words in _around(long.text, there, sides.language)]
    if not any(code == Risk.NEGATION for code, _, _ in found):
        found += _uneven(
            _denials(short.text, here, sides.language), _denials(long.text, there, sides.language)
        )
    asked = _question(sides)
    return [*found, asked] if asked else found


def slice_of(wording: Claim, first: int, last: int) -> str:
    """The text of some tokens of a wording; empty for none."""
    cut = wording.tokens
    return wording.text[cut.starts[first] : cut.ends[last - 1]] if last > first else ""


def sentences_over(text: str, place: Span) -> list[Span]:
    """The sentences of a text that a stretch of it touches; at least one."""
    return [s for s in sentence_spans(text) if s[0] < place[1] and place[0] < s[1]]


def _around(text: str, place: Span, language: str) -> Iterator[tuple[str, str]]:
    """Words of a text beside some of its words that turn their sentence round."""
    start, end = place
    spans = sentence_spans(text)
    touched = [at for at, s in enumerate(spans) if s[0] < end and start < s[1]]
    first, last = touched[0], touched[-1] + 1
    if first and (_brief(text, spans[first - 1]) or _open(text, spans[first - 1])):
        first -= 1
    if last < len(spans) and (_brief(text, spans[last]) or _open(text, spans[last - 1])):
        last += 1
    whole = spans[first][0], spans[last - 1][1]
    told = [
        words
        for rest in ((whole[0], start), (end, whole[1]))
        for words in _denials(text, rest, language)
    ]
    yield from ((Risk.NEGATION.value, words) for words in told)
    for frame in framings(text, start, end, language):
        if frame.code in _TURNING and not any(word in frame.text for word in told):
            yield _TURNING[frame.code], frame.text


def _brief(text: str, sentence: Span) -> bool:
    """Whether a sentence is so short that it only answers its neighbour."""
    return counted_words(terms(text[slice(*sentence)])) <= _BRIEF


def _open(text: str, sentence: Span) -> bool:
    """Whether dots end a sentence: what they leave out may join it to the next one."""
    return text[slice(*sentence)].rstrip().endswith(("\u2026", "...", "[...]"))


def _denials(text: str, place: Span, language: str) -> list[str]:
    """The negations in a stretch of a text, in order."""
    cut, entries = tokens(text), lexicon(language)
    gaps = zip((0, *cut.ends), cut.starts, strict=False)
    parted = [bool(CLAUSE_BORDER.search(text, *gap)) for gap in gaps]
    spans = entries.spans(Risk.NEGATION, entries.read(cut.norms, parted))
    stretches = [(cut.starts[s.first], cut.ends[s.last - 1]) for s in spans]
    return [text[a:b] for a, b in stretches if place[0] <= a and b <= place[1]]


def _uneven(ours: list[str], theirs: list[str]) -> list[Difference]:
    """A negation that one has more often than the other, where the edits have not told of it."""
    code = Risk.NEGATION.value
    if len(ours) > len(theirs):
        return [(code, ours[-1], "")]
    return [(code, "", theirs[-1])] if len(theirs) > len(ours) else []


def _question(sides: Sides) -> Difference | None:
    """The last words of both where one of the two asks and the other says."""
    short, long, alignment = sides.short, sides.long, sides.alignment
    last, end = len(short.tokens), alignment.source_last
    ours = final_marks(short.text[short.tokens.ends[-1] :][:_MARKS])
    theirs = final_marks(long.text[alignment.end :][:_MARKS])
    if is_question(ours) == is_question(theirs):
        return None
    words = slice_of(short, last - 1, last) + ours, slice_of(long, end - 1, end) + theirs
    return (Risk.QUESTION_TO_STATEMENT.value, *words)


def _name(found: list[Difference], told: Difference) -> None:
    """Give a difference the class of a finding about it; one of its own where there is none."""
    code, here, there = told
    about = [
        at for at, (_, ours, theirs) in enumerate(found) if _in(here, ours) and _in(there, theirs)
    ]
    for at in about:
        if found[at][0] not in set(Risk):
            found[at] = (code, *found[at][1:])
            return
    inside = [
        at for at, (_, ours, theirs) in enumerate(found) if ours in here and theirs in there
    ]
    if inside and not about:
        found[inside[0]] = told
    elif not about:
        found.append(told)


def _in(words: str, text: str) -> bool:
    """Whether the words of a finding, parted where they do not stand together, are in a text."""
    return all(part in text for part in words.split(" \u2026 "))
