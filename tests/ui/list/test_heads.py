from itertools import combinations
from typing import Any

from pytestqt.qtbot import QtBot

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
    heads = view.heads
    seen = [heads.grab().toImage()]
    date, upvotes = CARD + 2, CARD + 3
    for sorts in ({date: True}, {date: False}, {date: False, upvotes: True}):
        heads.show_sorts(sorts)
        seen.append(heads.grab().toImage())
    heads.show_sorts({upvotes: True, date: False})
    seen.append(heads.grab().toImage())
    assert all(one != other for one, other in combinations(seen, 2))
