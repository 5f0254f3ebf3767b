"""The year over the window: the picture, and what was read on the day under the cursor."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from paperdesk.domain.almanac import Almanac
from paperdesk.ui.labels import label
from paperdesk.ui.ontop import ON_TOP, give_back, keys_of
from paperdesk.ui.theme import GRID, Scale, Tone
from paperdesk.ui.times.year import YearView, today

Ask = Callable[[int, Callable[[Almanac], None]], None]
"""Has a year looked up."""

AskDay = Callable[[date, Callable[[str], None]], None]
"""Has it looked up what was read on a day."""

_KEYS = "Arrows: day and week · Page Up, Page Down: year · Enter: open what was read · Esc: back"
_LEGEND = (
    "The larger and stronger a square, the more was read: up to 10 min, 30 min, an hour, or more."
)


class YearSheet(QFrame):
    """Opens over the window, and takes the keys until it is left."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self._came_from: QWidget | None = None
        self._ask: Ask = lambda _year, _done: None
        self._ask_day: AskDay = lambda _day, _done: None
        self._enter: Callable[[date], None] = lambda _: None
        self._title = label(Scale.HEADING, bold=True)
        self._lead = label(tone=Tone.MUTED, wrap=True)
        self.view = YearView()
        self.told = label(wrap=True)
        self._year = today().year
        self._lay_out()
        self.setObjectName(ON_TOP)
        self.setFocusProxy(self.view)
        self.view.installEventFilter(self)
        self.view.moved.connect(self._tell)
        self.view.chosen.connect(self._choose)
        self.view.turned.connect(lambda years: self._turn(self._year + years))
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(self.view)
        column.addWidget(_small(_LEGEND))
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.told, 1)
        column.addWidget(_small(_KEYS))

    def open(self, ask: Ask, ask_day: AskDay, enter: Callable[[date], None]) -> None:
        """Show this year; `enter` is called with the day that is entered."""
        if self.isHidden():
            self._came_from = keys_of(self._over)
        self._ask, self._ask_day, self._enter = ask, ask_day, enter
        self.told.clear()
        self._turn(today().year)

    def dismiss(self) -> None:
        """Close, and give the keys back to where they were."""
        self.hide()
        give_back(self._came_from)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes, and so does a click elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Q):
                self.dismiss()
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and _by_mouse(event):
            self.hide()
        return super().eventFilter(watched, event)

    def _turn(self, year: int) -> None:
        if date.min.year < year < date.max.year:
            self._year = year
            self._ask(year, self._show)

    def _show(self, almanac: Almanac) -> None:
        if almanac.year != self._year:
            return
        self._title.setText(f"Reading time {almanac.year}")
        self._lead.setText(almanac.summary())
        self.setAccessibleName(f"Reading time {almanac.year}. {almanac.summary()}")
        day = self.view.day() if self.isVisible() else today()
        self._fit()
        self.show()
        self.raise_()
        self.view.setFocus()
        self.view.show_year(almanac, _same_day(day, almanac.year))

    def _fit(self) -> None:
        room = self._over.rect()
        width = min(self.view.sizeHint().width() + GRID * 8, room.width() - GRID * 4)
        height = min(GRID * 56, room.height() - GRID * 10)
        self.setGeometry((room.width() - width) // 2, GRID * 5, width, height)

    def _tell(self, day: date) -> None:
        self._ask_day(day, lambda told: self._say(day, told))

    def _say(self, day: date, told: str) -> None:
        if day == self.view.day():
            self.told.setText(told)
            self.view.setAccessibleName(told)

    def _choose(self, day: date) -> None:
        self.dismiss()
        self._enter(day)


def _by_mouse(event: QFocusEvent) -> bool:
    return event.reason() == Qt.FocusReason.MouseFocusReason


def _small(words: str) -> QLabel:
    made = label(Scale.CAPTION, tone=Tone.MUTED, wrap=True)
    made.setText(words)
    return made


def _same_day(day: date, year: int) -> date:
    """The day of another year; of the 29th of February, the 28th."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(year, day.month, last)
