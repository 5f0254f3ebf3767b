"""How many papers of a place its list leaves out: those that rules hide, or muted sources bring.

The tally counts them, for triggers that asked every rule and source at each write
would cost every write; here they are counted from the few that they are.
"""

import sqlite3

from paperdesk.infra.where import HEARD, MUFFLED

_MUTED = (
    "SELECT DISTINCT deed.paper AS id FROM deed CROSS JOIN paper ON paper.id = deed.paper "
    "WHERE deed.action = 'hide' AND deed.standing = 1 AND paper.state = 'dismissed'"
)
"""What rules hide. The crossed join begins with that, not with all that was dismissed."""

_EITHER = f"{_MUTED} UNION SELECT paper.id FROM paper WHERE {MUFFLED}"

_OF = {
    "day": f"SELECT day, count(DISTINCT entry.paper) FROM ({_MUTED}) AS gone "
    f"CROSS JOIN entry ON entry.paper = gone.id WHERE {HEARD} GROUP BY day",
    "source": f"SELECT source, count(DISTINCT entry.paper) FROM ({_MUTED}) AS gone "
    "CROSS JOIN entry ON entry.paper = gone.id GROUP BY source",
    "tag": f"SELECT tag, count(*) FROM ({_EITHER}) AS gone "
    "CROSS JOIN tagging ON tagging.paper = gone.id GROUP BY tag",
    "rule": f"SELECT rule, count(*) FROM ({_EITHER}) AS gone "
    "CROSS JOIN hit ON hit.paper = gone.id GROUP BY rule",
    "state": f"SELECT state, count(*) FROM ({_EITHER}) AS gone "
    "CROSS JOIN paper ON paper.id = gone.id GROUP BY state",
}
"""Of each kind of place in the tally. Who asks for a source finds what it lists, muted or not."""

_ON_DAY = (
    "SELECT count(DISTINCT entry.paper) FROM entry CROSS JOIN paper ON paper.id = entry.paper "
    f"WHERE entry.day = ? AND {HEARD} AND paper.state = 'dismissed' AND EXISTS (SELECT 1 "
    "FROM deed WHERE deed.paper = paper.id AND deed.action = 'hide' AND deed.standing = 1)"
)

_UNREAD = f"SELECT count(*) FROM paper WHERE +unread = 1 AND +state = 'new' AND {MUFFLED}"

_UNHEARD = (
    "SELECT rule, count(*), sum(unread = 1 AND state = 'new') FROM paper"
    f" CROSS JOIN hit ON hit.paper = paper.id WHERE {MUFFLED} GROUP BY rule"
)


def unseen(connection: sqlite3.Connection, kind: str) -> dict[str, int]:
    """By the keys of the tally, how many papers are counted and not listed."""
    return {str(key): papers for key, papers in connection.execute(_OF[kind])}


def unseen_on(connection: sqlite3.Connection, day: str) -> int:
    """How many papers of one day are counted and not listed, whatever all days hide."""
    return int(connection.execute(_ON_DAY, (day,)).fetchone()[0])


def unread_unseen(connection: sqlite3.Connection) -> int:
    """How many unread papers only muted sources have listed; what a rule hides is read."""
    return int(connection.execute(_UNREAD).fetchone()[0])


def unheard_of(connection: sqlite3.Connection) -> dict[int, tuple[int, int]]:
    """By rule: how many papers it hits that only muted sources have listed, and unread ones."""
    return {rule: (papers, unread) for rule, papers, unread in connection.execute(_UNHEARD)}
