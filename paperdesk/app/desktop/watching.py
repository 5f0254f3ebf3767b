"""What is done now and then: new versions are looked for, old things leave the trash, backups."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from paperdesk.commands import safekeeping, trash, versions
from paperdesk.commands.desk import Desk


@dataclass(frozen=True, slots=True)
class Pace:
    """Milliseconds from the start to the first look, and from one look to the next."""

    first: int
    every: int


NEWS = Pace(first=45_000, every=10 * 60_000)
"""After the feeds; in such batches ten thousand papers are spread over a day."""

CARE = Pace(first=90_000, every=30 * 60_000)
"""After feeds and index; a window may stay open for days."""


class Watching(QObject):
    """Looks at its pace as long as the window is open."""

    def __init__(self, look: Callable[[], object], pace: Pace, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=pace.every)
        self._timer.timeout.connect(look)
        self._first = QTimer(self, singleShot=True, interval=pace.first)
        self._first.timeout.connect(look)

    def start(self) -> None:
        """Begin, some time after the start."""
        self._first.start()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._first.stop()
        self._timer.stop()


def look_for_news(desk: Desk) -> None:
    """Look for new versions, and let go of what has been in the trash for long enough."""
    versions.look_in_background(desk)
    trash.purge_in_background(desk)


def look_after(desk: Desk) -> None:
    """Make the daily backup, if one is due."""
    safekeeping.back_up_daily(desk)
