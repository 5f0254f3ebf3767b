from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.commands.faces.window import Option
from paperdesk.ui.chooser import SheetChooser
from paperdesk.ui.windowhints import WindowHints


def offer(qtbot: QtBot) -> tuple[SheetChooser, list[str], QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    with qtbot.waitActive(window):
        window.show()
    chooser, taken = SheetChooser(window), list[str]()
    chooser.choose("Search with", ["One", "Two"], taken.append)
    return chooser, taken, window


def field(chooser: SheetChooser) -> QLineEdit:
    found = chooser.sheet("Search with").focusProxy()
    assert isinstance(found, QLineEdit)
    return found


def test_enter_takes_the_first_option(qtbot: QtBot) -> None:
    chooser, taken, _window = offer(qtbot)
    QTest.keyClick(field(chooser), Qt.Key.Key_Return)
    assert taken == ["One"]


def test_a_few_letters_find_another(qtbot: QtBot) -> None:
    chooser, taken, _window = offer(qtbot)
    QTest.keyClicks(field(chooser), "tw")
    QTest.keyClick(field(chooser), Qt.Key.Key_Return)
    assert taken == ["Two"]


def test_escape_takes_none(qtbot: QtBot) -> None:
    chooser, taken, _window = offer(qtbot)
    QTest.keyClick(field(chooser), Qt.Key.Key_Escape)
    assert not taken
    assert chooser.sheet("Search with").isHidden()


def test_everything_in_the_window_gets_its_label(qtbot: QtBot) -> None:
    chooser, _taken, window = offer(qtbot)
    chooser.sheet("Search with").dismiss()
    chooser.label_everything()
    hints = window.findChild(WindowHints)
    assert hints is not None
    assert hints.isVisible()


def test_lines_with_remarks_are_found_by_all_the_words_in_their_order(qtbot: QtBot) -> None:
    chooser, _taken, _window = offer(qtbot)
    chooser.sheet("Search with").dismiss()
    taken: list[str] = []
    options = [Option("b", "Blog", "failing"), Option("", "Read me"), Option("d", "Daily", "ok")]
    chooser.offer("Sources", options, taken.append)
    sheet = chooser.sheet("Sources")
    field = sheet.focusProxy()
    assert field is not None
    QTest.keyClicks(field, "fail blog")
    assert [entry.title for entry in sheet.shown()] == ["Blog"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert taken == ["b"]
