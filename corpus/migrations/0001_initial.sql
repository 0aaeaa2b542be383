BEGIN IMMEDIATE;

-- "QVC1": tells our files from other SQLite databases.
PRAGMA application_id = 1364607793;

CREATE TABLE counters (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO counters (name, value) VALUES ('revision', 0);

-- A document, whatever its text is at the moment. `changed` is the revision of the store at which
-- it last came, went or got a new text: what an index that stopped at a revision has to look at.
CREATE TABLE sources (
    sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT NOT NULL UNIQUE,
    origin       TEXT NOT NULL UNIQUE,
    state        TEXT NOT NULL CHECK (state IN ('active', 'withdrawn')),
    rendition_id INTEGER NOT NULL REFERENCES renditions (id) DEFERRABLE INITIALLY DEFERRED,
    changed      INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX sources_rendition ON sources (rendition_id);
CREATE INDEX sources_changed ON sources (changed);

-- One version of a document, with its description. Its passages have the ids from `first_passage`
-- on, without a hole, in order: that saves an index over all passages.
CREATE TABLE renditions (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    sequence       INTEGER NOT NULL REFERENCES sources (sequence),
    version        INTEGER NOT NULL CHECK (version >= 1),
    sha256         TEXT NOT NULL,
    length         INTEGER NOT NULL,
    added_at       TEXT NOT NULL,
    title          TEXT,
    creator        TEXT,
    publisher      TEXT,
    kind           TEXT NOT NULL,
    language       TEXT NOT NULL,
    language_basis TEXT NOT NULL,
    date           TEXT,
    date_precision TEXT,
    date_basis     TEXT,
    date_of        TEXT,
    url            TEXT,
    archived_url   TEXT,
    provenance     TEXT NOT NULL,
    first_passage  INTEGER NOT NULL,
    passages       INTEGER NOT NULL,
    UNIQUE (sequence, version)
) STRICT;

CREATE TABLE speakers (
    rendition_id INTEGER NOT NULL REFERENCES renditions (id),
    number       INTEGER NOT NULL,
    name         TEXT NOT NULL,
    aliases      TEXT NOT NULL,
    PRIMARY KEY (rendition_id, number)
) STRICT, WITHOUT ROWID;

-- The stored text, cut into passages and what lies between them; each piece is kept once.
CREATE TABLE passages (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    rendition_id INTEGER NOT NULL REFERENCES renditions (id),
    ordinal      INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    turn         INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    speaker      INTEGER,
    date         TEXT,
    locator      TEXT,
    checksum     INTEGER NOT NULL,
    text         TEXT NOT NULL,
    FOREIGN KEY (rendition_id, speaker) REFERENCES speakers (rendition_id, number)
) STRICT;

CREATE TABLE gaps (
    rendition_id INTEGER NOT NULL REFERENCES renditions (id),
    start        INTEGER NOT NULL,
    checksum     INTEGER NOT NULL,
    text         TEXT NOT NULL,
    PRIMARY KEY (rendition_id, start)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;

COMMIT;
