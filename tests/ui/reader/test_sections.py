"""Where one is in the contents, and how one gets elsewhere."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document, Inspect, OutlineItem
from paperdesk.reader.contents import Contents
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.contentsview import ContentsView
from tests.ui.reader.conftest import FakePages

OUTLINE = (
    OutlineItem(1, "1 Aims", 0, 300.0),
    OutlineItem(1, "2 Ways", 2, 100.0),
    OutlineItem(2, "2.1 Means", 2, 110.0),
    OutlineItem(1, "3 Ends", 9, 700.0),
)


@pytest.fixture
def paper(pane: ReaderPane, fake: FakePages, document: Document) -> ReaderPane:
    """A paper of ten pages with four sections."""
    fake.outline = OUTLINE
    pane.open_document(document)
    fake.answer(Inspect)
    fake.answer_all()
    return pane


def test_keys_that_come_before_the_contents_wait_for_them(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.outline = OUTLINE
    pane.open_document(document)
    pane.side.toggle("contents")
    pane.side.go(-1)
    pane.side.choose()
    fake.answer(Inspect)
    fake.answer_all()
    assert pane.parts.status.section.text() == "3 Ends"


def tree(pane: ReaderPane) -> ContentsView:
    found = pane.side.findChild(ContentsView)
    assert isinstance(found, ContentsView)
    return found


def test_the_status_line_says_the_section(paper: ReaderPane) -> None:
    assert paper.parts.status.section.text() == ""
    paper.go(1)
    assert paper.parts.status.section.text() == "1 Aims"
    paper.go(5)
    assert paper.parts.status.section.text() == "2.1 Means"


def test_of_two_columns_the_left_one_says_the_section(
    pane: ReaderPane, fake: FakePages, document: Document
) -> None:
    fake.outline = (
        OutlineItem(1, "1 Aims", 0, 60.0, 54.0),
        OutlineItem(1, "2 Ways", 1, 700.0, 54.0),
        OutlineItem(1, "3 Means", 1, 60.0, 310.0),
        OutlineItem(1, "4 Ends", 1, 300.0, 310.0),
    )
    pane.open_document(document)
    fake.answer(Inspect)
    fake.answer_all()
    pane.parts.view.scroller.go_to(Place(1, 350.0, 0.0))
    assert pane.parts.status.section.text() == "1 Aims"


def test_sections_are_stepped_through_even_where_they_crowd(paper: ReaderPane) -> None:
    seen = []
    for direction in (1, 1, 1, 1, 1, -1, -1):
        paper.ways.section(direction)
        seen.append(paper.parts.status.section.text()[:3])
    assert seen == ["1 A", "2 W", "2.1", "3 E", "3 E", "2.1", "2 W"]


def test_the_way_back_is_first_to_the_beginning_of_the_section(paper: ReaderPane) -> None:
    paper.go(5)
    paper.ways.section(-1)
    assert paper.place().page == 2
    assert paper.parts.status.section.text() == "2.1 Means"


def test_a_jump_leaves_a_trail(paper: ReaderPane) -> None:
    paper.ways.section(1)
    paper.ways.section(1)
    paper.back(2)
    assert paper.place().page == 0
    assert paper.parts.status.section.text() == ""


def test_enter_goes_to_the_section_under_the_cursor(paper: ReaderPane) -> None:
    paper.side.show_panel("contents")
    paper.side.go(-1)
    paper.side.choose()
    assert paper.parts.status.section.text() == "3 Ends"


def test_a_click_goes_there_too_and_twice_is_once(paper: ReaderPane) -> None:
    view = tree(paper)
    for _ in range(2):
        view.clicked.emit(view.rows.at(1))
    paper.back(1)
    assert paper.place().page == 0


def test_the_cursor_follows_while_the_keys_are_elsewhere(paper: ReaderPane) -> None:
    paper.side.show_panel("contents")
    paper.parts.view.setFocus()
    paper.go(5)
    assert tree(paper).currentIndex().data() == "2.1 Means"
    assert tree(paper).rows.current == 2


def test_the_list_is_narrowed_and_given_back_with_the_cursor_on_what_was_found(
    paper: ReaderPane, qtbot: QtBot
) -> None:
    view = tree(paper)
    paper.side.show_panel("contents")
    view.collapseAll()
    paper.side.narrow()
    qtbot.keyClicks(paper.side.field, "means")
    assert view.currentIndex().data() == "2.1 Means"
    assert view.rows.rowCount() == 1
    qtbot.keyClick(paper.side.field, Qt.Key.Key_Escape)
    assert view.rows.rowCount() == 3
    assert view.currentIndex().data() == "2.1 Means"


def test_the_cursor_stays_while_more_headings_are_found(paper: ReaderPane, qtbot: QtBot) -> None:
    paper.side.show_panel("contents")
    with qtbot.waitActive(paper):
        paper.activateWindow()
    paper.side.go(0)
    paper.side.step(1)
    paper.parts.outline.contents = Contents((*OUTLINE, OutlineItem(1, "4 More", 9, 800.0)))
    paper.parts.outline.changed.emit()
    assert tree(paper).currentIndex().data() == "2 Ways"


def test_what_no_title_has_is_said(paper: ReaderPane, qtbot: QtBot) -> None:
    paper.side.show_panel("contents")
    paper.side.narrow()
    qtbot.keyClicks(paper.side.field, "xyzzy")
    assert tree(paper).accessibleDescription() == "No section has “xyzzy” in its title."


def test_a_paper_without_contents_says_so(opened: ReaderPane) -> None:
    assert tree(opened).accessibleDescription() == "This paper has no contents, and no headings."
    opened.ways.section(1)
    assert opened.place().page == 0


def test_a_closed_paper_leaves_nothing(paper: ReaderPane) -> None:
    paper.close_document()
    assert tree(paper).rows.rowCount() == 0


def test_contents_that_nobody_sees_lay_out_nothing_until_they_are_shown(
    paper: ReaderPane,
) -> None:
    paper.go(5)
    assert not tree(paper).currentIndex().isValid()
    paper.side.show_panel("contents")
    assert tree(paper).currentIndex().data() == "2.1 Means"
