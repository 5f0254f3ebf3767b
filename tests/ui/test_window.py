from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from paperdesk.commands.table import TABLE, Where
from paperdesk.domain.hit import Answer, Hit, HitKind
from paperdesk.domain.paper import PaperId
from paperdesk.ui.activity import Activity
from paperdesk.ui.icons import IconButton
from paperdesk.ui.search.box import SearchBox
from paperdesk.ui.search.results import Results
from paperdesk.ui.sheet import Sheet
from paperdesk.ui.window import Parts, Window

ANSWER = Answer((Hit(HitKind.PAPER, PaperId(1), "A title", "", 1.0),))


def pane(name: str) -> QLabel:
    made = QLabel(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


@dataclass
class Opened:
    window: Window
    parts: Parts
    ran: list[str] = field(default_factory=list)


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    side = pane("side")
    parts = Parts(
        sidebar=pane("sidebar"),
        papers=pane("papers"),
        browser=pane("browser"),
        changes=pane("changes"),
        results=Results(),
        page=pane("page"),
        reader=pane("reader"),
        side=lambda: side,
        notes=QPlainTextEdit(),
        search=SearchBox(),
        activity=Activity(),
    )
    ran: list[str] = []
    window = Window(parts, TABLE, ran.append)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.panels.focus("list")
    return Opened(window, parts, ran)


def test_each_pane_says_whose_keys_count(opened: Opened) -> None:
    window = opened.window
    found = {}
    for name in ("sidebar", "list", "paper", "notes"):
        window.panels.focus(name)
        found[name] = window.where()
    assert found == {
        "sidebar": Where.DESK,
        "list": Where.LIST,
        "paper": Where.DESK,
        "notes": Where.NOTE,
    }
    window.show_reader()
    assert window.where() is Where.READER


def test_the_reader_takes_the_place_of_the_abstract(opened: Opened) -> None:
    window = opened.window
    window.show_reader()
    assert window.reading()
    assert QApplication.focusWidget() is opened.parts.reader
    window.show_reader(on=False)
    assert not window.reading()


def test_results_take_the_place_of_the_list_while_one_types(opened: Opened) -> None:
    window, parts = opened.window, opened.parts
    window.focus_search()
    parts.results.show_answer(ANSWER)
    window.show_results()
    assert window.searching()
    assert QApplication.focusWidget() is parts.search


def test_the_keys_go_to_the_results_and_by_esc_to_the_list(opened: Opened, qtbot: QtBot) -> None:
    window, parts = opened.window, opened.parts
    window.focus_search()
    qtbot.keyClicks(parts.search, "lora")
    parts.results.show_answer(ANSWER)
    window.show_results()
    window.enter_results()
    assert window.where() is Where.DESK
    focus = QApplication.focusWidget()
    assert focus is not None
    assert parts.results.isAncestorOf(focus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.searching()
    assert parts.search.text() == ""
    assert window.where() is Where.LIST


def test_there_is_no_going_into_results_that_are_not_there(opened: Opened, qtbot: QtBot) -> None:
    opened.window.focus_search()
    qtbot.keyClick(opened.parts.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is opened.parts.search


def test_esc_closes_one_layer_after_the_other(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.errors.complain("One.")
    window.panels.focus("notes")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.where() is Where.LIST, "who types gets out of the field first"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.errors.sentences() == ()
    with qtbot.waitSignal(window.escaped):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_esc_in_the_note_goes_back_to_the_reader_when_one_reads(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.window.show_reader()
    opened.window.panels.focus("notes")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert opened.window.where() is Where.READER


def test_the_palette_runs_what_is_chosen(opened: Opened, qtbot: QtBot) -> None:
    opened.window.show_palette()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "dark theme")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.ran == ["view.dark"]


def test_the_key_help_shows_the_keys_of_the_pane_with_the_focus(opened: Opened) -> None:
    opened.window.show_palette()
    opened.window.panels.focus("list")
    opened.window.show_keys()
    shown = [sheet for sheet in opened.window.findChildren(Sheet) if sheet.isVisible()]
    assert len(shown) == 1
    assert shown[0].shown()[0].place == "List"


def test_undo_in_a_toast_is_the_undo_of_the_table(opened: Opened) -> None:
    opened.window.toast.say("3 archived", undo=True)
    opened.window.toast.undone.emit()
    assert opened.ran == ["edit.undo"]


def test_buttons_run_commands_and_name_their_keys(opened: Opened, qtbot: QtBot) -> None:
    buttons = {b.accessibleName(): b for b in opened.window.findChildren(IconButton)}
    qtbot.mouseClick(buttons["Notes pane"], Qt.MouseButton.LeftButton)
    assert opened.ran == ["view.notes"]
    assert buttons["Notes pane"].toolTip() == "Notes pane   F8"


def test_sizes_are_kept_as_plain_numbers_and_restored(opened: Opened) -> None:
    window = opened.window
    window.resize(1000, 700)
    window.panels.toggle("notes")
    kept = window.kept_sizes()
    assert all(type(value) is int for value in kept.values())
    window.resize(1200, 900)
    window.panels.toggle("notes")
    window.restore_sizes(kept)
    room = window.screen().availableSize()
    assert (window.width(), window.height()) == (min(1000, room.width()), 700)
    assert not window.panels.shown("notes")


def test_nothing_kept_is_the_first_start(opened: Opened) -> None:
    opened.window.restore_sizes({})
    assert opened.window.panels.shown("sidebar")


def test_files_may_be_dropped(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a page.html")), QUrl("https://x.org/")])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(opened.window, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(opened.window.dropped) as told:
        QApplication.sendEvent(opened.window, QDropEvent(QPoint(9, 9), copy, data, left, none))
    assert told.args == [[tmp_path / "a page.html"]]


def test_closing_is_told_before(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.window.closing):
        opened.window.close()


@pytest.mark.parametrize("size", [(900, 600), (1600, 1000)])
def test_everything_has_room(opened: Opened, size: tuple[int, int]) -> None:
    window = opened.window
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    for name in ("sidebar", "list", "paper", "notes"):
        top = window.panels.top(name)
        assert top.width() >= 140
        assert window.rect().contains(top.mapTo(window, top.rect().bottomRight()))
