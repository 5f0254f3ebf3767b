"""A line for a query: fields and names are offered as one types."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QListView, QWidget

Offer = Callable[[str, str, Callable[[Sequence[str]], None]], None]
"""Asks which names may stand behind a field, with no field which fields begin so.

It is answered at once, or later on the window's thread.
"""

_WORD = re.compile(
    r"""(?<![^\s(-])(?P<sign>[-(]*)(?:(?P<field>[A-Za-z]+):)?(?P<value>"[^"]*|[^\s"]*)$"""
)
_PLAIN = re.compile(r"[\w.@/+-]+:?")


class QueryBox(QLineEdit):
    """Completes the word before the caret: Down chooses, Enter or Tab takes."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._asked = 0
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._list = QListView()
        self._completer.setPopup(self._list)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.activated.connect(self.take)
        self._list.installEventFilter(self)
        self.textEdited.connect(self._suggest)
        self.setPlaceholderText("author:he org:deepmind cat:cs.LG -survey")
        self.setAccessibleName("Query")

    def offered(self) -> list[str]:
        """What is offered at the caret."""
        return self._names.stringList()

    def forget(self) -> None:
        """Wait for no more names: the line is going."""
        self._asked += 1

    def take(self, name: str) -> None:
        """Put an offered name in the place of the word that is being typed."""
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        found = _WORD.search(before)
        if found is None:
            return
        written = name if _PLAIN.fullmatch(name) else f'"{name}"'
        head = before[: found.start()] + found["sign"]
        head += f"{found['field']}:{written} " if found["field"] else written
        self.setText(head + after.lstrip())
        self.setCursorPosition(len(head))
        self._names.setStringList([])
        self.textEdited.emit(self.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab takes the first that is offered; Enter, with none chosen, is the line's own."""
        pressed = watched is self._list and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self.offered():
            # The first of a list has its cursor, chosen or not.
            chosen = self._list.selectedIndexes()
            if event.key() == Qt.Key.Key_Tab:
                self._list.hide()
                self.take(self.offered()[chosen[0].row() if chosen else 0])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not chosen:
                self._list.hide()
                QApplication.sendEvent(self, event)
                return True
        return super().eventFilter(watched, event)

    def _suggest(self) -> None:
        """Ask for names; only the last question counts."""
        self._asked += 1
        asked = self._asked
        found = _WORD.search(self.text()[: self.cursorPosition()])
        if found is None or not (found["field"] or found["value"]):
            self._show([])
            return
        typed = found["value"].lstrip('"')

        def answered(names: Sequence[str]) -> None:
            if asked == self._asked:
                self._show([name for name in names if name != typed])

        self._offer(found["field"] or "", typed, answered)

    def _show(self, names: list[str]) -> None:
        self._names.setStringList(names)
        if names and self.isVisible():
            self._completer.complete()
        else:
            self._list.hide()
