"""Papers that are one, in the library: found again by any name that one of them had."""

import pytest

from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.library import Duplicates
from tests.library.conftest import Shelves

PREPRINT = Found("Deep learning for graphs", ("A Kim",), arxiv="2001.00001")
JOURNAL = Found("Deep learning for graph", ("A Kim",), doi="10.1000/graphs")


@pytest.fixture
def duplicates(changes: Changes, journal: Journal) -> Duplicates:
    return Duplicates(changes, journal)


@pytest.fixture
def both(library: Shelves) -> tuple[PaperId, ...]:
    return library.put(PREPRINT, JOURNAL)


def test_a_merged_paper_is_found_by_each_of_its_names(
    library: Shelves, duplicates: Duplicates, both: tuple[PaperId, ...]
) -> None:
    key = library.paper(both[1]).citekey
    duplicates.merge(both[0], both, {"doi": both[0], "title": both[0]})
    for word in ("2001.00001", "10.1000/graphs", key, str(both[1])):
        assert library.resolve(word) == both[0]


def test_feeds_find_the_one_that_is_left(
    library: Shelves, duplicates: Duplicates, both: tuple[PaperId, ...]
) -> None:
    other = library.put(Found("Deep learning for graphs", arxiv="2105.00009"))[0]
    duplicates.merge(both[0], [*both, other], {"doi": both[0]})
    again = Found("Another title", ("B Lee",), arxiv="2105.00009")
    assert library.put(again, JOURNAL, PREPRINT) == (both[0],) * 3


def test_a_new_paper_never_gets_the_number_of_one_that_was_merged(
    library: Shelves, duplicates: Duplicates, journal: Journal, both: tuple[PaperId, ...]
) -> None:
    duplicates.merge(both[0], both, {})
    new = library.put(Found("Something else"))
    assert new[0] > max(both)
    journal.undo()
    assert library.paper(both[1]).title == JOURNAL.title
    assert library.paper(new[0]).title == "Something else"


def test_what_is_in_the_trash_is_nobodys_double(
    library: Shelves, duplicates: Duplicates, both: tuple[PaperId, ...]
) -> None:
    assert [group.papers for group in duplicates.find()] == [both]
    library.set_state(both[:1], State.TRASH)
    assert duplicates.find() == []


def test_both_notes_stay(
    database: Database, duplicates: Duplicates, both: tuple[PaperId, ...]
) -> None:
    with database.write() as connection:
        for paper, text in zip(
            both, ("Mine.\n", f"See paperdesk://paper/{both[1]}?page=2\n"), strict=True
        ):
            connection.exec_driver_sql("INSERT INTO note VALUES (?, ?, 1)", (paper, text))
    carried = duplicates.portraits(both)[0].carries
    duplicates.merge(both[0], both, {})
    (note,) = database.read().execute("SELECT text FROM note").fetchall()
    assert carried == ("1 note",)
    assert note[0] == f"Mine.\n\nSee paperdesk://paper/{both[0]}?page=2\n"


def test_a_paper_that_is_gone_or_alone_is_not_merged(
    duplicates: Duplicates, both: tuple[PaperId, ...]
) -> None:
    with pytest.raises(WrongUsage):
        duplicates.merge(both[0], both[:1], {})
    with pytest.raises(NotFound, match="no longer here"):
        duplicates.merge(both[0], [*both, PaperId(99)], {})
