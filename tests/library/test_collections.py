"""Collections: the tree, what is in it, and that every step can be taken back."""

import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperdesk.domain.collection import DEEPEST, Collection, CollectionId
from paperdesk.domain.errors import NotFound, PaperDeskError, Refused, WrongUsage
from paperdesk.domain.paper import Found, PaperId, State
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.library.collections import SO_ALREADY, Collections
from tests.library.conftest import Shelves


@pytest.fixture
def collections(changes: Changes, journal: Journal) -> Collections:
    return Collections(changes, journal)


def titles(collections: Collections) -> list[str]:
    return [one.title for one in collections.all()]


def tree(collections: Collections) -> list[tuple[Any, ...]]:
    """All that is to be as it was before, once a step is undone."""
    return [
        (one.id, one.title, one.parent, one.position, one.query, one.papers)
        for one in collections.counted()
    ]


def filled(library: Shelves, papers: int) -> tuple[PaperId, ...]:
    return library.put(*(Found(f"Paper number {number}") for number in range(papers)))


def test_a_new_one_stands_last_within_its_parent(collections: Collections) -> None:
    topic = collections.make("Topic")
    collections.make("Other")
    collections.make("Sub", topic.id)
    collections.make("Next", topic.id)
    assert titles(collections) == ["Topic", "Topic / Sub", "Topic / Next", "Other"]
    assert [one.children for one in collections.all()] == [2, 0, 0, 0]


def test_what_is_missing_of_a_path_is_made_in_one_step(
    collections: Collections, journal: Journal
) -> None:
    topic = collections.make("Topic")
    assert collections.at("topic/").id == topic.id
    deep = collections.at(" TOPIC / Sub/ Deep ")
    assert deep.title == "Topic / Sub / Deep"
    assert collections.at("Topic/sub/deep").id == deep.id
    journal.undo()
    assert titles(collections) == ["Topic"]
    collections.make("Smart", None, "tag:x")
    with pytest.raises(Refused, match="already"):
        collections.at("smart / within")
    with pytest.raises(WrongUsage, match="needs a name"):
        collections.at(" / ")
    assert titles(collections) == ["Topic", "Smart"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "needs a name"),
        ("  \n ", "needs a name"),
        ("x" * 300, "at most 100 letters"),
        ("a/b", "no slash"),
        ('a "b"', "no quotes"),
    ],
)
def test_what_cannot_be_a_name_is_refused(collections: Collections, name: str, said: str) -> None:
    with pytest.raises(WrongUsage, match=said):
        collections.make(name)
    one = collections.make("Fine")
    with pytest.raises(WrongUsage, match=said):
        collections.rename(one, name)


def test_two_in_one_place_have_two_names(collections: Collections) -> None:
    topic, other = collections.make("Topic"), collections.make("Other")
    within = collections.make("topic", other.id)
    for deed in (
        lambda: collections.make(" TOPIC "),
        lambda: collections.rename(other, "topic"),
        lambda: collections.move(within, None),
    ):
        with pytest.raises(Refused, match="There is a collection “Topic” already"):
            deed()
    assert collections.rename(topic, "TOPIC") == "Collection “Topic” is now “TOPIC”"


def test_none_stands_within_itself(collections: Collections) -> None:
    top = collections.make("Top")
    middle = collections.make("Middle", top.id)
    low = collections.make("Low", middle.id)
    for parent in (top.id, middle.id, low.id):
        with pytest.raises(Refused, match="within itself"):
            collections.move(top, parent)


def test_they_stand_only_so_deep(collections: Collections) -> None:
    parent = None
    for number in range(DEEPEST):
        parent = collections.make(str(number), parent).id
    with pytest.raises(Refused, match="at most 20 deep"):
        collections.make("Too deep", parent)
    other = collections.make("Other")
    collections.make("Low", other.id)
    with pytest.raises(Refused, match="at most 20 deep"):
        collections.move(other, collections.all()[DEEPEST - 2].id)


def test_one_moves_among_those_beside_it(collections: Collections, journal: Journal) -> None:
    a, _, c = (collections.make(name) for name in "abc")
    assert collections.step(c, -1) == "“c” moved up"
    assert titles(collections) == ["a", "c", "b"]
    assert collections.step(a, -1) == SO_ALREADY
    collections.move(c, None, before=a.id)
    assert titles(collections) == ["c", "a", "b"]
    journal.undo()
    journal.undo()
    assert titles(collections) == ["a", "b", "c"]


