"""What is remembered of exports."""

from pathlib import Path

import pytest

from paperdesk.domain.paper import PaperId
from paperdesk.export import store
from paperdesk.export.store import Record
from paperdesk.infra.changes import Changes

ONE = PaperId(1)


@pytest.fixture
def changes(changes: Changes) -> Changes:
    """A library with one paper."""
    with changes.write() as write:
        write.connection.exec_driver_sql(
            "INSERT INTO paper (id, title, title_key, first_key, abstract, version, citekey, "
            "state, state_at, unread, added_at) "
            "VALUES (1, 'A', 'a', '', '', 0, 'a', 'inbox', 0, 1, 0)"
        )
    return changes


def keep(changes: Changes, now: float, *records: Record) -> None:
    with changes.write() as write:
        store.keep(write.connection, records, now)


def test_the_latest_record_of_a_folder_stands(changes: Changes) -> None:
    keep(changes, 1.0, Record(ONE, "/a", "A.md", "old", "new"))
    keep(changes, 2.0, Record(ONE, "/a", "A.md", "new"))
    assert store.records(changes.database.read(), [ONE]) == {
        ONE: [Record(ONE, "/a", "A.md", "new")]
    }


def test_records_of_other_folders_come_too_the_latest_first(changes: Changes) -> None:
    first, second = Record(ONE, "/a", "A.md", "x"), Record(ONE, "/b", "B.md", "y")
    keep(changes, 1.0, first)
    keep(changes, 2.0, second)
    assert store.records(changes.database.read(), [ONE])[ONE] == [second, first]


def test_a_folder_knows_its_names_only(changes: Changes) -> None:
    keep(changes, 1.0, Record(ONE, str(Path("/a")), "A.md", "x"))
    assert store.names(changes.database.read(), Path("/a")) == {ONE: "A.md"}
    assert store.names(changes.database.read(), Path("/b")) == {}


def test_papers_that_were_never_exported_have_no_records(changes: Changes) -> None:
    assert store.records(changes.database.read(), [ONE, PaperId(2)]) == {ONE: [], PaperId(2): []}


def test_both_texts_may_be_in_the_file_while_it_is_written() -> None:
    assert Record(ONE, "/a", "A.md", "old", "new").texts == ("old", "new")
    assert Record(ONE, "/a", "A.md", "old").texts == ("old",)


def test_a_file_that_was_not_written_after_all_is_forgotten(changes: Changes) -> None:
    here, elsewhere = Record(ONE, "/a", "A.md", "x", "x"), Record(ONE, "/b", "A.md", "x")
    keep(changes, 1.0, here, elsewhere)
    with changes.write() as write:
        store.forget(write.connection, [here])
    assert store.records(changes.database.read(), [ONE])[ONE] == [elsewhere]


def test_a_file_is_begun_while_it_is_not_known_to_be_written() -> None:
    assert Record(ONE, "/a", "A.md", "new", "new").begun
    assert not Record(ONE, "/a", "A.md", "old", "new").begun
    assert not Record(ONE, "/a", "A.md", "new").begun
