from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.commands.faces.asking import Choice, Option, Tick
from paperdesk.ui.chooser import SheetChooser
from paperdesk.ui.ticks import Ticks
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


def test_what_is_typed_can_be_made_by_the_last_line(qtbot: QtBot) -> None:
    chooser, taken, _window = offer(qtbot)
    chooser.choose_or_make(
        "Search with",
        ["One", "Two"],
        lambda typed: "" if typed == "Two" else f"New: {typed}",
        taken.append,
    )
    sheet = chooser.sheet("Search with")
    assert [entry.title for entry in sheet.shown()] == ["One", "Two", "New: "]
    QTest.keyClicks(field(chooser), "Two")
    assert [entry.title for entry in sheet.shown()] == ["Two"]
    QTest.keyClicks(field(chooser), " more ")
    assert [entry.title for entry in sheet.shown()] == ["New: Two more"]
    QTest.keyClick(field(chooser), Qt.Key.Key_Return)
    assert taken == ["Two more"]


def test_a_sheet_that_was_expected_opens_at_once_and_has_its_lines_later(qtbot: QtBot) -> None:
    chooser, taken, _window = offer(qtbot)
    chooser.sheet("Search with").dismiss()
    chooser.prepare("Search with")
    assert [entry.title for entry in chooser.sheet("Search with").shown()] == ["Reading…"]
    QTest.keyClicks(field(chooser), "tw")
    QTest.keyClick(field(chooser), Qt.Key.Key_Return)
    chooser.choose("Search with", ["One", "Two"], taken.append)
    assert taken == ["Two"]


def test_what_was_turned_away_from_does_not_open_late(qtbot: QtBot) -> None:
    chooser, taken, _window = offer(qtbot)
    chooser.prepare("Search with")
    QTest.keyClick(field(chooser), Qt.Key.Key_Escape)
    chooser.choose("Search with", ["One", "Two"], taken.append)
    assert chooser.sheet("Search with").isHidden()
    chooser.choose("Search with", ["One", "Two"], taken.append)  # asked anew
    assert not chooser.sheet("Search with").isHidden()


def test_a_sheet_that_was_expected_in_vain_closes(qtbot: QtBot) -> None:
    chooser, _taken, _window = offer(qtbot)
    chooser.prepare("Search with")
    chooser.call_off("Search with")
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


def consult(qtbot: QtBot) -> tuple[QLineEdit, list[str], SheetChooser]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    with qtbot.waitActive(window):
        window.show()
    chooser, taken = SheetChooser(window), list[str]()

    def answer(text: str) -> list[Choice]:
        said = Choice(f"About {text}", "a remark", lambda: taken.append(text))
        return [Choice("Nothing can be done")] if text == "x" else [said]

    chooser.consult("What?", answer)
    found = chooser.consulted("What?").sheet.focusProxy()
    assert isinstance(found, QLineEdit)
    return found, taken, chooser


def test_what_is_offered_follows_what_is_typed(qtbot: QtBot) -> None:
    typed, taken, _chooser = consult(qtbot)
    QTest.keyClicks(typed, "robots")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert taken == ["robots"]


def test_a_line_that_does_nothing_cannot_be_taken(qtbot: QtBot) -> None:
    typed, taken, _chooser = consult(qtbot)
    QTest.keyClicks(typed, "x")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert taken == []
    assert typed.isVisible()
    QTest.keyClick(typed, Qt.Key.Key_Escape)
    assert not typed.isVisible()


def test_lines_are_ticked_where_that_is_asked(qtbot: QtBot) -> None:
    chooser, _, window = offer(qtbot)
    chooser.sheet("Search with").dismiss()
    rows: list[int] = []
    chooser.tick("Fields", "Choose.", [Tick("One"), Tick("Two")], rows.extend)
    (ticks,) = window.findChildren(Ticks)
    lines = ticks.focusProxy()
    assert lines is not None
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert rows == [0]
