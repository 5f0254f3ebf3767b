"""How far a view is worked off, and who came late."""

from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

import pytest

from paperdesk.domain.feed import Source, SourceId, SourceKind
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.domain.query import Term
from paperdesk.domain.shelf import Shelf, day_shelf, kept_shelf, source_shelf
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.library import Library, Views
from paperdesk.search.stems import kin

Put = Callable[..., tuple[PaperId, ...]]
DAY = day_shelf(date(2026, 5, 29))
LONG_AGO, TO_COME = 1_000.0, 9e9
"""Before and after any moment at which a test runs."""


@pytest.fixture
def views(changes: Changes) -> Views:
    return Views(changes)


@pytest.fixture
def listed(library: Library, database: Database) -> Callable[..., tuple[PaperId, ...]]:
    """Lets the first source list papers of the day, from a rank on, at a moment."""

    def listed(*names: str, rank: int = 1, at: float = LONG_AGO) -> tuple[PaperId, ...]:
        papers = library.put(*map(Found, names), now=at)  # type: ignore[attr-defined]
        with database.write() as connection:
            for place, paper in enumerate(papers, rank):
                connection.exec_driver_sql(
                    "INSERT INTO entry (source, day, paper, key, rank, first_seen, last_seen,"
                    " extra) VALUES (1, '2026-05-29', ?, '', ?, ?, ?, '{}')",
                    (paper, place, at, at),
                )
        return tuple(papers)

    return listed


def test_a_view_that_was_never_worked_off_has_its_order_and_no_latecomers(
    views: Views, listed: Put
) -> None:
    first = listed("A", "B", rank=2)
    (above,) = listed("C", rank=1, at=TO_COME)
    lineup = views.lineup(DAY)
    assert lineup.ids.tolist() == [above, *first]
    assert (lineup.late, lineup.finished) == (0, False)


def test_who_comes_after_it_was_worked_off_stands_last(views: Views, listed: Put) -> None:
    first = listed("A", "B", rank=3)
    views.finish(DAY)
    late = listed("C", "D", rank=1, at=TO_COME)
    lineup = views.lineup(DAY)
    assert lineup.ids.tolist() == [*first, *late]
    assert (lineup.late, lineup.finished) == (2, True)
    views.finish(DAY)
    assert views.standing(DAY).late == 2


def test_the_first_of_a_finished_view_are_told_without_those_who_came_late(
    views: Views, listed: Put
) -> None:
    first = listed("A", "B", "C", rank=3)
    views.finish(DAY)
    late = listed("D", "E", rank=1, at=TO_COME)
    some = views.lineup(DAY, limit=2)
    assert (some.ids.tolist(), some.late) == ([*first[:2]], 0)
    assert (some.whole, some.finished) == (False, True)
    every = views.lineup(DAY, limit=4)
    assert (every.ids.tolist(), every.late, every.whole) == ([*first, *late], 2, True)


def test_a_paper_of_old_that_a_day_lists_late_is_late_there(
    views: Views, library: Library, listed: Put
) -> None:
    first = listed("A")
    library.put(Found("Known"))  # type: ignore[attr-defined]
    views.finish(DAY)
    late = listed("Known", rank=0, at=TO_COME)
    assert views.lineup(DAY).ids.tolist() == [*first, *late]
    source = source_shelf(Source(SourceId(1), SourceKind.HUGGINGFACE, "Daily", "h"))
    views.finish(source)
    assert views.lineup(source).late == 0


def test_what_is_left_and_what_was_done_is_counted(
    views: Views, library: Library, listed: Put
) -> None:
    one, two, three, four, _ = listed("A", "B", "C", "D", "E")
    library.set_state([one], State.INBOX)
    library.set_state([two], State.ARCHIVE)
    library.set_state([three], State.DISMISSED)
    library.set_unread([four], unread=False)
    standing = views.standing(DAY)
    assert (standing.unread, standing.kept, standing.passed) == (1, 1, 1)
    assert standing.states[State.DISMISSED] == standing.states[State.ARCHIVE] == 1
    assert standing.finished is None


def test_of_latecomers_only_the_unread_are_new(views: Views, library: Library, listed: Put) -> None:
    library.set_unread(listed("A"), unread=False)
    views.finish(DAY)
    (late, _) = listed("B", "C", at=TO_COME)
    library.set_state([late], State.INBOX)
    standing = views.standing(DAY)
    assert (standing.unread, standing.late) == (1, 1)
    assert standing.finished is not None
    assert abs((standing.finished - datetime.now(UTC)).total_seconds()) < 60


