"""All evidence of one document that it is a translation: the map of the evidence modules.

Problem: the wording of a translation is not what the speaker said, however exact the match.
Method: each module sees one kind of reason (lines that say so, labels, traces, registers); this
one asks them all and gives every row its scope. What the rows come to is
`corpus.translation.status`.

Rejected: one number for "how translated" a text is (on a page a detector of register, on a
sentence a coin flip), and dropping the page's frame before looking (without it almost no declared
translation is found).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.models import (
    Description,
    DraftPassage,
    Provenance,
    Speaker,
    TranslationEvidence,
)
from corpus.text.languages import UNDETERMINED, primary_tag
from corpus.translation.by_registers import by_publisher, mismatches, positive
from corpus.translation.evidence import Code, ScopedEvidence, Strength
from corpus.translation.interpreter_labels import is_interpreter
from corpus.translation.labels import for_speakers, label_evidence
from corpus.translation.lines import line_evidence, reads_as_credit
from corpus.translation.registers import Registers
from corpus.translation.status import TranslationStatus, in_scope, scope_statuses, status
from corpus.translation.traces import (
    links_to_original,
    placeholders,
    residual_script,
    weak_traces,
)
from corpus.translation.units import Spans, Whose

__all__ = [
    "Code",
    "ScopedEvidence",
    "Strength",
    "TranslationStatus",
    "declared_translation",
    "declares_translation",
    "evidence",
    "in_scope",
    "scope_statuses",
    "speaker_language",
    "speaker_languages",
    "status",
]

_FIELDS_VERSION = "fields-1"
_JOINT = re.compile(r"\s+(?:and|und|et|y|и)\s+|\s*[&、和与]\s*")


def evidence(
    text: str, passages: Sequence[DraftPassage], description: Description, registers: Registers
) -> tuple[ScopedEvidence, ...]:
    """Everything in and about a document that says that it is a translation, or is none.

    Args:
        text: the stored text.
        passages: its passages, in order of place.
        description: of the document.
        registers: of speakers and publishers.

    Returns:
        Rows with offsets into the stored text: declared ones first, then strong, positive and weak
        ones, each by place. Empty for most documents.

    Cost: about a microsecond a character, mostly looking for words without which no rule holds.
    """
    language, spans = description.language, Spans.of_passages(passages)
    declared = [
        *for_speakers(_not_spoken(line_evidence(text, spans, language), passages), passages),
        *label_evidence(text, passages),
    ]
    if not any(row.code == Code.DECLARED for row in declared):
        declared += _from_fields(description.provenance)
    return (
        *declared,
        *mismatches(text, passages, description, registers),
        *by_publisher(text, description, registers),
        *links_to_original(text, passages, description.url),
        *residual_script(text, passages, language),
        *placeholders(text, passages, language),
        *positive(text, passages, description, registers),
        *weak_traces(text, language),
    )


def declared_translation(
    text: str,
    frame: Iterable[tuple[int, int]],
    fields: Mapping[str, str],
    own_url: str | None = None,
) -> Provenance:
    """What a document declares about its origin.

    Args:
        text: the stored text.
        frame: the stretches that are the page's own words: no speaker's, not the author's body.
        fields: the fields the file declares (``translated-from``, ``translator``,
            ``translation-of``).
        own_url: the address the page has itself; a link to it is no link to an original.

    Returns:
        `is_translation` only with a declaration. A labelled link to an original is kept as
        ``translation_of`` with evidence of its own and declares nothing: reposts have one, too.

    Cost: about 30 nanoseconds a character; nothing where the page has no words of its own.
    """
    rows, links = _told_by_page(text, list(frame), own_url)
    written = fields.get("translated-from")
    original, translator = fields.get("translation-of"), fields.get("translator")
    translated_from = primary_tag(written) if written else None
    found: list[TranslationEvidence] = []
    if original or written or translator:
        found.append(TranslationEvidence(Code.DECLARED, Strength.DECLARED))
    found += [row.plain() for row in rows]
    declared = bool(found)
    found += [row.plain() for row in links]
    address = re.search(r"https?://\S+(?:\n\S+)?", links[0].text) if links else None
    return Provenance(
        translated_from=translated_from
        or next((row.translated_from for row in rows if row.translated_from), None),
        translator=translator or next((row.translator for row in rows if row.translator), None),
        translation_of=original
        or ("".join(address.group().split()).rstrip(")>*_") if address else None),
        is_translation=declared,
        evidence=tuple(found),
    )


def _told_by_page(
    text: str, frame: list[tuple[int, int]], own_url: str | None
) -> tuple[list[ScopedEvidence], list[ScopedEvidence]]:
    """What a page's own words declare, and the first link to an original among them."""
    if not frame:
        return [], []  # all is said by somebody, as in the rows of a table of speeches
    spans = Spans.outside(frame, len(text))

    def own(row: ScopedEvidence) -> bool:
        return spans.at(row.start or 0, row.end or 0) is Whose.PAGE

    rows = [
        row
        for row in line_evidence(text, spans, UNDETERMINED)
        if row.code == Code.DECLARED and own(row) and not row.rule.endswith("front-matter")
    ]
    return rows, [row for row in links_to_original(text, (), own_url) if own(row)][:1]


