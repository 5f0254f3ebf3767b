import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.sheet import Entry, Sheet, ranked
from paperdesk.ui.theme import font

ENTRIES = (
    Entry("Archive", "e", "Paper", "paper.archive"),
    Entry("Read later", "l", "Paper", "paper.later"),
    Entry("Dark theme", "", "View", "view.dark"),
    Entry("A line to read"),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 600)
    QVBoxLayout(window).addWidget(QLineEdit())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def sheet(window: QWidget) -> Sheet:
    sheet = Sheet("Type a command", window)
    sheet.open(ENTRIES)
    return sheet


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or QWidget(), key)


def test_keys_that_come_before_the_lines_wait_for_them(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.dismiss()
    sheet.expect()
    for key in (Qt.Key.Key_D, Qt.Key.Key_A, Qt.Key.Key_Return):
        press(key)
    assert not sheet.isHidden()
    with qtbot.waitSignal(sheet.chosen) as chosen:
        sheet.open(ENTRIES)
    assert chosen.args == ["view.dark"]


def test_keys_after_the_one_that_takes_a_line_are_for_who_has_the_keys_then(
    sheet: Sheet, window: QWidget
) -> None:
    sheet.dismiss()
    below = window.findChild(QLineEdit)
    assert below is not None
    below.setFocus()
    sheet.expect()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_J):
        press(key)
    sheet.open(ENTRIES)
    assert below.text() == "j"


def test_esc_turns_away_from_what_is_not_there_yet(sheet: Sheet) -> None:
    sheet.expect()
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_Escape)
    assert sheet.isHidden()
    sheet.open(ENTRIES)
    assert field(sheet).text() == ""


def field(sheet: Sheet) -> QLineEdit:
    found = sheet.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_an_open_sheet_has_the_keys_and_shows_everything(sheet: Sheet) -> None:
    assert QApplication.focusWidget() is field(sheet)
    assert sheet.shown() == ENTRIES


def test_typing_sifts_and_enter_takes_the_best(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(sheet), "dark")
    assert sheet.shown() == (ENTRIES[2],)
    with qtbot.waitSignal(sheet.chosen) as told:
        qtbot.keyClick(field(sheet), Qt.Key.Key_Return)
    assert told.args == ["view.dark"]
    assert sheet.isHidden()


