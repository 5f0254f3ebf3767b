"""What rules are, what they hit, and what must be held against them again.

Rules are held against papers by number, a few at a time: `unjudged` says which,
and triggers write it whoever changes a paper, so that nothing is missed after a
crash and nothing is ever looked through as a whole. A `circumstance` is what the
user changes (state, tags, notes): rules about words need not see it. Part of the
third migration: the text does not change once that is released.
"""

_SOMEBODY = """EXISTS (SELECT 1 FROM rule WHERE enabled = 1)
        OR EXISTS (SELECT 1 FROM source WHERE notify = 1)"""
"""Whether anybody wants to know; without rules nothing is written."""

_WORDS = "title, abstract, first_key, year, arxiv, doi, citekey, code, upvotes, stars"

_TABLES = """
CREATE TABLE rule (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    action TEXT NOT NULL DEFAULT '',
    argument TEXT NOT NULL DEFAULT '',
    notify INTEGER NOT NULL DEFAULT 0,
    shown INTEGER NOT NULL DEFAULT 1,
    enabled INTEGER NOT NULL DEFAULT 1,
    expires TEXT,
    created REAL NOT NULL,
    position INTEGER NOT NULL,
    filled INTEGER
);
CREATE TABLE hit (
    rule INTEGER NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    due INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (rule, paper)
) WITHOUT ROWID;
CREATE INDEX ix_hit_paper ON hit (paper);
CREATE INDEX ix_hit_due ON hit (rule, paper) WHERE due = 1;
-- What a rule did stays known when it is undone: it does it once.
CREATE TABLE deed (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    rule INTEGER NOT NULL,
    action TEXT NOT NULL,
    at REAL NOT NULL,
    standing INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, rule)
) WITHOUT ROWID;
CREATE INDEX ix_deed_standing ON deed (action, paper) WHERE standing = 1;
CREATE INDEX ix_deed_rule ON deed (rule);
CREATE TABLE unjudged (
    seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    paper INTEGER NOT NULL,
    circumstance INTEGER NOT NULL DEFAULT 0
);

-- Other papers may be a rule's when its query is another one, or it comes back.
CREATE TRIGGER rule_made AFTER INSERT ON rule WHEN new.filled IS NOT NULL BEGIN
    UPDATE rule SET filled = NULL WHERE id = new.id;
END;
CREATE TRIGGER rule_rewritten AFTER UPDATE OF query, enabled ON rule
    WHEN old.query IS NOT new.query OR old.enabled < new.enabled BEGIN
    DELETE FROM hit WHERE rule = new.id;
    UPDATE rule SET filled = NULL WHERE id = new.id;
END;
CREATE TRIGGER source_renamed AFTER UPDATE OF name ON source WHEN old.name IS NOT new.name BEGIN
    UPDATE rule SET filled = NULL WHERE query LIKE '%source:%';
END;
"""

_TRAITS = """
-- What sources tell of a paper by name: who is behind it, who brought it, its subject.
CREATE TABLE trait (
    id INTEGER PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (kind, name)
);
CREATE TABLE bearing (
    trait INTEGER NOT NULL REFERENCES trait (id) ON DELETE CASCADE,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    PRIMARY KEY (trait, paper)
) WITHOUT ROWID;
CREATE INDEX ix_bearing_paper ON bearing (paper);
CREATE INDEX ix_entry_kind ON entry (kind, paper) WHERE kind <> '';
CREATE VIEW told AS
    SELECT id AS entry, paper, 'submitter' AS kind, submitter AS name FROM entry
    UNION ALL SELECT id, paper, 'org', coalesce(json_extract(extra, '$.organization.fullname'),
        json_extract(extra, '$.organization.name')) FROM entry WHERE json_valid(extra)
    UNION ALL SELECT entry.id, paper, 'category', value FROM entry, json_each(
        CASE WHEN json_valid(entry.extra) THEN entry.extra ELSE '{}' END, '$.categories')
        WHERE json_each.type = 'text';
INSERT OR IGNORE INTO trait (kind, name) SELECT kind, name FROM told WHERE name <> '';
INSERT OR IGNORE INTO bearing (trait, paper) SELECT trait.id, told.paper FROM told
    JOIN trait ON trait.kind = told.kind AND trait.name = told.name;
"""

_TELL = """
CREATE TRIGGER entry_{when} ON entry WHEN new.submitter IS NOT NULL OR new.extra <> '{{}}' BEGIN
    INSERT OR IGNORE INTO trait (kind, name)
        SELECT kind, name FROM told WHERE entry = new.id AND name <> '';
    INSERT OR IGNORE INTO bearing (trait, paper) SELECT trait.id, new.paper FROM told
        JOIN trait ON trait.kind = told.kind AND trait.name = told.name
        WHERE told.entry = new.id;
END;
"""

_JUDGE = """
CREATE TRIGGER unjudged_{name} AFTER {when} WHEN ({changed}) AND ({somebody}) BEGIN
    INSERT INTO unjudged (paper, circumstance) VALUES ({paper}, {circumstance});
END;
"""


def _judge(name: str, when: str, paper: str, circumstance: int, changed: str = "1") -> str:
    return _JUDGE.format(
        name=name,
        when=when,
        paper=paper,
        circumstance=circumstance,
        changed=changed,
        somebody=_SOMEBODY,
    )


def _differs(columns: str) -> str:
    """Whether an update changes any of some columns."""
    return " OR ".join(f"old.{name} IS NOT new.{name}" for name in columns.split(", "))


RULES = "".join(
    (
        _TABLES,
        _TRAITS,
        _TELL.format(when="told AFTER INSERT"),
        _TELL.format(when="retold AFTER UPDATE OF submitter, extra"),
        _judge("new", "INSERT ON paper", "new.id", 0),
        _judge("words", f"UPDATE OF {_WORDS} ON paper", "new.id", 0, _differs(_WORDS)),
        _judge("move", "UPDATE OF state, unread ON paper", "new.id", 1, _differs("state, unread")),
        _judge("entry", "INSERT ON entry", "new.paper", 0),
        _judge("fact", "INSERT ON fact", "new.paper", 0),
        _judge("bearing", "INSERT ON bearing", "new.paper", 0),
        _judge("tagged", "INSERT ON tagging", "new.paper", 1),
        _judge("untagged", "DELETE ON tagging", "old.paper", 1),
        _judge("noted", "INSERT ON note", "new.paper", 1),
        _judge("renoted", "UPDATE OF text ON note", "new.paper", 1),
        _judge("unnoted", "DELETE ON note", "old.paper", 1),
        _judge("marked", "INSERT ON highlight", "new.paper", 1),
        _judge("remarked", "UPDATE OF trashed ON highlight", "new.paper", 1),
        _judge("unmarked", "DELETE ON highlight", "old.paper", 1),
        _judge("filed", "INSERT ON file", "new.paper", 1),
        _judge("unfiled", "DELETE ON file", "old.paper", 1),
    )
)
"""The tables of rules, and the triggers that say what is to be judged."""
