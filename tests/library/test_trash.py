"""What was thrown away comes back to its place, or goes for good, and nothing else goes."""

import math
from pathlib import Path

import pytest

from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.library import Trash
from tests.library.conftest import Shelves
from tests.library.rows import Rows

NOW = 1_000_000.0


@pytest.fixture
def trash(changes: Changes, journal: Journal, tmp_path: Path) -> Trash:
    return Trash(changes, journal, tmp_path)


@pytest.fixture
def papers(library: Shelves) -> tuple[PaperId, ...]:
    found = library.put(Found("One", arxiv="2001.00001"), Found("Two"), Found("Three"))
    library.set_state(found, State.SHORTLIST)
    return found


def write(database: Database, sql: str, *values: object) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(sql, values)


def count(database: Database, table: str) -> int:
    return int(database.read().execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def put(database: Database, table: str, **values: object) -> None:
    with database.write() as connection:
        Rows(connection)(table, **values)


def file_of(database: Database, paper: int, path: Path) -> None:
    path.write_bytes(b"%PDF")
    put(database, "file", paper=paper, path=path.name, digest="d", size=4, pages=1, arrived=1.0)


def test_a_paper_comes_back_to_where_it_was_and_there_again(
    library: Shelves, trash: Trash, journal: Journal, papers: tuple[PaperId, ...]
) -> None:
    library.set_state(papers[:2], State.TRASH)
    one = next(thing for thing in trash.listed() if thing.paper == papers[0])
    assert trash.restore([one], NOW) == "1 thing restored"
    states = [library.paper(paper).state for paper in papers]
    assert states == [State.SHORTLIST, State.TRASH, State.SHORTLIST]
    journal.undo()
    assert library.paper(papers[0]).state is State.TRASH
    journal.undo()
    assert library.paper(papers[1]).state is State.SHORTLIST


def test_a_note_is_thrown_away_and_put_back_below_a_newer_one(
    database: Database, trash: Trash, papers: tuple[PaperId, ...]
) -> None:
    write(database, "INSERT INTO note VALUES (?, 'Old.', 1)", papers[0])
    trash.throw_note(papers[0], NOW)
    assert [(thing.kind, thing.text) for thing in trash.listed()] == [("note", "Old.")]
    write(database, "INSERT INTO note VALUES (?, 'New.', 2)", papers[0])
    trash.restore(trash.listed(), NOW)
    assert database.read().execute("SELECT text FROM note").fetchone()[0] == "New.\n\nOld."
    assert trash.listed() == ()
    assert trash.throw_note(papers[1], NOW) == "This paper has no note."


def test_marks_and_bookmarks_of_living_papers_come_back_or_go(
    database: Database, trash: Trash, papers: tuple[PaperId, ...]
) -> None:
    for name in ("a", "b"):
        put(database, "highlight", id=name, paper=papers[0], page=1, quads="[]", text="words",
            colour="red", created=1.0, trashed=5.0)  # fmt: skip
    put(database, "bookmark", id="c", paper=papers[0], page=1, top=0.0, text="here",
        created=1.0, trashed=9.0)  # fmt: skip
    assert str(trash.contents()) == "2 marks, 1 bookmark"
    trash.restore([thing for thing in trash.listed() if thing.id == "a"], NOW)
    assert trash.purge_some(6.0) == 1
    kept = database.read().execute("SELECT id, trashed FROM highlight").fetchall()
    assert [tuple(row) for row in kept] == [("a", None)]
    assert [thing.id for thing in trash.listed()] == ["c"]


def test_what_is_purged_goes_with_its_pdf_and_the_rest_stays(
    database: Database,
    library: Shelves,
    trash: Trash,
    papers: tuple[PaperId, ...],
    tmp_path: Path,
) -> None:
    file_of(database, papers[0], tmp_path / "own.pdf")
    for paper in papers[:2]:
        file_of(database, paper, tmp_path / "shared.pdf")
    library.set_state([papers[0]], State.TRASH)
    assert str(trash.contents()) == "1 paper with 2 PDFs"
    assert trash.purge_some(math.inf) == 1
    assert trash.purge_some(math.inf) == 0
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["shared.pdf"]
    assert [paper.id for paper in library.papers(papers)] == list(papers[1:])


def test_a_number_is_never_given_twice(
    library: Shelves, trash: Trash, journal: Journal, papers: tuple[PaperId, ...]
) -> None:
    library.set_state([papers[-1]], State.TRASH)
    trash.purge_some(math.inf)
    (new,) = library.put(Found("Four"))
    assert new > papers[-1]
    journal.undo()
    assert library.paper(new).state is State.NEW


def test_what_a_feed_still_lists_stays_dismissed(
    database: Database, library: Shelves, trash: Trash, papers: tuple[PaperId, ...]
) -> None:
    put(database, "entry", source=1, day="2024-01-01", paper=papers[0], rank=1, first_seen=1.0,
        last_seen=1.0)  # fmt: skip
    write(database, "INSERT INTO note VALUES (?, 'Mine.', 1)", papers[0])
    library.set_state([papers[0]], State.TRASH)
    trash.purge_some(math.inf)
    assert library.paper(papers[0]).state is State.DISMISSED
    assert count(database, "note") == 0
    assert library.put(Found("One", arxiv="2001.00001")) == papers[:1]
    assert library.paper(papers[0]).state is State.DISMISSED


def test_what_was_thrown_away_lately_stays(
    library: Shelves, trash: Trash, papers: tuple[PaperId, ...]
) -> None:
    library.set_state(papers, State.TRASH)
    assert trash.purge_some(NOW) == 0
    assert len(trash.listed()) == 3
