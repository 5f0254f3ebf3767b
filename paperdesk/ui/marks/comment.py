"""The comment on a mark, written beside the page it stands on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from paperdesk.domain.note import Highlight, HighlightId
from paperdesk.ui.labels import ElidedLabel, label
from paperdesk.ui.theme import GRID, Scale, Tone

SAVE_AFTER = 400
"""Milliseconds from the first unsaved keystroke to its saving, typing or not."""

_LINES = 6
_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommentEditor(QWidget):
    """A field of Markdown below the list; Esc or Ctrl+Enter gives the keys back.

    Signals: `edited` (a mark's id and the text to save), `left` (the keys go back).
    """

    edited = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mark: HighlightId | None = None
        self._saved = ""
        self._title = ElidedLabel(Scale.CAPTION, tone=Tone.MUTED, bold=True)
        self._title.setFixedHeight(self._title.sizeHint().height())
        self.field = _Field()
        self.field.setObjectName("field")
        self.field.setAccessibleName("Comment")
        self.field.setPlaceholderText("What do you say of it? Markdown.")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + GRID * 2)
        hint = label(Scale.CAPTION, tone=Tone.MUTED)
        hint.setText("Saved as you type · Esc goes back")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID)
        column.setSpacing(GRID // 2)
        for widget in (self._title, self.field, hint):
            column.addWidget(widget)
        # Not started anew by each key: what is typed without a pause is saved on the way.
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.flush)
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self.close_mark)
        self.hide()

    def mark(self) -> HighlightId | None:
        """The mark that is commented on."""
        return self._mark

    def write(self, mark: Highlight) -> None:
        """Comment on a mark: the keys go here."""
        if mark.id != self._mark:
            self.flush()
            self._mark = mark.id
            self._load(mark.comment)
        self._title.setText(f"Comment on “{mark.text}”" if mark.text else "Comment")
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def hear(self, mark: Highlight | None) -> None:
        """The mark as it is now; words that are not saved yet stay."""
        if self._mark is None or self._timer.isActive():
            return
        if mark is None:
            self.close_mark()
        elif mark.comment != self._saved.strip():
            self._load(mark.comment)

    def close_mark(self) -> None:
        """Comment on nothing."""
        self.flush()
        had_keys = self.field.hasFocus()
        self._mark = None
        self.hide()
        if had_keys:
            self.left.emit()

    def flush(self) -> None:
        """Send what is unsaved, now."""
        self._timer.stop()
        text = self.field.toPlainText()
        if self._mark is not None and text != self._saved:
            self._saved = text
            self.edited.emit(self._mark, text)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save before going out of sight."""
        self.flush()
        super().hideEvent(event)

    def _load(self, text: str) -> None:
        self._saved = text
        if text != self.field.toPlainText():
            self.field.setPlainText(text)
            self.field.moveCursor(QTextCursor.MoveOperation.End)

    def _typed(self) -> None:
        if self.field.toPlainText() != self._saved and not self._timer.isActive():
            self._timer.start()


class _Field(QPlainTextEdit):
    """Plain text; Esc and Ctrl+Enter are done with it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Ctrl+Enter leave, all else is text."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (held and event.key() in _DONE):
            self.left.emit()
            return
        super().keyPressEvent(event)
