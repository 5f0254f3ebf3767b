"""A part of a page as an image, drawn anew by a worker as sharp as print."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QTransform

from paperdesk.domain.errors import Cancelled, PaperDeskError
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Pages, Picture, Render, Ticket
from paperdesk.ui.reader.parts import Parts
from paperdesk.ui.reader.rubber import HELP

DENSITY = 200 / 72
"""Dots a point: 200 dpi."""

_MOST = 12_000_000
"""Dots of an image; a larger part of a page is drawn a little coarser."""

_URGENCY = 380


class Regions(QObject):
    """Copies what is in a rectangle that is drawn over the pages.

    Signals: `told` (a sentence on what was done, or why not).
    """

    told = Signal(str)

    def __init__(self, parts: Parts, pages: Pages) -> None:
        super().__init__(parts.stack)
        self._parts = parts
        self._pages = pages
        self._ticket: Ticket | None = None
        parts.rubber.left.connect(lambda: parts.status.say(""))

    def copy(self) -> None:
        """Let a rectangle be drawn, and put what is in it on the clipboard."""
        if self._parts.rubber.pick(self._take):
            self._parts.status.say(HELP)

    def _take(self, page: int, quad: Quad) -> None:
        document = self._parts.opening.document
        if document is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        turns = self._parts.view.scroller.place.arrangement.rotation
        self._ticket = self._pages.ask(
            Render(document, page, density(quad), quad),
            partial(self._copied, turns),
            self._missed,
            urgency=_URGENCY,
        )

    def _copied(self, turns: int, picture: Picture) -> None:
        image = as_image(picture)
        if turns:
            image = image.transformed(QTransform().rotate(90 * turns))
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(f"Copied as an image of {image.width()} × {image.height()} dots.")

    def _missed(self, error: PaperDeskError) -> None:
        if not isinstance(error, Cancelled):
            self.told.emit(str(error))


def density(quad: Quad) -> float:
    """Dots a point for a part of a page: as in print, as long as memory is sure to do."""
    area = max((quad[2] - quad[0]) * (quad[3] - quad[1]), 1.0)
    return min(DENSITY, float((_MOST / area) ** 0.5))


def as_image(picture: Picture) -> QImage:
    """A picture as an image that owns its dots; the picture's memory is given back."""
    looking = QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_RGB888,
    )
    image = looking.copy()
    del looking
    picture.release()
    return image
