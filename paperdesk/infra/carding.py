"""The tables of what is said of papers: cards, and what is linked to them.

Part of the third migration: the text does not change once that is released.
"""

CARDS = """
CREATE TABLE card (
    paper INTEGER PRIMARY KEY NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    organisation TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    keywords TEXT NOT NULL DEFAULT '[]',
    picture TEXT NOT NULL DEFAULT '',
    project TEXT NOT NULL DEFAULT '',
    submitter TEXT NOT NULL DEFAULT '',
    discussion TEXT NOT NULL DEFAULT '',
    models INTEGER NOT NULL DEFAULT 0,
    datasets INTEGER NOT NULL DEFAULT 0,
    spaces INTEGER NOT NULL DEFAULT 0,
    asked REAL
);
CREATE TABLE linked (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    likes INTEGER,
    PRIMARY KEY (paper, kind, position)
) WITHOUT ROWID;

-- What was listed before there were cards is in what was kept of the listings.
INSERT INTO card (paper, organisation, summary, keywords, picture, project, submitter, discussion)
    SELECT paper.id,
        coalesce(max(substr(said, 1, 80)) FILTER (WHERE name = 'fullname'), ''),
        coalesce(max(substr(said, 1, 2000)) FILTER (WHERE name = 'ai_summary'), ''),
        coalesce(max(said) FILTER (WHERE name = 'ai_keywords'), '[]'),
        coalesce(max(said) FILTER (WHERE name = 'thumbnail' AND said GLOB 'http*://*'), ''),
        coalesce(max(said) FILTER (WHERE name = 'projectPage' AND said GLOB 'http*://*'), ''),
        coalesce(max(substr(submitter, 1, 80)), ''),
        coalesce('https://huggingface.co/papers/' || paper.arxiv || '#community', '')
    FROM (
        SELECT entry.paper AS listed, entry.submitter, each.key AS name, each.value AS said
        FROM entry JOIN source ON source.id = entry.source, json_each(entry.extra) AS each
        WHERE source.kind IN ('huggingface', 'page') AND json_valid(entry.extra) AND (
            (each.key IN ('ai_summary', 'thumbnail', 'projectPage') AND each.type = 'text')
            OR (each.key = 'ai_keywords' AND each.type = 'array'))
        UNION ALL
        SELECT entry.paper, entry.submitter, 'fullname',
            json_extract(entry.extra, '$.organization.fullname')
        FROM entry JOIN source ON source.id = entry.source
        WHERE source.kind IN ('huggingface', 'page') AND json_valid(entry.extra)
            AND json_type(entry.extra, '$.organization.fullname') = 'text'
    ) JOIN paper ON paper.id = listed
    GROUP BY paper.id;
"""
