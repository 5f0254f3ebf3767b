"""Work runs elsewhere and comes home."""

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest

from paperdesk.domain.errors import Cancelled, NotFound, PaperDeskError, Unreachable
from paperdesk.infra.jobs import AtOnce, Job, Jobs, Lane, aside

Call = Callable[[], None]


class Home:
    """Collects what comes home, and runs it when the test says so."""

    def __init__(self) -> None:
        self.arrived: SimpleQueue[Call] = SimpleQueue()
        self.said: list[object] = []

    def run(self, until: Callable[[], bool]) -> None:
        while not until():
            self.arrived.get(timeout=5)()


@pytest.fixture
def desk() -> Home:
    return Home()


@pytest.fixture
def jobs(desk: Home) -> Iterator[Jobs]:
    jobs = Jobs(desk.arrived.put)
    yield jobs
    jobs.close()


def start(jobs: Jobs, desk: Home, work: Callable[[Job], object], lane: Lane = Lane.READ) -> Job:
    return jobs.start(jobs.new("work"), lane, work, desk.said.append, desk.said.append)


def test_work_runs_on_another_thread_and_its_answer_comes_home(jobs: Jobs, desk: Home) -> None:
    start(jobs, desk, lambda _: threading.current_thread().name)
    desk.run(lambda: bool(desk.said))
    assert str(desk.said[0]).startswith("read")


def test_an_error_that_a_person_can_act_on_goes_to_failed(jobs: Jobs, desk: Home) -> None:
    def work(_: Job) -> None:
        raise Unreachable("No answer from there.")

    start(jobs, desk, work)
    desk.run(lambda: bool(desk.said))
    assert isinstance(desk.said[0], PaperDeskError)


@pytest.mark.parametrize("at_once", [False, True])
def test_what_is_refused_once_the_answer_is_here_goes_to_failed_too(
    jobs: Jobs, desk: Home, *, at_once: bool
) -> None:
    def refuse(_: object) -> None:
        raise NotFound("There is only one.")

    runner = AtOnce() if at_once else jobs
    runner.start(jobs.new("work"), Lane.READ, lambda _: 1, refuse, desk.said.append)
    if not at_once:
        desk.run(lambda: bool(desk.said))
    assert isinstance(desk.said[0], NotFound)


def test_a_bug_is_raised_where_the_window_is(jobs: Jobs, desk: Home) -> None:
    start(jobs, desk, lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        desk.run(lambda: False)


def test_a_cancelled_job_says_nothing(jobs: Jobs, desk: Home) -> None:
    begun = threading.Event()

    def work(job: Job) -> None:
        begun.set()
        job.wait(5)

    job = start(jobs, desk, work)
    begun.wait(5)
    job.cancel()
    desk.run(lambda: not jobs.running())
    assert desk.said == []


def test_writes_follow_each_other(jobs: Jobs, desk: Home) -> None:
    order: list[int] = []
    for number in range(20):
        start(jobs, desk, lambda _, number=number: order.append(number), Lane.WRITE)  # type: ignore[misc]
    desk.run(lambda: len(desk.said) == 20)
    assert order == list(range(20))


def test_what_is_being_written_is_finished_on_closing(jobs: Jobs, desk: Home) -> None:
    written: list[int] = []
    for number in range(3):
        start(jobs, desk, lambda _, number=number: written.append(number), Lane.WRITE)  # type: ignore[misc]
    jobs.close()
    assert written == [0, 1, 2]


def test_a_quiet_job_is_not_shown(jobs: Jobs) -> None:
    gate = threading.Event()
    shown = jobs.new("shown")
    for job in (shown, jobs.new("quiet", quiet=True)):
        jobs.start(job, Lane.FETCH, lambda _: gate.wait(5), lambda _: None, lambda _: None)
    assert jobs.running() == (shown,)
    gate.set()


def test_progress_is_told_and_a_stopped_job_stops_there() -> None:
    moves: list[tuple[int, int]] = []
    job = Job(1, "count")
    job.moved = lambda: moves.append((job.done, job.total))
    job.advance(1, 3)
    job.cancel()
    with pytest.raises(Cancelled):
        job.advance(2, 3)
    assert moves == [(1, 3)]


def test_without_a_window_work_is_done_at_once() -> None:
    said: list[object] = []
    here = AtOnce()
    here.start(here.new("sum"), Lane.WRITE, lambda _: 1 + 1, said.append, said.append)
    assert said == [2]
    assert here.running() == ()


def test_what_fails_aside_is_not_heard_of() -> None:
    def fail() -> int:
        raise NotFound("It is gone.")

    heard: list[int] = []
    aside(AtOnce(), Lane.READ, fail, heard.append)
    aside(AtOnce(), Lane.READ, lambda: 3, heard.append)
    assert heard == [3]


def test_after_the_end_nothing_is_begun(jobs: Jobs, desk: Home) -> None:
    jobs.close()
    job = start(jobs, desk, lambda _: "too late", Lane.WRITE)
    assert job.stop.is_set()
    assert (jobs.running(), desk.said) == ((), [])
