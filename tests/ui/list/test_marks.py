from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.ui.list.marks import Marks
from paperdesk.ui.list.model import PaperModel

Shop = Any


@pytest.fixture
def marks(shop: Shop, qtbot: QtBot) -> Marks:
    model = PaperModel(shop.load)
    model.set_ids(shop.stock(100))
    return Marks(model)


def test_a_row_is_marked_and_taken_out_again(marks: Marks) -> None:
    marks.toggle(3)
    marks.toggle(1)
    assert marks.papers() == (2, 4)
    marks.toggle(3)
    assert marks.papers() == (2,)


def test_a_range_runs_from_where_it_was_begun_to_here(marks: Marks) -> None:
    marks.toggle_range(5)
    assert marks.papers() == (6,)
    marks.toggle_range(2)
    assert marks.papers() == (3, 4, 5, 6)
    marks.toggle_range(9)
    assert marks.papers() == (3, 4, 5, 6, 10)


def test_clearing_forgets_a_range_that_was_begun(marks: Marks) -> None:
    marks.toggle_range(5)
    marks.clear()
    marks.toggle_range(2)
    assert marks.papers() == (3,)


def test_everything_can_be_marked(marks: Marks) -> None:
    marks.take_all()
    assert len(marks.papers()) == 100


def test_without_a_row_nothing_is_marked(marks: Marks) -> None:
    marks.toggle(-1)
    marks.toggle_range(-1)
    assert marks.papers() == ()


def test_a_stretch_from_nowhere_begins_at_the_first_row(marks: Marks) -> None:
    marks.stretch(-1, 1)
    assert marks.papers() == (1, 2)


def test_a_range_follows_the_cursor_until_it_is_ended(marks: Marks) -> None:
    marks.toggle_range(3)
    marks.follow(6)
    marks.follow(5)
    assert marks.papers() == (4, 5, 6)
    marks.toggle_range(5)
    marks.follow(9)
    assert marks.papers() == (4, 5, 6)
