BEGIN IMMEDIATE;

-- Something that was said or written once: a speech, an interview, a post.
CREATE TABLE works (
    id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

-- Which part of a version of a document gives which work, and as what.
CREATE TABLE parts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    work_id      INTEGER NOT NULL REFERENCES works (id),
    rendition_id INTEGER NOT NULL REFERENCES renditions (id),
    role         TEXT NOT NULL CHECK (role IN (
        'recording', 'original', 'transcript', 'edited_transcript', 'translation',
        'interpretation', 'back_translation', 'unknown')),
    scope        TEXT NOT NULL CHECK (scope IN ('document', 'speaker', 'range')),
    speaker      TEXT,
    start        INTEGER,
    "end"        INTEGER,
    CHECK ((scope = 'speaker') = (speaker IS NOT NULL)),
    CHECK ((scope = 'range') = (start IS NOT NULL AND "end" IS NOT NULL AND start < "end"))
) STRICT;

CREATE UNIQUE INDEX parts_rendition
    ON parts (rendition_id, scope, coalesce(speaker, ''), coalesce(start, -1));
CREATE INDEX parts_work ON parts (work_id);

-- One look at a document, or at two side by side. Kept for good; a later look at the same supersedes
-- it. In an alignment `rendition_id` is the smaller id of the two.
CREATE TABLE examinations (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    rendition_id  INTEGER NOT NULL REFERENCES renditions (id),
    other_id      INTEGER REFERENCES renditions (id),
    rule_version  TEXT NOT NULL,
    at            TEXT NOT NULL,
    relation      TEXT,
    measures      TEXT NOT NULL,
    superseded_by INTEGER REFERENCES examinations (id),
    CHECK (other_id IS NULL OR other_id > rendition_id)
) STRICT;

CREATE UNIQUE INDEX examinations_newest ON examinations (rendition_id, coalesce(other_id, 0))
    WHERE superseded_by IS NULL;
CREATE INDEX examinations_other ON examinations (other_id) WHERE other_id IS NOT NULL;

-- Append-only. Offsets count code points of the stored text of `rendition_id`.
CREATE TABLE evidence (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    rendition_id    INTEGER NOT NULL REFERENCES renditions (id),
    examination_id  INTEGER NOT NULL REFERENCES examinations (id),
    code            TEXT NOT NULL,
    strength        TEXT NOT NULL CHECK (strength IN (
        'declared', 'measured', 'strong', 'weak', 'positive')),
    start           INTEGER,
    "end"           INTEGER,
    snippet         TEXT NOT NULL,
    rule            TEXT NOT NULL,
    rule_version    TEXT NOT NULL,
    speaker         TEXT,
    translator      TEXT,
    translated_from TEXT,
    reason          TEXT NOT NULL,
    other_id        INTEGER REFERENCES renditions (id),
    measured        TEXT NOT NULL,
    CHECK ((start IS NULL) = ("end" IS NULL))
) STRICT;

