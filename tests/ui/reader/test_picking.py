from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.commands.table import Where
from paperdesk.reader.selection import Unit
from paperdesk.ui.reader import ReaderPane
from tests.ui.reader.conftest import FakePages
from tests.ui.reader.test_pointer import read_words


def test_a_region_is_picked_with_a_rectangle(qtbot: QtBot, opened: ReaderPane) -> None:
    opened.picking.copy_region()
    assert opened.parts.rubber.isVisible()


def test_what_is_told_is_said_by_the_reader(qtbot: QtBot, opened: ReaderPane) -> None:
    with qtbot.waitSignal(opened.problem) as said:
        opened.picking.told.emit("Copied.")
    assert said.args == ["Copied."]


def test_a_caret_has_keys_of_its_own(qtbot: QtBot, opened: ReaderPane, fake: FakePages) -> None:
    read_words(qtbot, opened, fake)
    picking = opened.picking
    assert picking.where() is Where.READER
    picking.find_word()
    QTest.keyClick(opened.parts.jump, Qt.Key.Key_Return)
    assert picking.where() is Where.CARET
    picking.anchor()
    picking.move(Unit.WORD, 1)
    picking.edge(1, extend=True)
    assert opened.parts.selecting.text() == "alpha beta gamma"
    picking.let_go()
    assert opened.selections() == ()
    picking.keep()
    assert picking.where() is Where.READER
