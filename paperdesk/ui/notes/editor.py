"""The editor of a note: plain text that knows a little Markdown."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from paperdesk.domain.merge import merged
from paperdesk.ui.notes import writing
from paperdesk.ui.notes.colours import Colours
from paperdesk.ui.theme import GRID, Scale, Tone, font

# In short lines: Qt wraps a placeholder at the very edge.
PLACEHOLDER = (
    "Write a note…\n\nAlt+Enter puts the selected\npassage here, with a link\nback to its page."
)

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PARAGRAPH = "\u2029"
Mode, Move = QTextCursor.MoveMode, QTextCursor.MoveOperation


class _Came(NamedTuple):
    """A change from elsewhere, and how many steps could be undone after it."""

    steps: int
    before: str
    after: str


class NoteEditor(QPlainTextEdit):
    """Plain text with Markdown coloured, lists that go on, and links to follow."""

    link_clicked = Signal(str)
    """Ctrl and a click on a link: where it leads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Note")
        self.setAccessibleDescription("The paper's note, in Markdown")
        self.setPlaceholderText(PLACEHOLDER)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setFont(font(Scale.LEAD))
        self.document().setDocumentMargin(GRID * 2)
        self._came: list[_Came] = []
        self._marked = range(0)
        self._colours = Colours(self.document(), self.palette())

    def text(self) -> str:
        """The note as it is kept: no character is changed but halves of one.

        `toPlainText` would make common spaces of those that must not break.
        """
        raw = self.document().toRawText().replace(_PARAGRAPH, "\n")
        return raw.encode("utf-8", "replace").decode("utf-8")

    def begin(self, text: str) -> None:
        """Start on a note, with the caret at its end."""
        self._came.clear()
        self.setPlainText(text)
        self.moveCursor(Move.End)

    def change_to(self, text: str) -> None:
        """Take a text from elsewhere; caret and view stay at their words."""
        QGuiApplication.inputMethod().commit()
        before, caret = self.text(), self.textCursor()
        if text == before:
            return
        changes = writing.differences(before, text)
        place, anchor = (writing.moved(at, changes) for at in (caret.position(), caret.anchor()))
        bar, top = self.verticalScrollBar(), QTextCursor(self.firstVisibleBlock())
        below = bar.value() - top.block().firstLineNumber()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, new in changes:
            cursor.setPosition(start)
            cursor.setPosition(end, Mode.KeepAnchor)
            cursor.insertText(new)
        cursor.endEditBlock()
        caret.setPosition(anchor)
        caret.setPosition(place, Mode.KeepAnchor)
        if not before:  # there were no words to stay at: go on below these
            caret.movePosition(Move.End)
        self.setTextCursor(caret)
        bar.setValue(top.block().firstLineNumber() + below)
        self._came.append(_Came(self.document().availableUndoSteps(), before, text))

    def undo_typing(self) -> None:
        """Take back what was typed last; what has come from elsewhere since stays."""
        came = []
        while self._came and self.document().availableUndoSteps() <= self._came[-1].steps:
            came.append(self._came.pop())
            self.undo()
        if came and not self.document().isUndoAvailable():
            for one in reversed(came):
                self.redo()
                self._came.append(one)
            return
        self.undo()
        if came:
            text = self.text()
            for one in reversed(came):
                text = merged(one.before, text, one.after)
            self.change_to(text)

    def insert_quote(self, block: str) -> None:
        """Put a block below the paragraph with the caret, and the caret below it."""
        cursor = self.textCursor()
        while cursor.block().text().strip() and cursor.block().next().isValid():
            cursor.movePosition(Move.NextBlock)
        cursor.movePosition(Move.EndOfBlock)
        before, after = self._around(cursor)
        cursor.insertText(writing.spaced(before, block, after))
        if after.startswith("\n"):
            cursor.movePosition(Move.NextBlock, n=1)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def mark_lines(self, lines: range) -> None:
        """Put a bar beside some lines, and bring them into sight while nobody writes here."""
        if lines == self._marked:
            return
        self._marked = lines
        block = self.document().findBlockByNumber(lines.start)
        if lines and block.isValid() and not self.hasFocus():
            top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            if not 0 <= top < self.viewport().height() - GRID * 4:
                self.verticalScrollBar().setValue(max(0, block.firstLineNumber() - 2))
        self.viewport().update()

    def mark_up(self, mark: str) -> None:
        """Put a mark around the chosen words, or the word with the caret, or take it away."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        before, after = self._around(cursor)
        chosen = cursor.selectedText()
        start, size = cursor.selectionStart(), len(mark)
        if writing.is_marked(before, chosen, after, mark):
            start -= size
            cursor.setPosition(start)
            cursor.setPosition(start + writing.units(chosen) + 2 * size, Mode.KeepAnchor)
            cursor.insertText(chosen)
        else:
            cursor.insertText(mark + chosen + mark)
            start += size
        cursor.setPosition(start)
        cursor.setPosition(start + writing.units(chosen), Mode.KeepAnchor)
        self.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the bar beside the marked lines."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for number in self._marked:
            block = self.document().findBlockByNumber(number)
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            bar = QRectF(GRID / 2, box.top(), 3, box.height())
            painter.fillRect(bar, self.palette().color(Tone.ACCENT))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let lists and quotes go on with Enter; undo only what was typed."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_typing()
            return
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in _ENTER and plain and self._go_on():
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu, with an undo that takes back only what was typed."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        undo = menu.findChild(QAction, "edit-undo")
        if isinstance(undo, QAction):
            undo.triggered.disconnect()
            undo.triggered.connect(self.undo_typing)
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link that is clicked with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            cursor = self.cursorForPosition(event.position().toPoint())
            link = writing.link_at(cursor.block().text(), cursor.positionInBlock())
            if link:
                self.link_clicked.emit(link)
                return
        super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_colours"):
            self._colours.dress(self.palette())

    def _go_on(self) -> bool:
        """Begin the next item, or end the list; False where Enter is just Enter."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockEnd():
            return False
        goes_on = writing.continuation(cursor.block().text())
        if goes_on.ends:
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        elif goes_on.start:
            cursor.insertText("\n" + goes_on.start)
            self.ensureCursorVisible()
        return goes_on.ends or bool(goes_on.start)

    def _around(self, cursor: QTextCursor) -> tuple[str, str]:
        """The text before and after what is chosen."""
        raw = (
            self.document()
            .toRawText()
            .replace(_PARAGRAPH, "\n")
            .encode("utf-16-le", "surrogatepass")
        )
        first, last = cursor.selectionStart() * 2, cursor.selectionEnd() * 2
        return (
            raw[:first].decode("utf-16-le", "replace"),
            raw[last:].decode("utf-16-le", "replace"),
        )
