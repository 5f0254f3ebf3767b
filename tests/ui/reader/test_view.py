import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from paperdesk.domain.pages import Document, Inspect, Render
from paperdesk.reader.layout import LARGEST, SMALLEST
from paperdesk.reader.wishes import PREVIEW, Piece
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages

GREY = QColor(200, 200, 200)


def colour_at(pane: ReaderPane, x: int, y: int) -> QColor:
    return pane.parts.view.viewport().grab().toImage().pixelColor(x, y)


def test_pages_are_painted_with_their_pixels(opened: ReaderPane) -> None:
    assert colour_at(opened, 300, 300) == GREY


def test_before_there_are_pixels_the_paper_is_white(
    qtbot: QtBot, pane: ReaderPane, fake: FakePages, opened: ReaderPane
) -> None:
    opened.parts.supply.rest()
    assert colour_at(opened, 300, 300) == QColor("white")


def test_zooming_never_blanks_what_had_pixels(opened: ReaderPane) -> None:
    opened.zoom(3)
    assert colour_at(opened, 300, 300) == GREY


def test_sharp_pixels_are_asked_for_once_zooming_settles(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    for _ in range(3):
        opened.zoom(1)
    scale = opened.parts.view.scroller.column.zoom
    qtbot.waitUntil(lambda: {one.request.scale for one in fake.waiting(Render)} == {scale})


def pages_asked(fake: FakePages) -> set[int]:
    return {one.request.page for one in fake.waiting(Render)}


def test_the_first_page_of_a_paper_is_drawn_alone_then_the_others(
    qtbot: QtBot, pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    pane.open_document(document)
    fake.answer(Inspect)
    assert pages_asked(fake) == {0}
    fake.answer_all()
    qtbot.waitUntil(lambda: pages_asked(fake) >= {1, 2})


def test_if_the_first_page_takes_long_the_others_are_asked_for_meanwhile(
    qtbot: QtBot, pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    pane.open_document(document)
    fake.answer(Inspect)
    qtbot.waitUntil(lambda: pages_asked(fake) >= {0, 1, 2})


def test_an_empty_page_waits_for_no_zoom_to_settle(
    pane: ReaderPane, opened: ReaderPane, fake: FakePages
) -> None:
    opened.parts.supply.rest()
    opened.zoom(1)
    QApplication.processEvents()
    assert fake.waiting(Render) != []


def test_scrolling_asks_for_the_pages_that_come(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    opened.go(5)
    qtbot.waitUntil(lambda: bool(fake.waiting(Render)))
    assert {one.request.page for one in fake.waiting(Render)} == {4, 5, 6, 7, 8} - {
        page for page in range(10) if Piece(page, 1.0) in opened.parts.supply.pixels
    }


def scales_asked(fake: FakePages) -> set[float]:
    return {one.request.scale for one in fake.waiting(Render)}


def test_after_a_jump_a_page_gets_a_preview_only_if_it_takes_long(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    scroller = opened.parts.view.scroller
    with qtbot.waitSignal(opened.parts.view.rested):
        scroller.moved.emit()
    opened.go(8)
    assert scales_asked(fake) == {scroller.column.zoom}
    qtbot.waitUntil(lambda: min(scales_asked(fake)) < scroller.column.zoom)


def test_hidden_pages_hold_no_pixels_and_come_back(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    opened.hide()
    assert opened.parts.supply.pixels.bytes == 0
    assert fake.waiting(Render) == []
    assert all(picture.released for picture in fake.drawn)
    opened.show()
    qtbot.waitUntil(lambda: bool(fake.waiting(Render)))


def test_scrolled_pixels_are_the_same_as_painted_anew(opened: ReaderPane) -> None:
    opened.lines(3)
    opened.lines(-1)
    QApplication.processEvents()
    view = opened.parts.view
    assert view.viewport().grab().toImage() == view.viewport().grab().toImage()
    assert view.verticalScrollBar().value() == 80


def test_control_and_wheel_zoom_where_the_pointer_is(opened: ReaderPane) -> None:
    view = opened.parts.view
    before = view.scroller.point(QPointF(200, 200))
    event = QWheelEvent(
        QPointF(200, 200),
        view.mapToGlobal(QPointF(200, 200)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    after = view.scroller.point(QPointF(200, 200))
    assert abs(view.scroller.column.zoom - 1.44) < 0.05
    assert abs(after.y - before.y) < 1


def test_home_and_end_go_to_the_ends(opened: ReaderPane) -> None:
    view = opened.parts.view
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_page_keys_keep_a_line_in_sight(opened: ReaderPane) -> None:
    view = opened.parts.view
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() == view.viewport().height() - 40


def test_letters_are_left_to_the_window(opened: ReaderPane) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "j")
    event.accept()
    opened.parts.view.keyPressEvent(event)
    assert not event.isAccepted()


def test_a_page_that_failed_is_asked_for_again_on_request(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    opened.parts.supply.rest()
    opened.parts.supply.problems[0] = "damaged"
    opened.parts.view.try_again(0)
    qtbot.waitUntil(lambda: any(one.request.page == 0 for one in fake.waiting(Render)))


def blank_pages(pane: ReaderPane, held: set[int]) -> list[int]:
    """Of the pages of which there are pixels, those that show white paper somewhere."""
    scroller = pane.parts.view.scroller
    image, window = pane.parts.view.viewport().grab().toImage(), scroller.window()
    found = []
    for page in held & set(scroller.visible()):
        box = scroller.column.box(page)
        left, right = max(box.left - window.left, 0), min(box.right - window.left, image.width())
        top, bottom = max(box.top - window.top, 0), min(box.bottom - window.top, image.height())
        across, down = range(left + 2, right - 2, 40), range(top + 2, bottom - 2, 40)
        if any(image.pixelColor(x, y) == QColor("white") for x in across for y in down):
            found.append(page)
    return found


@pytest.mark.parametrize("steps", [[1] * 14 + [-1] * 26, [-1] * 13 + [1] * 25])
def test_no_frame_of_a_zoom_is_blank_where_there_were_pixels(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages, steps: list[int]
) -> None:
    pixels = opened.parts.supply.pixels
    for turn, step in enumerate(steps):
        held = {page for page in range(10) if pixels.has_page(page)}
        opened.zoom(step)
        assert blank_pages(opened, held) == []
        if turn % 5 == 4:
            opened.parts.view._want()
            if waiting := fake.waiting(Render):
                waiting[0].over = True
                waiting[0].done(fake._draw(waiting[0].request))
                assert blank_pages(opened, held) == []
        if turn % 9 == 8:
            fake.answer_all()
            assert blank_pages(opened, held) == []
    zoom = opened.parts.view.scroller.column.zoom
    assert zoom in (SMALLEST, LARGEST) or 0.1 < zoom < 8


def test_while_the_zoom_changes_an_empty_page_gets_something_at_once(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    opened.parts.supply.rest()
    opened.zoom(-1)
    opened.parts.view._fill()
    asked = [one.request for one in fake.waiting(Render)]
    assert asked
    assert all(request.scale * 842 == pytest.approx(PREVIEW) for request in asked)


def test_at_rest_there_is_something_of_the_pages_around(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    opened.go(5)
    qtbot.waitUntil(lambda: opened.parts.view._resting.isActive())
    qtbot.waitUntil(lambda: not opened.parts.view._resting.isActive())
    fake.answer_all()
    assert all(opened.parts.supply.pixels.has_page(page) for page in range(10))
