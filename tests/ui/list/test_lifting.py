"""Rows are lifted by the mouse, alone or with all that are selected."""

from array import array

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import PaperId
from paperdesk.ui import carried
from paperdesk.ui.list.lifting import Lifting
from paperdesk.ui.list.view import CardView
from tests.ui.list.conftest import Laid


@pytest.fixture
def view(laid: Laid, qtbot: QtBot) -> CardView:
    view = laid(400, 600, 20)
    with qtbot.waitActive(view):
        view.show()
    return view


@pytest.fixture
def lifted(view: CardView, monkeypatch: pytest.MonkeyPatch) -> list[tuple[PaperId, ...]]:
    told: list[tuple[PaperId, ...]] = []
    Lifting(view, lambda: array("q", view._model.ids()))
    monkeypatch.setattr(
        QDrag, "exec", lambda drag, *_: told.append(carried.papers(drag.mimeData()))
    )
    return told


def draw(qtbot: QtBot, view: CardView, first: QPoint, last: QPoint) -> None:
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(port, last)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)


def middle(view: CardView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def test_the_row_under_the_mouse_is_lifted(
    view: CardView, lifted: list[tuple[PaperId, ...]], qtbot: QtBot
) -> None:
    at = middle(view, 1)
    draw(qtbot, view, at, at + QPoint(2, 1))
    assert lifted == []
    draw(qtbot, view, at, at + QPoint(80, 40))
    assert lifted == [(view._model.ids()[1],)]


def test_all_that_are_selected_come_along_with_one_of_them(
    view: CardView, lifted: list[tuple[PaperId, ...]], qtbot: QtBot
) -> None:
    view.marks.toggle(0)
    view.marks.toggle(2)
    ids = view._model.ids()
    for row in (2, 1):
        draw(qtbot, view, middle(view, row), middle(view, row) + QPoint(60, 60))
    assert lifted == [(ids[0], ids[2]), (ids[1],)]


def test_nothing_is_lifted_below_the_last_row(view: CardView) -> None:
    assert Lifting(view, view._model.ids).papers(QPoint(5, 100_000)) == ()
