from array import array
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import PaperId, State
from paperdesk.ui.list.columns import COLUMNS
from paperdesk.ui.list.model import BLOCK, HEADING, MARKED, MOVED, PAPER, PaperModel, said

Shop = Any


@pytest.fixture
def model(shop: Shop, qtbot: QtBot) -> PaperModel:
    model = PaperModel(shop.load)
    model.set_ids(shop.stock(200))
    return model


def test_the_model_keeps_qt_s_contract(model: PaperModel, shop: Shop) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, mode)
    model.changed([shop.change(3, unread=False)])
    model.mark([1, 2])
    model.set_ids(array("q", [5, 6]))
    assert tester.model() is model


def test_nothing_is_read_before_it_is_looked_at(model: PaperModel, shop: Shop) -> None:
    assert model.rowCount() == 200
    assert shop.asked == []


def test_papers_are_read_in_blocks_and_once(model: PaperModel, shop: Shop) -> None:
    titles = [model.index(row, 0).data() for row in range(BLOCK)]
    assert "Paper 1." in titles[0]
    assert shop.asked == [BLOCK]


def test_the_last_block_is_as_long_as_what_is_left(model: PaperModel, shop: Shop) -> None:
    assert model.paper(199) is shop.papers[200]
    assert shop.asked == [200 - 3 * BLOCK]


def test_old_blocks_are_forgotten(shop: Shop, qtbot: QtBot) -> None:
    model = PaperModel(shop.load)
    model.set_ids(shop.stock(BLOCK * 60))
    for row in range(0, BLOCK * 60, BLOCK):
        model.paper(row)
    shop.asked.clear()
    model.paper(BLOCK * 59)
    model.paper(0)
    assert shop.asked == [BLOCK]


def test_a_change_reads_only_what_changed(model: PaperModel, shop: Shop, qtbot: QtBot) -> None:
    model.paper(0)
    shop.asked.clear()
    with qtbot.waitSignal(model.dataChanged) as told:
        model.changed([shop.change(3, title="Another title")])
    assert shop.asked == [1]
    assert [index.row() for index in told.args[:2]] == [2, 2]
    paper = model.paper(2)
    assert paper is not None
    assert paper.title == "Another title"


def test_a_change_of_what_is_not_held_reads_nothing(model: PaperModel, shop: Shop) -> None:
    model.paper(0)
    shop.asked.clear()
    model.changed([shop.change(150, title="Another title")])
    assert shop.asked == []


def test_a_change_without_ids_reads_all_that_is_held(model: PaperModel, shop: Shop) -> None:
    model.paper(0)
    shop.asked.clear()
    model.changed(())
    assert shop.asked == [BLOCK]


def test_of_many_changes_only_those_looked_at_last_are_read_at_once(
    model: PaperModel, shop: Shop
) -> None:
    for row in (0, BLOCK, 2 * BLOCK):
        model.paper(row)
    shop.asked.clear()
    for number in range(1, 200):
        shop.change(number, state=State.ARCHIVE)
    model.changed([PaperId(number) for number in range(1, 200)])
    assert shop.asked == [BLOCK]
    assert model.index(0, 0).data(MOVED)
    assert shop.asked == [BLOCK, BLOCK]


def test_neighbours_that_change_are_told_together(
    model: PaperModel, shop: Shop, qtbot: QtBot
) -> None:
    model.paper(0)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _: told.append((first.row(), last.row())))
    model.changed([PaperId(2), PaperId(3), PaperId(4), PaperId(9)])
    assert told == [(1, 3), (8, 8)]


def test_a_paper_that_is_gone_is_an_empty_row(model: PaperModel, shop: Shop) -> None:
    model.paper(0)
    del shop.papers[1]
    model.changed([PaperId(1)])
    assert model.index(0, 0).data(PAPER) is None
    assert model.index(0, 0).data() == ""


def test_a_paper_that_changes_its_state_is_seen_to_have_moved(
    model: PaperModel, shop: Shop
) -> None:
    model.paper(0)
    model.changed([shop.change(1, state=State.ARCHIVE)])
    assert model.index(0, 0).data(MOVED)
    model.changed([shop.change(1, state=State.NEW)])
    assert not model.index(0, 0).data(MOVED)


def test_a_paper_that_came_dealt_with_and_is_new_again_has_not_moved(
    model: PaperModel, shop: Shop
) -> None:
    shop.change(1, state=State.DISMISSED)
    model.set_ids(array("q", [1, 2]))
    model.paper(0)
    model.changed([shop.change(1, state=State.NEW)])
    assert not model.index(0, 0).data(MOVED)


def test_a_list_that_is_opened_anew_has_nothing_moved_or_marked(
    model: PaperModel, shop: Shop
) -> None:
    model.paper(0)
    model.changed([shop.change(1, state=State.ARCHIVE)])
    model.mark([0])
    model.set_ids(array("q", [1, 2]))
    assert not model.index(0, 0).data(MOVED)
    assert model.marked() == ()


def test_marks_stay_with_their_papers_when_rows_come_and_go(model: PaperModel) -> None:
    model.mark([4, 1])
    model.set_ids(array("q", [9, 5, 3]), keep=True)
    assert model.marked() == (5,)
    assert model.index(1, 0).data(MARKED)


def test_marks_are_in_the_order_of_the_list(model: PaperModel) -> None:
    model.mark([7, 2])
    assert model.marked() == (3, 8)
    model.mark([2], on=False)
    assert model.marked() == (8,)
    model.unmark()
    assert model.marked() == ()


def test_a_paper_is_found_by_its_id(model: PaperModel) -> None:
    assert model.row_of(PaperId(10)) == model.row_of(PaperId(10), 150) == 9
    assert model.row_of(PaperId(999)) == -1


def test_rows_are_added_below_all_others(model: PaperModel, shop: Shop, qtbot: QtBot) -> None:
    model.paper(199)
    shop.stock(203)
    with qtbot.waitSignal(model.rowsInserted):
        model.append(array("q", [201, 202]), "noon")
    assert model.ids().tolist()[-3:] == [200, 201, 202]
    assert model.paper(201) is shop.papers[202]
    assert model.index(200, 0).data(HEADING) == "2 added since noon"
    assert model.index(200, 0).data().startswith("2 added since noon. Unread. Paper 201")


def test_what_was_looked_at_of_late_is_held(model: PaperModel) -> None:
    model.paper(0)
    assert model.holds([PaperId(1), PaperId(BLOCK)])
    assert not model.holds([PaperId(1), PaperId(150)])


def test_a_row_is_read_out_with_what_matters(shop: Shop) -> None:
    shop.stock(1)
    shop.change(1, authors=("A", "B", "C", "D"), state=State.LATER)
    assert said(shop.papers[1], marked=True) == (
        "Selected. Unread. Paper 1. A, B, C and others. later"
    )


def test_a_model_has_a_card_and_the_columns_of_the_table_and_no_children(model: PaperModel) -> None:
    assert model.columnCount() == 1 + len(COLUMNS)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_how_far_a_paper_was_read_is_said_in_words(shop: Shop) -> None:
    model = PaperModel(shop.load)
    model.set_ids(shop.stock(2))
    shop.change(2, seen=0.456)
    index = model.index(1, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Read to 46 %"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("Read to 46 %")
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == ""
