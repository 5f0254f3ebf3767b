"""How a library of any age becomes one of today, step by numbered step.

A step's text never changes once released: what it makes is what a library of
that age has. `PRAGMA user_version` counts the steps taken.
"""

import sqlite3

from paperdesk.infra import carding, orders, ruling, shelving, tallies

FIRST = """
CREATE TABLE paper (
    id INTEGER PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    first_key TEXT NOT NULL,
    abstract TEXT NOT NULL,
    published TEXT,
    year INTEGER,
    arxiv TEXT UNIQUE,
    version INTEGER NOT NULL,
    doi TEXT UNIQUE,
    url TEXT,
    code TEXT,
    citekey TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    state_at REAL NOT NULL,
    unread INTEGER NOT NULL,
    added_at REAL NOT NULL,
    upvotes INTEGER,
    comments INTEGER,
    stars INTEGER
);
CREATE INDEX ix_paper_state ON paper (state);
CREATE INDEX ix_paper_title_key ON paper (title_key);
CREATE INDEX ix_paper_year ON paper (year);

CREATE TABLE author (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL
);
CREATE INDEX ix_author_key ON author (key);

CREATE TABLE authorship (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES author (id),
    PRIMARY KEY (paper, position)
);
CREATE INDEX ix_authorship_author ON authorship (author);

CREATE TABLE source (
    id INTEGER PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL UNIQUE,
    enabled INTEGER NOT NULL,
    last_success REAL,
    last_error TEXT,
    last_error_at REAL
);

CREATE TABLE visit (
    source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    at REAL NOT NULL,
    validators TEXT NOT NULL,
    PRIMARY KEY (source, day)
);

CREATE TABLE entry (
    id INTEGER PRIMARY KEY NOT NULL,
    source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    rank INTEGER NOT NULL,
    first_seen REAL NOT NULL,
    last_seen REAL NOT NULL,
    submitter TEXT,
    extra TEXT NOT NULL,
    UNIQUE (source, day, paper)
);
CREATE INDEX ix_entry_day ON entry (day);
CREATE INDEX ix_entry_paper ON entry (paper);

CREATE TABLE snapshot (
    entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    rank INTEGER NOT NULL,
    upvotes INTEGER,
    comments INTEGER,
    stars INTEGER,
    PRIMARY KEY (entry, at)
);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE tagging (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (paper, tag)
);
CREATE INDEX ix_tagging_tag ON tagging (tag);

CREATE TABLE file (
    id INTEGER PRIMARY KEY NOT NULL,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    path TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    arrived REAL NOT NULL
);
CREATE INDEX ix_file_paper ON file (paper);

CREATE TABLE note (
    paper INTEGER PRIMARY KEY NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    updated REAL NOT NULL
);

CREATE TABLE highlight (
    id TEXT PRIMARY KEY NOT NULL,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    quads TEXT NOT NULL,
    text TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    colour TEXT NOT NULL,
    comment TEXT NOT NULL,
    created REAL NOT NULL,
    trashed REAL
);
CREATE INDEX ix_highlight_paper ON highlight (paper);

CREATE TABLE place (
    paper INTEGER PRIMARY KEY NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    top REAL NOT NULL,
    left REAL NOT NULL,
    zoom REAL NOT NULL,
    at REAL NOT NULL
);

CREATE TABLE exported (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    pending TEXT,
    at REAL NOT NULL,
    PRIMARY KEY (paper, folder)
);

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    at REAL NOT NULL,
    title TEXT NOT NULL,
    merge TEXT NOT NULL,
    changes TEXT NOT NULL,
    undone INTEGER NOT NULL
);

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    at REAL NOT NULL,
    origin TEXT NOT NULL,
    event TEXT NOT NULL,
    ids TEXT NOT NULL
);

CREATE TABLE waiting (
    seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL
);

CREATE TABLE memory (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);

-- Whoever writes, by whichever door: what the index must see again waits here.
CREATE TRIGGER paper_new AFTER INSERT ON paper
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('paper', new.id); END;
CREATE TRIGGER paper_text AFTER UPDATE OF title, abstract, arxiv, doi, citekey ON paper
    WHEN old.title IS NOT new.title OR old.abstract IS NOT new.abstract
        OR old.arxiv IS NOT new.arxiv OR old.doi IS NOT new.doi OR old.citekey IS NOT new.citekey
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('paper', new.id); END;
CREATE TRIGGER paper_gone AFTER DELETE ON paper
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('paper', old.id); END;
CREATE TRIGGER note_new AFTER INSERT ON note
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('note', new.paper); END;
CREATE TRIGGER note_text AFTER UPDATE OF text ON note
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('note', new.paper); END;
CREATE TRIGGER note_gone AFTER DELETE ON note
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('note', old.paper); END;
CREATE TRIGGER highlight_new AFTER INSERT ON highlight
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('highlight', new.id); END;
CREATE TRIGGER highlight_text AFTER UPDATE OF text, comment, trashed ON highlight
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('highlight', new.id); END;
CREATE TRIGGER highlight_gone AFTER DELETE ON highlight
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('highlight', old.id); END;
CREATE TRIGGER file_new AFTER INSERT ON file
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('file', new.id); END;
CREATE TRIGGER file_gone AFTER DELETE ON file
    BEGIN INSERT INTO waiting (kind, ref) VALUES ('file', old.id); END;

-- A fresh library knows one place to ask; who removes it is not given it again.
INSERT INTO source (kind, name, url, enabled) VALUES
    ('huggingface', 'Hugging Face Daily Papers', 'https://huggingface.co/papers', 1);
"""

