"""A quiet line above the pages: what is so of them, and what can be done."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID, Tone
from paperdesk.ui.toast import announce


class Notice(QFrame):
    """A sentence, and a button if there is something to do; hidden while nothing is to say."""

    def __init__(self, verb: str = "", act: Callable[[], None] = lambda: None) -> None:
        """`verb` is what the button says, and `act` what it does; no verb, no button."""
        super().__init__()
        self._words = label(wrap=True)
        self._button = QPushButton(verb)
        self._button.clicked.connect(lambda: act())
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + GRID // 2, GRID // 2, GRID, GRID // 2)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._button.setVisible(bool(verb))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(Tone.HOVER)
        self.setAccessibleName("About these pages")
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the line."""
        if sentence and sentence != self._words.text():
            announce(self, sentence)
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """What is shown."""
        return self._words.text()
