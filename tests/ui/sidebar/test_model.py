import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.domain.paper import State
from paperdesk.domain.shelf import ALL, state_shelf
from paperdesk.ui.sidebar.model import HEADING, LINE, SidebarModel
from paperdesk.ui.sidebar.places import Place, Section, state_section


@pytest.fixture
def model(qtbot: QtBot) -> SidebarModel:
    model = SidebarModel()
    failing = Place("arXiv", ALL, count=3, tip="Failed.", alarm="Failed.")
    model.set_sections([state_section({}, 0), Section("Tags", ()), Section("Sources", (failing,))])
    return model


def test_sections_are_headings_with_places_below_them(model: SidebarModel) -> None:
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    assert [row.data() for row in rows if row.data(HEADING)] == ["Library", "Sources"]
    assert rows[1].data(LINE).title == "Inbox"


def test_an_empty_section_is_left_out(model: SidebarModel) -> None:
    assert all(model.index(row, 0).data() != "Tags" for row in range(model.rowCount()))


def test_headings_cannot_be_stepped_on(model: SidebarModel) -> None:
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_shelf_is_found_by_its_query(model: SidebarModel) -> None:
    assert model.row_of(state_shelf(State.LATER)) == 2
    assert model.row_of(state_shelf(State.DISMISSED)) == -1


def test_a_failing_source_is_read_out_with_its_count_and_reason(model: SidebarModel) -> None:
    last = model.index(model.rowCount() - 1, 0)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "arXiv, 3, Failed."
    assert last.data(Qt.ItemDataRole.ToolTipRole) == "Failed."
    assert last.data(Qt.ItemDataRole.DecorationRole) is None
