"""Verbs of the feed: refresh, add, import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from paperdesk.commands.desk import Desk
from paperdesk.domain.feed import Merged, Source, SourceKind
from paperdesk.domain.shelf import day_shelf


def refresh(desk: Desk) -> None:
    """Fetch again what this list shows."""
    query = desk.rows.shelf().query
    if query.startswith("day:"):
        fetch_day(desk, date.fromisoformat(query[len("day:") :]))
        return
    for source in desk.feeds.sources():
        if query == f"source:{source.id}":
            _fetch(desk, source, None)
            return
    refresh_all(desk)


def refresh_all(desk: Desk) -> None:
    """Fetch the news of every source."""
    for source in _askable(desk):
        _fetch(desk, source, None)


def fetch_day(desk: Desk, day: date) -> None:
    """Fetch one day of the sources that have days, and show it."""
    for source in _askable(desk):
        if source.kind is SourceKind.HUGGINGFACE:
            _fetch(desk, source, day)


def add(desk: Desk) -> None:
    """Add an RSS or Atom feed by its address."""
    address = desk.view.ask_text("Address of the feed")
    if address:
        desk.write(
            lambda: desk.feeds.add(address.strip()), lambda source: _fetch(desk, source, None)
        )


def remove(desk: Desk) -> None:
    """Remove a feed; papers that came by it stay."""
    sources = {source.name: source for source in desk.feeds.sources()}
    name = desk.view.ask_text("Which feed?", choices=tuple(sources))
    if name in sources:
        desk.write(
            lambda: desk.feeds.remove(sources[name].id),
            lambda _: desk.view.say(f"Removed: {name}"),
        )


def stop(desk: Desk) -> None:
    """Stop every fetch and download that is under way."""
    running = desk.jobs.running()
    for job in running:
        job.cancel()
    desk.view.say(f"{len(running)} stopped" if running else "Nothing is running.")


def import_page(desk: Desk) -> None:
    """Make feed rows of a saved copy of a papers page."""
    import_files(desk, desk.view.ask_files("Saved page"))


def import_files(desk: Desk, files: tuple[Path, ...]) -> None:
    """Make feed rows of saved pages, dropped or chosen."""


def _askable(desk: Desk) -> list[Source]:
    return [
        source
        for source in desk.feeds.sources()
        if source.enabled and source.kind is not SourceKind.SAVED_PAGE
    ]


def _fetch(desk: Desk, source: Source, day: date | None) -> None:
    title = f"{source.name}, {day:%d %B}" if day else source.name
    desk.fetch(
        title,
        lambda job: desk.feeds.refresh(source.id, day, job),
        lambda merged: _fetched(desk, title, merged, day),
    )


def _fetched(desk: Desk, title: str, merged: Merged, day: date | None) -> None:
    desk.view.say(f"{title}: {merged.added} new, {merged.updated} updated")
    shown = desk.rows.shelf()
    if day is not None and shown != day_shelf(day):
        desk.rows.show(day_shelf(day))
    else:
        desk.rows.reload()
