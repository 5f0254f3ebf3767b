"""The small library of `paperdesk --demo`: papers that we wrote ourselves."""

import json
from datetime import UTC, date, datetime
from typing import Any

from paperdesk.app.build import Rooms
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Counts, Found, PaperId, State
from paperdesk.infra import paths
from paperdesk.infra.paths import Home

_FOLDER = "demo"


def home(own: Home) -> Home:
    """Where the demo's library is: beside the user's own, which it never touches."""
    return Home(own.root / _FOLDER)


def own(sample: Home) -> Home:
    """The home beside whose library a demo lies."""
    return Home(sample.root.parent)


def fill(rooms: Rooms) -> None:
    """Put the sample papers on the desk, if it is bare."""
    if rooms.database.read().execute("SELECT 1 FROM paper LIMIT 1").fetchone():
        return
    folder = paths.resources() / _FOLDER
    samples = json.loads((folder / "papers.json").read_text("utf-8"))
    for sample in samples:
        paper = _take(rooms, sample)
        _dress(rooms, paper, sample)
        if sample["file"]:
            rooms.intake.bring(rooms.library.paper(paper), folder / sample["file"])
    # What fills the desk is not what the user did: there is nothing to undo.
    rooms.journal.forget()


def _take(rooms: Rooms, sample: dict[str, Any]) -> PaperId:
    day = date.fromisoformat(sample["day"])
    counts = Counts(**sample["counts"])
    found = Found(
        sample["title"],
        tuple(sample["authors"]),
        sample["abstract"],
        date.fromisoformat(sample["published"]),
        code=sample["code"],
        counts=counts,
        submitter=sample["submitter"],
    )
    rank = 1000 - (counts.upvotes or 0)
    listing = Listing(day, datetime.now(UTC), (Entry(found, rank),))
    merged = rooms.feeds.take(rooms.feeds.roster.pages(), [listing])
    return merged.papers[0]


def _dress(rooms: Rooms, paper: PaperId, sample: dict[str, Any]) -> None:
    """Give a sample its state, tags and note."""
    state = State(sample["state"])
    if state is not State.NEW:
        rooms.library.set_state([paper], state)
    if sample["tags"]:
        rooms.library.tag([paper], add=sample["tags"])
    if sample["note"]:
        rooms.notes.write(paper, sample["note"])
