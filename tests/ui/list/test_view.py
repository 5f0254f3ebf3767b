from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import PaperId
from paperdesk.ui.list.view import CardView
from tests.ui.list.conftest import Laid

Shop = Any
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(laid: Laid, qtbot: QtBot) -> CardView:
    view = laid(400, 600, 100)
    with qtbot.waitActive(view):
        view.show()
    view.setFocus()
    return view


def middle(view: CardView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def test_the_cursor_stops_at_both_ends(view: CardView) -> None:
    view.step(-3)
    assert view.row() == 0
    view.go(-1)
    assert view.row() == 99
    view.step(5)
    assert view.row() == 99


def test_moves_are_told_once_each(view: CardView) -> None:
    told: list[int | None] = []
    view.cursor_moved.connect(told.append)
    view.step(1)
    view.step(1)
    assert told == [2, 3]


def test_the_next_unread_row_is_found_in_either_direction(view: CardView, shop: Shop) -> None:
    for number in range(1, 101):
        shop.change(number, unread=number in (3, 80))
    view.model().changed(())  # type: ignore[attr-defined]
    view.next_unread(1)
    assert view.paper() == 3
    view.next_unread(1)
    assert view.paper() == 80
    view.next_unread(1)
    assert view.paper() == 80
    view.next_unread(-1)
    assert view.paper() == 3


def test_x_selects_and_moving_on_keeps_it(view: CardView) -> None:
    view.marks.toggle(view.row())
    view.step(2)
    view.marks.toggle(view.row())
    assert view.marks.papers() == (1, 3)
    view.marks.toggle(view.row())
    assert view.marks.papers() == (1,)


def test_shift_and_an_arrow_select_on_the_way(view: CardView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert view.marks.papers() == (1, 2, 3)
    assert view.row() == 2


def test_a_click_moves_the_cursor_and_selects_nothing(view: CardView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 2))
    assert view.row() == 2
    assert view.marks.papers() == ()


def test_ctrl_click_marks_and_shift_click_marks_a_range(view: CardView, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(view.viewport(), left, CTRL, middle(view, 1))
    qtbot.mouseClick(view.viewport(), left, SHIFT, middle(view, 3))
    assert view.marks.papers() == (2, 3, 4)


def test_a_double_click_opens(view: CardView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 1))
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 1))
    assert told.args == [2]


def test_after_a_verb_the_cursor_is_below_the_last_of_its_papers(view: CardView) -> None:
    view.marks.take_all()
    view.below([PaperId(4), PaperId(7)])
    assert view.paper() == 8
    assert view.marks.papers() == ()
    view.below([PaperId(100)])
    assert view.paper() == 100
    view.below([PaperId(4711)])
    assert view.paper() == 100


def test_letters_do_not_search(view: CardView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view, "P9")
    assert view.row() == 0


def test_a_paper_is_sought_by_its_id_and_what_is_not_listed_moves_nothing(
    view: CardView,
) -> None:
    view.seek(PaperId(3))
    assert view.paper() == PaperId(3)
    view.seek(PaperId(999_999))
    assert view.paper() == PaperId(3)


def test_a_list_that_gets_lower_keeps_its_cursor_in_sight(view: CardView) -> None:
    last = view.rowAt(view.viewport().height() - 1) - 1
    view.go(last)
    view.resize(400, 300)
    bottom = view.rowViewportPosition(last) + view.rowHeight(last)
    assert bottom <= view.viewport().height()


def test_a_cursor_that_is_out_of_sight_is_not_called_back(view: CardView) -> None:
    view.verticalScrollBar().setValue(2_000)
    view.resize(400, 300)
    assert view.verticalScrollBar().value() == 2_000
