from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import State
from paperdesk.domain.tags import Pin
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.list.view import CardView
from tests.ui.list.conftest import Laid

Shop = Any


@pytest.fixture
def view(laid: Laid, qtbot: QtBot) -> CardView:
    view = laid(700, 200, 20)
    view.show_table(on=True)
    with qtbot.waitActive(view):
        view.show()
    return view


def row(view: CardView, number: int) -> QImage:
    """A row as it is painted."""
    rect = view.visualRect(view.model().index(number, CARD + 1))
    return view.viewport().grab(rect).toImage()


def test_a_read_paper_is_told_from_an_unread_one(view: CardView, shop: Shop) -> None:
    unread = row(view, 3)
    shop.change(4, unread=False)
    view._model.changed(())
    assert row(view, 3) != unread


def test_a_selected_row_is_ticked(view: CardView) -> None:
    before = row(view, 3)
    view.marks.toggle(3)
    assert row(view, 3) != before


def test_the_row_of_the_cursor_stands_out_in_every_cell(view: CardView) -> None:
    cell = view.model().index(2, CARD + 2)
    before = view.viewport().grab(view.visualRect(cell)).toImage()
    view.go(2)
    assert view.viewport().grab(view.visualRect(cell)).toImage() != before


def test_a_paper_that_was_dealt_with_fades(view: CardView, shop: Shop) -> None:
    shop.change(4, unread=False)
    view._model.changed(())
    before = row(view, 3)
    shop.change(4, state=State.DISMISSED)
    view._model.changed(())
    assert row(view, 3) != before


PINS = (Pin(1, "to read", "yellow"), Pin(3, "claim", "blue"))


def test_pinned_tags_stand_by_the_title_with_their_digits(view: CardView, shop: Shop) -> None:
    view.setColumnWidth(CARD + 1, 300)
    looks = [row(view, 2)]
    for change in ({"pins": PINS[:1]}, {"pins": PINS}, {"notice": "withdrawn", "pins": PINS}):
        shop.change(3, **change)
        view._model.changed(())
        looks.append(row(view, 2))
    assert all(one != other for at, one in enumerate(looks) for other in looks[:at])
    said = view.model().index(2, CARD + 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Title: Withdrawn. Paper 3. Pinned tags: 1 to read, 3 claim"
