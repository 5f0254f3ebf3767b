import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from paperdesk.ui.paper.strip import Strip


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def strip(qtbot: QtBot, ran: list[str]) -> Strip:
    strip = Strip(ran.append)
    qtbot.addWidget(strip)
    return strip


def press(strip: Strip, qtbot: QtBot, word: str) -> None:
    (button,) = (one for one in strip.findChildren(QPushButton) if one.text() == word)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_to_say_takes_no_space(strip: Strip) -> None:
    assert strip.isHidden()


def test_progress_is_shown_and_can_be_stopped(strip: Strip, qtbot: QtBot, ran: list[str]) -> None:
    strip.show_progress("Downloading, 2 of 5 MB", 2, 5)
    bar = strip.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert (bar.value(), bar.maximum()) == (2, 5)
    press(strip, qtbot, "Stop")
    press(strip, qtbot, "Pause")
    assert ran == ["feed.stop", "download.turn"]


def test_a_download_that_waits_can_be_gone_on_with(
    strip: Strip, qtbot: QtBot, ran: list[str]
) -> None:
    strip.show_paused("2.0 of 5.0 MB", 2, 5)
    label, bar = strip.findChild(QLabel), strip.findChild(QProgressBar)
    assert isinstance(label, QLabel)
    assert isinstance(bar, QProgressBar)
    assert (label.text(), bar.value(), bar.isVisible()) == ("Paused: 2.0 of 5.0 MB", 2, True)
    press(strip, qtbot, "Go on")
    assert ran == ["paper.open"]


def test_a_failure_says_why_and_can_be_tried_again(
    strip: Strip, qtbot: QtBot, ran: list[str]
) -> None:
    strip.show_failure("arXiv did not answer.")
    label = strip.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.text() == "⚠ arXiv did not answer."
    press(strip, qtbot, "Retry")
    assert ran == ["paper.download"]
    strip.clear()
    assert strip.isHidden()
