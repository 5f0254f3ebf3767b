"""A picture stands where the window will be, and one is taken when it closes."""

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from paperdesk.ui.stage import Stage

RED = QColor("red")


def red(width: int = 400, height: int = 300) -> QPixmap:
    picture = QPixmap(width, height)
    picture.fill(RED)
    return picture


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    qtbot.addWidget(made)
    return made


def test_the_picture_is_painted_at_its_own_size(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.painted):
        stage.show_picture(red())
    assert (stage.width(), stage.height()) == (400, 300)
    assert stage.grab().toImage().pixelColor(200, 150) == RED


def test_a_picture_of_the_whole_screen_was_of_a_maximized_window(stage: Stage) -> None:
    room = stage.screen().availableSize()
    stage.show_picture(red(room.width(), room.height()))
    assert stage.isMaximized()


def test_the_window_takes_the_place_of_the_picture(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.painted):
        stage.show_picture(red())
    window = QLineEdit("here")
    with qtbot.waitSignal(stage.painted):
        stage.enter(window)
    assert window.isVisible()
    assert window.width() == stage.width()
    assert stage.grab().toImage().pixelColor(200, 150) != RED


def test_each_is_told_once(stage: Stage, qtbot: QtBot) -> None:
    told: list[bool] = []
    stage.painted.connect(lambda: told.append(True))
    with qtbot.waitSignal(stage.painted):
        stage.show_picture(red())
    stage.repaint()
    qtbot.wait(20)
    assert told == [True]


def test_closing_takes_a_picture_and_closes_the_window(stage: Stage, qtbot: QtBot) -> None:
    window = QLineEdit("here")
    stage.enter(window)
    with qtbot.waitSignal(stage.painted):
        stage.show()
    assert stage.picture().isNull()
    stage.close()
    assert window.isHidden()
    assert stage.picture().deviceIndependentSize().toSize() == stage.size()


def test_what_stays_out_of_sight_comes_back_and_leaves_for_good(stage: Stage, qtbot: QtBot) -> None:
    window = QLineEdit("here")
    stage.enter(window)
    stage.stays = lambda: True
    with qtbot.waitSignal(stage.painted):
        stage.show()
    stage.close()
    assert stage.isHidden()
    stage.come_back()
    assert stage.isVisible()
    stage.close()
    stage.leave()
    assert stage.isHidden()
    assert window.isHidden()
