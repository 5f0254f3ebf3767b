"""Marks by page, by point, and one after the other."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from paperdesk.domain.note import Anchor, Colour, Fate, Highlight, HighlightId, Kind, Quad
from paperdesk.domain.paper import PaperId
from paperdesk.reader.layout import Point
from paperdesk.reader.standing import Standing

LINE: Quad = (100.0, 100.0, 200.0, 120.0)


def mark(name: str, page: int = 0, quad: Quad = LINE, kind: Kind = Kind.HIGHLIGHT) -> Highlight:
    return Highlight(
        HighlightId(name),
        PaperId(1),
        Anchor(page, (quad,), name),
        Colour.YELLOW,
        datetime(2026, 1, 1, 0, 0, ord(name) - ord("a"), tzinfo=UTC),
        kind=kind,
    )


def over_two_pages() -> Highlight:
    return replace(mark("a"), rest=(Anchor(1, ((100.0, 40.0, 200.0, 60.0),), "rest"),))


def named(found: Highlight | None) -> str:
    return found.id if found else ""


def test_a_passage_over_two_pages_stands_on_both() -> None:
    standing = Standing([over_two_pages()])
    assert [len(standing.on(page)) for page in (0, 1, 2)] == [1, 1, 0]
    assert named(standing.at(Point(1, 150, 50))) == "a"


def test_what_is_lost_stands_nowhere_and_is_known_all_the_same() -> None:
    standing = Standing([replace(mark("a"), fate=Fate.LOST)])
    assert standing.on(0) == ()
    assert standing.find(HighlightId("a")) is not None
    assert standing.next(None, Point(0, 0, 0), 1) is None


def test_the_latest_made_is_meant() -> None:
    standing = Standing([mark("b"), mark("a")])
    assert named(standing.at(Point(0, 150, 110))) == "b"
    assert standing.at(Point(0, 150, 130)) is None


def test_words_in_a_rectangle_are_meant_before_the_rectangle() -> None:
    area = mark("z", quad=(0.0, 0.0, 300.0, 300.0), kind=Kind.AREA)
    standing = Standing([mark("a"), area])
    assert named(standing.at(Point(0, 150, 110))) == "a"
    assert named(standing.at(Point(0, 150, 200))) == "z"


@pytest.mark.parametrize(("y", "found"), [(10.0, "i"), (12.9, "i"), (13.1, "")])
def test_a_line_drawn_by_hand_is_met_beside_it(y: float, found: str) -> None:
    ink = replace(mark("i", kind=Kind.INK), strokes=(((0.0, 10.0), (50.0, 10.0)),))
    assert named(Standing([ink]).at(Point(0, 25, y), 3.0)) == found


def test_a_dot_is_met_too() -> None:
    ink = replace(mark("i", kind=Kind.INK), strokes=(((5.0, 5.0),),))
    assert named(Standing([ink]).at(Point(0, 6, 5), 2.0)) == "i"


def test_one_comes_after_the_other_in_the_order_of_reading() -> None:
    standing = Standing([mark("b"), mark("a"), mark("c", page=2)])
    assert named(standing.next(HighlightId("b"), Point(0, 0, 0), 1)) == "a"
    assert named(standing.next(HighlightId("a"), Point(0, 0, 0), -1)) == "b"
    assert standing.next(HighlightId("c"), Point(0, 0, 0), 1) is None


def test_without_a_current_one_the_next_is_below_where_one_reads() -> None:
    standing = Standing([mark("a"), mark("b", page=3)])
    assert named(standing.next(None, Point(1, 0, 0), 1)) == "b"
    assert named(standing.next(None, Point(1, 0, 0), -1)) == "a"
    assert standing.next(None, Point(4, 0, 0), 1) is None
