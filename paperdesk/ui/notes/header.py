"""The line above a note: whose it is, whether it is saved, how it is shown."""

from enum import Enum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from paperdesk.ui.labels import ElidedLabel
from paperdesk.ui.theme import GRID, Scale, Tone, font

NOTICE_FOR = 8000
"""Milliseconds for which a notice stays."""


class Standing(Enum):
    """How a note stands, in the word that is shown."""

    UNTOUCHED = ""
    SAVING = "Saving…"
    SAVED = "Saved"
    NOT_SAVED = "Not saved"


class Header(QWidget):
    """Title, standing and the switch to the preview; a notice below, for a while."""

    previewed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(bold=True)
        self._standing = QLabel()
        self._standing.setFont(font(Scale.CAPTION))
        self._standing.setAccessibleName("Saving")
        self._switch = QToolButton()
        self._switch.setText("Preview")
        self._switch.setCheckable(True)
        self._switch.setFont(font(Scale.CAPTION))
        self._switch.setToolTip("Show the note as it will read   Ctrl+Shift+M")
        self._switch.clicked.connect(self.previewed)
        self._notice = QLabel()
        self._notice.setWordWrap(True)
        self._notice.hide()
        self._notice.setFont(font(Scale.CAPTION))
        self._notice.setForegroundRole(Tone.MUTED)
        self._notice.setContentsMargins(0, 0, GRID, GRID // 2)
        self._away = QTimer(self, singleShot=True, interval=NOTICE_FOR)
        self._away.timeout.connect(self._notice.hide)
        self._lay_out()

    def show_paper(self, citekey: str) -> None:
        """Say whose note this is; nobody's, and there is nothing to switch."""
        self._title.setText(f"Note · {citekey}" if citekey else "Note")
        self._switch.setVisible(bool(citekey))
        self._notice.hide()
        self.show_standing(Standing.UNTOUCHED)

    def show_standing(self, standing: Standing) -> None:
        """Say whether the note is saved."""
        failed = standing is Standing.NOT_SAVED
        self._standing.setForegroundRole(Tone.ALARM if failed else Tone.MUTED)
        self._standing.setText(standing.value)

    def show_preview(self, *, on: bool) -> None:
        """Let the switch stand as the note is shown."""
        self._switch.setChecked(on)

    def notify(self, sentence: str) -> None:
        """Say something for a while."""
        self._notice.setText(sentence)
        self._notice.show()
        self._away.start()

    def standing(self) -> str:
        """What is said of the note's saving."""
        return self._standing.text()

    def notice(self) -> str:
        """What is said at the moment, if anything is."""
        return "" if self._notice.isHidden() else self._notice.text()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self._title, 1)
        line.addWidget(self._standing)
        line.addWidget(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID // 2, GRID, GRID // 2)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._notice)
        line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumHeight(self._switch.sizeHint().height() + GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline to what is below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.palette().color(Tone.LINE))
