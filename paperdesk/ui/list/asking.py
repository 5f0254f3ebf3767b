"""What a smart collection looks for, above its papers: to be read, and changed there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from paperdesk.domain.collection import fault_of
from paperdesk.ui.labels import label
from paperdesk.ui.rules.querybox import Offer, QueryBox
from paperdesk.ui.theme import GRID, Scale, Tone


class Asking(QWidget):
    """The field of the filter, with the query that is in force; Enter writes, Esc leaves."""

    written = Signal(str)
    """A query that can be kept, and is another than before."""

    left = Signal()
    """The keys are to go back to the papers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer: Offer = lambda _field, _start, done: done(())
        self._kept = ""
        self.box = QueryBox(self._ask)
        self.box.setAccessibleName("What this collection looks for")
        self._said = label(Scale.CAPTION, tone=Tone.ALARM, wrap=True)
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, 0, GRID * 2, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self.box)
        column.addWidget(self._said)
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(lambda _: self._judge())
        self.box.returnPressed.connect(self._write)
        self.box.installEventFilter(self)
        self.hide()

    def show_query(self, query: str | None) -> None:
        """Stand above a list with its query; None for a list that has none."""
        self._kept = query or ""
        if not self.box.hasFocus() or query is None:
            self.box.setText(self._kept)
            self.box.setCursorPosition(0)
        self.setVisible(query is not None)

    def query(self) -> str | None:
        """The query in force, None where the list has none."""
        return self._kept or None

    def said(self) -> str:
        """What is wrong with the query, in a sentence."""
        return self._said.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the field with the query that is in force."""
        pressed = watched is self.box and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.box.forget()
            self.box.setText(self._kept)
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _ask(self, field: str, start: str, done: Callable[[Sequence[str]], None]) -> None:
        self.offer(field, start, done)

    def _judge(self) -> None:
        """Say what is wrong while it is written, as far as it was changed."""
        text = self.box.text()
        said = "" if text.strip() == self._kept else fault_of(text)
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def _write(self) -> None:
        text = self.box.text().strip()
        if fault_of(text):
            self._judge()
            return
        self.left.emit()
        if text != self._kept:
            self.written.emit(text)
