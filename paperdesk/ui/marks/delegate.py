"""Paints a mark in a list: its ink with its line, its words, what was remarked."""

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from paperdesk.domain.note import Fate, Highlight
from paperdesk.ui import icons
from paperdesk.ui.ground import Ground, paint_ground
from paperdesk.ui.lines import Letters
from paperdesk.ui.marks.model import ROW
from paperdesk.ui.marks.row import MarkRow, caption, remark, words
from paperdesk.ui.reader.inks import INK
from paperdesk.ui.reader.shapes import pen
from paperdesk.ui.theme import GRID, Scale, Tone, font

_GUTTER = 34
_PAD = 7
_SWATCH = 14
_HIGHEST = 120
_KEPT = 5_000
_MOST = 400
"""Characters of a passage that its lines could hold."""

Index = QModelIndex | QPersistentModelIndex


class MarkDelegate(QStyledItemDelegate):
    """Paints rows of marks; `lines` of the passage, and as many of the comment.

    With `starts`, which tells whether a group begins with a row, all rows are
    equally high, so that thousands can be listed.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        lines: int = 2,
        starts: Callable[[int], bool] | None = None,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._lines = lines
        self._starts = starts
        self._heights: dict[tuple[object, ...], int] = {}
        self._body = font()
        self._caption = font(Scale.CAPTION)
        self._heading = font(Scale.CAPTION, bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as its words need."""
        if self._starts is not None:
            return QSize(160, self._same_height())
        row, room = index.data(ROW), self._room()
        shown = row.picture.size() if row.picture is not None else QSize()
        key = (room, words(row), remark(row), caption(row), bool(row.heading), shown.toTuple())
        if key not in self._heights:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            self._heights[key] = self._height(row, room)
        return QSize(160, self._heights[key])

    def _height(self, row: MarkRow, room: float) -> int:
        """What a row's words need, laid out: too slow for hundreds at each change."""
        height = 2 * _PAD + _laid(caption(row), self._caption, room, 2)[1] + GRID // 2
        if row.picture is None:
            height += _laid(words(row), self._body, room, self._lines)[1]
        else:
            height += _fitting(row.picture, room).height()
        if remark(row):
            height += _laid(remark(row), self._body, room - 20, self._lines)[1] + 3
        if row.heading:
            height += QFontMetricsF(self._heading).height() + _PAD
        return round(height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a mark."""
        row: MarkRow | None = index.data(ROW)
        if row is None:
            return
        painter.save()
        rect = QRect(option.rect)
        if self._starts is not None:
            paint_ground(painter, option, rect, self._standing(index.row()), _GUTTER)
            painter.setOpacity(1.0 if self._starts(index.row()) else 0.55)
            rect.setTop(self._paint_heading(painter, option, row))
            painter.setOpacity(1.0)
        else:
            if row.heading:
                rect.setTop(self._paint_heading(painter, option, row))
            paint_ground(painter, option, rect, self._standing(index.row()), _GUTTER)
        swatch(painter, QPointF(rect.left() + 12, rect.top() + _PAD + 2), row.mark)
        self._paint_words(painter, option, rect, row)
        painter.restore()

    def _same_height(self) -> int:
        """Room for a heading, the passage, a line of the comment, and the caption."""
        captions = QFontMetricsF(self._caption).height() + QFontMetricsF(self._heading).height()
        lines = (self._lines + 1) * QFontMetricsF(self._body).height()
        return round(3 * _PAD + captions + lines + GRID)

    def _room(self) -> float:
        return float(self._view.viewport().width() - _GUTTER - GRID)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: MarkRow) -> int:
        metrics = QFontMetricsF(self._heading)
        painter.setFont(self._heading)
        painter.setPen(option.palette.color(Tone.MUTED))
        room = self._view.viewport().width() - 12 - GRID
        text = metrics.elidedText(row.heading, Qt.TextElideMode.ElideRight, room)
        top = option.rect.top() + _PAD
        painter.drawText(QPointF(option.rect.left() + 12, top + metrics.ascent() - 2), text)
        return round(top + metrics.height())

    def _paint_passage(self, painter: QPainter, at: QPointF, row: MarkRow) -> float:
        """The words, or the picture, that was marked; how high it is."""
        room = self._room()
        if row.picture is None:
            return _write(painter, at, _laid(words(row), self._body, room, self._lines))
        size = _fitting(row.picture, room)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
        painter.drawImage(QRectF(at, size), row.picture)
        return size.height()

    def _standing(self, row: int) -> Ground:
        return Ground(self._view.currentIndex().row() == row, self._view.hasFocus())

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: MarkRow
    ) -> None:
        palette, room = option.palette, self._room()
        left, top = float(rect.left() + _GUTTER), float(rect.top() + _PAD)
        lost = row.mark.fate is Fate.LOST
        painter.setPen(palette.color(Tone.MUTED if lost else Tone.INK))
        top += self._paint_passage(painter, QPointF(left, top), row)
        if remark(row):
            painter.setPen(palette.color(Tone.INK))
            ratio, muted = painter.device().devicePixelRatio(), palette.color(Tone.MUTED).name()
            sign = icons.image("comment", muted, 13, ratio)
            painter.drawImage(QPointF(left, top + 5), sign)
            lines = self._lines if self._starts is None else 1
            laid = _laid(remark(row), self._body, room - 20, lines)
            top += _write(painter, QPointF(left + 20, top + 3), laid) + 3
        painter.setPen(palette.color(Tone.ALARM if lost else Tone.MUTED))
        lines = 2 if self._starts is None else 1
        _write(painter, QPointF(left, top + 3), _laid(caption(row), self._caption, room, lines))


def _fitting(picture: QImage, room: float) -> QSizeF:
    """How large a picture is shown."""
    whole = QSizeF(picture.size())
    largest = QSizeF(min(room, whole.width()), min(_HIGHEST, whole.height()))
    return whole.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio)


def swatch(painter: QPainter, at: QPointF, mark: Highlight) -> None:
    """The ink of a mark, over the line that tells it from others without colour."""
    box = QRectF(at.x(), at.y(), _SWATCH, _SWATCH - 2)
    painter.fillRect(box, INK[mark.colour])
    painter.setPen(pen(mark.colour, 2))
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def _laid(text: str, face: QFont, room: float, lines: int) -> tuple[QTextLayout, float]:
    """A text in lines of a width, cut with an ellipsis after the last; how high they are."""
    whole = " ".join(text[:_MOST].split())
    layout, height, end = _broken(whole, face, room, lines)
    letters = Letters(whole)
    if letters.between(end, None):
        shorter = letters.between(0, max(end - 2, 1)).rstrip() + "…"
        layout, height, _ = _broken(shorter, face, room, lines)
    return layout, height


def _broken(text: str, face: QFont, room: float, lines: int) -> tuple[QTextLayout, float, int]:
    layout = QTextLayout(text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height, end = 0.0, 0
    layout.beginLayout()
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(room, 20.0))
        line.setPosition(QPointF(0, height))
        height += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, height, end


def _write(painter: QPainter, at: QPointF, laid: tuple[QTextLayout, float]) -> float:
    laid[0].draw(painter, at)
    return laid[1]
