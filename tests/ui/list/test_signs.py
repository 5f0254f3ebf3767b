import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPalette
from pytestqt.qtbot import QtBot

from paperdesk.ui.list.signs import paint_sign


def painted(*, marked: bool, unread: bool) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_sign(painter, QPalette(), QPointF(12, 12), marked=marked, unread=unread)
    painter.end()
    return image


@pytest.mark.parametrize("unread", [True, False])
def test_selected_unread_and_neither_are_told_apart(qtbot: QtBot, unread: bool) -> None:
    blank = QImage(24, 24, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    assert (painted(marked=False, unread=unread) != blank) is unread
    assert painted(marked=True, unread=unread) != painted(marked=False, unread=unread)
