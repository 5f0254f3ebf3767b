"""Asks, over the pages, before a link of a PDF leads out to the web."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from paperdesk.domain.errors import Refused
from paperdesk.reader.addresses import Departure, departure
from paperdesk.ui.buttons import make_primary
from paperdesk.ui.labels import label
from paperdesk.ui.reader.overlay import Overlay
from paperdesk.ui.reader.view import PageView
from paperdesk.ui.theme import GRID, Scale, Tone

_SHADE = QColor(20, 24, 36, 70)
_WIDEST = 520
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Leaving(Overlay):
    """A question with the whole address: Enter goes, Esc stays.

    Signals: `confirmed` (an address to open), `told` (a sentence about a link
    that is not followed at all).
    """

    confirmed = Signal(str)
    told = Signal(str)

    def __init__(self, view: PageView) -> None:
        super().__init__(view, "Leave PaperDesk?")
        self._departure: Departure | None = None
        self._heading = label(Scale.HEADING, bold=True, wrap=True)
        self.address = label(wrap=True)
        self.caution = label(tone=Tone.ALARM, wrap=True)
        self.go, self.stay = _button("Open  ↵"), _button("Stay  Esc")
        make_primary(self.go)
        self.go.clicked.connect(self._go)
        self.stay.clicked.connect(self.leave)
        self._card = self._build()

    def ask(self, address: str) -> None:
        """Ask about an address, or say why it is not followed."""
        try:
            going = departure(address)
        except Refused as error:
            self.told.emit(str(error))
            return
        self._departure = going
        self._heading.setText(f"{'Write to' if going.mail else 'Open'} {going.place}?")
        # A line may end after any letter: addresses have no spaces.
        self.address.setText("\u200b".join(going.shown))
        self.caution.setText(f"⚠ {going.caution}" if going.caution else "")
        self.caution.setVisible(bool(going.caution))
        where = "in your mail program" if going.mail else "in your web browser"
        self.setAccessibleDescription(
            f"{self._heading.text()} {going.shown} {going.caution} "
            f"Enter opens it {where}, Escape stays."
        )
        self.enter()

    def enter(self) -> None:
        """Lie over the pages, with the card in the middle."""
        super().enter()
        self._card.setFixedWidth(min(_WIDEST, self.width() - 2 * GRID))
        self._card.adjustSize()
        self._card.move(self._middle(self.width(), self._card.width()), self._top())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes; Esc, and turning to something else, stays."""
        if event.key() in _ENTER:
            self._go()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card stays."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the pages: they wait for the answer."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), _SHADE)
        painter.end()

    def _go(self) -> None:
        going, self._departure = self._departure, None
        self.leave()
        if going is not None:
            self.confirmed.emit(going.url)

    def _build(self) -> QFrame:
        card = QFrame(self)
        card.setAutoFillBackground(True)
        card.setBackgroundRole(Tone.PAPER)
        card.setFrameShape(QFrame.Shape.StyledPanel)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (self._heading, self.address, self.caution):
            column.addWidget(widget)
        column.addLayout(buttons)
        return card

    def _top(self) -> int:
        return max(GRID, (self.height() - self._card.height()) // 3)

    def _middle(self, room: int, size: int) -> int:
        return max(0, (room - size) // 2)


def _button(text: str) -> QPushButton:
    """A button for the mouse: the keys stay with the question."""
    button = QPushButton(text)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
