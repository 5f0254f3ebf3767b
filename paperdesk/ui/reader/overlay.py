"""A layer over the pages that has the keys until it is left."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from paperdesk.ui.reader.view import PageView

PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the keys may go elsewhere for a while without the layer being left."""


class Overlay(QWidget):
    """A layer as large as the window on the pages; the wheel scrolls below it.

    What is typed goes to the layer: to the dispatcher of the keys it is a field
    of text, so that no single key runs a command meanwhile.

    Signals: `left` (it is put away, whatever came of it).
    """

    left = Signal()

    def __init__(self, view: PageView, name: str) -> None:
        super().__init__(view)
        self.view = view
        self._early: list[QKeyEvent] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self.hide()
        view.viewport().installEventFilter(self)
        view.scroller.moved.connect(self.update)
        view.scroller.zoomed.connect(self.update)

    def expect(self) -> None:
        """Lie over the pages before there is anything to type at: the keys wait for it.

        *Why:* a quick hand has typed on by then, and would run commands.
        """
        if self._early is None:
            self._early = []
            self._lie()

    def enter(self) -> None:
        """Lie over the pages, with the keys; those that came too early come now."""
        early, self._early = self._early or [], None
        self._lie()
        for key in early:
            QApplication.sendEvent(QApplication.focusWidget() or self, key)

    def _lie(self) -> None:
        self.setGeometry(self.view.viewport().geometry())
        self.show()
        self.raise_()
        self.setFocus()

    def leave(self) -> None:
        """Be gone; the pages have the keys again if the layer had them."""
        if self.isHidden():
            return
        self._early = None
        had_keys = self.hasFocus()
        self.hide()
        if had_keys:
            self.view.setFocus()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window on the pages."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.view.viewport().geometry())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that come too early, but for Esc."""
        if self._early is None or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.type() != QEvent.Type.KeyPress or event.key() == Qt.Key.Key_Escape:
            return super().event(event)
        self._early.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; keys that mean nothing here do nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who turns to something else has left."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.leave()
