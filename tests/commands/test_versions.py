"""Verbs about versions, over rooms that answer at once."""

from dataclasses import replace
from typing import Any, cast

import pytest

from paperdesk.commands import versions
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import Refused
from paperdesk.domain.paper import PaperId, State
from paperdesk.domain.shelf import NEW_VERSIONS
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.intake import Revisions


class Looked(Revisions):
    """New versions that are found without a network."""

    found: tuple[PaperId, ...] = ()
    calls = 0

    def look(self, *_: Any, **__: Any) -> tuple[PaperId, ...]:
        self.calls += 1
        with self._changes.write() as write:
            for paper in self.found:
                write.connection.exec_driver_sql(
                    "INSERT INTO watch (paper, known, newest) VALUES (?, 1, 2)", (paper,)
                )
        return self.found


@pytest.fixture
def looking(desk: Desk, changes: Changes, journal: Journal, http: Http, home: Home) -> Desk:
    return replace(desk, revisions=Looked(changes, journal, http, home))


def test_news_is_said_with_its_title(looking: Desk, screen: Any, papers: Any) -> None:
    cast(Looked, looking.revisions).found = papers[:1]
    versions.look(looking)
    assert screen.said == ["A new version, v2: Attention Is All You Need"]


def test_several_are_counted_and_no_news_is_said_to_who_asked(
    looking: Desk, screen: Any, papers: Any
) -> None:
    versions.look(looking)
    cast(Looked, looking.revisions).found = papers[:2]
    versions.look(looking)
    assert screen.said == [
        "No paper has a new version.",
        "2 papers have new versions. gv shows them.",
    ]


@pytest.mark.parametrize(("setting", "value"), [("offline", True), ("watch-versions", False)])
def test_nobody_looks_in_the_background_who_may_not(
    looking: Desk, papers: Any, setting: str, value: bool
) -> None:
    looking.library.set_state(papers, State.INBOX)
    looking.settings.set(setting, value)
    versions.look_in_background(looking)
    assert cast(Looked, looking.revisions).calls == 0


def test_the_new_version_is_let_pass(looking: Desk, screen: Any, papers: Any) -> None:
    cast(Looked, looking.revisions).found = papers[:1]
    screen.chosen = papers[:1]
    with pytest.raises(Refused):
        versions.ignore(looking)
    versions.look(looking)
    versions.ignore(looking)
    assert screen.said[-1] == "New version of 1 paper ignored"
    assert looking.library.paper(papers[0]).newer is None


def test_the_papers_with_new_versions_are_shown(desk: Desk, screen: Any) -> None:
    versions.show_new(desk)
    assert screen.shown == NEW_VERSIONS
