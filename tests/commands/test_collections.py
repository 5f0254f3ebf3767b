"""Verbs of collections."""

from typing import Any

import pytest

from paperdesk.commands import collections
from paperdesk.commands.desk import Desk
from paperdesk.domain.collection import UNSORTED
from paperdesk.domain.errors import NotFound, NothingSelected
from paperdesk.domain.paper import PaperId, State

Papers = tuple[PaperId, ...]


def titles(desk: Desk) -> list[str]:
    return [one.title for one in desk.collections.all()]


def test_a_new_one_is_shown(desk: Desk, screen: Any) -> None:
    screen.answer = "Topic"
    collections.new(desk)
    (one,) = desk.collections.all()
    assert screen.shown == one.shelf
    assert screen.undoable == ["Collection made: Topic"]
    screen.answer = "Sub"
    collections.new_within(desk)
    assert titles(desk) == ["Topic", "Topic / Sub"]


def test_what_stands_against_a_name_is_said(desk: Desk, screen: Any) -> None:
    screen.answer = "a/b"
    collections.new(desk)
    assert screen.problems == [
        "A collection's name has no slash and no quotes: a slash parts a path."
    ]


def test_papers_are_put_into_one_by_its_path(desk: Desk, screen: Any, papers: Papers) -> None:
    topic = desk.collections.make("Topic")
    sub = desk.collections.make("Sub", topic.id)
    desk.collections.make("Smart", None, "tag:x")
    screen.chosen, screen.choice = papers[:2], "Topic / Sub"
    collections.add(desk)
    assert screen.options == ("Topic", "Topic / Sub", "")
    assert screen.undoable == ["2 papers put into “Topic / Sub”"]
    assert sorted(desk.library.ids(sub.shelf)) == list(papers[:2])
    assert {paper.state for paper in desk.library.papers(papers[:2])} == {State.INBOX}
    collections.add(desk)
    assert screen.said[-1] == "Nothing to change: it is so already."
    assert len(screen.undoable) == 1


def test_papers_are_put_into_one_that_is_made_for_them(
    desk: Desk, screen: Any, papers: Papers
) -> None:
    screen.chosen, screen.choice, screen.answer = papers, "New collection…", "Fresh"
    collections.add(desk)
    (one,) = desk.collections.all()
    assert len(desk.library.ids(one.shelf)) == 3


def test_papers_are_put_into_one_whose_path_is_typed(
    desk: Desk, screen: Any, papers: Papers
) -> None:
    desk.collections.make("Topic")
    screen.chosen, screen.choice = papers, "topic/ New  one /Deep"
    collections.add(desk)
    assert screen.options == ("Topic", "New collection “topic / New one / Deep”")
    assert titles(desk) == ["Topic", "Topic / New one", "Topic / New one / Deep"]
    assert len(desk.library.ids(desk.collections.all()[-1].shelf)) == 3
    screen.choice = 'a "b"'
    collections.add(desk)
    assert screen.problems == [
        "A collection's name has no slash and no quotes: a slash parts a path."
    ]
    assert len(titles(desk)) == 3


def test_papers_are_taken_out_of_what_is_shown_else_of_what_is_chosen(
    desk: Desk, screen: Any, papers: Papers
) -> None:
    one = desk.collections.make("Topic")
    screen.chosen = papers
    with pytest.raises(NotFound, match="in no collection"):
        collections.take_out(desk)
    desk.collections.put(papers, one)
    screen.shown, screen.chosen = one.shelf, papers[:1]
    collections.take_out(desk)
    assert ("advance", papers[:1]) in screen.told
    screen.shown, screen.chosen, screen.choice = UNSORTED, papers[1:], "Topic"
    collections.take_out(desk)
    assert not desk.library.ids(one.shelf)
    screen.chosen = ()
    with pytest.raises(NothingSelected):
        collections.take_out(desk)


def test_one_goes_to_a_collection_or_to_what_is_in_none(desk: Desk, screen: Any) -> None:
    with pytest.raises(NotFound, match="no collections yet"):
        collections.go(desk)
    one = desk.collections.make("Topic")
    screen.choice = "Topic"
    collections.go(desk)
    assert screen.shown == one.shelf
    collections.own(desk)
    assert screen.shown == one.own_shelf
    collections.own(desk)
    assert screen.shown == one.shelf
    collections.unsorted(desk)
    assert screen.shown == UNSORTED
    with pytest.raises(NotFound, match="no collection"):
        collections.own(desk)


def test_the_shown_one_is_renamed_moved_and_deleted(desk: Desk, screen: Any) -> None:
    topic, other = desk.collections.make("Topic"), desk.collections.make("Other")
    screen.shown, screen.answer = other.shelf, "Next"
    collections.rename(desk)
    collections.up(desk)
    assert titles(desk) == ["Next", "Topic"]
    collections.down(desk)
    screen.choice = "Topic"
    collections.move(desk)
    assert screen.options == ("Topic",)
    assert titles(desk) == ["Topic", "Topic / Next"]
    screen.choice = "The top"
    collections.move(desk)
    assert titles(desk) == ["Topic", "Next"]
    collections.move_in(desk, desk.collections.collection(other.id))
    collections.out(desk)
    assert titles(desk) == ["Topic", "Next"]
    collections.remove(desk)
    screen.shown, screen.choice = UNSORTED, "Topic"
    collections.remove(desk)
    assert titles(desk) == []
    for _ in range(10):
        desk.journal.undo()
    with pytest.raises(NotFound, match="at the top already"):
        collections.move_out(desk, topic)
    with pytest.raises(NotFound, match="could take it in"):
        collections.move_in(desk, topic)


def test_a_smart_one_is_made_and_changed_by_its_query(
    desk: Desk, screen: Any, papers: Papers
) -> None:
    desk.library.set_state(papers, State.LATER)
    screen.answer, queries = "Deep", ["title:deep", "title:attention", None]
    screen.write_query = lambda *_: queries.pop(0)
    collections.new_smart(desk)
    (one,) = desk.collections.all()
    assert list(desk.library.ids(one.shelf)) == [papers[1]]
    collections.ask(desk)
    assert list(desk.library.ids(one.shelf)) == [papers[0]]
    screen.shown, screen.choice = UNSORTED, "Deep"
    collections.ask(desk)
    assert desk.collections.collection(one.id).query == "title:attention"


@pytest.mark.parametrize("smart", [False, True])
def test_what_can_be_done_with_one_is_offered(desk: Desk, screen: Any, *, smart: bool) -> None:
    one = desk.collections.make("Topic", None, "tag:x" if smart else "")
    screen.choice = "Move down"
    collections.offer(desk, one)
    assert ("New collection within…" in screen.options) is not smart
    assert ("Change what it looks for…" in screen.options) is smart


def test_one_is_placed_where_it_was_dropped(desk: Desk) -> None:
    a, b = desk.collections.make("a"), desk.collections.make("b")
    collections.place(desk, b.id, None, a.id)
    assert titles(desk) == ["b", "a"]
    collections.place(desk, b.id, a.id)
    assert titles(desk) == ["a", "a / b"]
    collections.step(desk, a, 1)
