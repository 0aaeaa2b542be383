"""Writing what was found about a document, or about two side by side, into the tables.

Problem: a document is looked at again when the rules change, and a pair when a text does; the old
findings must no longer count and must still be there for whoever asks what was said a year ago.

Method: every look is an *examination*; a newer one of the same document or pair supersedes it.
Evidence stays with the examination that made it and is never touched again; links and derivations,
which follow from it, are replaced.

All functions write inside a transaction that the caller holds.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from corpus.keeping.lineage_signatures import Kind, write_signatures
from corpus.keeping.tasks import Compared, Looked
from corpus.lineage import Derivation, EvidenceRow, Relation, Role
from corpus.translation.evidence import Code

_EVIDENCE_COLUMNS = (
    'rendition_id, examination_id, code, strength, start, "end", snippet, rule, rule_version,'
    " speaker, translator, translated_from, reason, other_id, measured"
)


def write_looked(connection: sqlite3.Connection, looked: Looked, at: str) -> bool:
    """Write what one document shows.

    Args:
        connection: in a transaction with the write lock.
        looked: what was found.
        at: UTC time, ISO 8601 with ``Z``.

    Returns:
        Whether anything of it, or of what it supersedes, can be seen in an answer.
    """
    id = looked.rendition_id
    there = {"newest": looked.newest}
    number, before = _examination(connection, id, None, looked.rule_version, at, None, there)
    seen = before is not None and _spoke(connection, before)
    _part(connection, id, looked.role)
    seen |= _write_evidence(connection, number, [(id, row) for row in looked.evidence])
    seen |= _write_derivations(connection, number, before, looked.derivations)
    connection.execute("DELETE FROM names WHERE rendition_id = ?", (id,))
    connection.executemany(
        "INSERT OR IGNORE INTO names VALUES (?, ?, ?)",
        [(n, own, id) for own, held in ((1, looked.names), (0, looked.named)) for n in held],
    )
    write_signatures(
        connection,
        id,
        {
            Kind.SAME_LANGUAGE: looked.signature,
            Kind.ACROSS_LANGUAGES: looked.signature_across,
        },
    )
    return seen


def write_compared(connection: sqlite3.Connection, compared: Compared, at: str) -> bool:
    """Write what two documents are to each other, and make them one work if they belong together.

    Args:
        connection: in a transaction with the write lock.
        compared: what was found.
        at: UTC time, ISO 8601 with ``Z``.

    Returns:
        Whether anything of it, or of what it supersedes, can be seen in an answer.
    """
    number, before = _examination(
        connection,
        compared.first,
        compared.second,
        compared.rule_version,
        at,
        compared.relation,
        compared.measures,
    )
    seen = before is not None and _spoke(connection, before)
    if before is not None:
        connection.execute("DELETE FROM links WHERE examination_id = ?", (before,))
    connection.executemany(
        "INSERT INTO links (examination_id, rendition_a, start_a, end_a, rendition_b, start_b,"
        " end_b, posterior, basis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(number, link.rendition_a, link.start_a, link.end_a),
                *(link.rendition_b, link.start_b, link.end_b, link.posterior, link.basis),
            )
            for link in compared.links
        ],
    )
    seen |= _write_evidence(connection, number, compared.evidence)
    seen |= _write_derivations(connection, number, before, compared.derivations)
    if compared.relation is not None or compared.links:
        _same_work(connection, compared.first, compared.second)
        _take_roles(connection, compared.derivations)
        seen = True
    return seen


def _examination(
    connection: sqlite3.Connection,
    rendition_id: int,
    other_id: int | None,
    rule_version: str,
    at: str,
    relation: str | None,
    measures: Mapping[str, float],
) -> tuple[int, int | None]:
    """A new look at a document or a pair, and the one that it supersedes."""
    before = connection.execute(
        "SELECT id FROM examinations WHERE rendition_id = ? AND coalesce(other_id, 0) = ?"
        " AND superseded_by IS NULL",
        (rendition_id, other_id or 0),
    ).fetchone()
    if before is not None:  # its own id for a moment: only one may be the newest
        connection.execute("UPDATE examinations SET superseded_by = id WHERE id = ?", (before[0],))
    number = connection.execute(
        "INSERT INTO examinations (rendition_id, other_id, rule_version, at, relation, measures)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        (rendition_id, other_id, rule_version, at, relation, json.dumps(dict(measures))),
    ).fetchone()[0]
    if before is not None:
        connection.execute(
            "UPDATE examinations SET superseded_by = ? WHERE id = ?", (number, before[0])
        )
    return number, None if before is None else before[0]


def _spoke(connection: sqlite3.Connection, examination: int) -> bool:
    """Whether an examination left anything that an answer shows."""
    return (
        connection.execute(
            "SELECT 1 FROM evidence WHERE examination_id = ?1 UNION ALL"
            " SELECT 1 FROM links WHERE examination_id = ?1 UNION ALL"
            " SELECT 1 FROM derivations WHERE examination_id = ?1 LIMIT 1",
            (examination,),
        ).fetchone()
        is not None
    )


def _write_evidence(
    connection: sqlite3.Connection, examination: int, rows: Iterable[tuple[int, EvidenceRow]]
) -> bool:
    values = [
        (
            *(rendition_id, examination, row.code, row.strength, row.start, row.end, row.snippet),
            *(row.rule, row.rule_version, row.speaker, row.translator, row.translated_from),
            *(row.reason, row.other_id, json.dumps(dict(row.measured))),
        )
        for rendition_id, row in rows
    ]
    connection.executemany(
        f"INSERT INTO evidence ({_EVIDENCE_COLUMNS}) VALUES ({','.join('?' * 15)})", values
    )
    return bool(values)


def _write_derivations(
    connection: sqlite3.Connection,
    examination: int,
    before: int | None,
    derivations: Iterable[Derivation],
) -> bool:
    connection.execute("DELETE FROM derivations WHERE examination_id = ?", (before,))
    values = [
        (
            *(d.rendition_id, d.source_id, examination, str(d.relation), d.from_language),
            *(d.pivot_language, d.hop, d.agent, d.speaker, d.basis),
        )
        for d in derivations
    ]
    connection.executemany(
        "INSERT INTO derivations (rendition_id, source_id, examination_id, relation,"
        " from_language, pivot_language, hop, agent, speaker, basis)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    return bool(values)


def _part(connection: sqlite3.Connection, rendition_id: int, role: Role) -> int:
    """The work of a whole document, a new one where it has none; the role is set anew."""
    held = connection.execute(
        "SELECT id, work_id FROM parts WHERE rendition_id = ? AND scope = 'document'",
        (rendition_id,),
    ).fetchone()
    if held is not None:
        connection.execute("UPDATE parts SET role = ? WHERE id = ?", (str(role), held[0]))
        return int(held[1])
    work = connection.execute("INSERT INTO works DEFAULT VALUES RETURNING id").fetchone()[0]
    connection.execute(
        "INSERT INTO parts (work_id, rendition_id, role, scope) VALUES (?, ?, ?, 'document')",
        (work, rendition_id, str(role)),
    )
    return int(work)


def _same_work(connection: sqlite3.Connection, first: int, second: int) -> None:
    """Give both the work with the smaller id, with everything that belonged to the other."""
    works = []
    for rendition_id in (first, second):
        row = connection.execute(
            "SELECT work_id FROM parts WHERE rendition_id = ? AND scope = 'document'",
            (rendition_id,),
        ).fetchone()
        works.append(row[0] if row else _part(connection, rendition_id, Role.UNKNOWN))
    connection.execute("UPDATE parts SET work_id = ? WHERE work_id = ?", (min(works), max(works)))


def _take_roles(connection: sqlite3.Connection, derivations: Iterable[Derivation]) -> None:
    """What was made from another text is no longer unknown."""
    for derivation in derivations:
        if derivation.relation is Relation.TRANSLATED:
            back = derivation.basis == Code.ALIGNED_REWORDED
            connection.execute(
                "UPDATE parts SET role = ? WHERE rendition_id = ? AND role = 'unknown'"
                " AND scope = 'document'",
                (
                    str(Role.BACK_TRANSLATION if back else Role.TRANSLATION),
                    derivation.rendition_id,
                ),
            )
