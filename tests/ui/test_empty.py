from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from paperdesk.ui.empty import Emptiness, EmptyOver, EmptyState, Offer


def test_offers_are_buttons_that_run_commands(qtbot: QtBot) -> None:
    ran: list[str] = []
    empty = EmptyState(ran.append)
    qtbot.addWidget(empty)
    empty.say(Emptiness("Nothing.", "", (Offer("a.b", "Do it", "d"), Offer("c.d", "Or that"))))
    empty.say(Emptiness("Nothing.", "", (Offer("e.f", "Do it", "d"), Offer("g.h", "Or that"))))
    buttons = [b for b in empty.findChildren(QPushButton) if b.text() == "Or that"]
    qtbot.mouseClick(buttons[-1], Qt.MouseButton.LeftButton)
    assert ran == ["g.h"]


def test_without_a_hint_its_line_takes_no_space(qtbot: QtBot) -> None:
    empty = EmptyState(print)
    qtbot.addWidget(empty)
    empty.say(Emptiness("Nothing."))
    shown = [label.text() for label in empty.findChildren(QLabel) if not label.isHidden()]
    assert shown == ["Nothing."]


def test_over_a_list_the_words_fill_it_and_go_with_the_first_row(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    empty = EmptyOver(view)
    empty.say(Emptiness("No marks yet.", "h makes one."))
    (state,) = view.findChildren(EmptyState)
    view.resize(300, 400)
    view.show()
    assert state.isVisible()
    assert state.size() == view.viewport().size()
    assert view.accessibleDescription() == "No marks yet. h makes one."
    empty.say(None)
    assert not state.isVisible()
    assert view.accessibleDescription() == ""
