"""Reading times are measured or not, deleted when it is confirmed; progress is set by hand."""

from datetime import date
from typing import Any

import pytest

from paperdesk.commands import times
from paperdesk.commands.desk import Desk
from paperdesk.domain.focus import Spell
from paperdesk.domain.paper import PaperId
from paperdesk.domain.progress import Status

DAY = date(2026, 6, 1)


def test_measuring_is_switched_off_and_on_again(desk: Desk, screen: Any) -> None:
    times.toggle(desk)
    assert desk.settings.get("reading-times") is False
    assert ("switch",) in screen.told
    times.toggle(desk)
    assert desk.settings.get("reading-times") is True
    assert screen.said[1] == "Reading times are measured. They stay on this machine."


def test_reading_times_are_deleted_only_when_it_is_confirmed(
    desk: Desk, screen: Any, papers: tuple[PaperId, ...]
) -> None:
    desk.times.record(papers[0], DAY, [Spell("", 60.0)], [0], 3)
    screen.yes = False
    times.forget(desk)
    assert desk.times.days(DAY, DAY)
    screen.yes = True
    times.forget(desk)
    assert not desk.times.days(DAY, DAY)
    assert "cannot be undone" in screen.asked[0]
    assert screen.said == ["All reading times are deleted."]


@pytest.mark.parametrize(
    ("choice", "status"), [("Read through", Status.READ), ("Not started", Status.UNSTARTED)]
)
def test_how_far_a_paper_is_read_is_said_by_hand_and_undone(
    desk: Desk, screen: Any, papers: tuple[PaperId, ...], choice: str, status: Status
) -> None:
    screen.chosen, screen.choice = papers[:2], choice
    times.say(desk)
    assert {desk.times.progress(paper).said for paper in papers[:2]} == {status}
    assert screen.undoable[0].startswith("2 papers marked as ")
    desk.journal.undo()
    assert desk.times.progress(papers[0]).said is None
