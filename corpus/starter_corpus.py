"""Reading the starter corpus: statements with references, as sources ready for the store.

Problem: a service that has been given nothing yet should already answer for lines that everybody
misquotes, and what it says there must be as well founded as any other answer.

Method: statements are data (TOML, `corpus.starter`), read strictly. A key nobody knows, a key that
is missing, a single reference or an impossible date refuses the whole file: an entry that slipped
in half would be served as a record. Every original and every rendering becomes one source of its
own, so that rival translations can be told apart and an answer can say that it is one.

Alternatives rejected: statements in Python (data that reviewers cannot read as data); one source
per theme (a rendering could not carry its own language, translator and date); the frame of a line
as metadata (it must be in the text to be shown and compared).
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.errors import UnreadableSource
from corpus.models import (
    DateBasis,
    DateEvidence,
    DateOf,
    Description,
    DraftPassage,
    DraftSource,
    PassageKind,
    Provenance,
    SourceKind,
    Speaker,
    TranslationEvidence,
)
from corpus.starter_fields import Fields

_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*", re.MULTILINE)
_WRITTEN = frozenset({SourceKind.BOOK, SourceKind.LETTER, SourceKind.ARTICLE, SourceKind.POST})


@dataclass(frozen=True, slots=True)
class StatementTranslation:
    """A rendering of a statement in another language.

    Attributes:
        language: BCP 47 tag of the rendering.
        translator: who made it, or None where that is not known.
        date: of its publication, or None where that is not known.
        references: addresses at which this rendering was read; at least one.
    """

    text: str
    language: str
    translator: str | None
    title: str
    kind: SourceKind
    date: DateEvidence | None
    url: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of somebody on one occasion, as they stand in the record.

    Attributes:
        id: stable, kebab-case, unique in the starter corpus.
        text: the wording in ``language``, or None where only renderings could be read.
        language: BCP 47 tag of the language it was first said or written in.
        title: the occasion, in our words.
        date: None where it is not known to the year.
        url: where the record stands.
        references: addresses at which the original wording was read; two hosts at least where
            ``text`` is given, possibly none where it is not.
        note: what it is often turned into, in our words.
    """

    id: str
    text: str | None
    language: str
    speaker: str
    speaker_aliases: tuple[str, ...]
    title: str
    publisher: str | None
    kind: SourceKind
    date: DateEvidence | None
    url: str
    references: tuple[str, ...]
    note: str | None
    translations: tuple[StatementTranslation, ...]


def parse_statements(document: str, origin: str) -> tuple[Statement, ...]:
    """Read one file of statements.

    Args:
        document: TOML, a list of ``[[statement]]`` tables.
        origin: name of the file, for messages.

    Returns:
        The statements in the order of the file; empty for an empty file.

    Raises:
        UnreadableSource: not TOML, or an entry that breaks a rule of entry.

    Source: TOML 1.0; dates are level 0 of ISO 8601-2:2019.
    """
    try:
        top = Fields(origin, "file", tomllib.loads(document))
    except tomllib.TOMLDecodeError as fault:
        raise UnreadableSource(origin, f"not TOML: {fault}") from fault
    rows = top.tables("statement")
    top.finish()
    found = tuple(_statement(origin, row) for row in rows)
    _refuse_twins(origin, found)
    return found


@cache
def statements() -> tuple[Statement, ...]:
    """All statements of the starter corpus.

    Returns:
        In the order of the file names, then of the files.

    Raises:
        UnreadableSource: a file breaks a rule of entry, or two files share an entry.
    """
    folder = files("corpus.starter")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    found = tuple(
        statement
        for name in names
        for statement in parse_statements((folder / name).read_text(encoding="utf-8"), name)
    )
    _refuse_twins("starter", found)
    return found


