from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId, Place
from paperdesk.domain.pages import Document, Match, PageSize
from paperdesk.domain.paper import PaperId
from paperdesk.reader.layout import Layout, Point
from paperdesk.reader.selection import Unit
from paperdesk.reader.sought import Sought
from paperdesk.ui.reader.content import Content
from paperdesk.ui.reader.finder import Finder
from paperdesk.ui.reader.inks import INK
from paperdesk.ui.reader.marks import Marks
from paperdesk.ui.reader.selecting import Selecting
from tests.ui.reader.conftest import FakePages

COLUMN = Layout((PageSize(300.0, 300.0),) * 2, 1.0, 300)
BOX = COLUMN.box(0)


def highlight(colour: Colour = Colour.YELLOW, name: str = "a", page: int = 0) -> Highlight:
    anchor = Anchor(page, ((100.0, 100.0, 200.0, 120.0),), "words")
    return Highlight(
        HighlightId(name), PaperId(1), anchor, colour, datetime(2026, 1, 1, tzinfo=UTC)
    )


@pytest.fixture
def content(qapp: Any, fake: FakePages, document: Document) -> Content:
    content = Content(fake)
    content.show(document, COLUMN.pages)
    return content


@pytest.fixture
def finder(qapp: Any, fake: FakePages, document: Document) -> Finder:
    finder = Finder(fake)
    finder.show(document, 2)
    return finder


@pytest.fixture
def selecting(content: Content) -> Selecting:
    return Selecting(content)


@pytest.fixture
def marks(selecting: Selecting, finder: Finder) -> Marks:
    return Marks(selecting, finder)


def painted(marks: Marks, paper: str = "white") -> QImage:
    image = QImage(COLUMN.width, COLUMN.height, QImage.Format.Format_RGB32)
    image.fill(QColor(paper))
    painter = QPainter(image)
    marks.paint(painter, COLUMN, 0)
    painter.end()
    return image


def colour_at(image: QImage, x: float, y: float) -> QColor:
    return image.pixelColor(round(BOX.left + x), round(BOX.top + y))


@pytest.mark.parametrize("colour", Colour)
def test_a_highlight_has_its_colour(marks: Marks, colour: Colour) -> None:
    marks.set_highlights([highlight(colour)])
    assert colour_at(painted(marks), 150, 110) == INK[colour]


def test_text_under_a_highlight_stays_black(marks: Marks) -> None:
    marks.set_highlights([highlight()])
    assert colour_at(painted(marks, "black"), 150, 110) == QColor("black")


def test_the_current_highlight_has_a_ring(marks: Marks) -> None:
    marks.set_highlights([highlight()])
    before = painted(marks)
    marks.choose(HighlightId("a"))
    assert colour_at(painted(marks), 98, 110) != colour_at(before, 98, 110)


def test_the_latest_highlight_under_a_point_is_meant(marks: Marks) -> None:
    marks.set_highlights([highlight(name="a"), highlight(name="b")])
    found = marks.highlight(Point(0, 150, 110))
    assert found is not None
    assert found.id == "b"
    assert marks.highlight(Point(1, 150, 110)) is None
    assert marks.highlight(Point(0, 150, 200)) is None


def test_a_highlight_that_is_gone_is_not_current(marks: Marks) -> None:
    marks.set_highlights([highlight()])
    marks.choose(HighlightId("a"))
    marks.set_highlights([replace(highlight(), id=HighlightId("b"))])
    assert marks.current is None


def test_hits_are_marked_and_the_current_one_has_an_outline(
    marks: Marks, finder: Finder, fake: FakePages, document: Document
) -> None:
    fake.hits = (Match(0, ((50, 50, 80, 60),)), Match(0, ((50, 90, 80, 100),)))
    finder.seek(Sought("spam"), Place())
    fake.answer_all()
    image = painted(marks)
    assert colour_at(image, 60, 55) != colour_at(image, 60, 95)
    assert colour_at(image, 48, 55) != QColor("white")
    assert colour_at(image, 48, 95) == QColor("white")


def test_the_selection_is_painted(marks: Marks, selecting: Selecting, fake: FakePages) -> None:
    selecting.begin(Point(0, 60, 105), Unit.LINE)
    fake.answer_all()
    assert colour_at(painted(marks), 60, 105) != QColor("white")


def test_all_changes_are_told(marks: Marks, selecting: Selecting, finder: Finder) -> None:
    told: list[None] = []
    marks.changed.connect(lambda: told.append(None))
    finder.changed.emit()
    selecting.changed.emit()
    marks.set_highlights([highlight()])
    assert len(told) == 3
