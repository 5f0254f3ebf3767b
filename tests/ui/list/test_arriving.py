"""A shelf is there at once, however long it is; nothing stands elsewhere when all is known."""

from array import array
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import State
from paperdesk.domain.shelf import ALL, Lineup, state_shelf
from paperdesk.ui.list.arriving import FIRST, Question
from paperdesk.ui.list.pane import ListPane
from paperdesk.ui.list.rows import PaperRows

Shop = Any
Done = Callable[[Lineup], None]
INBOX = state_shelf(State.INBOX)


class Shelves:
    """Two shelves, one short and one long, that answer at once or when told to."""

    def __init__(self) -> None:
        self.on = {ALL.query: list(range(1, 51)), INBOX.query: list(range(1000, 3000))}
        self.waiting: list[tuple[Question, Done]] = []
        self.slow = False

    def open(self, asked: Question, done: Done) -> None:
        self.waiting.append((asked, done))
        if not self.slow:
            self.answer_next()

    def answer_next(self) -> int | None:
        """Answer the question that has waited longest; how many papers it asked for."""
        asked, done = self.waiting.pop(0)
        ids = array("q", self.on[asked.shelf.query][: asked.limit])
        done(Lineup(ids, whole=asked.limit is None or len(ids) < asked.limit))
        return asked.limit


@pytest.fixture
def shelves() -> Shelves:
    return Shelves()


@pytest.fixture
def long(shelves: Shelves, shop: Shop, qtbot: QtBot) -> PaperRows:
    """On the way to the long shelf, whose first rows are there."""
    shop.stock(3000)
    pane = ListPane(shop.load, print)
    qtbot.addWidget(pane)
    rows = PaperRows(pane, shelves.open)
    rows.show(ALL)
    shelves.slow = True
    rows.show(INBOX)
    assert shelves.answer_next() == FIRST
    return rows


def test_a_long_shelf_is_shown_before_all_of_it_is_known(long: PaperRows, shelves: Shelves) -> None:
    long.move(2)
    assert long.selected() == (1002,)
    assert shelves.answer_next() is None
    assert long.selected() == (1002,)
    assert len(long.all()) == 2000


def test_what_needs_all_rows_waits_for_them(long: PaperRows, shelves: Shelves) -> None:
    long.go(-1)
    assert long.selected() == (1000,)
    shelves.answer_next()
    assert long.selected() == (2999,)


def test_a_place_far_down_a_long_shelf_is_found_again(long: PaperRows, shelves: Shelves) -> None:
    shelves.answer_next()
    shelves.slow = False
    long.go(1500)
    long.show(ALL)
    long.show(INBOX)
    assert long.selected() == (2500,)


def test_first_rows_stand_where_they_stood_when_all_is_known(
    long: PaperRows, shelves: Shelves
) -> None:
    shelves.on[INBOX.query].remove(1001)
    shelves.on[INBOX.query].insert(0, 17)
    shelves.answer_next()
    assert long.all()[:3] == (1000, 1001, 1002)
    assert 17 in long.all()


def test_a_shelf_that_is_still_growing_is_not_asked_for_again(
    long: PaperRows, shelves: Shelves
) -> None:
    long.reload()
    assert len(shelves.waiting) == 1
