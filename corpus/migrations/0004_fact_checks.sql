BEGIN IMMEDIATE;

-- Published reviews of claims. `address` is what writings of one address have in common, `wording`
-- the words of the claim at the present version.
CREATE TABLE fact_checks (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    address  TEXT NOT NULL,
    wording  TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('active', 'withdrawn')),
    version  INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

CREATE INDEX fact_checks_address ON fact_checks (address);

-- What their publishers said, as often as they changed it. Versions are never overwritten.
CREATE TABLE fact_check_versions (
    sequence   INTEGER NOT NULL REFERENCES fact_checks (sequence),
    version    INTEGER NOT NULL,
    added_at   TEXT NOT NULL,
    origin     TEXT NOT NULL,
    claim      TEXT NOT NULL,
    url        TEXT NOT NULL,
    publisher  TEXT NOT NULL,
    rating     TEXT,
    claimant   TEXT,
    claim_date TEXT,
    title      TEXT,
    published  TEXT,
    language   TEXT NOT NULL,
    appearance TEXT,
    checksum   INTEGER NOT NULL,
    PRIMARY KEY (sequence, version)
) STRICT, WITHOUT ROWID;

-- The revision at which they last changed.
INSERT INTO counters (name, value) VALUES ('fact_checks', 0);

PRAGMA user_version = 4;

COMMIT;
