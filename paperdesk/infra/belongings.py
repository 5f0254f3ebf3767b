"""What a paper has, and whether it came late, as conditions on the table `paper`."""

from paperdesk.domain.facts import CODE

CODED = (
    "paper.id IN (SELECT id FROM paper WHERE code <> '' "
    f"UNION ALL SELECT paper FROM fact WHERE name = '{CODE}')"
)
"""Whether code is known of a paper, or is told of in its words."""

HAS = {
    "note": "paper.id IN (SELECT paper FROM note WHERE text <> '')",
    "highlight": "paper.id IN (SELECT paper FROM highlight WHERE trashed IS NULL)",
    "pdf": "paper.id IN (SELECT paper FROM file)",
    "update": "paper.id IN (SELECT paper FROM watch WHERE newest > known AND newest > answered)",
    "code": CODED,
    "remark": "paper.id IN (SELECT id FROM paper WHERE remark <> '')",
    "thumbnail": "paper.id IN (SELECT paper FROM card WHERE picture <> '')",
    "summary": "paper.id IN (SELECT paper FROM card WHERE summary <> '')",
    "project": "paper.id IN (SELECT paper FROM card WHERE project <> '')",
    "model": "paper.id IN (SELECT paper FROM card WHERE models > 0)",
    "dataset": "paper.id IN (SELECT paper FROM card WHERE datasets > 0)",
    "collection": "paper.id IN (SELECT paper FROM membership)",
    "related": "paper.id IN (SELECT paper FROM relation UNION SELECT other FROM relation)",
    "space": "paper.id IN (SELECT paper FROM card WHERE spaces > 0)",
}
"""What a paper `has:`; what is linked to it is known of those that were asked about."""


def late(days: str) -> str:
    """Whether a paper came to one of some days after a view of it was worked off.

    `days` is a condition on entries, which is asked twice. A view is known by its
    query: a day, a month, a week (day:2026-05-25..2026-05-31) or a smart feed; "~"
    follows every digit and hyphen.
    """
    last = "substr(shelf, CASE instr(shelf, '..') WHEN 0 THEN 5 ELSE instr(shelf, '..') + 2 END)"
    return (
        "paper.id IN (SELECT entry.paper FROM finished CROSS JOIN entry"
        f" ON entry.day BETWEEN substr(shelf, 5, 10) AND {last} || '~'"
        f" WHERE shelf GLOB 'day:*' AND instr(shelf, ' ') = 0 AND {days}"
        " GROUP BY shelf, entry.paper HAVING min(first_seen) > finished.at"
        " UNION SELECT came.id FROM finished"
        " CROSS JOIN rule ON shelf IN ('rule:\"' || name || '\"',"
        " 'rule:\"' || name || '\" -is:muted')"
        " CROSS JOIN paper AS came ON came.added_at > finished.at"
        " CROSS JOIN hit ON hit.rule = rule.id AND hit.paper = came.id"
        f" WHERE EXISTS (SELECT 1 FROM entry WHERE entry.paper = came.id AND {days}))"
    )
