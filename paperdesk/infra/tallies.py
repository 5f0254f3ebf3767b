"""How many papers a day, a source, a tag, a rule or a state has: counted by each write.

The sidebar never counts: it reads a row of `tally`. Triggers keep these rows,
so that they are true whichever process writes, and whether a change is done,
undone or done again; they are part of the third migration, so their text does
not change once that is released.

What is counted of a paper: `papers` outside the trash, and `unread` of those
that nobody has dismissed either (the view `weight`). Where it is counted: the
view `counted`, which may name a place of a paper more than once. A new kind of
place gets a line there, and two triggers as `tagging` has them.
"""

TALLIES = """
CREATE TABLE tally (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    papers INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;

CREATE VIEW weight AS
    SELECT id, state <> 'trash' AS papers,
        unread = 1 AND state NOT IN ('dismissed', 'trash') AS unread
    FROM paper;

CREATE VIEW counted AS
    SELECT 'source' AS kind, CAST(source AS TEXT) AS key, paper FROM entry
    UNION ALL SELECT 'day', day, paper FROM entry
        WHERE source NOT IN (SELECT id FROM source WHERE muted)
    UNION ALL SELECT 'tag', CAST(tag AS TEXT), paper FROM tagging
    UNION ALL SELECT 'rule', CAST(rule AS TEXT), paper FROM hit;

CREATE TRIGGER paper_made AFTER INSERT ON paper BEGIN
    INSERT INTO tally VALUES ('state', new.state, 1, new.unread)
        ON CONFLICT DO UPDATE SET papers = papers + 1, unread = unread + excluded.unread;
END;
CREATE TRIGGER paper_unmade AFTER DELETE ON paper BEGIN
    UPDATE tally SET papers = papers - 1, unread = unread - old.unread
        WHERE kind = 'state' AND key = old.state;
END;
-- While the paper is still there to be weighed: what hangs on it goes first.
CREATE TRIGGER paper_ending BEFORE DELETE ON paper BEGIN
    DELETE FROM entry WHERE paper = old.id;
    DELETE FROM tagging WHERE paper = old.id;
    DELETE FROM hit WHERE paper = old.id;
END;
CREATE TRIGGER paper_moved AFTER UPDATE OF state, unread ON paper
    WHEN old.state IS NOT new.state OR old.unread IS NOT new.unread BEGIN
    UPDATE tally SET papers = papers - 1, unread = unread - old.unread
        WHERE kind = 'state' AND key = old.state;
    INSERT INTO tally VALUES ('state', new.state, 1, new.unread)
        ON CONFLICT DO UPDATE SET papers = papers + 1, unread = unread + excluded.unread;
END;
CREATE TRIGGER paper_weighed AFTER UPDATE OF state, unread ON paper
    WHEN (old.state = 'trash') <> (new.state = 'trash')
        OR (old.unread = 1 AND old.state NOT IN ('dismissed', 'trash'))
        <> (new.unread = 1 AND new.state NOT IN ('dismissed', 'trash')) BEGIN
    UPDATE tally SET papers = papers + (old.state = 'trash') - (new.state = 'trash'),
        unread = unread - (old.unread = 1 AND old.state NOT IN ('dismissed', 'trash'))
            + (new.unread = 1 AND new.state NOT IN ('dismissed', 'trash'))
        WHERE (kind, key) IN (SELECT kind, key FROM counted WHERE paper = new.id);
END;

CREATE TRIGGER tagging_counted AFTER INSERT ON tagging BEGIN
    INSERT INTO tally SELECT 'tag', new.tag, papers, unread FROM weight WHERE id = new.paper
        ON CONFLICT DO UPDATE SET papers = papers + excluded.papers,
            unread = unread + excluded.unread;
END;
CREATE TRIGGER tagging_uncounted AFTER DELETE ON tagging BEGIN
    UPDATE tally SET papers = papers - (SELECT papers FROM weight WHERE id = old.paper),
        unread = unread - (SELECT unread FROM weight WHERE id = old.paper)
        WHERE kind = 'tag' AND key = CAST(old.tag AS TEXT);
END;

CREATE TRIGGER hit_counted AFTER INSERT ON hit BEGIN
    INSERT INTO tally SELECT 'rule', new.rule, papers, unread FROM weight WHERE id = new.paper
        ON CONFLICT DO UPDATE SET papers = papers + excluded.papers,
            unread = unread + excluded.unread;
END;
CREATE TRIGGER hit_uncounted AFTER DELETE ON hit BEGIN
    UPDATE tally SET papers = papers - (SELECT papers FROM weight WHERE id = old.paper),
        unread = unread - (SELECT unread FROM weight WHERE id = old.paper)
        WHERE kind = 'rule' AND key = CAST(old.rule AS TEXT);
END;

-- Several sources may list a paper on a day, and a source on several days: each
-- counts it once. So the first entry adds it, and the last to go takes it away.
CREATE TRIGGER entry_new_source AFTER INSERT ON entry BEGIN
    INSERT INTO tally SELECT 'source', new.source, papers, unread FROM weight
        WHERE id = new.paper AND NOT EXISTS (SELECT 1 FROM entry
            WHERE paper = new.paper AND source = new.source AND id <> new.id)
        ON CONFLICT DO UPDATE SET papers = papers + excluded.papers,
            unread = unread + excluded.unread;
END;
CREATE TRIGGER entry_new_day AFTER INSERT ON entry
    WHEN NOT (SELECT muted FROM source WHERE id = new.source) BEGIN
    INSERT INTO tally SELECT 'day', new.day, papers, unread FROM weight
        WHERE id = new.paper AND NOT EXISTS (SELECT 1 FROM entry
            WHERE paper = new.paper AND day = new.day AND id <> new.id
            AND source NOT IN (SELECT id FROM source WHERE muted))
        ON CONFLICT DO UPDATE SET papers = papers + excluded.papers,
            unread = unread + excluded.unread;
END;
CREATE TRIGGER entry_gone_source AFTER DELETE ON entry
    WHEN NOT EXISTS (SELECT 1 FROM entry WHERE paper = old.paper AND source = old.source) BEGIN
    UPDATE tally SET papers = papers - (SELECT papers FROM weight WHERE id = old.paper),
        unread = unread - (SELECT unread FROM weight WHERE id = old.paper)
        WHERE kind = 'source' AND key = CAST(old.source AS TEXT);
END;
CREATE TRIGGER entry_gone_day AFTER DELETE ON entry
    WHEN NOT (SELECT muted FROM source WHERE id = old.source)
        AND NOT EXISTS (SELECT 1 FROM entry WHERE paper = old.paper AND day = old.day
            AND source NOT IN (SELECT id FROM source WHERE muted)) BEGIN
    UPDATE tally SET papers = papers - (SELECT papers FROM weight WHERE id = old.paper),
        unread = unread - (SELECT unread FROM weight WHERE id = old.paper)
        WHERE kind = 'day' AND key = old.day;
END;
CREATE TRIGGER entry_redated AFTER UPDATE OF day ON entry
    WHEN old.day IS NOT new.day AND NOT (SELECT muted FROM source WHERE id = new.source) BEGIN
    UPDATE tally SET papers = papers - (SELECT papers FROM weight WHERE id = old.paper),
        unread = unread - (SELECT unread FROM weight WHERE id = old.paper)
        WHERE kind = 'day' AND key = old.day
        AND NOT EXISTS (SELECT 1 FROM entry WHERE paper = old.paper AND day = old.day
            AND source NOT IN (SELECT id FROM source WHERE muted));
    INSERT INTO tally SELECT 'day', new.day, papers, unread FROM weight
        WHERE id = new.paper AND NOT EXISTS (SELECT 1 FROM entry
            WHERE paper = new.paper AND day = new.day AND id <> new.id
            AND source NOT IN (SELECT id FROM source WHERE muted))
        ON CONFLICT DO UPDATE SET papers = papers + excluded.papers,
            unread = unread + excluded.unread;
END;
CREATE TRIGGER source_ending BEFORE DELETE ON source BEGIN
    DELETE FROM entry WHERE source = old.id;
END;
CREATE TRIGGER source_muted AFTER UPDATE OF muted ON source WHEN old.muted IS NOT new.muted BEGIN
    DELETE FROM tally WHERE kind = 'day'
        AND key IN (SELECT day FROM entry WHERE source = new.id);
    INSERT INTO tally SELECT 'day', day, sum(papers), sum(unread) FROM (
        SELECT DISTINCT entry.day, weight.* FROM entry JOIN weight ON weight.id = entry.paper
        WHERE entry.day IN (SELECT day FROM entry WHERE source = new.id)
            AND entry.source NOT IN (SELECT id FROM source WHERE muted)
    ) GROUP BY day;
END;
"""

RECOUNT = """
DELETE FROM tally;
INSERT INTO tally SELECT 'state', state, count(*), sum(unread) FROM paper GROUP BY state;
INSERT INTO tally SELECT kind, key, sum(papers), sum(unread) FROM (
    SELECT DISTINCT kind, key, weight.id, weight.papers, weight.unread
    FROM counted JOIN weight ON weight.id = counted.paper
) GROUP BY kind, key;
"""
"""Counts everything anew: for a library that was not counted before."""
