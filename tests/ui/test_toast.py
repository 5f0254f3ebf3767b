import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui import toast
from paperdesk.ui.icons import IconButton
from paperdesk.ui.toast import ErrorBar, Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    return window


def words(widget: QWidget) -> str:
    label = widget.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def test_a_line_is_said_in_the_middle_near_the_bottom(window: QWidget) -> None:
    line = Toast(window)
    line.say("3 archived")
    assert line.sentence() == "3 archived"
    assert abs(line.geometry().center().x() - 400) <= 1
    assert line.geometry().bottom() > 500
    window.resize(1000, 400)
    assert abs(line.geometry().center().x() - 500) <= 1


def test_a_line_goes_by_itself(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "SHORT", 20)
    line = Toast(window)
    line.say("Copied")
    qtbot.waitUntil(lambda: line.sentence() == "")


def test_what_can_be_undone_says_how(window: QWidget, qtbot: QtBot) -> None:
    line = Toast(window)
    line.say("3 archived", undo=True)
    assert line.sentence() == "3 archived — z undoes"
    button = line.findChild(QPushButton)
    with qtbot.waitSignal(line.undone):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.sentence() == ""


def test_a_long_line_wraps_inside_the_window(window: QWidget) -> None:
    line = Toast(window)
    line.say("A sentence that is long. " * 20)
    assert line.width() <= window.width()


def test_an_error_stays_until_it_is_dismissed(qtbot: QtBot) -> None:
    bar = ErrorBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.complain("arXiv did not answer.")
    assert words(bar) == "⚠  arXiv did not answer."
    qtbot.mouseClick(bar.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_errors_wait_behind_each_other_and_are_said_once(qtbot: QtBot) -> None:
    bar = ErrorBar()
    qtbot.addWidget(bar)
    for sentence in ("One.", "Two.", "One."):
        bar.complain(sentence)
    assert bar.sentences() == ("One.", "Two.")
    assert words(bar) == "⚠  One.  (+1 more)"
    bar.dismiss()
    assert words(bar) == "⚠  Two."


def test_an_error_is_text_and_no_markup(qtbot: QtBot) -> None:
    bar = ErrorBar()
    qtbot.addWidget(bar)
    bar.complain("<b>x</b>")
    label = bar.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_what_is_true_no_longer_is_withdrawn_wherever_it_waits(qtbot: QtBot) -> None:
    bar = ErrorBar()
    qtbot.addWidget(bar)
    for sentence in ("The disk is full.", "arXiv did not answer."):
        bar.complain(sentence)
    bar.withdraw("The disk is full.")
    bar.withdraw("Nobody said this.")
    assert bar.sentences() == ("arXiv did not answer.",)
    bar.withdraw("arXiv did not answer.")
    assert bar.isHidden()


def test_only_what_has_turned_out_to_be_wrong_is_taken_back(window: QWidget) -> None:
    line = Toast(window)
    line.say("Reading aloud")
    line.withdraw("3 archived")
    assert line.sentence() == "Reading aloud"
    line.withdraw("Reading aloud")
    assert not line.sentence()
