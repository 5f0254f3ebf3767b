"""The grid of the pages in little."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.dress import DARK
from paperdesk.domain.note import Highlight
from paperdesk.domain.pages import Document, PageSize, Render
from paperdesk.ui.reader.miniatures import Miniatures
from paperdesk.ui.reader.thumbnails import ROOM, ThumbnailView
from tests.ui.reader.conftest import FakePages
from tests.ui.reader.test_marks import highlight as marked

SIZES = tuple(PageSize(595.0, 842.0, label) for label in ("i", "ii", *map(str, range(1, 399))))


@dataclass
class Grid:
    """A grid of four hundred pages, and the marks on them."""

    view: ThumbnailView
    marks: dict[int, list[Highlight]] = field(default_factory=dict)


@pytest.fixture
def grid(qtbot: QtBot, fake: FakePages, document: Document) -> Grid:
    fake.sizes = SIZES
    marks: dict[int, list[Highlight]] = {}
    view = ThumbnailView(Miniatures(fake, ROOM), lambda page: marks.get(page, []))
    qtbot.addWidget(view)
    view.miniatures.show(document, SIZES)
    view.rows.show(SIZES)
    view.resize(260, 400)
    view.show()
    qtbot.waitUntil(lambda: bool(fake.waiting(Render)))
    return Grid(view, marks)


def drawn(fake: FakePages) -> set[int]:
    return {asked.request.page for asked in fake.waiting(Render)}


def test_only_what_shows_is_drawn(grid: Grid, fake: FakePages, qtbot: QtBot) -> None:
    assert drawn(fake) == set(range(6))
    grid.view.verticalScrollBar().setValue(grid.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: max(drawn(fake)) == 399)
    assert min(drawn(fake)) > 390


def test_a_hidden_grid_holds_nothing(grid: Grid, fake: FakePages) -> None:
    fake.answer()
    grid.view.hide()
    assert (drawn(fake), grid.view.miniatures.bytes) == (set(), 0)


def test_pages_are_found_by_label_and_number(grid: Grid) -> None:
    grid.view.rows.show(SIZES, "ii")
    assert [grid.view.page(grid.view.rows.index(row)) for row in range(2)] == [1, -1]
    grid.view.rows.show(SIZES, "399")
    assert grid.view.page(grid.view.rows.index(0)) == 398
    assert not grid.view.rows.at(5).isValid()


def test_a_page_is_said_with_its_marks(grid: Grid) -> None:
    grid.marks[1] = [marked()]
    grid.view.rows.mark(1)
    said = grid.view.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Page ii, 1 highlight, you are here"


def test_the_current_page_and_marks_are_seen(grid: Grid, fake: FakePages) -> None:
    fake.answer()
    before = grid.view.grab().toImage()
    grid.view.rows.mark(2)
    current = grid.view.grab().toImage()
    grid.marks[0] = [marked()]
    assert before != current != grid.view.grab().toImage()


def test_colours_of_the_pages_are_worn(grid: Grid, fake: FakePages, qtbot: QtBot) -> None:
    grid.view.wear(DARK)
    qtbot.waitUntil(lambda: any(one.request.dress == DARK for one in fake.waiting(Render)))


def test_the_room_is_the_same_for_all(grid: Grid) -> None:
    assert grid.view.gridSize() == QSize(ROOM.width() + 16, ROOM.height() + 30)
