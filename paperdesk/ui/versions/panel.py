"""The changes between two versions: counted, listed, and the one under the cursor in full."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from paperdesk.domain.comparison import Change, Compared, Kind, Part, describe, summary
from paperdesk.ui.labels import label
from paperdesk.ui.theme import GRID, Scale, Tone, font
from paperdesk.ui.versions.html import Dress, change_page

WIDE = 560
"""Pixels from which the two sides stand beside each other."""

_KEYS = "Enter: there in the new version · o: in the old one · yc: copy · q: back to the list"
_SIGNS = {Kind.CHANGED: "≠", Kind.ADDED: "+", Kind.REMOVED: "−", Kind.MOVED: "↕"}
_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class ChangesPanel(QWidget):
    """A list to be steered as the panels beside the pages are.

    Signals: `chosen` (the change under the cursor is to be gone to), `left`,
    `turned` (a panel beside the pages is wanted).
    """

    chosen = Signal()
    left = Signal()
    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._compared: Compared | None = None
        self._changes: list[Change] = []
        self._title = label(Scale.LEAD, bold=True, wrap=True)
        self._summary = label(wrap=True)
        self._field = _Field()
        self.list = QListWidget()
        self._text = QTextBrowser()
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_change)
        self.list.itemActivated.connect(lambda _: self.chosen.emit())
        self._field.textChanged.connect(lambda _: self._fill())
        self._field.left.connect(self._leave_field)

    def show_compared(self, compared: Compared) -> None:
        """List the changes of a comparison, the first one in full."""
        self._compared = compared
        self._changes = list(compared.found.changes)
        self._title.setText(f"{compared.title}: {compared.old} → {compared.new}")
        self._summary.setText(summary(compared.found))
        self._field.hide()
        self._field.clear()
        self._fill()

    def compared(self) -> Compared | None:
        """What is listed."""
        return self._compared

    def current(self) -> Change | None:
        """The change under the cursor."""
        item = self.list.currentItem()
        change = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return change if isinstance(change, Change) else None

    def has_keys(self) -> bool:
        """Whether the keys go here."""
        focus = self.window().focusWidget()
        return focus is not None and self.isVisible() and self.isAncestorOf(focus)

    # What commands steer.

    def toggle(self, name: str) -> None:
        """Leave the list for a panel beside the pages."""
        self.turned.emit(name)

    def step(self, steps: int) -> None:
        """Go to the next change, or to the one before."""
        self.go_to(self.list.currentRow() + steps)

    def go(self, row: int) -> None:
        """Go to the first change (0) or the last (-1)."""
        self.go_to(0 if row == 0 else self.list.count() - 1)

    def go_to(self, row: int) -> None:
        """Put the cursor on a row, or on the nearest that there is."""
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def choose(self) -> None:
        """Go to where the change stands."""
        if self.current() is not None:
            self.chosen.emit()

    def narrow(self) -> None:
        """Let words be typed that the changes must have."""
        self._field.show()
        self._field.setFocus()

    def leave(self) -> None:
        """Go back to the list of papers."""
        self.left.emit()

    put_away = leave

    # What Qt asks.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list of papers."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With more room the sides stand beside each other."""
        super().resizeEvent(event)
        if (event.oldSize().width() >= WIDE) != (event.size().width() >= WIDE):
            self._show_change()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._show_change()

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(Tone.PAPER)
        self.setAccessibleName("What changed")
        self.setFocusProxy(self.list)
        self.list.setAccessibleName("Changes")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(GRID // 4)
        self._text.setAccessibleName("The change, old and new")
        for area in (self.list, self._text):
            area.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QVBoxLayout()
        top.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        keys = label(Scale.CAPTION, tone=Tone.MUTED, wrap=True)
        keys.setText(_KEYS)
        for widget in (self._title, self._summary, keys):
            top.addWidget(widget)
        top.addWidget(self._field)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.list)
        split.addWidget(self._text)
        split.setSizes([300, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _fill(self) -> None:
        self.list.clear()
        words = self._field.text().casefold().split()
        for change in self._changes:
            said = f"{_SIGNS[change.kind]} {describe(change)}"
            if change.section and change.part is not Part.DATA:
                said = f"{said} · {change.section}"
            if all(word in f"{said} {_plain(change)}".casefold() for word in words):
                item = QListWidgetItem(said)
                item.setData(Qt.ItemDataRole.UserRole, change)
                item.setToolTip(said)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._show_change()

    def _leave_field(self, given_up: bool) -> None:  # noqa: FBT001 - a signal's word
        if given_up:
            self._field.clear()
            self._field.hide()
        self.list.setFocus()

    def _show_change(self, *_: int) -> None:
        change, compared = self.current(), self._compared
        if change is None or compared is None:
            self._text.setPlainText("")
            return
        names = compared.old, compared.new
        wide = self.width() >= WIDE
        self._text.setHtml(change_page(change, names, self._dress(), wide=wide))

    def _dress(self) -> Dress:
        tones = (Tone.INK, Tone.MUTED, Tone.ALARM, Tone.ACCENT)
        return Dress(font().pointSizeF(), *(self.palette().color(tone).name() for tone in tones))


class _Field(QLineEdit):
    """Words that changes must have; it says when it is left, and whether it was given up."""

    left = Signal(bool)

    def __init__(self) -> None:
        super().__init__(placeholderText="Filter the changes", clearButtonEnabled=True)
        self.setAccessibleName("Filter the changes")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives it up, Enter and Down go to the rows."""
        if event.key() in _BACK:
            self.left.emit(event.key() == Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)


def _plain(change: Change) -> str:
    return "".join(one.text for one in (*change.old, *change.new))