def test_papers_of_the_feed_are_kept_by_the_same_step(
    collections: Collections, library: Shelves, journal: Journal
) -> None:
    papers = filled(library, 3)
    library.set_state(papers[:1], State.ARCHIVE)
    one = collections.make("Topic")
    assert collections.put(papers, one) == "3 papers put into “Topic”"
    assert [paper.state for paper in library.papers(papers)] == ["archive", "inbox", "inbox"]
    assert [paper.unread for paper in library.papers(papers)] == [False] * 3
    assert sorted(library.ids(one.shelf)) == list(papers)
    assert collections.put(papers, one) == SO_ALREADY
    journal.undo()
    assert [paper.state for paper in library.papers(papers)] == ["archive", "new", "new"]
    assert not library.ids(one.shelf)
    journal.redo()
    assert len(library.ids(one.shelf)) == 3


def test_a_collection_shows_what_is_within_it_unless_asked_for_itself(
    collections: Collections, library: Shelves
) -> None:
    one, two, three = filled(library, 3)
    topic = collections.make("Topic")
    sub = collections.make("Sub", topic.id)
    collections.put([one, two], topic)
    collections.put([two, three], sub)
    assert set(library.ids(topic.shelf)) == {one, two, three}
    assert set(library.ids(topic.own_shelf)) == {one, two}
    assert [each.papers for each in collections.counted()] == [3, 2]
    library.set_state([one], State.TRASH)
    assert [each.papers for each in collections.counted()] == [2, 2]
    assert [each.title for each in collections.holding([one])] == ["Topic"]


def test_papers_leave_a_collection_and_stay_in_the_library(
    collections: Collections, library: Shelves, journal: Journal
) -> None:
    papers = filled(library, 2)
    topic = collections.make("Topic")
    sub = collections.make("Sub", topic.id)
    collections.put(papers, sub)
    collections.take_out(papers[:1], topic)
    assert list(library.ids(topic.shelf)) == [papers[1]]
    assert library.paper(papers[0]).state is State.INBOX
    journal.undo()
    assert len(library.ids(topic.shelf)) == 2


def test_a_deleted_tree_comes_back_whole(
    collections: Collections, library: Shelves, journal: Journal
) -> None:
    papers = filled(library, 3)
    topic = collections.make("Topic")
    sub = collections.make("Sub", topic.id)
    collections.make("Low", sub.id)
    collections.make("Smart", topic.id, "year:2020")
    collections.put(papers, topic)
    collections.put(papers[:2], sub)
    before = tree(collections)
    said = collections.remove(topic)
    assert said == "Collection deleted: Topic, with 3 within it"
    assert collections.all() == ()
    assert len(library.papers(papers)) == 3
    Journal(collections._changes).undo()  # as after a restart
    assert tree(collections) == before
    journal.redo()
    assert collections.all() == ()
    with pytest.raises(NotFound):
        collections.collection(topic.id)


def test_a_number_is_not_given_twice_while_the_history_knows_it(
    collections: Collections, journal: Journal
) -> None:
    first = collections.make("First")
    collections.remove(first)
    assert collections.make("Second").id != first.id
    journal.undo()
    journal.undo()
    assert titles(collections) == ["First"]


def test_a_smart_one_holds_what_was_kept_and_its_query_finds(
    collections: Collections, library: Shelves, journal: Journal
) -> None:
    papers = filled(library, 3)
    library.set_state(papers[:2], State.INBOX)
    library.tag(papers[1:], add=["rl"])
    one = collections.make("Deep ones", query="tag:rl OR (tag:x -tag:y)")
    assert list(library.ids(one.shelf)) == [papers[1]]
    assert [each.papers for each in collections.counted()] == [1]
    collections.ask(one, "-tag:rl")
    assert list(library.ids(one.shelf)) == [papers[0]]
    journal.undo()
    assert list(library.ids(one.shelf)) == [papers[1]]
    assert list(library.ids(one.own_shelf)) == [papers[1]]


@pytest.mark.parametrize(
    ("query", "said"),
    [("state:bogus", "No state"), ("()", "every paper"), ("late:2026-05", "came late")],
)
def test_a_query_that_cannot_be_is_refused(collections: Collections, query: str, said: str) -> None:
    with pytest.raises(WrongUsage, match=said):
        collections.make("Smart", query=query)
    assert collections.all() == ()


def test_a_smart_one_is_filled_by_its_query_alone(
    collections: Collections, library: Shelves
) -> None:
    smart, plain = collections.make("Smart", query="tag:rl"), collections.make("Plain")
    with pytest.raises(Refused, match="its query says what it holds"):
        collections.put(filled(library, 1), smart)
    with pytest.raises(Refused, match="nothing can stand within it"):
        collections.make("Within", smart.id)
    with pytest.raises(Refused, match="has no query"):
        collections.ask(plain, "tag:rl")


