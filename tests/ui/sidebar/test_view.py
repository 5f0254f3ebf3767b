from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from paperdesk.domain.feed import Day, Source, SourceId, SourceKind
from paperdesk.domain.paper import State
from paperdesk.domain.rule import Rule, RuleId
from paperdesk.domain.shelf import ALL, Shelf, day_shelf, state_shelf
from paperdesk.domain.tags import Pin
from paperdesk.ui.sidebar.model import LINE
from paperdesk.ui.sidebar.places import Tag
from paperdesk.ui.sidebar.view import Sidebar

NOW = datetime(2026, 5, 29, 12, tzinfo=UTC)
TODAY = date(2026, 5, 29)


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar(now=lambda: NOW)
    qtbot.addWidget(sidebar)
    sidebar.resize(200, 700)
    with qtbot.waitActive(sidebar):
        sidebar.show()
    return sidebar


def titles(sidebar: Sidebar) -> list[str]:
    model = sidebar.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def chosen(sidebar: Sidebar) -> list[Shelf]:
    shelves: list[Shelf] = []
    sidebar.shelf_chosen.connect(shelves.append)
    return shelves


def test_sections_stand_in_their_order_whenever_they_come(sidebar: Sidebar) -> None:
    sidebar.set_tags([Tag("rl", 2)])
    sidebar.set_sources([Source(SourceId(1), SourceKind.HUGGINGFACE, "Hugging Face", "x")])
    sidebar.set_days([Day(TODAY, 45, 12)])
    shown = titles(sidebar)
    headings = [shown.index(name) for name in ("Days", "Library", "Sources", "Tags")]
    assert headings == sorted(headings)


def test_enter_goes_to_a_place(sidebar: Sidebar, qtbot: QtBot) -> None:
    shelves = chosen(sidebar)
    sidebar.set_shelf(state_shelf(State.INBOX))
    sidebar.setFocus()
    qtbot.keyClick(sidebar, Qt.Key.Key_Down)
    qtbot.keyClick(sidebar, Qt.Key.Key_Return)
    assert shelves == [state_shelf(State.LATER)]


def test_j_and_k_step_over_headings(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_days([Day(TODAY, 45, 12)])
    sidebar.set_shelf(day_shelf(TODAY))
    sidebar.setFocus()
    for _ in range(3):
        qtbot.keyClick(sidebar, "j")
    assert sidebar.currentIndex().data() == "Inbox"
    qtbot.keyClick(sidebar, "k")
    assert sidebar.currentIndex().data() == "This month"


def test_a_click_goes_to_a_place(sidebar: Sidebar, qtbot: QtBot) -> None:
    shelves = chosen(sidebar)
    rect = sidebar.visualRect(sidebar.model().index(5, 0))
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert shelves == [ALL]


def test_the_open_shelf_is_where_the_cursor_waits(sidebar: Sidebar) -> None:
    sidebar.set_shelf(state_shelf(State.ARCHIVE))
    assert sidebar.currentIndex().data() == "Archive"


def test_new_counts_leave_the_cursor_where_it_is(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.setFocus()
    sidebar.set_shelf(state_shelf(State.INBOX))
    qtbot.keyClick(sidebar, Qt.Key.Key_Down)
    sidebar.set_states({State.LATER: 4}, 10)
    assert sidebar.currentIndex().data() == "Later"
    assert sidebar.currentIndex().data(LINE).count == 4


def test_older_days_open_on_enter(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_days([Day(TODAY - timedelta(days=n), 5, 0) for n in range(12)])
    more = titles(sidebar).index("Older days (5)")
    sidebar.setCurrentIndex(sidebar.model().index(more, 0))
    qtbot.keyClick(sidebar, Qt.Key.Key_Return)
    assert sidebar.currentIndex().data() == "Fri 22 May"
    assert "Older days (5)" not in titles(sidebar)


def test_more_tags_open_as_well(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_tags([Tag(f"tag {n}") for n in range(9)])
    sidebar.setCurrentIndex(sidebar.model().index(titles(sidebar).index("More tags (2)"), 0))
    qtbot.keyClick(sidebar, Qt.Key.Key_Return)
    assert titles(sidebar)[-1] == "tag 8"


def test_a_heading_leads_nowhere(sidebar: Sidebar, qtbot: QtBot) -> None:
    shelves = chosen(sidebar)
    sidebar._choose(sidebar.model().index(0, 0))
    assert shelves == []


@pytest.fixture
def feeds(sidebar: Sidebar) -> list[Shelf]:
    """A smart feed and a source; what is wanted to be changed."""
    sidebar.set_rules([Rule("Cats", "cat", id=RuleId(1))])
    sidebar.set_sources([Source(SourceId(1), SourceKind.HUGGINGFACE, "Hugging Face", "x")])
    wanted: list[Shelf] = []
    sidebar.change_wanted.connect(wanted.append)
    return wanted


def line_of(sidebar: Sidebar, title: str) -> QModelIndex:
    return sidebar.model().index(titles(sidebar).index(title), 0)


def test_f2_changes_what_can_be_changed_and_nothing_else(
    sidebar: Sidebar, feeds: list[Shelf], qtbot: QtBot
) -> None:
    sidebar.setFocus()
    sidebar.set_tags([Tag("to read", 3, Pin(2, "to read", "blue")), Tag("claim", 1)])
    for title in ("Cats", "Inbox", "Hugging Face", "2 to read", "claim"):
        sidebar.setCurrentIndex(line_of(sidebar, title))
        qtbot.keyClick(sidebar, Qt.Key.Key_F2)
    assert [shelf.title for shelf in feeds] == ["Cats", "Hugging Face", "#to read", "#claim"]


def test_the_menu_of_a_smart_feed_goes_there_or_changes_it(
    sidebar: Sidebar, feeds: list[Shelf]
) -> None:
    shelves = chosen(sidebar)
    menu = sidebar.menu_of(line_of(sidebar, "Cats"))
    go, change = menu.actions()
    change.trigger()
    go.trigger()
    menu.close()
    assert ([one.title for one in feeds], [one.title for one in shelves]) == (["Cats"], ["Cats"])


@pytest.mark.parametrize(("title", "shown"), [("Cats", True), ("Inbox", False)])
def test_only_what_can_be_changed_has_a_menu(
    sidebar: Sidebar, feeds: list[Shelf], title: str, shown: bool
) -> None:
    index = line_of(sidebar, title)
    sidebar.setCurrentIndex(index)
    at = sidebar.visualRect(index).center()
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        asked = QContextMenuEvent(reason, at, sidebar.viewport().mapToGlobal(at))
        sidebar.contextMenuEvent(asked)
        menu = QApplication.activePopupWidget()
        assert (menu is not None) is shown
        if menu is not None:
            menu.close()
