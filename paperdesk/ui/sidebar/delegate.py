"""Paints the lines of the sidebar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from paperdesk.ui import icons
from paperdesk.ui.sidebar.model import HEADING, LINE
from paperdesk.ui.sidebar.places import Place
from paperdesk.ui.theme import GRID, Scale, Tone, font
from paperdesk.ui.words import amount

_LINE = 28
_HEADING = 36
_ICON = 16
_ROOM = 10_000
"""Counts from here on are rounded: names need the place."""

Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(QStyledItemDelegate):
    """Paints headings, and places with icon, count and health."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.here = -1
        """The line of the shelf that is shown."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Lines are of one height, headings have air above."""
        height = _HEADING if index.data(HEADING) else _LINE
        return QSize(120, max(height, QFontMetrics(self._view.font()).height() + GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        line = index.data(LINE)
        painter.save()
        if index.data(HEADING):
            _heading(painter, option, line.title)
        else:
            here = index.row() == self.here
            self._ground(painter, option, index, here=here)
            self._words(painter, option, line, here=here)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, here: bool
    ) -> None:
        box = option.rect.adjusted(GRID, 1, -GRID, -1)
        palette = option.palette
        cursor = self._view.hasFocus() and self._view.currentIndex().row() == index.row()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(Tone.ACCENT), 2) if cursor else QPen(Qt.PenStyle.NoPen))
        if here:
            painter.setBrush(palette.color(Tone.TINT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(palette.color(Tone.HOVER))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Place, *, here: bool
    ) -> None:
        palette = option.palette
        muted, ink = palette.color(Tone.MUTED), palette.color(Tone.INK)
        ratio = painter.device().devicePixelRatio()
        box = option.rect.adjusted(GRID * 2, 0, -GRID * 2, 0)
        middle = box.center().y() + 1
        sign, tone = ("warning", palette.color(Tone.ALARM)) if line.alarm else (line.icon, muted)
        drawn = icons.image(sign, tone.name(), _ICON, ratio)
        painter.drawImage(QPointF(box.left(), middle - _ICON / 2), drawn)
        right = box.right() + 1
        if line.count or line.alarm:
            right = _end(painter, option, QRect(box), line)
        face = QFont(self._view.font())
        face.setWeight(QFont.Weight.DemiBold if here else QFont.Weight.Normal)
        painter.setFont(face)
        painter.setPen(muted if line.opens else ink)
        room = QRect(box)
        room.setLeft(box.left() + _ICON + GRID)
        room.setRight(right - GRID)
        title = painter.fontMetrics().elidedText(
            line.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)


def _heading(painter: QPainter, option: QStyleOptionViewItem, title: str) -> None:
    painter.setFont(font(Scale.CAPTION, bold=True))
    painter.setPen(option.palette.color(Tone.MUTED))
    box = option.rect.adjusted(GRID * 2, 0, -GRID, -4)
    painter.drawText(box, Qt.AlignmentFlag.AlignBottom, title)


def _end(painter: QPainter, option: QStyleOptionViewItem, box: QRect, line: Place) -> int:
    """The number at the end of a line, or that something fails; returns where it begins."""
    painter.setFont(font(Scale.CAPTION, bold=line.strong and not line.alarm))
    tone = Tone.ALARM if line.alarm else Tone.INK if line.strong else Tone.MUTED
    painter.setPen(option.palette.color(tone))
    count = f"{line.count:,}" if line.count < _ROOM else amount(line.count)
    text = "failing" if line.alarm else count
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    return box.right() - painter.fontMetrics().horizontalAdvance(text)
