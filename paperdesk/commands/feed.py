"""Verbs of the feed: refresh, remove, import."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from paperdesk.commands import downloads, outlines
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import (
    OFFLINE,
    BadDocument,
    Cancelled,
    Offline,
    PaperDeskError,
    Refused,
    Unreachable,
    WrongUsage,
)
from paperdesk.domain.feed import SEARCHES, Listing, Merged, Source, SourceId, SourceKind, called
from paperdesk.domain.paper import PaperId
from paperdesk.domain.period import Period, period_shelf, shown_day, shown_period
from paperdesk.domain.shelf import day_shelf
from paperdesk.infra.jobs import Job, Lane
from paperdesk.intake import resolve_day

_OF_SOURCES = re.compile(r"source:\d+( OR source:\d+)*")

_FARTHEST = 14
"""Days without papers that are passed over at once: longer than any holiday."""


def refresh(desk: Desk) -> None:
    """Fetch again what this list shows."""
    query = desk.rows.shelf().query
    day, period = shown_day(query), shown_period(query)
    if day is not None:
        fetch_day(desk, day)
    elif period is not None:
        fetch_period(desk, period)
    elif sources := shown_sources(desk):
        for source in sources:
            refresh_source(desk, source)
    else:
        refresh_all(desk)


def shown_sources(desk: Desk) -> list[Source]:
    """The sources that the list is of, if it is a list of sources; also those off the list."""
    query = desk.rows.shelf().query
    if not _OF_SOURCES.fullmatch(query):
        # A shelf that was remembered when sources went by their names.
        return [one for one in desk.feeds.roster.sources() if query == f'source:"{one.name}"']
    numbers = [SourceId(int(number)) for number in re.findall(r"\d+", query)]
    sources = [desk.feeds.roster.any_source(number) for number in numbers]
    return [one for one in sources if one.enabled or one.kind in SEARCHES]


def refresh_source(desk: Desk, source: Source) -> None:
    """Fetch the news of one source."""
    _fetch(desk, source)


def take_read(desk: Desk, source: Source, listings: Sequence[Listing]) -> None:
    """Take what was read when it was looked whether there is a feed."""
    desk.fetch(
        source.name,
        lambda _: desk.feeds.take(source, listings),
        lambda merged: _fetched(desk, source, None, merged),
    )


def refresh_all(desk: Desk) -> None:
    """Fetch the news of every source."""
    for source in _askable(desk):
        refresh_source(desk, source)


def refresh_quietly(desk: Desk, source: Source, then: Callable[[], None]) -> Job:
    """Fetch what is new without a word, then go on; how it went stands beside the source."""

    def done(_: Merged) -> None:
        _withdraw(desk, source)
        then()

    job = desk.jobs.new(source.name)
    job.why = "by the clock"
    work = desk.feeds.refresh
    return desk.jobs.start(
        job, Lane.FETCH, lambda job: work(source, None, job), done, lambda _: then()
    )


def fetch_day(desk: Desk, day: date) -> None:
    """Fetch one day of the sources that have days, and show it."""
    _fetch_first(desk, (day,))


def fetch_period(desk: Desk, period: Period) -> None:
    """Fetch a week or a month, each paper under its own day, and show it."""
    _fetch_first(desk, (period,))


def seek_day(desk: Desk, shown: date, step: int) -> None:
    """Fetch the days after this one (1), or before it (-1), up to one that lists papers."""
    today = datetime.now(UTC).date()
    days = (shown + timedelta(days=step * away) for away in range(1, _FARTHEST + 1))
    _fetch_first(desk, tuple(day for day in days if day <= today))


def _fetch_first(desk: Desk, whens: Sequence[date | Period]) -> None:
    daily = [source for source in _askable(desk) if source.kind is SourceKind.HUGGINGFACE]
    for source in daily:
        _fetch(desk, source, whens)
    if not daily:
        desk.view.say("No source here has days of its own: add Hugging Face’s daily papers first.")


def remove(desk: Desk) -> None:
    """Remove a feed; the papers that came by it stay."""
    listed = desk.feeds.roster.sources()
    names = called(listed)
    sources = {names[source.id]: source for source in listed}
    name = desk.view.ask_text("Which feed?", choices=tuple(sources))
    if name in sources:
        desk.write(
            lambda: desk.feeds.roster.remove(sources[name].id),
            lambda _: desk.view.say(f"Feed removed: {name}", undo=True),
        )


def stop(desk: Desk) -> None:
    """Stop every fetch and download that is under way."""
    running = desk.jobs.running()
    for job in running:
        job.give_up()
    desk.view.say(f"{len(running)} stopped" if running else "Nothing is running.")


def toggle_offline(desk: Desk) -> None:
    """Open no connection at all, or go to the network again."""
    offline = not desk.settings.get("offline")
    said = "Offline: no connection is opened." if offline else "Online again."

    def done(_: None) -> None:
        desk.tender.wake()
        if not offline:
            desk.view.withdraw(OFFLINE)
            downloads.go_on(desk)
        desk.view.say(said)

    desk.write(lambda: desk.settings.set("offline", offline), done)


def import_page(desk: Desk) -> None:
    """Make feed rows of a saved copy of a papers page."""
    import_files(desk, desk.view.ask_files("Saved page"))


def import_files(desk: Desk, files: Sequence[Path]) -> None:
    """Make feed rows of saved pages that were chosen or dropped, and sources of OPML."""
    lists = [path for path in files if path.suffix.lower() == outlines.SUFFIX]
    outlines.bring_files(desk, lists)
    for path in [path for path in files if path not in lists]:
        desk.read(
            lambda path=path: desk.intake.page_heading(path),  # type: ignore[misc]
            lambda heading, path=path: _import(desk, path, heading),  # type: ignore[misc]
        )


@dataclass(frozen=True, slots=True)
class TakenPage:
    """What an import made: title, paper and whether it is new, for each row.

    `before` is the day under which the same page had been here, if it moved.
    """

    rows: list[tuple[str, PaperId, bool]]
    day: date
    before: date | None = None

    @property
    def report(self) -> str:
        """How many are new, and what became of the day, for people to read."""
        new = sum(row[2] for row in self.rows)
        said = f"{new} imported, {len(self.rows) - new} here already"
        return said + (f", moved from {self.before} to {self.day}" if self.before else "")


def take_page(desk: Desk, path: Path, day: date | None, now: datetime) -> TakenPage:
    """Import a saved page.

    *Why a page has one day:* the same page again adds nothing. Under a day that
    is said it moves there, a mistake put right; else it stays where it is.
    """
    listing = desk.intake.import_page(path, day, now)
    pages = desk.feeds.roster.pages()
    held = desk.feeds.held(pages, listing)
    moves = held is not None and day is not None and held != day
    if held and moves:
        desk.feeds.redate(pages, held, listing.day)
    elif held:
        listing = replace(listing, day=held)
    merged = desk.feeds.take(pages, [listing])
    titles = [entry.found.title for entry in listing.entries]
    rows = [
        (title, paper, paper in merged.new)
        for title, paper in zip(titles, merged.papers, strict=True)
    ]
    return TakenPage(rows, listing.day, held if moves else None)


def _import(desk: Desk, path: Path, heading: str | None) -> None:
    """Ask for the day where the page does not say its year, then import."""
    now = datetime.now(UTC)
    day = _asked_day(desk, path.name, heading, now.date())
    desk.write(lambda: take_page(desk, path, day, now), lambda taken: _imported(desk, taken))


def _asked_day(desk: Desk, name: str, heading: str | None, today: date) -> date:
    """The day of a saved page, as the user says it."""
    try:
        guess = resolve_day(heading, today=today, given=None if heading else today)
    except (Refused, WrongUsage):
        # A heading that is no day, or one to come: the user knows better.
        guess = today
    said = desk.view.ask_text(f"Day of {name} (year-month-day)", guess.isoformat())
    if said is None:
        raise Cancelled("Nothing was imported.")
    try:
        return date.fromisoformat(said.strip())
    except ValueError as error:
        raise WrongUsage(f"“{said}” is no day: write it as {guess.isoformat()}.") from error


def _imported(desk: Desk, taken: TakenPage) -> None:
    desk.view.say(taken.report, undo=taken.before is not None)
    desk.rows.show(day_shelf(taken.day))


def _askable(desk: Desk) -> list[Source]:
    return [
        source
        for source in desk.feeds.roster.sources()
        if source.enabled and source.kind is not SourceKind.SAVED_PAGE
    ]


def _fetch(desk: Desk, source: Source, whens: Sequence[date | Period] = ()) -> None:
    """Ask a source for its news, or for the first of these times that lists anything.

    Unless it is being asked this already: a key is soon pressed twice.
    """
    title = _title(source, whens[0] if whens else None)
    if desk.under_way(title):
        desk.view.say(f"{title}: being fetched already")
        return

    def done(found: tuple[date | Period | None, Merged]) -> None:
        _withdraw(desk, source)
        _fetched(desk, source, *found)

    def failed(error: PaperDeskError) -> None:
        _withdraw(desk, source)
        desk.view.complain(_named(source, error))

    job = desk.jobs.new(title)
    desk.jobs.start(job, Lane.FETCH, lambda job: _asked(desk, source, whens, job), done, failed)


def _title(source: Source, when: date | Period | None) -> str:
    if isinstance(when, Period):
        return f"{source.name}, {when.title}"
    return f"{source.name}, {when:%d %B}" if when else source.name


def _asked(
    desk: Desk, source: Source, whens: Sequence[date | Period], job: Job
) -> tuple[date | Period | None, Merged]:
    """What a source lists, and for when: of its news that is not told."""
    when, merged = None, Merged(0, 0)
    for when in whens or (None,):
        merged = desk.feeds.refresh(source, when, job)
        if merged.papers:
            break
    return when, merged


def _named(source: Source, error: PaperDeskError) -> PaperDeskError:
    """The error with the name of its source, unless all sources have it in common."""
    if isinstance(error, Unreachable | BadDocument) and not isinstance(error, Offline):
        return Unreachable(f"{source.name}: {error}")
    return error


def _withdraw(desk: Desk, source: Source) -> None:
    """Take back what was said of a source when it was asked before."""
    desk.view.withdraw(f"{source.name}: ")
    if source.last_error:
        desk.view.withdraw(source.last_error)


def _fetched(desk: Desk, source: Source, when: date | Period | None, merged: Merged) -> None:
    """Say what came; the first papers of a bare desk are shown by their day."""
    desk.view.mention(f"{_title(source, when)}: {merged.added} new, {merged.updated} updated")
    if isinstance(when, Period):
        wanted = period_shelf(when)
    else:
        newest = desk.feeds.newest_day() if when is None and desk.rows.empty() else None
        day = newest or when
        wanted = day_shelf(day) if day is not None else desk.rows.shelf()
    if desk.rows.shelf() != wanted and not (when is None and shown_sources(desk)):
        desk.rows.show(wanted)
    else:
        desk.rows.reload()
