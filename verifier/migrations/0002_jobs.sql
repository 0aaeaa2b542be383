BEGIN IMMEDIATE;

-- Files of quotes to be worked through. What is in them stands in a folder of the job's own.
-- `attempts` only grows: it tells who works on a job from those who did before.
CREATE TABLE jobs (
    sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT NOT NULL UNIQUE,
    owner        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL
        CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
    created      TEXT NOT NULL,
    started      TEXT,
    ended        TEXT,
    expires      TEXT NOT NULL,
    attempts     INTEGER NOT NULL DEFAULT 0,
    worker       TEXT,
    leased_until REAL,
    reason       TEXT,
    CHECK ((state = 'running') = (leased_until IS NOT NULL)),
    CHECK ((state IN ('done', 'cancelled', 'failed')) = (ended IS NOT NULL))
) STRICT;

CREATE INDEX jobs_unfinished ON jobs (sequence) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_expires ON jobs (expires);

PRAGMA user_version = 2;

COMMIT;
