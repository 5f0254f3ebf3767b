"""The way home: what other threads hand over runs on the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Dispatch(QObject):
    """A `Deliver` by queued signal; make it on the window's thread."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def __call__(self, call: Callable[[], None]) -> None:
        """Run something soon; calls from one thread keep their order."""
        self._posted.emit(call)

    def _run(self, call: Callable[[], None]) -> None:
        call()
