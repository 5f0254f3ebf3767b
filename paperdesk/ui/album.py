"""Pictures of papers in memory: asked for by painting, brought by whoever listens."""

import time
from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader

BOX = QSize(480, 270)
"""Pixels that a picture is kept in: a page's width, and a card's at 4×."""

_MOST = 40_000_000
"""Pixels of a picture that is read at all: 160 MB while it is."""

_LARGEST = 192
"""MB that reading one picture may take."""

_KEPT = 160
"""Pictures in memory: 80 MB at most, and those of many screenfuls."""

_REST = 150
"""Milliseconds that a list stands still before its pictures are asked for."""

_AGAIN = 300.0
"""Seconds before a picture that did not come is asked for again."""

_FORMATS = frozenset({b"png", b"jpeg", b"webp", b"gif"})
"""What is read: nothing that is a program of its own, as SVG is."""


def decode(data: bytes) -> QImage:
    """A picture that fits the box, its first frame; empty if it is none, or too large.

    Safe on any thread, and for use only beside the window's.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not size.isValid():
        return QImage()
    if size.width() * size.height() > _MOST:
        return QImage()
    if BOX.expandedTo(size) != BOX:
        reader.setScaledSize(size.scaled(BOX, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class Album(QObject):
    """The pictures that are here, and the wishes for those that are not."""

    arrived = Signal(str)
    """The address of a picture that is here now, or will not come; "": any may be."""

    wanted = Signal(list)
    """The addresses that were looked for since the last time, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Of all that Qt reads: a picture from anywhere must not take the machine.
        QImageReader.setAllocationLimit(_LARGEST)
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._failed: dict[str, float] = {}
        self._wishes: OrderedDict[str, None] = OrderedDict()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)
        self.on = True
        """Whether pictures are shown at all."""

    def show_pictures(self, *, on: bool) -> None:
        """Show pictures from now on, or none."""
        self.on = on
        self.arrived.emit("")

    def image(self, url: str) -> QImage | None:
        """A picture, if it is here; else it is wished for."""
        if not (self.on and url):
            return None
        image = self._images.get(url)
        if image is not None:
            self._images.move_to_end(url)
        elif self.expects(url):
            if url not in self._wishes:
                self._rest.start()
            self._wishes[url] = None
            self._wishes.move_to_end(url)
        return image

    def expects(self, url: str) -> bool:
        """Whether a picture is here or may come: there is to be room for it."""
        if not (self.on and url):
            return False
        return time.monotonic() - self._failed.get(url, -_AGAIN) >= _AGAIN

    def put(self, url: str, image: QImage) -> None:
        """A picture has come; an empty one will not."""
        if image.isNull():
            self._failed[url] = time.monotonic()
        else:
            self._failed.pop(url, None)
            self._images[url] = image
            if len(self._images) > _KEPT:
                self._images.popitem(last=False)
        self.arrived.emit(url)

    def _ask(self) -> None:
        wishes = list(reversed(self._wishes))
        self._wishes.clear()
        self.wanted.emit(wishes)
