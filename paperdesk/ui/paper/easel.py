"""The formulas of a page as pictures: wished for by its text, brought by whoever listens."""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Signal
from PySide6.QtGui import QImage, QImageReader

from paperdesk.domain.drawn import SIZE, Drawn

START = "formula:"
"""How the names of these pictures begin."""

_KEPT = 400
"""Formulas that are remembered, as SVG of a few kB."""


class Easel(QObject):
    """Knows formulas by what is written for them."""

    wanted = Signal(str)
    """The source of a formula that is not here."""

    arrived = Signal()
    """Formulas are here that were not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pixels = SIZE
        """The size of the letters around the formulas."""
        self.ink = "#000000"
        """Their colour."""

        self._known: OrderedDict[str, Drawn | None] = OrderedDict()
        self._names: dict[str, str] = {}

    def html(self, source: str) -> str:
        """A formula in the page; nothing while it is not here, or if it cannot be set."""
        if source not in self._known:
            self._known[source] = None
            self.wanted.emit(source)
        drawn = self._known[source]
        if drawn is None:
            return ""
        # Qt remembers pictures by name: another size or colour is another one.
        name = f"{START}{self.ink}/{self.pixels:.1f}/{source.encode().hex()}"
        self._names[name] = source
        scale = self.pixels / SIZE
        width, height = round(drawn.width * scale), round(drawn.height * scale)
        size = f'width="{max(1, width)}" height="{max(1, height)}"'
        return f'<img src="{name}" {size} style="vertical-align:middle">'

    def put(self, source: str, drawn: Drawn | None) -> None:
        """A formula has been set, or cannot be."""
        self._known[source] = drawn
        while len(self._known) > _KEPT:
            gone, _ = self._known.popitem(last=False)
            self._names = {name: one for name, one in self._names.items() if one != gone}
        if drawn is not None:
            self.arrived.emit()

    def image(self, name: str, ratio: float) -> QImage:
        """The picture of a formula, sharp at a ratio of pixels."""
        drawn = self._known.get(self._names.get(name, ""))
        if drawn is None:
            return QImage()
        buffer = QBuffer()
        buffer.setData(QByteArray(drawn.svg.replace(b"black", self.ink.encode())))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, b"svg")
        scale = self.pixels / SIZE * ratio
        reader.setScaledSize(QSize(round(drawn.width * scale), round(drawn.height * scale)))
        image = reader.read()
        image.setDevicePixelRatio(ratio)
        return image
