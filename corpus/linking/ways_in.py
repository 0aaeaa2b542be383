"""Linking the renditions of one work: the way in.

Problem: a quotation taken from a translation is not what was said. To say so, and to show what was
said, the service must find that two documents render the same work and which passages of them
belong together, within one language (a back-translation beside its original) and across languages,
without a model.

Method: signatures find the few documents worth comparing (`corpus.linking.candidates`); sentences
are aligned in order by a lattice with posteriors (`corpus.linking.lattice`), fed with rare words in
common (`corpus.linking.monolingual`) or with lengths, numbers, names and a learned lexicon
(`corpus.linking.crosslingual`, `corpus.linking.bilingual`); the sentence links are projected to
passages. What is decided from a link is decided by coverage and by how much is the same word for
word.

Rejected: aligning passages (they are cut differently in every rendition); bags of words for whole
documents (two articles about one speech are as alike as two renditions of it).

Source: `TRANSLATION.md` of the project's specification; Gale and Church 1993; Moore 2002.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.linking.bilingual import Lexicon, learn_lexicon
from corpus.linking.bilingual_basics import with_basics
from corpus.linking.candidates import candidates_for_linking, signature, signature_across
from corpus.linking.crosslingual import links_across
from corpus.linking.lattice import SentenceLink
from corpus.linking.monolingual import links_within, run_share
from corpus.linking.projection import project, project_span
from corpus.text.tokens import counted_words, terms

__all__ = [
    "Lexicon",
    "LinkedTexts",
    "Relation",
    "SentenceLink",
    "Version",
    "candidates_for_linking",
    "learn_lexicon",
    "link_across_languages",
    "link_same_language",
    "project",
    "project_span",
    "signature",
    "signature_across",
    "verdict_of",
    "version_quoted",
]

SURE = 0.9
"""Posterior from which a link counts as measured evidence and is shown without its neighbours."""
COVERED = 0.6
REWORDED_RUNS, TRANSCRIPT_RUNS, COPY_RUNS = 0.4, 0.5, 0.95
FEWEST_LINKS = 3
"""One sentence that two documents share is a quotation, not a rendition."""
LEAST_SUPPORT = 4.0
"""Log odds from what the sentences hold: lengths that fit are no evidence by themselves."""


class Relation(StrEnum):
    """How two linked texts stand to each other."""

    COPY = "copy"
    OTHER_TRANSCRIPT = "other_transcript"
    REWORDED = "reworded"
    OTHER_LANGUAGE = "other_language"


class Version(StrEnum):
    """Which of two linked renditions a claim was taken from."""

    ORIGINAL = "original"
    TRANSLATED = "translated"
    BOTH = "both"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class LinkedTexts:
    """What links two texts.

    Attributes:
        links: in text order, sure and unsure ones.
        coverage_a: share of the first text's words in sure links, 0 to 1.
        coverage_b: the same for the second text.
        run_share: share of the linked words in exact common runs of six words or more; 0 across
            languages.
        posterior: mean posterior of the sure links; 0 without any.
        across_languages: whether the texts are in different languages.
        support: sum over the sure links of the log odds that what the sentences hold gives them,
            their lengths and their order aside.
    """

    links: tuple[SentenceLink, ...]
    coverage_a: float
    coverage_b: float
    run_share: float
    posterior: float
    across_languages: bool
    support: float

    @property
    def sure(self) -> tuple[SentenceLink, ...]:
        """The links with a posterior of at least 0.9."""
        return tuple(link for link in self.links if link.posterior >= SURE)


def link_same_language(a: Sequence[str], b: Sequence[str]) -> LinkedTexts:
    """Link two texts in one language.

    Args:
        a: sentences of the one text, in order.
        b: sentences of the other.

    Returns:
        The links and how much of each text they cover; no links when either text is empty.

    Cost: below a second for 500 by 500 sentences.
    """
    links, support = links_within(a, b)
    return _linked(a, b, links, support, across=False)


def link_across_languages(
    a: Sequence[str], language_a: str, b: Sequence[str], language_b: str, lexicon: Lexicon | None
) -> LinkedTexts:
    """Link two texts in different languages.

    Args:
        a: sentences of the one text, in order.
        language_a: its tag.
        b: sentences of the other.
        language_b: its tag.
        lexicon: between the two languages, in either order; None when nothing has been learned.

    Returns:
        The links and how much of each text they cover; no links when either text is empty.

    Raises:
        ValueError: the lexicon is for other languages.

    Cost: about two seconds for 500 by 500 sentences.
    """
    if lexicon and (lexicon.language_a, lexicon.language_b) == (language_b, language_a):
        lexicon = lexicon.flipped()
    if lexicon and (lexicon.language_a, lexicon.language_b) != (language_a, language_b):
        raise ValueError(f"the lexicon is not for {language_a} and {language_b}")
    lexicon = with_basics(lexicon, language_a, language_b)
    links, support = links_across(a, language_a, b, language_b, lexicon)
    return _linked(a, b, links, support, across=True)


def _linked(
    a: Sequence[str],
    b: Sequence[str],
    links: tuple[SentenceLink, ...],
    support: Sequence[float],
    *,
    across: bool,
) -> LinkedTexts:
    at = [n for n, link in enumerate(links) if link.posterior >= SURE]
    sure = [links[n] for n in at]
    return LinkedTexts(
        links,
        _share(a, [n for link in sure for n in range(link.start_a, link.end_a)]),
        _share(b, [n for link in sure for n in range(link.start_b, link.end_b)]),
        0.0 if across else run_share(a, b, sure),
        sum(link.posterior for link in sure) / len(sure) if sure else 0.0,
        across,
        sum(support[n] for n in at),
    )


def _share(sentences: Sequence[str], linked: Sequence[int]) -> float:
    words = [counted_words(terms(sentence)) for sentence in sentences]
    total = sum(words)
    return sum(words[n] for n in linked) / total if total else 0.0


def verdict_of(linked: LinkedTexts) -> Relation | None:
    """What the links of two texts say about them.

    Args:
        linked: what `link_same_language` or `link_across_languages` gave.

    Returns:
        The relation when at least 60 % of one of the texts is surely linked (which one is told by
        its coverage); None when it is less, when only a sentence or two are shared, when lengths
        alone speak for it, and between a rewording and a transcript (40 to 50 % in common runs).
    """
    if max(linked.coverage_a, linked.coverage_b) < COVERED or len(linked.sure) < FEWEST_LINKS:
        return None
    if linked.support < LEAST_SUPPORT:
        return None
    if linked.across_languages:
        return Relation.OTHER_LANGUAGE
    if linked.run_share >= COPY_RUNS:
        return Relation.COPY
    if linked.run_share >= TRANSCRIPT_RUNS:
        return Relation.OTHER_TRANSCRIPT
    return Relation.REWORDED if linked.run_share <= REWORDED_RUNS else None


def version_quoted(
    similarity_original: float,
    similarity_translated: float,
    *,
    third_renderings_common: bool = False,
) -> Version:
    """Which of two linked renditions a claim was taken from.

    Args:
        similarity_original: of the claim with the best window of the original, 0 to 1.
        similarity_translated: of the claim with the best window of the translation, 0 to 1.
        third_renderings_common: other translations of such texts go about; asks for more.

    Returns:
        ``neither`` when neither is near enough; the nearer one when it is clearly nearer; ``both``
        when the two cannot be told apart by this claim.
    """
    least, margin = (0.90, 0.20) if third_renderings_common else (0.80, 0.15)
    if max(similarity_original, similarity_translated) < least:
        return Version.NEITHER
    # the margin is held to four places: 0.95 - 0.80 falls short of 0.15 in binary
    lead = round(similarity_original - similarity_translated, 4)
    if abs(lead) < margin:
        return Version.BOTH
    return Version.ORIGINAL if lead > 0 else Version.TRANSLATED
