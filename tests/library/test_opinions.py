"""What a reader thinks of papers, and takes back."""

import time

import pytest

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.shelf import Order, Shelf
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.library import SO_ALREADY, Opinions
from tests.library.conftest import Shelves


@pytest.fixture
def opinions(changes: Changes, journal: Journal) -> Opinions:
    return Opinions(changes, journal)


def test_several_papers_are_rated_in_one_step(
    library: Shelves, opinions: Opinions, journal: Journal
) -> None:
    papers = library.put(Found("One"), Found("Two"))
    assert opinions.rate(papers, 4) == "2 papers rated 4 of 5"
    assert [paper.rating for paper in library.papers(papers)] == [4, 4]
    journal.undo()
    assert [paper.rating for paper in library.papers(papers)] == [0, 0]


def test_what_is_undone_after_a_restart_comes_back(
    library: Shelves, opinions: Opinions, changes: Changes
) -> None:
    (paper,) = library.put(Found("One"))
    opinions.remark([paper], "  read\n this ")
    opinions.flag([paper], on=True)
    assert (library.paper(paper).remark, library.paper(paper).flagged) == ("read this", True)
    later = Journal(changes)
    later.undo()
    later.undo()
    assert (library.paper(paper).remark, library.paper(paper).flagged) == ("", False)


def test_nothing_to_change_is_said_and_leaves_no_step(
    library: Shelves, opinions: Opinions, journal: Journal
) -> None:
    (paper,) = library.put(Found("One"))
    assert opinions.rate([paper], 0) == opinions.flag([paper], on=False) == SO_ALREADY
    assert journal.steps() == []


@pytest.mark.parametrize("rating", [-1, 6])
def test_a_rating_beyond_five_is_refused(opinions: Opinions, rating: int) -> None:
    with pytest.raises(WrongUsage, match="Rate from 1 to 5"):
        opinions.rate([PaperId(1)], rating)


def test_a_remark_is_one_line(opinions: Opinions) -> None:
    with pytest.raises(WrongUsage, match="Write more in the note"):
        opinions.remark([PaperId(1)], "long " * 50)


def test_any_without_a_flag_is_found(library: Shelves, opinions: Opinions) -> None:
    papers = library.put(Found("One"), Found("Two"))
    opinions.flag(papers[:1], on=True)
    assert opinions.any_unflagged(papers)
    assert not opinions.any_unflagged(papers[:1])


def test_a_notice_that_is_taken_off_by_hand_is_remembered_until_undone(
    library: Shelves, opinions: Opinions, journal: Journal, database: Database
) -> None:
    (paper,) = library.put(Found("One"))
    opinions.notice([paper], "retracted")
    assert library.paper(paper).notice == "retracted"
    opinions.notice([paper], "")
    edited = "SELECT field FROM edited WHERE paper = ?"
    assert [row[0] for row in database.read().execute(edited, (paper,))] == ["notice"]
    journal.undo()
    journal.undo()
    assert library.paper(paper).notice == ""
    assert database.read().execute(edited, (paper,)).fetchall() == []


def test_the_best_rated_stand_first_then_what_came_last(
    library: Shelves, opinions: Opinions
) -> None:
    papers = library.put(Found("A"), Found("B"), Found("C"), Found("D"))
    opinions.rate(papers[:1], 3)
    opinions.rate(papers[1:2], 5)
    shelf = Shelf("", "", Order.RATING)
    whole = library.ids(shelf)
    assert [paper.title for paper in library.papers([PaperId(one) for one in whole])] == list(
        "BADC"
    )
    assert library.ids(shelf, limit=3) == whole[:3]


def test_five_thousand_papers_are_rated_and_unrated_within_a_second(
    library: Shelves, opinions: Opinions, journal: Journal, database: Database
) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
            " INSERT INTO paper (title, title_key, first_key, abstract, version, unread,"
            " citekey, state, state_at,"
            " added_at)"
            " SELECT 'T' || i, 't' || i, '', '', 0, 1, 'k' || i, 'inbox', i, i FROM n"
        )
    papers = [PaperId(one) for one in library.ids(Shelf("", ""))]
    start = time.thread_time()
    opinions.rate(papers, 3)
    opinions.remark(papers, "all of them")
    assert time.thread_time() - start < 2
    journal.undo()
    assert len(library.ids(Shelf("", "rating:3 -has:remark"))) == 5_000


WITHDRAWN = "This paper has been withdrawn by its authors."


def test_a_source_that_says_so_marks_a_paper_new_or_known(library: Shelves) -> None:
    new, known = library.put(Found("New", abstract=WITHDRAWN), Found("Known", arxiv="2601.00001"))
    library.put(Found("Known", abstract=WITHDRAWN, arxiv="2601.00001"))
    assert [paper.notice for paper in library.papers([new, known])] == ["withdrawn"] * 2


def test_what_a_reader_has_said_stays_whatever_a_source_tells_again(
    library: Shelves, opinions: Opinions
) -> None:
    told = Found("New", abstract=WITHDRAWN, arxiv="2601.00001")
    (paper,) = library.put(told)
    opinions.notice([paper], "")
    library.put(told)
    assert library.paper(paper).notice == ""
