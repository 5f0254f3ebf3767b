"""Labels over the pages: type one, and what it stands at is taken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen

from paperdesk.domain.note import Quad
from paperdesk.reader.hints import labels
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
        self._targets: dict[str, Target] = {}
        self._typed = ""

    def offer(self, targets: Sequence[Target]) -> None:
        """Show labels at these targets, which are in sight."""
        self._targets = dict(zip(labels(len(targets)), targets, strict=True))
        self._typed = ""
        self.enter()
        self._tell()

    def shown(self) -> tuple[str, ...]:
        """The labels that can still be meant."""
        return tuple(label for label in self._targets if label.startswith(self._typed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter narrows the labels; Backspace takes one back, Esc leaves."""
        if event.key() == Qt.Key.Key_Backspace:
            self._type(self._typed[:-1])
        elif event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        else:
            for letter in strokes.strokes(event):
                if self._fits(self._typed + letter.lower()):
                    self._type(self._typed + letter.lower())
                    break

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the labels that can still be meant, none upon another."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = font(Scale.CAPTION, bold=True)
        painter.setFont(face)
        taken: list[QRectF] = []
        for label in self.shown():
            box = _beside(spot(self._area(self._targets[label]), label, face), taken)
            taken.append(box)
            typed = len(self._typed)
            paint_label(painter, box, label[:typed], label[typed:])

    def _fits(self, typed: str) -> bool:
        return any(label.startswith(typed) for label in self._targets)

    def _type(self, typed: str) -> None:
        self._typed = typed
        target = self._targets.get(typed)
        if target is not None:
            self.leave()
            target.take()
            return
        self.update()
        self._tell()

    def _tell(self) -> None:
        """Let a screen reader say which label stands for what."""
        said = (f"{label}: {self._targets[label].name}" for label in self.shown())
        announce(self, ", ".join(said))

    def _area(self, target: Target) -> QRectF:
        """Where a target begins in the window."""
        window = self.view.scroller.window()
        area = QRectF(*self.view.scroller.column.area(target.page, target.quads[0]))
        return area.translated(-window.left, -window.top)


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
