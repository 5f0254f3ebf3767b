"""A view that is worked off: what is left of it, what comes meanwhile, and its end."""

import time

from PySide6.QtCore import QObject, QTimer

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.domain.events import PapersChanged
from paperdesk.domain.shelf import Shelf, Standing, worked_off
from paperdesk.infra.jobs import Jobs, Lane, aside
from paperdesk.ui.list.rows import PaperRows

GATHER = 120
"""Milliseconds for changes to gather before one looks how far the view is."""

REST = 6
"""Times as long as the last look took, none is had: a view may have a million rows."""


class Working(QObject):
    """Looks after the view that is shown.

    Whoever changes papers, here or in another process: what is new is appended,
    what is left is counted. With the last unread row the view is worked off.
    """

    def __init__(self, parts: Parts, rooms: Rooms, rows: PaperRows, jobs: Jobs) -> None:
        super().__init__(parts.window)
        self._pane = parts.papers
        self._views = rooms.views
        self._rows = rows
        self._jobs = jobs
        self._begun = self._stopped = False
        self._new = False
        self._turn = 0
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self._look)
        parts.papers.shelf_shown.connect(self._shown)
        parts.papers.added.connect(
            lambda papers: parts.window.toast.mention(f"{papers:,} added below: gL goes there")
        )
        rooms.bus.listen(PapersChanged, self._changed)

    def stop(self) -> None:
        """Look no more: the program ends."""
        self._stopped = True
        self._soon.stop()

    def _shown(self) -> None:
        self._begun = False
        self._soon.setInterval(GATHER)
        self._look()

    def _changed(self, event: PapersChanged) -> None:
        # What is on the screen was changed by a key: nothing new can have come with it.
        self._new = self._new or not event.ids or not self._pane.holds(event.ids)
        if not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        if self._stopped:
            return
        if self._new:
            self._new = False
            self._rows.reload()
        shelf = self._pane.shelf()
        self._turn += 1
        turn, began = self._turn, time.monotonic()
        if worked_off(shelf):
            aside(
                self._jobs,
                Lane.READ,
                lambda: self._views.standing(shelf),
                lambda standing: self._seen(turn, shelf, standing, began),
            )

    def _seen(self, turn: int, shelf: Shelf, standing: Standing, began: float) -> None:
        """Show how far the view is; it ends when something was left and nothing is.

        It ended as well if it was left so, as by closing the window with the last row.
        """
        taken = round((time.monotonic() - began) * 1000)
        self._soon.setInterval(max(GATHER, REST * taken))
        if turn != self._turn or self._stopped:
            return
        self._pane.show_standing(standing)
        unsaid = standing.finished is None and bool(standing.states)
        ended = not standing.unread and (self._begun or unsaid)
        self._begun = standing.unread > 0
        if ended:
            finish = self._views.finish
            aside(self._jobs, Lane.WRITE, lambda: finish(shelf), lambda _: self._look())
