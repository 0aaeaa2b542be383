"""Finding the documents that may say the same, by signatures kept in the store.

Problem: ten thousand documents must not mean ten thousand alignments for the next one.

Method: every document leaves the hashes of a few hundred of its words (`corpus.linking.candidates`
chooses them). Only the rarest words of a new document are looked up, those that too many documents
have are passed over unread, and the few documents that share most are ranked by cosine.

Rejected: comparing signatures one by one (reads all of them for every document); asking the index
of passages (it finds places that share words, not documents that share an order of them).
"""

from __future__ import annotations

import hashlib
import json
import math
import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import accumulate, islice

from corpus.keeping.database import Database
from corpus.keeping.lineage_store import live
from corpus.linking.candidates import LinkCandidate, candidates_for_linking

_ASKED = 120
"""Rarest words that are looked up; more cost time and hardly find another document."""
_ASKED_LEAST = 8
_READ = 6_000
"""Rows that are read for them: all of them where a thousand documents are signed, and no more where
ten thousand are; a rendition shares dozens of rare words, and half of them find it."""
_COMMON_SHARE = 0.05
_COMMON_LEAST = 20
_RANKED = 24
"""Documents whose whole signature is compared."""
_CHECKED = 32
"""Documents that are read at once to find them."""


_COUNTER = "signed"
_COUNTED = "(SELECT count(DISTINCT rendition_id) FROM signed)"
_DOCUMENTS = f"coalesce((SELECT value FROM counters WHERE name = '{_COUNTER}'), {_COUNTED})"
"""Counting them reads all signatures, which no single document may cost; a store of before has no
counter until the next signature is written."""


class Kind(StrEnum):
    """Which documents a signature is for."""

    SAME_LANGUAGE = "same_language"
    ACROSS_LANGUAGES = "across_languages"


def term_key(term: str) -> int:
    """48 bits that stand for a word."""
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=6).digest())


def write_signatures(
    connection: sqlite3.Connection, rendition_id: int, terms: Mapping[Kind, Collection[str]]
) -> None:
    """Keep the signatures of a rendition, in place of all it and its older versions left.

    Args:
        connection: in a transaction with the write lock.
        rendition_id: the document.
        terms: words by kind; the same word may be in both.
    """
    earlier = connection.execute(
        "SELECT DISTINCT g.rendition_id FROM renditions r"
        " JOIN renditions q ON q.sequence = r.sequence"
        " JOIN signed g ON g.rendition_id = q.id WHERE r.id = ?",
        (rendition_id,),
    ).fetchall()
    for (old,) in earlier:
        _forget(connection, old)
    keys = {kind: sorted(map(term_key, set(words))) for kind, words in terms.items() if words}
    connection.executemany(
        "INSERT INTO signed VALUES (?, ?, ?)",
        [(rendition_id, str(kind), json.dumps(held)) for kind, held in keys.items()],
    )
    more = bool(keys) - len(earlier)
    known = connection.execute(
        "UPDATE counters SET value = value + ? WHERE name = ?", (more, _COUNTER)
    ).rowcount
    if not known:
        connection.execute(f"INSERT INTO counters VALUES (?, {_COUNTED})", (_COUNTER,))
    every = sorted({key for held in keys.values() for key in held})
    connection.executemany(
        "INSERT INTO signatures VALUES (?, ?)", [(key, rendition_id) for key in every]
    )
    connection.executemany(
        "INSERT INTO signature_terms VALUES (?, 1) ON CONFLICT DO UPDATE SET held = held + 1",
        [(key,) for key in every],
    )


def _forget(connection: sqlite3.Connection, rendition_id: int) -> None:
    rows = connection.execute("SELECT terms FROM signed WHERE rendition_id = ?", (rendition_id,))
    every = sorted({key for (held,) in rows.fetchall() for key in json.loads(held)})
    connection.executemany(
        "DELETE FROM signatures WHERE term = ? AND rendition_id = ?",
        [(key, rendition_id) for key in every],
    )
    connection.executemany(
        "UPDATE signature_terms SET held = held - 1 WHERE term = ?", [(key,) for key in every]
    )
    connection.execute("DELETE FROM signed WHERE rendition_id = ?", (rendition_id,))


