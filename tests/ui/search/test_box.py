import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.ui.search.box import SearchBox


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    box = SearchBox()
    qtbot.addWidget(box)
    return box


def test_every_letter_asks_at_once(box: SearchBox, qtbot: QtBot) -> None:
    asked: list[str] = []
    box.typed.connect(asked.append)
    qtbot.keyClicks(box, "lor")
    box.clear()
    assert asked == ["l", "lo", "lor", ""]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_down_and_enter_lead_to_the_answers(box: SearchBox, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(box.entered):
        qtbot.keyClick(box, key)


def test_esc_leads_out(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_the_box_has_a_name_for_those_who_do_not_see_it(box: SearchBox) -> None:
    assert box.accessibleName() == "Search"
