"""How it hangs together: every room made once, handed what it needs.

To be read with `commands.table`: that page says what a person can do, this one
what it is done with.
"""

import sys
from dataclasses import dataclass, fields
from typing import Any

from paperdesk.commands.desk import Desk, OpenRooms, Work
from paperdesk.commands.faces.reader import ReaderFaces
from paperdesk.commands.faces.window import WindowFaces
from paperdesk.domain.errors import Refused
from paperdesk.domain.words import Kin
from paperdesk.export import Export
from paperdesk.feeds import Feeds, Outlines, Parsing, Reach, Tending, ownhosts
from paperdesk.infra import log
from paperdesk.infra.bus import Bus, Deliver
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.history import History
from paperdesk.infra.http import Http
from paperdesk.infra.journal import Journal
from paperdesk.infra.ledger import Ledger
from paperdesk.infra.paths import Home
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
from paperdesk.notes import Bookmarks, Captures, Collection, Editions, Letters, Marks, Notes
from paperdesk.pdfworker import Pool
from paperdesk.reader.comparing import Comparing
from paperdesk.rules import Completion, Rules
from paperdesk.safety import Safety


@dataclass(frozen=True)
class Rooms(OpenRooms):
    """The rooms of one library, and the doors they share."""

    home: Home
    database: Database
    bus: Bus
    changes: Changes
    collection: Collection
    pages: Pool

    def close(self) -> None:
        """End the workers, close the connections and let go of the library."""
        self.pages.close()
        self.feeds.close()
        self.http.close()
        self.database.close()


def worker(kind: str) -> tuple[str, ...]:
    """The command that starts this program as a worker, such as `--index`."""
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


def _network(home: Home, settings: Settings, database: Database) -> Http:
    """The door to the network, shut while the user wants to be offline."""
    return Http(
        offline=lambda: bool(settings.get("offline")),
        turns=home.cache / "arxiv.turn",
        ledger=Ledger(home.logs / "network.jsonl"),
        own=lambda host: ownhosts.known(database, host),
    )


def _opened(home: Home) -> Database:
    """The library itself, and the log from now on."""
    _check(home)
    database = Database(home.database, copies=home.backups)
    log.start(home.logs)
    return database


def _written(changes: Changes, journal: Journal) -> dict[str, Any]:
    """The rooms of what the reader writes: they need no more than the library."""
    return {
        "collections": Collections(changes, journal),
        "notes": Notes(changes, journal),
        "letters": Letters(changes, journal),
        "bookmarks": Bookmarks(changes, journal),
        "marks": Marks(changes, journal),
        "editions": Editions(changes, journal),
        "times": ReadingTimes(changes, journal),
    }


def _shelved(changes: Changes, journal: Journal, home: Home) -> dict[str, Any]:
    """The rooms in which papers are put in order."""
    return {
        "references": References(changes, journal),
        "relations": Relations(changes, journal),
        "editing": Editing(changes, journal),
        "duplicates": Duplicates(changes, journal),
        "trash": Trash(changes, journal, home.papers),
    }


def rooms(home: Home, deliver: Deliver, kin: Kin | None = None) -> Rooms:
    """Open a library with everything that works on it.

    `kin` tells the forms of a word: only the command line lists papers by words.
    """
    database, bus = _opened(home), Bus(deliver)
    changes = Changes(database, bus)
    journal = Journal(changes)
    http = _network(home, settings := Settings(home.settings), database)
    pages = Pool(worker("--worker"), deliver, kept=home.cache / "pdfs")
    library = Library(changes, journal, kin)
    return Rooms(
        home=home,
        database=database,
        bus=bus,
        changes=changes,
        journal=journal,
        history=History(changes, journal),
        settings=settings,
        http=http,
        pages=pages,
        library=library,
        facts=Facts(changes, bus),
        opinions=Opinions(changes, journal),
        pins=Pins(changes, journal),
        views=Views(changes),
        feeds=Feeds(changes, journal, library, Reach(http, Parsing(worker("--feed")))),
        tending=Tending(changes, journal),
        outlines=Outlines(changes, journal),
        queue=Queue(changes),
        intake=Intake(changes, library, http, pages, home),
        bibliographies=Bibliographies(worker("--bibliography")),
        rules=Rules(changes, journal),
        completion=Completion(changes),
        revisions=Revisions(changes, journal, http, home),
        comparing=Comparing(worker("--compare"), home),
        scans=Scans(changes, journal, pages, home),
        **_written(changes, journal),
        **_shelved(changes, journal, home),
        captures=Captures(home, pages),
        collection=Collection(changes),
        export=Export(changes),
        safety=Safety(home, settings, worker("doctor")),
    )


def desk(made: Rooms, work: Work, window: WindowFaces, reader: ReaderFaces) -> Desk:
    """What every command is handed."""
    entered = {room.name: getattr(made, room.name) for room in fields(OpenRooms)}
    return Desk(**entered, **vars(work), **vars(window), **vars(reader))
