"""Every action can be taken back, in any number, also after a restart."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperdesk.domain.events import Event, NotesChanged, PapersChanged
from paperdesk.domain.paper import PaperId
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import RUN, Journal
from paperdesk.infra.sweeps import Rows

ONE = PaperId(1)


def name_tag(journal: Journal, number: int, name: str | None, *, merge: str = "") -> None:
    """An action on one row: made, changed or taken away."""
    with journal.act(f"tag {number} {name}", [ONE], merge=merge) as edit:
        if name is None:
            edit.delete("tag", {"id": number})
        else:
            edit.insert("tag", {"id": number}, {"name": name})


def tags(database: Database) -> dict[int, str]:
    return dict(database.read().execute("SELECT id, name FROM tag ORDER BY id").fetchall())


def test_an_action_is_undone_and_redone(journal: Journal, database: Database) -> None:
    name_tag(journal, 1, "a")
    name_tag(journal, 1, "b")
    assert journal.undo() == "tag 1 b"
    assert tags(database) == {1: "a"}
    assert journal.redo() == "tag 1 b"
    assert tags(database) == {1: "b"}


def test_undo_works_after_a_restart(database: Database, journal: Journal) -> None:
    name_tag(journal, 1, "a")
    Journal(Changes(database, Bus())).undo()
    assert tags(database) == {}


def test_a_deleted_row_comes_back_whole(journal: Journal, database: Database) -> None:
    name_tag(journal, 1, "a")
    name_tag(journal, 1, None)
    assert tags(database) == {}
    journal.undo()
    assert tags(database) == {1: "a"}


def test_with_nothing_done_there_is_nothing_to_undo(journal: Journal) -> None:
    assert journal.undo() is None
    assert journal.redo() is None


def test_a_new_action_ends_what_could_be_redone(journal: Journal) -> None:
    name_tag(journal, 1, "a")
    journal.undo()
    name_tag(journal, 2, "b")
    assert journal.redo() is None


def test_an_action_that_changes_nothing_is_no_step(journal: Journal) -> None:
    name_tag(journal, 1, "a")
    name_tag(journal, 1, "a")
    assert len(journal.steps()) == 1


def test_an_action_that_fails_leaves_neither_change_nor_step(
    journal: Journal, database: Database
) -> None:
    with pytest.raises(ZeroDivisionError), journal.act("half", [ONE]) as edit:
        edit.insert("tag", {"id": 1}, {"name": "a"})
        _ = 1 / 0
    assert (tags(database), journal.steps()) == ({}, [])


def test_typing_is_one_step(journal: Journal, database: Database) -> None:
    for text in ("a", "ab", "abc"):
        name_tag(journal, 1, text, merge="tag:1")
    assert len(journal.steps()) == 1
    journal.undo()
    assert tags(database) == {}
    journal.redo()
    assert tags(database) == {1: "abc"}


def test_many_rows_changed_twice_are_one_step_where_that_is_wanted(
    journal: Journal, database: Database
) -> None:
    for number in (1, 2):
        name_tag(journal, number, f"a{number}")
    for name in ("b", "c"):
        with journal.act("colour", [ONE], merge="colours") as edit:
            edit.update_each(Rows("tag", "id", [1, 2]), {"colour": name})
    assert len(journal.steps()) == 3
    colours = "SELECT group_concat(colour) FROM tag"
    journal.undo()
    assert database.read().execute(colours).fetchone()[0] == ","
    journal.redo()
    assert database.read().execute(colours).fetchone()[0] == "c,c"


def test_what_changed_beside_the_action_survives_its_undoing(
    journal: Journal, database: Database
) -> None:
    with journal.act("source", [ONE]) as edit:
        edit.insert("source", {"id": 1}, {"kind": "feed", "name": "n", "url": "u", "enabled": 1})
    with journal.act("mute", [ONE]) as edit:
        edit.update("source", {"id": 1}, {"enabled": 0})
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE source SET last_error = 'gone'")
    journal.undo()
    row = database.read().execute("SELECT enabled, last_error FROM source").fetchone()
    assert tuple(row) == (1, "gone")


def test_undoing_is_told_as_the_action_was(journal: Journal, bus: Bus) -> None:
    heard: list[Event] = []
    bus.listen(PapersChanged, heard.append)
    bus.listen(NotesChanged, heard.append)
    with journal.act("add", [ONE]) as edit:
        edit.connection.exec_driver_sql(
            "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, state,"
            " state_at, unread, added_at) VALUES (1, 't', 't', '', '', 0, 't', 'new', 0, 1, 0)"
        )
        edit.insert("note", {"paper": 1}, {"text": "x", "updated": 0.0})
    journal.undo()
    assert heard == [NotesChanged((ONE,)), NotesChanged((ONE,))]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["a", "b", "c", None])), max_size=8))
def test_undoing_everything_leads_back_to_where_it_began(
    journal: Journal, database: Database, actions: list[tuple[int, str | None]]
) -> None:
    before = tags(database)
    steps = 0
    for number, name in actions:
        unique = None if name is None else f"{name}{number}"
        count = len(journal.steps(1000))
        name_tag(journal, number, unique)
        steps += len(journal.steps(1000)) > count or count == 0
    after = tags(database)
    done = sum(journal.undo() is not None for _ in range(steps))
    assert tags(database) == before or done < steps
    for _ in range(done):
        journal.redo()
    assert tags(database) == after


def test_the_parts_of_a_run_are_undone_and_done_again_as_one(
    changes: Changes, journal: Journal
) -> None:
    with journal.act("Before", []) as edit:
        edit.insert("memory", {"key": "first"}, {"value": "1"})
    for part in ("a", "b", "c"):
        with journal.act("Import", [], merge=f"{RUN}x") as edit:
            edit.insert("memory", {"key": part}, {"value": part})

    def kept() -> list[str]:
        return [row[0] for row in changes.database.read().execute("SELECT key FROM memory")]

    assert [step.title for step in journal.steps()] == ["Import", "Before"]
    assert journal.undo() == "Import"
    assert kept() == ["first"]
    assert journal.redo() == "Import"
    assert sorted(kept()) == ["a", "b", "c", "first"]
    assert [journal.undo(), journal.undo(), journal.undo()] == ["Import", "Before", None]
