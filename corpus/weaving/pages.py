"""Looking at one document: what its page shows, what it is called, by what it is found.

Problem: evidence is computed from a document as it was given, and must be kept so that a later
version of the rules knows what to look at again. Method: the stored passages and the description go
through the evidence rules as they would at ingest; the version that is kept is a digest of the
rules and registers themselves, so that nobody has to remember to count it up.

Rejected: keeping the evidence found at ingest (it could not be made anew when the rules change).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import urlsplit

from corpus.keeping.store import Store
from corpus.keeping.tasks import Looked
from corpus.lineage import Derivation, EvidenceRow, Relation, Role
from corpus.linking.candidates import signature, signature_across
from corpus.models import Description, DraftPassage, Passage, PassageKind, Source, SourceKind
from corpus.text.sentences import sentence_spans
from corpus.translation.evidence import Code, ScopedEvidence, Strength
from corpus.translation.evidence_map import evidence, speaker_languages
from corpus.translation.registers import Registers
from corpus.translation.status import TranslationStatus, main_speaker, scope_statuses

LARGEST_SIGNATURE = 256
LARGEST_ACROSS = 192
"""Terms kept a document: at ten thousand documents some tens of megabytes."""
_DECLARING = frozenset({Code.DECLARED, Code.DECLARED_FOR_SPEAKER, Code.INTERPRETER})
_DERIVING = _DECLARING | {Code.LANGUAGE_MISMATCH}
_ADDRESS = re.compile(r"https?://\S+(?:\n\S+)?", re.IGNORECASE)
_ROLES = {
    TranslationStatus.TRANSLATION: Role.TRANSLATION,
    TranslationStatus.BACK_TRANSLATION: Role.BACK_TRANSLATION,
    TranslationStatus.INTERPRETED: Role.INTERPRETATION,
}
_WRITTEN = frozenset({SourceKind.LETTER, SourceKind.POST, SourceKind.BOOK, SourceKind.ARTICLE})


@dataclass(frozen=True, slots=True)
class Document:
    """A rendition as it is compared.

    Attributes:
        rendition_id: its id in the store.
        source: as described at that version.
        passages: in order.
        spans: where its sentences stand in the stored text, in order; headings are left out.
        sentences: the text of each.
    """

    rendition_id: int
    source: Source
    passages: tuple[Passage, ...]
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[str, ...]


def read_document(store: Store, rendition_id: int) -> Document:
    """Read a rendition and cut it into sentences.

    Raises:
        NotFound: no such rendition.
        StoreCorrupt: a passage does not match its checksum.
    """
    source = store.source_of_rendition(rendition_id)
    passages = tuple(store.rendition_passages(rendition_id))
    spans, sentences = [], []
    for passage in passages:
        if passage.kind is PassageKind.HEADING:
            continue
        for start, end in sentence_spans(passage.text):
            spans.append((passage.start + start, passage.start + end))
            sentences.append(passage.text[start:end])
    return Document(rendition_id, source, passages, tuple(spans), tuple(sentences))


def rules_version(registers: Registers) -> str:
    """What tells one state of rules and registers from another: ten hexadecimal digits."""
    digest = hashlib.sha256(registers.export().encode())
    folder = files("corpus") / "translation_rules"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            digest.update(entry.read_bytes())
    return f"page-{digest.hexdigest()[:10]}"


def look(
    document: Document,
    text: str,
    registers: Registers,
    version: str,
    *,
    fewest_sentences: int,
    elsewhere: Callable[[], Mapping[str, Sequence[str]]] = dict,
    measured: Sequence[EvidenceRow] = (),
) -> Looked:
    """Everything that one document shows by itself.

    Args:
        document: the rendition.
        text: its stored text.
        registers: of speakers and publishers.
        version: see `rules_version`.
        fewest_sentences: a document with fewer leaves no signature and is not linked by itself.
        elsewhere: gives the languages of speakers' other sources; asked only where they matter.
        measured: rows that come from looking at its quotations; see `corpus.weaving.quote_drift`.

    Returns:
        Evidence with its derivations; names; signatures. Nothing of it is decided here: the
        status follows from the evidence when it is asked for.

    Cost: about a microsecond a character.
    """
    source = document.source
    passages, described = as_drafts(document.passages), description_of(source)
    rows = evidence(text, passages, described, registers)
    known = elsewhere() if measured or any(row.code in _DERIVING for row in rows) else {}
    languages = speaker_languages(passages, described, registers, known)
    statuses = scope_statuses(source.language, passages, rows, measured, languages)
    within: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    if len(document.sentences) >= fewest_sentences:
        within = tuple(
            f"{source.language}:{term}"
            for term in sorted(signature(document.sentences, largest=LARGEST_SIGNATURE))
        )
        across = tuple(sorted(marks_of(document)))
    main = languages.get(_main(passages, languages) or "")
    return Looked(
        rendition_id=document.rendition_id,
        role=_role(statuses[None], rows, source.kind),
        rule_version=version,
        evidence=(*map(_kept, rows), *measured),
        derivations=tuple(_derivations(document, rows, main)),
        signature=within,
        signature_across=across,
        names=tuple(_names(source)),
        named=tuple(_named(source, rows)),
    )


def marks_of(document: Document) -> frozenset[str]:
    """The terms by which documents in other languages find this one, whatever their language."""
    language = document.source.language
    # the everyday words that are known without a lexicon are Chinese and English ones
    other = "zh" if language == "en" else "en"
    return signature_across(document.sentences, language, other, largest=LARGEST_ACROSS)


def spoken_language(document: Document, registers: Registers) -> str | None:
    """The language the main speaker of a document speaks in public; None when not known."""
    passages = as_drafts(document.passages)
    languages = speaker_languages(passages, description_of(document.source), registers)
    return languages.get(_main(passages, languages) or "")


def speaks_as_translation(rows: Iterable[EvidenceRow]) -> bool:
    """Whether a page's own evidence says or suggests that it is a translation."""
    return any(
        row.strength in (Strength.DECLARED, Strength.STRONG)
        and row.code != Code.LINK_TO_ORIGINAL
        and row.other_id is None
        for row in rows
    )


