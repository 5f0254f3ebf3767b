"""The library that the bench writes is the one that the program would have made."""

import sqlite3
from pathlib import Path

import pytest

from paperdesk.app import build
from paperdesk.domain.feed import SourceId
from paperdesk.infra.bus import at_once
from paperdesk.infra.database import Database
from paperdesk.infra.paths import Home
from tests.bench import heap

PAPERS = 300

_SAME = {
    "paper": "title, title_key, first_key, abstract, published, year, arxiv, citekey, state,"
    " unread, upvotes, comments, day, rank, added_at",
    "author": "name, key",
    "tally": "kind, key, papers, unread",
    "source": "kind, name, url, enabled",
    "memory": "key, value",
}
_JOINED = {
    "fact": "SELECT title, name, place, start, stop, value, text, fact.key FROM fact"
    " JOIN paper ON paper.id = fact.paper",
    "authorship": "SELECT title, name, position FROM authorship JOIN author"
    " ON author.id = authorship.author JOIN paper ON paper.id = authorship.paper",
    "entry": "SELECT title, source, entry.day, key, entry.rank, submitter, extra, kind FROM entry"
    " JOIN paper ON paper.id = entry.paper",
    "snapshot": "SELECT source, key, at, snapshot.rank, upvotes, comments FROM snapshot"
    " JOIN entry ON entry.id = snapshot.entry",
}


@pytest.fixture
def by_program(tmp_path: Path) -> Home:
    home = Home(tmp_path / "program")
    rooms = build.rooms(home, at_once)
    for number in range(2, heap.SOURCES + 1):
        rooms.feeds.roster.add(f"https://feeds.example/{number}.xml", f"Feed {number}")
    sources = {source.id: source for source in rooms.feeds.roster.sources()}
    for number, listing in heap.listings(PAPERS):
        rooms.feeds.take(sources[SourceId(number)], [listing])
    rooms.facts.read_all()
    rooms.close()
    return home


def told(database: Database) -> dict[str, list[tuple[object, ...]]]:
    queries = {**{name: f"SELECT {what} FROM {name}" for name, what in _SAME.items()}, **_JOINED}
    return {
        name: sorted(map(tuple, rows(database.read(), sql)), key=repr)
        for name, sql in queries.items()
    }


def rows(connection: sqlite3.Connection, sql: str) -> list[sqlite3.Row]:
    return connection.execute(sql).fetchall()


@pytest.mark.usefixtures("shared_data")
def test_it_is_what_the_program_makes(by_program: Home, tmp_path: Path) -> None:
    home = Home(tmp_path / "plain")
    heap.fill(home, PAPERS, decided=False)
    one, other = Database(by_program.database), Database(home.database)
    made, expected = told(other), told(one)
    for name, found in expected.items():
        assert made[name] == found, name
    one.close()
    other.close()
