"""Which rule of wording holds, once all places are known.

Problem: a rule about one place, a quote joined from several places, and the closest sentences
compete for one verdict, and a search that was cut short must not say that nothing is there.

Method: the best single place by the order of the rules, then by the weight of the words it keeps;
a joined quote goes before everything that leaves words out; the closest sentences come last; and
over all stands what cannot be decided at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.text.tokens import counted_words
from verifier.aligning.places import Words
from verifier.aligning.wording import ORDER, Judged
from verifier.examined import Equal, Examined, Looked, Preference, Preferred
from verifier.finding.bench import Bench
from verifier.forms.stems import is_function_word, stemmer
from verifier.judging.paraphrase import ContentWords, NearSentences, nearest_sentences
from verifier.judging.stitching import stitched
from verifier.models import Claim, Op
from verifier.policy import Policy
from verifier.report import Reason, VerdictCode

_EXACT = (VerdictCode.VERBATIM, VerdictCode.VERBATIM_PUNCTUATION, VerdictCode.MARKED_EDITS)
_ALL_WORDS = (*_EXACT, VerdictCode.MINOR_CHANGES)
_LEADING = 0.85
"""A paraphrase is looked for among the candidates that weigh nearly as much as the heaviest one: a
sentence that happens to share more of the commoner words is not closer."""


def decide(
    words: Words,
    judged: list[Judged],
    windows: list[Looked],
    bench: Bench,
    prefers: Preference,
) -> Examined:
    """The rule that holds, and the place it holds at.

    Args:
        words: the claim.
        judged: every place at which a rule about one place holds.
        windows: all running text that was read, heaviest candidate first.
        bench: store, index and policy.
        prefers: how equally good places are ordered.
    """
    claim, policy = words.claim, bench.policy

    def order(j: Judged) -> tuple[int, float]:
        kept = j.place.weight / max(sum(words.rarity), 1e-9)
        return ORDER.index(j.code), -round(j.similarity + kept, 6)

    def is_content(norm: str) -> bool:
        return not is_function_word(norm, claim.language)

    judged = _distinct(judged)
    best, equals = _leaders(claim, judged, order, prefers)
    if best is None or ORDER.index(best.code) > ORDER.index(VerdictCode.STITCHED):
        chains = [look.place for look in windows if look.place is not None]
        base = max(chains, key=lambda p: p.weight, default=None)
        if base is not None:
            pieces = stitched(claim, base, [look.window for look in windows], policy, is_content)
            if pieces:
                return Examined(VerdictCode.STITCHED, pieces=pieces)
    if best is not None:
        return Examined(best.code, judged=best, equals=equals)
    return _near(words, windows, bench)


def _leaders(
    claim: Claim,
    judged: list[Judged],
    order: Callable[[Judged], tuple[int, float]],
    prefers: Preference,
) -> tuple[Judged | None, tuple[Equal, ...]]:
    """The best place, and the others that are as good by their words.

    A place that fits a claimed speaker and all else that was claimed is no rival of another one
    that does, on the claimed date or in the same source: whichever was meant, he said it there.
    """
    if not judged:
        return None, ()
    top = min(map(order, judged))
    leading = [j for j in judged if order(j) == top]
    if len(leading) == 1:
        return leading[0], ()
    level = [(prefers(j.place), j) for j in leading]
    level.sort(key=lambda pair: (pair[0].fit, pair[0].rest))
    fit, best = level[0][0].fit, level[0][1]
    his = claim.speaker is not None and not any(fit)

    def rival(preferred: Preferred, other: Judged) -> bool:
        alike = claim.date is not None or _rendition(other) == _rendition(best)
        return preferred.fit == fit and not (his and alike)

    return best, tuple(Equal(j, rival(preferred, j)) for preferred, j in level[1:])


def _rendition(judged: Judged) -> int:
    return judged.place.alignment.window.passages[0].rendition_id


def _distinct(judged: list[Judged]) -> list[Judged]:
    """One entry a place: windows overlap, and a place found twice is one place."""
    kept: dict[tuple[int, int, int, VerdictCode], Judged] = {}
    for j in judged:
        alignment = j.place.alignment
        kept.setdefault((_rendition(j), alignment.start, alignment.end, j.code), j)
    return list(kept.values())


def _near(
    words: Words,
    windows: list[Looked],
    bench: Bench,
) -> Examined:
    policy = bench.policy

    near: list[tuple[float, NearSentences]] = []
    contents: dict[str, ContentWords] = {}
    enough = False
    for look in windows:
        if enough and len(near) >= policy.nearest and look.weight < _LEADING * near[0][0]:
            break  # neither told nor asked below, and nor is any that follows
        language = bench.source(look.window.passages[0]).language
        content = contents.get(language)
        if content is None:
            content = contents[language] = _content_words(words, language)
        found = nearest_sentences(content, look.window)
        if found is not None:
            near.append((look.weight, found))
            enough = enough or len(content.units) >= policy.paraphrase_words
    nearest = tuple(found for _, found in near[: policy.nearest])
    for weight, found in near if enough else ():
        if weight < _LEADING * near[0][0]:
            break
        if _says_alike(found, policy):
            return Examined(VerdictCode.PARAPHRASE, sentences=found, nearest=nearest)
    return Examined(VerdictCode.NOT_FOUND, nearest=nearest)


def _says_alike(found: NearSentences, policy: Policy) -> bool:
    """Whether enough of the claim's content stands there together to be more than chance."""
    return (
        found.share >= policy.paraphrase_share
        and found.together >= policy.paraphrase_together
        and (found.common >= policy.paraphrase_common or found.share >= policy.paraphrase_most)
    )


