from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import State
from paperdesk.domain.shelf import Standing
from paperdesk.ui.buttons import ActionButton
from paperdesk.ui.list.review import Review, review

NOON = datetime(2026, 5, 29, 12, tzinfo=UTC)
DONE = {State.INBOX: 4, State.SHORTLIST: 2, State.ARCHIVE: 1, State.DISMISSED: 41, State.NEW: 3}


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing(3, DONE), ""),
        (Standing(0, DONE), ""),
        (Standing(1, DONE, finished=NOON), ""),
        (Standing(0, {State.DISMISSED: 2}, finished=NOON), "You kept 0, dismissed 2."),
        (
            Standing(0, DONE, 3, finished=NOON),
            "You kept 6, archived 1, dismissed 41, read 3.",
        ),
        (
            Standing(1, {State.INBOX: 1, State.NEW: 1}, 0, 1, NOON),
            "You kept 1. 1 is new since you finished.",
        ),
    ],
)
def test_a_view_that_was_worked_off_is_told_in_a_sentence(standing: Standing, said: str) -> None:
    assert review(standing) == said


def test_the_ways_on_are_offered_where_there_are_any(qtbot: QtBot) -> None:
    run: list[str] = []
    strip = Review(run.append)
    qtbot.addWidget(strip)

    def offered() -> list[str]:
        buttons = strip.findChildren(ActionButton)
        return [button.text() for button in buttons if button.isVisibleTo(strip)]

    strip.show_standing(Standing(2, DONE, 0, 2, NOON), day=True)
    assert offered() == ["Late ones", "Kept ones", "Day before", "Day after"]
    strip.show_standing(Standing(0, {State.DISMISSED: 2}, finished=NOON))
    assert (offered(), strip.isHidden()) == ([], False)
    strip.show_standing(None)
    assert strip.isHidden()
    qtbot.mouseClick(strip.findChildren(ActionButton)[0], Qt.MouseButton.LeftButton)
    assert run == ["list.late"]
