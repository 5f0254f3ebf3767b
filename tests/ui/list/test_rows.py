from array import array
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.commands.faces.listing import Rows
from paperdesk.domain.paper import PaperId, State
from paperdesk.domain.shelf import ALL, Lineup, Order, state_shelf
from paperdesk.ui.list.arriving import Question
from paperdesk.ui.list.pane import ListPane
from paperdesk.ui.list.rows import PaperRows

Shop = Any
Done = Callable[[Lineup], None]
INBOX = state_shelf(State.INBOX)


class Shelves:
    """Answers at once, or when told to."""

    def __init__(self) -> None:
        self.on: dict[str, list[int]] = {}
        self.waiting: list[tuple[Question, Done]] = []
        self.against: list[list[int]] = []
        self.slow = False

    def open(self, asked: Question, done: Done) -> None:
        self.against.append(asked.shown.tolist())
        if self.slow:
            self.waiting.append((asked, done))
            return
        ids = array("q", self.on[asked.shelf.query])
        done(Lineup(ids, new=array("q", (paper for paper in ids if paper not in asked.shown))))


@pytest.fixture
def shelves(shop: Shop) -> Shelves:
    shelves = Shelves()
    shelves.on = {ALL.query: shop.stock(50).tolist(), INBOX.query: [7, 8, 9]}
    return shelves


@pytest.fixture
def rows(shop: Shop, shelves: Shelves, qtbot: QtBot) -> PaperRows:
    pane = ListPane(shop.load, print)
    qtbot.addWidget(pane)
    rows = PaperRows(pane, shelves.open)
    rows.show(ALL)
    return rows


def test_rows_are_what_the_commands_expect(rows: PaperRows) -> None:
    expected: Rows = rows
    assert expected.shelf() == ALL


def test_without_a_selection_the_current_paper_is_meant(rows: PaperRows) -> None:
    rows.move(3)
    assert rows.selected() == (4,)
    rows.toggle_selected()
    rows.move(2)
    assert rows.selected() == (4,)
    rows.clear_selection()
    assert rows.selected() == (6,)


def test_ranges_and_everything_can_be_selected(rows: PaperRows) -> None:
    rows.toggle_range()
    rows.go(2)
    rows.toggle_range()
    assert rows.selected() == (1, 2, 3)
    rows.select_all()
    assert rows.selected() == rows.all() == tuple(range(1, 51))


def test_after_a_verb_the_cursor_moves_on(rows: PaperRows) -> None:
    rows.toggle_selected()
    rows.advance([PaperId(1)])
    assert rows.selected() == (2,)


def test_the_next_unread_row_is_gone_to(rows: PaperRows) -> None:
    rows.next_unread(1)
    assert rows.selected() == (2,)


def test_a_shelf_is_found_as_it_was_left(rows: PaperRows) -> None:
    rows.go(20)
    rows.show(INBOX)
    assert rows.selected() == (7,)
    rows.show(ALL)
    assert rows.selected() == (21,)


def test_only_the_answer_to_the_last_question_is_shown(rows: PaperRows, shelves: Shelves) -> None:
    shelves.slow = True
    rows.show(INBOX)
    rows.show(ALL)
    (_, late), (_, last) = shelves.waiting
    last(Lineup(array("q", [1, 2])))
    late(Lineup(array("q", [7])))
    assert rows.all() == (1, 2)


def test_while_a_shelf_is_on_its_way_no_paper_is_meant(rows: PaperRows, shelves: Shelves) -> None:
    shelves.slow = True
    rows.show(INBOX)
    assert rows.selected() == ()
    ((_, done),) = shelves.waiting
    done(Lineup(array("q", [7, 8, 9])))
    assert rows.selected() == (7,)


def test_a_refresh_meanwhile_does_not_call_a_shelf_back(rows: PaperRows, shelves: Shelves) -> None:
    shelves.slow = True
    rows.show(INBOX)
    rows.reload()
    ((_, done),) = shelves.waiting
    done(Lineup(array("q", [7, 8, 9])))
    assert rows.shelf() == INBOX


def test_reloading_brings_what_is_new_and_keeps_what_has_left(
    rows: PaperRows, shelves: Shelves, shop: Shop
) -> None:
    rows.show(INBOX)
    shelves.on[INBOX.query] = [3, 8, 9]
    rows.reload()
    assert rows.all() == (7, 8, 9, 3)
    assert rows.selected() == (7,)


def test_an_empty_shelf_has_nothing_selected(rows: PaperRows, shelves: Shelves) -> None:
    shelves.on[INBOX.query] = []
    rows.show(INBOX)
    assert rows.selected() == ()


def test_so_many_rows_are_selected_at_once(rows: PaperRows) -> None:
    rows.toggle_selected(5)
    assert rows.selected() == (1, 2, 3, 4, 5)
    rows.move(1)
    rows.clear_selection()
    assert rows.selected() == (6,)


def test_what_is_above_and_below_the_cursor_is_known(rows: PaperRows) -> None:
    rows.go(2)
    assert rows.beside(-1) == (1, 2)
    assert rows.beside(1) == tuple(range(4, 51))


def test_where_each_view_was_left_is_known_after_a_restart(
    rows: PaperRows, shelves: Shelves, shop: Shop, qtbot: QtBot
) -> None:
    rows.go(20)
    rows.show(INBOX)
    pane = ListPane(shop.load, print)
    qtbot.addWidget(pane)
    again = PaperRows(pane, shelves.open)
    again.left.recall(rows.left.kept())
    again.show(ALL)
    assert again.selected() == (21,)


def test_what_was_held_against_another_list_is_asked_again(
    rows: PaperRows, shelves: Shelves
) -> None:
    rows.show(INBOX)
    shelves.slow = True
    rows.reload()
    rows.reload()
    (_, old), (_, done) = shelves.waiting
    done(Lineup(array("q", [7, 8, 9, 3]), new=array("q", [3])))
    old(Lineup(array("q", [7, 8, 9, 3]), new=array("q", [3])))
    assert rows.all() == (7, 8, 9, 3)
    assert shelves.against[-1] == [7, 8, 9]


def test_a_view_keeps_the_order_that_was_chosen_for_it(rows: PaperRows, shelves: Shelves) -> None:
    rows.go(20)
    rows.sort(Order.TITLE)
    assert rows.selected() == (1,)
    rows.show(INBOX)
    assert rows.shelf().order is INBOX.order
    rows.show(ALL)
    assert rows.shelf().order is Order.TITLE
    assert rows.orders == {ALL.query: Order.TITLE}
