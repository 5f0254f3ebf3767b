"""Lists of papers, of any size."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.ui.list.model import PaperModel
from paperdesk.ui.list.view import CardView

Laid = Callable[[int, int, int], CardView]
"""Makes a list so wide and high, with so many papers, the cursor on the first."""


@pytest.fixture
def laid(shop: Any, qtbot: QtBot) -> Laid:
    def lay(width: int, height: int, papers: int) -> CardView:
        model = PaperModel(shop.load)
        view = CardView(model)
        qtbot.addWidget(view)
        view.resize(width, height)
        model.set_ids(shop.stock(papers))
        view.go(0)
        return view

    return lay
