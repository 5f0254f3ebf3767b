"""What can be done with feeds: ask them, take what they list, see how they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Protocol

from paperdesk.domain.card import Links
from paperdesk.domain.errors import Cancelled, Offline, PaperDeskError, Refused
from paperdesk.domain.events import PapersChanged, SourcesChanged
from paperdesk.domain.feed import Day, Listing, Merged, Source, SourceKind
from paperdesk.domain.paper import Found, PaperId
from paperdesk.domain.period import Period
from paperdesk.feeds import health, store, wishes
from paperdesk.feeds.asking import Asking, When
from paperdesk.feeds.decide import Plan, Sight, decide
from paperdesk.feeds.discovery import Lead, Scout
from paperdesk.feeds.roster import Roster
from paperdesk.feeds.sources import huggingface
from paperdesk.feeds.sources.feed import Reach
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal

BATCH = 200
"""Entries a transaction: the window must get its turn to write in between."""


class Taken(Protocol):
    """What became of one `Found`."""

    @property
    def paper(self) -> PaperId:
        """The paper that it is."""
        ...

    @property
    def new(self) -> bool:
        """Whether nobody had reported it before."""
        ...

    @property
    def changed(self) -> bool:
        """Whether anything was filled in."""
        ...


class Papers(Protocol):
    """Who makes papers of what is found."""

    def take(
        self, write: Write, founds: Sequence[Found], now: float, first: int
    ) -> Sequence[Taken]:
        """One answer for each, in their order, within a transaction.

        `first` is the place of the first of them in its list.
        """
        ...


def _now() -> datetime:
    return datetime.now(UTC)


class Feeds:
    """The places that papers come from: `roster` is the list of them."""

    def __init__(
        self,
        changes: Changes,
        journal: Journal,
        papers: Papers,
        reach: Reach,
        *,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self.roster = Roster(changes, journal)
        self._changes = changes
        self._journal = journal
        self._papers = papers
        self._reach = reach
        self._now = now

    def close(self) -> None:
        """End the processes that read feeds."""
        self._reach.reads.close()

    def days(self) -> tuple[Day, ...]:
        """The days on which something was listed, the newest first."""
        return store.days(self._changes.database.read())

    def day_near(self, day: date, step: int) -> date | None:
        """The next day after this one (1), or before it (-1), on which something was listed."""
        return store.day_near(self._changes.database.read(), day, step)

    def newest_day(self) -> date | None:
        """The newest day on which something was listed."""
        return self.day_near(date.max, -1)

    def look(self, url: str, job: Job) -> tuple[Lead, ...]:
        """The feed at an address, or those that the page there leads to; network only."""
        return Scout(self._reach, job, self._now()).look(wishes.address(url))

    def search(self, source: Source, job: Job) -> Listing:
        """What best fits the question of a source; network only."""
        return self._asking(job).found(source)

    def gaps(self, period: Period) -> tuple[date, ...]:
        """The days of a week or month that Hugging Face was never asked for, up to today."""
        if all(source.kind is not SourceKind.HUGGINGFACE for source in self.roster.sources()):
            return ()
        visited = store.visited(self._changes.database.read(), SourceKind.HUGGINGFACE)
        return tuple(day for day in period.days(self._now().date()) if day not in visited)

    def ask(self, source: Source, when: When, job: Job) -> tuple[Listing, ...]:
        """What a source lists for a day or more, else what is newest; network only."""
        _come(when, self._now().date())
        return self._asking(job).ask(source, when)

    def links(self, arxiv: str, job: Job) -> Links:
        """What Hugging Face links to a paper; network only."""
        return huggingface.Daily(self._reach.http, job, self._now()).links(arxiv)

    def take(self, source: Source, listings: Sequence[Listing]) -> Merged:
        """Make rows of what a source listed; database only."""
        merged, before = Merged(0, 0), 0
        for listing in listings:
            for start in range(0, len(listing.entries), BATCH):
                part = self._take(source, listing, start, before)
                merged = Merged(
                    merged.added + part.added,
                    merged.updated + part.updated,
                    merged.papers + part.papers,
                    merged.new | part.new,
                )
            before += len(listing.entries)
        self._succeeded(source, listings)
        return merged

    def held(self, source: Source, listing: Listing) -> date | None:
        """The day under which the very same list is here already, if any."""
        keys = [entry.key for entry in listing.entries]
        return store.day_of(self._changes.database.read(), source.id, keys)

    def redate(self, source: Source, old: date, new: date) -> None:
        """Put what a source listed for one day under another, as one step to undo."""
        rows = store.on_day(self._changes.database.read(), source.id, old)
        there = {paper for _, paper in store.on_day(self._changes.database.read(), source.id, new)}
        papers = [paper for _, paper in rows]
        with self._journal.act(f"Page moved to {new}", papers) as edit:
            for number, paper in rows:
                if paper not in there:
                    edit.update("entry", {"id": number}, {"day": new.isoformat()})

    def refresh(self, source: Source, when: When, job: Job) -> Merged:
        """Ask a source and take what it lists; a failure is remembered and raised."""
        # Asking for what cannot be is no failure of the source.
        _come(when, self._now().date())
        try:
            return self.take(source, self.ask(source, when, job))
        except Cancelled:
            raise
        except PaperDeskError as error:
            self.failed(source, error)
            raise

    def failed(self, source: Source, error: PaperDeskError) -> None:
        """Remember why a source could not be read, and when to ask it again."""
        if self._reach.http.offline():
            # Who works offline knows why.
            return
        now = self._now()
        with self._changes.write(durable=False) as write:
            stands = next((one for one in self.roster.sources() if one.id == source.id), source)
            store.update_source(write.connection, source.id, health.failed(stands, error, now))
            if not isinstance(error, Offline):
                store.remember(write.connection, source.id, error, now)
            write.tell(SourcesChanged((source.id,)))

    def _asking(self, job: Job) -> Asking:
        reading = self._changes.database.read()
        return Asking(reading, self._reach, job, self._now())

    def _take(self, source: Source, listing: Listing, start: int, before: int) -> Merged:
        """One batch of a listing, in one transaction; so many came `before` with other listings."""
        entries = listing.entries[start : start + BATCH]
        with self._changes.write(durable=False) as write:
            founds = [entry.found for entry in entries]
            taken = self._papers.take(write, founds, listing.taken.timestamp(), before + start)
            pairs = zip(taken, entries, strict=True)
            sights = [Sight(one.paper, entry) for one, entry in pairs]
            known = store.known(write.connection, source, listing.day, sights)
            plan = decide(known, sights, listing.taken.timestamp())
            store.apply(write.connection, source, listing, plan)
            new = frozenset(one.paper for one in taken if one.new)
            merged = _merged(taken, plan, new)
            if touched := _touched(taken, plan):
                write.tell(PapersChanged(touched))
        return merged

    def _succeeded(self, source: Source, listings: Sequence[Listing]) -> None:
        values = health.cleared(self._now())
        title = next((listing.title for listing in listings if listing.title), "")
        unnamed = source.kind is SourceKind.FEED and source.name == wishes.name_of(source.url)
        if title and unnamed:
            values["name"] = title
        with self._changes.write(durable=False) as write:
            for listing in listings:
                store.keep_visit(write.connection, source.id, listing)
            store.update_source(write.connection, source.id, values)
            write.tell(SourcesChanged((source.id,)))


def _merged(taken: Sequence[Taken], plan: Plan, new: frozenset[PaperId]) -> Merged:
    added = {sight.paper for sight in plan.adds}
    updated = {one.paper for one in taken if one.changed} - added
    updated |= {move.known.paper for move in plan.moves if move.moved}
    return Merged(len(added), len(updated), tuple(one.paper for one in taken), new)


def _touched(taken: Sequence[Taken], plan: Plan) -> tuple[PaperId, ...]:
    touched = {one.paper for one in taken if one.new or one.changed}
    touched |= {sight.paper for sight in plan.adds}
    touched |= {move.known.paper for move in plan.moves if move.moved}
    return tuple(sorted(touched))


def _come(when: When, today: date) -> None:
    """Refuse a day of the future. *Why UTC:* so Hugging Face counts its days."""
    first = when.first if isinstance(when, Period) else when
    if first is not None and first > today:
        raise Refused(f"{first} is still to come: by the clock of the sources (UTC) it is {today}.")
