"""What is under the words of a row in a list of cards."""

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from paperdesk.ui.theme import Tone

_BAR = 4
"""Pixels of the bar at the row under the cursor, which no colour alone tells."""


class Ground(NamedTuple):
    """How a row stands: under the cursor, in a list that has the keys, chosen."""

    cursor: bool
    keys: bool
    marked: bool = False
    bar: bool = True
    """Whether this is where the bar of the cursor stands: a row of cells has one."""


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRect, ground: Ground, indent: int
) -> None:
    """Paint tint, bar and the hairline below, which begins at `indent`."""
    palette = option.palette
    if ground.cursor or ground.marked:
        tinted = ground.keys or ground.marked
        painter.fillRect(rect, palette.color(Tone.TINT if tinted else Tone.HOVER))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, palette.color(Tone.HOVER))
    if ground.cursor and ground.bar:
        bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
        painter.fillRect(bar, palette.color(Tone.ACCENT if ground.keys else Tone.MUTED))
    hairline = QRect(rect.left() + indent, rect.bottom(), rect.width() - indent, 1)
    painter.fillRect(hairline, palette.color(Tone.LINE))