def draft_sources() -> Iterator[DraftSource]:
    """The starter corpus as sources: each original, each followed by its renderings.

    Returns:
        Sources whose whole text is the wording; ``origin`` is ``starter:<id>`` for an original and
        ``starter:<id>/<language>-<n>`` for the n-th rendering in a language.

    Raises:
        UnreadableSource: as `statements`.
    """
    for statement in statements():
        if statement.text is not None:
            origin = f"starter:{statement.id}"
            yield _draft(statement, statement, statement.text, origin, Provenance())
        count: Counter[str] = Counter()
        for rendering in statement.translations:
            count[rendering.language] += 1
            place = f"{rendering.language}-{count[rendering.language]}"
            yield _draft(
                statement,
                rendering,
                rendering.text,
                f"starter:{statement.id}/{place}",
                Provenance(
                    translated_from=_primary(statement.language),
                    translator=rendering.translator,
                    translation_of=statement.title,
                    original_text=statement.text,
                    is_translation=True,
                    evidence=(TranslationEvidence("declared", "declared"),),
                ),
            )


def _statement(origin: str, row: Mapping[str, Any]) -> Statement:
    fields = Fields(origin, f"statement {row.get('id', '?')}", row)
    identifier = fields.text("id")
    if not _IDENTIFIER.fullmatch(identifier):
        raise fields.refuse("id is not in kebab-case")
    text = fields.quotation()
    references = fields.texts("references")
    renderings = fields.tables("translation")
    if text is not None:
        fields.need_hosts(references)
    elif not renderings:
        raise fields.refuse("neither text nor translation")
    statement = Statement(
        id=identifier,
        text=text,
        language=fields.language("language" if text is not None else "original_language"),
        speaker=fields.text("speaker"),
        speaker_aliases=fields.texts("speaker_aliases"),
        title=fields.text("title"),
        publisher=fields.optional_text("publisher"),
        kind=fields.one_of("kind", SourceKind),
        date=fields.declared_date(),
        url=fields.address("url"),
        references=references,
        note=fields.optional_text("note"),
        translations=tuple(
            _translation(Fields(origin, f"{fields.where}, translation {n}", table), references)
            for n, table in enumerate(renderings, start=1)
        ),
    )
    fields.finish()
    return statement


def _translation(fields: Fields, of_original: tuple[str, ...]) -> StatementTranslation:
    references = fields.texts("references")
    if not references:
        raise fields.refuse("no reference shows this rendering")
    fields.need_hosts((*references, *of_original))
    text = fields.quotation()
    if text is None:
        raise fields.refuse("text is missing")
    rendering = StatementTranslation(
        text=text,
        language=fields.language("language"),
        translator=fields.optional_text("translator"),
        title=fields.text("title"),
        kind=fields.one_of("kind", SourceKind),
        date=fields.date(DateBasis.DECLARED, DateOf.PUBLICATION),
        url=fields.address("url"),
        references=references,
    )
    fields.finish()
    return rendering


def _refuse_twins(origin: str, found: Iterable[Statement]) -> None:
    ids: Counter[str] = Counter()
    wordings: Counter[tuple[str, str]] = Counter()
    for statement in found:
        ids[statement.id] += 1
        if statement.text is not None:
            wordings[statement.language, statement.text] += 1
        wordings.update(
            (rendering.language, rendering.text) for rendering in statement.translations
        )
    for kept in (ids, wordings):
        twins = [str(key) for key, times in kept.items() if times > 1]
        if twins:
            raise UnreadableSource(origin, f"more than once: {', '.join(twins)}")


def _draft(
    statement: Statement,
    record: Statement | StatementTranslation,
    text: str,
    origin: str,
    provenance: Provenance,
) -> DraftSource:
    speaker = Speaker(statement.speaker, statement.speaker_aliases)
    kind = PassageKind.PROSE if record.kind in _WRITTEN else PassageKind.SPEECH
    return DraftSource(
        origin=origin,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        description=Description(
            title=record.title,
            creator=statement.speaker,
            publisher=statement.publisher if record is statement else None,
            kind=record.kind,
            language=_primary(record.language),
            language_basis="declared",
            date=record.date or _spoken_on(statement),
            url=record.url,
            provenance=provenance,
        ),
        passages=tuple(
            DraftPassage(start, end, turn=0, kind=kind, speaker=speaker)
            for start, end in _paragraphs(text)
        ),
    )


def _spoken_on(statement: Statement) -> DateEvidence | None:
    # A rendering without a date of its own was still said on the day of the event; when a book
    # came out says nothing about when it was translated.
    known = statement.date
    return known if known is not None and known.of is DateOf.EVENT else None


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _PARAGRAPH.finditer(text)]


def _primary(tag: str) -> str:
    return tag.partition("-")[0]
