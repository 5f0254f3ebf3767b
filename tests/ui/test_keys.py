from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from paperdesk.commands.desk import Desk
from paperdesk.commands.table import RESERVED, TABLE, Command, Menu, Where
from paperdesk.ui.keys import Binding, Dispatcher, Keymap, takes_text
from tests.clock import within


def verb(desk: Desk) -> None:
    """Do it."""


def row(name: str, keys: str, where: Where) -> Command:
    return Command(name, name.title(), Menu.GO, keys, where, verb)


ROWS = (
    row("down", "j Down", Where.LIST),
    row("open", "Return", Where.LIST),
    row("first", "gg", Where.LIST),
    row("day", "gd", Where.DESK),
    row("scroll", "j", Where.READER),
    row("undo", "z Ctrl+Z", Where.DESK),
    row("export", "Ctrl+E", Where.ALWAYS),
    row("add", "a", Where.ALWAYS),
    row("done", "Ctrl+Return", Where.NOTE),
    row("previous", "[", Where.LIST),
    replace(row("mark", "m", Where.READER), then=lambda _desk, _stroke: None),
)
KEPT = {Where.LIST: {"M": "Mute rule from this row", "gx": "Nowhere"}}

NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Desktop:
    """A window with a pane and a field, and a dispatcher that listens."""

    qtbot: QtBot
    window: QWidget
    pane: QLabel
    text: QLineEdit
    where: Where = Where.LIST
    counts: bool = False
    ran: list[tuple[str, int]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    hinted: list[list[Binding]] = field(default_factory=list)
    dispatcher: Dispatcher | None = None

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClicks(focus, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, held)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desktop]:
    window = QWidget()
    qtbot.addWidget(window)
    pane, text = QLabel("pane"), QLineEdit()
    pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(window)
    column.addWidget(pane)
    column.addWidget(text)
    desktop = Desktop(qtbot, window, pane, text)
    dispatcher = Dispatcher(
        Keymap(ROWS, KEPT),
        lambda command, count: desktop.ran.append((command, count)),
        lambda: desktop.where,
        lambda: desktop.counts,
    )
    desktop.dispatcher = dispatcher
    dispatcher.refused.connect(desktop.said.append)
    dispatcher.pending.connect(desktop.hinted.append)
    qapp.installEventFilter(dispatcher)
    with qtbot.waitActive(window):
        window.show()
    pane.setFocus()
    yield desktop
    qapp.removeEventFilter(dispatcher)


def test_a_letter_runs_its_command(desk: Desktop) -> None:
    desk.type("j")
    assert desk.ran == [("down", 0)]


def test_the_pane_with_the_keys_decides(desk: Desktop) -> None:
    desk.where = Where.READER
    desk.type("jz")
    assert desk.ran == [("scroll", 0), ("undo", 0)]


def test_arrows_are_alternatives(desk: Desktop) -> None:
    desk.press(Qt.Key.Key_Down)
    assert desk.ran == [("down", 0)]


def test_letters_typed_into_a_field_are_text(desk: Desktop) -> None:
    desk.text.setFocus()
    desk.type("jagd")
    assert desk.text.text() == "jagd"
    assert desk.ran == []


def test_chords_count_while_typing(desk: Desktop) -> None:
    desk.text.setFocus()
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert desk.ran == [("export", 0)]


def test_the_field_keeps_its_own_undo(desk: Desktop) -> None:
    desk.text.setFocus()
    desk.type("x")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.ran == []
    assert desk.text.text() == ""


def test_chords_of_the_note_count_while_writing_it(desk: Desktop) -> None:
    desk.text.setFocus()
    desk.where = Where.NOTE
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.ran == [("done", 0)]


def test_a_sequence_runs_when_it_is_complete(desk: Desktop) -> None:
    desk.type("g")
    assert desk.ran == []
    desk.type("d")
    assert desk.ran == [("day", 0)]


