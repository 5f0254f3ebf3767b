"""What can be done with papers, and taken back."""

from collections.abc import Callable
from datetime import date

import pytest

from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.events import Event, PapersChanged
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.domain.shelf import ALL, state_shelf
from paperdesk.infra.bus import Bus
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.library import Library

ATTENTION = Found(
    "Attention Is All You Need", ("Ashish Vaswani",), "We…", date(2017, 6, 12), "1706.03762"
)
DEEP = Found(
    "Deep Residual Learning",
    ("Kaiming He",),
    published=date(2015, 12, 10),
    doi="10.1109/CVPR.2016.90",
)
Put = Callable[..., tuple[PaperId, ...]]


@pytest.fixture
def put(library: Library) -> Put:
    return library.put  # type: ignore[attr-defined, no-any-return]


def test_a_paper_is_taken_once_however_often_it_comes(library: Library, put: Put) -> None:
    assert put(ATTENTION) == put(ATTENTION, ATTENTION)[:1]
    assert len(library.ids(ALL)) == 1


def test_a_title_without_an_id_is_the_paper_that_later_brings_one(
    library: Library, put: Put
) -> None:
    (first,) = put(Found("Attention is all you need"))
    assert put(ATTENTION) == (first,)
    paper = library.paper(first)
    assert (paper.arxiv, paper.authors, paper.year) == ("1706.03762", ("Ashish Vaswani",), 2017)


def test_authors_that_come_later_are_indexed(put: Put, database: Database) -> None:
    put(Found("Attention is all you need", arxiv="1706.03762"))
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM waiting")
    (paper,) = put(ATTENTION)
    waiting = database.read().execute("SELECT kind, ref FROM waiting").fetchall()
    assert ("paper", str(paper)) in [tuple(row) for row in waiting]


def test_two_papers_with_one_title_and_other_authors_stay_two(put: Put) -> None:
    first, second = put(Found("Survey", ("A B",)), Found("Survey", ("C D",)))
    assert first != second


def test_664_authors_keep_their_order(library: Library, put: Put) -> None:
    authors = tuple(f"Author Number{number}" for number in range(664))
    (paper,) = put(Found("Everybody", authors))
    assert library.paper(paper).authors == authors


@pytest.mark.parametrize("word", ["1", "vaswani2017attention", "1706.03762v5", "arXiv:1706.03762"])
def test_a_paper_answers_to_all_its_names(library: Library, put: Put, word: str) -> None:
    assert put(ATTENTION) == (library.resolve(word),)


def test_a_paper_answers_to_its_doi(library: Library, put: Put) -> None:
    assert put(DEEP) == (library.resolve("https://doi.org/10.1109/cvpr.2016.90"),)


def test_an_unknown_name_is_a_sentence(library: Library) -> None:
    with pytest.raises(NotFound, match="No paper is known as “nobody2020”"):
        library.resolve("nobody2020")


def test_equal_citation_keys_get_letters(library: Library, put: Put) -> None:
    papers = put(*(Found("Deep nets", ("A He",), arxiv=f"2401.0000{n}") for n in range(1, 4)))
    keys = [paper.citekey for paper in library.papers(papers)]
    assert keys == ["hedeep", "hedeepa", "hedeepb"]


def test_a_state_is_changed_read_and_undone(library: Library, put: Put, journal: Journal) -> None:
    (paper,) = put(ATTENTION)
    assert library.set_state([paper], State.LATER) == "1 paper put off till later"
    assert (library.paper(paper).state, library.paper(paper).unread) == (State.LATER, False)
    journal.undo()
    assert (library.paper(paper).state, library.paper(paper).unread) == (State.NEW, True)


def test_many_papers_move_as_one_step(library: Library, put: Put, journal: Journal) -> None:
    papers = put(*(Found(f"Title {number}") for number in range(30)))
    library.set_state(papers, State.ARCHIVE)
    assert len(library.ids(state_shelf(State.ARCHIVE))) == 30
    journal.undo()
    assert len(library.ids(state_shelf(State.ARCHIVE))) == 0


