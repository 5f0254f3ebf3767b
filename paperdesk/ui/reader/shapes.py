"""How each kind of mark is painted: passages, lines, rectangles, words, strokes of the pen.

Tints leave the text under them as readable as it is (see `shades`). All sizes are
points of the page, so that a mark looks alike at any zoom.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QTransform,
)

from paperdesk.domain.note import Colour, Kind, Quad
from paperdesk.reader.layout import Layout, Point
from paperdesk.reader.standing import Part
from paperdesk.ui.reader.inks import INK, LINES
from paperdesk.ui.reader.shades import ON_WHITE, Shades

RING = QColor("#3a54c4")
"""Around the mark that the next key is about."""

PEN = 1.6
"""Points that a line drawn by hand is wide."""

LETTERS = 10
"""Points that the words on a page are high, with what is above and below."""

_PAD = 3.0
"""Points around the words that stand on a page."""

_SIGN = 7.0
"""Points that the sign of a comment is wide, within bounds."""

_AROUND = 16
"""Pixels around the boxes of a mark that it may paint on: its ring, its line, its sign."""

_SMALL = 250_000
"""Dots of a drawing up to which its picture is kept: a megabyte, of ten that Qt's cache has."""


def paint_mark(
    painter: QPainter, layout: Layout, part: Part, shades: Shades = ON_WHITE, *, current: bool
) -> None:
    """Paint what stands of a mark on one page, ringed if it is the current one."""
    highlight, anchor = part
    areas = boxes(layout, anchor.page, anchor.quads)
    if not _in_sight(painter, areas):
        return
    _PAINT[highlight.kind](painter, layout, part, areas, shades)
    ends = anchor is highlight.anchors[-1] and areas
    if ends and highlight.comment and highlight.kind is not Kind.TEXT:
        _comment_sign(painter, areas[-1], shades.line(LINES[highlight.colour][0]), layout.zoom)
    if current:
        ring(painter, areas, shades.line(RING))


def boxes(layout: Layout, page: int, quads: Sequence[Quad]) -> list[QRectF]:
    """Where boxes of a page lie in the column."""
    return [QRectF(*area) for area in layout.areas(page, quads)]


def _in_sight(painter: QPainter, areas: Sequence[QRectF]) -> bool:
    """Whether any of it lies where is painted now: of a scroll, that is a strip."""
    if not painter.hasClipping():
        return True
    strip = painter.clipBoundingRect().adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return any(strip.intersects(area) for area in areas)


def ring(painter: QPainter, areas: Sequence[QRectF], colour: QColor) -> None:
    """One outline around boxes that touch."""
    outline = QPainterPath()
    for area in areas:
        piece = QPainterPath()
        piece.addRoundedRect(area.adjusted(-2, -1.5, 2, 1.5), 3, 3)
        outline = outline.united(piece)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def pen(colour: Colour, width: float, shades: Shades = ON_WHITE) -> QPen:
    """The line of an ink: its strong colour, and its dashes."""
    strong, dashes = LINES[colour]
    made = QPen(shades.line(strong), width)
    if dashes:
        made.setDashPattern(dashes)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made


def _highlight(
    painter: QPainter, layout: Layout, part: Part, areas: Sequence[QRectF], shades: Shades
) -> None:
    colour = part[0].colour
    shades.fill(painter, areas, INK[colour])
    painter.setPen(pen(colour, min(max(layout.zoom, 0.8), 1.6), shades))
    _under(painter, layout, areas, 0.7)


def _underline(
    painter: QPainter, layout: Layout, part: Part, areas: Sequence[QRectF], shades: Shades
) -> None:
    width = max(1.2 * layout.zoom, 1.2)
    painter.setPen(pen(part[0].colour, width, shades))
    _under(painter, layout, areas, width / 2)


def _under(painter: QPainter, layout: Layout, areas: Sequence[QRectF], above: float) -> None:
    """A line where the letters stand, on whichever side that is once the page is turned."""
    across, down = QPointF(above, 0.0), QPointF(0.0, above)
    for area in areas:
        match layout.arrangement.rotation % 4:
            case 0:
                painter.drawLine(area.bottomLeft() - down, area.bottomRight() - down)
            case 1:
                painter.drawLine(area.topLeft() + across, area.bottomLeft() + across)
            case 2:
                painter.drawLine(area.topLeft() + down, area.topRight() + down)
            case _:
                painter.drawLine(area.topRight() - across, area.bottomRight() - across)


def _area(
    painter: QPainter, layout: Layout, part: Part, areas: Sequence[QRectF], shades: Shades
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(part[0].colour, min(max(1.5 * layout.zoom, 1.5), 3.0), shades))
    painter.drawRects(list(areas))


