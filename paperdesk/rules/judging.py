"""Rules held against papers: a few at a time, those that changed and those of before."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from paperdesk.domain.events import RulesChanged
from paperdesk.domain.rule import Rehearsal, Rule
from paperdesk.infra.changes import Changes
from paperdesk.infra.jobs import Job
from paperdesk.rules import store

BATCH = 200
"""Changes that are judged at once: some milliseconds a rule."""

STRETCH = 500
"""Older papers that a new rule looks through at once: 50 ms."""

LATELY = timedelta(days=30)
"""How far back a rehearsal looks."""


@dataclass(frozen=True, slots=True)
class Look:
    """A stretch of older papers, and those of it that a rule finds."""

    rule: Rule
    stretch: store.Stretch
    found: frozenset[int]
    newest: int
    """The number of the newest paper, from which the rule goes back to the first."""

    @property
    def left(self) -> int:
        """The number of the newest paper that is yet to be looked at; 0 if none is."""
        return self.stretch.left


@dataclass(frozen=True, slots=True)
class Lately:
    """The papers of the last days, and those of them that a rule finds."""

    papers: tuple[int, ...]
    found: frozenset[int]


def today() -> date:
    """The day by the clock of the sources."""
    return datetime.now(UTC).date()


class Judging:
    """Keeps up to date what each rule hits."""

    def __init__(self, changes: Changes, now: Callable[[], float] = time.time) -> None:
        self._changes = changes
        self._now = now

    def judge_some(self) -> bool:
        """Hold the rules against the next papers that changed; whether there were any."""
        reading = self._changes.database.read()
        waiting = store.queue(reading, BATCH)
        if not waiting.last:
            return False
        made = store.made(reading)
        verdicts = [
            (rule, papers, store.found_among(reading, rule.query, papers))
            for rule in self._standing()
            if (papers := waiting.worded + (waiting.moved if rule.circumstantial else ()))
        ]
        with self._changes.write(durable=False) as write:
            for rule, papers, found in verdicts:
                new = store.settle(write.connection, rule.id, papers, found)
                if new and (rule.action or rule.notify):
                    store.make_due(write.connection, rule.id, new, made[rule.id])
            store.judged(write.connection, waiting.last)
        return True

    def look_back(self) -> Look | None:
        """Read which of the next older papers a new rule finds; None if no rule is new."""
        reading = self._changes.database.read()
        for rule in self._standing():
            stretch = store.stretch(reading, rule.id, STRETCH) if rule.filling else None
            if stretch is not None:
                found = store.found_among(reading, rule.query, stretch.papers)
                return Look(rule, stretch, frozenset(found), store.newest_paper(reading))
        return None

    def keep_look(self, look: Look) -> None:
        """Write down what a rule was seen to find, unless it means something else by now."""
        rule, stretch = look.rule, look.stretch
        with self._changes.write(durable=False) as write:
            below = stretch.left + 1 if stretch.left else 0
            if store.reach(write.connection, rule, stretch.below, below):
                store.settle(write.connection, rule.id, stretch.papers, look.found)
            write.tell(RulesChanged())

    def leave_off(self, rule: Rule) -> None:
        """Let a rule be content with the papers that it knows."""
        with self._changes.write(durable=False) as write:
            store.content(write.connection, rule.id)
            write.tell(RulesChanged())

    def fill_some(self) -> Rule | None:
        """Hold a rule that is new against the next older papers; which one, if any is."""
        look = self.look_back()
        if look is not None:
            self.keep_look(look)
        return look.rule if look else None

    def judge_all(self) -> None:
        """Hold all rules against all that they do not know yet."""
        while self.judge_some() or self.fill_some():
            pass

    def rehearse(self, query: str) -> Rehearsal:
        """What a query finds among the papers of the last days."""
        reading = self._changes.database.read()
        newest = store.newest_day(reading, today())
        if newest is None:
            return Rehearsal()
        lately = store.listed_since(reading, newest - LATELY)
        return store.rehearsal(reading, self._among(query, lately), newest)

    def look_lately(self, rule: Rule, days: int, job: Job) -> Lately:
        """Read which papers of the last days a rule finds, in a job that shows how far it is."""
        reading = self._changes.database.read()
        newest = store.newest_day(reading, today()) or today()
        papers = store.listed_since(reading, newest - timedelta(days=days))
        found: set[int] = set()
        for start in range(0, len(papers), STRETCH):
            job.advance(start, len(papers))
            found |= self._among(rule.query, papers[start : start + STRETCH])
        return Lately(tuple(papers), frozenset(found))

    def due_again(self, rule: Rule, lately: Lately) -> None:
        """Let a rule deal also with papers of the last days, as if they came now."""
        with self._changes.write() as write:
            store.settle(write.connection, rule.id, lately.papers, lately.found)
            store.make_due(write.connection, rule.id, sorted(lately.found), 0.0)

    def _among(self, query: str, papers: Sequence[int]) -> set[int]:
        return store.found_among(self._changes.database.read(), query, papers)

    def _standing(self) -> list[Rule]:
        rules = store.rules(self._changes.database.read())
        return [rule for rule in rules if rule.enabled and not rule.over(today())]
