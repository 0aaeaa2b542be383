BEGIN IMMEDIATE;

-- How near a document is to what was said or written; null in versions from before, which are read
-- by their kind.
ALTER TABLE renditions ADD COLUMN fidelity TEXT;
ALTER TABLE renditions ADD COLUMN fidelity_reason TEXT;

-- The file a document was last read from on this machine, so that it can be read again. An address
-- is its own place.
CREATE TABLE places (
    sequence INTEGER PRIMARY KEY REFERENCES sources (sequence),
    path     TEXT NOT NULL
) STRICT;

PRAGMA user_version = 3;

COMMIT;
