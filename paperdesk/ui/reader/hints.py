"""Labels over the pages: type one, and what it stands at is taken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen

from paperdesk.domain.note import Quad
from paperdesk.reader.hints import Typing
from paperdesk.ui import strokes
from paperdesk.ui.reader.overlay import Overlay
from paperdesk.ui.reader.view import PageView
from paperdesk.ui.theme import Scale, font
from paperdesk.ui.toast import announce

GROUND, EDGE = QColor("#ffe27a"), QColor("#5c4a00")
INK, TYPED = QColor("#1d1f24"), QColor("#8a7420")
"""Of a label: dark on yellow, with a dark edge, to be seen on any page."""

_AROUND = 3.0
"""Pixels between the letters of a label and its edge."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something on a page that a label stands at; `name` is what a screen reader says."""

    page: int
    quads: tuple[Quad, ...]
    name: str
    take: Callable[[], None]


class Hints(Overlay):
    """Shows a label at each target, and takes the one whose label is typed."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view, "Labels to type")
        self._targets: Sequence[Target] = ()
        self._typing = Typing(0)

    def offer(self, targets: Sequence[Target]) -> None:
        """Show labels at these targets, which are in sight."""
        self._targets = tuple(targets)
        self._typing = Typing(len(self._targets))
        self.enter()
        self._tell()

    def shown(self) -> tuple[str, ...]:
        """The labels that can still be meant."""
        return tuple(self._typing.labels[number] for number in self._typing.shown())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter narrows the labels; Backspace takes one back, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        chosen = None
        if event.key() == Qt.Key.Key_Backspace:
            self._typing.back()
        else:
            chosen = self._typing.add(strokes.strokes(event))
        if chosen is not None:
            self.leave()
            self._targets[chosen].take()
            return
        self.update()
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the labels that can still be meant, none upon another."""
        areas = [self._area(target) for target in self._targets]
        paint_labels(QPainter(self), areas, self._typing)

    def _tell(self) -> None:
        """Let a screen reader say which label stands for what."""
        names, labels = [target.name for target in self._targets], self._typing.labels
        announce(self, ", ".join(f"{labels[n]}: {names[n]}" for n in self._typing.shown()))

    def _area(self, target: Target) -> QRectF:
        """Where a target begins in the window."""
        window = self.view.scroller.window()
        area = QRectF(*self.view.scroller.column.area(target.page, target.quads[0]))
        return area.translated(-window.left, -window.top)


def paint_labels(painter: QPainter, areas: Sequence[QRectF], typing: Typing) -> None:
    """Paint the labels at areas that can still be meant, none upon another."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = font(Scale.CAPTION, bold=True)
    painter.setFont(face)
    taken: list[QRectF] = []
    typed = len(typing.typed)
    for number in typing.shown():
        label = typing.labels[number]
        box = _beside(spot(areas[number], label, face), taken)
        taken.append(box)
        paint_label(painter, box, label[:typed], label[typed:])


def spot(area: QRectF, label: str, face: QFont) -> QRectF:
    """Where a label goes: at the left of what it stands at, over its upper corner."""
    room = QFontMetricsF(face)
    width = room.horizontalAdvance(label.upper()) + 2 * _AROUND
    tall = room.height() + 2
    y = area.top() + min(area.height() - tall, 0.0) / 2
    return QRectF(max(area.left() - width * 0.9, 1.0), max(y, 1.0), width, tall)


def paint_label(painter: QPainter, box: QRectF, typed: str, rest: str) -> None:
    """Paint a label: what of it was typed already, and what is to be typed."""
    painter.setPen(QPen(EDGE, 1))
    painter.setBrush(GROUND)
    painter.drawRoundedRect(box, 3, 3)
    inside = box.adjusted(_AROUND, 0, -_AROUND, 0)
    flags = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(TYPED)
    painter.drawText(inside, flags | Qt.AlignmentFlag.AlignLeft, typed.upper())
    painter.setPen(INK)
    painter.drawText(inside, flags | Qt.AlignmentFlag.AlignRight, rest.upper())


def _beside(box: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """A box that lies on none of the others, moved to the right until it does not."""
    for _ in range(len(taken)):
        under = next((other for other in taken if other.intersects(box)), None)
        if under is None:
            break
        box = box.translated(under.right() - box.left() + 1, 0)
    return box
