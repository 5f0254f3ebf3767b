"""Papers that may be one are shown over the window."""

from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from paperdesk.app.desktop.duplicating import WindowDuplicates
from paperdesk.commands.faces.twins import Judging
from paperdesk.domain.duplicates import Twins
from paperdesk.ui.duplicates.dialog import DuplicatesDialog


def test_the_dialog_is_shown_and_goes_when_it_is_closed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    nothing = cast(Any, lambda *_: None)
    judging = Judging(nothing, nothing, nothing, nothing)
    WindowDuplicates(cast(Any, SimpleNamespace(window=window))).show([Twins((1, 2), "x")], judging)
    (dialog,) = window.findChildren(DuplicatesDialog)
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(DuplicatesDialog))
