"""Paints the lines of the sidebar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from paperdesk.domain.note import Colour
from paperdesk.domain.tints import DEEP, PALE
from paperdesk.ui import icons
from paperdesk.ui.sidebar.landing import DropList, Side
from paperdesk.ui.sidebar.model import HEADING, LINE
from paperdesk.ui.sidebar.places import Place
from paperdesk.ui.theme import GRID, Scale, Tone, font
from paperdesk.ui.words import amount

_LINE = 28
_HEADING = 36
_ICON = 16
ARROW = 12
"""Pixels of the arrow before a collection that others stand within."""

_LEAST_STEP = 5
"""Pixels that a collection at least stands further in than the one around it."""

_COUNT = 20
_NAME = 44
"""Pixels of a count and of a name; where there is no room for both, the name has it."""

_ROOM = 10_000
"""Counts from here on are rounded: names need the place."""

Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(QStyledItemDelegate):
    """Paints headings, and places with icon, count and health."""

    def __init__(self, view: DropList) -> None:
        super().__init__(view)
        self._view = view
        self.here: frozenset[int] = frozenset()
        """The lines of what is shown: several of a union."""

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
            here = index.row() in self.here
            self._ground(painter, option, index, here=here)
            self._words(painter, option, line, here=here)
            self._landing(painter, option, index)
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
        elif self._selected(option) or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(palette.color(Tone.HOVER))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _selected(self, option: QStyleOptionViewItem) -> bool:
        """Whether it is one of several that are selected."""
        several = len(self._view.selectedIndexes()) > 1
        return several and bool(option.state & QStyle.StateFlag.State_Selected)

    def _landing(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Show that what is dragged would land here: in it, or on its upper or lower side."""
        landing = self._view.landing
        if landing is None or landing.row != index.row():
            return
        box = option.rect.adjusted(GRID, 1, -GRID, -1)
        painter.setPen(QPen(option.palette.color(Tone.ACCENT), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if landing.side is Side.INTO:
            painter.drawRoundedRect(box, 6, 6)
        else:
            y = box.top() if landing.side is Side.ABOVE else box.bottom()
            painter.drawLine(box.left(), y, box.right(), y)

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Place, *, here: bool
    ) -> None:
        palette = option.palette
        muted, ink = palette.color(Tone.MUTED), palette.color(Tone.INK)
        ratio = painter.device().devicePixelRatio()
        box = option.rect.adjusted(GRID * 2 + inset(line), 0, -GRID * 2, 0)
        middle = box.center().y() + 1
        sign, tone = ("warning", palette.color(Tone.ALARM)) if line.alarm else (line.icon, muted)
        if line.ink:
            _swatch(painter, QPointF(box.left() + _ICON / 2, middle), line.ink)
            sign = ""
        drawn = icons.image(sign, tone.name(), _ICON, ratio)
        painter.drawImage(QPointF(box.left(), middle - _ICON / 2), drawn)
        if line.folds:
            turned = "chevron-right" if line.folded else "chevron-down"
            arrow = icons.image(turned, muted.name(), ARROW, ratio)
            painter.drawImage(QPointF(box.left() - ARROW - 1, middle - ARROW / 2), arrow)
        right = box.right() + 1
        counts = box.width() - _ICON - GRID * 2 - _COUNT > _NAME
        if line.alarm or (line.count and counts):
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


def inset(line: Place) -> int:
    """Pixels that a line stands in: a collection has an arrow before it, and others around it.

    The deeper, the less: what stands six deep is to have room for a name.
    """
    if line.collection is None:
        return 0
    steps = (max(_LEAST_STEP, GRID * 2 - GRID // 2 * level) for level in range(line.depth))
    return ARROW // 2 + sum(steps)


def _swatch(painter: QPainter, middle: QPointF, colour: str) -> None:
    """The colour of a pinned tag, beside its digit."""
    painter.setPen(QPen(QColor(DEEP[Colour(colour)]), 1.5))
    painter.setBrush(QColor(PALE[Colour(colour)]))
    painter.drawEllipse(middle, _ICON / 3, _ICON / 3)


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
