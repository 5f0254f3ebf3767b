"""The bar at the top runs commands."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.commands.table import TABLE
from paperdesk.ui.icons import IconButton
from paperdesk.ui.search.box import SearchBox
from paperdesk.ui.topbar import TopBar


def test_a_button_runs_its_command_and_says_its_key(qtbot: QtBot) -> None:
    run: list[str] = []
    bar = TopBar(SearchBox(), TABLE, run.append)
    qtbot.addWidget(bar)
    buttons = {one.accessibleName(): one for one in bar.findChildren(IconButton)}
    qtbot.mouseClick(buttons["Notes pane"], Qt.MouseButton.LeftButton)
    assert run == ["view.notes"]
    assert "F8" in buttons["Notes pane"].toolTip()
