"""A paper that is looked at for a moment: what is linked to it is asked for, and shown.

*Why only for those who want it:* what somebody looks at is nobody's business, and
Hugging Face would learn it. Without that, what is known is shown all the same.
"""

import time

from PySide6.QtCore import QObject, QTimer

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.card import Links
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.paper import Paper
from paperdesk.infra.jobs import Job, Jobs, Lane

DWELL = 900
"""Milliseconds that a paper is looked at before the network is asked about it."""

_A_DAY = 86_400.0


class Dwelling(QObject):
    """Asks Hugging Face about the paper on the page: once a day, while one stays."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self._page = parts.page
        self._rooms = rooms
        self._linkage = rooms.library.linkage
        self._jobs = jobs
        self._job: Job | None = None
        self._paper: Paper | None = None
        self._failed_at: dict[int, float] = {}
        self._timer = QTimer(self, singleShot=True, interval=DWELL)
        self._timer.timeout.connect(self._ask)

    def turn(self) -> None:
        """The page shows a paper, or the same one anew."""
        paper = self._page.paper()
        other = paper is None or self._paper is None or paper.id != self._paper.id
        self._paper = paper
        if other:
            self.stop()
            if paper is not None and paper.card.discussion:
                self._timer.start()
        if paper is not None:
            self._page.show_links(self._linkage.links(paper.id))

    def stop(self) -> None:
        """Ask nothing more: one moves on."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _ask(self) -> None:
        paper = self._paper
        if paper is None or paper.arxiv is None or not self._due(paper):
            return
        arxiv = paper.arxiv
        job = self._jobs.new("What links to a paper", quiet=True)
        job.why = "it was looked at"
        self._job = self._jobs.start(
            job,
            Lane.FETCH,
            lambda job: self._rooms.feeds.links(arxiv, job),
            lambda links: self._keep(paper, links),
            lambda error: self._fail(paper, error),
        )

    def _due(self, paper: Paper) -> bool:
        asked = self._linkage.asked(paper.id)
        last = max(asked, self._failed_at.get(paper.id, 0.0))
        settings = self._rooms.settings
        wanted = bool(settings.get("ask-links")) and not settings.get("offline")
        return wanted and self._page.isVisible() and time.time() - last > _A_DAY

    def _keep(self, paper: Paper, links: Links) -> None:
        self._jobs.start(
            self._jobs.new("Saving", quiet=True),
            Lane.WRITE,
            lambda _: self._linkage.keep(paper.id, links),
            lambda _: self.turn(),
            lambda error: self._fail(paper, error),
        )

    def _fail(self, paper: Paper, _: PaperDeskError) -> None:
        """Nobody asked for this in words, so nothing is said; it can wait for tomorrow."""
        self._failed_at[paper.id] = time.time()