def test_a_key_that_cannot_follow_ends_the_sequence_and_does_nothing(desk: Desktop) -> None:
    desk.type("gj")
    assert desk.ran == []
    desk.type("j")
    assert desk.ran == [("down", 0)]


def test_esc_cancels_a_sequence(desk: Desktop) -> None:
    desk.type("g")
    desk.press(Qt.Key.Key_Escape)
    desk.type("d")
    assert desk.ran == []


def test_esc_is_left_alone_when_nothing_is_pending(desk: Desktop) -> None:
    heard = []
    desk.window.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    desk.press(Qt.Key.Key_Escape)
    assert heard == [Qt.Key.Key_Escape]


def test_half_a_second_into_a_sequence_its_continuations_are_told(desk: Desktop) -> None:
    desk.type("g")
    assert desk.hinted == []
    assert desk.dispatcher is not None
    with within(2.0), desk.qtbot.waitSignal(desk.dispatcher.pending):
        pass
    assert [binding.keys for binding in desk.hinted[0]] == ["gg", "gd"]
    with within(1.0), desk.qtbot.waitSignal(desk.dispatcher.settled):
        desk.type("d")


def test_a_reserved_key_says_what_it_is_kept_for(desk: Desktop) -> None:
    desk.type("M")
    assert desk.ran == []
    assert desk.said == [
        "“M” is kept for “Mute rule from this row”, which PaperDesk does not have yet."
    ]


def test_a_reserved_sequence_says_so_when_it_is_complete(desk: Desktop) -> None:
    desk.type("gx")
    assert "“gx” is kept for “Nowhere”" in desk.said[0]


def test_digits_count_where_counts_are_on(desk: Desktop) -> None:
    desk.counts = True
    desk.type("12j")
    desk.type("j")
    assert desk.ran == [("down", 12), ("down", 0)]


def test_a_count_goes_with_a_sequence(desk: Desktop) -> None:
    desk.counts = True
    desk.type("10gg")
    assert desk.ran == [("first", 10)]


def test_digits_count_nothing_where_counts_are_off(desk: Desktop) -> None:
    desk.type("5j")
    assert desk.ran == [("down", 0)]


def test_esc_drops_a_count(desk: Desktop) -> None:
    desk.counts = True
    desk.type("7")
    desk.press(Qt.Key.Key_Escape)
    desk.type("j")
    assert desk.ran == [("down", 0)]


def test_a_bracket_made_with_altgr_is_a_bracket(desk: Desktop) -> None:
    held = Qt.KeyboardModifier.GroupSwitchModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_BracketLeft, held, "[")
    QApplication.sendEvent(desk.pane, event)
    assert desk.ran == [("previous", 0)]


def test_the_physical_key_counts_on_a_cyrillic_layout(desk: Desktop) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for code, text, scan in ((0x41F, "п", 42), (0x412, "в", 40)):
        event = QKeyEvent(QEvent.Type.KeyPress, code, none, scan, 0, 0, text)
        QApplication.sendEvent(desk.pane, event)
    assert desk.ran == [("day", 0)]


def test_while_an_input_method_composes_no_key_counts(desk: Desktop) -> None:
    desk.text.setFocus()
    QApplication.sendEvent(desk.text, QInputMethodEvent("ni", []))
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert desk.ran == []
    QApplication.sendEvent(desk.text, QInputMethodEvent("", []))
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert desk.ran == [("export", 0)]


def test_an_open_menu_keeps_its_keys(desk: Desktop) -> None:
    menu = QMenu(desk.window)
    menu.addAction("Something")
    menu.popup(desk.window.mapToGlobal(desk.window.rect().center()))
    desk.qtbot.keyClick(menu, "j")
    assert desk.ran == []
    menu.close()


def test_enter_presses_the_button_that_has_the_keys(desk: Desktop) -> None:
    button = QPushButton("Press", desk.window)
    button.setAutoDefault(True)
    button.show()
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.type("j")
    assert pressed == [True]
    assert desk.ran == [("down", 0)]


