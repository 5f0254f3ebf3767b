"""What is let go of the feed, and what never is."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperdesk.domain.feed import Entry, Listing, SourceId
from paperdesk.domain.paper import Found, Paper, PaperId, State
from paperdesk.domain.shelf import ALL
from paperdesk.feeds import Feeds, Tending, retention
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.http import Http
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from paperdesk.notes import Notes
from tests.feeds.here import reach

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
TITLES = "abcdef"


class Shelf:
    """A library whose sources list letters as titles, on days counted from a start."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "library.db")
        self.changes = Changes(self.database, Bus())
        self.journal = Journal(self.changes)
        self.library = Library(self.changes, self.journal)
        self.feeds = Feeds(self.changes, self.journal, self.library, reach(Http()))
        self.tending = Tending(self.changes, self.journal)
        self.feeds.roster.add("https://b.example/feed", "B")
        self.journal.forget()

    def lists(self, source: int, day: int, titles: str) -> None:
        at = START + timedelta(days=day)
        entries = tuple(Entry(Found(title), n, title) for n, title in enumerate(titles, start=1))
        found = self.feeds.roster.source(SourceId(source))
        self.feeds.take(found, [Listing(at.date(), at, entries)])

    def paper(self, title: str) -> PaperId:
        return next(one.id for one in self.papers() if one.title == title)

    def papers(self) -> list[Paper]:
        return list(self.library.papers([PaperId(one) for one in self.library.ids(ALL)]))

    def titles(self) -> str:
        return "".join(sorted(one.title for one in self.papers()))

    def read(self, titles: str) -> None:
        here = self.titles()
        self.library.set_unread([self.paper(one) for one in titles if one in here], unread=False)

    def keep(self, source: int, days: int | None) -> None:
        self.tending.set_retention(SourceId(source), days)

    def drop(self) -> int:
        return self.tending.drop(self.tending.droppable())


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.database.close()


def test_what_is_old_and_read_goes_and_what_is_listed_stays(shelf: Shelf) -> None:
    shelf.lists(1, 0, "abc")
    shelf.lists(1, 40, "cd")
    shelf.read("acd")
    shelf.keep(1, 30)
    assert shelf.drop() == 1
    assert shelf.titles() == "bcd"


def test_for_ever_is_the_default(shelf: Shelf) -> None:
    shelf.lists(1, 0, "ab")
    shelf.lists(1, 4000, "c")
    shelf.read("abc")
    assert shelf.drop() == 0


def test_what_another_source_still_keeps_stays(shelf: Shelf) -> None:
    shelf.lists(1, 0, "ab")
    shelf.lists(2, 0, "b")
    shelf.lists(1, 40, "c")
    shelf.lists(2, 40, "d")
    shelf.read("ab")
    shelf.keep(1, 30)
    assert (shelf.drop(), shelf.titles()) == (1, "bcd")
    shelf.keep(2, 39)
    assert (shelf.drop(), shelf.titles()) == (1, "cd")


def test_a_source_that_is_silent_or_removed_drops_nothing(shelf: Shelf) -> None:
    shelf.lists(1, 0, "abc")
    shelf.read("abc")
    shelf.keep(1, 1)
    assert shelf.drop() == 0
    shelf.lists(1, 40, "d")
    shelf.feeds.roster.remove(SourceId(1))
    assert shelf.drop() == 0


KEEPS: dict[str, Callable[[Shelf, PaperId], object]] = {
    "state": lambda shelf, one: shelf.library.set_state([one], State.LATER),
    "unread": lambda shelf, one: shelf.library.set_unread([one], unread=True),
    "tag": lambda shelf, one: shelf.library.tag([one], add=["mine"], remove=[]),
    "note": lambda shelf, one: Notes(shelf.changes, shelf.journal).append(one, "Mine."),
}


@pytest.mark.parametrize("touch", KEEPS)
def test_whatever_the_reader_did_with_a_paper_keeps_it(shelf: Shelf, touch: str) -> None:
    shelf.lists(1, 0, "a")
    shelf.lists(1, 40, "b")
    shelf.read("a")
    shelf.keep(1, 1)
    KEEPS[touch](shelf, shelf.paper("a"))
    assert shelf.drop() == 0


@pytest.mark.parametrize("table", retention.OF_THE_READER)
def test_every_table_of_the_readers_work_keeps_a_paper(shelf: Shelf, table: str) -> None:
    shelf.lists(1, 0, "a")
    shelf.lists(1, 40, "b")
    shelf.read("a")
    shelf.keep(1, 1)
    with shelf.changes.write() as write:
        write.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        columns = write.connection.exec_driver_sql(f"PRAGMA table_info({table})").fetchall()
        needed = {row[1]: 0 for row in columns if row[3]} | {"paper": shelf.paper("a")}
        if table == "tagging":
            write.connection.exec_driver_sql("INSERT INTO tag (id, name) VALUES (0, 'mine')")
        if table == "membership":
            write.connection.exec_driver_sql(
                "INSERT INTO collection VALUES (0, NULL, '', '', 0, 0)"
            )
        if "other" in needed:
            needed["other"] = shelf.paper("b")
        names, marks = ", ".join(f'"{one}"' for one in needed), ", ".join("?" * len(needed))
        write.connection.exec_driver_sql(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(needed.values())
        )
    assert shelf.drop() == 0


