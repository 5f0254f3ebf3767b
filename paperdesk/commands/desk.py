"""What every command is handed: the rooms, the jobs, and the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from paperdesk.commands.faces.reader import ReaderFaces
from paperdesk.commands.faces.window import WindowFaces
from paperdesk.domain.errors import NothingSelected, PaperDeskError
from paperdesk.domain.pages import Pages
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.export import Export
from paperdesk.feeds import Feeds, Outlines, Tending
from paperdesk.infra.history import History
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job, Lane
from paperdesk.infra.journal import Journal
from paperdesk.infra.settings import Settings
from paperdesk.intake import Intake, Queue, Revisions
from paperdesk.intake.bibliography import Bibliographies
from paperdesk.intake.scans import Scans
from paperdesk.library import (
    Collections,
    Duplicates,
    Editing,
    Facts,
    Library,
    Opinions,
    Pins,
    ReadingTimes,
    References,
    Relations,
    Trash,
    Views,
)
from paperdesk.notes import Bookmarks, Captures, Editions, Letters, Marks, Notes
from paperdesk.reader.comparing import Comparing
from paperdesk.rules import Completion, Rules
from paperdesk.safety import Safety

T = TypeVar("T")


class Runner(Protocol):
    """Runs work in lanes: `Jobs` in a window, at once on the command line."""

    def new(self, title: str, *, quiet: bool = False) -> Job:
        """A job that has not been started."""
        ...

    def start(
        self,
        job: Job,
        lane: Lane,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[PaperDeskError], None],
    ) -> Job:
        """Run `work` in a lane, then `done` with what it returned."""
        ...

    def running(self) -> tuple[Job, ...]:
        """The jobs that wait or run and are to be shown."""
        ...


class Finder(Protocol):
    """The search index, as far as a command steers it."""

    def wake(self) -> None:
        """Say that something waits to be indexed."""
        ...

    def rebuild(self) -> None:
        """Make the index anew, in the background."""
        ...


class Tender(Protocol):
    """Who asks the sources in time."""

    def wake(self) -> None:
        """Look at once: whether to be online, and what is due."""
        ...

    def stay(self, *, on: bool) -> str:
        """Go on in the tray when the window is closed, or no longer; what to say of it."""
        ...


@dataclass(frozen=True)
class OpenRooms:
    """The rooms that a verb may enter."""

    library: Library
    references: References
    relations: Relations
    editing: Editing
    collections: Collections
    duplicates: Duplicates
    trash: Trash
    facts: Facts
    opinions: Opinions
    pins: Pins
    views: Views
    times: ReadingTimes
    feeds: Feeds
    rules: Rules
    completion: Completion
    tending: Tending
    outlines: Outlines
    intake: Intake
    queue: Queue
    bibliographies: Bibliographies
    scans: Scans
    revisions: Revisions
    comparing: Comparing
    notes: Notes
    letters: Letters
    bookmarks: Bookmarks
    marks: Marks
    captures: Captures
    editions: Editions
    export: Export
    safety: Safety
    pages: Pages
    journal: Journal
    history: History
    settings: Settings
    http: Http


@dataclass(frozen=True)
class Work:
    """Who works for a verb while the window goes on."""

    jobs: Runner
    search: Finder
    tender: Tender


@dataclass(frozen=True)
class Desk(OpenRooms, Work, WindowFaces, ReaderFaces):
    """Everything that a verb may use, and nothing that knows Qt."""

    def write(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Change the library off the window's thread, then go on with `done`."""
        job = self.jobs.new("Saving", quiet=True)
        self.jobs.start(job, Lane.WRITE, lambda _: work(), done, self.view.complain)

    def read(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Ask the library what would take longer than a frame."""
        job = self.jobs.new("Reading", quiet=True)
        self.jobs.start(job, Lane.READ, lambda _: work(), done, self.view.complain)

    def read_offers(self, title: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Ask the library what to offer under a title; what is typed meanwhile waits for it."""

        def failed(error: PaperDeskError) -> None:
            self.chooser.call_off(title)
            self.view.complain(error)

        self.chooser.prepare(title)
        job = self.jobs.new("Reading", quiet=True)
        self.jobs.start(job, Lane.READ, lambda _: work(), done, failed)

    def fetch(self, title: str, work: Callable[[Job], T], done: Callable[[T], None]) -> Job:
        """Go to the network, shown as a job that can be stopped."""
        return self.jobs.start(self.jobs.new(title), Lane.FETCH, work, done, self.view.complain)

    def under_way(self, title: str) -> Job | None:
        """The job of this title that waits or runs, unless it is being stopped."""
        jobs = (job for job in self.jobs.running() if job.title == title)
        return next((job for job in jobs if not job.stop.is_set()), None)

    def chosen(self) -> tuple[PaperId, ...]:
        """The papers that a verb is about."""
        papers = self.view.selected()
        if not papers:
            raise NothingSelected("Choose a paper first: j and k move through the list.")
        return papers

    def current(self) -> Paper:
        """The one paper that a verb is about: the first, if several are chosen."""
        return self.library.paper(self.chosen()[0])
