"""The fields in which papers differ, and whose of each is chosen."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.merger import Portrait
from paperdesk.domain.paper import PaperId
from paperdesk.ui.duplicates.grid import Grid

ONE = Portrait(PaperId(1), {"title": "A", "doi": "10.1/x"})
TWO = Portrait(PaperId(2), {"title": "B", "arxiv": "2001.00001"})


@pytest.fixture
def grid(qtbot: QtBot) -> Grid:
    made = Grid()
    qtbot.addWidget(made)
    made.show_papers([ONE, TWO], {"title": ONE.paper, "arxiv": TWO.paper, "doi": ONE.paper})
    return made


def test_the_chosen_field_has_a_tick_that_is_also_said(grid: Grid) -> None:
    cell = grid.model().index(0, 0)
    assert cell.data() == "✓ A"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Title: A, chosen"
    assert grid.model().index(0, 1).data() == "B"


def test_all_of_a_paper_is_taken_but_what_it_lacks(grid: Grid) -> None:
    grid.setCurrentCell(0, 1)
    grid.pick_all()
    assert grid.picks() == {"title": 2, "arxiv": 2, "doi": 1}


def test_arrows_choose_and_the_last_row_is_no_field(qtbot: QtBot, grid: Grid) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.picks()["title"] == 2
    grid.step(99)
    before = grid.picks()
    grid.pick(1)
    assert grid.picks() == before
