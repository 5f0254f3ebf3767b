"""How sources are kept: asked in time, named, muted, ordered, and their failures known."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.events import PapersChanged, SourcesChanged
from paperdesk.domain.feed import Source, SourceId, Trouble
from paperdesk.domain.paper import PaperId
from paperdesk.feeds import retention, schedule, store
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal

LONGEST_NAME = 120
MOST_MINUTES = 60 * 24 * 365
MOST_DAYS = 365 * 100


def _now() -> datetime:
    return datetime.now(UTC)


class Tending:
    """The care for sources; whatever is changed is one step to undo."""

    def __init__(
        self, changes: Changes, journal: Journal, *, now: Callable[[], datetime] = _now
    ) -> None:
        self._changes = changes
        self._journal = journal
        self._now = now

    def begun(self) -> bool:
        """Whether anything was ever fetched: the first time is the user's to ask for."""
        return store.any_visit(self._changes.database.read())

    def due(self, setting: int) -> tuple[Source, ...]:
        """The sources that are to be asked now; `setting` are the minutes of those without own."""
        now = self._now()
        return tuple(
            source
            for source in store.sources(self._changes.database.read())
            if (at := schedule.due_at(source, setting, now)) is not None and at <= now
        )

    def due_at(self, source: Source, setting: int) -> datetime | None:
        """When a source will be asked by itself; None for never."""
        return schedule.due_at(source, setting, self._now())

    def troubles(self, source: SourceId) -> tuple[Trouble, ...]:
        """The last failures of a source, the newest first."""
        return store.troubles(self._changes.database.read(), source)

    def droppable(self) -> array[int]:
        """The old papers that no source keeps any longer, and nobody else does."""
        return retention.droppable(self._changes.database.read())

    def drop(self, papers: Sequence[int]) -> int:
        """Drop those of some papers that still may be, in one transaction; how many."""
        with self._changes.write(durable=False) as write:
            gone = retention.drop(write, papers)
            if gone:
                write.tell(PapersChanged(tuple(PaperId(paper) for paper in gone)))
                write.tell(SourcesChanged())
        return len(gone)

    def rename(self, source: SourceId, name: str) -> None:
        """Call a source by another name."""
        plain = " ".join(name.split())[:LONGEST_NAME]
        if not plain:
            raise WrongUsage("A source needs a name.")
        self._set(source, f"Source renamed: {plain}", name=plain)

    def set_period(self, source: SourceId, minutes: int | None) -> None:
        """Ask every so many minutes; 0 is by hand only, None as the setting says."""
        if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
            raise WrongUsage(f"{minutes} minutes are no time between two fetches.")
        self._set(source, "Time between fetches", period=minutes)

    def set_retention(self, source: SourceId, days: int | None) -> None:
        """Keep read papers that nobody kept for so many days; None is for ever."""
        if days is not None and not 1 <= days <= MOST_DAYS:
            raise WrongUsage(f"{days} days are no time to keep papers.")
        self._set(source, "How long papers stay", retention=days)

    def set_labels(self, source: SourceId, labels: Sequence[str]) -> None:
        """Put a source under these labels, and no others."""
        self._set(source, "Labels of a source", labels=store.spelt_labels(labels))

    def mute(self, source: SourceId, *, on: bool) -> None:
        """Leave a source out of the days and of everything, or show it there again."""
        self._set(source, "Source muted" if on else "Source unmuted", muted=int(on))

    def notify(self, source: SourceId, *, on: bool) -> None:
        """Tell, or no longer, when a source lists something new."""
        self._set(source, "Source tells" if on else "Source is silent", notify=int(on))

    def move(self, source: SourceId, steps: int) -> None:
        """Move a source so many places down among the others; up if negative."""
        order = [one.id for one in store.sources(self._changes.database.read())]
        if source not in order:
            raise NotFound("That source was removed.")
        at = order.index(source)
        order.insert(max(0, min(at + steps, len(order) - 1)), order.pop(at))
        with self._journal.act("Order of the sources", ()) as edit:
            for position, one in enumerate(order, start=1):
                edit.update("source", {"id": one}, {"position": position})

    def _set(self, source: SourceId, title: str, **values: object) -> None:
        with self._journal.act(title, ()) as edit:
            edit.update("source", {"id": source}, values)
