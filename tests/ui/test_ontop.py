"""What lies over the window has the keys, and gives them back."""

import pytest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from paperdesk.ui.ontop import ON_TOP, give_back, lies_on_top


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


def test_what_is_in_a_page_lies_on_top(window: QWidget) -> None:
    page = QWidget(window)
    page.setObjectName(ON_TOP)
    assert lies_on_top(QListView(page))
    assert not lies_on_top(window)
    assert not lies_on_top(None)


def test_the_keys_go_back_or_to_what_holds_the_hidden_one(qtbot: QtBot, window: QWidget) -> None:
    around, beside = QWidget(), QLineEdit()
    gone, here = QLineEdit(around), QLineEdit(around)
    around.setFocusProxy(here)
    for widget in (beside, around):
        layout = window.layout()
        assert layout is not None
        layout.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
    give_back(beside)
    assert beside.hasFocus()
    gone.hide()
    give_back(gone)
    assert here.hasFocus()
