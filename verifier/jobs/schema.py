"""The tables of a job's own file, as steps from one version to the next; see `verifier.jobs.file`.

A step that was released is never edited; a change is a new one.
"""

from __future__ import annotations

ID = int.from_bytes(b"QVJ1")
SCHEMA = f"""
BEGIN IMMEDIATE;
PRAGMA application_id = {ID};

-- What the rows are read from and how; who works on it; what came of it so far.
CREATE TABLE job (
    one             INTEGER PRIMARY KEY CHECK (one = 1),
    about           TEXT NOT NULL,
    total           INTEGER NOT NULL,
    attempt         INTEGER NOT NULL,
    taken_at        INTEGER NOT NULL,
    stalled         INTEGER NOT NULL,
    done            INTEGER NOT NULL,
    checked         INTEGER NOT NULL,
    duplicates      INTEGER NOT NULL,
    fine            INTEGER NOT NULL,
    failed          INTEGER NOT NULL,
    seconds         REAL NOT NULL,
    first_version   INTEGER,
    written_rows    INTEGER NOT NULL,
    written_bytes   INTEGER NOT NULL
) STRICT;

-- One answer a row, without gaps; a duplicate has none of its own.
CREATE TABLE answers (
    number         INTEGER PRIMARY KEY,
    same_as        INTEGER,
    answer         BLOB,
    CHECK ((same_as IS NULL) <> (answer IS NULL))
) STRICT;

CREATE TABLE questions (
    digest BLOB PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
COMMIT;
"""
VERDICTS = """
BEGIN IMMEDIATE;

-- Rows by the verdict of their report; those that an earlier version stored are not among them.
CREATE TABLE verdicts (
    code   TEXT PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
COMMIT;
"""
