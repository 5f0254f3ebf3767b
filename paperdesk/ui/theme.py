"""How PaperDesk looks: the tones of its two themes, its type scale, its grid.

A theme is a Qt palette and a short style sheet over Fusion. Everything that is
painted by hand takes its colours from the palette by the names below, so that
a change of theme needs no word from anybody.
"""

from dataclasses import asdict, dataclass
from enum import Enum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

GRID = 8
"""Distances are this many pixels, or a half, or twice as much."""

Role = QPalette.ColorRole


class Tone:
    """The names of our colours in a palette."""

    RAIL = Role.Window
    """Around the content: sidebar, bars."""

    PAPER = Role.Base
    """Behind what is read."""

    INK = Role.Text
    MUTED = Role.PlaceholderText
    """What is read second; still 4.5:1 on paper and rail."""

    LINE = Role.Mid
    """Hairlines."""

    HOVER = Role.Midlight
    """Under the pointer, and where the cursor stands in a pane without the keys."""

    TINT = Role.Highlight
    """Where the cursor stands, and selected text."""

    ACCENT = Role.Accent
    ALARM = Role.BrightText
    """What went wrong; never alone, always beside a sign or a word."""


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of one theme."""

    rail: str
    paper: str
    ink: str
    muted: str
    line: str
    hover: str
    tint: str
    accent: str
    on_accent: str
    alarm: str
    edge: str
    """The outline of fields and buttons, strong enough to be seen as one (3:1)."""


LIGHT = Tones(
    rail="#f5f5f3",
    paper="#ffffff",
    ink="#1d1f24",
    muted="#63666e",
    line="#e3e3df",
    hover="#ebebe8",
    tint="#e3e8fb",
    accent="#3a54c4",
    on_accent="#ffffff",
    alarm="#b3261e",
    edge="#8d9097",
)

DARK = Tones(
    rail="#1a1b1e",
    paper="#212226",
    ink="#e6e6e8",
    muted="#a0a2aa",
    line="#34363c",
    hover="#2b2d32",
    tint="#2d3552",
    accent="#93a7ff",
    on_accent="#14161c",
    alarm="#ff8a80",
    edge="#757982",
)

_FAMILIES = ("Inter", "Noto Sans", "Cantarell", "Open Sans", "DejaVu Sans Condensed")
"""Faces drawn for screens, best first; elsewhere the platform's own is better."""

_PLATFORM_FACES = ("Segoe UI", ".AppleSystemUIFont", "Ubuntu", "Adwaita Sans")


class Scale(Enum):
    """The type scale, in parts of the base size."""

    CAPTION = 0.9
    BODY = 1.0
    LEAD = 1.1
    HEADING = 1.3
    TITLE = 1.75


def font(scale: Scale = Scale.BODY, *, bold: bool = False) -> QFont:
    """The font of the interface at a step of the scale."""
    face = QFont(QApplication.font())
    face.setPointSizeF(face.pointSizeF() * scale.value)
    face.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return face


_SHEET = """
QMainWindow::separator, QSplitter::handle { background: $line; }
QMenuBar { background: $rail; border: none; padding: 2px 6px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $paper; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $paper; color: $ink; border: 1px solid $line;
  padding: 4px 6px; }
QLineEdit { background: $paper; border: 1px solid $edge; border-radius: 6px;
  padding: 4px 8px; selection-background-color: $tint; selection-color: $ink; }
QPlainTextEdit#field { background: $paper; border: 1px solid $edge; border-radius: 6px;
  padding: 3px 4px; selection-background-color: $tint; selection-color: $ink; }
QPlainTextEdit#field:focus { border: 2px solid $accent; padding: 2px 3px; }
QLineEdit:focus { border: 2px solid $accent; padding: 3px 7px; }
QPushButton { background: $paper; border: 1px solid $edge; border-radius: 6px;
  padding: 5px 12px; }
QPushButton[keyed="true"] { text-align: left; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton[primary="true"] { background: $accent; color: $on_accent;
  border-color: $accent; }
QPushButton:disabled { background: transparent; border-color: $line;
  color: $muted; }
QPushButton[primary="true"]:focus { border: 2px solid $ink; padding: 4px 11px; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $hover; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QFrame#toast { background: $ink; border-radius: 6px; }
QFrame#toast QLabel { color: $paper; }
QFrame#toast QPushButton { background: transparent; color: $paper; font-weight: 600;
  border: 1px solid $edge; padding: 0 10px; }
QFrame#errorbar { background: $paper; border-bottom: 2px solid $alarm; }
QFrame#errorbar QLabel { color: $alarm; }
QFrame#sheet { background: $paper; border: 1px solid $edge; border-radius: 8px; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
"""What Fusion would draw as a box, as a line or not at all; `$ink` is a tone."""


class Theme(QObject):
    """Puts a theme on the program, and follows the system if that was chosen.

    Signals: `changed` (other colours are on).
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._name = "system"
        self._dressed: Tones | None = None
        app.setStyle("Fusion")
        app.setFont(_face(app.font()))
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def use(self, name: str) -> None:
        """Use the light, the dark or the system's colours."""
        self._name = name
        hints = self._app.styleHints()
        hints.setColorScheme(_SCHEMES.get(name, Qt.ColorScheme.Unknown))
        self._dress()

    def dark(self) -> bool:
        """Whether the dark tones are on."""
        return self._dressed is DARK

    def _follow(self) -> None:
        if self._dressed is not None:
            self._dress()

    def _dress(self) -> None:
        tones = {"light": LIGHT, "dark": DARK}.get(self._name) or self._system()
        if tones is self._dressed:
            return
        self._dressed = tones
        self._app.setPalette(palette(tones))
        self._app.setStyleSheet(sheet(tones))
        self.changed.emit()

    def _system(self) -> Tones:
        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def palette(tones: Tones) -> QPalette:
    """The palette of a theme, greyed out where things cannot be used."""
    made = QPalette()
    for role, colour in _roles(tones).items():
        made.setColor(role, QColor(colour))
    for role in (Role.Text, Role.WindowText, Role.ButtonText):
        faded = QColor(tones.muted)
        faded.setAlpha(140)
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


def _roles(tones: Tones) -> dict[QPalette.ColorRole, str]:
    ink = (Role.Text, Role.WindowText, Role.ButtonText, Role.HighlightedText, Role.ToolTipText)
    return {
        **dict.fromkeys(ink, tones.ink),
        Tone.RAIL: tones.rail,
        Role.Button: tones.rail,
        Role.ToolTipBase: tones.paper,
        Tone.PAPER: tones.paper,
        Role.AlternateBase: tones.rail,
        Tone.MUTED: tones.muted,
        Tone.LINE: tones.line,
        Role.Dark: tones.edge,
        Role.Light: tones.paper,
        Tone.HOVER: tones.hover,
        Tone.TINT: tones.tint,
        Tone.ACCENT: tones.accent,
        Role.Link: tones.accent,
        Role.LinkVisited: tones.accent,
        Tone.ALARM: tones.alarm,
    }


def sheet(tones: Tones) -> str:
    """The style sheet of a theme."""
    return Template(_SHEET).substitute(asdict(tones))


def _face(platform: QFont) -> QFont:
    """The platform's font where it has one of its own, else the best installed."""
    if platform.family() in _PLATFORM_FACES:
        return platform
    face = QFont(platform)
    installed = next((name for name in _FAMILIES if QFontDatabase.hasFamily(name)), None)
    if installed:
        face.setFamilies([installed, *platform.families()])
    face.setPointSizeF(max(platform.pointSizeF(), 10.0))
    return face
