"""Which differences between a claim and its source touch the meaning.

Problem: a quote that keeps 19 of 20 words may say the opposite, and one that keeps 12 of 20 may say
the same. A similarity cannot tell; people must be told which word matters.

Method: every stretch that differs is compared a class at a time. The expressions of the class that
touch the stretch are read from closed lists on both sides (a contraction by its words, a number by
its value), and the two multisets of meanings are compared: what only one side has is a finding.
Words left out at a marked ellipsis count when no clause border parts them from a kept word; words
in brackets are compared with the words they stand for, but may name persons and things freely.

Rejected: one finding an edit (a changed run is often cut in two, and "won't" against "will" is no
change of modal verb), and models of entailment (no answer one could look up, none that is the same
tomorrow).

Source: `VERDICTS.md` of the project's specification, row ``meaning_risk``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.meanings.differences import BlockKind, Comparison, Region, compare
from verifier.meanings.differing_names import differing, names, words_without_endings
from verifier.meanings.expressions import LISTED, Expressions, quoted, read_side
from verifier.meanings.lexicon import Lexicon, Span, Word, has_list, lexicon, touching
from verifier.meanings.opposites import opposed, prefixed
from verifier.meanings.telling_marks import mark_changes, question_to_statement
from verifier.meanings.verb_forms import tense_changes
from verifier.models import Alignment, Claim, Finding, Risk

__all__ = ["findings", "has_list", "question_to_statement"]

_LABELS = {
    Risk.NEGATION: "negation",
    Risk.NUMBER: "number",
    Risk.UNIT: "unit",
    Risk.MODAL: "modal verb",
    Risk.QUANTIFIER: "quantity word",
    Risk.CONDITION: "condition",
    Risk.PERSON: "person",
    Risk.NAMED_ENTITY: "name",
    Risk.ANTONYM: "opposite word",
    Risk.TENSE: "tense",
}
_ADDED_IN_BRACKETS = frozenset(
    (Risk.NEGATION, Risk.NUMBER, Risk.MODAL, Risk.QUANTIFIER, Risk.CONDITION)
)
_FREE_IN_BRACKETS = frozenset((Risk.PERSON, Risk.NAMED_ENTITY))
_FREE_AT_ELLIPSIS = frozenset((Risk.PERSON, Risk.TENSE))
"""What is left out openly and stands nowhere else cannot be read as another person or time."""

_ORDER = {code: at for at, code in enumerate(Risk)}


def findings(claim: Claim, alignment: Alignment, language: str) -> tuple[Finding, ...]:
    """The differences of an alignment that stand on a meaning list.

    Args:
        claim: the claim, read.
        alignment: where it stands and what differs.
        language: the source's language tag. Without lists for it (`has_list`) only digits, signs
            and names in capitals are seen.

    Returns:
        Findings as they stand in the claim, then in the order of `Risk`; each once. Empty when no
        difference touches the meaning.

    Cost: linear in the words of the claim and its place.
    """
    compared = compare(claim, alignment)
    found = [(place, _ORDER[f.code], f) for place, f in mark_changes(compared, language)]
    regions = compared.regions()
    if not regions and not found:
        return ()
    entries = lexicon(language)
    ours = read_side(compared.source, entries)
    theirs = read_side(compared.claim, entries)
    for region in regions:
        place = compared.bounds(region.first, region.last)[2]
        judge = _Judge(compared, region, entries, ours, theirs, alignment.window.text)
        found.extend((place, _ORDER[f.code], f) for f in judge.findings())
    seen: set[tuple[Risk, str, str]] = set()
    out: list[Finding] = []
    for _, _, finding in sorted(found, key=lambda entry: entry[:2]):
        key = (finding.code, finding.claim_text.casefold(), finding.source_text.casefold())
        if key not in seen:
            seen.add(key)
            out.append(finding)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Judge:
    """One difference under judgement."""

    compared: Comparison
    region: Region
    entries: Lexicon
    source: Expressions
    claim: Expressions
    window: str

    def findings(self) -> list[Finding]:
        if self.region.kind is BlockKind.ELLIPSIS:
            return self._left_out()
        out: list[Finding] = []
        opposites, taken_s, taken_c = self._antonym()
        for code in LISTED:
            if self._counts(code):
                out.extend(self._listed(code, taken_s, taken_c))
        out.extend(opposites)
        codes = {f.code for f in out}
        if self._counts(Risk.TENSE) and not codes & {Risk.MODAL}:
            out.extend(self._tense(Risk.NEGATION in codes))
        if self._counts(Risk.NAMED_ENTITY):
            out.extend(self._names(bool(out)))
        return out

    def _counts(self, code: Risk) -> bool:
        if self.region.kind is not BlockKind.BRACKET:
            return True
        s_first, s_last, _, _ = self._bounds(self.region)
        if code in _FREE_IN_BRACKETS:
            return False
        return s_last > s_first or code in _ADDED_IN_BRACKETS

    def _bounds(self, region: Region) -> tuple[int, int, int, int]:
        return self.compared.bounds(region.first, region.last)

    def _added_only(self) -> bool:
        return self.compared.blocks[self.region.first].added_only

    def _sides(self, code: Risk) -> tuple[Region, list[Span], list[Span]]:
        spans_s, spans_c = self.source.spans[code], self.claim.spans[code]
        grown = self.compared.grow(self.region, spans_s, spans_c)
        s_first, s_last, c_first, c_last = self._bounds(grown)
        return grown, touching(spans_s, s_first, s_last), touching(spans_c, c_first, c_last)

    def _listed(self, code: Risk, taken_s: set[int], taken_c: set[int]) -> list[Finding]:
        grown, ours, theirs = self._sides(code)
        if code is not Risk.NEGATION:
            ours = [s for s in ours if not taken_s.intersection(range(s.first, s.last))]
            theirs = [s for s in theirs if not taken_c.intersection(range(s.first, s.last))]
        lost, added = _only(ours, theirs), _only(theirs, ours)
        if code is Risk.MODAL:
            s_first, s_last, c_first, c_last = self._bounds(grown)
            lost = _without_would(lost, self.claim.inside(c_first, c_last))
            added = _without_would(added, self.source.inside(s_first, s_last))
        if self._added_only():
            lost = []
        if not lost or not added:
            lost = [s for s in lost if not s.weak]
            added = [s for s in added if not s.weak]
        return self._report(code, grown, lost, added)

    def _antonym(self) -> tuple[list[Finding], set[int], set[int]]:
        if not self._counts(Risk.ANTONYM) or self._added_only():
            return [], set(), set()
        grown, ours, theirs = self._sides(Risk.ANTONYM)
        pair = opposed(self.entries.language, ours, theirs)
        s_first, s_last, c_first, c_last = self._bounds(grown)
        if pair is None:
            words = prefixed(
                self.entries,
                self.source.inside(s_first, s_last),
                self.claim.inside(c_first, c_last),
            )
            if words is None:
                return [], set(), set()
            a, b = (Span(w.token, w.token + 1, w.norm) for w in words)
            pair = (a, b)
        s, c = pair
        found = self._report(Risk.ANTONYM, grown, [s], [c])
        return found, set(range(s.first, s.last)), set(range(c.first, c.last))

    def _tense(self, negated: bool) -> list[Finding]:
        if self.entries.language != "en":
            return [] if negated else self._listed(Risk.TENSE, set(), set())
        s_first, s_last, c_first, c_last = self._bounds(self.region)
        changes = tense_changes(
            self.source.inside(s_first, s_last),
            self.claim.inside(c_first, c_last),
            self.source.words,
            self.claim.words,
        )
        lost = [Span(c.source, c.source + 1, "") for c in changes if c.source is not None]
        added = [Span(c.claim, c.claim + 1, "") for c in changes if c.claim is not None]
        return self._report(Risk.TENSE, self.region, lost, added)

    def _names(self, explained: bool) -> list[Finding]:
        s_first, s_last, c_first, c_last = self._bounds(self.region)
        ours = names(
            self.source.side, s_first, s_last, self.entries, self.source.listed, self.window
        )
        theirs = names(
            self.claim.side, c_first, c_last, self.entries, self.claim.listed, self.window
        )
        words_s = words_without_endings(self.source.inside(s_first, s_last))
        words_c = words_without_endings(self.claim.inside(c_first, c_last))
        lost = differing(ours, words_c, any(n.certain for n in theirs), explained)
        added = differing(theirs, words_s, any(n.certain for n in ours), explained)
        return self._report(
            Risk.NAMED_ENTITY,
            self.region,
            [Span(n.token, n.token + 1, n.norm) for n in lost],
            [Span(n.token, n.token + 1, n.norm) for n in added],
        )

    def _left_out(self) -> list[Finding]:
        s_first, s_last, _, _ = self._bounds(self.region)
        codes = [code for code in LISTED if code not in _FREE_AT_ELLIPSIS]
        out: list[Finding] = []
        for code in codes:
            spans = touching(self.source.spans[code], s_first, s_last)
            inside = [s for s in spans if s.first < s_last and s.last > s_first and not s.weak]
            lost = [s for s in inside if self._attached(s, s_first, s_last)]
            out.extend(self._report(code, self.region, lost, []))
        listed = self.source.listed
        found = names(self.source.side, s_first, s_last, self.entries, listed, self.window)
        lost = [Span(n.token, n.token + 1, n.norm) for n in found if n.certain]
        lost = [s for s in lost if self._attached(s, s_first, s_last)]
        out.extend(self._report(Risk.NAMED_ENTITY, self.region, lost, []))
        return out

    def _attached(self, span: Span, first: int, last: int) -> bool:
        """Whether no clause border parts a left-out word from a kept one, on either side."""
        side = self.source.side
        left = not any(side.border_before(at) for at in range(first, span.first + 1))
        right = last < len(side.norms) and not any(
            side.border_before(at) for at in range(span.last, last + 1)
        )
        return left or right

    def _report(
        self, code: Risk, region: Region, lost: Sequence[Span], added: Sequence[Span]
    ) -> list[Finding]:
        if not lost and not added:
            return []
        s_first, s_last, c_first, c_last = self._bounds(region)
        source = quoted(self.source.side, lost)
        claim = quoted(self.claim.side, added)
        if not added and any(s.part for s in lost):
            claim = self.claim.side.text(c_first, c_last)
        if not lost and any(s.part for s in added):
            source = self.source.side.text(s_first, s_last)
        if source and claim:
            note = f"{_LABELS[code]} differs: source {source}, quote {claim}"
        elif source:
            note = f"'{source}' is missing"
        else:
            note = f"'{claim}' was added"
        return [Finding(code, claim, source, note)]


def _only(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The spans whose meaning the other side has less often."""
    spare = Counter(s.meaning for s in others)
    out = []
    for span in spans:
        if spare[span.meaning] > 0:
            spare[span.meaning] -= 1
        else:
            out.append(span)
    return out


def _without_would(spans: Sequence[Span], others: Sequence[Word]) -> list[Span]:
    """The spans but for as many "would" as the other side has "'d", which may stand for it."""
    open_forms = sum(w.norm == "'d" for w in others)
    out = []
    for span in spans:
        if span.meaning == "would" and open_forms > 0:
            open_forms -= 1
        else:
            out.append(span)
    return out
