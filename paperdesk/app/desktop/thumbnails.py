"""Small pictures of marked areas for lists: read, and drawn if need be, beside the window."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from paperdesk.app.build import Rooms
from paperdesk.domain.note import Highlight, Kind
from paperdesk.domain.pages import Document
from paperdesk.infra.jobs import Jobs, Lane, aside

LARGEST = QSize(640, 320)
"""Dots of a picture in a list, at 2×."""

_KEPT = 200


class Thumbnails(QObject):
    """Pictures by mark; one that is not here yet is fetched.

    Signals: `arrived` (a picture is here now).
    """

    arrived = Signal()

    def __init__(self, rooms: Rooms, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._jobs = jobs
        self._pictures: dict[Path, QImage | None] = {}

    def picture(self, mark: Highlight) -> QImage | None:
        """The picture of an area, None while it is not here or cannot be."""
        if mark.kind is not Kind.AREA:
            return None
        path = self._rooms.captures.path(mark)
        if path not in self._pictures:
            self._pictures[path] = None
            self._fetch(mark, path)
        return self._pictures[path]

    def look_again(self) -> None:
        """Fetch once more what was not there, and what may be another now."""
        self._pictures.clear()
        self.arrived.emit()

    def _fetch(self, mark: Highlight, path: Path) -> None:
        file = self._rooms.intake.here(mark.paper)
        document = Document(file) if file is not None else None
        aside(
            self._jobs,
            Lane.READ,
            lambda: _small(self._rooms.captures.made(mark, document)),
            lambda image: self._take(path, image),
        )

    def _take(self, path: Path, image: QImage | None) -> None:
        if image is not None:
            while len(self._pictures) >= _KEPT:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[path] = image
            self.arrived.emit()


def _small(path: Path | None) -> QImage | None:
    """A picture made small while it is read."""
    if path is None:
        return None
    reader = QImageReader(str(path))
    reader.setScaledSize(
        reader.size().scaled(LARGEST.boundedTo(reader.size()), Qt.AspectRatioMode.KeepAspectRatio)
    )
    image = reader.read()
    return None if image.isNull() else image
