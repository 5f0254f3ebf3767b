"""Paints one page: its paper and shadow, its pixels, or why there are none."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from paperdesk.reader.layout import Box, Layout
from paperdesk.reader.wishes import TILE, Piece, Window, sharp
from paperdesk.ui.reader.pixels import Pixels
from paperdesk.ui.reader.shades import ON_WHITE, Shades
from paperdesk.ui.theme import Tone

_SHADOW = (26, 16, 9, 4)
"""How dark the soft edge of a page is, from the page outward."""


class Canvas(NamedTuple):
    """Where is painted: the column and the part of it that shows, pixels and failures."""

    layout: Layout
    window: Window
    pixels: Pixels
    problems: Mapping[int, str]
    shades: Shades = ON_WHITE


def background(palette: QPalette) -> QColor:
    """The desk under the pages: the frame's colour, a little deeper when light."""
    rail = palette.color(Tone.RAIL)
    return rail.darker(106) if rail.lightness() > 127 else rail


def sheet_of(layout: Layout, page: int) -> QRect:
    """What is shown of a page, to be painted within."""
    box = layout.box(page)
    return QRect(box.left, box.top, box.width, box.height)


def paint_page(painter: QPainter, canvas: Canvas, page: int) -> bool:
    """Paint a page; whether there was anything of it that marks can lie on."""
    box = canvas.layout.box(page)
    _paint_paper(painter, box, canvas.shades)
    if canvas.pixels.has_page(page):
        _paint_pixels(painter, canvas, page)
        return True
    problem = canvas.problems.get(page)
    if problem is not None:
        _paint_problem(painter, box, problem, canvas.shades)
    else:
        _paint_waiting(painter, box, str(page + 1), canvas.shades)
    return False


def _paint_paper(painter: QPainter, box: Box, shades: Shades) -> None:
    """The empty sheet, with a soft edge; a dark one has a fine line in place of a shadow."""
    rect = QRect(box.left, box.top, box.width, box.height)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for distance, alpha in enumerate(() if shades.dark else _SHADOW):
        painter.setPen(QColor(0, 0, 0, alpha))
        painter.drawRect(rect.adjusted(-1 - distance, -distance, distance, 1 + distance))
    if shades.dark:
        painter.fillRect(rect.adjusted(-1, -1, 1, 1), shades.edge)
    painter.fillRect(rect, shades.paper)


def _paint_pixels(painter: QPainter, canvas: Canvas, page: int) -> None:
    """The page's pixels, old ones stretched until the sharp ones are here."""
    held = canvas.pixels
    wanted = sharp(canvas.layout, canvas.window, page)
    missing = [piece for piece in wanted if piece not in held]
    painter.save()
    painter.setClipRect(sheet_of(canvas.layout, page), Qt.ClipOperation.IntersectClip)
    if missing:
        _paint_old(painter, canvas, page)
    for piece in wanted:
        image = held.image(piece)
        if image is not None:
            _paint_sharp(painter, canvas, piece, image)
    painter.restore()


def _paint_waiting(painter: QPainter, box: Box, label: str, shades: Shades) -> None:
    """A page that is not drawn yet says its number, faintly."""
    painter.setPen(shades.faint)
    rect = QRect(box.left, box.top, box.width, min(box.height, 160))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, label)


def _paint_problem(painter: QPainter, box: Box, sentence: str, shades: Shades) -> None:
    """A card in place of a page that cannot be drawn: what happened, what to do."""
    margin = max(12, box.width // 10)
    room = QRect(box.left + margin, box.top + margin, box.width - 2 * margin, box.height)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    text = f"{sentence}\nPress Ctrl+R or click here to try again."
    words = painter.boundingRect(room.adjusted(16, 14, -16, 0), flags, text)
    card = QRect(room.left(), room.top(), room.width(), words.height() + 28)
    painter.fillRect(card, shades.card)
    painter.fillRect(QRect(card.left(), card.top(), 4, card.height()), shades.alarm)
    painter.setPen(shades.ink)
    painter.drawText(words, flags, text)


def _paint_old(painter: QPainter, canvas: Canvas, page: int) -> None:
    """What there is of a page at other scales, the coarsest first."""
    scale, turns = canvas.layout.zoom * canvas.window.ratio, canvas.layout.arrangement.rotation
    older = [
        piece
        for piece in canvas.pixels.pieces(page)
        if piece.former or (piece.scale, piece.turns) != (scale, turns)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
    for piece in _coarsest_first(older):
        image = canvas.pixels.image(piece)
        if image is not None:
            painter.save()
            _lay_under(painter, canvas.layout, piece)
            painter.drawImage(_stretched(canvas.layout, piece, image), image)
            painter.restore()
    painter.restore()


def _lay_under(painter: QPainter, layout: Layout, piece: Piece) -> None:
    """Put the origin to the corner of the page as the piece has it, turned with it."""
    whole = layout.whole(piece.page)
    painter.translate(whole.left + whole.width / 2, whole.top + whole.height / 2)
    quarters = layout.arrangement.rotation - piece.turns
    painter.rotate(90 * quarters)
    width, height = whole.width, whole.height
    if quarters % 2:
        width, height = height, width
    painter.translate(-width / 2, -height / 2)


def _coarsest_first(pieces: Sequence[Piece]) -> list[Piece]:
    """Only the finest whole picture is of use, one in the colours of now if there is any.

    And the tiles over it.
    """
    whole = [piece for piece in pieces if piece.whole]
    tiles = sorted((piece for piece in pieces if not piece.whole), key=lambda tile: tile.scale)
    if not whole:
        return tiles
    return [max(whole, key=lambda piece: (not piece.former, piece.scale)), *tiles]


def _stretched(layout: Layout, piece: Piece, image: QImage) -> QRectF:
    """Where a piece of another scale goes on its page at the present one."""
    factor = layout.zoom / piece.scale
    if piece.whole:
        whole = layout.whole(piece.page)
        turned = (layout.arrangement.rotation - piece.turns) % 2
        size = (whole.height, whole.width) if turned else (whole.width, whole.height)
        return QRectF(0, 0, *size)
    left, top = piece.column * TILE * factor, piece.row * TILE * factor
    return QRectF(left, top, image.width() * factor, image.height() * factor)


def _paint_sharp(painter: QPainter, canvas: Canvas, piece: Piece, image: QImage) -> None:
    """One dot of the picture on one dot of the screen.

    *Why not `setDevicePixelRatio`:* Qt may copy an image before it changes it.
    """
    ratio = canvas.window.ratio
    box = canvas.layout.whole(piece.page)
    column, row = max(piece.column, 0), max(piece.row, 0)
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    painter.drawImage(
        QPointF(box.left * ratio + column * TILE, box.top * ratio + row * TILE), image
    )
    painter.restore()
