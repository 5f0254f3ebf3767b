from array import array
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from paperdesk.domain.shelf import ALL, day_shelf
from paperdesk.ui.empty import Emptiness, EmptyState
from paperdesk.ui.list.pane import ListPane

Shop = Any
DAY = day_shelf(date(2026, 5, 29))


@pytest.fixture
def pane(shop: Shop, qtbot: QtBot) -> ListPane:
    pane = ListPane(shop.load, print)
    qtbot.addWidget(pane)
    return pane


def words(pane: ListPane) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane)]


def test_a_shelf_has_its_name_and_counts_above_it(pane: ListPane, shop: Shop) -> None:
    pane.show_ids(DAY, shop.stock(45))
    assert words(pane) == ["Friday 29 May 2026", "45 papers"]
    pane.set_unread(12)
    assert words(pane)[1] == "45 papers · 12 unread"
    pane.set_unread(0)
    assert words(pane)[1] == "45 papers"


def test_showing_a_shelf_is_told(pane: ListPane, shop: Shop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.shelf_shown) as told:
        pane.show_ids(DAY, shop.stock(3))
    assert told.args == [DAY]
    assert pane.shelf() == DAY
    assert pane.ids().tolist() == [1, 2, 3]


def test_an_empty_shelf_says_what_to_do(pane: ListPane) -> None:
    pane.show_ids(ALL, array("q"))
    assert "Nothing here yet." in words(pane)
    pane.set_emptiness(Emptiness("Welcome.", "Choose a source."))
    assert "Welcome." in words(pane)


def test_papers_that_arrive_take_the_place_of_the_sentence(pane: ListPane, shop: Shop) -> None:
    pane.show_ids(ALL, array("q"))
    pane.renew(shop.stock(2))
    assert words(pane) == ["All papers", "2 papers"]
    assert pane.view.paper() == 1


def test_a_changed_paper_is_read_again(pane: ListPane, shop: Shop) -> None:
    pane.show_ids(ALL, shop.stock(2))
    assert "Paper 1" in pane.view.model().index(0, 0).data()
    pane.papers_changed([shop.change(1, title="Other")])
    assert "Other" in pane.view.model().index(0, 0).data()


def test_the_keys_go_to_the_cards_or_to_the_sentence(
    pane: ListPane, shop: Shop, qtbot: QtBot
) -> None:
    with qtbot.waitActive(pane):
        pane.show()
    pane.show_ids(ALL, array("q"))
    pane.setFocus()
    focus = QApplication.focusWidget()
    assert isinstance(focus, EmptyState)
    pane.renew(shop.stock(3))
    assert QApplication.focusWidget() is pane.view
