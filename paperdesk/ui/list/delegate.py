"""Paints cards."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from paperdesk.domain.paper import GONE, Paper
from paperdesk.ui import icons
from paperdesk.ui.album import Album
from paperdesk.ui.ground import Ground, paint_ground
from paperdesk.ui.list.card import GAP, GUTTER, INDENT, MARGIN, PAD, Badge, Card, Cards
from paperdesk.ui.list.model import HEADING, MARKED, MOVED, PAPER
from paperdesk.ui.list.signs import paint_pin, paint_sign
from paperdesk.ui.theme import GRID, Tone

_ICON = 13
_FADED = 0.55
"""How much is left of the ink of a paper that was dealt with."""


class CardDelegate(QStyledItemDelegate):
    """Paints one paper: title, authors, date, abstract, badges, state.

    Nothing is told by colour alone: unread is bold and dotted, selected is
    ticked, the row of the cursor carries a bar.
    """

    def __init__(self, view: QAbstractItemView, album: Album | None = None) -> None:
        """Paint for `view`, whose cursor stands out also while the keys are elsewhere."""
        super().__init__(view)
        self._view = view
        self._album = album
        self.cards = Cards(album)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the card of a row."""
        paper = index.data(PAPER)
        marked = bool(index.data(MARKED))
        painter.save()
        if heading := index.data(HEADING):
            option = self._headed(painter, option, heading)
        here = self._view.currentIndex().row() == index.row()
        ground = Ground(here, self._view.hasFocus(), marked)
        paint_ground(painter, option, option.rect, ground, GUTTER)
        if paper is not None:
            card = self.cards.card(paper, option.rect.width())
            self._sign(painter, option, card, marked=marked)
            if index.data(MOVED) or paper.state in GONE:
                painter.setOpacity(_FADED)
            self._words(painter, option, card)
            self._facts(painter, option, card)
            self._picture(painter, option, card)
            _progress(painter, option, paper.seen)
        painter.restore()

    def remark_box(self, row: QRect, paper: Paper) -> QRect:
        """Where the remark of a paper stands in its row, or would stand."""
        faces = self.cards.faces
        lines = len(self.cards.card(paper, row.width()).title)
        top = row.bottom() + 1 - faces.height + PAD + lines * faces.title_line + GAP
        return QRect(row.left() + GUTTER, top, row.width() - GUTTER - MARGIN, faces.body_line)

    def _headed(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: str
    ) -> QStyleOptionViewItem:
        """Say what is said above a row; what is left is for the card."""
        faces, box = self.cards.faces, QRect(option.rect)
        box.setHeight(faces.heading)
        painter.fillRect(box, option.palette.color(Tone.RAIL))
        painter.setFont(faces.strong)
        painter.setPen(option.palette.color(Tone.INK))
        words = box.adjusted(GUTTER, 0, -MARGIN, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, heading)
        rest = QStyleOptionViewItem(option)
        rest.rect = option.rect.adjusted(0, faces.heading, 0, 0)
        return rest

    def _sign(
        self, painter: QPainter, option: QStyleOptionViewItem, card: Card, *, marked: bool
    ) -> None:
        """In the gutter: a tick on selected rows, a dot on unread ones."""
        middle = QPointF(
            option.rect.left() + GUTTER / 2 + 1,
            option.rect.top() + PAD + self.cards.faces.title_line / 2,
        )
        paint_sign(painter, option.palette, middle, marked=marked, unread=card.paper.unread)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, card: Card) -> None:
        faces, palette = self.cards.faces, option.palette
        left = float(option.rect.left() + GUTTER)
        top = float(option.rect.top() + PAD)
        painter.setFont(faces.title(card.paper))
        painter.setPen(palette.color(Tone.INK))
        top = _lines(painter, left, top, faces.title_line, card.title) + GAP
        painter.setFont(faces.body)
        if card.remark:
            top = _remark(painter, palette, QPointF(left, top), faces.body_line, card.remark)
            painter.setPen(palette.color(Tone.INK))
        _lines(painter, left, top, faces.body_line, (card.authors,))
        painter.setPen(palette.color(Tone.MUTED))
        if card.organisation:
            behind = left + QFontMetricsF(faces.body).horizontalAdvance(card.authors)
            _lines(painter, behind, top, faces.body_line, (card.organisation,))
        if card.date:
            right = option.rect.right() - MARGIN
            at = right - QFontMetricsF(faces.body).horizontalAdvance(card.date)
            _lines(painter, at, top, faces.body_line, (card.date,))
        if card.whose:
            top += faces.body_line + GAP
        _lines(painter, left, top, faces.body_line, card.abstract)

    def _facts(self, painter: QPainter, option: QStyleOptionViewItem, card: Card) -> None:
        faces, palette = self.cards.faces, option.palette
        line = faces.caption_line
        left = float(option.rect.left() + GUTTER)
        top = option.rect.bottom() - PAD - line + 1
        right = option.rect.right() - MARGIN
        right -= card.picture.width() + MARGIN if card.picture.width() else 0
        painter.setFont(faces.caption)
        metrics = QFontMetricsF(faces.caption)
        if card.chip:
            width = metrics.horizontalAdvance(card.chip) + GRID * 2
            right -= round(width)
            _frame(painter, palette, QRectF(right, top, width, line), card.chip)
        for whole in card.badges:
            badge = _fitting(whole, metrics, right - GRID - left)
            if badge is None:
                break
            width = _badge_width(badge, metrics)
            _badge(painter, palette, QRectF(left, top, width, line), badge)
            left += width + GRID * 1.5

    def _picture(self, painter: QPainter, option: QStyleOptionViewItem, card: Card) -> None:
        """The picture in the lower right corner, as large as its room, once it is here."""
        image = self._album.image(card.paper.card.picture) if self._album else None
        if image is None or not card.picture.width():
            return
        right, bottom = option.rect.right() - MARGIN, option.rect.bottom() - PAD
        room = QRectF(0, 0, card.picture.width(), card.picture.height())
        room.moveBottomRight(QPointF(right, bottom))
        size = QSizeF(image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(), size)
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(option.palette.color(Tone.LINE), 1))
        painter.drawRect(place)


