from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from paperdesk.domain.arrangement import Arrangement
from paperdesk.domain.pages import Render
from paperdesk.reader.wishes import PREVIEW
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.slides import HELP, Slides
from tests.ui.reader.conftest import FakePages

Key = Qt.Key
UNDER = (1.0, PREVIEW / 842)
"""The scales that the reader under the presentation asks for."""


@pytest.fixture
def slides(opened: ReaderPane, fake: FakePages) -> Any:
    """A presentation of ten pages, the second of which is shown and drawn."""
    opened.go(1)
    opened.arranging.present()
    slides = opened.presenting.slides
    assert slides is not None
    QTest.qWait(1)
    fake.answer_all()
    yield slides
    slides.close()


def wanted(fake: FakePages) -> list[Any]:
    """What the presentation waits for."""
    return [one.request for one in fake.waiting(Render) if one.request.scale not in UNDER]


def test_a_page_stands_whole_in_the_dark(slides: Slides) -> None:
    assert slides.isFullScreen()
    image = slides.grab().toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle == QColor(200, 200, 200)
    assert image.pixelColor(2, 2) == QColor("black")
    assert image.pixelColor(image.width() // 2, 1) != QColor("black")


def test_a_key_that_means_nothing_is_told_those_that_do(slides: Slides) -> None:
    QTest.keyClick(slides, Key.Key_Shift)
    QTest.keyClick(slides, Key.Key_Space)
    assert slides.said.sentence() == ""
    QTest.keyClick(slides, Key.Key_X)
    assert slides.said.sentence() == f"Page 3 of 10. {HELP}"
    slides.close()
    assert slides.said.sentence() == ""


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ([Key.Key_Space], 2),
        ([Key.Key_J, Key.Key_Period, Key.Key_Right, Key.Key_Down, Key.Key_PageDown], 6),
        ([Key.Key_K], 0),
        ([Key.Key_Up, Key.Key_Left, Key.Key_Comma], 0),
        ([Key.Key_End, Key.Key_Space], 9),
        ([Key.Key_End, Key.Key_Home], 0),
        ([Key.Key_X], 1),
    ],
)
def test_keys_turn_the_pages(slides: Slides, keys: list[Qt.Key], page: int) -> None:
    for key in keys:
        QTest.keyClick(slides, key)
    assert slides.page == page
    assert slides.accessibleDescription() == f"Page {page + 1} of 10"


def test_shift_and_space_turn_back(slides: Slides) -> None:
    QTest.keyClick(slides, Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert slides.page == 0


def test_clicks_and_the_wheel_turn_the_pages(slides: Slides) -> None:
    QTest.mouseClick(slides, Qt.MouseButton.LeftButton)
    assert slides.page == 2
    QTest.mouseClick(slides, Qt.MouseButton.RightButton)
    assert slides.page == 1
    for notch, page in ((-60, 1), (-60, 2), (240, 0)):
        at = QPointF(50, 50)
        event = QWheelEvent(
            at, at, QPoint(), QPoint(0, notch), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(slides, event)
        assert slides.page == page


def test_the_pages_around_are_ready_before_they_are_turned_to(
    slides: Slides, fake: FakePages
) -> None:
    slides.turn_to(2)
    assert {request.page for request in wanted(fake)} == {3}


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Q, Key.Key_F11])
def test_leaving_gives_back_all_pixels(slides: Slides, fake: FakePages, key: Qt.Key) -> None:
    assert slides._supply.pixels.bytes
    QTest.keyClick(slides, key)
    assert not slides.isVisible()
    assert not slides._supply.pixels.bytes
    assert not wanted(fake)


def test_pages_of_one_size_are_laid_out_once(
    slides: Slides, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_again(*_: Any) -> None:
        pytest.fail("in a thick book it takes a tenth of a second")

    slides.turn_to(2)
    monkeypatch.setattr("paperdesk.ui.reader.slides.Layout", not_again)
    slides.turn_to(3)
    slides.grab()


def test_turned_pages_are_presented_turned(opened: ReaderPane, fake: FakePages) -> None:
    opened.arranging.arrange(Arrangement(columns=2, rotation=1))
    fake.answer_all()
    opened.arranging.present()
    slides = opened.presenting.slides
    assert slides is not None
    assert {one.request.turns for one in fake.waiting(Render)} == {1}
    slides.close()


def test_a_pointer_that_does_not_move_is_hidden(slides: Slides) -> None:
    slides._still.timeout.emit()
    assert slides.cursor().shape() == Qt.CursorShape.BlankCursor
    at, none = QPointF(30, 40), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(slides, move)
    assert slides.cursor().shape() != Qt.CursorShape.BlankCursor
