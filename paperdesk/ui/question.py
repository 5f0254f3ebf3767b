"""A question over the window, which waits for its answer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from paperdesk.ui.buttons import make_primary
from paperdesk.ui.labels import label
from paperdesk.ui.ontop import ON_TOP, QUESTION, give_back, keys_of
from paperdesk.ui.theme import GRID, Scale

_WIDTH = GRID * 56
_VEIL = QColor(0, 0, 0, 70)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Question(QWidget):
    """Words, what answers them, and two buttons; all else of the window waits meanwhile.

    *Why it is not a window of its own:* keys reach a new window only once the
    window manager has given them to it, and what a quick hand types until then
    is lost. Here the very next key belongs to the answer.
    """

    def __init__(self, parent: QWidget, words: str, verb: str, *answers: QWidget) -> None:
        """`verb` is what the yes button says, `answers` stand between words and buttons."""
        self._window = QApplication.activeWindow() or parent.window()
        super().__init__(self._window)
        self._loop = QEventLoop(self)
        self._came_from: QWidget | None = None
        self._yes, self._no = QPushButton(verb), QPushButton("Cancel")
        self._typed = bool(answers)
        if not answers:
            _show_key(self._yes, "Y")
            _show_key(self._no, "N")
        make_primary(self._yes)
        self._yes.clicked.connect(lambda: self._loop.exit(1))
        self._no.clicked.connect(lambda: self._loop.exit(0))
        self._stops: tuple[QWidget, ...] = (*answers, self._yes, self._no)
        self._card = self._lay_out(words, answers)
        self.setObjectName(QUESTION)
        self.setAccessibleName(words)
        # A click beside the card leaves the keys where they are.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(answers[0] if answers else self._no)
        self.hide()

    def _lay_out(self, words: str, answers: Sequence[QWidget]) -> QFrame:
        card = QFrame(self)
        card.setObjectName(ON_TOP)
        question = label(Scale.LEAD, wrap=True)
        question.setText(words)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._no)
        buttons.addWidget(self._yes)
        column = QVBoxLayout(card)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(question)
        for answer in answers:
            column.addWidget(answer)
        column.addLayout(buttons)
        return card

    def wait(self) -> bool:
        """Ask, and wait for the answer: whether it was yes. To be asked once."""
        self._came_from = keys_of(self._window)
        self._window.installEventFilter(self)
        self._cover()
        self.show()
        self.raise_()
        self.setFocus()
        said = self._loop.exec() == 1
        self.hide()
        give_back(self._came_from)
        self.deleteLater()
        return said

    def _cover(self) -> None:
        window = self._window.rect()
        self.setGeometry(window)
        width = max(min(_WIDTH, window.width() - GRID * 4), GRID * 20)
        height = min(self._card.heightForWidth(width), window.height() - GRID * 2)
        # Above the middle, where the eye is.
        top = max((window.height() - height) // 3, GRID)
        self._card.setGeometry((window.width() - width) // 2, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window also when it changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._cover()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Let no menu open by a key meanwhile."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says yes, or presses the button that has the keys; Esc says no.

        Where nothing is to be typed, y and n answer as well.
        """
        if event.key() in _ENTER:
            focus = QApplication.focusWidget()
            (focus if isinstance(focus, QPushButton) else self._yes).click()
        elif event.key() == Qt.Key.Key_Escape:
            self._no.click()
        elif not self._typed and event.text().lower() in ("y", "n"):
            (self._yes if event.text().lower() == "y" else self._no).click()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001
        """Go around within the question by Tab."""
        focus = QApplication.focusWidget()
        here = self._stops.index(focus) if focus in self._stops else -1
        to = self._stops[(here + (1 if next else -1)) % len(self._stops)]
        to.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Say no when the window is closed; one that is made small will be back."""
        if not event.spontaneous():
            self._loop.exit(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks from what lies below."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what waits."""
        QPainter(self).fillRect(event.rect(), _VEIL)


def _show_key(button: QPushButton, key: str) -> None:
    """Write the key that answers behind the word of a button."""
    button.setAccessibleName(button.text())
    button.setText(f"{button.text()}   {key}")
