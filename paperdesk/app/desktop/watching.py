"""What is done now and then: new versions are looked for, old things leave the trash."""

from PySide6.QtCore import QObject, QTimer

from paperdesk.commands import trash, versions
from paperdesk.commands.desk import Desk

BATCHES = 10 * 60_000
"""Milliseconds between two batches: ten thousand papers are spread over a day."""

FIRST = 45_000
"""Milliseconds after the start in which the feeds come first."""


class Watching(QObject):
    """Asks as long as the window is open."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self, interval=BATCHES)
        self._timer.timeout.connect(self._look)
        self._first = QTimer(self, singleShot=True, interval=FIRST)
        self._first.timeout.connect(self._look)

    def start(self) -> None:
        """Begin, some time after the start."""
        self._first.start()
        self._timer.start()

    def stop(self) -> None:
        """Ask no more."""
        self._first.stop()
        self._timer.stop()

    def _look(self) -> None:
        versions.look_in_background(self._desk)
        trash.purge_in_background(self._desk)
