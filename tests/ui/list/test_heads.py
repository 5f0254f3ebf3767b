from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.ui.list.heads import Heads
from paperdesk.ui.list.model import PaperModel
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.list.view import CardView

Shop = Any


def test_the_titles_are_painted_and_the_sorted_one_otherwise(shop: Shop, qtbot: QtBot) -> None:
    model = PaperModel(shop.load)
    view = CardView(model)
    qtbot.addWidget(view)
    model.set_ids(shop.stock(5))
    view.go(0)
    view.show_table(on=True)
    view.resize(700, 200)
    header = view.horizontalHeader()
    plain = header.grab().toImage()
    header.setSortIndicatorShown(True)
    header.setSortIndicator(CARD + 1, Qt.SortOrder.DescendingOrder)
    falling = header.grab().toImage()
    header.setSortIndicator(CARD + 1, Qt.SortOrder.AscendingOrder)
    assert isinstance(header, Heads)
    assert plain != falling
    assert falling != header.grab().toImage()