@pytest.mark.parametrize(
    "mark",
    [
        "UPDATE paper SET rating = 3 WHERE id = ?",
        "UPDATE paper SET flagged = 1 WHERE id = ?",
        "UPDATE paper SET remark = 'good' WHERE id = ?",
        "INSERT INTO relation VALUES ((SELECT min(id) FROM paper WHERE title = 'b'), ?, '', 0)",
    ],
)
def test_what_the_reader_wrote_upon_a_paper_keeps_it(shelf: Shelf, mark: str) -> None:
    shelf.lists(1, 0, "a")
    shelf.lists(1, 40, "b")
    shelf.read("a")
    shelf.keep(1, 1)
    with shelf.changes.write() as write:
        write.connection.exec_driver_sql(mark, (shelf.paper("a"),))
    assert shelf.drop() == 0


def test_no_table_of_the_readers_work_is_forgotten(shelf: Shelf) -> None:
    derived = {"authorship", "entry", "card", "linked", "fact", "glean", "hit", "deed", "revision"}
    derived |= {"unjudged", "bearing", "watch"}
    tables = [row[0] for row in shelf.database.read().execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    )]  # fmt: skip
    about = {
        table
        for table in tables
        for row in shelf.database.read().execute(f"PRAGMA table_info({table})")
        if row[1] == "paper"
    }
    assert about - set(retention.OF_THE_READER) <= derived


def test_steps_about_what_was_dropped_can_still_be_undone_and_done_again(shelf: Shelf) -> None:
    shelf.lists(1, 0, "ab")
    one, two = shelf.paper("a"), shelf.paper("b")
    shelf.library.tag([one, two], add=["x"], remove=[])
    shelf.library.tag([one], add=[], remove=["x"])
    shelf.library.set_state([one, two], State.DISMISSED)
    shelf.lists(1, 40, "c")
    shelf.keep(1, 30)
    assert (shelf.drop(), shelf.titles()) == (1, "bc")
    for _ in range(4):
        assert shelf.journal.undo()
    (left,) = (paper for paper in shelf.papers() if paper.title == "b")
    assert (left.state, left.tags) == (State.NEW, ())
    for _ in range(4):
        assert shelf.journal.redo()
    assert shelf.titles() == "bc"


def test_no_number_is_given_twice(shelf: Shelf) -> None:
    shelf.lists(1, 0, "abc")
    shelf.lists(2, 40, "a")
    shelf.lists(1, 40, "a")
    shelf.read("abc")
    shelf.keep(1, 30)
    before = {shelf.paper("c")}
    shelf.drop()
    shelf.lists(1, 41, "d")
    assert shelf.paper("d") not in before


LISTED = st.text(TITLES, max_size=4)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("lists"), st.integers(1, 2), st.integers(0, 90), LISTED),
        st.tuples(st.just("read"), st.text(TITLES, min_size=1, max_size=3)),
        st.tuples(st.just("keep"), st.integers(1, 2), st.none() | st.integers(1, 60)),
        st.tuples(st.just("later"), st.sampled_from(TITLES)),
        st.tuples(st.just("tag"), st.sampled_from(TITLES)),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
        st.tuples(st.just("drop")),
    ),
    max_size=14,
)  # fmt: skip


@given(DEEDS)
@settings(max_examples=25)
def test_whatever_happens_only_what_was_read_and_nobody_kept_ever_goes(deeds: Any) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        for name, *words in deeds:
            _do(shelf, name, words)
        shelf.database.close()


def _do(shelf: Shelf, name: str, words: list[Any]) -> None:
    if name in ("undo", "redo"):
        getattr(shelf.journal, name)()
    elif name == "later":
        if words[0] in shelf.titles():
            shelf.library.set_state([shelf.paper(words[0])], State.LATER)
    elif name == "tag":
        if words[0] in shelf.titles():
            shelf.library.tag([shelf.paper(words[0])], add=["mine"], remove=[])
    elif name == "drop":
        before = {one.title: one for one in shelf.papers()}
        shelf.drop()
        gone = [before[title] for title in set(before) - set(shelf.titles())]
        assert not any(one.unread or one.tags or one.state is State.LATER for one in gone)
    else:
        getattr(shelf, name)(*words)