def test_arrows_choose_while_the_field_keeps_the_keys(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.keyClick(field(sheet), Qt.Key.Key_Down)
    with qtbot.waitSignal(sheet.chosen) as told:
        qtbot.keyClick(field(sheet), Qt.Key.Key_Return)
    assert told.args == ["paper.later"]


def test_a_line_without_a_command_is_only_read(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(sheet), "line to")
    with qtbot.assertNotEmitted(sheet.chosen):
        qtbot.keyClick(field(sheet), Qt.Key.Key_Return)
    assert not sheet.isHidden()


def test_enter_on_nothing_does_nothing(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(sheet), "xyzzy")
    assert sheet.shown() == ()
    with qtbot.assertNotEmitted(sheet.chosen):
        qtbot.keyClick(field(sheet), Qt.Key.Key_Return)


def test_esc_closes_and_gives_the_keys_back(window: QWidget, qtbot: QtBot) -> None:
    before = window.findChild(QLineEdit)
    assert isinstance(before, QLineEdit)
    before.setFocus()
    sheet = Sheet("Type", window)
    sheet.open(ENTRIES)
    qtbot.keyClick(field(sheet), Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert QApplication.focusWidget() is before


def test_a_click_on_a_line_takes_it(sheet: Sheet, qtbot: QtBot) -> None:
    lines = sheet.findChild(QListView)
    assert isinstance(lines, QListView)
    rect = lines.visualRect(lines.model().index(1, 0))
    with qtbot.waitSignal(sheet.chosen) as told:
        qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told.args == ["paper.later"]


def test_a_click_elsewhere_closes(window: QWidget, sheet: Sheet, qtbot: QtBot) -> None:
    other = next(f for f in window.findChildren(QLineEdit) if f is not field(sheet))
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    assert sheet.isHidden()


def test_a_sheet_stays_within_a_small_window(window: QWidget, sheet: Sheet) -> None:
    window.resize(720, 480)
    sheet.open(ENTRIES)
    assert window.rect().contains(sheet.geometry())


def test_a_key_finds_its_line_first() -> None:
    entries = (Entry("Large example", "x"), Entry("Archive", "e"))
    assert ranked(entries, "e")[0].title == "Archive"


def test_lines_are_read_out_with_their_keys(sheet: Sheet) -> None:
    lines = sheet.findChild(QListView)
    assert isinstance(lines, QListView)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert lines.model().index(0, 0).data(role) == "Archive, e"
    assert lines.model().index(2, 0).data(role) == "Dark theme"


def test_lines_that_arrive_later_join_those_that_are_there(sheet: Sheet) -> None:
    typed: list[str] = []
    sheet.typed.connect(typed.append)
    field(sheet).setText("re")
    sheet.add([Entry("Refresh", "r", "File", "feed.refresh"), ENTRIES[1]])
    titles = [entry.title for entry in sheet.shown()]
    assert "Refresh" in titles
    assert titles.count("Read later") == 1
    assert typed == ["re"]


def test_enter_before_there_is_a_line_takes_the_first_that_arrives(
    sheet: Sheet, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field(sheet), "attention")
    qtbot.keyClick(field(sheet), Qt.Key.Key_Return)
    assert not sheet.isHidden()
    with qtbot.waitSignal(sheet.chosen) as told:
        sheet.add([Entry("Attention", command="7")])
    assert told.args == ["7"]


def test_who_types_on_takes_back_that_enter(sheet: Sheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(sheet), "atten")
    qtbot.keyClick(field(sheet), Qt.Key.Key_Return)
    qtbot.keyClicks(field(sheet), "tion")
    with qtbot.assertNotEmitted(sheet.chosen):
        sheet.add([Entry("Attention", command="7")])


def test_what_lies_below_gets_the_keys_where_a_layer_was_put_away(
    window: QWidget, qtbot: QtBot
) -> None:
    pages = QListView(window)
    layer = QWidget(pages)
    for widget in (pages, layer):
        widget.show()
    layer.setFocus()
    sheet = Sheet("Type a command", window)
    sheet.open(ENTRIES)
    layer.hide()
    qtbot.keyClick(field(sheet), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is pages


def test_a_line_is_cut_only_where_something_stands_behind_it(window: QWidget) -> None:
    """Nothing needs the room for keys where no line has any."""
    ends = []
    for keys in ("e", ""):
        sheet = Sheet("Which?", window)
        sheet.open([Entry("words " * 40), Entry("Archive", keys)])
        picture = sheet.grab().toImage()
        (lines,) = sheet.findChildren(QListView)
        half = (sheet.line_height() - QFontMetrics(font()).height()) // 2
        row = lines.mapTo(sheet, QPoint(0, 0)).y() + half
        dark = [x for x in range(picture.width()) if picture.pixelColor(x, row).lightness() < 128]
        ends.append(max(x for x in dark if x < picture.width() - 12))
    assert ends[1] > ends[0] + 100


LONG = Entry("1 paper dismissed · " + "Scaling the horizon of long agents " * 3, command="a")


def test_a_sheet_is_as_wide_as_its_longest_line(window: QWidget, sheet: Sheet) -> None:
    narrow, high = sheet.width(), sheet.line_height()
    window.resize(1600, 600)
    sheet.open((*ENTRIES, LONG))
    words = QFontMetrics(font()).horizontalAdvance(LONG.title)
    assert narrow < words < sheet.width() < 1600
    assert sheet.line_height() == high


def test_where_the_window_is_too_narrow_a_title_takes_two_lines(
    window: QWidget, sheet: Sheet
) -> None:
    high = sheet.line_height()
    window.resize(700, 600)
    sheet.open((*ENTRIES, LONG))
    assert sheet.width() <= 700
    assert sheet.line_height() > high
    sheet.open(ENTRIES)
    assert sheet.line_height() == high


def test_where_nothing_answers_it_says_so(sheet: Sheet) -> None:
    lines = sheet.findChild(QListView)
    assert isinstance(lines, QListView)
    before = lines.grab().toImage()
    field = sheet.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "zzzz")
    assert lines.accessibleDescription() == "Nothing here has “zzzz”."
    said = lines.grab().toImage()
    QTest.keyClicks(field, "z")
    assert lines.grab().toImage() != said != before
    sheet.open(ENTRIES)
    assert lines.accessibleDescription() == ""


def test_a_sheet_can_be_as_high_as_its_lines(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    sheet = Sheet("Few", window)
    sheet.open([Entry("One"), Entry("Two")])
    sheet.fit(2)
    lines = sheet.findChild(QListView)
    assert lines is not None
    qtbot.waitUntil(lambda: lines.viewport().height() >= 2 * sheet.line_height())
    assert lines.viewport().height() < 2.5 * sheet.line_height()
    assert not lines.verticalScrollBar().isVisible()


def test_arrows_go_round_from_one_end_to_the_other(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    sheet, taken = Sheet("Three", window), list[str]()
    sheet.chosen.connect(taken.append)
    field = sheet.focusProxy()
    for keys in ([Qt.Key.Key_Up], [Qt.Key.Key_Up, Qt.Key.Key_Down], [Qt.Key.Key_Down]):
        sheet.open([Entry(name, command=name) for name in ("One", "Two", "Three")])
        for key in (*keys, Qt.Key.Key_Return):
            qtbot.keyClick(field, key)
    assert taken == ["Three", "One", "Two"]
