"""Labels that show words as they are: what a source or a host said is no markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from paperdesk.ui.theme import Scale, Tone, font


def label(
    scale: Scale = Scale.BODY,
    *,
    tone: QPalette.ColorRole = Tone.INK,
    bold: bool = False,
    wrap: bool = False,
) -> QLabel:
    """A label in a step of the type scale and a tone of the theme."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(scale, bold=bold))
    made.setForegroundRole(tone)
    made.setWordWrap(wrap)
    return made
