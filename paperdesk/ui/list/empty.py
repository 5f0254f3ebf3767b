"""What stands where a list would be, when there is nothing to list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from paperdesk.domain.shelf import Shelf
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


_BY_QUERY = {
    "state:inbox": Emptiness("The inbox is empty.", "i keeps the paper under the cursor here."),
    "state:later": Emptiness("Nothing waits for later.", "l puts a paper off until then."),
    "state:shortlist": Emptiness("The shortlist is empty.", "s puts a paper on it."),
    "state:archive": Emptiness("The archive is empty.", "e moves a paper here when it is read."),
    "state:trash": Emptiness("The trash is empty.", "Del moves a paper here; z brings it back."),
}


def emptiness(shelf: Shelf) -> Emptiness:
    """What to say of an empty shelf."""
    if shelf.query in _BY_QUERY:
        return _BY_QUERY[shelf.query]
    if shelf.query.startswith("day:"):
        return Emptiness(
            "No papers on this day.", "r asks the source again; [ and ] go to other days."
        )
    if shelf.query.startswith("tag:"):
        return Emptiness("No paper has this tag.", "t tags the paper under the cursor.")
    return Emptiness(
        "Nothing here yet.",
        "Today’s papers come from Hugging Face; any RSS or Atom feed can join them.",
        (
            Offer("feed.refresh-all", "Fetch today’s papers", "r"),
            Offer("feed.add", "Add a feed…"),
            Offer("page.import", "Import a saved page…"),
        ),
    )


class EmptyState(QWidget):
    """A sentence in the middle, and buttons for what may be done."""

    def __init__(self, run: Callable[[str], None], parent: QWidget | None = None) -> None:
        """`run` is called with the command of a button."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._run = run
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
        self.setAccessibleName(f"{words.sentence} {words.hint}".strip())
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


class _Press:
    """Runs one command; a lambda in a loop would remember the last."""

    def __init__(self, run: Callable[[str], None], command: str) -> None:
        self._run = run
        self._command = command

    def __call__(self) -> None:
        self._run(self._command)


def _centred(words: QLabel) -> QLabel:
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return words
