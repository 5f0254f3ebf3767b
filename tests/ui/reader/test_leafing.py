"""The pages in little follow the reader, and lead to a page."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.dress import DARK
from paperdesk.domain.pages import Render
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.thumbnails import ThumbnailView
from tests.ui.reader.conftest import FakePages


def grid(pane: ReaderPane) -> ThumbnailView:
    found = pane.side.findChild(ThumbnailView)
    assert isinstance(found, ThumbnailView)
    return found


def test_the_page_that_is_read_is_marked(opened: ReaderPane) -> None:
    opened.go(4)
    assert grid(opened).rows.current == 4
    assert grid(opened).page(grid(opened).currentIndex()) == 4


def test_enter_goes_to_the_page_under_the_cursor(opened: ReaderPane) -> None:
    opened.side.show_panel("thumbnails")
    opened.side.go(-1)
    opened.side.choose()
    assert opened.place().page == 9
    opened.back(1)
    assert opened.place().page == 0


def test_a_label_narrows_the_grid(opened: ReaderPane, qtbot: QtBot) -> None:
    opened.side.show_panel("thumbnails")
    opened.side.narrow()
    qtbot.keyClicks(opened.side.field, "10")
    assert grid(opened).rows.rowCount() == 1
    qtbot.keyClick(opened.side.field, Qt.Key.Key_Escape)
    assert grid(opened).rows.rowCount() == 10


def test_pages_in_little_go_with_the_page_theme(
    opened: ReaderPane, fake: FakePages, qtbot: QtBot
) -> None:
    opened.side.show_panel("thumbnails")
    opened.parts.wear(DARK)
    small = 0.5
    qtbot.waitUntil(
        lambda: any(
            one.request.dress == DARK and one.request.scale < small for one in fake.waiting(Render)
        )
    )


def test_a_closed_paper_has_no_pages(opened: ReaderPane) -> None:
    opened.side.show_panel("thumbnails")
    opened.close_document()
    assert grid(opened).rows.rowCount() == 0
