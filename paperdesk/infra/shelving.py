"""What the library knows of papers beside what feeds tell: its order, its past, its time.

Columns of `paper` where every list shows them, tables of their own where few papers
have them. The sixth migration: the text does not change once that is released.
"""

SHELVES = """
ALTER TABLE paper ADD COLUMN rating INTEGER NOT NULL DEFAULT 0;
ALTER TABLE paper ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE paper ADD COLUMN remark TEXT NOT NULL DEFAULT '';
ALTER TABLE paper ADD COLUMN notice TEXT NOT NULL DEFAULT '';
CREATE INDEX ix_paper_rating ON paper (rating, id) WHERE rating > 0;
CREATE INDEX ix_paper_flagged ON paper (id) WHERE flagged = 1;
CREATE INDEX ix_paper_remark ON paper (id) WHERE remark <> '';
CREATE INDEX ix_paper_notice ON paper (id) WHERE notice <> '';

-- A remark is found by its words, and rules may ask for all that a reader thinks.
CREATE TRIGGER paper_remarked AFTER UPDATE OF remark ON paper WHEN old.remark IS NOT new.remark
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('paper', new.id); END;
CREATE TRIGGER unjudged_opinion AFTER UPDATE OF rating, flagged, remark, notice ON paper
    WHEN (old.rating IS NOT new.rating OR old.flagged IS NOT new.flagged
        OR old.remark IS NOT new.remark OR old.notice IS NOT new.notice)
        AND (EXISTS (SELECT 1 FROM rule WHERE enabled = 1)
        OR EXISTS (SELECT 1 FROM source WHERE notify = 1))
    BEGIN INSERT INTO unjudged (paper, circumstance) VALUES (new.id, 1); END;

ALTER TABLE tag ADD COLUMN colour TEXT NOT NULL DEFAULT '';
ALTER TABLE tag ADD COLUMN digit INTEGER;

CREATE TABLE collection (
    id INTEGER PRIMARY KEY NOT NULL,
    parent INTEGER REFERENCES collection (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    query TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    created REAL NOT NULL
);
CREATE INDEX ix_collection_parent ON collection (parent);

CREATE TABLE membership (
    collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    PRIMARY KEY (collection, paper)
);
CREATE INDEX ix_membership_paper ON membership (paper);

CREATE TABLE relation (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    kind TEXT NOT NULL DEFAULT '',
    at REAL NOT NULL,
    PRIMARY KEY (paper, other)
);
CREATE INDEX ix_relation_other ON relation (other);

CREATE TABLE alias (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    PRIMARY KEY (kind, value)
);
CREATE INDEX ix_alias_paper ON alias (paper);

CREATE TABLE apart (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    PRIMARY KEY (paper, other)
);
CREATE INDEX ix_apart_other ON apart (other);

CREATE TABLE reference (
    paper INTEGER PRIMARY KEY NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    kind TEXT NOT NULL DEFAULT '',
    fields TEXT NOT NULL DEFAULT '{}'
);

CREATE TABLE edited (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (paper, field)
);

CREATE TABLE progress (
    paper INTEGER PRIMARY KEY NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    status TEXT NOT NULL DEFAULT '',
    furthest INTEGER NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0,
    seen TEXT NOT NULL DEFAULT '[]',
    at REAL NOT NULL
);

CREATE TABLE focus (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    section TEXT NOT NULL DEFAULT '',
    seconds REAL NOT NULL,
    words INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, day, section)
);
CREATE INDEX ix_focus_day ON focus (day);

CREATE TABLE thrown (
    id TEXT PRIMARY KEY NOT NULL,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    at REAL NOT NULL
);
CREATE INDEX ix_thrown_paper ON thrown (paper);
"""
