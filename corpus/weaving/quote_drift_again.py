"""Pages to look at again because a source came that they may quote.

Problem: a page is held against what is there when it is looked at; the speech that it rewords may
come a week later, and so may the one that it quotes exactly and that clears it. Looking at every
page again with every new source would cost as many looks as there are pairs.

Method: when a source is looked at for the first time, pages that name one of its speakers, or that
were found to reword something, are fetched by the index; those of which a long quotation shares
words with a sentence of the new source join the queue again, in the transaction that ends the
new source's own look. The second look is the first one over again: it may find the same, more, or
nothing any more.

Rejected: remembering quotations in a table of their own (a second index to keep in step with the
texts); taking words that another report gives as the known wording (of two reports of one sentence
nobody knows which is nearer to it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from corpus.indexing.index import PassageIndex
from corpus.keeping.lineage_store import live
from corpus.keeping.store import Store
from corpus.linking.monolingual import word_forms
from corpus.models import Speaker
from corpus.text.names import is_role
from corpus.text.tokens import terms
from corpus.translation.evidence import Code
from corpus.weaving.pages import Document
from corpus.weaving.quote_wording import (
    COMMON,
    LIKE,
    SHARED,
    likeness,
    long_quotations,
    names_of,
    rarity_of,
    stretches,
    weight_of,
)

_PEOPLE = 8
"""Speakers of one source that are looked for, those who say most."""
_PASSAGES = 100
"""Passages in which one name is looked for."""
_PAGES = 50
"""Pages that are read for one new source; what hundreds of pages quote is found by their own look
at the next change of the rules."""


def pages_to_look_at_again(
    store: Store, index: PassageIndex, document: Document, waits: Callable[[int], bool]
) -> tuple[int, ...]:
    """The pages that may quote a source that is looked at for the first time.

    Args:
        store: where all sources are.
        index: of the same store.
        document: the new source.
        waits: whether a rendition has to be looked at anyway, or was looked at with the new source
            already there.

    Returns:
        Their renditions, in the order in which they were found; those in another language, and
        withdrawn ones, are left out.

    Cost: a search a speaker, and reading some tens of pages; nothing for a source whose speakers no
        page names.
    """
    held: list[tuple[str, frozenset[str]]] = []
    found: list[int] = []
    for read, page in enumerate(_pages(store, index, document, waits)):
        if read >= _PAGES:
            break
        if not held:
            held = [(p.text, frozenset(word_forms(p.text))) for p in document.passages]
        text = store.rendition_text(page)
        quoted = (text[start:end] for start, end in long_quotations(text))
        if any(_may_quote(index, each, held) for each in quoted):
            found.append(page)
    return tuple(found)


def _pages(
    store: Store, index: PassageIndex, document: Document, waits: Callable[[int], bool]
) -> Iterator[int]:
    """Live pages in the source's language that name its speakers, or that reword something."""
    done = {document.rendition_id}
    for page in _named(store, index, document):
        if page in done:
            continue
        done.add(page)
        if not waits(page) and _is_live(store, page, document.source.language):
            yield page


def _named(store: Store, index: PassageIndex, document: Document) -> Iterator[int]:
    people = _people(document)
    known = {name for speaker in people for name in (speaker.name, *speaker.aliases)}
    for speaker in people:
        for name in names_of(speaker):
            hits = index.candidates(terms(name), _PASSAGES)
            pages = {p.rendition_id for p in store.passages([hit.passage_id for hit in hits])}
            for page in sorted(pages):
                # in somebody else's speech nothing is looked for
                if all(other.name in known for other in store.speakers(page)):
                    yield page
    yield from _rewording(store)


def _rewording(store: Store) -> Iterator[int]:
    """The pages that were last found to reword something, the newest first."""
    with store.lineage.database.reading() as connection:
        rows = connection.execute(
            "SELECT DISTINCT e.rendition_id FROM evidence e"
            " JOIN examinations x ON x.id = e.examination_id AND x.superseded_by IS NULL"
            " WHERE e.code = ? ORDER BY e.rendition_id DESC LIMIT ?",
            (str(Code.KNOWN_QUOTE_DRIFT), _PAGES),
        ).fetchall()
    yield from (row[0] for row in rows)


def _people(document: Document) -> Sequence[Speaker]:
    sizes: dict[Speaker, int] = {}
    for passage in document.passages:
        if passage.speaker is not None and not is_role(passage.speaker.name):
            sizes[passage.speaker] = sizes.get(passage.speaker, 0) + len(passage.text)
    return sorted(sizes, key=lambda speaker: -sizes[speaker])[:_PEOPLE]


def _is_live(store: Store, rendition_id: int, language: str) -> bool:
    with store.lineage.database.reading() as connection:
        rows = connection.execute(
            f"SELECT 1 FROM renditions r WHERE r.id = ? AND {live('r.id')}", (rendition_id,)
        ).fetchall()
    return bool(rows) and store.source_of_rendition(rendition_id).language == language


def _may_quote(
    index: PassageIndex, quoted: str, held: Sequence[tuple[str, frozenset[str]]]
) -> bool:
    """Whether a quotation gives or rewords sentences of a source, as far as one text can tell."""
    rarity = rarity_of(index, quoted)
    rare = {form for form in word_forms(quoted) if weight_of(form, rarity) > COMMON}
    return any(
        likeness(quoted, text[start:end], rarity)[0] >= LIKE
        for text, forms in held
        if len(rare & forms) >= SHARED
        for start, end in stretches(text)
    )
