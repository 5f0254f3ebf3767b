"""The tree of the contents: titles, labels, and the current section."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from paperdesk.domain.pages import OutlineItem, PageSize
from paperdesk.reader.contents import Contents
from paperdesk.ui.empty import Emptiness
from paperdesk.ui.reader.contentsview import ContentsModel, ContentsView

Role = Qt.ItemDataRole
PAGES = (PageSize(1, 1, "i"), PageSize(1, 1, "1"), PageSize(1, 1, "much too long a label"))
ITEMS = (
    OutlineItem(1, "One", 0),
    OutlineItem(2, "Half", 1),
    OutlineItem(1, "", 2),
    OutlineItem(1, "Nowhere", -1),
)


@pytest.fixture
def model(qtbot: QtBot) -> ContentsModel:
    model = ContentsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(Contents(ITEMS), PAGES)
    return model


def shown(model: ContentsModel, parent: QModelIndex) -> list[tuple[str, str]]:
    rows = (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
    return [(row.data(), row.siblingAtColumn(1).data()) for row in rows]


def test_titles_stand_beside_their_pages(model: ContentsModel) -> None:
    assert shown(model, QModelIndex()) == [("One", "i"), ("Untitled", "3"), ("Nowhere", "")]
    assert shown(model, model.at(0)) == [("Half", "1")]


def test_a_filter_keeps_what_a_hit_lies_under(model: ContentsModel) -> None:
    model.show(Contents(ITEMS), PAGES, {1})
    assert shown(model, QModelIndex()) == [("One", "i")]
    assert shown(model, model.at(0)) == [("Half", "1")]


def test_the_current_section_is_bold_and_said(model: ContentsModel) -> None:
    model.mark(1)
    assert model.at(1).data(Role.FontRole).bold() or model.at(1).data(Role.FontRole).weight() > 500
    assert model.at(1).data(Role.AccessibleTextRole) == "Half, page 1, you are here"
    assert model.at(0).data(Role.FontRole) is None


def test_ten_thousand_lines_are_shown(qtbot: QtBot, model: ContentsModel) -> None:
    many = Contents([OutlineItem(1 + n % 12, f"Line {n}", n) for n in range(10_000)])
    model.show(many, ())
    assert model.rowCount() == 834


def test_an_empty_tree_says_why(qtbot: QtBot) -> None:
    view = ContentsView()
    qtbot.addWidget(view)
    view.empty.say(Emptiness("This paper has no contents."))
    assert view.accessibleDescription() == "This paper has no contents."
