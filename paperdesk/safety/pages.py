"""Looks whether the database is whole, every row belongs to something, and counts are right."""

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator

from paperdesk.infra import migrations, tallies
from paperdesk.safety.findings import Remedied, counted, found

_INDEX_SIGNS = ("missing from index", "wrong # of entries in index", "non-unique entry in index")

_OWN_WORDS = ("note", "highlight", "bookmark", "thrown")
"""What a reader wrote: it is kept even if its paper is gone."""

_COUNTED = """
SELECT 'state' AS kind, state AS key, count(*), sum(unread) FROM paper GROUP BY state
UNION ALL
SELECT kind, key, sum(papers), sum(unread) FROM (
    SELECT DISTINCT kind, key, weight.id, weight.papers, weight.unread
    FROM counted JOIN weight ON weight.id = counted.paper
) GROUP BY kind, key
"""


def damage(connection: sqlite3.Connection) -> Remedied | None:
    """Whether SQLite can read every page, and every index has every row."""
    try:
        rows = connection.execute("PRAGMA integrity_check(100)").fetchall()
        told = [str(row[0]) for row in rows]
    except sqlite3.OperationalError:
        raise  # the disk is full, or the library is held: that tells nothing of its pages
    except sqlite3.DatabaseError as error:
        told = [str(error)]
    if told == ["ok"]:
        return None
    if all(any(sign in line for sign in _INDEX_SIGNS) for line in told):
        return found(
            "index-of-database",
            f"An index within the database does not fit its rows ({told[0]}).",
            "Make the indexes of the database anew; no row changes.",
            _reindex,
        )
    return found(
        "damaged",
        f"The database is damaged ({told[0]}).",
        "Restore the newest backup: menu File, Restore a backup, or paperdesk restore FILE. "
        "What is there is set aside, not deleted.",
    )


def age(connection: sqlite3.Connection) -> Remedied | None:
    """Whether the library is of a version that this program knows."""
    age_ = migrations.version(connection)
    if age_ <= migrations.NEWEST:
        return None
    return found(
        "newer",
        "The library was written by a newer PaperDesk; it can be read, but not changed.",
        "Install that version.",
    )


def orphans(connection: sqlite3.Connection) -> Iterator[Remedied]:
    """Rows that belong to something that is not there."""
    broken = Counter(
        (str(row[0]), str(row[2])) for row in connection.execute("PRAGMA foreign_key_check")
    )
    if not broken:
        return
    own = sum(number for (name, _), number in broken.items() if name in _OWN_WORDS)
    if own:
        yield found(
            "orphaned-words",
            f"{counted(own, 'note or mark', 'notes and marks')} of papers that are gone.",
            "Make a paper in the inbox for each, called “Recovered paper”, that holds them.",
            _recover,
        )
    rest = sum(broken.values()) - own
    if rest:
        names = ", ".join(sorted({name for name, _ in broken if name not in _OWN_WORDS}))
        yield found(
            "orphaned-rows",
            f"{counted(rest, 'row')} of nothing that is there ({names}).",
            "Delete these rows; a collection whose parent is gone moves to the top.",
            _sweep,
        )


def miscounts(connection: sqlite3.Connection) -> Iterator[Remedied]:
    """Numbers of the sidebar that are not those of the papers."""
    kept = {
        (row[0], row[1]): (row[2], row[3])
        for row in connection.execute("SELECT kind, key, papers, unread FROM tally")
        if row[2] or row[3]
    }
    right = {
        (row[0], row[1]): (row[2], row[3] or 0)
        for row in connection.execute(_COUNTED)
        if row[2] or row[3]
    }
    wrong = [key for key in kept.keys() | right.keys() if kept.get(key) != right.get(key)]
    if wrong:
        yield found(
            "tallies",
            f"{counted(len(wrong), 'number')} of the sidebar unlike the papers.",
            "Count anew.",
            _recount,
        )


def _reindex(writing: sqlite3.Connection) -> None:
    writing.execute("REINDEX")


def _recount(writing: sqlite3.Connection) -> None:
    for statement in filter(str.strip, tallies.RECOUNT.split(";")):
        writing.execute(statement)


def _recover(writing: sqlite3.Connection) -> None:
    """Give the words of papers that are gone a paper again, under the number they name."""
    now = time.time()
    papers: set[int] = set()
    for name in _OWN_WORDS:
        rows = writing.execute(
            f"SELECT DISTINCT paper FROM {name} WHERE paper NOT IN (SELECT id FROM paper)"
        )
        papers.update(int(row[0]) for row in rows)
    for paper in sorted(papers):
        title = f"Recovered paper {paper}"
        writing.execute(
            "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey,"
            " state, state_at, unread, added_at) VALUES (?, ?, ?, '', '', 0, ?, 'inbox', ?, 1, ?)",
            (paper, title, title.lower(), f"recovered{paper}", now, now),
        )


def _sweep(writing: sqlite3.Connection) -> None:
    """Delete what belongs to nothing; a collection whose parent is gone moves to the top."""
    _recover(writing)  # a note is never among what is deleted
    names = [
        str(row[0])
        for row in writing.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    for name in names:
        for row in writing.execute(f"PRAGMA foreign_key_list({name})").fetchall():
            parent, column, key = str(row[2]), str(row[3]), str(row[4] or "id")
            lost = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {parent})"
            if name == parent:
                writing.execute(f"UPDATE {name} SET {column} = NULL WHERE {lost}")
            else:
                writing.execute(f"DELETE FROM {name} WHERE {lost}")
