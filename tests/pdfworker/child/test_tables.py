"""Tables: between rules of one width, in grids; not in figures, not around prose."""

import pytest

from paperdesk.domain.note import Quad
from paperdesk.pdfworker.child.tables import tables

CELLS = [
    ((100.0 + 90 * column, 105.0 + 15 * row, 140.0 + 90 * column, 115.0 + 15 * row), "12.5")
    for row in range(4)
    for column in range(3)
]


def rule(top: float, left: float = 95.0, right: float = 350.0) -> Quad:
    return left, top, right, top + 0.5


def test_three_rules_of_one_width_make_a_table() -> None:
    (box,) = tables([rule(100), rule(118), rule(170)], CELLS, ())
    assert box == pytest.approx((93, 98, 352, 172.5))


def test_two_rules_need_a_caption() -> None:
    two = [rule(100), rule(170)]
    assert tables(two, CELLS, ()) == []
    caption = ((95.0, 180.0, 300.0, 190.0), "Table 2: Results")
    assert len(tables(two, [*CELLS, caption], ())) == 1


def test_rules_around_prose_are_none() -> None:
    prose = [((100.0, 105.0 + 15 * row, 340.0, 115.0), "word " * 20) for row in range(4)]
    assert tables([rule(100), rule(140), rule(170)], prose, ()) == []


def test_rules_of_different_widths_are_none() -> None:
    assert tables([rule(100), rule(140, 95, 200), rule(170, 200, 350)], CELLS, ()) == []


def test_a_grid_is_a_table() -> None:
    across = [rule(100.0 + 15 * row) for row in range(5)]
    down = [(95.0 + 85 * column, 100.0, 95.5 + 85 * column, 160.0) for column in range(4)]
    assert len(tables([*across, *down], CELLS, ())) == 1


def test_what_is_a_figure_is_no_table() -> None:
    assert tables([rule(100), rule(118), rule(170)], CELLS, [(90, 90, 400, 200)]) == []
