"""The find bar: a field, what counts, how many there are, next and previous."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from paperdesk.reader.sought import SECTION, Sought
from paperdesk.ui.reader.finder import MOST, Finder
from paperdesk.ui.reader.givingway import give_way, least
from paperdesk.ui.theme import GRID, Tone, font

_WIDEST = 420
"""Pixels of the field: in a wide pane the count stays near the words."""

_SCOPE = 220
"""Pixels of the part of the paper that is searched, at most."""

_NARROWEST = 12 * GRID
"""Pixels of the field, at least."""

_GAP = GRID // 2
_REMEMBERED = 50

_OPTIONS = {
    "case": ("Aa", "Match case (Alt+C)", Qt.Key.Key_C),
    "words": ("“ab”", "Whole words (Alt+W)", Qt.Key.Key_W),
    "regex": (".*", "Regular expression (Alt+R)", Qt.Key.Key_R),
}
"""What a text may be sought by: its sign, its name, its key with Alt."""


class FindBar(QWidget):
    """Types into the finder and shows how far it is.

    Signals: `typed` (the text to find, or how, has changed), `stepped` (to the
    next hit, 1, or the one before, -1), `left` (Esc, or the close button),
    `chosen` (an option was switched by hand), `ranged` (pages are to be named).
    """

    typed = Signal(str)
    stepped = Signal(int)
    left = Signal()
    chosen = Signal()
    ranged = Signal()

    def __init__(self, finder: Finder) -> None:
        super().__init__()
        self._finder = finder
        self._past: list[str] = []
        self._back = 0
        self._draft = ""
        self.field = QLineEdit(placeholderText="Find in this paper", clearButtonEnabled=True)
        self.field.setAccessibleName("Find in this paper")
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.field.setMaximumWidth(_WIDEST)
        self.field.setMinimumWidth(_NARROWEST)
        self.options = {name: self._option(name) for name in _OPTIONS}
        self.part = _button("Which part of the paper is searched (Alt+S)")
        self.part.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.part.setMenu(self._parts_menu())
        self.count = QLabel()
        self.count.setForegroundRole(Tone.MUTED)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("Searching…"))
        self.complaint = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.complaint.setForegroundRole(Tone.ALARM)
        self.complaint.setContentsMargins(GRID // 2, 0, 0, GRID // 2)
        self._arrows = (
            self._arrow(Qt.ArrowType.UpArrow, "Previous match (Shift+Enter)", -1),
            self._arrow(Qt.ArrowType.DownArrow, "Next match (Enter)", 1),
        )
        self._close = _button("Close (Esc)")
        self._lay_out()
        finder.changed.connect(self._tell)
        self._tell()
        self.hide()

    def sought(self, text: str) -> Sought:
        """A text with what is switched on."""
        on = {name: button.isChecked() for name, button in self.options.items()}
        return Sought(text, **on)

    def switch(self, name: str, *, on: bool) -> None:
        """Switch an option, and search again if a text is sought."""
        button = self.options[name]
        if button.isChecked() != on:
            button.setChecked(on)
            if not self.isHidden():
                self.typed.emit(self.field.text())

    def open(self, text: str = "") -> None:
        """Show the bar with the caret in it, and search for a text if one is given."""
        self.show()
        if text != self.field.text() and text:
            self.field.setText(text)
        elif text:
            self.typed.emit(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def begin(self, prefix: str) -> None:
        """Put what says where to search before what is sought; "" for everywhere."""
        text = self.field.text().strip()
        for known in (SECTION, "<"):
            if text.startswith(known):
                text = text.partition(">")[2] if known == "<" else text[len(known) :]
        self.field.setText(f"{prefix}{text.strip()}")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remember(self) -> None:
        """Keep what was sought, for Up and Down in the field."""
        text = self.field.text().strip()
        if text:
            self._past = [known for known in self._past if known != text][-_REMEMBERED:]
            self._past.append(text)
        self._back = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of a narrow bar to the words."""
        super().resizeEvent(event)
        self._give_way()

    def minimumSizeHint(self) -> QSize:
        """No wider than the words: a bar that opens must not push the pages aside."""
        narrowest = _NARROWEST + _GAP + least(self._close) + 2 * GRID
        return QSize(narrowest, super().minimumSizeHint().height())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter, F3, Esc, Up and Down in the field, and Alt with a letter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, modifiers = event.key(), event.modifiers()
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return self._alt(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.remember()
            back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._recall(1 if key == Qt.Key.Key_Up else -1)
        else:
            return False
        return True

    def _give_way(self) -> None:
        """Show what there is room for: at the end the count, before it what keys do as well."""
        on = [button for button in self.options.values() if button.isChecked()]
        off = [button for button in self.options.values() if not button.isChecked()]
        giving = (*self._arrows, self.part, *reversed(off), *reversed(on), self.count)
        give_way(self.width() - 2 * GRID, _GAP, (self.field, self._close), giving)
        self.field.setClearButtonEnabled(not self._arrows[0].isHidden())

    def _alt(self, key: int) -> bool:
        """Press the button whose letter this is."""
        letters = {Qt.Key.Key_S: self.part}
        letters |= {row[2]: self.options[name] for name, row in _OPTIONS.items()}
        button = letters.get(Qt.Key(key))
        if button is None:
            return False
        if button is not self.part:
            button.click()
        elif self.part.isHidden():
            self.part.menu().popup(self.field.mapToGlobal(self.field.rect().bottomLeft()))
        else:
            self.part.showMenu()
        return True

    def _recall(self, steps: int) -> None:
        """Bring back what was sought before (1), or later again (-1)."""
        if not self._back:
            self._draft = self.field.text()
        again = not self._back and self._past[-1:] == [self._draft.strip()]
        self._back = min(max(self._back + steps + (again and steps > 0), 0), len(self._past))
        self.field.setText(self._past[-self._back] if self._back else self._draft)

    def _option(self, name: str) -> QToolButton:
        sign, title, _ = _OPTIONS[name]
        button = _button(title)
        button.setText(sign)
        button.setCheckable(True)
        button.toggled.connect(lambda on: button.setFont(font(bold=on)))
        button.toggled.connect(self._give_way)
        button.clicked.connect(self.chosen)
        button.clicked.connect(lambda: self.typed.emit(self.field.text()))
        return button

    def _parts_menu(self) -> QMenu:
        menu = QMenu(self)
        for title, act in (
            ("Whole paper", lambda: self.begin("")),
            ("This section", lambda: self.begin(f"{SECTION} ")),
            ("Pages…", self.ranged.emit),
        ):
            action = QAction(title, menu)
            action.triggered.connect(act)
            menu.addAction(action)
        return menu

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        column.addLayout(row)
        column.addWidget(self.complaint)
        row.addWidget(self.field, 1)
        for button in (*self.options.values(), self.part):
            row.addWidget(button)
        row.addWidget(self.count)
        for arrow in self._arrows:
            row.addWidget(arrow)
        self._close.setText("✕")
        self._close.clicked.connect(self.left)
        row.addStretch()
        row.addWidget(self._close)

    def _arrow(self, arrow: Qt.ArrowType, name: str, direction: int) -> QToolButton:
        button = _button(name)
        button.setArrowType(arrow)
        button.clicked.connect(lambda: self.stepped.emit(direction))
        return button

    def _tell(self) -> None:
        finder = self._finder
        self.count.setText(progress(finder))
        nothing = bool(finder.needle) and not finder.busy and not finder.hits
        self.count.setForegroundRole(Tone.ALARM if nothing else Tone.MUTED)
        self.complaint.setText(finder.complaint)
        self.complaint.setVisible(bool(finder.complaint))
        room = self.part.fontMetrics()
        named = f"In {finder.scope.name}" if finder.scope.name else SECTION
        self.part.setText(room.elidedText(named, Qt.TextElideMode.ElideRight, _SCOPE))
        self._give_way()


def progress(finder: Finder) -> str:
    """How many hits there are so far, and which one shows."""
    if finder.complaint or not finder.needle:
        return ""
    more = "…" if finder.busy else ""
    if not finder.hits:
        return f"Searching{more}" if finder.busy else "Not found"
    many = f"{MOST:,}+" if finder.full else f"{len(finder.hits)}{more}"
    if finder.hits.current < 0:
        return many
    return f"{finder.hits.current + 1} of {many}"


def _button(name: str) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
