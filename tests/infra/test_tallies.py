"""Whatever is written, done, undone or done again: the tally is a full count."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import sqlalchemy

from paperdesk.infra import migrations, tallies
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal

STATES = ("new", "dismissed", "inbox", "archive", "trash")
DAYS = ("2026-05-28", "2026-05-29")

Count = tuple[int, int]


class Books:
    """A library of a few papers, sources and tags, written to by every door."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "library.db")
        self._journal = Journal(Changes(self.database, Bus()))
        self.source(2)
        self.source(3)

    def source(self, number: int) -> None:
        self._run(
            "INSERT OR IGNORE INTO source (id, kind, name, url, enabled) VALUES (?, '', '', ?, 1)",
            number, str(number),
        )  # fmt: skip

    def _run(self, sql: str, *values: object) -> None:
        with self.database.write(durable=False) as connection:
            connection.exec_driver_sql(sql, values)

    def paper(self, paper: int, state: str, unread: int) -> None:
        self._run(
            "INSERT OR IGNORE INTO paper (id, title, title_key, first_key, abstract, version,"
            " citekey, state, state_at, unread, added_at)"
            " VALUES (?, '', '', '', '', 0, ?, ?, 0, ?, 0)",
            paper, str(paper), state, unread,
        )  # fmt: skip

    def end_paper(self, paper: int) -> None:
        self._run("DELETE FROM paper WHERE id = ?", paper)

    def decide(self, paper: int, state: str, unread: int) -> None:
        with self._journal.act("moved", ()) as edit:
            edit.update("paper", {"id": paper}, {"state": state, "unread": unread})

    def list(self, paper: int, source: int, day: str) -> None:
        self._run(
            "INSERT OR IGNORE INTO entry"
            " (source, day, paper, key, rank, first_seen, last_seen, extra)"
            " SELECT source.id, ?, paper.id, '', 1, 0, 0, '' FROM paper, source"
            " WHERE paper.id = ? AND source.id = ?",
            day, paper, source,
        )  # fmt: skip

    def unlist(self, paper: int, day: str) -> None:
        self._run("DELETE FROM entry WHERE paper = ? AND day = ?", paper, day)

    def redate(self, paper: int, source: int, day: str) -> None:
        self._run(
            "UPDATE OR IGNORE entry SET day = ? WHERE paper = ? AND source = ?", day, paper, source
        )

    def tag(self, paper: int, tag: int) -> None:
        self._run("INSERT OR IGNORE INTO tag (id, name) VALUES (?, ?)", tag, str(tag))
        there = self.database.read().execute("SELECT 1 FROM paper WHERE id = ?", (paper,))
        if there.fetchone():
            with self._journal.act("tagged", ()) as edit:
                edit.insert("tagging", {"paper": paper, "tag": tag}, {})

    def untag(self, paper: int, tag: int) -> None:
        self._run("DELETE FROM tagging WHERE paper = ? AND tag = ?", paper, tag)

    def end_tag(self, tag: int) -> None:
        self._run("DELETE FROM tag WHERE id = ?", tag)

    def hit(self, paper: int, rule: int) -> None:
        values = "(id, name, query, created, position) VALUES (?, ?, '', 0, 0)"
        self._run(f"INSERT OR IGNORE INTO rule {values}", rule, str(rule))
        self._run(
            "INSERT OR IGNORE INTO hit SELECT ?, id, 0, 0 FROM paper WHERE id = ?", rule, paper
        )

    def miss(self, paper: int, rule: int) -> None:
        self._run("DELETE FROM hit WHERE paper = ? AND rule = ?", paper, rule)

    def end_rule(self, rule: int) -> None:
        self._run("DELETE FROM rule WHERE id = ?", rule)

    def mute(self, source: int, muted: int) -> None:
        self._run("UPDATE source SET muted = ? WHERE id = ?", muted, source)

    def end_source(self, source: int) -> None:
        self._run("DELETE FROM source WHERE id = ?", source)

    def step(self, *, back: bool) -> None:
        """Undo or redo, unless what it would write on is gone for good."""
        try:
            self._journal.undo() if back else self._journal.redo()
        except sqlalchemy.exc.IntegrityError:
            self._journal.forget()


