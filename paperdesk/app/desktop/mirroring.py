"""Keeps the copy in plain files up to date while the window is open."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.events import (
    FileArrived,
    NotesChanged,
    PapersChanged,
    RulesChanged,
    SourcesChanged,
)
from paperdesk.infra.bus import Bus
from paperdesk.infra.jobs import Job, Lane

GATHER = 5_000
"""Milliseconds for changes to gather before they are copied."""

FIRST = 60_000
"""Milliseconds after the start before all is looked through, for what changed without us."""


class Mirroring(QObject):
    """Hears of what changes, and lets it be written, a little later, in the background."""

    def __init__(self, desk: Desk, bus: Bus, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._changed: set[int] | None = set()
        """Papers that are to be copied; None for all."""
        self._busy = False
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self.copy)
        self._first = QTimer(self, singleShot=True, interval=FIRST)
        self._first.timeout.connect(self._everything)
        self._complained = ""
        bus.listen(PapersChanged, lambda event: self._hear(event.ids))
        bus.listen(NotesChanged, lambda event: self._hear(event.ids))
        bus.listen(FileArrived, lambda event: self._hear((event.paper,)))
        bus.listen(SourcesChanged, lambda _: self._hear((0,)))
        bus.listen(RulesChanged, lambda _: self._hear((0,)))

    def start(self) -> None:
        """Look through everything, some time after the start."""
        self._first.start()

    def stop(self) -> None:
        """Copy no more; what is left is copied at the next start."""
        self._first.stop()
        self._soon.stop()

    def copy(self) -> None:
        """Copy what has changed, unless that is under way."""
        if self._busy or not self._desk.safety.mirrored:
            return
        papers = None if self._changed is None else sorted(self._changed)
        self._changed = set()
        if papers == []:
            return
        self._busy = True
        self._desk.jobs.start(
            self._desk.jobs.new("Copying into plain files", quiet=True),
            Lane.TOOLS,
            lambda job: self._write(job, papers),
            lambda _: self._done(),
            self._failed,
        )

    def _write(self, job: Job, papers: list[int] | None) -> None:
        self._desk.safety.mirror(job, papers)

    def _done(self) -> None:
        self._busy = False
        self._complained = ""
        if self._changed != set():
            self._soon.start()

    def _failed(self, error: PaperDeskError) -> None:
        """Say what was not copied, once; all of it is tried again with the next change."""
        self._busy = False
        self._changed = None
        if str(error) != self._complained:
            self._complained = str(error)
            self._desk.view.complain(error)

    def _hear(self, papers: Iterable[int]) -> None:
        """Note what is to be copied; who names no paper means all of them."""
        named = set(papers)
        if not named:
            self._changed = None
        elif self._changed is not None:
            self._changed |= named
        if not self._soon.isActive():
            self._soon.start()

    def _everything(self) -> None:
        self._changed = None
        self.copy()
