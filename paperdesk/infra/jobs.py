"""Work that must not hold the window: lanes of threads, and the way home.

The only threads of the window's process live here. `work` runs in a lane and
touches no widget; `done` and `failed` are called on the window's thread.
"""

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from paperdesk.domain.errors import Cancelled, PaperDeskError
from paperdesk.infra.bus import Deliver

T = TypeVar("T")


class Lane(Enum):
    """Who works side by side, and who one after the other."""

    WRITE = "write"
    """Database writes: SQLite has one writer."""

    READ = "read"
    """Queries that would take longer than a frame."""

    FETCH = "fetch"
    """The network."""

    AWAITED = "awaited"
    """The network, for what someone sits and waits for: not behind what can wait."""

    TOOLS = "tools"
    """Printers, and programs of others that take their time."""

    VOICE = "voice"
    """What is read aloud: one sentence after the other."""

    NOTICES = "notices"
    """The desktop's notifications: the one that is shown waits for a click."""


_WORKERS = {
    Lane.WRITE: 1,
    Lane.READ: 2,
    Lane.FETCH: 4,
    Lane.AWAITED: 4,
    Lane.TOOLS: 2,
    Lane.VOICE: 1,
    Lane.NOTICES: 1,
}


def nothing() -> None:
    """Do nothing; the listener of those who need none."""


@dataclass(slots=True)
class Job:
    """A piece of work: how far it is, and how to stop it.

    `done` of `total` are steps of the work's own choosing (0 of 0: nobody
    knows); a `quiet` job is not shown.
    """

    id: int
    title: str
    quiet: bool = False
    done: int = 0
    total: int = 0
    detail: str = ""
    why: str = "asked by you"
    """Who wanted it, for the record of what was asked of the network."""

    moved: Callable[[], None] = nothing
    hold: Callable[[], None] | None = None
    """Lets it wait until somebody goes on with it; None where that cannot be."""

    dropped: Callable[[], None] = nothing
    """What follows when somebody wants it no more."""

    stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the work to stop at its next `advance`, `check` or `wait`."""
        self.stop.set()

    def give_up(self) -> None:
        """Stop the work as nobody wants it any more: not to be gone on with."""
        self.cancel()
        self.dropped()

    def check(self) -> None:
        """Raise Cancelled if somebody asked the work to stop."""
        if self.stop.is_set():
            raise Cancelled(f"{self.title}: stopped.")

    def wait(self, seconds: float) -> None:
        """Sleep, but wake up when cancelled."""
        self.stop.wait(seconds)
        self.check()

    def advance(self, done: int, total: int, detail: str = "") -> None:
        """Say how far the work is, and stop it if so asked."""
        self.check()
        self.done, self.total, self.detail = done, total, detail
        self.moved()


class Jobs:
    """Starts work in lanes and brings its outcome home."""

    def __init__(self, deliver: Deliver, *, moved: Callable[[], None] = nothing) -> None:
        """`moved` is called, on the window's thread, when any job moves."""
        self._deliver = deliver
        self._moved = moved
        self._numbers = itertools.count(1)
        self._running: dict[int, Job] = {}
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._closed = False

    def new(self, title: str, *, quiet: bool = False) -> Job:
        """A job that has not been started."""
        return Job(next(self._numbers), title, quiet, moved=self._tell)

    def start(
        self,
        job: Job,
        lane: Lane,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[PaperDeskError], None],
    ) -> Job:
        """Run `work` in a lane, then `done` with what it returned.

        A `PaperDeskError`, also one that `done` raises, goes to `failed`, a
        cancelled job says nothing, and anything else is a bug and is raised on
        the window's thread.
        """

        def home(future: Future[T]) -> None:
            self._deliver(lambda: self._settle(job, future, done, failed))

        if self._closed:
            # What an answer that came home at the very end would go on with.
            job.cancel()
            return job
        self._running[job.id] = job
        self._lane(lane).submit(work, job).add_done_callback(home)
        self._tell()
        return job

    def running(self) -> tuple[Job, ...]:
        """The jobs that wait or run and are to be shown, oldest first."""
        return tuple(job for job in tuple(self._running.values()) if not job.quiet)

    def close(self) -> None:
        """Cancel what can wait; let what is being written finish; begin nothing more."""
        self._closed = True
        for job in tuple(self._running.values()):
            job.cancel()
        for lane, workers in self._lanes.items():
            workers.shutdown(wait=lane is Lane.WRITE, cancel_futures=lane is not Lane.WRITE)

    def _lane(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(_WORKERS[lane], thread_name_prefix=lane.value)
        return self._lanes[lane]

    def _settle(
        self,
        job: Job,
        future: "Future[T]",
        done: Callable[[T], None],
        failed: Callable[[PaperDeskError], None],
    ) -> None:
        self._running.pop(job.id, None)
        self._moved()
        try:
            done(future.result())
        except (Cancelled, CancelledError):
            return
        except PaperDeskError as error:
            failed(error)

    def _tell(self) -> None:
        self._deliver(self._moved)


def ignore(outcome: object) -> None:
    """Do nothing with what came out."""


def aside(
    jobs: "Jobs | AtOnce",
    lane: Lane,
    work: Callable[[], T],
    done: Callable[[T], None] = ignore,
) -> None:
    """Do what nobody asked for or waits for; if it fails, it is as if it had not begun."""
    jobs.start(jobs.new("Aside", quiet=True), lane, lambda _: work(), done, ignore)


class AtOnce:
    """Runs work where it is asked for: the command line, and tests."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def new(self, title: str, *, quiet: bool = False) -> Job:
        """A job that has not been started."""
        return Job(next(self._numbers), title, quiet)

    def start(
        self,
        job: Job,
        lane: Lane,  # noqa: ARG002 - there is one thread only
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[PaperDeskError], None],
    ) -> Job:
        """Run `work`, then `done` with what it returned, before this returns."""
        try:
            done(work(job))
        except Cancelled:
            return job
        except PaperDeskError as error:
            failed(error)
        return job

    def running(self) -> tuple[Job, ...]:
        """Nothing runs when anybody can look."""
        return ()
