"""Panels beside the pages: shown one at a time, steered by keys."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.reader.side import Beside, Panel, SidePane


@dataclass
class Shown:
    """A pane with two panels, and what it said."""

    pane: SidePane
    first: QListView
    second: QListView
    chosen: list[str] = field(default_factory=list)
    narrowed: list[str] = field(default_factory=list)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    pane, first, second = SidePane(), QListView(), QListView()
    qtbot.addWidget(pane)
    made = Shown(pane, first, second)
    first.setModel(QStringListModel(["Introduction", "Method", "Results"], first))
    first.setAccessibleName("Contents")

    def chose(index: QModelIndex) -> None:
        made.chosen.append(str(index.data()))

    first.activated.connect(chose)
    pane.add("contents", Panel("Contents", first, first, made.narrowed.append))
    pane.add("marks", Panel("Marks", second, second, lambda _: None))
    pane.show_panel("contents")
    with qtbot.waitActive(pane):
        pane.activateWindow()
    return made


def test_a_panel_that_is_shown_has_the_keys(shown: Shown) -> None:
    assert (shown.pane.panel(), shown.pane.has_keys()) == ("contents", True)


def test_the_panel_with_the_keys_is_put_away_by_the_same_key(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.pane.left):
        shown.pane.toggle("contents")
    assert shown.pane.panel() == ""


def test_another_panel_takes_its_place(shown: Shown) -> None:
    shown.pane.toggle("marks")
    assert shown.pane.panel() == "marks"
    assert shown.second.hasFocus()


def test_the_cursor_moves_and_the_row_is_chosen(shown: Shown) -> None:
    shown.pane.go(0)
    shown.pane.step(1)
    shown.pane.choose()
    shown.pane.go(-1)
    shown.pane.choose()
    assert shown.chosen == ["Method", "Results"]


def test_what_is_typed_narrows_the_list_and_esc_gives_that_up(shown: Shown, qtbot: QtBot) -> None:
    shown.pane.narrow()
    qtbot.keyClicks(shown.pane.field, "me")
    qtbot.keyClick(shown.pane.field, Qt.Key.Key_Escape)
    assert shown.narrowed == ["m", "me", ""]
    assert shown.first.hasFocus()


def test_esc_gives_the_keys_back_to_the_pages(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.pane.left):
        qtbot.keyClick(shown.first, Qt.Key.Key_Escape)
    assert shown.pane.panel() == "contents"


def test_the_pane_is_as_wide_as_was_wanted_however_wide_the_pages_are(qtbot: QtBot) -> None:
    pane, pages = SidePane(), QWidget()
    rows = QListView()
    pane.add("marks", Panel("Marks", rows, rows, lambda _: None))
    beside = Beside(pane, pages)
    qtbot.addWidget(beside)
    beside.widen(320)
    beside.resize(900, 400)
    beside.show()
    pane.show_panel("marks")
    qtbot.waitUntil(lambda: pane.width() == 320)
    beside.moveSplitter(280, 1)
    assert beside.wide == 280
