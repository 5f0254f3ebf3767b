"""Buttons that run commands and show their keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from paperdesk.ui import icons
from paperdesk.ui.theme import GRID, Role, Scale, Tone, font

_KEYED = ("keyed", True)
"""Moves the word to the left in the style sheet: the key stands on the right."""

_SIGNS = {"Return": "↵", "Backspace": "⌫", "Space": "␣"}


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done here: a command, its word, its key, its icon."""

    command: str
    title: str
    keys: str = ""
    icon: str = ""


def make_primary(button: QPushButton, *, on: bool = True) -> None:
    """Make a button the one that is meant most: filled, not outlined."""
    if button.property("primary") is not on:
        button.setProperty("primary", on)
        button.style().polish(button)  # one that stands in a box of buttons has its look already


class ActionButton(QPushButton):
    """A button with an icon, a word and the key that does the same."""

    def __init__(
        self, action: Action, run: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(action.title, parent)
        self._action = action
        self._small = False
        self._keys = _SIGNS.get(action.keys, action.keys)
        self._room = QFontMetrics(font(Scale.CAPTION)).horizontalAdvance(self._keys) + GRID * 2
        if self._keys:
            self.setProperty(*_KEYED)
        self.setAccessibleName(action.title)
        self.setToolTip(f"{action.title}   {action.keys}".rstrip())
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self.clicked.connect(lambda: run(action.command))
        self._tint()

    def shrink(self, *, small: bool) -> None:
        """Show the icon alone where there is little room, if there is an icon."""
        self._small = small and not self.icon().isNull()
        self.setText("" if self._small else self._action.title)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the key as well."""
        hint = super().sizeHint()
        return QSize(hint.width() + (0 if self._small else self._room), hint.height())

    def minimumSizeHint(self) -> QSize:
        """No word may be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the key at the right end."""
        super().paintEvent(event)
        if not self._keys or self._small:
            return
        painter = QPainter(self)
        painter.setFont(font(Scale.CAPTION))
        painter.setPen(self.palette().color(self._tone()))
        box = self.rect().adjusted(0, 0, -GRID - 2, 0)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._keys
        )

    def changeEvent(self, event: QEvent) -> None:
        """Take the colour of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self.setIcon(icons.icon(self._action.icon, self.palette().color(self._tone())))

    def _tone(self) -> Role:
        """The sheet gives filled buttons a text colour of their own."""
        return Role.ButtonText if self.property("primary") else Tone.MUTED
