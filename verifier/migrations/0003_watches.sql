BEGIN IMMEDIATE;

-- Kept checks that found nothing, to be compared again when the corpus has grown. They hold nothing
-- that was asked, and go with their check. `due` is when somebody is to be told, in seconds since
-- 1970, on behalf of which token; address and secret go when that is over.
CREATE TABLE watches (
    check_id TEXT PRIMARY KEY REFERENCES checks (id) ON DELETE CASCADE,
    verdict  TEXT NOT NULL,
    looked   INTEGER NOT NULL,
    changed  TEXT,
    found    TEXT,
    url      TEXT,
    secret   TEXT,
    token    TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    due      REAL,
    CHECK ((url IS NULL) = (secret IS NULL)),
    CHECK (due IS NULL OR (url IS NOT NULL AND found IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX watches_open ON watches (looked) WHERE found IS NULL;
CREATE INDEX watches_due ON watches (due) WHERE due IS NOT NULL;

-- Work that one process at a time does, until when it has it (seconds since 1970).
CREATE TABLE leases (
    name   TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until  REAL NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;

COMMIT;