def test_of_what_is_put_away_only_what_was_kept_is_archived(
    library: Library, put: Put, journal: Journal
) -> None:
    papers = put(*(Found(f"Title {number}") for number in range(3)))
    library.set_state(papers[1:2], State.SHORTLIST)
    assert library.put_away(papers) == "1 paper archived, 2 papers dismissed"
    states = [paper.state for paper in library.papers(papers)]
    assert states == [State.DISMISSED, State.ARCHIVE, State.DISMISSED]
    journal.undo()
    states = [paper.state for paper in library.papers(papers)]
    assert states == [State.NEW, State.SHORTLIST, State.NEW]


def test_tags_are_put_on_taken_off_and_undone(library: Library, put: Put, journal: Journal) -> None:
    (paper,) = put(ATTENTION)
    library.tag([paper], add=["rl", " to  read "])
    library.tag([paper], remove=["RL"])
    assert library.paper(paper).tags == ("to read",)
    journal.undo()
    assert library.paper(paper).tags == ("rl", "to read")
    assert library.tag_counts() == {"rl": 1, "to read": 1}


def test_a_tag_in_another_case_is_the_same_tag(library: Library, put: Put) -> None:
    first, second = put(ATTENTION, DEEP)
    library.tag([first], add=["RL"])
    library.tag([second], add=["rl"])
    assert library.tag_counts() == {"RL": 2}


@pytest.mark.parametrize("name", ["", " , ", "x" * 61])
def test_what_cannot_be_a_tag_is_refused(library: Library, put: Put, name: str) -> None:
    with pytest.raises(WrongUsage):
        library.tag(put(ATTENTION), add=[name])


def test_what_the_user_asked_for_is_kept_in_the_inbox(library: Library, journal: Journal) -> None:
    taken = library.keep(ATTENTION)
    assert library.paper(taken.paper).state is State.INBOX
    journal.undo()
    assert library.paper(taken.paper).state is State.NEW


def test_a_paper_that_is_kept_already_stays_where_it_is(library: Library) -> None:
    paper = library.keep(ATTENTION).paper
    library.set_state([paper], State.ARCHIVE)
    assert library.keep(ATTENTION).new is False
    assert library.paper(paper).state is State.ARCHIVE


def test_counts_are_of_states_and_their_unread(library: Library, put: Put) -> None:
    first, _ = put(ATTENTION, DEEP)
    library.set_state([first], State.INBOX)
    assert library.state_counts() == {State.NEW: (1, 1), State.INBOX: (1, 0)}


def test_every_change_is_told(library: Library, put: Put, bus: Bus) -> None:
    heard: list[Event] = []
    papers = put(ATTENTION)
    bus.listen(PapersChanged, heard.append)
    library.set_unread(papers, unread=False)
    library.tag(papers, add=["rl"])
    assert heard == [PapersChanged(papers)] * 2


def test_a_refresh_leaves_what_the_user_decided(library: Library, put: Put) -> None:
    papers = put(ATTENTION)
    library.set_state(papers, State.DISMISSED)
    put(ATTENTION)
    assert library.paper(papers[0]).state is State.DISMISSED


def test_the_papers_read_last_come_first_without_those_in_the_trash(
    library: Library, put: Put, database: Database
) -> None:
    first, second, third = put(ATTENTION, DEEP, Found("A Third"))
    with database.write() as connection:
        for paper, moment in ((first, 1.0), (second, 2.0), (third, 3.0)):
            connection.exec_driver_sql(
                'INSERT INTO place (paper, page, top, "left", zoom, at) VALUES (?, 0, 0, 0, 0, ?)',
                (paper, moment),
            )
    library.set_state([third], State.TRASH)
    assert [paper.id for paper in library.lately_read(9)] == [second, first]
    assert [paper.id for paper in library.lately_read(1)] == [second]


def test_the_beginning_of_a_citation_key_finds_its_papers(library: Library, put: Put) -> None:
    first, _second = put(ATTENTION, DEEP)
    key = library.paper(first).citekey
    assert [paper.id for paper in library.keyed(key[:4], 9)] == [first]
    assert library.keyed("zzz", 9) == ()


def test_what_a_choice_is_like_is_told_without_reading_it_all(library: Library) -> None:
    one, other = (library.keep(Found(title)).paper for title in ("A", "B"))
    library.set_state([other], State.DISMISSED)
    assert library.came_by([one, other]) == (other,)
    library.set_unread([one, other], unread=True)
    assert not library.any_read([one, other])
    library.set_unread([other], unread=False)
    assert library.any_read([one, other])
