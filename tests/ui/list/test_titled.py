from typing import Any

from PySide6.QtCore import Qt

from paperdesk.ui.list.columns import COLUMNS
from paperdesk.ui.list.model import PaperModel
from paperdesk.ui.list.titled import CARD

Shop = Any
ACROSS = Qt.Orientation.Horizontal


def test_every_column_has_a_title_and_the_cards_have_none(shop: Shop, qapp: object) -> None:
    model = PaperModel(shop.load)
    titles = [model.headerData(at, ACROSS) for at in range(model.columnCount())]
    assert titles == [None, *(column.title for column in COLUMNS)]


def test_numbers_have_their_titles_on_the_right(shop: Shop, qapp: object) -> None:
    model = PaperModel(shop.load)
    role = Qt.ItemDataRole.TextAlignmentRole
    sides: list[Any] = [model.headerData(at + CARD + 1, ACROSS, role) for at in range(len(COLUMNS))]
    right = [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides]
    assert right == [column.number for column in COLUMNS]
