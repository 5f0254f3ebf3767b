"""The ground of a row tells the cursor and the chosen rows."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from paperdesk.ui.ground import Ground, paint_ground
from paperdesk.ui.theme import Theme, Tone


def painted(qapp: QApplication, ground: Ground) -> tuple[QImage, QStyleOptionViewItem]:
    Theme(qapp).use("light")
    option = QStyleOptionViewItem()
    option.palette = qapp.palette()
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_ground(painter, option, QRect(0, 0, 100, 40), ground, 20)
    painter.end()
    return image, option


@pytest.mark.parametrize(
    ("ground", "bar", "field"),
    [
        (Ground(cursor=True, keys=True), Tone.ACCENT, Tone.TINT),
        (Ground(cursor=True, keys=False), Tone.MUTED, Tone.HOVER),
        (Ground(cursor=False, keys=False, marked=True), Tone.TINT, Tone.TINT),
    ],
)
def test_cursor_keys_and_choice_are_told_apart(
    qapp: QApplication, ground: Ground, bar: QPalette.ColorRole, field: QPalette.ColorRole
) -> None:
    image, option = painted(qapp, ground)
    assert image.pixelColor(1, 10) == option.palette.color(bar)
    assert image.pixelColor(50, 10) == option.palette.color(field)


def test_the_line_below_begins_where_the_words_do(qapp: QApplication) -> None:
    image, option = painted(qapp, Ground(cursor=False, keys=False))
    assert image.pixelColor(10, 39) == QColor("white")
    assert image.pixelColor(50, 39) == option.palette.color(Tone.LINE)
