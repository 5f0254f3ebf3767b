"""How it hangs together: every room made once, handed what it needs.

To be read with `commands.table`: that page says what a person can do, this one
what it is done with.
"""

import sys
from dataclasses import dataclass, fields

from paperdesk.commands.desk import Desk, Finder, Runner
from paperdesk.commands.faces_aloud import Aloud
from paperdesk.commands.faces_chooser import Chooser
from paperdesk.commands.faces_drawing import Drawing
from paperdesk.commands.faces_layout import PageLayout
from paperdesk.commands.faces_look import Flow, Look
from paperdesk.commands.faces_marks import Marking
from paperdesk.commands.faces_open import Awaiting, Bookmarking, Split, Spots, Tabs
from paperdesk.commands.faces_picker import Picker
from paperdesk.commands.faces_press import Press
from paperdesk.commands.faces_remedy import Remedy
from paperdesk.commands.faces_ruler import Ruler
from paperdesk.commands.faces_seeking import Seeking
from paperdesk.commands.faces_ways import Ways
from paperdesk.commands.view import File, Frame, Motion, Page, Rows, Side, View
from paperdesk.domain.errors import Refused
from paperdesk.domain.words import Kin
from paperdesk.export import Export
from paperdesk.feeds import Feeds
from paperdesk.infra import log
from paperdesk.infra.bus import Bus, Deliver
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.http import Http
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.infra.settings import Settings
from paperdesk.intake import Intake
from paperdesk.intake.scans import Scans
from paperdesk.library import Library
from paperdesk.notes import Bookmarks, Captures, Collection, Editions, Letters, Marks, Notes
from paperdesk.pdfworker import Pool


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms of one library, and the doors they share."""

    home: Home
    database: Database
    bus: Bus
    changes: Changes
    journal: Journal
    settings: Settings
    http: Http
    pages: Pool
    library: Library
    feeds: Feeds
    intake: Intake
    scans: Scans
    notes: Notes
    letters: Letters
    bookmarks: Bookmarks
    marks: Marks
    captures: Captures
    collection: Collection
    editions: Editions
    export: Export

    def close(self) -> None:
        """End the workers, close the connections and let go of the library."""
        self.pages.close()
        self.http.close()
        self.database.close()


@dataclass(frozen=True, slots=True)
class Screen:
    """The faces of the screen, and who runs work and finds things."""

    view: View
    rows: Rows
    page: Page
    awaiting: Awaiting
    tabs: Tabs
    spots: Spots
    split: Split
    bookmarking: Bookmarking
    motion: Motion
    layout: PageLayout
    ruler: Ruler
    side: Side
    picker: Picker
    chooser: Chooser
    marking: Marking
    drawing: Drawing
    file: File
    look: Look
    flow: Flow
    press: Press
    aloud: Aloud
    ways: Ways
    remedy: Remedy
    seeking: Seeking
    frame: Frame
    jobs: Runner
    search: Finder


def worker(kind: str) -> tuple[str, ...]:
    """The command that starts this program as a worker: `--worker` or `--index`."""
    if getattr(sys, "frozen", False):
        return (sys.executable, kind)
    return (sys.executable, "-m", "paperdesk", kind)


def _check(home: Home) -> None:
    """Refuse to begin anew in a library that a fault of the disk has emptied."""
    emptied = home.database.is_file() and not home.database.stat().st_size
    if emptied and any(home.papers.rglob("*.pdf")):
        raise Refused(
            f"{home.database} is empty, but PDFs lie beside it. Restore a copy of it, as from "
            f"{home.backups}; or delete it to begin a new library."
        )


def rooms(home: Home, deliver: Deliver, kin: Kin | None = None) -> Rooms:
    """Open a library with everything that works on it.

    `kin` tells the forms of a word: only the command line lists papers by words.
    """
    _check(home)
    database = Database(home.database, backups=home.backups)
    log.start(home.logs)
    bus = Bus(deliver)
    changes = Changes(database, bus)
    journal = Journal(changes)
    settings = Settings(home.settings)
    http = Http(offline=lambda: bool(settings.get("offline")), turns=home.cache / "arxiv.turn")
    pages = Pool(worker("--worker"), deliver)
    library = Library(changes, journal, kin)
    return Rooms(
        home=home,
        database=database,
        bus=bus,
        changes=changes,
        journal=journal,
        settings=settings,
        http=http,
        pages=pages,
        library=library,
        feeds=Feeds(changes, journal, library, http),
        intake=Intake(changes, library, http, pages, home),
        scans=Scans(changes, journal, pages, home),
        notes=Notes(changes, journal),
        letters=Letters(changes, journal),
        bookmarks=Bookmarks(changes, journal),
        marks=Marks(changes, journal),
        captures=Captures(home, pages),
        collection=Collection(changes),
        editions=Editions(changes, journal),
        export=Export(changes),
    )


def desk(made: Rooms, screen: Screen) -> Desk:
    """What every command is handed."""
    return Desk(
        library=made.library,
        feeds=made.feeds,
        intake=made.intake,
        notes=made.notes,
        letters=made.letters,
        bookmarks=made.bookmarks,
        marks=made.marks,
        captures=made.captures,
        editions=made.editions,
        pages=made.pages,
        scans=made.scans,
        export=made.export,
        journal=made.journal,
        settings=made.settings,
        **{each.name: getattr(screen, each.name) for each in fields(screen)},
    )
