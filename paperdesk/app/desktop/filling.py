"""New rules look through the older papers, stretch by stretch, where one can see and stop it."""

from __future__ import annotations

from collections.abc import Callable

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.rule import Rule
from paperdesk.infra.jobs import Job, Lane
from paperdesk.rules.judging import Look


class Filling:
    """Holds rules against what was there before them: read beside the window, written in turn.

    Between two stretches everybody else may write. `over` is called when no rule
    has anything left, or when nothing can be written now.
    """

    def __init__(self, desk: Desk, over: Callable[[], None]) -> None:
        self._desk = desk
        self._judging = desk.rules.judging
        self._over = over
        self._job: Job | None = None
        self._stopped = False

    def go(self) -> None:
        """Look through the next stretch of the first rule that does not know all papers."""
        self._start(Lane.READ, self._judging.look_back, self._looked)

    def stop(self) -> None:
        """Look no more: the program ends, and goes on the next time."""
        self._stopped = True

    def _looked(self, look: Look | None) -> None:
        if look is None or self._stopped:
            self._end()
        elif self._job is not None and self._job.stop.is_set():
            self._job = None
            rule = look.rule
            self._start(
                Lane.WRITE, lambda: self._judging.leave_off(rule), lambda _: self._left_off(rule)
            )
        else:
            self._start(
                Lane.WRITE, lambda: self._judging.keep_look(look), lambda _: self._kept(look)
            )

    def _kept(self, look: Look) -> None:
        """Show how far it is; the list of the rule grows."""
        self._show(look)
        if self._desk.rows.shelf().query == look.rule.shelf.query:
            self._desk.rows.reload()
        self.go()

    def _left_off(self, rule: Rule) -> None:
        said = f"“{rule.name}” knows the newest papers only. Switched off and on, it looks at all."
        self._desk.view.say(said)
        self.go()

    def _show(self, look: Look) -> None:
        """One job for all stretches of a rule; one that is done in a single stretch needs none."""
        title = f"“{look.rule.name}” looks through older papers"
        if not look.left:
            self._job = None
            return
        if self._job is None or self._job.title != title:
            self._job = self._desk.jobs.new(title)
        self._job.done, self._job.total = look.newest - look.left, look.newest
        self._job.moved()

    def _start(self, lane: Lane, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self._job or self._desk.jobs.new("Rules", quiet=True)
        self._desk.jobs.start(job, lane, lambda _: work(), done, self._failed)

    def _failed(self, _: PaperDeskError) -> None:
        """Somebody else is writing, or the disk is full: what waits goes on waiting."""
        self._end()

    def _end(self) -> None:
        self._job = None
        self._over()
