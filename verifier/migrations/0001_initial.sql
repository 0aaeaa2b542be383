BEGIN IMMEDIATE;

-- "QVL1": tells a ledger from a corpus and from other SQLite databases.
PRAGMA application_id = 1364610097;

-- Who may ask. The token itself is not here, only its SHA-256.
CREATE TABLE tokens (
    id        TEXT PRIMARY KEY,
    digest    TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    scopes    TEXT NOT NULL,
    shared    INTEGER NOT NULL CHECK (shared IN (0, 1)),
    created   TEXT NOT NULL,
    revoked   TEXT,
    last_used TEXT
) STRICT, WITHOUT ROWID;

-- Reports that were asked to be kept, as they were sent.
CREATE TABLE checks (
    id      TEXT PRIMARY KEY,
    owner   TEXT NOT NULL,
    created TEXT NOT NULL,
    expires TEXT NOT NULL,
    body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX checks_expires ON checks (expires);

-- What was answered to a key, so that sending it again does nothing again. While work is in hand
-- there is no answer, and the key is nobody else's until `leased_until`.
CREATE TABLE idempotency (
    owner        TEXT NOT NULL,
    key          TEXT NOT NULL,
    request      TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('in_progress', 'done')),
    claim        TEXT NOT NULL,
    created      TEXT NOT NULL,
    leased_until REAL NOT NULL,
    status       INTEGER,
    location     TEXT,
    body         TEXT,
    PRIMARY KEY (owner, key),
    CHECK ((state = 'done') = (status IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_created ON idempotency (created);

-- How many requests a caller has left, and when that was so (seconds since 1970).
CREATE TABLE buckets (
    caller TEXT PRIMARY KEY,
    level  REAL NOT NULL,
    at     REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX buckets_at ON buckets (at);

-- Who did what to which thing. Never what somebody asked.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    event   TEXT NOT NULL,
    who     TEXT NOT NULL,
    subject TEXT NOT NULL
) STRICT;

CREATE INDEX audit_at ON audit (at);

PRAGMA user_version = 1;

COMMIT;
