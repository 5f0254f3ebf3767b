"""Saved pages as listings: the file's text, its day, its papers in order."""

from datetime import date, datetime
from pathlib import Path

from paperdesk.domain.errors import BadDocument, NotFound, StorageError
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import title_key
from paperdesk.intake.savedpage import SavedPage, resolve_day

MAX_BYTES = 100_000_000


def content(path: Path) -> str:
    """The text of a file in whichever encoding browsers and editors save it."""
    data = _bytes(path)
    if not data.strip():
        raise BadDocument(f"{path.name} is empty. Save the papers page again.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _bytes(path: Path) -> bytes:
    """What a file holds; neither a pipe that never ends nor a folder is one."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise BadDocument(f"{path.name} is not a file. Choose a saved page, as text or HTML.")
        if size > MAX_BYTES:
            raise BadDocument(f"{path.name} is too large to be a saved papers page (over 100 MB).")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.") from error
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}.") from error


def listing(page: SavedPage, given: date | None, now: datetime) -> Listing:
    """What a page lists, as of the day it is of."""
    day = resolve_day(page.heading, today=now.date(), given=given)
    entries = tuple(
        Entry(found, rank, found.arxiv or title_key(found.title))
        for rank, found in enumerate(page.entries, start=1)
    )
    return Listing(day, now, entries)
