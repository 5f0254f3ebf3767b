"""Sources that come from other feed readers and go to them, as OPML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from paperdesk.domain.errors import BadDocument, PaperDeskError, StorageError
from paperdesk.domain.feed import SourceId
from paperdesk.feeds import opml, store, wishes
from paperdesk.feeds.opml import Outline, Reading
from paperdesk.feeds.tending import LONGEST_NAME, MOST_DAYS, MOST_MINUTES
from paperdesk.infra import files
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Edit, Journal


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one line of a file: the source if it was taken, else why not."""

    line: int
    input: str
    source: SourceId | None = None
    new: bool = False
    error: str = ""


class Outlines:
    """Takes and gives lists of sources."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal

    def read(self, path: Path) -> Reading:
        """The sources that a file lists."""
        try:
            with path.open("rb") as file:
                data = file.read(opml.CAP + 1)
        except OSError as error:
            raise StorageError(f"{path} cannot be read ({error.strerror}).") from error
        try:
            return opml.read(data)
        except BadDocument as error:
            raise BadDocument(f"{path.name} was not imported. {error}") from error

    def bring(self, reading: Reading) -> tuple[Brought, ...]:
        """Add the sources that are not here yet, as one step to undo; in the file's order."""
        rows = [Brought(line, "", error=said) for line, said in reading.faults]
        known = {source.url for source in store.sources(self._changes.database.read())}
        with self._journal.act("Sources imported", ()) as edit:
            rows += [_brought(edit, outline, known) for outline in reading.outlines]
        return tuple(sorted(rows, key=lambda row: row.line))

    def save(self, path: Path, sources: Sequence[SourceId] = ()) -> int:
        """Write the sources, or some of them, into a file; how many they are."""
        found = [
            source
            for source in store.sources(self._changes.database.read())
            if not sources or source.id in sources
        ]
        with files.replacing(path) as file:
            file.write(opml.write(found))
        return len(found)


def _brought(edit: Edit, outline: Outline, known: set[str]) -> Brought:
    try:
        url = wishes.address(outline.url)
    except PaperDeskError as error:
        return Brought(outline.line, outline.url, error=str(error))
    kind = wishes.kind_of(url)
    name = outline.title[:LONGEST_NAME] or wishes.name_of(url)
    number, row = store.wanted(edit.connection, kind, name, url)
    if url in known:
        return Brought(outline.line, outline.url, number)
    known.add(url)
    edit.insert("source", {"id": number}, {**row, **_kept(outline)})
    return Brought(outline.line, outline.url, number, new=True)


def _kept(outline: Outline) -> dict[str, object]:
    """What a line says of how a source is to be kept, as far as it makes sense."""
    period, retention = outline.period, outline.retention
    return {
        "labels": store.spelt_labels(outline.labels),
        "period": period if period is not None and period <= MOST_MINUTES else None,
        "retention": retention if retention and retention <= MOST_DAYS else None,
        "muted": int(outline.muted),
        "notify": int(outline.notify),
    }
