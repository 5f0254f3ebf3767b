"""What runs, shown while it does."""

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.infra.bus import Deliver
from paperdesk.infra.jobs import Jobs
from paperdesk.ui.activity import Activity

GATHER = 50
"""Milliseconds for steps of jobs to gather before they are shown."""


class Progress(QObject):
    """The jobs of a window, with the line that shows them.

    Signals: `shown` (how far the jobs are was looked at anew).
    """

    shown = Signal()

    def __init__(self, activity: Activity, deliver: Deliver) -> None:
        super().__init__(activity)
        self.jobs = Jobs(deliver, moved=self._moved)
        self._activity = activity
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self._show)
        activity.cancelled.connect(self._cancel)
        activity.held.connect(self._hold)

    def _moved(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _show(self) -> None:
        self._activity.show_jobs(self.jobs.running())
        self.shown.emit()

    def _cancel(self, number: int) -> None:
        for job in self.jobs.running():
            if job.id == number:
                job.give_up()

    def _hold(self, number: int) -> None:
        for job in self.jobs.running():
            if job.id == number and job.hold is not None:
                job.hold()
