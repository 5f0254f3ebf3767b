"""Tells of what rules and sources were asked to tell of: once for each refresh.

What comes in quiet hours is held until they are over, also over a restart.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop import held
from paperdesk.app.desktop.parts import Parts
from paperdesk.commands.desk import Desk
from paperdesk.domain import hours
from paperdesk.domain.rule import Tiding, Verdict
from paperdesk.domain.shelf import Shelf
from paperdesk.infra import notices
from paperdesk.infra.jobs import Job, Lane, ignore
from paperdesk.ui.words import how_many

GATHER = 3_000
"""Milliseconds without further news after which a refresh is taken to be over."""

LOOK = 60_000
"""Milliseconds between two looks whether the quiet hours are over, while news is held."""


class Telling(QObject):
    """Gathers news while sources are asked, then tells of it all in one notification.

    Signals: `wanted` (the `Shelf` of the news that was clicked on).
    """

    wanted = Signal(object)

    def __init__(self, parts: Parts, rooms: Rooms, desk: Desk) -> None:
        super().__init__(parts.window)
        self._window = parts.window
        self._settings = rooms.settings
        self._desk = desk
        self._notices: notices.Notices | None = None
        self._changes = rooms.changes
        self._news: list[Tiding] = list(held.recall(rooms.changes))
        self._held = tuple(self._news)
        self._newer = threading.Event()
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self._tell)
        self._later = QTimer(self, singleShot=True, interval=LOOK)
        self._later.timeout.connect(self._tell)
        if self._news:
            self._later.start(GATHER)

    def hear(self, verdict: Verdict) -> None:
        """Take in what is to be told."""
        self._news += verdict.tidings
        self._soon.start()

    def stop(self) -> None:
        """Tell of nothing more."""
        self._soon.stop()
        self._later.stop()
        self._newer.set()

    def _tell(self) -> None:
        if self._desk.jobs.running():  # sources are being asked: there may be more
            self._soon.start()
            return
        news = merged(self._news)
        if not news:
            return
        now = datetime.now().astimezone()
        if hours.quiet(str(self._settings.get("quiet-hours")), now.hour * 60 + now.minute):
            self._hold(news)
            self._later.start(LOOK)
            return
        self._hold(())
        if self._window.isActiveWindow() and not self._settings.get("notify-always"):
            self._say(news)
            return
        self._newer.set()
        job = self._desk.jobs.new("Telling", quiet=True)
        self._desk.jobs.start(
            job, Lane.NOTICES, lambda job: self._told(news, job), self._went, ignore
        )

    def _hold(self, news: Sequence[Tiding]) -> None:
        """Keep this news for later, and no other; written only where it is another."""
        self._news = list(news)
        if tuple(news) != self._held:
            self._held = tuple(news)
            job = self._desk.jobs.new("Holding news", quiet=True)
            keep = partial(held.keep, self._changes, news)
            self._desk.jobs.start(job, Lane.WRITE, lambda _: keep(), ignore, ignore)

    def _told(self, news: Sequence[Tiding], job: Job) -> tuple[Sequence[Tiding], bool | None]:
        """Off the window's thread: whether it was clicked on, None if nobody showed it."""
        self._newer.clear()
        if self._notices is None:
            self._notices = notices.Notices()
        if not self._notices.tell(title(news), body(news)):
            return news, None
        return news, self._notices.clicked(lambda: job.stop.is_set() or self._newer.is_set())

    def _went(self, outcome: tuple[Sequence[Tiding], bool | None]) -> None:
        news, clicked = outcome
        if clicked is None:
            self._say(news)
        elif clicked:
            frame = self._window.window()
            frame.activateWindow()
            frame.raise_()
            self.wanted.emit(news[0].shelf)

    def _say(self, news: Sequence[Tiding]) -> None:
        self._desk.view.mention(f"{title(news)}: {body(news).replace(chr(10), ', ')}")


def merged(news: Sequence[Tiding]) -> tuple[Tiding, ...]:
    """News of the same rule or source as one."""
    found: dict[tuple[str, Shelf], int] = {}
    for one in news:
        key = (one.title, one.shelf)
        found[key] = found.get(key, 0) + one.papers
    return tuple(Tiding(name, papers, shelf) for (name, shelf), papers in found.items())


def title(news: Sequence[Tiding]) -> str:
    """What is said first."""
    return news[0].title if len(news) == 1 else f"News of {len(news)} feeds"


def body(news: Sequence[Tiding]) -> str:
    """How many papers came, by rule and source."""
    if len(news) == 1:
        return how_many(news[0].papers, "new paper")
    return "\n".join(f"{one.title}: {one.papers}" for one in news)
