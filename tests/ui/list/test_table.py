from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.claims import claims
from paperdesk.domain.shelf import Group, Shelf, Sort, day_shelf
from paperdesk.ui.list.columns import COLUMNS
from paperdesk.ui.list.model import PaperModel
from paperdesk.ui.list.table import Table
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.list.view import CardView
from tests.ui.list.conftest import Laid

Shop = Any
TITLE = CARD + 1


SHELF = Shelf("", "state:inbox")


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
    table.rearranged.connect(lambda: asked.append(table.arranged(SHELF).sort))
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
    assert table.sorts() == {"Upvotes": True}


def test_a_click_with_shift_sorts_further(
    view: CardView, table: Table, asked: list[Sort | None]
) -> None:
    header = view.horizontalHeader()
    places = [header.sectionViewportPosition(TITLE + at) + 20 for at in (2, 1, 1)]
    held = (Qt.KeyboardModifier.NoModifier, *[Qt.KeyboardModifier.ShiftModifier] * 2)
    for x, keys in zip(places, held, strict=True):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, keys, QPoint(x, 8))
    first, second = Sort("upvotes", descending=True), Sort("date", descending=False)
    assert asked[-1] == replace(first, then=second)
    assert table.sorts() == {"Upvotes": True, "Date": False}


def titles(view: CardView) -> list[str]:
    """The titles over the columns that are shown, from the left."""
    header = view.horizontalHeader()
    sections = map(header.logicalIndex, range(header.count()))
    return [COLUMNS[at - TITLE].title for at in sections if not header.isSectionHidden(at)]


def test_a_column_moves_past_hidden_ones_and_not_before_the_title(
    view: CardView, table: Table
) -> None:
    table.toggle_column("Date")
    table.move_column("Parameters", -1)
    assert titles(view)[:4] == ["Title", "Parameters", "Upvotes", "Bits"]
    table.move_column("Parameters", -1)
    table.move_column("Title", 1)
    assert titles(view)[:2] == ["Title", "Parameters"]
    table.move_column("Parameters", 99)
    assert titles(view)[-1] == "Parameters"
    shown = [title for title, on in table.columns().items() if on]
    assert shown[-1] == "Parameters"


def test_a_title_is_dragged_to_another_place_but_not_before_the_papers(
    view: CardView, table: Table
) -> None:
    header = view.horizontalHeader()
    header.moveSection(header.visualIndex(TITLE + 3), header.visualIndex(TITLE + 1))
    assert titles(view)[:3] == ["Title", "Parameters", "Date"]
    header.moveSection(header.visualIndex(TITLE + 2), header.visualIndex(TITLE))
    assert titles(view)[:3] == ["Title", "Upvotes", "Parameters"]


def test_each_view_has_columns_and_an_order_of_its_own(view: CardView, table: Table) -> None:
    inbox, later = Shelf("", "state:inbox"), Shelf("", "state:later")
    table.turn(inbox)
    table.toggle_column("Bits")
    table.sort_by("Date")
    table.turn(later)
    assert not table.columns()["Bits"]  # One never seen begins as its like last stood.
    table.toggle_column("Bits")
    table.sort_by("Upvotes")
    table.turn(inbox)
    assert (table.columns()["Bits"], table.sorts()) == (False, {"Date": True})
    assert table.arranged(later).sort == Sort("upvotes", descending=True)
    assert view.isColumnHidden([one.title for one in COLUMNS].index("Bits") + TITLE)


def test_a_view_is_grouped_as_cards_too(
    view: CardView, table: Table, asked: list[Sort | None]
) -> None:
    table.turn(SHELF)
    table.toggle()
    table.group_by(Group.STATE)
    assert (table.arranged(SHELF).group, table.group(), asked[-1]) == ("state", "state", None)
    other = Table(view)
    other.recall(table.looks.kept())
    assert other.arranged(SHELF).group is Group.STATE
    table.group_by(None)
    assert table.arranged(SHELF).group is None


def test_the_feed_stays_cards_where_the_library_is_a_table(table: Table) -> None:
    toggled: list[bool] = []
    monday, tuesday = (day_shelf(date(2026, 5, day)) for day in (4, 5))
    inbox = Shelf("", "state:inbox")
    table.turn(inbox)
    table.turn(monday)
    table.toggled.connect(toggled.append)
    table.turn(inbox)
    assert toggled == [True]
    table.turn(monday)
    table.toggle()
    table.turn(tuesday)
    assert toggled == [True, False, True]


def test_cards_stand_as_their_shelf_does(table: Table, asked: list[Sort | None]) -> None:
    table.sort_by("Bits")
    table.toggle()
    assert (asked[-1], table.arranged(SHELF).sort) == (None, None)
    table.toggle()
    assert table.arranged(SHELF).sort == Sort("bits", descending=True)


def test_columns_are_hidden_and_come_back(view: CardView, table: Table) -> None:
    table.toggle_column("Bits")
    at = [one.title for one in COLUMNS].index("Bits") + TITLE
    assert view.isColumnHidden(at)
    assert not table.columns()["Bits"]
    table.toggle_column("Bits")
    assert not view.isColumnHidden(at)


def test_columns_begin_as_wide_as_they_are_meant_to_be(view: CardView, table: Table) -> None:
    widths = [view.columnWidth(TITLE + 1 + at) for at in range(len(COLUMNS) - 1)]
    assert widths == [one.width if one.shown else 0 for one in COLUMNS[1:]]
    table.toggle()
    table.toggle()
    assert table.looks.of(SHELF).widths == {one.name: one.width for one in COLUMNS}


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
    other.recall(table.looks.kept())
    assert other.looks.kept() == table.looks.kept()
    assert other.looks.of(SHELF).widths["date"] == 150


def test_a_column_that_is_no_more_is_passed_over(view: CardView) -> None:
    table = Table(view)
    kept = {"on": True, "hidden": ["gone"], "widths": {"gone": 9}, "sort": ["gone", True]}
    table.recall(kept)
    assert (table.sorts(), table.columns()) == ({}, {one.title: True for one in COLUMNS})


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


def test_a_column_that_is_hidden_at_first_is_shown_when_it_is_chosen(
    view: CardView, table: Table
) -> None:
    at = [one.title for one in COLUMNS].index("Time read") + TITLE
    assert view.isColumnHidden(at)
    table.toggle_column("Time read")
    assert not view.isColumnHidden(at)
    assert view.columnWidth(at) == 104
    assert titles(view)[-1] == "Time read"
