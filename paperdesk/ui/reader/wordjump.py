"""Choosing a word in sight by typing its beginning, then the letter that stands at it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QPen

from paperdesk.reader.seeking import Seen, Sought, seek
from paperdesk.ui import strokes
from paperdesk.ui.reader.content import Content
from paperdesk.ui.reader.hints import paint_label, spot
from paperdesk.ui.reader.overlay import Overlay
from paperdesk.ui.reader.view import PageView
from paperdesk.ui.theme import Scale, font
from paperdesk.ui.toast import announce

_MATCH = QColor(255, 214, 80, 64)
_EDGE = QColor("#5c4a00")

_FIRST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Right)
"""Keys that take the first word that fits."""


class WordJump(Overlay):
    """Lets a word be typed; the letters at those that fit lead there."""

    def __init__(self, view: PageView, content: Content) -> None:
        super().__init__(view, "Beginning of a word")
        self._content = content
        self._words: Sequence[Seen] = ()
        self._sought = Sought()
        self._taken: Callable[[Seen], None] | None = None

    def begin(self, words: Sequence[Seen], taken: Callable[[Seen], None]) -> None:
        """Let one of these words, which are in sight, be typed."""
        self._words, self._taken = words, taken
        self._sought = Sought()
        self.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter goes on with the word or chooses among those that fit."""
        if event.key() in _FIRST:
            self._take((self._sought.words or tuple(self._words))[0])
        elif event.key() == Qt.Key.Key_Backspace:
            self._seek(self._sought.typed[:-1])
        elif event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        else:
            for letter in strokes.strokes(event):
                if len(letter) == 1 and self._type(letter):
                    break

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method makes is typed as well."""
        for letter in event.commitString():
            self._type(letter)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words that fit, and the letters that lead to them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = font(Scale.CAPTION, bold=True)
        painter.setFont(face)
        for word in self._sought.words:
            painter.setPen(QPen(_EDGE, 1))
            painter.setBrush(_MATCH)
            painter.drawRoundedRect(self._area(word), 2, 2)
        for word, letter in zip(self._sought.words, self._sought.letters, strict=False):
            paint_label(painter, spot(self._area(word), letter, face), "", letter)

    def _type(self, letter: str) -> bool:
        """Take a letter; whether it meant anything."""
        chosen = self._sought.chosen(letter.lower())
        if chosen is not None:
            self._take(chosen)
            return True
        typed = self._sought.typed + letter
        if not seek(self._words, typed).words:
            return False
        self._seek(typed)
        return True

    def _seek(self, typed: str) -> None:
        self._sought = seek(self._words, typed)
        self.update()
        count = len(self._sought.words)
        letters = ", ".join(self._sought.letters)
        announce(self, f"{typed}: {count} fit, letters {letters}" if typed else "Nothing typed")

    def _take(self, word: Seen) -> None:
        taken = self._taken
        self.leave()
        if taken is not None:
            taken(word)

    def _area(self, word: Seen) -> QRectF:
        """Where a word stands in the window."""
        text = self._content.text(word.page)
        if text is None:
            return QRectF()
        window = self.view.scroller.window()
        area = QRectF(*self.view.scroller.column.area(word.page, text.words[word.index].box))
        return area.translated(-window.left, -window.top)
