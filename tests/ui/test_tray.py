"""The sign in the tray: what it says, and what it asks for."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from paperdesk.ui import tray
from paperdesk.ui.tray import Tray

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise")
"""What Qt says of a screen that is none."""


@pytest.fixture
def made(qtbot: QtBot) -> Tray:
    blue = QPixmap(64, 64)
    blue.fill(QColor("blue"))
    owner = QObject()
    sign = Tray(QIcon(blue), owner)
    sign.owner = owner  # type: ignore[attr-defined]
    return sign


def test_the_unread_are_told(made: Tray) -> None:
    made.show_unread(1234)
    assert made.tip() == "PaperDesk: 1,234 unread"
    made.show_unread(0)
    assert made.tip() == "PaperDesk"


def test_a_badge_leaves_the_rest_of_the_icon_as_it_was(qtbot: QtBot) -> None:
    blue = QPixmap(64, 64)
    blue.fill(QColor("blue"))
    image = tray.badged(QIcon(blue), 34_000).pixmap(64, 64).toImage()
    assert image.pixelColor(5, 5) == QColor("blue")
    assert image.pixelColor(50, 40) != QColor("blue")


def test_a_click_wants_the_window_and_the_menu_asks_for_commands(made: Tray) -> None:
    told: list[str] = []
    made.wanted.connect(lambda: told.append("wanted"))
    made.asked.connect(told.append)
    made._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    made._icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    for action in made._menu.actions():
        action.trigger()
    assert told == ["wanted", "wanted", "feed.refresh-all", "app.quit"]


def test_a_tray_that_goes_away_is_noticed(
    made: Tray, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tray, "is_there", staticmethod(lambda: False))
    made._watch.setInterval(5)
    with qtbot.waitSignal(made.lost):
        made.turn(on=True)
    made.turn(on=False)
