"""Lets the rules see what has changed, by and by, and the user write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.filling import Filling
from paperdesk.app.desktop.parts import Parts
from paperdesk.commands import rules
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.events import FactsRead, PapersChanged, RulesChanged
from paperdesk.domain.paper import Paper
from paperdesk.domain.rule import Edited, Rehearsal, Rule, Verdict
from paperdesk.infra.jobs import Job, Jobs, Lane, aside
from paperdesk.rules import Rules
from paperdesk.ui.rules.editor import Found, Helpers, RuleEditor
from paperdesk.ui.rules.foreseen import SHOWN
from paperdesk.ui.rules.wanted import Wanted

GATHER = 250
"""Milliseconds for a refresh to bring more before rules act."""


class Ruling(QObject):
    """Judges what has changed in small pieces, then lets the rules act at once.

    Signals: `tidings` (the `Verdict` of a refresh, if there is any news in it).
    """

    tidings = Signal(object)

    def __init__(self, parts: Parts, rooms: Rooms, desk: Desk) -> None:
        super().__init__(parts.window)
        self._rules: Rules = rooms.rules
        self._desk = desk
        self._readonly = rooms.database.readonly
        self._busy = False
        self._filling = Filling(desk, self._rest)
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self._begin)
        for kind in (PapersChanged, RulesChanged, FactsRead):
            rooms.bus.listen(kind, lambda _: self.wake())

    def wake(self) -> None:
        """Look soon at what has changed."""
        if not self._readonly:
            self._soon.start()

    def stop(self) -> None:
        """Look no more; what waits is looked at the next time."""
        self._readonly = True
        self._filling.stop()
        self._soon.stop()

    def _begin(self) -> None:
        if self._busy:
            self._soon.start()
            return
        self._busy = True
        self._judge()

    def _judge(self) -> None:
        """One piece at a time: whoever else wants to write comes in between."""
        self._work(
            self._rules.judging.judge_some,
            lambda more: self._judge() if more and not self._readonly else self._act(),
        )

    def _act(self) -> None:
        self._work(self._rules.act, self._acted)

    def _acted(self, verdict: Verdict) -> None:
        rules.tell(self._desk, verdict)
        if verdict.done:
            self._desk.rows.reload()
        if verdict.tidings:
            self.tidings.emit(verdict)
        self._filling.go()

    def _rest(self) -> None:
        self._busy = False

    def _work(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self._desk.jobs.new("Rules", quiet=True)
        self._desk.jobs.start(job, Lane.WRITE, lambda _: work(), done, self._failed)

    def _failed(self, _: PaperDeskError) -> None:
        """Somebody else is writing, or the disk is full: what waits goes on waiting."""
        self._rest()


class WindowRuleEditor:
    """Shows the filter builder: the `RuleEditor` of the commands."""

    def __init__(self, parts: Parts, rooms: Rooms, jobs: Jobs) -> None:
        self._parts = parts
        self._rooms = rooms
        self._jobs = jobs
        parts.papers.asking.offer = self._offer

    def edit(self, draft: Rule) -> Edited | None:
        """What was written of a draft or a rule; None when the user turned away."""
        return RuleEditor.ask(self._parts.window, draft, Helpers(self._offer, self._rehearse))

    def write_here(self) -> bool:
        """Put the caret into the query above the list; False if none stands there."""
        asking = self._parts.papers.asking
        if asking.isHidden():
            return False
        self._parts.window.panels.focus("list")
        asking.setFocus()
        return True

    def write_query(self, question: str, text: str) -> str | None:
        """The query that was written in place of a text; None when the user turned away."""
        return Wanted.ask(self._parts.window, question, text, self._offer)

    def _offer(self, field: str, start: str, done: Callable[[Sequence[str]], None]) -> None:
        """Fields are known; names are asked for beside the window, of a million maybe."""
        completion = self._rooms.completion
        if field:
            aside(self._jobs, Lane.READ, lambda: completion.names(field, start), done)
        else:
            done(completion.fields(start))

    def _rehearse(self, query: str, found: Found, failed: Callable[[PaperDeskError], None]) -> None:
        def work(_: Job) -> tuple[Rehearsal, tuple[Paper, ...]]:
            rehearsal = self._rooms.rules.rehearse(query)
            return rehearsal, self._rooms.library.papers(rehearsal.papers[:SHOWN])

        job = self._jobs.new("Trying", quiet=True)
        self._jobs.start(job, Lane.READ, work, lambda both: found(*both), failed)
