"""The search box: every letter is a question."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from paperdesk.ui import icons
from paperdesk.ui.theme import Tone


class SearchBox(QLineEdit):
    """Asks as one types; Down goes to the answers, Esc back to the list."""

    typed = Signal(str)
    """The words in the box, after each key; empty when it was emptied."""

    entered = Signal()
    """Down or Enter: the answers, please."""

    left = Signal()
    """Esc: the list as it was, please."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search papers, full texts and notes")
        self.setAccessibleName("Search")
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._tint()
        self.textChanged.connect(self.typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter lead to the answers; Esc leads out."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colour of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self._glass.setIcon(icons.icon("search", self.palette().color(Tone.MUTED)))
