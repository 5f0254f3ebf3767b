"""Before a link leads out, its address is shown and one is asked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.pages import Link
from paperdesk.ui.reader import ReaderPane

ADDRESS = "https://example.org/paper?id=1"


@pytest.fixture
def asked(qtbot: QtBot, opened: ReaderPane) -> ReaderPane:
    """A reader in which a link out was clicked."""
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.parts.view.setFocus()
    opened.parts.pointer.followed.emit(Link((0, 0, 1, 1), uri=ADDRESS))
    return opened


@pytest.fixture
def gone(opened: ReaderPane) -> list[str]:
    """The addresses that were opened."""
    gone: list[str] = []
    opened.link_activated.connect(gone.append)
    return gone


def test_the_whole_address_is_shown_and_said(asked: ReaderPane, gone: list[str]) -> None:
    assert asked.leaving.isVisible()
    assert asked.leaving.address.text().replace("\u200b", "") == ADDRESS
    assert ADDRESS in asked.leaving.accessibleDescription()
    assert "Escape stays" in asked.leaving.accessibleDescription()
    assert gone == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes(asked: ReaderPane, gone: list[str], key: Qt.Key) -> None:
    QTest.keyClick(asked.leaving, key)
    assert gone == [ADDRESS]
    assert asked.leaving.isHidden()
    assert asked.parts.view.hasFocus()


def test_escape_stays(asked: ReaderPane, gone: list[str]) -> None:
    QTest.keyClick(asked.leaving, Qt.Key.Key_Escape)
    assert gone == []
    assert asked.leaving.isHidden()


def test_the_hand_can_go_too(asked: ReaderPane, gone: list[str]) -> None:
    QTest.mouseClick(asked.leaving.go, Qt.MouseButton.LeftButton)
    assert gone == [ADDRESS]


def test_a_click_beside_the_question_stays(asked: ReaderPane, gone: list[str]) -> None:
    QTest.mouseClick(asked.leaving, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert asked.leaving.isHidden()
    assert gone == []


def test_a_link_to_a_file_is_a_sentence(qtbot: QtBot, opened: ReaderPane, gone: list[str]) -> None:
    with qtbot.waitSignal(opened.problem) as told:
        opened.parts.pointer.followed.emit(Link((0, 0, 1, 1), uri="file:///bin/sh"))
    assert "starts no programs" in told.args[0]
    assert opened.leaving.isHidden()
    assert gone == []


def test_a_link_inside_asks_nothing(opened: ReaderPane) -> None:
    opened.parts.pointer.followed.emit(Link((0, 0, 1, 1), page=4))
    assert opened.leaving.isHidden()
    assert opened.place().page in (3, 4)  # a little above it
