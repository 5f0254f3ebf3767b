"""Line icons in the colour of the text around them."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from paperdesk.infra.paths import resources
from paperdesk.ui.theme import Tone

SIZE = 16
"""Pixels across at 1×, unless told."""


@lru_cache(maxsize=512)
def image(name: str, colour: str, size: int = SIZE, ratio: float = 1.0) -> QImage:
    """An icon as pixels; empty where there is no such file."""
    drawn = _source(name)
    if not drawn:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(drawn.replace("currentColor", colour).encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    pixels = round(size * ratio)
    reader.setScaledSize(QSize(pixels, pixels))
    made = reader.read()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, colour: QColor, size: int = SIZE) -> QIcon:
    """An icon for a widget, sharp at 1× and at 2×."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        drawn = image(name, colour.name(), size, ratio)
        if not drawn.isNull():
            made.addPixmap(QPixmap.fromImage(drawn))
    return made


class IconButton(QToolButton):
    """A flat button with an icon that follows the theme, and a word for it."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """`title` is the tooltip, what a screen reader says, and the retreat."""
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setIconSize(QSize(SIZE, SIZE))
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colour of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        made = icon(self._name, self.palette().color(Tone.MUTED))
        self.setIcon(made)
        if made.isNull():
            self.setText(self.accessibleName())


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    path: Path = resources() / "icons" / f"{name}.svg"
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""
