"""PDFs on their way: they wait, go on, and are wanted until they are here."""

from pathlib import Path
from typing import Any

import pytest

from paperdesk.commands import downloads, feed
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound, Offline, PaperDeskError, Unreachable
from paperdesk.domain.paper import Paper, PaperId, State
from paperdesk.infra.jobs import AtOnce, Job, Lane
from paperdesk.intake import Wanted
from tests.commands.conftest import Screen, with_rooms

Papers = tuple[PaperId, ...]


class Network:
    """Where PDFs come from: at once, or never."""

    def __init__(self) -> None:
        self.error: PaperDeskError | None = None
        self.came: list[PaperId] = []

    def download(self, paper: Paper, job: Job, **_how: bool) -> Path:
        if self.error is not None:
            raise self.error
        self.came.append(paper.id)
        return Path(f"{paper.id}.pdf")

    def here(self, paper: PaperId) -> Path | None:
        return Path(f"{paper}.pdf") if paper in self.came else None


class Slow(AtOnce):
    """Jobs that go to the network are begun, and never come to an end."""

    def __init__(self) -> None:
        super().__init__()
        self.under_way: list[Job] = []

    def start(self, job: Job, lane: Lane, *rest: Any) -> Job:
        if lane is Lane.WRITE or lane is Lane.READ:
            return super().start(job, lane, *rest)
        self.under_way.append(job)
        return job

    def running(self) -> tuple[Job, ...]:
        return tuple(job for job in self.under_way if not job.stop.is_set())


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def online(desk: Desk, network: Network) -> Desk:
    return with_rooms(desk, intake=network)


@pytest.fixture
def slow(desk: Desk, network: Network) -> Desk:
    return with_rooms(desk, intake=network, jobs=Slow())


def test_what_has_come_is_wanted_no_more(online: Desk, screen: Screen, papers: Papers) -> None:
    screen.chosen = papers[:2]
    downloads.begin(online)
    assert screen.said == [f"Here now: {paper}.pdf" for paper in papers[:2]]
    assert online.queue.all() == ()


@pytest.mark.parametrize(
    ("error", "left"),
    [
        (Offline("Nothing is asked."), [False]),
        (Unreachable("The line broke off."), [True]),
        (NotFound("There is no PDF."), []),
    ],
)
def test_what_may_come_later_stays_wanted(
    online: Desk, screen: Screen, papers: Papers, network: Network,
    error: PaperDeskError, left: list[bool],
) -> None:  # fmt: skip
    network.error, screen.chosen = error, papers[:1]
    downloads.begin(online)
    assert [one.paused for one in online.queue.all()] == left
    assert screen.problems == [str(error)]


def test_all_wait_and_all_go_on(slow: Desk, screen: Screen, papers: Papers) -> None:
    screen.chosen = papers[:2]
    downloads.begin(slow)
    downloads.pause(slow)
    assert slow.queue.all() == tuple(Wanted(paper, paused=True) for paper in papers[:2])
    assert slow.jobs.running() == ()
    downloads.resume(slow)
    assert screen.said == ["2 downloads paused", "2 downloads go on"]
    assert len(slow.jobs.running()) == 2
    assert slow.queue.all() == tuple(map(Wanted, papers[:2]))


def test_one_is_let_wait_and_gone_on_with_by_choosing_it(
    slow: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[:2]
    downloads.begin(slow)
    slow.jobs.running()[1].detail = "1.0 of 3.0 MB"
    title = slow.library.paper(papers[0]).title
    screen.picks = [title]
    downloads.show(slow)
    assert [one.remark for one in screen.offered[-1][1]] == ["waits for its turn", "1.0 of 3.0 MB"]
    assert [one.paused for one in slow.queue.all()] == [True, False]
    screen.picks = [title]
    downloads.show(slow)
    assert screen.offered[-1][1][0].remark == "paused"
    assert [one.paused for one in slow.queue.all()] == [False, False]


def test_after_a_restart_only_those_go_on_that_were_not_to_wait(
    slow: Desk, screen: Screen, papers: Papers
) -> None:
    slow.queue.want(papers)
    slow.queue.want(papers[:1], paused=True)
    slow.library.set_state(papers[2:], State.TRASH)
    downloads.go_on(slow)
    titles = [job.title for job in slow.jobs.running()]
    assert titles == [f"Downloading {slow.library.paper(papers[1]).title}"]
    assert slow.queue.all() == (Wanted(papers[0], paused=True), Wanted(papers[1]))


def test_offline_nothing_goes_on(slow: Desk, papers: Papers) -> None:
    slow.settings.set("offline", True)
    slow.queue.want(papers)
    downloads.go_on(slow)
    assert slow.jobs.running() == ()


def test_what_is_stopped_is_wanted_no_more(slow: Desk, screen: Screen, papers: Papers) -> None:
    screen.chosen = papers[:1]
    downloads.begin(slow)
    feed.stop(slow)
    assert slow.queue.all() == ()


def test_a_paper_that_is_being_opened_can_wait_too(
    slow: Desk, screen: Screen, papers: Papers
) -> None:
    job = slow.jobs.new("Opening it")
    downloads.holding(slow, papers[0], job)
    assert job.hold is not None
    job.hold()
    assert job.stop.is_set()
    assert screen.told == [("pause", papers[0])]
    assert slow.queue.all() == (Wanted(papers[0], paused=True),)


def test_with_nothing_on_its_way_that_is_said(slow: Desk, screen: Screen) -> None:
    downloads.show(slow)
    downloads.pause(slow)
    downloads.resume(slow)
    assert screen.said == [downloads.NONE, downloads.NONE, "No download is paused."]


def test_what_is_here_can_neither_wait_nor_go_on(
    online: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[:1]
    downloads.begin(online)
    downloads.turn(online)
    assert screen.said[1:] == [downloads.NONE]


def test_a_paper_on_its_way_is_not_asked_for_again(
    slow: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[:1]
    downloads.begin(slow)
    downloads.begin(slow)
    assert len(slow.jobs.running()) == 1
