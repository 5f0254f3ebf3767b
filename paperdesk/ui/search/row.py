"""Paints what was found."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from paperdesk.domain.hit import Hit, HitKind
from paperdesk.ui import icons
from paperdesk.ui.ground import Ground, paint_ground
from paperdesk.ui.theme import GRID, Scale, Tone, font

HIT = Qt.ItemDataRole.UserRole

KINDS = {
    HitKind.PAPER: ("Paper", "library"),
    HitKind.FEED: ("Feed", "feed"),
    HitKind.PAGE: ("Full text", "pdf"),
    HitKind.NOTE: ("Note", "note"),
    HitKind.HIGHLIGHT: ("Highlight", "highlight"),
}
"""What each kind of hit is called, and its icon."""

_GUTTER = 40
_PAD = 8
_ICON = 16
_SNIPPET = 280
"""Letters of a snippet that two lines could hold."""

Index = QModelIndex | QPersistentModelIndex
Marks = Iterable[tuple[int, int]]


class HitDelegate(QStyledItemDelegate):
    """Paints a hit: its kind, title, place, and the words around it.

    The words that matched are bold and underlined.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._title = font()
        self._body = font()
        self._caption = font(Scale.CAPTION)
        self.height = round(
            2 * _PAD + QFontMetricsF(self._title).height() * 3
            + QFontMetricsF(self._caption).height() + GRID
        )  # fmt: skip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All rows are of one height."""
        return QSize(160, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a hit."""
        hit = index.data(HIT)
        painter.save()
        here = self._view.currentIndex().row() == index.row()
        ground = Ground(here, self._view.hasFocus())
        paint_ground(painter, option, option.rect, ground, _GUTTER)
        self._sign(painter, option, hit)
        self._words(painter, option, hit)
        painter.restore()

    def _sign(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        ratio = painter.device().devicePixelRatio()
        muted = option.palette.color(Tone.MUTED).name()
        drawn = icons.image(KINDS[hit.kind][1], muted, _ICON, ratio)
        painter.drawImage(QPointF(option.rect.left() + 14, option.rect.top() + _PAD + 1), drawn)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        palette = option.palette
        left, top = float(option.rect.left() + _GUTTER), float(option.rect.top() + _PAD)
        room = option.rect.width() - _GUTTER - GRID * 2
        painter.setPen(palette.color(Tone.INK))
        bold = QFont(self._title)
        bold.setWeight(QFont.Weight.DemiBold)
        title = QFontMetricsF(bold).elidedText(hit.title, Qt.TextElideMode.ElideRight, room)
        top += _marked(painter, QPointF(left, top), room, _Line(title, bold, hit.title_marks, 1))
        painter.setFont(self._caption)
        painter.setPen(palette.color(Tone.MUTED))
        height = QFontMetricsF(self._caption).height()
        painter.drawText(QPointF(left, top + painter.fontMetrics().ascent() + 1), where(hit))
        self._snippet(painter, palette, QPointF(left, top + height + 3), room, hit)

    def _snippet(
        self, painter: QPainter, palette: QPalette, at: QPointF, room: float, hit: Hit
    ) -> None:
        painter.setPen(palette.color(Tone.INK))
        _marked(painter, at, room, _Line(hit.snippet[:_SNIPPET], self._body, hit.marks, 2))


class _Line:
    """A text with marks, and how many lines of it are shown."""

    __slots__ = ("face", "lines", "marks", "text")

    def __init__(self, text: str, face: QFont, marks: Marks, lines: int) -> None:
        self.text = text.replace("\n", " ")
        self.face = face
        self.marks = marks
        self.lines = lines


def where(hit: Hit) -> str:
    """What a hit stands in, in words."""
    word = KINDS[hit.kind][0]
    return word if hit.page is None else f"{word} · page {hit.page + 1}"


def _marked(painter: QPainter, at: QPointF, room: float, line: _Line) -> float:
    """Write a text with its marks; returns how high it is."""
    layout = QTextLayout(line.text, line.face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_mark(start, end) for start, end in line.marks if end <= len(line.text)])
    height = 0.0
    layout.beginLayout()
    for _ in range(line.lines):
        row = layout.createLine()
        if not row.isValid():
            break
        row.setLineWidth(room)
        row.setPosition(QPointF(0, height))
        height += row.height()
    layout.endLayout()
    layout.draw(painter, at)
    return height


def _mark(start: int, end: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    made.format = look
    return made
