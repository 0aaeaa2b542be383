"""Two documents side by side: are they renditions of one work, and which was made from which?

Problem: that two texts say the same does not tell which of them is the speaker's wording, and a
wrong guess accuses an original of being a translation.

Method: sentences are aligned (`corpus.linking.ways_in`); what they cover decides whether the two
belong together. Which was made from which is told, in this order, by one naming the other as its
original, by what their pages show (one says or suggests that it is a translation and the other does
not, or one is the speaker's own and the other is not), and by the language the speaker speaks. A
rewording whose direction nothing tells is linked and accuses nobody. Between languages both sides
have the evidence then: the table of statuses asks for the speaker's language before it says
anything.

Rejected: the earlier date as the original (prepared texts come out after the speech, translations
carry the day of the interview), the longer text as the original (translations drop furniture).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.keeping.tasks import Compared
from corpus.lineage import Derivation, EvidenceRow, PassageLink
from corpus.lineage import Relation as Made
from corpus.linking.bilingual import Lexicon
from corpus.linking.monolingual import Likeness
from corpus.linking.ways_in import (
    COVERED,
    FEWEST_LINKS,
    LEAST_SUPPORT,
    LinkedTexts,
    Relation,
    link_across_languages,
    link_same_language,
    verdict_of,
)
from corpus.models import PassageKind
from corpus.translation.evidence import Code, Strength
from corpus.weaving.pages import Document, speaks_as_original, speaks_as_translation

LINKING = "linking-1"
"""Counts up when two documents that were compared have to be compared anew."""
BETWEEN = "between"
"""One work, and the wording neither clearly reworded nor clearly the same."""
DECLARED = "declared"
"""One names the other as its original; too short to be measured."""
_STRIKING_SHARE = 0.15
_SAMPLE = 200
"""Sentences of the shorter text that are looked at: seconds instead of minutes for two books."""
_SHOWN = 0.3
"""Posterior below which a link is not kept: nothing would show it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two documents, with what is known of it.

    Attributes:
        document: the text.
        evidence: rows of its own page.
        spoken: the language its main speaker speaks in public, or None.
        names_other: it calls the other one its original.
    """

    document: Document
    evidence: Sequence[EvidenceRow] = ()
    spoken: str | None = None
    names_other: bool = False


def compare(
    first: Side, second: Side, lexicon: Lexicon | None, version: str, *, asked: bool = False
) -> Compared:
    """Align two documents and say what follows from it.

    Args:
        first: the document with the smaller rendition id.
        second: the other.
        lexicon: between their languages, for documents in two; None where nothing was learned.
        version: kept with what is found.
        asked: a person says that they belong together: sure links are kept even when they cover
            little. Evidence asks for the same as ever.

    Returns:
        Links only for renditions of one work. Evidence only for a side of which at least 60 % is
        surely linked.

    Cost: see `corpus.linking.ways_in`; about a second for 500 by 500 sentences.
    """
    a, b = first.document, second.document
    if a.source.language == b.source.language:
        linked = link_same_language(a.sentences, b.sentences)
    else:
        linked = link_across_languages(
            a.sentences, a.source.language, b.sentences, b.source.language, lexicon
        )
    relation = _relation(linked)
    made = derived(first, second)
    keeps_links = relation is not None or (asked and linked.sure)
    return Compared(
        first=a.rendition_id,
        second=b.rendition_id,
        relation=relation,
        measures={
            "coverage_a": round(linked.coverage_a, 4),
            "coverage_b": round(linked.coverage_b, 4),
            "run_share": round(linked.run_share, 4),
            "posterior": round(linked.posterior, 4),
        },
        rule_version=version,
        links=tuple(_links(a, b, linked)) if keeps_links else (),
        evidence=tuple(_evidence(first, second, linked, relation, made, version)),
        derivations=tuple(_derivations(first, second, relation, made)),
    )


def worth_aligning(first: Document, second: Document) -> bool:
    """Whether two texts in one language have so many striking sentences in common, in order, that
    aligning them could show a rendition. A rewording has them in a third of its sentences at least,
    texts on one subject in a twentieth.

    Returns:
        True for two languages, where nothing as cheap can be told.

    Cost: an eighth of an alignment.
    """
    if first.source.language != second.source.language:
        return True
    shorter, longer = sorted((first.sentences, second.sentences), key=len)
    every = 1 + len(shorter) // _SAMPLE
    sample = shorter[::every]
    return len(Likeness(sample, longer).anchors()) >= _STRIKING_SHARE * len(sample)


def declared_pair(first: Side, second: Side, version: str) -> Compared | None:
    """What follows when one of two short texts declares the other as its original.

    Args:
        first: the document with the smaller rendition id.
        second: the other.
        version: kept with it.

    Returns:
        A derivation; and a link when both are a single passage, for then there is no doubt which
        stretch is meant. None when nothing declares that the one was translated from the other.
    """
    made = first if first.names_other else second if second.names_other else None
    other = second if made is first else first
    if made is None or not made.document.source.provenance.is_translation:
        return None
    a, b = _body(first.document), _body(second.document)
    links: tuple[PassageLink, ...] = ()
    if len(a) == len(b) == 1:
        ids = (first.document.rendition_id, second.document.rendition_id)
        links = (PassageLink(ids[0], *a[0], ids[1], *b[0], 1.0, DECLARED),)
    return Compared(
        first=first.document.rendition_id,
        second=second.document.rendition_id,
        relation=DECLARED,
        measures={},
        rule_version=version,
        links=links,
        derivations=(_derivation(made, other, Code.DECLARED),),
    )


def derived(first: Side, second: Side) -> Side | None:
    """Which of two renditions of one work was made from the other; None when nothing tells."""
    named = _only(first.names_other, second.names_other)
    shows = _only(speaks_as_translation(first.evidence), speaks_as_translation(second.evidence))
    own = _only(speaks_as_original(second.evidence), speaks_as_original(first.evidence))
    languages = first.document.source.language, second.document.source.language
    spoken = first.spoken or second.spoken
    foreign = None
    if spoken in languages and languages[0] != languages[1]:
        foreign = int(languages[0] == spoken)
    for told in (named, shows, own, foreign):
        if told is not None:
            return (first, second)[told]
    return None


def _only(first: bool, second: bool) -> int | None:
    return None if first == second else int(second)


def _relation(linked: LinkedTexts) -> str | None:
    found = verdict_of(linked)
    if found is not None:
        return str(found)
    together = (
        max(linked.coverage_a, linked.coverage_b) >= COVERED
        and len(linked.sure) >= FEWEST_LINKS
        and linked.support >= LEAST_SUPPORT
    )
    return BETWEEN if together else None


def _links(a: Document, b: Document, linked: LinkedTexts) -> Iterator[PassageLink]:
    basis = "across_languages" if linked.across_languages else "same_language"
    for link in linked.links:
        if link.posterior >= _SHOWN:
            yield PassageLink(
                rendition_a=a.rendition_id,
                start_a=a.spans[link.start_a][0],
                end_a=a.spans[link.end_a - 1][1],
                rendition_b=b.rendition_id,
                start_b=b.spans[link.start_b][0],
                end_b=b.spans[link.end_b - 1][1],
                posterior=link.posterior,
                basis=basis,
            )


def _evidence(
    first: Side,
    second: Side,
    linked: LinkedTexts,
    relation: str | None,
    made: Side | None,
    version: str,
) -> Iterator[tuple[int, EvidenceRow]]:
    if relation == Relation.OTHER_LANGUAGE:
        code, sides = Code.ALIGNED_OTHER_LANGUAGE, (made,) if made else (first, second)
    elif relation == Relation.REWORDED and made is not None:
        code, sides = Code.ALIGNED_REWORDED, (made,)
    else:
        return
    for side in sides:
        other = second if side is first else first
        coverage = linked.coverage_a if side is first else linked.coverage_b
        if coverage < COVERED:
            continue
        measured = {"coverage": round(coverage, 4), "posterior": round(linked.posterior, 4)}
        if not linked.across_languages:
            measured["run_share"] = round(linked.run_share, 4)
        row = EvidenceRow(
            code=code,
            strength=Strength.MEASURED,
            rule=LINKING,
            rule_version=version,
            translated_from=(other.document.source.language if linked.across_languages else None),
            other_id=other.document.rendition_id,
            measured=measured,
        )
        yield side.document.rendition_id, row


def _derivations(
    first: Side, second: Side, relation: str | None, made: Side | None
) -> Iterator[Derivation]:
    if made is None:
        return
    other = second if made is first else first
    if relation == Relation.OTHER_LANGUAGE:
        yield _derivation(made, other, Code.ALIGNED_OTHER_LANGUAGE)
    elif relation == Relation.REWORDED:
        yield _derivation(made, other, Code.ALIGNED_REWORDED)
    elif relation == Relation.COPY:
        yield Derivation(
            made.document.rendition_id,
            other.document.rendition_id,
            Made.COPIED,
            basis=str(relation),
        )


def _derivation(made: Side, other: Side, basis: Code) -> Derivation:
    here, there = made.document.source.language, other.document.source.language
    pivot = next((row.translated_from for row in made.evidence if row.translated_from), None)
    translator = next((row.translator for row in made.evidence if row.translator), None)
    return Derivation(
        rendition_id=made.document.rendition_id,
        source_id=other.document.rendition_id,
        relation=Made.TRANSLATED,
        from_language=there,
        pivot_language=pivot if pivot not in (here, there) else None,
        agent=translator or made.document.source.provenance.translator,
        basis=str(basis),
    )


def _body(document: Document) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in document.passages if p.kind is not PassageKind.HEADING]
