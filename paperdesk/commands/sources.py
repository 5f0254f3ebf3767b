"""Verbs of the sources: how each is doing, and what can be changed about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from paperdesk.commands import adding, feed
from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.domain import health
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.feed import Source, SourceId, SourceKind, Trouble, called
from paperdesk.domain.health import Sign
from paperdesk.domain.shelf import source_shelf

TITLE = "Sources: choose one to see it or to change it"
_ADD = "add"


def show(desk: Desk) -> None:
    """Show how the sources are doing, and change, mute, order or remove them."""

    def read() -> list[Option]:
        return [*_listed(desk, _setting(desk)), Option(_ADD, "Add a source…")]

    def offer(options: list[Option]) -> None:
        desk.chooser.offer(TITLE, options, lambda chosen: _take(desk, chosen))

    desk.read_offers(TITLE, read, offer)


def _take(desk: Desk, chosen: str) -> None:
    if chosen == _ADD:
        adding.add(desk)
    else:
        offer(desk, SourceId(int(chosen)))


def _setting(desk: Desk) -> int:
    return int(desk.settings.get("refresh"))


def _listed(desk: Desk, setting: int) -> list[Option]:
    now = datetime.now(UTC)
    listed = desk.feeds.roster.counted()
    names = called(listed)
    return [
        Option(
            str(source.id),
            f"{health.standing(source, now).sign.value}  {names[source.id]}",
            _summary(desk, source, setting, now),
            f"{source.url} {' '.join(source.labels)}",
        )
        for source in listed
    ]


def _summary(desk: Desk, source: Source, setting: int, now: datetime) -> str:
    """How a source is doing, beside its name."""
    parts = [f"{source.unread:,} of {source.papers:,} unread"]
    if source.muted:
        parts.insert(0, "muted")
    if health.standing(source, now).sign is Sign.FAILING:
        parts.insert(0, "failing")
    elif source.last_success is None and source.kind is not SourceKind.SAVED_PAGE:
        parts.insert(0, "never fetched")
    if source.last_success is not None:
        parts.append(f"read {health.ago(source.last_success, now)}")
    due = desk.tending.due_at(source, setting)
    parts.append(f"next {health.ahead(due, now)}" if due else "by hand")
    return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class _Act:
    """What can be done with a source: its title, how that stands, and the doing."""

    title: str
    remark: str
    run: Callable[[Desk, Source], None]


def offer(desk: Desk, source: SourceId) -> None:
    """Offer what can be done with a source."""
    name = desk.feeds.roster.any_source(source).name

    def read() -> tuple[Source, list[_Act]]:
        listed = {one.id: one for one in desk.feeds.roster.counted()}
        found = listed.get(source) or desk.feeds.roster.source(source)
        return found, _acts(desk, found)

    def show_acts(read: tuple[Source, list[_Act]]) -> None:
        found, acts = read
        by_title = {act.title: act for act in acts}
        options = [Option(act.title, act.title, act.remark) for act in acts]
        desk.chooser.offer(name, options, lambda title: by_title[title].run(desk, found))

    desk.read_offers(name, read, show_acts)


def _acts(desk: Desk, source: Source) -> list[_Act]:
    now, setting = datetime.now(UTC), _setting(desk)
    minutes = setting if source.period is None else source.period
    own = "" if source.period is not None else ", as the setting says"
    kept = "for ever" if source.retention is None else f"{source.retention} days"
    troubles = desk.tending.troubles(source.id)
    asked = [
        _Act("Fetch it now", "", lambda desk, one: feed.refresh_source(desk, one)),
        _Act("Time between fetches…", f"{health.every(minutes)}{own}", _ask_period),
    ]
    return [
        _Act("Show its papers", f"{source.unread:,} of {source.papers:,} unread", _go),
        *(asked if source.kind is not SourceKind.SAVED_PAGE else []),
        _Act("Last failures", _troubled(source, len(troubles), now), _show_troubles),
        _Act("Name…", source.name, _ask_name),
        _Act("Labels…", ", ".join(source.labels) or "none", _ask_labels),
        _Act("Keep read papers…", kept, _ask_retention),
        _Act("Unmute" if source.muted else "Mute", _muted(source), _toggle_muted),
        _Act("Tell of news" if not source.notify else "Tell no news", "", _toggle_notify),
        _Act("Move up", "", lambda desk, one: _move(desk, one, -1)),
        _Act("Move down", "", lambda desk, one: _move(desk, one, 1)),
        _Act("Copy its address", source.url, lambda desk, one: desk.view.copy(one.url)),
        _Act("Remove", "its papers stay", _remove),
    ]


def _troubled(source: Source, failures: int, now: datetime) -> str:
    """Beside its failures: how it is doing, at more length than in the list."""
    if not failures and not source.last_success:
        return "never fetched"
    if health.standing(source, now).sign is Sign.FAILING:
        since = health.ago(source.last_success, now) if source.last_success else "never"
        return f"failing; last read {since}"
    return f"ok, fetched {health.ago(source.last_success, now)}"


def _muted(source: Source) -> str:
    return "left out of the days and of everything" if source.muted else "fetched, but out of sight"


def _go(desk: Desk, source: Source) -> None:
    desk.rows.show(source_shelf(source))


def _show_troubles(desk: Desk, source: Source) -> None:
    """Show the last failures of a source; Enter copies one."""
    now, title = datetime.now(UTC), f"Failures of {source.name}"

    def offer(options: Sequence[Option]) -> None:
        none = Option("", "It has not failed yet." if source.last_success else "Not fetched yet.")
        desk.chooser.offer(title, options or [none], desk.view.copy)

    troubles = desk.tending.troubles
    desk.read_offers(title, lambda: [_failure(one, now) for one in troubles(source.id)], offer)


def _failure(trouble: Trouble, now: datetime) -> Option:
    line = f"{trouble.at:%Y-%m-%d %H:%M} UTC: {trouble.sentence}"
    return Option(line, trouble.sentence, health.ago(trouble.at, now))


def _ask_name(desk: Desk, source: Source) -> None:
    name = desk.view.ask_text("Name of the source", source.name)
    if name is not None:
        _change(desk, source, lambda: desk.tending.rename(source.id, name))


def _ask_period(desk: Desk, source: Source) -> None:
    question = (
        f"Minutes between two fetches of {source.name} "
        f"(0: by hand; empty: {_setting(desk)}, as the setting says)"
    )
    said = desk.view.ask_text(question, "" if source.period is None else str(source.period))
    if said is not None:
        minutes = _number(said)
        _change(desk, source, lambda: desk.tending.set_period(source.id, minutes))


def _ask_retention(desk: Desk, source: Source) -> None:
    question = (
        f"Days after which read papers of {source.name} that you did not keep are dropped "
        "(empty: never)"
    )
    said = desk.view.ask_text(question, "" if source.retention is None else str(source.retention))
    if said is not None:
        days = _number(said)
        _change(desk, source, lambda: desk.tending.set_retention(source.id, days))


def _number(said: str) -> int | None:
    """A number as it was typed; None for nothing."""
    plain = said.strip()
    if plain and not (plain.isascii() and plain.isdigit()):
        raise WrongUsage(f"“{plain}” is no number.")
    return int(plain[:20]) if plain else None


def _ask_labels(desk: Desk, source: Source) -> None:
    said = desk.view.ask_text(
        f"Labels of {source.name}, a comma between two", ", ".join(source.labels)
    )
    if said is not None:
        _change(desk, source, lambda: desk.tending.set_labels(source.id, said.split(",")))


def _toggle_muted(desk: Desk, source: Source) -> None:
    _change(desk, source, lambda: desk.tending.mute(source.id, on=not source.muted))


def _toggle_notify(desk: Desk, source: Source) -> None:
    _change(desk, source, lambda: desk.tending.notify(source.id, on=not source.notify))


def _move(desk: Desk, source: Source, steps: int) -> None:
    _change(desk, source, lambda: desk.tending.move(source.id, steps))


def _remove(desk: Desk, source: Source) -> None:
    desk.write(
        lambda: desk.feeds.roster.remove(source.id),
        lambda _: desk.view.say(f"Feed removed: {source.name}", undo=True),
    )


def _change(desk: Desk, source: Source, change: Callable[[], None]) -> None:
    """Change a source, and go on with it: what is beside each line is then true again."""

    def done(_: None) -> None:
        desk.view.say(f"{source.name}: changed", undo=True)
        offer(desk, source.id)

    desk.write(change, done)
