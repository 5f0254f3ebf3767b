from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.claims import claims
from paperdesk.domain.shelf import Sort
from paperdesk.ui.list.columns import COLUMNS
from paperdesk.ui.list.model import PaperModel
from paperdesk.ui.list.table import Table
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.list.view import CardView
from tests.ui.list.conftest import Laid

Shop = Any
TITLE = CARD + 1


@pytest.fixture
def view(laid: Laid, qtbot: QtBot) -> CardView:
    view = laid(900, 600, 100)
    with qtbot.waitActive(view):
        view.show()
    view.setFocus()
    return view


@pytest.fixture
def table(view: CardView) -> Table:
    table = Table(view)
    table.toggle()
    return table


@pytest.fixture
def asked(table: Table) -> list[Sort | None]:
    """The orders that were asked for."""
    asked: list[Sort | None] = []
    table.sorted_by.connect(asked.append)
    return asked


def test_a_table_shows_many_papers_where_cards_show_few(view: CardView, table: Table) -> None:
    rows = view.rowAt(view.viewport().height() - 1)
    table.toggle()
    assert rows > 3 * view.rowAt(view.viewport().height() - 1)
    assert view.horizontalHeader().isHidden()


def test_cards_show_the_paper_of_the_cursor_again(view: CardView, table: Table) -> None:
    view.go(-1)
    table.toggle()
    seen = view.viewport().rect()
    assert seen.contains(view.visualRect(view.currentIndex()))


def test_the_cursor_stays_on_its_paper(view: CardView, table: Table) -> None:
    view.go(7)
    table.toggle()
    table.toggle()
    assert view.paper() == 8
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.paper() == 9


def test_arrows_go_from_column_to_column(view: CardView, table: Table) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    view.step(2)
    assert (table.here(), view.row()) == ("Date", 2)


def test_a_column_sorts_down_then_up_then_not_at_all(
    table: Table, asked: list[Sort | None]
) -> None:
    for _ in range(3):
        table.sort_by("Parameters")
    assert asked == [Sort("params", descending=True), Sort("params", descending=False), None]


def test_titles_sort_by_the_alphabet_first(table: Table, asked: list[Sort | None]) -> None:
    table.sort_by("Title")
    assert asked == [Sort("title", descending=False)]


def test_a_click_on_a_title_sorts(view: CardView, table: Table, asked: list[Sort | None]) -> None:
    header = view.horizontalHeader()
    x = header.sectionViewportPosition(TITLE + 2) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))
    assert asked == [Sort("upvotes", descending=True)]
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_cards_stand_as_their_shelf_does(table: Table, asked: list[Sort | None]) -> None:
    table.sort_by("Bits")
    table.toggle()
    assert (asked[-1], table.sort()) == (None, None)
    table.toggle()
    assert table.sort() == Sort("bits", descending=True)


def test_columns_are_hidden_and_come_back(view: CardView, table: Table) -> None:
    table.toggle_column("Bits")
    at = [one.title for one in COLUMNS].index("Bits") + TITLE
    assert view.isColumnHidden(at)
    assert not table.columns()["Bits"]
    table.toggle_column("Bits")
    assert not view.isColumnHidden(at)


def test_columns_begin_as_wide_as_they_are_meant_to_be(view: CardView, table: Table) -> None:
    widths = [view.columnWidth(TITLE + 1 + at) for at in range(len(COLUMNS) - 1)]
    assert widths == [one.width for one in COLUMNS[1:]]
    table.toggle()
    table.toggle()
    assert table.kept()["widths"] == {one.name: one.width for one in COLUMNS}


def test_the_title_is_always_there(view: CardView, table: Table) -> None:
    table.toggle_column("Title")
    assert table.columns()["Title"]
    assert view.columnWidth(TITLE) >= 220


def test_where_the_columns_must_be_scrolled_to_the_title_has_half_of_the_room(
    view: CardView, table: Table
) -> None:
    view.resize(700, 600)
    assert view.columnWidth(TITLE) == view.viewport().width() // 2


def test_what_was_chosen_is_there_again(shop: Shop, view: CardView, table: Table) -> None:
    table.toggle_column("Code")
    view.horizontalHeader().resizeSection(TITLE + 1, 150)
    table.sort_by("Date")
    other = Table(view)
    other.recall(table.kept())
    assert other.kept() == table.kept()
    assert other.kept()["widths"]["date"] == 150


def test_a_column_that_is_no_more_is_passed_over(view: CardView) -> None:
    table = Table(view)
    kept = {"on": True, "hidden": ["gone"], "widths": {"gone": 9}, "sort": ["gone", True]}
    table.recall(kept)
    assert (table.sort(), table.columns()) == (None, {one.title: True for one in COLUMNS})


def test_a_cell_shows_its_source_words_on_hover(shop: Shop, qtbot: QtBot) -> None:
    model = PaperModel(shop.load)
    model.set_ids(shop.stock(3))
    abstract = "It has 3B parameters."
    shop.change(2, abstract=abstract, facts=claims("", abstract))
    at = [one.name for one in COLUMNS].index("params") + TITLE
    tip = model.index(1, at).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>It has <b>3B</b> parameters.</p>"


def test_all_rows_become_as_high_at_once_and_not_each_for_itself(
    view: CardView, table: Table
) -> None:
    resized: list[int] = []
    view.verticalHeader().sectionResized.connect(lambda row, *_: resized.append(row))
    for _ in range(2):
        table.toggle()
    assert resized == []
    assert view.rowHeight(view.model().rowCount() - 1) == view.verticalHeader().defaultSectionSize()
