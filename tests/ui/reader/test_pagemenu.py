from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from paperdesk.commands.table import TABLE
from paperdesk.domain.pages import Link
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.pagemenu import MARK, PAGE, PASSAGE, PageMenu
from tests.ui.reader.conftest import FakePages
from tests.ui.reader.test_pointer import MARKED, drag, read_words, spot


def commands(menu: QMenu) -> list[str]:
    """The ids of the commands in a menu, those of its colours included."""
    found: list[str] = []
    for action in menu.actions():
        below = action.menu()
        found += commands(below) if isinstance(below, QMenu) else [action.data() or ""]
    return [name for name in found if name]


def test_every_command_of_the_menu_is_in_the_table() -> None:
    named = {name for name in (*PASSAGE, *MARK, *PAGE) if name not in ("", "colours")}
    assert named <= {row.id for row in TABLE}


def test_selected_words_can_be_copied_marked_and_sought(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    read_words(qtbot, opened, fake)
    drag(opened, spot(opened, 60, 105), spot(opened, 100, 105))
    ran: list[str] = []
    menu = PageMenu(opened, TABLE, ran.append).menu(spot(opened, 60, 105))
    assert {"page.copy", "select.web", "page.grey", "page.highlight"} <= set(commands(menu))
    next(action for action in menu.actions() if action.data() == "page.copy").trigger()
    assert ran == ["page.copy"]
    assert opened.parts.selecting.text() == "alpha beta"


def test_a_mark_is_chosen_and_can_be_removed(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    opened.set_highlights([MARKED])
    menu = PageMenu(opened, TABLE, lambda _: None).menu(spot(opened, 60, 105))
    assert opened.current_highlight() == MARKED.id
    assert "page.drop-highlight" in commands(menu)
    assert "page.copy" not in commands(menu)


def test_a_link_can_be_followed_and_copied(
    qtbot: QtBot, opened: ReaderPane, fake: FakePages
) -> None:
    fake.links[0] = (Link((200, 300, 260, 310), uri="https://a.example"),)
    read_words(qtbot, opened, fake)
    menu = PageMenu(opened, TABLE, lambda _: None).menu(spot(opened, 210, 305))
    follow, copy = menu.actions()[:2]
    with qtbot.waitSignal(opened.parts.pointer.followed):
        follow.trigger()
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "https://a.example"


def test_an_empty_place_offers_what_a_page_offers(opened: ReaderPane) -> None:
    menu = PageMenu(opened, TABLE, lambda _: None).menu(spot(opened, 400, 500))
    assert commands(menu) == list(PAGE)


def test_the_menu_pops_up_where_the_hand_is(qtbot: QtBot, opened: ReaderPane) -> None:
    made = PageMenu(opened, TABLE, lambda _: None)
    opened.parts.view.customContextMenuRequested.emit(QPoint(100, 100))
    shown = [child for child in opened.parts.view.children() if isinstance(child, QMenu)]
    assert shown[0].isVisible()
    shown[0].close()
    assert made.parent() is opened


def test_without_pages_there_is_no_menu(pane: ReaderPane) -> None:
    PageMenu(pane, TABLE, lambda _: None)
    pane.parts.view.customContextMenuRequested.emit(QPoint(100, 100))
    assert not [child for child in pane.parts.view.children() if isinstance(child, QMenu)]