def _progress(painter: QPainter, option: QStyleOptionViewItem, seen: float) -> None:
    """On the hairline: how far the paper was read."""
    if seen > 0:
        rect = option.rect
        length = round((rect.width() - GUTTER - MARGIN) * min(seen, 1.0))
        bar = QRect(rect.left() + GUTTER, rect.bottom() - 1, length, 2)
        painter.fillRect(bar, option.palette.color(Tone.ACCENT))


def _lines(
    painter: QPainter, left: float, top: float, height: int, lines: tuple[str, ...]
) -> float:
    """Write lines below each other; returns where the next would begin."""
    rise = painter.fontMetrics().ascent()
    for line in lines:
        painter.drawText(QPointF(left, top + rise), line)
        top += height
    return top


def _remark(painter: QPainter, palette: QPalette, at: QPointF, height: int, words: str) -> float:
    """Write a remark behind a pen; returns where the next line would begin."""
    accent = palette.color(Tone.ACCENT)
    pen = icons.image("note", accent.name(), _ICON, painter.device().devicePixelRatio())
    painter.drawImage(at + QPointF(0, (height - _ICON) / 2), pen)
    painter.setPen(accent)
    return _lines(painter, at.x() + INDENT, at.y(), height, (words,))


def _fitting(badge: Badge, metrics: QFontMetricsF, room: float) -> Badge | None:
    """A badge if there is room for it; of a pinned tag at least its digit."""
    if _badge_width(badge, metrics) <= room:
        return badge
    digit = replace(badge, word=badge.word.split()[0]) if badge.colour else badge
    return digit if _badge_width(digit, metrics) <= room else None


def _badge_width(badge: Badge, metrics: QFontMetricsF) -> float:
    word = metrics.horizontalAdvance(badge.word)
    if badge.framed or badge.colour:
        return word + GRID * 1.5
    return word + (_ICON + 4 if badge.icon else 0)


def _badge(painter: QPainter, palette: QPalette, box: QRectF, badge: Badge) -> None:
    if badge.framed:
        _frame(painter, palette, box, badge.word)
        return
    if badge.colour:
        paint_pin(painter, box, badge.word, badge.colour)
        return
    muted = palette.color(Tone.MUTED)
    if not badge.icon:
        painter.setPen(muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, badge.word)
        return
    ratio = painter.device().devicePixelRatio()
    drawn = icons.image(badge.icon, muted.name(), _ICON, ratio)
    if not drawn.isNull():
        painter.drawImage(QPointF(box.left(), box.center().y() - _ICON / 2), drawn)
    painter.setPen(muted)
    painter.drawText(box.adjusted(_ICON + 4, 0, 1, 0), Qt.AlignmentFlag.AlignVCenter, badge.word)


def _frame(painter: QPainter, palette: QPalette, box: QRectF, word: str) -> None:
    """A word in a rounded outline."""
    muted = palette.color(Tone.MUTED)
    outline = QColor(muted)
    outline.setAlphaF(0.6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(outline, 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(muted)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
