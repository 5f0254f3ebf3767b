"""The first page of a PDF in little, beside the abstract of a paper that one stays at."""

from collections import OrderedDict

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QPainter, QPen

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.pages import Document, Picture, Render, Ticket
from paperdesk.ui.theme import Tone

STAY = 150
"""Milliseconds at a paper, after which its first page is drawn."""

_SCALE = 0.5
"""Dots a point: sharp at 2×, and a fifth of a megabyte."""

_URGENCY = 10
"""Below all that somebody reads or looks for."""

_KEPT = 60


class FirstPages(QObject):
    """Draws first pages beside the window's thread, and shows them where they belong."""

    def __init__(self, parts: Parts, rooms: Rooms) -> None:
        super().__init__(parts.window)
        self._page = parts.page
        self._rooms = rooms
        self._drawn: OrderedDict[str | None, QImage | None] = OrderedDict()
        self._wanted: str | None = None
        self._ticket: Ticket | None = None
        self._stay = QTimer(self, singleShot=True, interval=STAY)
        self._stay.timeout.connect(self._ask)

    def turn(self) -> None:
        """The page shows a paper, or the same one anew."""
        paper = self._page.paper()
        file = paper.file if paper is not None else None
        if file in self._drawn:
            self._stop()
            self._page.show_first(self._drawn[file])
        elif file != self._wanted:
            self._stop()
            if file is not None:
                self._wanted = file
                self._stay.start()

    def _stop(self) -> None:
        self._wanted = None
        self._stay.stop()
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _ask(self) -> None:
        paper, file = self._page.paper(), self._wanted
        path = self._rooms.intake.here(paper.id) if paper is not None else None
        if file is None or path is None or not self._page.isVisible():
            self._stop()
            return
        self._ticket = self._rooms.pages.ask(
            Render(Document(path), 0, _SCALE),
            lambda picture: self._take(file, self._framed(picture)),
            lambda _: self._take(file, None),  # Locked or damaged: opened, it says which.
            urgency=_URGENCY,
        )

    def _take(self, file: str, image: QImage | None) -> None:
        self._ticket = None
        self._wanted = None
        self._drawn[file] = image
        if len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        self.turn()

    def _framed(self, picture: Picture) -> QImage:
        """A picture of its own with a line around it: white paper on a white page is none."""
        seen = QImage(
            *(picture.pixels, picture.width, picture.height, picture.stride),
            QImage.Format.Format_RGB888,
        )
        image = seen.copy()
        del seen  # it looks at the picture's bytes, which go now
        picture.release()
        painter = QPainter(image)
        painter.setPen(QPen(self._page.palette().color(Tone.LINE), 2))
        painter.drawRect(image.rect().adjusted(1, 1, -1, -1))
        painter.end()
        return image
