"""Keys that are quicker than the list they are for: they wait until it is there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PATIENCE = 1500
"""Milliseconds that a key waits for rows which are still looked for."""


class Early(QObject):
    """What was asked of a list before its rows were here, in its order.

    *Why not at once:* a quick hand knows where it goes, and is there before the list.
    """

    def __init__(self, awaited: Callable[[], bool], parent: QObject) -> None:
        """`awaited` tells whether rows are still to come."""
        super().__init__(parent)
        self._awaited = awaited
        self._acts: list[Callable[[], None]] = []
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._go_on)

    def once(self, act: Callable[[], None], *, lacking: bool) -> None:
        """Do something at once, or when the rows are here that it is `lacking`."""
        if not self._acts and not (lacking and self._awaited()):
            act()
            return
        self._acts.append(act)
        if len(self._acts) == 1:
            self._patience.start()

    def arrived(self) -> None:
        """Do what waits, if no more rows are to come."""
        if self._acts and not self._awaited():
            self._go_on()

    def forget(self) -> None:
        """Do nothing of it: somebody has turned away from the list."""
        self._acts = []
        self._patience.stop()

    def _go_on(self) -> None:
        """Do all of it, with the rows that there are."""
        acts, self._acts = self._acts, []
        self._patience.stop()
        for act in acts:
            act()