CREATE INDEX evidence_rendition ON evidence (rendition_id);
CREATE TRIGGER evidence_stays BEFORE UPDATE ON evidence
    BEGIN SELECT raise(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER evidence_is_kept BEFORE DELETE ON evidence
    BEGIN SELECT raise(ABORT, 'evidence is append-only'); END;

-- What a rendition was made from; `source_id` is null when that is not in the corpus.
CREATE TABLE derivations (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    rendition_id   INTEGER NOT NULL REFERENCES renditions (id),
    source_id      INTEGER REFERENCES renditions (id),
    examination_id INTEGER NOT NULL REFERENCES examinations (id),
    relation       TEXT NOT NULL CHECK (relation IN (
        'translated', 'transcribed', 'quoted', 'edited', 'copied')),
    from_language  TEXT,
    pivot_language TEXT,
    hop            INTEGER NOT NULL CHECK (hop >= 1),
    agent          TEXT,
    speaker        TEXT,
    basis          TEXT NOT NULL
) STRICT;

CREATE INDEX derivations_rendition ON derivations (rendition_id);
CREATE INDEX derivations_source ON derivations (source_id) WHERE source_id IS NOT NULL;

-- Stretches of two renditions that say the same; made anew with every alignment of the two.
CREATE TABLE links (
    id             INTEGER PRIMARY KEY,
    examination_id INTEGER NOT NULL REFERENCES examinations (id),
    rendition_a    INTEGER NOT NULL REFERENCES renditions (id),
    start_a        INTEGER NOT NULL,
    end_a          INTEGER NOT NULL,
    rendition_b    INTEGER NOT NULL REFERENCES renditions (id),
    start_b        INTEGER NOT NULL,
    end_b          INTEGER NOT NULL,
    posterior      REAL NOT NULL CHECK (posterior BETWEEN 0 AND 1),
    basis          TEXT NOT NULL,
    CHECK (start_a < end_a AND start_b < end_b)
) STRICT;

CREATE INDEX links_a ON links (rendition_a, start_a);
CREATE INDEX links_b ON links (rendition_b, start_b);

-- What people have decided about a source, whatever its text is at the moment. Append-only; a null
-- status gives the decision back to the rules.
CREATE TABLE overrides (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    sequence INTEGER NOT NULL REFERENCES sources (sequence),
    speaker  TEXT,
    status   TEXT,
    who      TEXT NOT NULL,
    at       TEXT NOT NULL,
    note     TEXT NOT NULL
) STRICT;

CREATE INDEX overrides_source ON overrides (sequence);
CREATE TRIGGER overrides_stay BEFORE UPDATE ON overrides
    BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER overrides_are_kept BEFORE DELETE ON overrides
    BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;

-- Addresses, titles and ids: those a document has itself (`own`), and those it gives its original.
CREATE TABLE names (
    reference    TEXT NOT NULL,
    own          INTEGER NOT NULL CHECK (own IN (0, 1)),
    rendition_id INTEGER NOT NULL REFERENCES renditions (id),
    PRIMARY KEY (reference, own, rendition_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX names_rendition ON names (rendition_id);

-- Hashes of the words by which documents that say the same are found, by word and by document.
-- `held` counts the documents with a word, so that common ones are passed over without being read.
CREATE TABLE signatures (
    term         INTEGER NOT NULL,
    rendition_id INTEGER NOT NULL REFERENCES renditions (id),
    PRIMARY KEY (term, rendition_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE signed (
    rendition_id INTEGER NOT NULL REFERENCES renditions (id),
    kind         TEXT NOT NULL CHECK (kind IN ('same_language', 'across_languages')),
    terms        TEXT NOT NULL,
    PRIMARY KEY (rendition_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature_terms (
    term INTEGER PRIMARY KEY,
    held INTEGER NOT NULL
) STRICT;

-- What is known of two languages' words, learned from the links that are there.
CREATE TABLE lexicons (
    language_a TEXT NOT NULL,
    language_b TEXT NOT NULL,
    pairs      INTEGER NOT NULL,
    content    TEXT NOT NULL,
    PRIMARY KEY (language_a, language_b),
    CHECK (language_a < language_b)
) STRICT, WITHOUT ROWID;

-- Work that waits: first to look at a document, then to compare it with others. A worker has a row
-- until `leased_until`; after that it is anybody's.
CREATE TABLE weaving (
    rendition_id INTEGER PRIMARY KEY
        REFERENCES renditions (id) DEFERRABLE INITIALLY DEFERRED,
    stage        TEXT NOT NULL DEFAULT 'evidence' CHECK (stage IN ('evidence', 'linking')),
    tries        INTEGER NOT NULL DEFAULT 0,
    leased_by    TEXT,
    leased_until REAL NOT NULL DEFAULT 0,
    problem      TEXT
) STRICT;

CREATE INDEX weaving_stage ON weaving (stage, leased_until);

-- Whatever door a text comes through, it joins the queue in the transaction that brings it.
CREATE TRIGGER weaving_new AFTER INSERT ON sources WHEN NEW.state = 'active'
BEGIN
    INSERT OR IGNORE INTO weaving (rendition_id) VALUES (NEW.rendition_id);
END;

CREATE TRIGGER weaving_changed AFTER UPDATE OF state, rendition_id ON sources
    WHEN NEW.state = 'active'
        AND (NEW.state <> OLD.state OR NEW.rendition_id <> OLD.rendition_id)
BEGIN
    INSERT OR IGNORE INTO weaving (rendition_id) VALUES (NEW.rendition_id);
END;

INSERT INTO weaving (rendition_id) SELECT rendition_id FROM sources WHERE state = 'active';

PRAGMA user_version = 2;

COMMIT;