def test_a_smart_one_may_ask_for_others_and_never_for_itself(
    collections: Collections, library: Shelves
) -> None:
    papers = filled(library, 2)
    topic = collections.make("Topic")
    collections.put(papers, topic)
    library.tag(papers[:1], add=["rl"])
    inner = collections.make("Inner", query="collection:Topic tag:rl")
    outer = collections.make("Outer", query="collection:Inner")
    assert list(library.ids(outer.shelf)) == [papers[0]]
    for query in ("collection:inner", "collection:Outer", f"x OR -collection:{outer.id}"):
        with pytest.raises(Refused, match="its own name"):
            collections.ask(inner, query)


def test_queries_follow_the_collections_that_they_name(
    collections: Collections, library: Shelves, journal: Journal
) -> None:
    papers = filled(library, 1)
    topic, other = collections.make("Topic"), collections.make("Other")
    sub = collections.make("Sub", topic.id)
    collections.put(papers, sub)
    smart = collections.make("Smart", query='collection:"topic / sub" -tag:x')
    collections.rename(topic, "Theme")
    assert collections.collection(smart.id).query == 'collection:"Theme / Sub" -tag:x'
    collections.move(sub, other.id)
    assert collections.collection(smart.id).query == 'collection:"Other / Sub" -tag:x'
    assert list(library.ids(smart.shelf)) == list(papers)
    journal.undo()
    journal.undo()
    assert collections.collection(smart.id).query == 'collection:"topic / sub" -tag:x'


def test_five_thousand_papers_are_one_step_of_less_than_a_second(
    collections: Collections, library: Shelves, journal: Journal, changes: Changes
) -> None:
    with changes.write(durable=False) as write:
        library.take(write, [Found(f"Number {number}") for number in range(5000)], 1.0)
    papers = [PaperId(row[0]) for row in changes.database.read().execute("SELECT id FROM paper")]
    one = collections.make("Many")
    for deed in (
        lambda: collections.put(papers, one),
        journal.undo,
        journal.redo,
        lambda: collections.take_out(papers, one),
        journal.undo,
        lambda: collections.remove(one),
        journal.undo,
    ):
        began = time.thread_time()
        deed()
        assert time.thread_time() - began < 1
    assert len(library.ids(one.shelf)) == 5000


_DEEDS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "make",
                "move",
                "move",
                "move",
                "step",
                "remove",
                "put",
                "out",
                "undo",
                "redo",
                "smart",
            ]
        ),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=25,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=_DEEDS)
def test_whatever_is_done_and_undone_the_collections_are_a_forest(
    collections: Collections, library: Shelves, journal: Journal, deeds: list[tuple[str, int, int]]
) -> None:
    papers = list(library.put(*(Found(f"Paper {number}") for number in range(4))))
    for one in [one for one in collections.all() if one.parent is None]:
        collections.remove(one)
    journal.forget()
    for deed, first, second in deeds:
        try:
            _do(collections, journal, papers, deed, first, second)
        except PaperDeskError:
            continue
        _is_forest(collections)
        _counts_are_true(collections, library)
    while journal.undo():
        _is_forest(collections)
    assert collections.all() == ()


def _do(
    collections: Collections, journal: Journal, papers: list[PaperId], deed: str, *picks: int
) -> None:
    every = collections.all()
    first, second = (every[pick % len(every)] if every else None for pick in picks)
    parent = None if second is None or not picks[1] % 3 else second.id
    if deed == "make":
        collections.make(f"c{picks[0]}", parent)
    elif deed == "smart":
        collections.make(f"s{picks[0]}", parent, f"collection:c{picks[1]} OR tag:x")
    elif deed in ("undo", "redo"):
        journal.undo() if deed == "undo" else journal.redo()
    elif first is None:
        return
    elif deed == "move":
        collections.move(first, parent)
    elif deed == "step":
        collections.step(first, picks[1] % 5 - 2)
    elif deed == "remove":
        collections.remove(first)
    else:
        some = papers[: 1 + picks[1] % 4]
        (collections.put if deed == "put" else collections.take_out)(some, first)


def _is_forest(collections: Collections) -> None:
    rows = collections._changes.database.read().execute("SELECT id, parent FROM collection")
    above = {row["id"]: row["parent"] for row in rows}
    for number in above:
        at, steps = number, 0
        while at is not None:
            assert at in above
            at, steps = above[at], steps + 1
            assert steps <= DEEPEST
    every = collections.all()
    assert {one.id for one in every} == set(above)
    seen: set[CollectionId | None] = {None}
    for one in every:
        assert one.parent in seen
        seen.add(one.id)
    named = {(one.parent, one.name.casefold()) for one in every}
    assert len(named) == len(every)


def _counts_are_true(collections: Collections, library: Shelves) -> None:
    counted: tuple[Collection, ...] = collections.counted()
    assert {one.title: one.papers for one in counted} == {
        one.title: len(library.ids(one.shelf)) for one in counted
    }
