"""Paints the cells of the list as a table: one line for each paper."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from paperdesk.domain.paper import GONE, Paper
from paperdesk.ui import icons
from paperdesk.ui.ground import Ground, paint_ground
from paperdesk.ui.list.columns import COLUMNS
from paperdesk.ui.list.model import HEADING, MARKED, MOVED, PAPER
from paperdesk.ui.list.signs import paint_pin, paint_sign
from paperdesk.ui.list.titled import CARD
from paperdesk.ui.theme import Scale, Tone, font

GUTTER = 28
PAD = 8
_FADED = 0.55
_REMARK = 0.45
"""Of the cell of a title, for the remark at its end."""

_PIN, _ICON = 16, 14
"""Pixels of the digit of a pinned tag, and of the sign of what no longer stands."""

_LEAST = 240
"""Pixels in which a remark is written."""


class CellDelegate(QStyledItemDelegate):
    """Paints one cell; the first of a row also carries its signs."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Paint for `view`, whose cursor stands out also while the keys are elsewhere."""
        super().__init__(view)
        self._view = view
        self.renew()

    def renew(self) -> None:
        """Take the fonts as they are now."""
        self._read, self._unread = font(Scale.BODY), font(Scale.BODY, bold=True)
        self._small = font(Scale.CAPTION)
        self.height = round(QFontMetricsF(self._unread).height()) + 2 * PAD

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell, and around it the row that it is in."""
        paper, marked = index.data(PAPER), bool(index.data(MARKED))
        cursor, rect = self._view.currentIndex(), option.rect
        first = index.column() == CARD + 1
        here = cursor.row() == index.row()
        painter.save()
        if heading := index.data(HEADING):
            option = self._headed(painter, option, heading if first else "")
            rect = option.rect
        option.state &= ~QStyle.StateFlag.State_MouseOver
        ground = Ground(here, self._view.hasFocus(), marked, bar=first)
        paint_ground(painter, option, rect, ground, 0)
        if paper is not None:
            if first:
                middle = QPointF(rect.left() + GUTTER / 2 + 1, rect.center().y() + 0.5)
                paint_sign(painter, option.palette, middle, marked=marked, unread=paper.unread)
            if index.data(MOVED) or paper.state in GONE:
                painter.setOpacity(_FADED)
            self._words(painter, option, index, paper)
        if here and cursor.column() == index.column() and self._view.hasFocus():
            painter.setPen(QPen(option.palette.color(Tone.ACCENT), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.restore()

    def remark_box(self, row: QRect, paper: Paper) -> QRect:  # noqa: ARG002
        """Where the remark of a paper is written in the cell of its title."""
        room = row.width() - GUTTER - PAD
        width = min(max(round(row.width() * _REMARK), _LEAST), room)
        top = row.bottom() + 1 - self.height
        return QRect(row.right() + 1 - PAD // 2 - width, top + 2, width, self.height - 3)

    def _headed(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: str
    ) -> QStyleOptionViewItem:
        """Say what is said above a row; what is left is for the cell."""
        band = QRect(option.rect)
        band.setBottom(option.rect.bottom() - self.height)
        painter.fillRect(band, option.palette.color(Tone.RAIL))
        painter.setFont(self._unread)
        painter.setPen(option.palette.color(Tone.INK))
        painter.drawText(band.adjusted(GUTTER, 0, -PAD, 0), Qt.AlignmentFlag.AlignVCenter, heading)
        rest = QStyleOptionViewItem(option)
        rest.rect = option.rect.adjusted(0, band.height(), 0, 0)
        return rest

    def _signs(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, paper: Paper
    ) -> QRect:
        """Around a title: that it no longer stands, its pinned tags, the remark; the room left."""
        if paper.remark:
            box = self._remark(painter, option, box, paper)
        painter.setFont(self._small)
        for pin in reversed(paper.pins[: box.width() // (4 * _PIN)]):
            badge = QRectF(box.right() - _PIN + 1, box.center().y() - _PIN / 2, _PIN, _PIN)
            paint_pin(painter, badge, str(pin.digit), pin.colour)
            box = box.adjusted(0, 0, -_PIN - 3, 0)
        if paper.notice:
            alarm, ratio = option.palette.color(Tone.ALARM), painter.device().devicePixelRatio()
            sign = icons.image("warning", alarm.name(), _ICON, ratio)
            painter.drawImage(QPointF(box.left(), box.center().y() - _ICON / 2), sign)
            box = box.adjusted(_ICON + 5, 0, 0, 0)
        return box

    def _remark(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, paper: Paper
    ) -> QRect:
        """Write a remark at the end of the title's cell; returns the room for the title."""
        metrics = QFontMetricsF(self._read)
        room = round(box.width() * _REMARK)
        words = metrics.elidedText(paper.remark, Qt.TextElideMode.ElideRight, room - PAD - 2)
        width = round(metrics.horizontalAdvance(words)) + 2
        painter.setFont(self._read)
        painter.setPen(option.palette.color(Tone.ACCENT))
        place = box.adjusted(box.width() - width, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return box.adjusted(0, 0, -width - PAD, 0)

    def _words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        paper: Paper,
    ) -> None:
        column = COLUMNS[index.column() - CARD - 1]
        first = index.column() == CARD + 1
        face = self._unread if first and paper.unread else self._read
        box: QRect = option.rect.adjusted(GUTTER if first else PAD, 0, -PAD, -1)
        side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        if first:
            box = self._signs(painter, option, box, paper)
        text = QFontMetricsF(face).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.setFont(face)
        painter.setPen(option.palette.color(Tone.INK if first else Tone.MUTED))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
