"""Makes the daily backup while the window is open, once it has settled."""

from PySide6.QtCore import QObject, QTimer

from paperdesk.commands import safekeeping
from paperdesk.commands.desk import Desk

FIRST = 90_000
"""Milliseconds after the start in which feeds and index come first."""

LOOK = 30 * 60_000
"""Milliseconds between two looks: a window may stay open for days."""


class BackingUp(QObject):
    """Looks now and then whether a backup is due."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        self._first = QTimer(self, singleShot=True, interval=FIRST)
        self._first.timeout.connect(self._look)

    def start(self) -> None:
        """Begin, some time after the start."""
        self._first.start()
        self._timer.start()

    def stop(self) -> None:
        """Make no more."""
        self._first.stop()
        self._timer.stop()

    def _look(self) -> None:
        safekeeping.back_up_daily(self._desk)
