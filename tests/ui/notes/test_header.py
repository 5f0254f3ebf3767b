"""The line above a note."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from paperdesk.ui.labels import ElidedLabel
from paperdesk.ui.notes import header
from paperdesk.ui.notes.header import Header, Standing
from tests.clock import within


def made(qtbot: QtBot) -> Header:
    header = Header()
    qtbot.addWidget(header)
    header.show()
    return header


def test_it_says_whose_note_it_is(qtbot: QtBot) -> None:
    shown = made(qtbot)
    shown.show_paper("vaswani2017")
    title = shown.findChild(ElidedLabel)
    assert title is not None
    assert title.text() == "Note · vaswani2017"


def test_without_a_paper_there_is_nothing_to_preview(qtbot: QtBot) -> None:
    shown = made(qtbot)
    switch = shown.findChild(QToolButton)
    assert switch is not None
    shown.show_paper("")
    assert switch.isHidden()
    shown.show_paper("vaswani2017")
    assert not switch.isHidden()


def test_the_switch_asks_for_the_preview(qtbot: QtBot) -> None:
    shown = made(qtbot)
    shown.show_paper("vaswani2017")
    switch = shown.findChild(QToolButton)
    assert switch is not None
    with within(1.0), qtbot.waitSignal(shown.previewed):
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)


def test_a_new_paper_has_nothing_to_tell_yet(qtbot: QtBot) -> None:
    shown = made(qtbot)
    shown.show_standing(Standing.SAVED)
    shown.notify("Something")
    assert (shown.standing(), shown.notice()) == ("Saved", "Something")
    shown.show_paper("other2020")
    assert (shown.standing(), shown.notice()) == ("", "")


def test_a_notice_goes_by_itself(qtbot: QtBot) -> None:
    shown = made(qtbot)
    shown.notify("Something")
    shown._away.setInterval(1)
    shown._away.start()
    with within(1.0):
        qtbot.waitUntil(lambda: shown.notice() == "")
    assert header.NOTICE_FOR >= 5000


def test_a_long_key_does_not_push_the_rest_out(qtbot: QtBot) -> None:
    shown = made(qtbot)
    shown.show_paper("averylongname" * 20)
    shown.resize(240, 40)
    switch = shown.findChild(QToolButton)
    assert switch is not None
    assert switch.geometry().right() <= shown.width()
