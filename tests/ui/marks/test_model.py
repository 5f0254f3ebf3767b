"""Marks as rows of a list."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt

from paperdesk.domain.note import HighlightId
from paperdesk.ui.marks.model import ROW, MarkModel
from paperdesk.ui.marks.row import MarkRow
from tests.ui.marks.examples import mark

ROWS = [MarkRow(mark(name), "yellow") for name in "abc"]


def test_rows_are_found_by_number_and_by_mark(qapp: Any) -> None:
    model = MarkModel()
    model.show_rows(ROWS)
    assert (model.rowCount(), model.number(HighlightId("c")), model.number(None)) == (3, 2, -1)
    assert model.row(1) is ROWS[1] is model.index(1).data(ROW)
    assert model.row(3) is model.row(-1) is None
    assert "a passage" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_same_marks_keep_the_cursor(qapp: Any) -> None:
    model = MarkModel()
    model.show_rows(ROWS)
    chosen = QItemSelectionModel(model)
    chosen.setCurrentIndex(model.index(2), QItemSelectionModel.SelectionFlag.NoUpdate)
    model.show_rows([MarkRow(row.mark, "red") for row in ROWS])
    assert (chosen.currentIndex().row(), model.index(0).data(ROW).colour) == (2, "red")
    model.show_rows([])
    assert model.rowCount() == 0
