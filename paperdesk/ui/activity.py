"""The status area: what runs, how far the index is, how much is here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QToolButton, QWidget

from paperdesk.infra.jobs import Job
from paperdesk.ui.icons import IconButton
from paperdesk.ui.labels import ElidedLabel, label
from paperdesk.ui.theme import GRID, Scale, Tone
from paperdesk.ui.words import how_many

_BAR = GRID * 12


class Activity(QWidget):
    """One line: the oldest job with its progress, what was said last, the index, the counts."""

    cancelled = Signal(int)
    """The number of a job to stop."""

    held = Signal(int)
    """The number of a job that is to wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: tuple[Job, ...] = ()
        self._title = self._quiet("What runs")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._bar.setAccessibleName("Progress")
        self._stop = IconButton("close", "Stop", self)
        self._stop.clicked.connect(self._cancel_first)
        self._hold = IconButton("pause", "Pause", self)
        self._hold.clicked.connect(self._hold_first)
        self._more = QToolButton()
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self._said_last = ElidedLabel(Scale.CAPTION, tone=Tone.MUTED)
        self._said_last.setAccessibleName("Said last")
        self._held = label(Scale.CAPTION, tone=Tone.ALARM)
        self._held.setText("Waiting to save: another program holds the library")
        self._held.hide()
        self._offline = label(Scale.CAPTION, tone=Tone.INK)
        self._offline.setText("Offline")
        self._offline.setToolTip("No connection is opened. Work offline, in File, turns it off.")
        self._offline.hide()
        self._index = self._quiet("Search index")
        self._count = self._quiet("Papers")
        self._lay_out()
        self.show_jobs(())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, 2, GRID * 2, 2)
        row.setSpacing(GRID)
        for widget in (self._title, self._bar, self._hold, self._stop, self._more):
            row.addWidget(widget)
        row.addWidget(self._said_last, 1)
        row.addWidget(self._offline)
        row.addSpacing(GRID)
        row.addWidget(self._held)
        row.addSpacing(GRID)
        row.addWidget(self._index)
        row.addSpacing(GRID)
        row.addWidget(self._count)
        self.setFixedHeight(max(28, self._title.sizeHint().height() + GRID))

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Show what runs: the oldest in full, the others behind a button."""
        self._jobs = tuple(jobs)
        first = self._jobs[0] if self._jobs else None
        for widget in (self._title, self._bar, self._stop):
            widget.setVisible(first is not None)
        self._hold.setVisible(first is not None and first.hold is not None)
        if first is not None:
            self._title.setText(self._said(first))
            self._title.setToolTip(first.title)
            self._bar.setMaximum(first.total)
            self._bar.setValue(first.done)
            self._stop.setToolTip(f"Stop: {first.title}")
            self._hold.setToolTip(f"Pause: {first.title}")
        self._show_more(self._jobs[1:])

    def _said(self, job: Job) -> str:
        """A job in half the line at most; its title is cut before how far it is."""
        detail = f": {job.detail}" if job.detail else ""
        metrics = self._title.fontMetrics()
        room = max(_BAR, self.width() // 2 - metrics.horizontalAdvance(detail))
        return metrics.elidedText(job.title, Qt.TextElideMode.ElideRight, room) + detail

    def show_said(self, sentence: str) -> None:
        """Keep what was said last in sight, also when it is no longer said."""
        self._said_last.setText(sentence)

    def show_held(self, *, on: bool) -> None:
        """Say, or no longer, that what is to be saved waits for another program."""
        self._held.setVisible(on)

    def show_offline(self, *, on: bool) -> None:
        """Say, or no longer, that no connection is wanted."""
        self._offline.setVisible(on)

    def show_index(self, waiting: int, trouble: str = "") -> None:
        """Say how much the search does not know yet, and why that stays so."""
        self._index.setForegroundRole(Tone.ALARM if trouble else Tone.MUTED)
        if trouble:
            self._index.setText(f"Indexing waits: {trouble}")
        else:
            self._index.setText(f"Indexing, {waiting:,} to go" if waiting else "")

    def show_counts(self, papers: int, unread: int) -> None:
        """Say how many papers there are, and how many are unread."""
        self._count.setText(f"{how_many(papers, 'paper')} · {unread:,} unread")

    def _show_more(self, jobs: Sequence[Job]) -> None:
        self._more.setVisible(bool(jobs))
        self._more.setText(f"and {len(jobs)} more")
        menu = self._more.menu()
        menu.clear()
        for job in jobs:
            stop = menu.addAction(f"Stop: {job.title}")
            stop.triggered.connect(partial(self.cancelled.emit, job.id))
            if job.hold is not None:
                hold = menu.addAction(f"Pause: {job.title}")
                hold.triggered.connect(partial(self.held.emit, job.id))

    def _cancel_first(self) -> None:
        if self._jobs:
            self.cancelled.emit(self._jobs[0].id)

    def _hold_first(self) -> None:
        if self._jobs:
            self.held.emit(self._jobs[0].id)

    def _quiet(self, name: str) -> QLabel:
        made = label(Scale.CAPTION, tone=Tone.MUTED)
        made.setAccessibleName(name)
        return made
