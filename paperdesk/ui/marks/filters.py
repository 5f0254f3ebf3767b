"""The button beside a list of marks: its menu puts terms into what is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton

from paperdesk.domain.colours import Meanings, spoken
from paperdesk.domain.markquery import quoted
from paperdesk.domain.note import Colour, Kind
from paperdesk.ui.reader.inks import INK
from paperdesk.ui.reader.shapes import pen

_KINDS = {
    Kind.HIGHLIGHT: "Highlights",
    Kind.UNDERLINE: "Underlines",
    Kind.AREA: "Areas",
    Kind.TEXT: "Texts",
    Kind.INK: "Drawings",
}
_SIZE = 16


class FilterButton(QToolButton):
    """A menu of colours, kinds, tags and what a mark may have.

    Signals: `picked` (a term, to be put in or taken out).
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._meanings: Meanings = {}
        self._tags: Sequence[str] = ()
        self._terms: frozenset[str] = frozenset()
        self.setText("Show only")
        self.setAccessibleName("Show only some marks")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(lambda action: self.picked.emit(action.data()))
        self.setMenu(menu)

    def offer(self, meanings: Meanings, tags: Sequence[str], asked: str) -> None:
        """Offer these; what is `asked` for already is ticked."""
        self._meanings, self._tags = meanings, tags
        self._terms = frozenset(asked.casefold().split())

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for colour in Colour:
            self._add(spoken(colour, self._meanings).capitalize(), f"colour:{colour}")
            menu.actions()[-1].setIcon(QIcon(_swatch(colour)))
        menu.addSeparator()
        for kind, title in _KINDS.items():
            self._add(title, f"kind:{kind}")
        menu.addSeparator()
        self._add("With a comment", "has:comment")
        self._add("Not in this version", "is:lost")
        if self._tags:
            menu.addSeparator()
        for tag in self._tags:
            self._add(f"#{tag}", quoted("tag", tag))

    def _add(self, title: str, term: str) -> None:
        action = self.menu().addAction(title)
        action.setData(term)
        action.setCheckable(True)
        action.setChecked(term.casefold() in self._terms)


def _swatch(colour: Colour) -> QPixmap:
    """An ink over its line, as an icon."""
    made = QPixmap(QSize(_SIZE, _SIZE) * 2)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.fillRect(1, 1, _SIZE - 2, _SIZE - 4, INK[colour])
    painter.setPen(pen(colour, 2))
    painter.drawLine(QPointF(1, _SIZE - 2), QPointF(_SIZE - 1, _SIZE - 2))
    painter.end()
    return made
