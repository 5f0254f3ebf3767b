from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import LIBRARY, State
from paperdesk.domain.shelf import ALL, Shelf, day_shelf, state_shelf
from paperdesk.ui.list.empty import Emptiness, EmptyState, Offer, emptiness


def test_an_empty_library_says_what_to_press() -> None:
    words = emptiness(ALL)
    assert words.sentence == "Nothing here yet."
    assert (words.offers[0].command, words.offers[0].keys) == ("feed.refresh-all", "r")


def test_every_empty_shelf_says_something_of_its_own() -> None:
    shelves = [ALL, day_shelf(date(2026, 5, 29)), Shelf("#x", 'tag:"x"')]
    shelves += [state_shelf(state) for state in (*LIBRARY, State.TRASH)]
    assert len({emptiness(shelf).sentence for shelf in shelves}) == len(shelves)


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
