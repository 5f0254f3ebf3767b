"""Brings the pictures that the album wishes for, those in sight first."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.errors import PaperDeskError
from paperdesk.feeds import Pictures
from paperdesk.infra.jobs import Job, Jobs, Lane
from paperdesk.ui.album import decode

_AT_ONCE = 2
"""Pictures under way: they must not keep a paper from coming."""

_MOST = 24
"""Wishes of one look: a screenful; those before it are forgotten."""


class Picturing(QObject):
    """Fetches and reads pictures beside the window's thread."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self._album = parts.album
        self._pictures = Pictures(rooms.http, rooms.home.cache / "pictures")
        self._jobs = jobs
        self._waiting: list[str] = []
        self._under_way: dict[str, Job] = {}
        self._album.on = bool(rooms.settings.get("pictures"))
        self._album.wanted.connect(self._wish)

    def _wish(self, urls: list[str]) -> None:
        """Forget what was wished for before: it is out of sight."""
        self._waiting = [url for url in urls[:_MOST] if url not in self._under_way]
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and len(self._under_way) < _AT_ONCE:
            self._fetch(self._waiting.pop(0))

    def _fetch(self, url: str) -> None:
        job = self._under_way[url] = self._jobs.new("Picture", quiet=True)
        job.why = "its card is in sight"

        def failed(_: PaperDeskError) -> None:
            self._arrive(url, QImage())

        self._jobs.start(
            job,
            Lane.FETCH,
            lambda job: decode(self._pictures.get(url, job)),
            lambda image: self._arrive(url, image),
            failed,
        )

    def _arrive(self, url: str, image: QImage) -> None:
        self._under_way.pop(url, None)
        self._album.put(url, image)
        self._go_on()
