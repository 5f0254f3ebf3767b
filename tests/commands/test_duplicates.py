"""Papers that are one, in the words of the commands."""

import pytest

from paperdesk.commands import duplicates
from paperdesk.commands import papers as verbs
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.paper import Found, PaperId
from paperdesk.infra.changes import Changes
from tests.commands.conftest import Screen

TWICE = [
    Found("Deep Learning for Graphs", ("A Kim",), arxiv="2001.00001"),
    Found("Deep learning for graph", ("A Kim",), doi="10.1000/graphs"),
]


def put(desk: Desk, changes: Changes, *founds: Found) -> tuple[PaperId, ...]:
    with changes.write() as write:
        return tuple(taken.paper for taken in desk.library.take(write, founds, 1.0))


def test_what_is_here_twice_is_shown(desk: Desk, changes: Changes, screen: Screen) -> None:
    both = put(desk, changes, *TWICE)
    duplicates.look(desk)
    assert screen.groups[0].papers == both


def test_a_library_without_twins_says_so(
    desk: Desk, papers: tuple[PaperId, ...], screen: Screen
) -> None:
    duplicates.look(desk)
    assert screen.said == ["No paper is here twice."]


def test_papers_are_merged_at_once_and_undone(desk: Desk, changes: Changes, screen: Screen) -> None:
    screen.chosen = put(desk, changes, *TWICE)
    duplicates.merge_at_once(desk)
    one = desk.library.paper(screen.chosen[0])
    assert (one.arxiv, one.doi) == ("2001.00001", "10.1000/graphs")
    assert desk.library.paper(screen.chosen[1]) == one
    assert screen.undoable == ["2 papers merged"]
    verbs.undo(desk)
    assert desk.library.paper(screen.chosen[1]).title == "Deep learning for graph"


def test_what_is_not_the_same_is_not_shown_again(
    desk: Desk, changes: Changes, screen: Screen
) -> None:
    screen.chosen = put(desk, changes, *TWICE)
    duplicates.tell_apart(desk)
    assert desk.duplicates.find() == []
    verbs.undo(desk)
    assert len(desk.duplicates.find()) == 1


def test_one_paper_cannot_be_merged(
    desk: Desk, papers: tuple[PaperId, ...], screen: Screen
) -> None:
    screen.chosen = papers[:1]
    for verb in (duplicates.merge, duplicates.merge_at_once, duplicates.tell_apart):
        with pytest.raises(WrongUsage, match="Select the papers"):
            verb(desk)
