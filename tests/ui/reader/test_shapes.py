"""Each kind of mark, painted on white paper and looked at."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from paperdesk.domain.arrangement import Arrangement
from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Kind
from paperdesk.domain.pages import PageSize
from paperdesk.domain.paper import PaperId
from paperdesk.reader.layout import Layout
from paperdesk.ui.reader import shapes
from paperdesk.ui.reader.inks import INK, LINES
from paperdesk.ui.reader.shapes import paint_mark

QUAD = (100.0, 100.0, 200.0, 130.0)
WHITE = QColor("white")


def mark(kind: Kind, comment: str = "") -> Highlight:
    return Highlight(
        HighlightId("a"),
        PaperId(1),
        Anchor(0, (QUAD,), "words"),
        Colour.YELLOW,
        datetime(2026, 1, 1, tzinfo=UTC),
        comment,
        kind,
        strokes=(((110.0, 115.0), (190.0, 115.0)), ((105.0, 105.0),)),
    )


def painted(
    highlight: Highlight, *, zoom: float = 1.0, current: bool = False, turns: int = 0
) -> Any:
    column = Layout((PageSize(300.0, 300.0),), zoom, 328, Arrangement(rotation=turns))
    image = QImage(column.width, column.height, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    paint_mark(painter, column, (highlight, highlight.anchor), current=current)
    painter.end()
    box = column.box(0)
    return lambda x, y: image.pixelColor(round(box.left + x * zoom), round(box.top + y * zoom))


def test_a_highlight_fills_its_boxes(qapp: Any) -> None:
    assert painted(mark(Kind.HIGHLIGHT))(150, 115) == INK[Colour.YELLOW]


@pytest.mark.parametrize("zoom", [0.5, 1.0, 3.0])
def test_an_underline_is_a_line_and_no_more(qapp: Any, zoom: float) -> None:
    at = painted(mark(Kind.UNDERLINE), zoom=zoom)
    assert at(150, 115) == WHITE
    assert LINES[Colour.YELLOW][0] in [at(150, 130 - step / zoom / 2) for step in range(4)]


@pytest.mark.parametrize(
    ("turns", "line", "opposite"),
    [
        (0, (150, 129.3), (150, 100.7)),
        (1, (170.7, 150), (199.3, 150)),
        (2, (150, 170.7), (150, 199.3)),
        (3, (129.3, 150), (100.7, 150)),
    ],
)
def test_the_line_under_a_highlight_turns_with_the_page(
    qapp: Any, turns: int, line: tuple[float, float], opposite: tuple[float, float]
) -> None:
    at = painted(mark(Kind.HIGHLIGHT), turns=turns, zoom=2.0)
    near = [at(line[0] + dx / 4, line[1] + dy / 4) for dx in (-2, 0, 2) for dy in (-2, 0, 2)]
    assert LINES[Colour.YELLOW][0] in near
    assert at(*opposite) == INK[Colour.YELLOW]


def test_a_rectangle_is_an_outline(qapp: Any) -> None:
    at = painted(mark(Kind.AREA))
    assert at(150, 115) == WHITE
    assert WHITE not in (at(100, 115), at(150, 100))


@pytest.mark.parametrize("zoom", [0.5, 1.0, 4.0])
def test_words_stand_on_a_slip_of_their_own(qapp: Any, zoom: float) -> None:
    at = painted(mark(Kind.TEXT, "MMMM MMMM"), zoom=zoom)
    row = {at(x, y).lightness() < 130 for x in range(104, 150) for y in range(104, 114)}
    assert True in row
    assert at(195, 126) != WHITE


@pytest.mark.parametrize("zoom", [1.0, 4.0])
def test_ink_goes_through_its_points(qapp: Any, zoom: float) -> None:
    at = painted(mark(Kind.INK), zoom=zoom)
    assert WHITE not in (at(150, 115), at(105, 105))
    assert at(150, 125) == WHITE


@pytest.mark.parametrize("kind", Kind)
def test_the_current_mark_has_a_ring(qapp: Any, kind: Kind) -> None:
    assert painted(mark(kind))(98, 115) != painted(mark(kind), current=True)(98, 115)


def test_a_comment_shows_a_sign(qapp: Any) -> None:
    without, commented = painted(mark(Kind.HIGHLIGHT)), painted(mark(Kind.HIGHLIGHT, "Why?"))
    assert without(201, 97) == WHITE
    assert commented(201, 97) != WHITE


def test_a_passage_over_pages_shows_its_sign_at_its_end_alone(qapp: Any) -> None:
    end = Anchor(1, (QUAD,), "more")
    at = painted(replace(mark(Kind.HIGHLIGHT, "Why?"), rest=(end,)))
    assert at(201, 97) == WHITE


def test_a_drawing_looks_as_it_did_the_next_time_and_the_kept_picture_is_its_own(qapp: Any) -> None:
    first, again = painted(mark(Kind.INK)), painted(mark(Kind.INK))
    other = painted(replace(mark(Kind.INK), colour=Colour.GREEN))
    assert first(150, 115) == again(150, 115) != WHITE
    assert other(150, 115) not in (first(150, 115), WHITE)


def test_a_drawing_too_large_to_be_kept_is_drawn_all_the_same(qapp: Any) -> None:
    assert painted(mark(Kind.INK), zoom=8.0)(150, 115) == LINES[Colour.YELLOW][0]


@pytest.mark.parametrize(
    ("strip", "times"), [(QRect(0, 0, 400, 60), 0), (QRect(0, 120, 400, 9), 1)]
)
def test_what_lies_outside_the_strip_that_is_painted_costs_nothing(
    qapp: Any, monkeypatch: pytest.MonkeyPatch, strip: QRect, times: int
) -> None:
    seen: list[object] = []
    monkeypatch.setitem(shapes._PAINT, Kind.HIGHLIGHT, lambda *_: seen.append(1))
    column = Layout((PageSize(300.0, 300.0),), 1.0, 328)
    painter = QPainter(image := QImage(column.width, column.height, QImage.Format.Format_RGB32))
    painter.setClipRect(strip)
    highlight = mark(Kind.HIGHLIGHT)
    paint_mark(painter, column, (highlight, highlight.anchor), current=False)
    painter.end()
    assert len(seen) == times, image.size()