def _words(
    painter: QPainter, layout: Layout, part: Part, areas: Sequence[QRectF], _shades: Shades
) -> None:
    """Words on the page, as a slip of paper would hold them."""
    highlight, colour = part[0], part[0].colour
    for area in areas:
        painter.fillRect(area, INK[colour].lighter(112))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(colour, min(max(layout.zoom, 1.0), 2.0)))
        painter.drawRect(area)
        painter.save()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        painter.scale(layout.zoom, layout.zoom)
        painter.setPen(QColor("#1d1f24"))
        painter.setFont(letters())
        room = QRectF(0, 0, area.width() / layout.zoom, area.height() / layout.zoom)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room.adjusted(_PAD, _PAD - 1, -_PAD, 0), flags, highlight.comment)
        painter.restore()


def letters() -> QFont:
    """The letters of words on a page, in points of the page."""
    made = QFont()
    made.setPixelSize(LETTERS)
    return made


def _ink(
    painter: QPainter, layout: Layout, part: Part, areas: Sequence[QRectF], shades: Shades
) -> None:
    """Lines of the pen, as a kept picture where that is small.

    *Why kept:* to stroke one of 300 points takes 3 ms of each frame that shows it.
    """
    room = _around(areas)
    ratio = painter.device().devicePixelRatioF()
    if room.width() * room.height() * ratio * ratio > _SMALL:
        _draw_ink(painter, layout, part, shades)
        return
    key = f"ink {hash(part[0].strokes)} {part[0].colour} {layout.zoom}"
    key += f" {layout.arrangement.rotation} {ratio} {shades.dark}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _ink_picture(layout, part, room, ratio, shades)
        QPixmapCache.insert(key, picture)
    painter.drawPixmap(room.topLeft(), picture)


def _around(areas: Sequence[QRectF]) -> QRect:
    """The whole pixels that a drawing takes, with half a line around it."""
    whole = QRectF()
    for area in areas:
        whole = whole.united(area)
    return whole.toAlignedRect().adjusted(-1, -1, 1, 1)


def _ink_picture(layout: Layout, part: Part, room: QRect, ratio: float, shades: Shades) -> QPixmap:
    picture = QPixmap(room.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    inner = QPainter(picture)
    inner.translate(-room.topLeft())
    _draw_ink(inner, layout, part, shades)
    inner.end()
    return picture


def _draw_ink(painter: QPainter, layout: Layout, part: Part, shades: Shades) -> None:
    highlight, anchor = part
    drawn = hand(highlight.colour, layout.zoom, shades)
    drawn.setWidthF(drawn.widthF() / layout.zoom)
    painter.save()
    painter.setTransform(_onto(layout, anchor.page), combine=True)
    painter.setPen(drawn)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    for stroke in highlight.strokes:
        painter.drawPath(line(stroke))
    painter.restore()


def _onto(layout: Layout, page: int) -> QTransform:
    """From points of a page to pixels of the column."""
    left, top = layout.spot(Point(page, 0, 0))
    across, down = layout.spot(Point(page, 1, 0)), layout.spot(Point(page, 0, 1))
    return QTransform(across[0] - left, across[1] - top, down[0] - left, down[1] - top, left, top)


def hand(colour: Colour, zoom: float, shades: Shades = ON_WHITE) -> QPen:
    """The pen of lines drawn by hand: round, and without dashes."""
    made = QPen(shades.line(LINES[colour][0]), max(PEN * zoom, 1.0))
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def line(spots: Sequence[tuple[float, float]]) -> QPainterPath:
    """The path through some spots; one spot alone is a dot."""
    path = QPainterPath()
    if spots:
        path.moveTo(*spots[0])
        for spot in spots[1:] or [(spots[0][0] + 0.1, spots[0][1])]:
            path.lineTo(*spot)
    return path


def _comment_sign(painter: QPainter, area: QRectF, colour: QColor, zoom: float) -> None:
    """A speech bubble at the end of a mark: something was said of it."""
    size = min(max(_SIGN * zoom, 6.0), 13.0)
    bubble = QRectF(area.right() - size * 0.4, area.top() - size * 0.75, size, size * 0.75)
    tail = QPainterPath()
    tail.moveTo(bubble.left() + size * 0.2, bubble.bottom() - 0.5)
    tail.lineTo(bubble.left() + size * 0.2, bubble.bottom() + size * 0.25)
    tail.lineTo(bubble.left() + size * 0.55, bubble.bottom() - 0.5)
    path = QPainterPath()
    path.addRoundedRect(bubble, size * 0.2, size * 0.2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(QPen(QColor("#ffffff"), 1.0))
    painter.setBrush(colour)
    painter.drawPath(path.united(tail))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


_PAINT: dict[Kind, Callable[[QPainter, Layout, Part, Sequence[QRectF], Shades], None]] = {
    Kind.HIGHLIGHT: _highlight,
    Kind.UNDERLINE: _underline,
    Kind.AREA: _area,
    Kind.TEXT: _words,
    Kind.INK: _ink,
}