def _content_words(words: Words, language: str) -> ContentWords:
    """The claim as it is compared with sentences of one language: the source's, which is surer
    than what a short claim is taken for."""
    return ContentWords(
        words.claim.tokens.norms,
        words.rarity,
        lambda norm: not is_function_word(norm, language),
        stemmer(language),
    )


def gate(claim: Claim, examined: Examined, policy: Policy, complete: bool) -> Examined:
    """The rule that comes first of all: what cannot be decided.

    Args:
        claim: the claim.
        examined: what was found, as if everything could be decided.
        policy: the least sizes.
        complete: whether everything was searched; without it nothing is said to be missing.
    """
    norms = claim.tokens.norms
    if counted_words(norms) < policy.shortest_claim:
        return _undecided(examined, Reason.TOO_SHORT_OR_COMMON)
    content = _content(norms, claim.language)
    if content < policy.rare_enough and _rivals(claim, examined, policy):
        return _undecided(examined, Reason.TOO_SHORT_OR_COMMON)
    all_words = examined.code in ORDER[: ORDER.index(VerdictCode.STITCHED)]
    if not complete and not all_words:
        return _undecided(examined, Reason.INDEX_REBUILDING)
    return examined


def _rivals(claim: Claim, examined: Examined, policy: Policy) -> bool:
    """Whether other places are as good, so that nobody can tell which one was meant.

    Few words that stand in several places are ambiguous. Changed words stand nowhere: the closest
    place shows what differs and the others are listed beside it, unless so little was kept that
    any sentence of the kind would do.
    """
    if examined.judged is None or not any(equal.rival for equal in examined.equals):
        return False
    if examined.code in _ALL_WORDS:
        return True
    kept = [
        norm
        for edit in examined.judged.place.alignment.edits
        if edit.op in (Op.EQUAL, Op.FOLD)
        for norm in claim.tokens.norms[edit.claim_first : edit.claim_last]
    ]
    return _content(kept, claim.language) < policy.rare_kept


def _content(norms: Sequence[str], language: str) -> float:
    return counted_words([n for n in norms if not is_function_word(n, language)])


def _undecided(examined: Examined, reason: Reason) -> Examined:
    exact = examined.judged is not None and examined.code in _EXACT
    return Examined(
        VerdictCode.INCONCLUSIVE,
        reason,
        judged=examined.judged if exact or examined.equals else None,
        equals=examined.equals if exact or examined.equals else (),
        nearest=() if exact else examined.nearest,
        candidates=examined.candidates,
    )
