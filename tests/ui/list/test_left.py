from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.domain.shelf import ALL, Lineup, Shelf
from paperdesk.ui.list.left import MOST, LeftAt
from paperdesk.ui.list.pane import ListPane

Shop = Any


@pytest.fixture
def pane(shop: Shop, qtbot: QtBot) -> ListPane:
    pane = ListPane(shop.load, print)
    qtbot.addWidget(pane)
    return pane


def test_a_view_is_remembered_by_what_it_asks_for(pane: ListPane, shop: Shop) -> None:
    left = LeftAt(pane)
    pane.show_lineup(ALL, Lineup(shop.stock(9)))
    pane.view.go(4)
    left.note()
    spot = left.at(Shelf("Under another name", ALL.query))
    assert spot is not None
    assert spot.paper == 5
    assert left.at(Shelf("", "state:inbox")) is None


def test_the_views_that_were_left_last_are_kept(pane: ListPane, shop: Shop) -> None:
    left = LeftAt(pane)
    for number in range(MOST + 3):
        pane.show_lineup(Shelf("", f"tag:{number}"), Lineup(shop.stock(2)))
        left.note()
    kept = left.kept()
    assert len(kept) == MOST
    assert list(kept)[-1] == f"tag:{MOST + 2}"
