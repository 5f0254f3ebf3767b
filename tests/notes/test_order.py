"""Highlights in reading order."""

from datetime import UTC, datetime

from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Quad
from paperdesk.domain.paper import PaperId
from paperdesk.notes.order import reading_order

LEFT, RIGHT = (50.0, 290.0), (310.0, 550.0)


def box(top: float, column: tuple[float, float] = LEFT) -> Quad:
    return (column[0], top, column[1], top + 10)


def highlight(name: str, page: int, *quads: Quad) -> Highlight:
    made = datetime(2026, 3, 12, tzinfo=UTC)
    return Highlight(HighlightId(name), PaperId(1), Anchor(page, quads, name), Colour.YELLOW, made)


def names(*highlights: Highlight) -> str:
    return "".join(each.id for each in reading_order(highlights))


def test_pages_come_one_after_the_other() -> None:
    assert names(highlight("b", 2, box(10)), highlight("a", 1, box(500))) == "ab"


def test_a_page_goes_from_the_top_down() -> None:
    assert names(highlight("b", 0, box(300)), highlight("a", 0, box(100))) == "ab"


def test_the_left_column_comes_first_however_low() -> None:
    assert names(highlight("b", 0, box(100, RIGHT)), highlight("a", 0, box(700))) == "ab"


def test_a_highlight_that_jumps_to_the_next_column_belongs_where_it_begins() -> None:
    jumping = highlight("b", 0, box(690), box(702), box(80, RIGHT))
    above, beside = highlight("a", 0, box(600)), highlight("c", 0, box(300, RIGHT))
    assert names(beside, jumping, above) == "abc"


def test_one_line_goes_from_left_to_right() -> None:
    first, second = (50.0, 100.0, 120.0, 110.0), (110.0, 100.0, 200.0, 110.0)
    assert names(highlight("b", 0, second), highlight("a", 0, first)) == "ab"


def test_a_highlight_without_boxes_is_kept() -> None:
    assert names(highlight("a", 0)) == "a"
