"""How it hangs together: every room made once, handed what it needs.

To be read with `commands.table`: that page says what a person can do, this one
what it is done with.
"""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paperdesk.app.headless import NoScreen, Spoken
from paperdesk.commands.desk import Desk, Finder, Runner
from paperdesk.commands.view import Frame, Motion, Page, Rows, View
from paperdesk.domain.paper import PaperId
from paperdesk.export import Export
from paperdesk.feeds import Feeds
from paperdesk.infra import log, paths
from paperdesk.infra.bus import Bus, Deliver, at_once
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import AtOnce
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.intake import Intake
from paperdesk.library import Library
from paperdesk.notes import Notes
from paperdesk.pdfworker import Pool
from paperdesk.search import SearchHere


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms of one library, and the doors they share."""

    home: Home
    database: Database
    bus: Bus
    changes: Changes
    journal: Journal
    settings: Settings
    pages: Pool
    library: Library
    feeds: Feeds
    intake: Intake
    notes: Notes
    export: Export

    def close(self) -> None:
        """End the workers and let go of the library."""
        self.pages.close()
        self.database.close()


@dataclass(frozen=True, slots=True)
class Screen:
    """The five faces of the screen, and who runs work and finds things."""

    view: View
    rows: Rows
    page: Page
    motion: Motion
    frame: Frame
    jobs: Runner
    search: Finder


def worker(kind: str) -> tuple[str, ...]:
    """The command that starts this program as a worker: `--worker` or `--index`."""
    if getattr(sys, "frozen", False):
        return (sys.executable, kind)
    return (sys.executable, "-m", "paperdesk", kind)


def rooms(home: Home, deliver: Deliver) -> Rooms:
    """Open a library with everything that works on it."""
    log.start(home.logs)
    database = Database(home.database, backups=home.backups)
    bus = Bus(deliver)
    changes = Changes(database, bus)
    journal = Journal(changes)
    settings = Settings(home.settings)
    http = Http(offline=lambda: bool(settings.get("offline")))
    pages = Pool(worker("--worker"), deliver)
    library = Library(changes, journal)
    return Rooms(
        home=home,
        database=database,
        bus=bus,
        changes=changes,
        journal=journal,
        settings=settings,
        pages=pages,
        library=library,
        feeds=Feeds(changes, library, http),
        intake=Intake(changes, library, http, pages, home),
        notes=Notes(changes, journal),
        export=Export(changes),
    )


def desk(made: Rooms, screen: Screen) -> Desk:
    """What every command is handed."""
    return Desk(
        library=made.library,
        feeds=made.feeds,
        intake=made.intake,
        notes=made.notes,
        export=made.export,
        search=screen.search,
        journal=made.journal,
        settings=made.settings,
        jobs=screen.jobs,
        view=screen.view,
        rows=screen.rows,
        page=screen.page,
        motion=screen.motion,
        frame=screen.frame,
    )


@dataclass(frozen=True, slots=True)
class Headless:
    """A desk without a screen: for the command line."""

    rooms: Rooms
    desk: Desk
    spoken: Spoken
    search: SearchHere

    def choose(self, papers: Sequence[PaperId]) -> None:
        """Say which papers the next command is about."""
        self.spoken.chosen = tuple(papers)


@contextlib.contextmanager
def headless() -> Iterator[Headless]:
    """A library opened for a verb, and closed after it."""
    made = rooms(paths.home(), at_once)
    spoken, nothing = Spoken(), NoScreen()
    try:
        faces = Screen(spoken, nothing, nothing, nothing, nothing, AtOnce(), nothing)
        here = SearchHere(made.home, made.database, lambda: one_worker(at_once))
        yield Headless(made, desk(made, faces), spoken, here)
    finally:
        made.close()


def one_worker(deliver: Deliver) -> Pool:
    """A pool for background work: slow, but small."""
    return Pool(worker("--worker"), deliver, workers=1)