SECOND = """
ALTER TABLE highlight ADD COLUMN kind TEXT NOT NULL DEFAULT 'highlight';
ALTER TABLE highlight ADD COLUMN strokes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE highlight ADD COLUMN edition TEXT NOT NULL DEFAULT '';
ALTER TABLE highlight ADD COLUMN fate TEXT NOT NULL DEFAULT '';
ALTER TABLE highlight ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE highlight ADD COLUMN rest TEXT NOT NULL DEFAULT '[]';

CREATE TABLE highlight_tag (
    highlight TEXT NOT NULL REFERENCES highlight (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (highlight, tag)
);
CREATE INDEX ix_highlight_tag_tag ON highlight_tag (tag);

CREATE TABLE bookmark (
    id TEXT PRIMARY KEY NOT NULL,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    top REAL NOT NULL,
    text TEXT NOT NULL,
    created REAL NOT NULL,
    trashed REAL
);
CREATE INDEX ix_bookmark_paper ON bookmark (paper);

CREATE TABLE letter (
    scope INTEGER NOT NULL,
    name TEXT NOT NULL,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    top REAL NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (scope, name)
);
CREATE INDEX ix_letter_paper ON letter (paper);

ALTER TABLE place ADD COLUMN fit TEXT NOT NULL DEFAULT 'width';
ALTER TABLE place ADD COLUMN columns INTEGER NOT NULL DEFAULT 1;
ALTER TABLE place ADD COLUMN cover INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place ADD COLUMN rotation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place ADD COLUMN trim INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place ADD COLUMN seen REAL NOT NULL DEFAULT 0;
"""

THIRD = """
ALTER TABLE source ADD COLUMN period INTEGER;
ALTER TABLE source ADD COLUMN retention INTEGER;
ALTER TABLE source ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN notify INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN labels TEXT NOT NULL DEFAULT '[]';
ALTER TABLE source ADD COLUMN due REAL;
ALTER TABLE source ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

CREATE TABLE trouble (
    id INTEGER PRIMARY KEY NOT NULL,
    source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    sentence TEXT NOT NULL
);
CREATE INDEX ix_trouble_source ON trouble (source, at);

ALTER TABLE entry ADD COLUMN kind TEXT NOT NULL DEFAULT '';

-- What titles and abstracts say in numbers and names; made again from them at any time.
CREATE TABLE fact (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    value REAL,
    text TEXT NOT NULL,
    key TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (paper, name, place, start)
) WITHOUT ROWID;
CREATE INDEX ix_fact_value ON fact (name, value);
CREATE INDEX ix_fact_key ON fact (name, key) WHERE key <> '';

CREATE TABLE finished (
    shelf TEXT PRIMARY KEY NOT NULL,
    at REAL NOT NULL
);
CREATE TABLE watch (
    paper INTEGER PRIMARY KEY NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    known INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    answered INTEGER NOT NULL DEFAULT 0,
    looked REAL NOT NULL DEFAULT 0
);
CREATE TABLE revision (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    published TEXT,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,
    abstract TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (paper, version)
);
ALTER TABLE file ADD COLUMN chosen INTEGER NOT NULL DEFAULT 0;

-- A feed may say first that a kept paper has a new version; who has its PDF knows it.
CREATE TRIGGER paper_version AFTER UPDATE OF version ON paper
    WHEN new.version > old.version AND old.version > 0
        AND new.state IN ('inbox', 'later', 'shortlist', 'archive')
    BEGIN
        INSERT INTO watch (paper, known, newest) VALUES (new.id, old.version, new.version)
            ON CONFLICT (paper) DO UPDATE SET
                known = CASE newest WHEN 0 THEN excluded.known ELSE known END,
                newest = max(newest, excluded.newest);
    END;
CREATE TRIGGER file_version AFTER INSERT ON file WHEN new.version > 0
    BEGIN
        UPDATE watch SET known = max(known, new.version) WHERE paper = new.paper;
    END;
"""

FOURTH = """
ALTER TABLE highlight ADD COLUMN author TEXT NOT NULL DEFAULT '';
"""

FIFTH = """
-- What is true of few papers is found without a look at the wide row of each.
CREATE INDEX ix_paper_code ON paper (id) WHERE code <> '';
CREATE INDEX ix_paper_stars ON paper (stars) WHERE stars IS NOT NULL;
CREATE INDEX ix_paper_version ON paper (version) WHERE version > 0;
CREATE INDEX ix_paper_unread ON paper (id) WHERE unread = 1;
"""

STEPS: tuple[str, ...] = (
    FIRST,
    SECOND,
    THIRD + carding.CARDS + ruling.RULES + orders.ORDERS + tallies.TALLIES + tallies.RECOUNT,
    FOURTH,
    FIFTH,
    shelving.SHELVES,
)
"""Step n takes a library from version n to n + 1."""

NEWEST = len(STEPS)


def version(connection: sqlite3.Connection) -> int:
    """How many steps a library has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that a library lacks, each wholly or not at all.

    Two programs may begin together: who comes second finds the step taken.
    """
    while (number := version(connection)) < NEWEST:
        try:
            connection.executescript(_script(number))
        except sqlite3.DatabaseError:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if version(connection) == number:
                raise


def _script(number: int) -> str:
    """A step as one transaction, which fails at its first line if another has taken it."""
    mine = f"SELECT json(iif(user_version = {number}, '1', 'taken')) FROM pragma_user_version;"
    return (
        f"BEGIN IMMEDIATE;\n{mine}\n{STEPS[number]}\nPRAGMA user_version = {number + 1};\nCOMMIT;"
    )