def step(books: Books, lot: Random) -> str:
    """Do something, often to the same few things; returns what it was."""
    paper, other, bit = lot.randint(1, 3), lot.randint(1, 3), lot.randint(0, 1)
    doings: dict[str, Callable[[], object]] = {
        "paper": lambda: books.paper(paper, lot.choice(STATES), bit),
        "list": lambda: books.list(paper, other, lot.choice(DAYS)),
        "decide": lambda: books.decide(paper, lot.choice(STATES), bit),
        "redate": lambda: books.redate(paper, other, lot.choice(DAYS)),
        "unlist": lambda: books.unlist(paper, lot.choice(DAYS)),
        "tag": lambda: books.tag(paper, other),
        "untag": lambda: books.untag(paper, other),
        "hit": lambda: books.hit(paper, other),
        "miss": lambda: books.miss(paper, other),
        "end rule": lambda: books.end_rule(other),
        "mute": lambda: books.mute(other, bit),
        "undo": lambda: books.step(back=True),
        "redo": lambda: books.step(back=False),
        "end paper": lambda: books.end_paper(paper),
        "end tag": lambda: books.end_tag(other),
        "end source": lambda: books.end_source(other) if other > 1 else books.source(2),
    }
    often = (6, 8, 8, 3, 2, 5, 2, 5, 2, 1, 3, 3, 2, 1, 1, 1)
    (name,) = lot.choices(tuple(doings), often)
    doings[name]()
    return name


def counted(database: Database) -> dict[tuple[str, str], Count]:
    """What a full count finds, told without the tally's views."""
    read = database.read()
    papers = {row["id"]: row for row in read.execute("SELECT id, state, unread FROM paper")}
    muted = {row[0] for row in read.execute("SELECT id FROM source WHERE muted")}
    places: dict[tuple[str, str], set[int]] = {}
    for row in read.execute("SELECT source, day, paper FROM entry"):
        places.setdefault(("source", str(row["source"])), set()).add(row["paper"])
        if row["source"] not in muted:
            places.setdefault(("day", row["day"]), set()).add(row["paper"])
    for row in read.execute("SELECT tag, paper FROM tagging"):
        places.setdefault(("tag", str(row["tag"])), set()).add(row["paper"])
    for row in read.execute("SELECT rule, paper FROM hit"):
        places.setdefault(("rule", str(row["rule"])), set()).add(row["paper"])
    found = {place: _weighed([papers[one] for one in here]) for place, here in places.items()}
    for state in STATES:
        here = [row for row in papers.values() if row["state"] == state]
        found["state", state] = (len(here), sum(row["unread"] for row in here))
    return {place: count for place, count in found.items() if count != (0, 0)}


def _weighed(papers: list[sqlite3.Row]) -> Count:
    alive = [row for row in papers if row["state"] != "trash"]
    return len(alive), sum(row["unread"] for row in alive if row["state"] != "dismissed")


def kept(database: Database) -> dict[tuple[str, str], Count]:
    rows = database.read().execute("SELECT * FROM tally WHERE papers <> 0 OR unread <> 0")
    return {(row["kind"], row["key"]): (row["papers"], row["unread"]) for row in rows}


@pytest.mark.parametrize("seed", range(2))
def test_the_tally_is_what_a_full_count_finds(seed: int, tmp_path: Path) -> None:
    books, lot = Books(tmp_path), Random(seed)
    for number in range(400):
        name = step(books, lot)
        assert kept(books.database) == counted(books.database), (number, name)
    books.database.close()


def test_a_library_from_before_is_counted_when_it_is_brought_up_to_date(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    connection.executescript(
        f"{migrations.FIRST} {migrations.SECOND} PRAGMA user_version = 2;"
        "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state,"
        " state_at, unread, added_at) VALUES (5, '', '', '', '', 0, '', 'inbox', 0, 1, 0);"
        "INSERT INTO entry (source, day, paper, key, rank, first_seen, last_seen, extra)"
        " VALUES (1, '2026-05-28', 5, '', 3, 0, 0, ''), (1, '2026-05-29', 5, '', 7, 0, 0, '');"
    )
    connection.close()
    database = Database(tmp_path / "library.db")
    assert kept(database) == counted(database)
    assert kept(database)["source", "1"] == (1, 1)
    newest = database.read().execute("SELECT day, rank FROM paper").fetchone()
    assert tuple(newest) == ("2026-05-29", 7)
    database.close()


def test_counting_anew_changes_nothing_of_a_true_count(tmp_path: Path) -> None:
    books = Books(tmp_path)
    for paper in (1, 2):
        books.paper(paper, "inbox", 1)
        books.list(paper, 1, DAYS[0])
        books.list(paper, 2, DAYS[0])
        books.tag(paper, 1)
    before = kept(books.database)
    with books.database.write() as connection:
        for statement in tallies.RECOUNT.split(";")[:-1]:
            connection.exec_driver_sql(statement)
    assert kept(books.database) == before == counted(books.database)
    books.database.close()