def nearest(
    database: Database,
    rendition_id: int,
    kind: Kind,
    languages: Collection[str],
    limit: int,
    wanted: Collection[str] | None = None,
) -> list[LinkCandidate[int]]:
    """The documents whose signature is most like a document's own, or like some words.

    Args:
        database: the store's.
        rendition_id: the document that asks; it is not among the answers.
        kind: which of their signatures is compared.
        languages: tags of the languages to look in.
        limit: at most this many.
        wanted: words in the form in which the others keep theirs; its own signature when None.

    Returns:
        Current versions of active sources, best first; none without words in common.

    Cost: one look into an index a word, then the rows of the rarest, some thousands however many
        documents there are; milliseconds.
    """
    if wanted is None:
        keys = _signed(database, rendition_id, kind)
    else:
        keys = sorted(map(term_key, set(wanted)))
    documents, held = _held(database, keys)
    common = max(_COMMON_LEAST, _COMMON_SHARE * documents)
    rare = _affordable(sorted((n, key) for key, n in held.items() if n <= common)[:_ASKED])
    asked = [[key, math.log(1 + documents / (n + 0.5)) ** 2] for n, key in rare]
    with database.reading() as connection:
        found = connection.execute(
            "SELECT g.rendition_id, sum(j.value ->> 1) AS weight"
            " FROM json_each(?) j CROSS JOIN signatures g ON g.term = (j.value ->> 0)"
            " WHERE g.rendition_id <> ? GROUP BY g.rendition_id"
            " ORDER BY weight DESC, g.rendition_id",
            (json.dumps(asked), rendition_id),
        ).fetchall()
    ids = [id for id, _ in found]
    others = dict(islice(_fitting(database, ids, kind, languages), _RANKED))
    _, counts = _held(database, sorted({key for terms in others.values() for key in terms}))
    return candidates_for_linking(
        keys, others, limit=limit, frequency=counts | held, documents=documents
    )


def _fitting(
    database: Database, ids: Sequence[int], kind: Kind, languages: Collection[str]
) -> Iterator[tuple[int, list[int]]]:
    """Those of some documents that may be found, in order, with their signatures; a few at a time,
    because with many documents nearly all share a word, and nearly all of them come too late."""
    for at in range(0, len(ids), _CHECKED):
        some = ids[at : at + _CHECKED]
        with database.reading() as connection:
            terms: dict[int, str] = dict(
                connection.execute(
                    "SELECT r.id, d.terms FROM json_each(?) f CROSS JOIN renditions r"
                    " ON r.id = f.value JOIN signed d ON d.rendition_id = r.id AND d.kind = ?"
                    f" WHERE r.language IN (SELECT value FROM json_each(?)) AND {live('r.id')}",
                    (json.dumps(some), str(kind), json.dumps(sorted(languages))),
                ).fetchall()
            )
        for id in some:
            if id in terms:
                yield id, json.loads(terms[id])


def _affordable(rare: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The rarest words that do not have more rows together than are read."""
    read = list(accumulate(n for n, _ in rare))
    return rare[: max(_ASKED_LEAST, bisect_right(read, _READ))]


def _signed(database: Database, rendition_id: int, kind: Kind) -> list[int]:
    with database.reading() as connection:
        row = connection.execute(
            "SELECT terms FROM signed WHERE rendition_id = ? AND kind = ?",
            (rendition_id, str(kind)),
        ).fetchone()
    return json.loads(row[0]) if row else []


def _held(database: Database, keys: Sequence[int]) -> tuple[int, dict[int, int]]:
    """How many documents there are, and how many of them have each word that any has."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT t.term, t.held FROM json_each(?) j CROSS JOIN signature_terms t"
            " ON t.term = j.value WHERE t.held > 0",
            (json.dumps(keys),),
        ).fetchall()
        total = connection.execute(f"SELECT {_DOCUMENTS}").fetchone()[0]
    return int(total), dict(rows)