def test_a_key_on_its_way_up_the_parents_is_not_taken_twice(desk: Desktop) -> None:
    desk.where = Where.DESK
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier, "z")
    QApplication.sendEvent(desk.window, event)
    assert desk.ran == []


def test_fields_take_text_and_lists_do_not(qtbot: QtBot) -> None:
    reading = QPlainTextEdit()
    reading.setReadOnly(True)
    taking = (QLineEdit(), QPlainTextEdit(), QSpinBox())
    others = (QTableView(), QTextBrowser(), QPushButton(), QLabel(), reading)
    for widget in (*taking, *others):
        qtbot.addWidget(widget)
    assert all(takes_text(widget) for widget in taking)
    assert not any(takes_text(widget) for widget in (*others, None))


def test_a_reserved_key_of_the_pane_wins_over_a_command_of_everywhere() -> None:
    keymap = Keymap([row("add", "a", Where.ALWAYS)], {Where.READER: {"a": "Capture area"}})
    found = keymap.find(Where.READER, ("a",))
    assert found is not None
    assert (found.command, found.title) == ("", "Capture area")


@pytest.mark.parametrize(("chosen", "command"), [(True, "drop"), (False, "trash")])
def test_the_keys_of_a_chosen_mark_come_first_where_one_is_chosen(
    chosen: bool, command: str
) -> None:
    rows = (row("drop", "Del", Where.CHOSEN), row("trash", "Del", Where.DESK))
    found = Keymap(rows, {}).find(Where.READER, ("Del",), chosen=chosen)
    assert found is not None
    assert found.command == command


def test_no_key_of_the_program_is_both_a_command_and_a_prefix() -> None:
    keymap = Keymap(TABLE, RESERVED)
    clashes = [
        (where, binding.keys)
        for where in Where
        for first in range(33, 127)
        for binding in [keymap.find(where, (chr(first),))]
        if binding is not None and keymap.starts(where, (chr(first),))
    ]
    assert clashes == []


def listening(desk: Desktop) -> tuple[list[tuple[str, str]], list[str]]:
    took: list[tuple[str, str]] = []
    choosing: list[str] = []
    assert desk.dispatcher is not None
    desk.dispatcher.took.connect(lambda command, stroke: took.append((command, stroke)))
    desk.dispatcher.choosing.connect(choosing.append)
    desk.where = Where.READER
    return took, choosing


def test_a_command_may_take_the_next_stroke_whatever_it_is(desk: Desktop) -> None:
    took, _choosing = listening(desk)
    desk.counts = True
    desk.type("mjm3mQ")
    assert took == [("mark", "j"), ("mark", "3"), ("mark", "Q")]
    assert desk.ran == []
    desk.type("j")
    assert desk.ran == [("scroll", 0)]


def test_esc_gives_up_a_command_that_waits_for_a_stroke(desk: Desktop) -> None:
    took, _choosing = listening(desk)
    desk.type("m")
    desk.press(Qt.Key.Key_Escape)
    desk.type("j")
    assert took == []
    assert desk.ran == [("scroll", 0)]


def test_a_command_that_waits_says_so_after_a_moment(desk: Desktop) -> None:
    _took, choosing = listening(desk)
    desk.type("m")
    with within(2.0):
        desk.qtbot.waitUntil(lambda: choosing == ["mark"])
    assert desk.hinted == []


@pytest.mark.parametrize(
    ("keys", "command"),
    [("j", "side.down"), ("T", "side.contents"), ("d", "page.two"), ("F9", "page.read-aloud")],
)
def test_beside_the_pages_their_keys_count_where_the_list_has_none(keys: str, command: str) -> None:
    found = Keymap(TABLE, RESERVED).find(Where.SIDE, (keys,))
    assert found is not None
    assert found.command == command
