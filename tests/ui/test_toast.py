from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui import toast
from paperdesk.ui.icons import IconButton
from paperdesk.ui.toast import ErrorBar, Toast


@pytest.fixture
def last_line(qtbot: QtBot) -> Iterator[QWidget]:
    """The last line of a window: as high as it must be, and 28 pixels at least."""
    window, line, kept = QWidget(), QWidget(), QWidget()
    kept.setFixedHeight(28)
    inner = QVBoxLayout(line)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(kept)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch()
    column.addWidget(line)
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    yield line
    window.hide()


def words(widget: QWidget) -> str:
    label = widget.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def _is_wide(widget: QWidget, width: int) -> bool:
    return widget.width() == width


def test_what_comes_meanwhile_leaves_an_offer_to_undo_where_it_is(last_line: QWidget) -> None:
    told = Toast(last_line)
    said: list[str] = []
    told.said.connect(said.append)
    told.mention("3 came.")
    assert told.sentence() == "3 came."
    told.say("1 paper dismissed", undo=True)
    told.mention("4 came.")
    assert told.sentence().startswith("1 paper dismissed")
    told.say("Undone: 1 paper dismissed")
    told.mention("5 came.")
    assert told.sentence() == "5 came."
    assert [one for one in said if one.endswith("came.")] == ["3 came.", "4 came.", "5 came."]


def test_words_lie_over_the_last_line_and_nothing_else(last_line: QWidget, qtbot: QtBot) -> None:
    said = Toast(last_line)
    for width in (800, 1000):
        last_line.window().resize(width, 400)
        said.say("3 archived", undo=True)
        qtbot.waitUntil(partial(_is_wide, last_line, width))
        assert last_line.height() == 28
        assert last_line.rect().contains(said.geometry())
        assert abs(said.geometry().center().x() - width // 2) <= 1


def test_a_line_goes_by_itself(
    last_line: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "SHORT", 20)
    line = Toast(last_line)
    line.say("Copied")
    qtbot.waitUntil(lambda: line.sentence() == "")


def test_what_can_be_undone_says_how(last_line: QWidget, qtbot: QtBot) -> None:
    line = Toast(last_line)
    line.say("3 archived", undo=True)
    assert line.sentence() == "3 archived — z undoes"
    button = line.findChild(QPushButton)
    with qtbot.waitSignal(line.undone):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.sentence() == ""


def test_the_last_line_grows_for_a_long_sentence_until_it_is_gone(
    last_line: QWidget, qtbot: QtBot
) -> None:
    said = Toast(last_line)
    said.say("A sentence that is long. " * 20)
    qtbot.waitUntil(lambda: last_line.height() > 28)
    qtbot.waitUntil(lambda: last_line.rect().contains(said.geometry()))
    said.hide()
    qtbot.waitUntil(lambda: last_line.height() == 28)


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


def test_only_what_has_turned_out_to_be_wrong_is_taken_back(last_line: QWidget) -> None:
    line = Toast(last_line)
    line.say("Reading aloud")
    line.withdraw("3 archived")
    assert line.sentence() == "Reading aloud"
    line.withdraw("Reading aloud")
    assert not line.sentence()


def test_what_is_said_is_told_without_the_key_that_undoes_it(last_line: QWidget) -> None:
    toast, told = Toast(last_line), list[str]()
    toast.said.connect(told.append)
    toast.say("1 paper archived", undo=True)
    assert told == ["1 paper archived"]
