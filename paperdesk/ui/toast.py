"""What the window says in passing, and what it says until it is dismissed."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from paperdesk.ui.icons import IconButton
from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID

SHORT = 4_000
LONG = 8_000
"""Milliseconds that a line stays: long enough to reach for z."""

_AIR = 2
"""Pixels that are left of the line above and below, together."""


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Toast(QFrame):
    """Words over the last line of the window, gone after some seconds.

    They lie nowhere else, since all above is read or typed into. What is too
    long for a line makes this line higher for as long as it is said.
    """

    undone = Signal()
    """The undo button was pressed."""

    said = Signal(str)
    """A sentence was said."""

    def __init__(self, line: QWidget) -> None:
        """`line` is the last of the window."""
        super().__init__(line)
        self._line = line
        self._words = label()
        self._undo = QPushButton("Undo")
        self._undo.setFlat(True)
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._undo.clicked.connect(self.hide)
        self._undo.clicked.connect(self.undone)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, 1, GRID * 2, 1)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        self.setObjectName("toast")
        self.setAccessibleName("Message")
        line.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a line; with `undo`, one that offers to take it back."""
        self._words.setText(f"{sentence} — z undoes" if undo else sentence)
        self._undo.setVisible(undo)
        self._timer.start(LONG if undo else SHORT)
        self.show()
        self._place()
        self.raise_()
        announce(self, self._words.text())
        self.said.emit(sentence)

    def mention(self, sentence: str) -> None:
        """Show a line about what nobody did just now: an offer to undo is not taken for it."""
        if self.isHidden() or self._undo.isHidden():
            self.say(sentence)
        else:
            announce(self, sentence)
            self.said.emit(sentence)

    def sentence(self) -> str:
        """What is said now; nothing when it is gone."""
        return self._words.text() if not self.isHidden() else ""

    def withdraw(self, sentence: str) -> None:
        """Say this no longer: it has turned out to be wrong."""
        if self.sentence() == sentence:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The line is as high as ever again."""
        super().hideEvent(event)
        self._line.setMinimumHeight(0)

    def _place(self) -> None:
        room = self._line.width() - GRID * 2
        self._words.setWordWrap(False)
        wide = self.sizeHint().width()
        self._words.setWordWrap(wide > room)
        self.setFixedWidth(min(wide, room))
        self.setFixedHeight(self.heightForWidth(room) if wide > room else self.sizeHint().height())
        self._line.setMinimumHeight(self.height() + _AIR)
        across = (self._line.width() - self.width()) // 2
        self.move(across, (self._line.height() - self.height()) // 2)


class ErrorBar(QFrame):
    """What went wrong, until it is dismissed; the next waits behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: list[str] = []
        self._words = label(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._dismiss = IconButton("close", "Dismiss (Esc)", self)
        self._dismiss.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID // 2, GRID, GRID // 2)
        row.addWidget(self._words, 1)
        row.addWidget(self._dismiss)
        self.setObjectName("errorbar")
        self.setAccessibleName("Error")
        self.hide()

    def complain(self, sentence: str) -> None:
        """Show what went wrong; the same twice is said once."""
        if sentence not in self._sentences:
            self._sentences.append(sentence)
        self._show()
        announce(self, sentence)

    def sentences(self) -> tuple[str, ...]:
        """What has not been dismissed yet, the one that is shown first."""
        return tuple(self._sentences)

    def dismiss(self) -> None:
        """Put away what is shown; what waits comes forward."""
        del self._sentences[:1]
        self._show()

    def withdraw(self, sentence: str) -> None:
        """Put this away, wherever it waits: it is true no longer."""
        if sentence in self._sentences:
            self._sentences.remove(sentence)
            self._show()

    def _show(self) -> None:
        if self._sentences:
            more = len(self._sentences) - 1
            self._words.setText(f"⚠  {self._sentences[0]}" + (f"  (+{more} more)" if more else ""))
        self.setVisible(bool(self._sentences))
