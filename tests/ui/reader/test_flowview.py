from typing import Any

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from paperdesk.domain.dress import DARK
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Link
from paperdesk.reader.passages import Kind, Mark, Passage, Piece
from paperdesk.ui.reader.flowview import FlowView
from paperdesk.ui.reader.shades import ON_WHITE, shades


def text(page: int, top: float, words: str = "word " * 60, link: Link | None = None) -> Passage:
    marks = tuple(Mark(offset, page, top + offset / 10) for offset in range(0, len(words), 50))
    box = (50.0, top, 500.0, top + 100)
    return Passage(Kind.TEXT, page, box, (Piece(words, 0, link),), marks)


def page(number: int) -> list[Passage]:
    return [text(number, 100.0 + 100 * row) for row in range(8)]


def picture(number: int) -> Passage:
    box = (100.0, 200.0, 300.0, 300.0)
    return Passage(Kind.PICTURE, number, box, (), (Mark(0, number, 200.0),))


@pytest.fixture
def asked() -> list[QSize]:
    return []


@pytest.fixture
def view(qtbot: QtBot, asked: list[QSize]) -> FlowView:
    def paint(passage: Passage, size: QSize) -> QImage | None:
        asked.append(size)
        return None

    view = FlowView(paint)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.begin(ON_WHITE, 12.0)
    return view


def test_a_place_is_found_and_brought_to_the_top(view: FlowView) -> None:
    view.add_below([*page(3), *page(4)])
    found = view.standing_at(Place(4, 300.0))
    assert found is not None
    view.go(*found)
    here = view.here()
    assert here is not None
    assert (here.page, here.top) == (4, 300.0)


def test_a_line_within_a_passage_is_found(view: FlowView) -> None:
    view.add_below(page(3))
    found = view.standing_at(Place(3, 120.0))
    assert found is not None
    assert found[1] == 200


def test_what_is_set_above_moves_nothing(view: FlowView) -> None:
    view.add_below(page(3))
    found = view.standing_at(Place(3, 200.0))
    assert found is not None
    view.go(*found)
    before = view.here()
    view.add_above(page(2))
    assert view.here() == before
    assert [view.shown[key].page for key in view.order()] == [2] * 8 + [3] * 8


def test_a_passage_may_grow(view: FlowView) -> None:
    view.add_below(page(3))
    last = view.order()[-1]
    view.replace(last, text(3, 800.0, "more of it"))
    assert view.document().lastBlock().text() == "more of it"
    assert view.order()[-1] == last


def test_the_first_passage_may_go(view: FlowView) -> None:
    view.add_below([text(1, 100.0, "one"), text(1, 200.0, "two")])
    view.drop_first()
    assert view.toPlainText() == "two"
    assert len(view.order()) == 1


def test_the_window_opens_at_the_beginning(view: FlowView) -> None:
    view.add_below([*page(0), *page(1)])
    assert view.beyond()[0] == 0


def test_a_picture_is_no_wider_than_the_lines(view: FlowView, asked: list[QSize]) -> None:
    view.add_below([picture(1)])
    wide = asked[-1].width()
    view.resize(250, 500)
    view.repaint_pictures([picture(1)])
    assert asked[-1].width() < min(wide, 250)


def test_the_line_at_the_top_stays_when_the_window_changes(view: FlowView) -> None:
    view.add_below([*page(3), *page(4)])
    found = view.standing_at(Place(4, 300.0))
    assert found is not None
    view.go(*found)
    view.resize(400, 500)
    here = view.here()
    assert here is not None
    assert (here.page, abs(here.top - 300.0) < 12) == (4, True)


def test_lines_are_not_too_long_in_a_wide_window(view: FlowView) -> None:
    view.resize(2000, 500)
    assert view.document().rootFrame().frameFormat().leftMargin() > 400


def test_a_link_that_is_clicked_is_told(view: FlowView, qtbot: QtBot) -> None:
    link = Link((0.0, 0.0, 1.0, 1.0), 7, 30.0)
    view.add_below([text(1, 100.0, "[4]", link)])
    with qtbot.waitSignal(view.followed) as told:
        view.anchorClicked.emit(QUrl("page:7/30.0"))
    assert told.args == [link]


def test_dark_paper_is_dark(view: FlowView, qapp: Any) -> None:
    view.begin(shades(DARK), 12.0)
    image = view.grab().toImage()
    assert image.pixelColor(5, 5).lightness() < 60
