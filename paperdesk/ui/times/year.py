"""A year of days as squares: the more was read on a day, the larger and stronger its square."""

from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from paperdesk.domain.almanac import WEEKDAYS, Almanac
from paperdesk.ui.theme import GRID, Scale, Tone, font

_CELL, _LEAST_CELL = 18, 9
_LEFT, _TOP = 34, 20
"""Room for the names of weekdays and months."""

_SHARES = (0.16, 0.4, 0.6, 0.8, 1.0)
"""How much of its cell a square takes, by level: told without colour as well."""

_STRENGTHS = (1.0, 0.55, 0.7, 0.85, 1.0)
_STEPS = {
    Qt.Key.Key_Left: -WEEKDAYS,
    Qt.Key.Key_Right: WEEKDAYS,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_H: -WEEKDAYS,
    Qt.Key.Key_L: WEEKDAYS,
    Qt.Key.Key_K: -1,
    Qt.Key.Key_J: 1,
    Qt.Key.Key_Home: -366,
    Qt.Key.Key_End: 366,
}


class YearView(QWidget):
    """The picture; arrows move over its days.

    Signals: `moved` (a day has the cursor), `chosen` (it was entered), `turned`
    (another year is wanted: 1 or -1).
    """

    moved = Signal(object)
    chosen = Signal(object)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._almanac = Almanac(today().year)
        self._day = today()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Days of the year")

    def show_year(self, almanac: Almanac, day: date) -> None:
        """Show a year, with the cursor on a day of it."""
        self._almanac = almanac
        self._go(almanac.stepped(day, 0))

    def day(self) -> date:
        """The day under the cursor."""
        return self._day

    def sizeHint(self) -> QSize:
        """All weeks beside each other."""
        return QSize(_LEFT + _CELL * self._almanac.weeks, _TOP + _CELL * WEEKDAYS)

    def minimumSizeHint(self) -> QSize:
        """All weeks, in small."""
        return QSize(_LEFT + _LEAST_CELL * self._almanac.weeks, _TOP + _LEAST_CELL * WEEKDAYS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by days and weeks, Page Up and Page Down by years, Enter enters the day."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._almanac.stepped(self._day, _STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day that was clicked."""
        cell = self._cell()
        place = event.position()
        column, row = int((place.x() - _LEFT) // cell), int((place.y() - _TOP) // cell)
        day = self._almanac.day(column, row) if 0 <= row < WEEKDAYS else None
        if day is not None:
            self._go(day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names, and a square for each day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Scale.CAPTION))
        self._paint_names(painter)
        day = self._almanac.first
        while day <= self._almanac.last:
            self._paint_day(painter, day)
            if day == date.max:
                break
            day = date.fromordinal(day.toordinal() + 1)
        painter.end()

    def _paint_names(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(Tone.MUTED))
        cell = self._cell()
        for month in range(1, 13):
            first = date(self._almanac.year, month, 1)
            left = _LEFT + self._almanac.cell(first)[0] * cell
            painter.drawText(QRectF(left, 0, 60, _TOP), Qt.AlignmentFlag.AlignTop, f"{first:%b}")
        for row, name in ((0, "Mon"), (2, "Wed"), (4, "Fri")):
            box = QRectF(0, _TOP + row * cell, _LEFT - GRID // 2, cell)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        palette, box, level = self.palette(), self._box(day), self._almanac.level(day)
        side = (box.width() - 3) * _SHARES[level]
        square = QRectF(0, 0, side, side)
        square.moveCenter(box.center())
        colour = palette.color(Tone.ACCENT if level else Tone.MUTED)
        colour.setAlphaF(_STRENGTHS[level] if level else 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(square, 2, 2)
        if day == self._day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(Tone.INK), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _box(self, day: date) -> QRectF:
        column, row = self._almanac.cell(day)
        cell = self._cell()
        return QRectF(_LEFT + column * cell, _TOP + row * cell, cell, cell)

    def _cell(self) -> float:
        """Pixels of a day: as many as there is room for."""
        across = (self.width() - _LEFT) / self._almanac.weeks
        return max(float(_LEAST_CELL), min(across, float(_CELL)))

    def _go(self, day: date) -> None:
        self._day = day
        self.moved.emit(day)
        self.update()


def today() -> date:
    """The day that it is here."""
    return datetime.now().astimezone().date()
