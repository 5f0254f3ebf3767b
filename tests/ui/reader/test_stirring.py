"""Whoever moves over the pages is there; whoever leaves the window is not."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.stirring import Stirring


def test_keys_and_scrolling_are_signs_of_somebody(qtbot: QtBot, opened: ReaderPane) -> None:
    stirring = Stirring(opened)
    stirring.watch(opened)
    with qtbot.waitSignal(stirring.stirred):
        qtbot.keyClick(opened.parts.view, Qt.Key.Key_F24)
    with qtbot.waitSignal(stirring.stirred):
        opened.go(3)


def test_a_window_that_loses_the_keys_is_left(qtbot: QtBot, opened: ReaderPane) -> None:
    stirring = Stirring(opened)
    stirring.watch(opened)
    with qtbot.waitSignal(stirring.left):
        QApplication.sendEvent(opened, QEvent(QEvent.Type.WindowDeactivate))
    with qtbot.waitSignal(stirring.stirred):
        QApplication.sendEvent(opened, QEvent(QEvent.Type.WindowActivate))


def test_pages_out_of_sight_are_left(qtbot: QtBot, opened: ReaderPane) -> None:
    stirring = Stirring(opened)
    stirring.watch(opened)
    with qtbot.waitSignal(stirring.left):
        opened.parts.view.hide()