def declares_translation(line: str) -> bool:
    """Whether a line of a page's own words says that the page is a translation.

    Args:
        line: a paragraph of the frame; one above 220 characters is running text and says nothing.
    """
    return reads_as_credit(line)


def speaker_language(
    page_language: str,
    speaker: Speaker,
    registers: Registers,
    day: str | None = None,
    elsewhere: Iterable[str] = (),
) -> str | None:
    """The language in which somebody's words on a page were spoken, as far as it can be known.

    Args:
        page_language: tag of the page's language.
        speaker: with all names the page gives.
        registers: of speakers.
        day: EDTF date of the event, if it is known.
        elsewhere: languages of the speaker's other sources that are originals.

    Returns:
        The only language the speaker uses. Of several, the usual one when the page is in none of
        them, and None when it is in one of them: any of them may have been spoken. Without an
        entry, the same over the other sources; None when there are none.
    """
    spoken = registers.languages_of((speaker.name, *speaker.aliases), day)
    if not spoken:
        together = {registers.languages_of((one,), day) for one in _JOINT.split(speaker.name)}
        spoken = together.pop() if len(together) == 1 else ()
    spoken = spoken or tuple(dict.fromkeys(t for t in elsewhere if t != UNDETERMINED))
    if len(spoken) == 1 or (spoken and page_language not in spoken):
        return spoken[0]
    return None


def speaker_languages(
    passages: Sequence[DraftPassage],
    description: Description,
    registers: Registers,
    elsewhere: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, str | None]:
    """`speaker_language` of every speaker of a document, for `scope_statuses`.

    Args:
        passages: of the document.
        description: of the document; its date is that of the event.
        registers: of speakers.
        elsewhere: speaker's name to languages of their other sources.
    """
    day = description.date.edtf if description.date else None
    known = elsewhere or {}
    return {
        s.name: speaker_language(description.language, s, registers, day, known.get(s.name, ()))
        for s in dict.fromkeys(p.speaker for p in passages if p.speaker is not None)
    }


def _not_spoken(
    rows: Sequence[ScopedEvidence], passages: Sequence[DraftPassage]
) -> list[ScopedEvidence]:
    """Without "Translator: He says so.", the turn of an interpreter that looks like a credit."""
    turns = [
        (p.start, p.end)
        for p in passages
        if p.speaker is not None and is_interpreter(p.speaker.name)
    ]
    return [
        row
        for row in rows
        if row.start is None
        or row.end is None
        or not any(row.start < end and start < row.end for start, end in turns)
    ]


def _from_fields(provenance: Provenance) -> Iterator[ScopedEvidence]:
    """A declaration that stands in no line: fields of a record, curated entries."""
    if provenance.is_translation and any(e.start is None for e in provenance.evidence):
        yield ScopedEvidence(
            Code.DECLARED,
            Strength.DECLARED,
            next((e.text for e in provenance.evidence if e.start is None), ""),
            None,
            None,
            "fields",
            _FIELDS_VERSION,
            translator=provenance.translator,
            translated_from=provenance.translated_from,
        )
