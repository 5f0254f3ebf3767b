"""What can be done with feeds: ask them, take what they list, see how they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

from paperdesk.domain.errors import (
    Cancelled,
    NotFound,
    Offline,
    PaperDeskError,
    Refused,
    WrongUsage,
)
from paperdesk.domain.events import PapersChanged, SourcesChanged
from paperdesk.domain.feed import Day, Listing, Merged, Source, SourceId, SourceKind
from paperdesk.domain.paper import Found, PaperId
from paperdesk.feeds import health, store
from paperdesk.feeds.decide import Plan, Sight, decide
from paperdesk.feeds.sources import huggingface, rss
from paperdesk.infra import answers
from paperdesk.infra.changes import Changes, Write
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal

BATCH = 200
"""Entries a transaction: the window must get its turn to write in between."""

STILL_GROWING = timedelta(days=4)
"""How long before the newest day the one before it may lie: over a long weekend."""

_PAGES = "page:saved"


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

    def take(self, write: Write, founds: Sequence[Found], now: float) -> Sequence[Taken]:
        """One answer for each, in their order, within a transaction."""
        ...


def _now() -> datetime:
    return datetime.now(UTC)


class Feeds:
    """The places that papers come from."""

    def __init__(
        self,
        changes: Changes,
        journal: Journal,
        papers: Papers,
        http: Http,
        *,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._changes = changes
        self._journal = journal
        self._papers = papers
        self._http = http
        self._now = now

    def sources(self) -> tuple[Source, ...]:
        """All sources, in the user's order."""
        return store.sources(self._changes.database.read())

    def source(self, source: SourceId) -> Source:
        """One source."""
        for one in self.sources():
            if one.id == source:
                return one
        raise NotFound("That source was removed.")

    def days(self) -> tuple[Day, ...]:
        """The days on which something was listed, the newest first."""
        return store.days(self._changes.database.read())

    def add(self, url: str, name: str = "") -> Source:
        """Add a feed by its address; one that is there already is left as it is."""
        place = address(url)
        return self._added(kind_of(place), name or short(place), place)

    def pages(self) -> Source:
        """The source that saved pages go to."""
        for one in self.sources():
            if one.kind is SourceKind.SAVED_PAGE:
                return one
        # Nobody asked for this source by itself, so there is no step to undo.
        with self._changes.write() as write:
            kind = SourceKind.SAVED_PAGE
            number = store.keep_source(write.connection, kind, "Saved pages", _PAGES)
            write.tell(SourcesChanged((number,)))
        return self.source(number)

    def remove(self, source: SourceId) -> None:
        """Take a source away; its papers and their days stay."""
        with self._journal.act(f"Feed removed: {self.source(source).name}", ()) as edit:
            edit.update("source", {"id": source}, {"enabled": 0})

    def ask(self, source: Source, day: date | None, job: Job) -> tuple[Listing, ...]:
        """What a source lists for a day, without one what is newest; network only."""
        _come(day, self._now().date())
        if source.kind is SourceKind.FEED:
            known = store.validators(self._changes.database.read(), source.id, rss.FEED)
            return rss.Feed(self._http, job, self._now()).listings(source.url, known)
        if source.kind is SourceKind.SAVED_PAGE:
            raise WrongUsage("Saved pages cannot be asked; import another one.")
        daily = huggingface.Daily(self._http, job, self._now())
        if day is not None:
            return (daily.on(day, self._known(source, day)),)
        return self._newest(source, daily)

    def take(self, source: Source, listings: Sequence[Listing]) -> Merged:
        """Make rows of what a source listed; database only."""
        merged = Merged(0, 0)
        for listing in listings:
            for start in range(0, len(listing.entries), BATCH):
                part = self._take(source, listing, start)
                merged = Merged(
                    merged.added + part.added,
                    merged.updated + part.updated,
                    merged.papers + part.papers,
                    merged.new | part.new,
                )
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

    def refresh(self, source: Source, day: date | None, job: Job) -> Merged:
        """Ask a source and take what it lists; a failure is remembered and raised."""
        # Asking for what cannot be is no failure of the source.
        _come(day, self._now().date())
        try:
            return self.take(source, self.ask(source, day, job))
        except Cancelled:
            raise
        except PaperDeskError as error:
            self.failed(source, error)
            raise

    def failed(self, source: Source, error: PaperDeskError) -> None:
        """Remember why a source could not be read, and when to ask it again."""
        if self._http.offline():
            # Who works offline knows why.
            return
        now = self._now()
        with self._changes.write(durable=False) as write:
            stands = next((one for one in self.sources() if one.id == source.id), source)
            store.update_source(write.connection, source.id, health.failed(stands, error, now))
            if not isinstance(error, Offline):
                store.remember(write.connection, source.id, error, now)
            write.tell(SourcesChanged((source.id,)))

    def _newest(self, source: Source, daily: huggingface.Daily) -> tuple[Listing, ...]:
        """The newest day, and again the one before it, which may still gain papers.

        A day that was never fetched is left to those who go there.
        """
        reading = self._changes.database.read()
        newest = daily.newest(store.validators(reading, source.id, huggingface.NEWEST))
        held = store.newest_day(reading, source.id, date.max)
        last = held if newest.unchanged and held else newest.day
        before = store.newest_day(reading, source.id, last)
        if before is None or last - before > STILL_GROWING:
            return (newest,)
        return (newest, daily.on(before, self._known(source, before)))

    def _known(self, source: Source, day: date) -> store.Validators:
        return store.validators(self._changes.database.read(), source.id, day.isoformat())

    def _take(self, source: Source, listing: Listing, start: int) -> Merged:
        """One batch of a listing, in one transaction."""
        entries = listing.entries[start : start + BATCH]
        with self._changes.write(durable=False) as write:
            founds = [entry.found for entry in entries]
            taken = self._papers.take(write, founds, listing.taken.timestamp())
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
        if title and source.name == short(source.url):
            values["name"] = title
        with self._changes.write(durable=False) as write:
            for listing in listings:
                store.keep_visit(write.connection, source.id, listing)
            store.update_source(write.connection, source.id, values)
            write.tell(SourcesChanged((source.id,)))

    def _added(self, kind: SourceKind, name: str, url: str) -> Source:
        """Make a source, or bring back the one that was removed."""
        with self._journal.act(f"Feed added: {name}", ()) as edit:
            number, row = store.wanted(edit.connection, kind, name, url)
            edit.insert("source", {"id": number}, row)
        return self.source(number)


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


def _come(day: date | None, today: date) -> None:
    """Refuse a day of the future. *Why UTC:* so Hugging Face counts its days."""
    if day is not None and day > today:
        raise Refused(f"{day} is still to come: by the clock of the sources (UTC) it is {today}.")


def address(url: str) -> str:
    """A feed's address in the form in which it is kept."""
    text = url.strip()
    if text.startswith("feed:"):
        text = text.removeprefix("feed:").removeprefix("//")
    if "://" not in text:
        text = f"https://{text}"
    if not answers.sound(text):
        raise WrongUsage(f"“{url}” is not the address of a feed.")
    parts = urlsplit(text)
    plain = parts._replace(netloc=parts.netloc.lower(), fragment="").geturl()
    return huggingface.HOME if plain.rstrip("/") == huggingface.HOME else plain


def kind_of(url: str) -> SourceKind:
    """How the source at an address is asked."""
    return SourceKind.HUGGINGFACE if url == huggingface.HOME else SourceKind.FEED


def short(url: str) -> str:
    """What to call a source until it says its own name."""
    parts = urlsplit(url)
    return f"{parts.hostname or ''}{parts.path}".rstrip("/")[:80]
