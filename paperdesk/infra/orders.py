"""What lists are found and ordered by: narrow indexes beside the wide papers.

A row of `paper` holds the abstract: to look at each of a million takes seconds.
So each order has an index of its own, which also tells the state (every list
asks for it) and the year: a list of a million is read from it in 0.2 s, its
first screen in less than a millisecond. Part of the third migration: the text
does not change once that is released.
"""

ORDERS = """
ALTER TABLE paper ADD COLUMN day TEXT;
ALTER TABLE paper ADD COLUMN rank INTEGER;

DROP INDEX ix_entry_day;
DROP INDEX ix_entry_paper;
CREATE INDEX ix_entry_day ON entry (day, paper, source);
CREATE INDEX ix_entry_paper ON entry (paper, day, rank, source);
CREATE INDEX ix_entry_source ON entry (source, paper);
CREATE INDEX ix_entry_key ON entry (source, key);

-- The newest day on which a paper was listed, and its best place on it.
UPDATE paper SET (day, rank) = (SELECT day, rank FROM entry
    WHERE paper = paper.id ORDER BY day DESC, rank LIMIT 1);

CREATE TRIGGER entry_listed AFTER INSERT ON entry BEGIN
    UPDATE paper SET (day, rank) = (SELECT day, rank FROM entry
        WHERE paper = new.paper AND source NOT IN (SELECT id FROM source WHERE muted)
        ORDER BY day DESC, rank LIMIT 1) WHERE id = new.paper;
END;
CREATE TRIGGER entry_relisted AFTER UPDATE OF day, rank ON entry
    WHEN old.day IS NOT new.day OR old.rank IS NOT new.rank BEGIN
    UPDATE paper SET (day, rank) = (SELECT day, rank FROM entry
        WHERE paper = new.paper AND source NOT IN (SELECT id FROM source WHERE muted)
        ORDER BY day DESC, rank LIMIT 1) WHERE id = new.paper;
END;
CREATE TRIGGER entry_unlisted AFTER DELETE ON entry BEGIN
    UPDATE paper SET (day, rank) = (SELECT day, rank FROM entry
        WHERE paper = old.paper AND source NOT IN (SELECT id FROM source WHERE muted)
        ORDER BY day DESC, rank LIMIT 1) WHERE id = old.paper;
END;

CREATE TRIGGER source_unheard AFTER UPDATE OF muted ON source
    WHEN old.muted IS NOT new.muted BEGIN
    UPDATE paper SET (day, rank) = (SELECT day, rank FROM entry
        WHERE paper = paper.id AND source NOT IN (SELECT id FROM source WHERE muted)
        ORDER BY day DESC, rank LIMIT 1)
        WHERE id IN (SELECT paper FROM entry WHERE source = new.id);
END;

DROP INDEX ix_paper_state;
DROP INDEX ix_paper_title_key;
CREATE INDEX ix_paper_state ON paper (state, state_at, id, year, unread);
CREATE INDEX ix_paper_added ON paper (added_at, id, state);
CREATE INDEX ix_paper_recent ON paper (state_at, id, state, year);
CREATE INDEX ix_paper_published ON paper (published, id, state, year);
CREATE INDEX ix_paper_upvotes ON paper (upvotes, id, state, year);
CREATE INDEX ix_paper_title_key ON paper (title_key, id, state, year);
CREATE INDEX ix_paper_day ON paper (day DESC, rank, id, state, year);
"""
