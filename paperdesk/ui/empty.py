"""What stands where there is nothing to show: why, and what to do about it.

Every pane says so by this, so that nothing looks the same everywhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QVBoxLayout, QWidget

from paperdesk.ui.buttons import make_primary
from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID, Scale, Tone


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to do next: a command, what to call it here, and its key."""

    command: str
    title: str
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Emptiness:
    """A sentence, a hint below it, and what to do next."""

    sentence: str
    hint: str = ""
    offers: tuple[Offer, ...] = ()


class EmptyState(QWidget):
    """A sentence in the middle, and buttons for what may be done."""

    def __init__(
        self, run: Callable[[str], None] | None = None, parent: QWidget | None = None
    ) -> None:
        """`run` is called with the command of a button, where buttons are offered."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._run = run or _nothing_runs
        self._sentence = _centred(label(Scale.HEADING, bold=True, wrap=True))
        self._hint = _centred(label(tone=Tone.MUTED, wrap=True))
        self._buttons = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        column.setSpacing(GRID)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        column.addSpacing(GRID)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def say(self, words: Emptiness) -> None:
        """Say why there is nothing, and offer what to do about it."""
        self._sentence.setText(words.sentence)
        self._hint.setText(words.hint)
        self._hint.setVisible(bool(words.hint))
        self.setAccessibleName(spoken(words))
        self._offer(words.offers)

    def _offer(self, offers: Sequence[Offer]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for number, offer in enumerate(offers):
            button = QPushButton(f"{offer.title}   {offer.keys}".rstrip())
            button.setAccessibleName(offer.title)
            make_primary(button, on=number == 0)
            button.setAutoDefault(True)
            button.clicked.connect(_Press(self._run, offer.command))
            self._buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)


class EmptyOver(QObject):
    """The same over the rows of a list, where there are none."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._state = EmptyState(parent=view.viewport())
        self._state.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._state.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._state.hide()
        view.viewport().installEventFilter(self)

    def say(self, words: Emptiness | None) -> None:
        """Say why there are no rows; nothing where there are some."""
        if words is not None:
            self._state.say(words)
            self._state.setGeometry(self._view.viewport().rect())
        self._state.setVisible(words is not None)
        self._view.setAccessibleDescription("" if words is None else spoken(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fill the list, however large it is."""
        if event.type() == QEvent.Type.Resize:
            self._state.setGeometry(self._view.viewport().rect())
        return super().eventFilter(watched, event)


def spoken(words: Emptiness) -> str:
    """What a screen reader says of it."""
    return f"{words.sentence} {words.hint}".strip()


class _Press:
    """Runs one command; a lambda in a loop would remember the last."""

    def __init__(self, run: Callable[[str], None], command: str) -> None:
        self._run = run
        self._command = command

    def __call__(self) -> None:
        self._run(self._command)


def _nothing_runs(_command: str) -> None:
    """No buttons are offered here."""


def _centred(words: QLabel) -> QLabel:
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return words
