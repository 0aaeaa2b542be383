BEGIN IMMEDIATE;

-- Who is to be told that a job has ended, on behalf of which token. `found` is when it ended, `due`
-- when somebody is to be told, in seconds since 1970; address and secret go when that is over, and
-- the row with its job.
CREATE TABLE job_notices (
    job_id   TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    found    TEXT,
    url      TEXT,
    secret   TEXT,
    token    TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due      REAL,
    CHECK ((url IS NULL) = (secret IS NULL)),
    CHECK (due IS NULL OR (url IS NOT NULL AND found IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX job_notices_due ON job_notices (due) WHERE due IS NOT NULL;

PRAGMA user_version = 4;

COMMIT;
