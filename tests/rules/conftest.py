"""A library in which papers come by, day after day, under rules."""

import time
from datetime import UTC, date, datetime

import pytest

from paperdesk.domain.paper import Found, Paper, PaperId
from paperdesk.domain.rule import Rule, Verdict
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from paperdesk.rules import Rules


class Morning:
    """Lists papers today, and lets the rules see them."""

    def __init__(self, changes: Changes, library: Library, rules: Rules) -> None:
        self._changes = changes
        self.library = library
        self.rules = rules
        self.today = datetime.now(UTC).date()

    def mute_one(self) -> None:
        """There is a source besides, number 9, which is muted."""
        with self._changes.write() as write:
            write.connection.exec_driver_sql(
                "INSERT INTO source (id, kind, name, url, enabled, muted)"
                " VALUES (9, 'feed', 'Quiet', 'q', 1, 1)"
            )

    def comes(
        self, title: str, author: str = "Somebody", day: date | None = None, source: int = 1
    ) -> PaperId:
        """A paper is listed; nobody has judged it yet."""
        with self._changes.write() as write:
            (taken,) = self.library.take(write, [Found(title, (author,))], time.time())
            write.connection.exec_driver_sql(
                "INSERT INTO entry (source, day, paper, key, rank, first_seen, last_seen, extra)"
                " VALUES (?, ?, ?, '', 1, unixepoch(), 0, '{}')",
                (source, (day or self.today).isoformat(), taken.paper),
            )
        return taken.paper

    def judge(self) -> Verdict:
        """The rules see what has come, and act."""
        self.rules.judging.judge_all()
        return self.rules.act()

    def hits(self, rule: Rule) -> list[int]:
        """What a rule finds, as a list shows it."""
        return sorted(self.library.ids(rule.shelf))

    def paper(self, paper: PaperId) -> Paper:
        return self.library.paper(paper)


@pytest.fixture
def rules(changes: Changes, journal: Journal) -> Rules:
    return Rules(changes, journal)


@pytest.fixture
def morning(changes: Changes, library: Library, rules: Rules) -> Morning:
    return Morning(changes, library, rules)
