from array import array
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import State
from paperdesk.domain.shelf import ALL, Lineup, Standing, day_shelf
from paperdesk.ui.empty import Emptiness, EmptyState
from paperdesk.ui.list.model import HEADING
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
    pane.show_lineup(DAY, Lineup(shop.stock(45)))
    assert words(pane) == ["Friday 29 May 2026", "45 papers"]
    pane.show_standing(Standing(12))
    assert words(pane)[1] == "12 of 45 left"
    pane.show_standing(Standing(0))
    assert words(pane)[1] == "45 papers · none left"
    pane.view.marks.toggle(0)
    assert words(pane)[1] == "45 papers · none left · 1 selected"


def test_a_view_that_was_worked_off_says_so_below_its_rows(pane: ListPane, shop: Shop) -> None:
    pane.show_lineup(DAY, Lineup(shop.stock(8), late=3, finished=True))
    states = {State.INBOX: 1, State.DISMISSED: 4, State.NEW: 3}
    pane.show_standing(Standing(3, states, late=3, finished=datetime(2026, 5, 29, tzinfo=UTC)))
    said = "You kept 1, dismissed 4. 3 are new since you finished."
    assert words(pane) == ["Friday 29 May 2026", "3 of 8 left", said]
    assert pane.view.model().index(5, 0).data(HEADING) == "3 added since you finished"
    pane.show_lineup(ALL, Lineup(shop.stock(8)))
    assert said not in words(pane)


def test_showing_a_shelf_is_told(pane: ListPane, shop: Shop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.shelf_shown) as told:
        pane.show_lineup(DAY, Lineup(shop.stock(3)))
    assert told.args == [DAY]
    assert pane.shelf() == DAY
    assert pane.ids().tolist() == [1, 2, 3]


def test_an_empty_shelf_says_what_to_do(pane: ListPane) -> None:
    pane.show_lineup(ALL, Lineup(array("q")))
    assert "Nothing here yet." in words(pane)
    pane.set_emptiness(Emptiness("Welcome.", "Choose a source."))
    assert "Welcome." in words(pane)


def test_papers_that_arrive_take_the_place_of_the_sentence(pane: ListPane, shop: Shop) -> None:
    pane.show_lineup(ALL, Lineup(array("q")))
    pane.renew(Lineup(shop.stock(2)))
    assert words(pane) == ["All papers", "2 papers"]
    assert pane.view.paper() == 1


def test_a_changed_paper_is_read_again(pane: ListPane, shop: Shop) -> None:
    pane.show_lineup(ALL, Lineup(shop.stock(2)))
    assert "Paper 1" in pane.view.model().index(0, 0).data()
    pane.papers_changed([shop.change(1, title="Other")])
    assert "Other" in pane.view.model().index(0, 0).data()


def test_the_keys_go_to_the_cards_or_to_the_sentence(
    pane: ListPane, shop: Shop, qtbot: QtBot
) -> None:
    with qtbot.waitActive(pane):
        pane.show()
    pane.show_lineup(ALL, Lineup(array("q")))
    pane.setFocus()
    focus = QApplication.focusWidget()
    assert isinstance(focus, EmptyState)
    pane.renew(Lineup(shop.stock(3)))
    assert QApplication.focusWidget() is pane.view


def test_of_the_first_rows_alone_no_number_is_said(pane: ListPane, shop: Shop) -> None:
    pane.show_lineup(DAY, Lineup(shop.stock(256), whole=False))
    assert not any("256" in word for word in words(pane))
    pane.complete(Lineup(shop.stock(300)))
    assert any("300 papers" in word for word in words(pane))


def test_those_who_came_late_stand_apart_when_the_first_rows_are_completed(
    pane: ListPane, shop: Shop
) -> None:
    pane.show_lineup(DAY, Lineup(shop.stock(256), whole=False, finished=True))
    pane.complete(Lineup(shop.stock(300), late=3, finished=True))
    headings = [pane.view.model().index(row, 0).data(HEADING) for row in (256, 296, 297, 298)]
    assert [bool(heading) for heading in headings] == [False, False, True, False]


def test_the_days_that_were_never_fetched_are_said_and_how_to(pane: ListPane, shop: Shop) -> None:
    pane.set_gaps((date(2026, 5, 27), date(2026, 5, 28)))
    assert "Missing: 27–28 May · r fetches" in words(pane)
    pane.set_gaps(())
    assert not any("Missing" in each for each in words(pane))
