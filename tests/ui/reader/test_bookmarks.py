from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import PaperId
from paperdesk.domain.waymark import Bookmark, BookmarkId
from paperdesk.ui.reader.bookmarks import BookmarksView

THREE = tuple(
    Bookmark(BookmarkId(text), PaperId(1), page, 0.0, text, datetime(2026, 3, 12, tzinfo=UTC))
    for page, text in enumerate(("Alpha", "Beta", "Gamma"))
)


def made(qtbot: QtBot) -> BookmarksView:
    view = BookmarksView()
    qtbot.addWidget(view)
    view.resize(240, 300)
    view.show_bookmarks(THREE)
    view.show()
    return view


def test_the_cursor_is_on_the_first_and_enter_chooses(qtbot: QtBot) -> None:
    view = made(qtbot)
    chosen: list[Bookmark] = []
    view.chosen.connect(chosen.append)
    assert view.current() == THREE[0]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [THREE[1]]


def test_the_cursor_stays_in_its_row_when_one_goes(qtbot: QtBot) -> None:
    view = made(qtbot)
    qtbot.keyClick(view, Qt.Key.Key_End)
    view.show_bookmarks(THREE[:2])
    assert view.current() == THREE[1]
    view.show_bookmarks(())
    assert view.current() is None


def test_a_text_leaves_those_that_have_it(qtbot: QtBot) -> None:
    view = made(qtbot)
    view.narrow(" gam ")
    assert view.current() == THREE[2]
    assert view.model().rowCount() == 1
    view.narrow("")
    assert view.model().rowCount() == 3


def test_a_reader_of_the_screen_hears_the_page(qtbot: QtBot) -> None:
    view = made(qtbot)
    said = view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Beta, page 2"


def test_an_empty_list_says_how_to_begin(qtbot: QtBot) -> None:
    view = made(qtbot)
    filled = view.grab().toImage()
    view.show_bookmarks(())
    assert view.grab().toImage() != filled
