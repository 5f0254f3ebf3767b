"""Tells that somebody is there: keys, the mouse and scrolling over the pages, the window itself."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from paperdesk.ui.reader.pane import ReaderPane

_STIRS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
    }
)


class Stirring(QObject):
    """Watches a window and the views in it.

    Signals: `stirred` (somebody did something there), `left` (the window has lost
    the keys, or pages are out of sight).
    """

    stirred = Signal()
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def watch(self, view: ReaderPane) -> None:
        """Watch a view as well."""
        pages = view.parts.view
        pages.scroller.moved.connect(self.stirred)
        pages.installEventFilter(self)
        pages.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on; nothing is taken from anybody."""
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate and watched is self._window:
            self.left.emit()
        elif kind == QEvent.Type.WindowActivate and watched is self._window:
            self.stirred.emit()
        elif kind == QEvent.Type.Hide:
            self.left.emit()
        elif kind in _STIRS and watched is not self._window:
            self.stirred.emit()
        return False
