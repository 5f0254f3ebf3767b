"""The find bar: a field, how many there are, next and previous."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from paperdesk.ui.reader.finder import Finder
from paperdesk.ui.theme import GRID, Tone

_WIDEST = 420
"""Pixels of the field: in a wide pane the count stays near the words."""


class FindBar(QWidget):
    """Types into the finder and shows how far it is.

    Signals: `typed` (the text to find), `stepped` (to the next hit, 1, or the
    one before, -1), `left` (Esc, or the close button).
    """

    typed = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, finder: Finder) -> None:
        super().__init__()
        self._finder = finder
        self.field = QLineEdit(placeholderText="Find in this paper", clearButtonEnabled=True)
        self.field.setAccessibleName("Find in this paper")
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setForegroundRole(Tone.MUTED)
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("1000 of 1000…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        self.field.setMaximumWidth(_WIDEST)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self._arrow(Qt.ArrowType.UpArrow, "Previous match (Shift+Enter)", -1))
        row.addWidget(self._arrow(Qt.ArrowType.DownArrow, "Next match (Enter)", 1))
        close = _button("Close (Esc)")
        close.setText("✕")
        close.clicked.connect(self.left)
        row.addStretch()
        row.addWidget(close)
        finder.changed.connect(self._tell)
        self.hide()

    def open(self, text: str) -> None:
        """Show the bar with the caret in it, and a text to begin with."""
        self.show()
        if text and text != self.field.text():
            self.field.setText(text)
        elif self.field.text() != self._finder.needle:
            self.typed.emit(self.field.text())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Esc in the field."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def _arrow(self, arrow: Qt.ArrowType, name: str, direction: int) -> QToolButton:
        button = _button(name)
        button.setArrowType(arrow)
        button.clicked.connect(lambda: self.stepped.emit(direction))
        return button

    def _tell(self) -> None:
        self.count.setText(progress(self._finder))
        nothing = bool(self._finder.needle) and not self._finder.busy and not self._finder.hits
        self.count.setForegroundRole(Tone.ALARM if nothing else Tone.MUTED)


def progress(finder: Finder) -> str:
    """How many hits there are so far, and which one shows."""
    if not finder.needle:
        return ""
    more = "…" if finder.busy else ""
    if not finder.hits:
        return f"Searching{more}" if finder.busy else "Not found"
    if finder.hits.current < 0:
        return f"{len(finder.hits)}{more}"
    return f"{finder.hits.current + 1} of {len(finder.hits)}{more}"


def _button(name: str) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
