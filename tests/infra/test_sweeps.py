"""A change to many rows does, undoes and redoes what changes to each of them would."""

import json
import time
from pathlib import Path
from random import Random

import pytest

from paperdesk.domain.events import Event, PapersChanged
from paperdesk.domain.paper import PaperId
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.infra.sweeps import Rows

PAPER = (
    "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state,"
    " state_at, unread, added_at) VALUES (?, '', '', '', '', 0, ?, ?, ?, ?, 0)"
)
STATES = ("new", "inbox", "archive", "trash")


def fill(database: Database, papers: int) -> None:
    rows = [(n, str(n), STATES[n % 4], float(n), n % 2) for n in range(1, papers + 1)]
    with database.write() as connection:
        connection.exec_driver_sql(PAPER, rows)
        connection.exec_driver_sql("INSERT INTO tag (id, name) VALUES (1, 'rl'), (2, 'nlp')")


def papers(database: Database) -> list[tuple[object, ...]]:
    rows = database.read().execute("SELECT id, state, state_at, unread FROM paper ORDER BY id")
    return [tuple(row) for row in rows]


def taggings(database: Database) -> set[tuple[object, ...]]:
    return {tuple(row) for row in database.read().execute("SELECT paper, tag FROM tagging")}


def chosen(keys: list[int]) -> Rows:
    return Rows("paper", "id", keys)


def tagged(keys: list[int], tag: int = 1) -> Rows:
    return Rows("tagging", "paper", keys, {"tag": tag})


def test_rows_are_changed_and_changed_back(database: Database, journal: Journal) -> None:
    fill(database, 8)
    before = papers(database)
    with journal.act("archived", ()) as edit:
        edit.update_each(chosen([1, 2, 3, 99]), {"state": "archive", "state_at": 50.0})
    after = papers(database)
    assert [row[1:3] for row in after[:3]] == [("archive", 50.0)] * 3
    assert after[3:] == before[3:]
    journal.undo()
    assert papers(database) == before
    journal.redo()
    assert papers(database) == after


def test_of_a_row_only_what_changed_is_put_back(database: Database, journal: Journal) -> None:
    fill(database, 4)
    with journal.act("read", ()) as edit:
        edit.update_each(chosen([1, 2]), {"unread": 0, "state": "inbox"})
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE paper SET unread = 1, title = 'x' WHERE id = 2")
    journal.undo()
    assert [row[3] for row in papers(database)[:2]] == [1, 1]
    titles = database.read().execute("SELECT title FROM paper WHERE id = 2").fetchone()
    assert titles[0] == "x"


def test_what_is_so_already_is_no_step(database: Database, journal: Journal) -> None:
    fill(database, 4)
    with journal.act("nothing", ()) as edit:
        edit.update_each(chosen([1, 5]), {"state": "inbox"})
        edit.delete_each(tagged([1, 2]))
        edit.insert_each(tagged([]))
    assert journal.steps() == []


def test_rows_are_added_and_taken_away(database: Database, journal: Journal) -> None:
    fill(database, 4)
    for act in ("insert_each", "delete_each"):
        with journal.act(act, ()) as edit:
            getattr(edit, act)(tagged([1, 2, 2]))
            edit.insert_each(tagged([3], 2))
    assert taggings(database) == {(3, 2)}
    journal.undo()
    assert taggings(database) == {(1, 1), (2, 1), (3, 2)}
    journal.undo()
    assert taggings(database) == set()
    journal.redo()
    assert taggings(database) == {(1, 1), (2, 1), (3, 2)}


def test_a_sweep_is_undone_after_a_restart(database: Database, journal: Journal) -> None:
    fill(database, 8)
    before = papers(database)
    with journal.act("archived", ()) as edit:
        edit.update_each(chosen(list(range(1, 9))), {"state": "archive", "unread": 0})
    Journal(Changes(database, Bus())).undo()
    assert papers(database) == before


def test_rows_that_have_gone_meanwhile_are_left_out(database: Database, journal: Journal) -> None:
    fill(database, 4)
    with journal.act("archived", ()) as edit:
        edit.update_each(chosen([1, 2]), {"state": "archive"})
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM paper WHERE id = 1")
    journal.undo()
    assert [row[1] for row in papers(database)] == ["archive", "trash", "new"]


def test_many_rows_are_told_of_at_once(database: Database, journal: Journal, bus: Bus) -> None:
    fill(database, 4)
    heard: list[Event] = []
    bus.listen(PapersChanged, heard.append)
    with journal.act("archived", [PaperId(1), PaperId(2)]) as edit:
        edit.update_each(chosen([1, 2]), {"state": "archive"})
    assert heard == [PapersChanged((PaperId(1), PaperId(2)))]


@pytest.mark.parametrize("seed", range(4))
def test_together_or_one_by_one_is_the_same(seed: int, tmp_path: Path) -> None:
    lot = Random(seed)
    steps = [
        (lot.sample(range(1, 9), 4), {"state": lot.choice(STATES), "unread": lot.randint(0, 1)})
        for _ in range(12)
    ]
    seen = []
    for together in (True, False):
        database = Database(tmp_path / f"{together}.db")
        journal = Journal(Changes(database, Bus()))
        fill(database, 8)
        for keys, values in steps:
            with journal.act("step", ()) as edit:
                if together:
                    edit.update_each(chosen(keys), values)
                for key in () if together else keys:
                    edit.update("paper", {"id": key}, values)
        seen.append([papers(database), *(_undone(journal, database) for _ in steps)])
        database.close()
    assert seen[0] == seen[1]


def _undone(journal: Journal, database: Database) -> list[tuple[object, ...]]:
    journal.undo()
    return papers(database)


def test_five_thousand_rows_make_a_short_entry_and_little_work(
    database: Database, journal: Journal
) -> None:
    fill(database, 5_000)
    begun = time.thread_time()
    with journal.act("archived", ()) as edit:
        edit.update_each(chosen(list(range(1, 5_001))), {"state": "later", "unread": 0})
    journal.undo()
    assert time.thread_time() - begun < 3
    (kept,) = database.read().execute("SELECT changes FROM journal").fetchone()
    assert len(kept) < 5_000 * 40
    assert len(json.loads(kept)["rows"]) <= 3
