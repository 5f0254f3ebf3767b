"""Remarks are written on the row of their paper."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import LONGEST_REMARK, PaperId
from paperdesk.domain.shelf import ALL, Group, Lineup
from paperdesk.ui.list.pane import ListPane
from paperdesk.ui.list.titled import CARD

Shop = Any


@pytest.fixture
def pane(shop: Shop, qtbot: QtBot) -> ListPane:
    pane = ListPane(shop.load, print)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show_lineup(ALL, Lineup(shop.stock(40)))
    with qtbot.waitActive(pane):
        pane.show()
    pane.view.setFocus()
    return pane


@pytest.fixture
def kept(pane: ListPane) -> list[str]:
    """What is written on the second paper is kept here."""
    kept: list[str] = []
    assert pane.remark.write(PaperId(2), "Old", kept.append)
    return kept


def press(pane: ListPane, key: Qt.Key) -> None:
    QTest.keyClick(pane.remark, key)


def test_enter_keeps_what_is_typed_and_gives_the_keys_back(pane: ListPane, kept: list[str]) -> None:
    assert QApplication.focusWidget() is pane.remark
    assert pane.remark.accessibleName() == "Remark on Paper 2"
    QTest.keyClicks(pane.remark, "Read with Ada")
    press(pane, Qt.Key.Key_Down)
    press(pane, Qt.Key.Key_Return)
    assert kept == ["Read with Ada"]
    assert pane.remark.isHidden()
    assert QApplication.focusWidget() is pane.view
    assert pane.view.paper() == 2


def test_escape_leaves_the_remark_as_it_was(pane: ListPane, kept: list[str]) -> None:
    QTest.keyClicks(pane.remark, "No")
    press(pane, Qt.Key.Key_Escape)
    assert kept == []
    assert pane.remark.isHidden()
    assert QApplication.focusWidget() is pane.view


def test_no_letter_is_lost_while_the_list_is_shown_anew(
    pane: ListPane, kept: list[str], shop: Shop
) -> None:
    QTest.keyClicks(pane.remark, "ab")
    pane.renew(Lineup(shop.stock(45), new=shop.stock(45)[40:]))
    pane.papers_changed(())
    pane.complete(Lineup(shop.stock(60)))
    assert QApplication.focusWidget() is pane.remark
    QTest.keyClicks(pane.remark, "cd")
    press(pane, Qt.Key.Key_Return)
    assert kept == ["abcd"]


def test_who_goes_elsewhere_has_written_it(pane: ListPane, kept: list[str]) -> None:
    QTest.keyClicks(pane.remark, "New")
    pane.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert kept == ["New"]


def test_another_window_or_a_menu_ends_nothing(pane: ListPane, kept: list[str]) -> None:
    for reason in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
        QApplication.sendEvent(pane.remark, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert kept == []
    assert pane.remark.isVisible()


def test_a_list_without_the_paper_keeps_what_was_typed(
    pane: ListPane, kept: list[str], shop: Shop
) -> None:
    QTest.keyClicks(pane.remark, "New")
    pane.show_lineup(ALL, Lineup(shop.stock(40)[10:]))
    assert kept == ["New"]
    assert pane.remark.isHidden()


def test_the_line_goes_where_its_row_goes(pane: ListPane, kept: list[str]) -> None:
    top = pane.remark.y()
    pane.view.verticalScrollBar().setValue(60)
    assert pane.remark.y() == top - 60
    pane.resize(500, 600)
    assert pane.remark.geometry().right() < pane.view.viewport().width()
    assert kept == []


@pytest.mark.parametrize("table", [False, True])
def test_the_line_lies_on_its_row_below_what_is_said_above(
    pane: ListPane, shop: Shop, *, table: bool
) -> None:
    pane.view.show_table(on=table)
    pane.show_lineup(
        replace(ALL, group=Group.YEAR), Lineup(shop.stock(40), groups={0: "This year", 1: "2025"})
    )
    pane.remark.write(PaperId(2), "", print)
    row = pane.view.visualRect(pane.view.model().index(1, CARD + 1 if table else CARD))
    assert row.contains(pane.remark.geometry())
    assert pane.remark.y() > row.y() + 20


def test_without_the_keys_or_the_paper_it_is_written_elsewhere(
    pane: ListPane, qtbot: QtBot
) -> None:
    assert not pane.remark.write(PaperId(99), "", print)
    other = QLineEdit(pane)
    other.show()
    other.setFocus()
    assert not pane.remark.write(PaperId(2), "", print)


def test_a_line_takes_what_a_remark_may_have(pane: ListPane, kept: list[str]) -> None:
    QTest.keyClicks(pane.remark, "x" * (LONGEST_REMARK + 5))
    press(pane, Qt.Key.Key_Enter)
    assert kept == ["x" * LONGEST_REMARK]
