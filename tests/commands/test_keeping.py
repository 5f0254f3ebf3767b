"""What follows when a paper is kept."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from paperdesk.commands import keeping
from paperdesk.commands import papers as verbs
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import Unreachable
from paperdesk.domain.paper import Paper, PaperId, State
from tests.commands.conftest import Screen, with_rooms

Papers = tuple[PaperId, ...]


class Intake:
    """Remembers what it was asked to look up and to download."""

    def __init__(self) -> None:
        self.completed: list[PaperId] = []
        self.downloaded: list[PaperId] = []

    def complete(self, papers: tuple[Paper, ...], job: Any) -> int:
        self.completed += [paper.id for paper in papers]
        return len(papers)

    def download(self, paper: Paper, job: Any) -> Path:
        self.downloaded.append(paper.id)
        return Path("a.pdf")


@pytest.fixture
def intake() -> Intake:
    return Intake()


@pytest.fixture
def keeper(desk: Desk, intake: Intake) -> Desk:
    return with_rooms(desk, intake=intake)


def test_a_paper_of_the_feed_that_is_kept_is_completed_once(
    keeper: Desk, screen: Screen, intake: Intake, papers: Papers
) -> None:
    screen.chosen = papers[:1]
    verbs.inbox(keeper)
    verbs.shortlist(keeper)
    assert intake.completed == [papers[0]]
    assert intake.downloaded == []
    assert "1 paper completed from arXiv" in screen.said


def test_what_is_dismissed_is_left_alone(
    keeper: Desk, screen: Screen, intake: Intake, papers: Papers
) -> None:
    screen.chosen = papers
    verbs.archive(keeper)
    verbs.trash(keeper)
    assert intake.completed == []


@pytest.mark.parametrize(
    ("policy", "state", "comes"),
    [
        ("never", State.SHORTLIST, False),
        ("kept", State.LATER, True),
        ("shortlisted", State.INBOX, False),
        ("shortlisted", State.SHORTLIST, True),
    ],
)
def test_a_pdf_comes_where_that_is_wished(
    keeper: Desk, intake: Intake, papers: Papers, policy: str, state: State, *, comes: bool
) -> None:
    keeper.settings.set("keep-pdf", policy)
    keeping.follow(keeper, keeping.newly_kept(keeper, papers[:1], state), state)
    assert intake.downloaded == ([papers[0]] if comes else [])


def test_offline_nothing_is_asked_for(keeper: Desk, intake: Intake, papers: Papers) -> None:
    keeper.settings.set("keep-pdf", "kept")
    keeper.settings.set("offline", value=True)
    keeping.follow(keeper, keeper.library.papers(papers), State.INBOX)
    assert (intake.completed, intake.downloaded) == ([], [])


def test_a_source_that_does_not_answer_is_no_trouble(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    def silent(*_: object) -> int:
        raise Unreachable("Nobody answers.")

    broken = with_rooms(desk, intake=SimpleNamespace(complete=silent))
    keeping.follow(broken, broken.library.papers(papers[:1]), State.INBOX)
    assert (screen.said, screen.problems) == ([], [])