def speaks_as_original(rows: Iterable[EvidenceRow]) -> bool:
    """Whether a page's own evidence speaks for an original."""
    return any(row.strength == Strength.POSITIVE and row.other_id is None for row in rows)


def name_keys(name: str) -> set[str]:
    """Under which keys a name is kept: an address without scheme, a title without case."""
    stripped = name.strip()
    if not stripped:
        return set()
    if _ADDRESS.match(stripped):
        parts = urlsplit("".join(stripped.split()))
        host = (parts.hostname or "").removeprefix("www.")
        query = f"?{parts.query}" if parts.query else ""
        return {f"url:{host}{parts.path.rstrip('/')}{query}"}
    return {f"id:{stripped}", f"title:{' '.join(stripped.casefold().split())}"}


def _names(source: Source) -> list[str]:
    held = {f"id:{source.id}", f"id:{source.origin}"}
    for address in (source.url, source.archived_url, source.origin):
        held |= {key for key in name_keys(address or "") if key.startswith("url:")}
    if source.title:
        held |= {key for key in name_keys(source.title) if key.startswith("title:")}
    return sorted(held)


def _named(source: Source, rows: Sequence[ScopedEvidence]) -> list[str]:
    held = name_keys(source.provenance.translation_of or "")
    for row in rows:
        if row.code == Code.LINK_TO_ORIGINAL:
            for address in _ADDRESS.findall(row.text):
                held |= name_keys(address)
    return sorted(held - set(_names(source)))


def _derivations(
    document: Document, rows: Sequence[ScopedEvidence], spoken: str | None
) -> Iterable[Derivation]:
    """One step back for each scope that says it was translated."""
    page = document.source.language
    told = next((row.translated_from for row in rows if row.translated_from), None)
    done: set[str | None] = set()
    for row in rows:
        if row.code not in _DERIVING or row.speaker in done or None in done:
            continue
        done.add(row.speaker)
        first, pivot = row.translated_from or told, None
        if spoken == page:  # it came back into the language it was said in
            first, pivot = spoken, first if first != spoken else None
        yield Derivation(
            rendition_id=document.rendition_id,
            source_id=None,
            relation=Relation.TRANSLATED,
            from_language=first or spoken,
            pivot_language=pivot,
            agent=row.translator,
            speaker=row.speaker,
            basis=row.code,
        )


def _role(status: TranslationStatus, rows: Sequence[ScopedEvidence], kind: SourceKind) -> Role:
    if status is TranslationStatus.ORIGINAL:
        codes = {row.code for row in rows}
        if Code.RECORDING in codes:
            return Role.RECORDING
        return Role.ORIGINAL if kind in _WRITTEN else Role.TRANSCRIPT
    return _ROLES.get(status, Role.UNKNOWN)


def _main(passages: Sequence[DraftPassage], languages: dict[str, str | None]) -> str | None:
    sizes: Counter[str] = Counter()
    for p in passages:
        if p.speaker is not None:
            sizes[p.speaker.name] += p.end - p.start
    return main_speaker(sizes, languages)


def _kept(row: ScopedEvidence) -> EvidenceRow:
    return EvidenceRow(
        code=str(row.code),
        strength=str(row.strength),
        start=row.start,
        end=row.end,
        snippet=row.text,
        rule=row.rule,
        rule_version=row.version,
        speaker=row.speaker,
        translator=row.translator,
        translated_from=row.translated_from,
        reason=row.reason,
    )


def as_drafts(passages: Iterable[Passage]) -> tuple[DraftPassage, ...]:
    """Stored passages in the form in which documents are described."""
    return tuple(
        DraftPassage(p.start, p.end, p.turn, p.kind, p.speaker, p.date, p.locator) for p in passages
    )


def description_of(source: Source) -> Description:
    """What is known about a source beside its text."""
    return Description(
        title=source.title,
        creator=source.creator,
        publisher=source.publisher,
        kind=source.kind,
        language=source.language,
        language_basis=source.language_basis,
        date=source.date,
        url=source.url,
        archived_url=source.archived_url,
        provenance=source.provenance,
    )
