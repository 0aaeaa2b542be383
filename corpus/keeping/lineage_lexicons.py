"""Lexicons that the links between two languages teach, kept in the store.

Problem: two documents in two languages are linked far better with a lexicon, and the parallel text
that could teach one comes into the corpus little by little. Method: when there are twice as many
sure links as when the lexicon was last learned, it is learned anew from the newest of them, and the
documents of the language with fewer of them are compared again.

Rejected: learning with every link (each would change what every other rests on); a lexicon that
comes with the program (large, and never that of the texts at hand).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.keeping.database import Database
from corpus.keeping.lineage_store import live
from corpus.keeping.store import Store
from corpus.linking.bilingual import Lexicon, learn_lexicon

FEWEST_PAIRS = 60
"""Links below which a lexicon would be chance."""
_MOST_PAIRS = 4_000
_SURE = 0.9
_ACROSS = (
    "FROM links k JOIN renditions a ON a.id = k.rendition_a"
    " JOIN renditions b ON b.id = k.rendition_b"
    f" WHERE k.basis = 'across_languages' AND k.posterior >= {_SURE}"
    f" AND {live('k.rendition_a')} AND {live('k.rendition_b')}"
)


def lexicon_between(
    database: Database, language_a: str, language_b: str
) -> tuple[Lexicon | None, int]:
    """The lexicon from one language to another, and from how many links it was learned.

    Returns:
        ``(None, 0)`` while nothing has been learned between the two.
    """
    ordered = sorted((language_a, language_b))
    with database.reading() as connection:
        row = connection.execute(
            "SELECT pairs, content FROM lexicons WHERE language_a = ? AND language_b = ?", ordered
        ).fetchone()
    if row is None:
        return None, 0
    lexicon = _read(row[1])
    return (lexicon if language_a == ordered[0] else lexicon.flipped()), int(row[0])


def lexicons_of(
    database: Database, language: str, others: Sequence[str]
) -> Iterator[tuple[str, Lexicon]]:
    """The lexicons from one language to others, for those that there is one for."""
    for other in others:
        lexicon, _ = lexicon_between(database, language, other)
        if lexicon is not None:
            yield other, lexicon


def learn_anew(store: Store) -> bool:
    """Learn lexicons where there are twice as many links as the last time.

    Returns:
        Whether documents now wait to be compared again.

    Cost: one pass over the links between languages; some seconds where something is learned.
    """
    database = store.lineage.database
    with database.reading() as connection:
        counts = connection.execute(
            "SELECT min(a.language, b.language), max(a.language, b.language), count(*)"
            f" {_ACROSS} GROUP BY 1, 2"
        ).fetchall()
    learned = False
    for language_a, language_b, pairs in counts:
        _, before = lexicon_between(database, language_a, language_b)
        if pairs >= FEWEST_PAIRS and pairs >= 2 * before:
            texts = _linked_texts(store, language_a, language_b)
            lexicon = learn_lexicon(texts, language_a, language_b)
            learned |= _keep(database, lexicon, pairs, before)
    return learned


def _linked_texts(store: Store, language_a: str, language_b: str) -> list[tuple[str, str]]:
    with store.lineage.database.reading() as connection:
        rows = connection.execute(
            "SELECT k.rendition_a, k.start_a, k.end_a, k.rendition_b, k.start_b, k.end_b,"
            f" a.language {_ACROSS} AND min(a.language, b.language) = ?"
            " AND max(a.language, b.language) = ? ORDER BY k.id DESC LIMIT ?",
            (language_a, language_b, _MOST_PAIRS),
        ).fetchall()
    text = lru_cache(maxsize=16)(store.rendition_text)
    pairs = []
    for a, start_a, end_a, b, start_b, end_b, language in rows:
        pair = text(a)[start_a:end_a], text(b)[start_b:end_b]
        pairs.append(pair if language == language_a else pair[::-1])
    return pairs


def _keep(database: Database, lexicon: Lexicon, pairs: int, before: int) -> bool:
    """Keep a lexicon, unless another worker was quicker, and have texts compared again."""
    languages = lexicon.language_a, lexicon.language_b
    with database.writing() as connection:
        row = connection.execute(
            "SELECT pairs FROM lexicons WHERE language_a = ? AND language_b = ?", languages
        ).fetchone()
        if (row[0] if row else 0) != before:
            return True
        connection.execute(
            "INSERT OR REPLACE INTO lexicons VALUES (?, ?, ?, ?)",
            (*languages, pairs, lexicon.to_text()),
        )
        fewer = connection.execute(
            "SELECT r.language FROM signed g JOIN renditions r ON r.id = g.rendition_id"
            f" WHERE {live('r.id')} AND r.language IN (SELECT value FROM json_each(?))"
            " GROUP BY r.language ORDER BY count(*), r.language LIMIT 1",
            (json.dumps(languages),),
        ).fetchone()
        return bool(
            connection.execute(
                "INSERT OR IGNORE INTO weaving (rendition_id, stage)"
                " SELECT DISTINCT g.rendition_id, 'linking' FROM signed g"
                " JOIN renditions r ON r.id = g.rendition_id"
                f" WHERE r.language = ? AND {live('r.id')}",
                fewer,
            ).rowcount
        )


_read = lru_cache(maxsize=8)(Lexicon.from_text)
