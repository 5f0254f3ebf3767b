"""Details of papers, edited by command."""

from dataclasses import replace

from paperdesk.commands import editing
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen


def test_what_is_written_is_kept_and_said(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.chosen = papers[:1]
    screen.written = replace(desk.editing.details(papers[0]), title="Mine")
    editing.edit(desk)
    assert desk.library.paper(papers[0]).title == "Mine"
    assert screen.undoable == ["Edit of title: done. No source changes this any more."]


def test_who_turns_away_changes_nothing(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.chosen = papers[:1]
    editing.edit(desk)
    assert screen.said == []


def test_who_saves_what_was_there_is_told_so(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.chosen = papers[:1]
    screen.written = desk.editing.details(papers[0])
    editing.edit(desk)
    assert screen.said == ["Nothing was changed."]
