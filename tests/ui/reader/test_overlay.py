from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.ui.keys import takes_text
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.overlay import Overlay


def test_a_layer_has_the_keys_until_escape(qtbot: QtBot, opened: ReaderPane) -> None:
    layer = Overlay(opened.parts.view, "Test")
    with qtbot.waitActive(opened):
        opened.activateWindow()
    layer.enter()
    assert layer.hasFocus()
    assert takes_text(layer)
    with qtbot.waitSignal(layer.left):
        QTest.keyClick(layer, Qt.Key.Key_Escape)
    assert layer.isHidden()
    assert opened.parts.view.hasFocus()


class Heard(Overlay):
    """A layer that writes down what is typed."""

    text = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.text += event.text()
        super().keyPressEvent(event)


def test_keys_that_come_too_early_wait_until_the_layer_is_entered(opened: ReaderPane) -> None:
    layer = Heard(opened.parts.view, "Test")
    layer.expect()
    layer.expect()
    QTest.keyClicks(layer, "ab")
    assert layer.text == ""
    layer.enter()
    QTest.keyClicks(layer, "c")
    assert layer.text == "abc"


def test_esc_forgets_the_keys_that_came_too_early(opened: ReaderPane) -> None:
    layer = Heard(opened.parts.view, "Test")
    layer.expect()
    QTest.keyClicks(layer, "ab")
    QTest.keyClick(layer, Qt.Key.Key_Escape)
    assert layer.isHidden()
    layer.enter()
    assert "a" not in layer.text


def test_a_layer_is_as_large_as_the_window_on_the_pages(opened: ReaderPane) -> None:
    layer = Overlay(opened.parts.view, "Test")
    layer.enter()
    opened.resize(500, 400)
    assert layer.geometry() == opened.parts.view.viewport().geometry()


def test_who_turns_to_something_else_has_left(qtbot: QtBot, opened: ReaderPane) -> None:
    layer = Overlay(opened.parts.view, "Test")
    with qtbot.waitActive(opened):
        opened.activateWindow()
    layer.enter()
    opened.parts.view.setFocus()
    assert layer.isHidden()