@pytest.mark.parametrize(
    "shelf",
    [
        DAY,
        Shelf("May", "day:2026-05"),
        Shelf("", "in:feed title:transformer"),
        Shelf("", 'source:"a" OR rule:b'),
    ],
)
def test_the_end_of_a_view_of_the_feed_is_remembered(views: Views, shelf: Shelf) -> None:
    views.finish(shelf)
    assert views.lineup(shelf).finished


@pytest.mark.parametrize("shelf", [Shelf("", "state:inbox"), kept_shelf(DAY), Shelf("", "a")])
def test_other_lists_have_no_end(views: Views, shelf: Shelf) -> None:
    views.finish(shelf)
    assert not views.lineup(shelf).finished


def test_those_that_are_unread_are_found_in_their_order(
    views: Views, library: Library, listed: Put
) -> None:
    one, two, three, four = listed("A", "B", "C", "D")
    library.set_unread([two], unread=False)
    library.set_state([three], State.DISMISSED)
    library.set_unread([three], unread=True)
    assert views.unread(array("q", [four, three, two, one])) == (four, one)


def test_a_shelf_is_held_against_what_is_shown_of_it(
    views: Views, listed: Put, library: Library, database: Database
) -> None:
    one, two, three = listed("A", "B", "C")
    shown = array("q", [three, two, 4711])
    lineup = views.lineup(DAY, shown)
    assert (lineup.ids.tolist(), lineup.new.tolist()) == ([one, two, three], [one])
    assert lineup.gone == {4711}
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM entry WHERE paper = ?", (two,))
    again = views.lineup(DAY, shown)
    assert again.gone == {4711}
    assert again.ids.tolist() == [one, three]


@pytest.mark.parametrize(
    ("row", "direction", "there"), [(-1, 1, 1), (1, 1, 3), (3, 1, None), (4, -1, 3), (1, -1, None)]
)
def test_the_next_unread_row_of_a_list_is_found_either_way(
    views: Views, library: Library, listed: Put, row: int, direction: int, there: int | None
) -> None:
    papers = listed("A", "B", "C", "D", "E")
    library.set_unread([papers[at] for at in (0, 2, 4)], unread=False)
    assert views.next_unread(array("q", papers), row, direction) == there


def test_what_the_index_tells_of_words_is_believed_but_of_those_it_has_not_taken_in(
    views: Views, library: Library, changes: Changes
) -> None:
    cat, dog, late = (
        library.keep(Found(title, arxiv=f"2601.0000{number}")).paper
        for number, title in enumerate(("A cat", "A dog", "Another cat"))
    )
    with changes.write() as write:
        write.connection.exec_driver_sql("DELETE FROM waiting WHERE ref <> ?", (str(late),))
    asked: list[Sequence[Term]] = []

    def index(terms: Sequence[Term]) -> "dict[Term, array[int]]":
        asked.append(terms)
        return dict.fromkeys(terms, array("q", [dog]))

    shelf = Shelf("", "cat")
    assert sorted(views.lineup(shelf).ids) == [cat, late]
    views.index = index
    assert sorted(views.lineup(shelf).ids) == [dog, late]
    assert sorted(views.lineup(Shelf("", "in:library -title:cat")).ids) == [cat]
    assert sum(views.standing(shelf).states.values()) == 2
    assert [[term.value for term in terms] for terms in asked] == [["cat"]] * 3
    assert views.lineup(Shelf("", "state:inbox")).ids
    assert len(asked) == 3, "who asks for no words asks no index"


def test_a_smart_collection_of_words_asks_the_index_too(
    views: Views, library: Library, changes: Changes
) -> None:
    kept = library.keep(Found("A cat", arxiv="2601.00001")).paper
    with changes.write() as write:
        write.connection.exec_driver_sql("DELETE FROM waiting")
        write.connection.exec_driver_sql(
            "INSERT INTO collection VALUES (1, NULL, 'Pets', 'dog', 1, 0)"
        )
    views.index = lambda terms: dict.fromkeys(terms, array("q", [kept]))
    assert list(views.lineup(Shelf("", "collection:Pets")).ids) == [kept]


def test_where_the_index_cannot_tell_each_paper_is_looked_at(
    views: Views, library: Library
) -> None:
    cat = library.keep(Found("Quantized cats", arxiv="2601.00001")).paper
    views.index = lambda _: None
    assert list(views.lineup(Shelf("", "cats")).ids) == [cat]
    assert list(views.lineup(Shelf("", "quantization")).ids) == []
    views.kin = kin
    assert list(views.lineup(Shelf("", "quantization")).ids) == [cat]
