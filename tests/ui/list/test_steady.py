"""In a narrow table the titles stay where they are, whatever else is looked at."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.ui.list.columns import COLUMNS
from paperdesk.ui.list.table import Table
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.list.view import CardView
from tests.ui.list.conftest import Laid

TITLE, LAST = CARD + 1, CARD + sum(one.shown for one in COLUMNS)


@pytest.fixture
def view(laid: Laid, qtbot: QtBot) -> CardView:
    view = laid(460, 300, 40)
    with qtbot.waitActive(view):
        view.show()
    view.setFocus()
    return view


@pytest.fixture
def table(view: CardView) -> Table:
    table = Table(view)
    table.toggle()
    return table


def titles(view: CardView) -> QImage:
    """What is painted where the titles stand, without the line that parts them off."""
    return view.viewport().grab(QRect(0, 0, view.columnWidth(TITLE) - 1, 300)).toImage()


@pytest.mark.usefixtures("table")
def test_a_table_that_is_scrolled_to_its_end_still_shows_the_titles(view: CardView) -> None:
    before = titles(view)
    head = view.horizontalHeader().grab(QRect(0, 0, 150, 30)).toImage()
    assert view.steady_edge() == 0
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert view.horizontalScrollBar().maximum() > 300
    assert view.steady_edge() == view.columnWidth(TITLE)
    assert titles(view) == before
    assert view.horizontalHeader().grab(QRect(0, 0, 150, 30)).toImage() == head


@pytest.mark.usefixtures("table")
def test_the_cursor_goes_to_a_cell_without_hiding_it_below_the_titles(view: CardView) -> None:
    for column in (*range(TITLE, LAST + 1), *range(LAST, TITLE, -1)):
        view.setCurrentIndex(view.model().index(2, column))
        cell = view.visualRect(view.currentIndex())
        assert view.columnWidth(TITLE) <= cell.left() or column == TITLE
        assert cell.right() < view.viewport().width() or cell.width() > 200


@pytest.mark.usefixtures("table")
def test_down_the_titles_the_other_columns_stay_where_they_are(view: CardView) -> None:
    view.horizontalScrollBar().setValue(200)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (view.row(), view.horizontalScrollBar().value()) == (1, 200)


@pytest.mark.usefixtures("table")
def test_a_click_on_a_title_that_stays_is_one_on_the_title(view: CardView) -> None:
    view.horizontalScrollBar().setValue(200)
    point = QPoint(60, view.rowViewportPosition(3) + 5)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (3, TITLE)


def test_a_click_on_the_head_that_stays_sorts_by_the_title(view: CardView, table: Table) -> None:
    asked: list[dict[str, bool]] = []
    table.rearranged.connect(lambda: asked.append(table.sorts()))
    view.horizontalScrollBar().setValue(200)
    head = view.horizontalHeader().viewport()
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(60, 8))
    assert asked == [{"Title": False}]


def test_cards_have_nothing_that_stays(view: CardView) -> None:
    assert view.steady_edge() == 0


@pytest.mark.usefixtures("table")
def test_beside_the_titles_there_is_room_for_what_goes_by(view: CardView) -> None:
    view.resize(260, 300)
    assert view.columnWidth(TITLE) < 0.65 * view.viewport().width()
