"""What differs between a claim and the place it was aligned with, as edits.

Problem: matched runs say what is the same; a reader, and every rule after this one, needs to know
what happened in between: replaced, added, left out, left out at a mark, or the same after all by a
closed list.

Method: each gap between runs is first reduced by the closed lists of `verifier.forms.variants` from
both ends, then named. At the edges of the claim an unmatched word is paired with its neighbour in
the source, within the clause, so that "dollars" stands against "crowns" and not beside it. What
lies between the letters of two replaced words is left to diff-match-patch.

Rejected: a character diff of both texts (names no word, and its time-out silently returns one
replacement of everything on long input).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from diff_match_patch import diff_match_patch

from verifier.aligning.align import Run
from verifier.aligning.borders import CLAUSE_BORDER, opens_sentence
from verifier.forms.numbers import number_runs
from verifier.forms.slips import is_filler, is_repetition, is_slip
from verifier.forms.stems import is_function_word
from verifier.forms.variants import same
from verifier.models import Alignment, Claim, Edit, EditKind, Join, Op, Window

_NUMBER_WORDS = 8
_FOLD_WORDS = 3
"""Longest runs that a closed list is asked about: a written-out number has hardly more words than
the first, every other entry hardly more than the second."""
TIDY_KINDS = frozenset({EditKind.FILLER, EditKind.SLIP})
"""Differences that tidy a quote up and change nothing else."""
CLOSE = 0.45
"""Share of the claim that must be matched before the closed lists are asked: below it no list makes
the place an altered wording, and the lists cost more than everything else."""


def align_edits(claim: Claim, window: Window, runs: Sequence[Run], language: str) -> Alignment:
    """Name everything between, before and after the matched runs.

    Args:
        claim: the claim; its segments say where marks of editing stand.
        window: the running text that was aligned.
        runs: matched runs, positions in ``claim.tokens`` and ``window.tokens``; not empty.
        language: of the source, for the closed lists.

    Returns:
        Edits that cover all tokens of the claim, and the source from the first to the last word
        that is matched or paired.
    """
    matched = sum(run.length for run in runs)
    namer = Namer(claim, window, language, close=matched >= CLOSE * len(claim.tokens))
    head, first = namer.head(runs[0])
    tail, last = namer.tail(runs[-1])
    edits = list(head)
    previous: Run | None = None
    for run in runs:
        if previous is not None:
            edits.extend(
                namer.gap(
                    previous.claim + previous.length,
                    run.claim,
                    previous.source + previous.length,
                    run.source,
                )
            )
        edits.extend(namer.matched(run))
        previous = run
    edits.extend(tail)
    return Alignment(window, tuple(edits), first, last)


def letters(claim_text: str, source_text: str) -> list[tuple[int, str]]:
    """Letter by letter difference of two short runs of words.

    Args:
        claim_text: words of the claim.
        source_text: words of the source.

    Returns:
        ``(-1, only in the source)``, ``(1, only in the claim)`` and ``(0, in both)``, in order.
    """
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    diffs = engine.diff_main(source_text, claim_text, False)
    engine.diff_cleanupSemantic(diffs)
    return [(int(op), str(text)) for op, text in diffs]


class Namer:
    """One claim against one window; every method names one stretch."""

    def __init__(self, claim: Claim, window: Window, language: str, *, close: bool) -> None:
        self.claim, self.window, self.language = claim, window, language
        self.cn, self.sn = claim.tokens.norms, window.tokens.norms
        self.close = close
        self.joints = {
            s.first: s.join for s in claim.segments if s.join in (Join.ELLIPSIS, Join.BRACKET)
        }

    def matched(self, run: Run) -> Iterator[Edit]:
        """A run of equal keys: equal words, and words that a one-to-one fold makes equal."""
        at = 0
        while at < run.length:
            folded = self.cn[run.claim + at] != self.sn[run.source + at]
            end = at + 1
            while (
                end < run.length
                and not folded
                and self.cn[run.claim + end] == self.sn[run.source + end]
            ):
                end += 1
            c, s = run.claim + at, run.source + at
            if folded:
                note = self._same(c, c + 1, s, s + 1) or "spelling"
                yield Edit(Op.FOLD, c, c + 1, s, s + 1, EditKind.SPELLING, note)
            else:
                yield Edit(Op.EQUAL, c, run.claim + end, s, run.source + end)
            at = end

    def differing(self, runs: Sequence[Run]) -> Iterator[Edit]:
        """Everything between, before and after runs, from the middle outwards."""
        for one, other in pairwise(runs):
            yield from self.gap(
                one.claim + one.length, other.claim, one.source + one.length, other.source
            )
        yield from self.head(runs[0])[0]
        yield from self.tail(runs[-1])[0]

    def gap(self, c1: int, c2: int, s1: int, s2: int) -> Iterator[Edit]:
        """Between two runs."""
        joint = next((j for j in sorted(self.joints) if c1 <= j <= c2), None)
        if joint is None:
            yield from self.silent(c1, c2, s1, s2)
            return
        left = min(joint - c1, s2 - s1)
        right = min(c2 - joint, s2 - s1 - left)
        yield from self.silent(c1, joint, s1, s1 + left)
        if s2 - right > s1 + left:
            yield Edit(Op.MARKED, joint, joint, s1 + left, s2 - right)
        yield from self.silent(joint, c2, s2 - right, s2)

    def silent(self, c1: int, c2: int, s1: int, s2: int) -> Iterator[Edit]:
        """A gap without a mark: closed lists from both ends, then what is left."""
        tail: list[Edit] = []
        while c1 < c2 and s1 < s2:
            found = self._fold_prefix(c1, c2, s1, s2)
            if found is None:
                break
            yield found
            c1, s1 = found.claim_last, found.source_last
        while c1 < c2 and s1 < s2:
            found = self._fold_suffix(c1, c2, s1, s2)
            if found is None:
                break
            tail.append(found)
            c2, s2 = found.claim_first, found.source_first
        if c1 < c2 or s1 < s2:
            yield self._changed(c1, c2, s1, s2)
        yield from reversed(tail)

    def head(self, first: Run) -> tuple[list[Edit], int]:
        """Before the first run: edits, and the first source token they reach."""
        return self._edge(first.claim, first.source, -1)

    def tail(self, last: Run) -> tuple[list[Edit], int]:
        """After the last run: edits, and the end of the source they reach."""
        return self._edge(last.claim + last.length, last.source + last.length, 1)

    def _edge(self, c: int, s: int, way: int) -> tuple[list[Edit], int]:
        loose = c if way < 0 else len(self.cn) - c
        if not loose:
            return [], s
        reach = self._reach(s, loose, way)
        if way < 0:
            for taken in range(min(self._longest(0, c, max(0, s - _NUMBER_WORDS), s), s), 0, -1):
                if note := self._same(0, c, s - taken, s):
                    return [Edit(Op.FOLD, 0, c, s - taken, s, EditKind.SPELLING, note)], s - taken
            return list(self.silent(0, c, s - reach, s)), s - reach
        longest = self._longest(c, len(self.cn), s, s + _NUMBER_WORDS)
        for taken in range(min(longest, len(self.sn) - s), 0, -1):
            if note := self._same(c, len(self.cn), s, s + taken):
                fold = Edit(Op.FOLD, c, len(self.cn), s, s + taken, EditKind.SPELLING, note)
                return [fold], s + taken
        return list(self.silent(c, len(self.cn), s, s + reach)), s + reach

    def _reach(self, s: int, loose: int, way: int) -> int:
        """How many source words an edge may be paired with: no more than are loose, same clause."""
        starts, ends = self.window.tokens.starts, self.window.tokens.ends
        reach = 0
        while reach < loose:
            right = s - reach if way < 0 else s + reach
            if not 0 < right < len(self.sn):
                break
            if CLAUSE_BORDER.search(self.window.slice(ends[right - 1], starts[right])):
                break
            reach += 1
        return reach

    def _fold_prefix(self, c1: int, c2: int, s1: int, s2: int) -> Edit | None:
        longest = self._longest(c1, c2, s1, s2)
        for total in range(min(2 * longest, c2 - c1 + s2 - s1), 1, -1):
            for taken in range(max(1, total - longest), min(longest, total - 1) + 1):
                given = total - taken
                if c1 + taken > c2 or s1 + given > s2:
                    continue
                if note := self._same(c1, c1 + taken, s1, s1 + given):
                    return Edit(Op.FOLD, c1, c1 + taken, s1, s1 + given, EditKind.SPELLING, note)
        return None

    def _fold_suffix(self, c1: int, c2: int, s1: int, s2: int) -> Edit | None:
        longest = self._longest(c1, c2, s1, s2)
        for total in range(min(2 * longest, c2 - c1 + s2 - s1), 1, -1):
            for taken in range(max(1, total - longest), min(longest, total - 1) + 1):
                given = total - taken
                if c2 - taken < c1 or s2 - given < s1:
                    continue
                if note := self._same(c2 - taken, c2, s2 - given, s2):
                    return Edit(Op.FOLD, c2 - taken, c2, s2 - given, s2, EditKind.SPELLING, note)
        return None

    def _longest(self, c1: int, c2: int, s1: int, s2: int) -> int:
        """How long a run the closed lists can know here; 0 where the texts are too far apart."""
        if not self.close:
            return 0
        claimed, stored = self.cn[c1:c2], self.sn[s1:s2]
        if number_runs(claimed, self.language) and number_runs(stored, self.language):
            return _NUMBER_WORDS
        return _FOLD_WORDS

    def _same(self, c1: int, c2: int, s1: int, s2: int) -> str | None:
        """The closed list that makes two runs equal; the longest runs are asked first, because a
        number cut short is another number."""
        claimed, stored = self.cn[c1:c2], self.sn[s1:s2]
        if not claimed or not stored:
            return None
        ours, theirs = self.claim.tokens, self.window.tokens
        written = self.claim.text[ours.starts[c1] : ours.ends[c2 - 1]]
        written += self.window.slice(theirs.starts[s1], theirs.ends[s2 - 1])
        if "." not in written:  # no initialism: how the words are written does not matter
            return same(claimed, stored, self.language)
        return same(
            claimed,
            stored,
            self.language,
            claim_surfaces=self._claimed(c1, c2),
            source_surfaces=self._stored(s1, s2),
        )

    def _changed(self, c1: int, c2: int, s1: int, s2: int) -> Edit:
        claim_run, source_run = self.cn[c1:c2], self.sn[s1:s2]
        op = Op.REPLACE if claim_run and source_run else Op.INSERT if claim_run else Op.DELETE
        return Edit(op, c1, c2, s1, s2, self._kind(op, c1, c2, s1, s2))

    def _kind(self, op: Op, c1: int, c2: int, s1: int, s2: int) -> EditKind:
        claim_run, source_run = self.cn[c1:c2], self.sn[s1:s2]
        if op is not Op.REPLACE:
            run = claim_run or source_run
            if is_filler(run, self.language, sentence_initial=self._sentence_initial(op, c1, s1)):
                return EditKind.FILLER
            beside = self.sn[max(0, s1 - len(run)) : s1], self.sn[s2 : s2 + len(run)]
            if op is Op.DELETE and is_repetition(run, *beside):
                return EditKind.FILLER
        if is_slip(claim_run, source_run, self.language):
            return EditKind.SLIP
        surfaces = [*self._claimed(c1, c2), *self._stored(s1, s2)]
        if any(map(str.isdigit, "".join(surfaces))):
            return EditKind.NUMBER
        norms = [*claim_run, *source_run]
        if any(
            word[:1].isupper() and not is_function_word(norm, self.language)
            for word, norm in zip(surfaces, norms, strict=True)
        ):
            return EditKind.NAME
        return EditKind.WORD

    def _sentence_initial(self, op: Op, c1: int, s1: int) -> bool:
        if op is Op.INSERT:
            return opens_sentence(self.claim.text, self.claim.tokens.starts[c1])
        before = self.window.tokens.ends[s1 - 1] if s1 else self.window.start
        between = self.window.slice(before, self.window.tokens.starts[s1])
        return s1 == 0 or bool(CLAUSE_BORDER.search(between))

    def _claimed(self, first: int, last: int) -> list[str]:
        tokens = self.claim.tokens
        return [self.claim.text[tokens.starts[k] : tokens.ends[k]] for k in range(first, last)]

    def _stored(self, first: int, last: int) -> list[str]:
        tokens = self.window.tokens
        return [self.window.slice(tokens.starts[k], tokens.ends[k]) for k in range(first, last)]
