from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from paperdesk.domain.arrangement import Arrangement
from paperdesk.domain.dress import DARK
from paperdesk.domain.pages import Document, Inspect, Word, Words
from paperdesk.reader.ruling import Laid
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.ruler import NO_TEXT, Ruler
from tests.ui.reader.conftest import FakePages, line


def page(number: int, lines: int = 40) -> tuple[Word, ...]:
    """A page of lines, 18 points apart."""
    return tuple(
        word for at in range(lines) for word in line(number, f"line {at} here", 60 + 18.0 * at)
    )


@pytest.fixture
def fake(fake: FakePages) -> FakePages:
    """Ten pages of forty lines, the third of which is empty."""
    fake.words = {number: page(number) for number in range(10) if number != 2}
    return fake


@pytest.fixture
def ruler(opened: ReaderPane, fake: FakePages) -> Ruler:
    """A ruler on the first page."""
    opened.parts.ruler.toggle()
    fake.answer_all()
    return opened.parts.ruler


def area(ruler: Ruler) -> Any:
    box = ruler._box()
    assert box is not None
    return ruler._area(box)


def edge(ruler: Ruler) -> list[QColor]:
    """The pixels on and around the edge of the light, above the line."""
    image, light = ruler._view.grab().toImage(), area(ruler)
    x, y = round(light.center().x()), round(light.top())
    return [image.pixelColor(x, y - above) for above in range(4)]


def test_without_a_ruler_lines_are_not_its_concern(opened: ReaderPane) -> None:
    assert not opened.parts.ruler.move_line(1)
    assert opened.parts.ruler.isHidden()


def test_the_ruler_begins_with_a_line_well_in_sight(ruler: Ruler) -> None:
    assert ruler.on
    assert ruler.isVisible()
    assert ruler._at is not None
    assert ruler.accessibleDescription() == f"line {ruler._at[1]} here"


def test_the_line_is_in_the_light_with_an_edge_and_the_rest_is_not(ruler: Ruler) -> None:
    image = ruler._view.grab().toImage()
    light = area(ruler)
    inside = image.pixelColor(round(light.center().x()), round(light.top()))
    outside = image.pixelColor(round(light.center().x()), round(light.bottom() + 8))
    assert inside == QColor(200, 200, 200)
    assert outside.lightness() < 170
    assert any(each.blue() > each.red() + 60 for each in edge(ruler))


def test_on_dark_pages_the_edge_is_bright(opened: ReaderPane, ruler: Ruler) -> None:
    opened.parts.wear(DARK)
    assert max(each.blue() for each in edge(ruler)) > 150


def test_lines_are_gone_to_one_by_one_and_stay_where_the_eyes_are(ruler: Ruler) -> None:
    assert ruler._at is not None
    first = ruler._at[1]
    for step in range(1, 25):
        assert ruler.move_line(1)
        assert ruler._at == (0, first + step)
        assert 0 <= area(ruler).top() <= ruler.height() * 2 / 3
    assert ruler._view.verticalScrollBar().value() > 0


def test_lines_lead_over_pages_and_empty_ones(ruler: Ruler, fake: FakePages) -> None:
    ruler.move_line(40 - ruler._at[1] + 5)  # type: ignore[index]
    fake.answer_all()
    assert ruler._at == (1, 5)
    ruler.move_line(40)
    fake.answer_all()
    assert ruler._at == (3, 5)
    ruler.move_line(-6)
    fake.answer_all()
    assert ruler._at == (1, 39)


def test_the_last_line_is_the_end_and_the_first_the_beginning(
    ruler: Ruler, fake: FakePages
) -> None:
    for _ in range(12):
        ruler.move_line(100)
        fake.answer_all()
    assert ruler._at == (9, 39)
    for _ in range(12):
        ruler.move_line(-100)
        fake.answer_all()
    assert ruler._at == (0, 0)


def test_steps_wait_for_words_that_are_on_their_way(ruler: Ruler, fake: FakePages) -> None:
    ruler.move_line(39 - ruler._at[1])  # type: ignore[index]
    for asked in fake.waiting(Words):
        asked.over = True
    ruler._content._texts.pop(1, None)
    ruler._content._tickets.pop(1, None)
    ruler._known.clear()
    ruler.move_line(1)
    ruler.move_line(2)
    assert ruler._at == (0, 39)
    fake.answer_all()
    assert ruler._at == (1, 2)


def test_a_line_out_of_sight_is_left_for_one_in_sight(
    opened: ReaderPane, ruler: Ruler, fake: FakePages
) -> None:
    opened.go(6)
    ruler.move_line(1)
    fake.answer_all()
    assert ruler._at is not None
    assert ruler._at[0] == 6


def test_the_ruler_comes_back_to_its_line(ruler: Ruler) -> None:
    ruler.move_line(3)
    before = ruler._at
    ruler.toggle()
    assert not ruler.move_line(1)
    ruler.toggle()
    assert ruler._at == before


def test_each_paper_keeps_its_line(
    opened: ReaderPane, ruler: Ruler, fake: FakePages, document: Document
) -> None:
    laid: list[Laid] = []
    ruler.laid.connect(laid.append)
    ruler.move_line(3)
    before = ruler._at
    opened.open_document(Document(document.path.with_name("other.pdf")))
    fake.answer(Inspect)
    assert ruler.isHidden()
    ruler.recall = laid.pop
    opened.open_document(document)
    fake.answer_all()
    assert ruler.on
    assert ruler._at == before


def test_a_paper_without_text_has_no_lines_and_says_so(opened: ReaderPane, fake: FakePages) -> None:
    fake.words = {}
    opened.open_document(Document(opened.parts.opening.document.path.with_name("scan.pdf")))  # type: ignore[union-attr]
    fake.answer_all()
    said: list[str] = []
    opened.problem.connect(said.append)
    opened.parts.ruler.toggle()
    fake.answer_all()
    assert said == [NO_TEXT]
    assert not opened.parts.ruler.on


def test_on_turned_pages_the_light_lies_on_the_turned_line(
    opened: ReaderPane, ruler: Ruler
) -> None:
    opened.arranging.arrange(Arrangement(rotation=1))
    light = area(ruler)
    assert light.height() > light.width()


def test_clicks_go_through_the_ruler(opened: ReaderPane, ruler: Ruler) -> None:
    under = opened.parts.view.childAt(QPointF(200, 200).toPoint())
    assert under is opened.parts.view.viewport()


def test_where_no_pages_are_in_sight_the_ruler_takes_no_steps(
    opened: ReaderPane, ruler: Ruler
) -> None:
    opened.parts.stack.setCurrentWidget(opened.parts.card)
    assert not ruler.move_line(1)
    opened.parts.stack.setCurrentWidget(opened.parts.view)
    assert ruler.move_line(1)
