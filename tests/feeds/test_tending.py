"""The care for sources, over a fresh library."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from paperdesk.domain.errors import NotFound, Unreachable, WrongUsage
from paperdesk.domain.feed import Listing, Source, SourceId
from paperdesk.feeds import Feeds, Tending
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal

HOUR = timedelta(hours=1)


@pytest.fixture
def tending(changes: Changes, journal: Journal) -> Tending:
    return Tending(changes, journal)


def later(changes: Changes, journal: Journal, after: timedelta) -> Tending:
    return Tending(changes, journal, now=lambda: datetime.now(UTC) + after)


def hub(feeds: Feeds) -> Source:
    return feeds.roster.sources()[0]


def read(feeds: Feeds, source: Source) -> None:
    """Let a source have been read just now."""
    now = datetime.now(UTC)
    feeds.take(source, [Listing(now.date(), now, (), unchanged=True)])


def test_a_source_is_due_when_its_time_has_come(
    changes: Changes, journal: Journal, tending: Tending, feeds: Feeds
) -> None:
    assert [one.id for one in tending.due(60)] == [1]
    assert not tending.begun()
    read(feeds, hub(feeds))
    assert tending.begun()
    assert tending.due(60) == ()
    assert [one.id for one in later(changes, journal, HOUR).due(60)] == [1]


def test_a_failure_puts_off_and_a_success_ends_that(
    changes: Changes, journal: Journal, feeds: Feeds
) -> None:
    feeds.failed(hub(feeds), Unreachable("No."))
    assert Tending(changes, journal).due(1) == ()
    assert later(changes, journal, timedelta(minutes=3)).due(1)
    read(feeds, hub(feeds))
    assert (hub(feeds).due, hub(feeds).failures) == (None, 0)


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        (lambda tending: tending.rename(1, "  The \n day "), "name", "The day"),
        (lambda tending: tending.set_period(1, 0), "period", 0),
        (lambda tending: tending.set_retention(1, 30), "retention", 30),
        (lambda tending: tending.set_labels(1, ["a", " a ", "", "b  c"]), "labels", ("a", "b c")),
        (lambda tending: tending.mute(1, on=True), "muted", True),
        (lambda tending: tending.notify(1, on=True), "notify", True),
    ],
)
def test_a_change_is_kept_and_can_be_undone(
    tending: Tending,
    feeds: Feeds,
    journal: Journal,
    change: Callable[[Tending], None],
    field: str,
    value: object,
) -> None:
    before = getattr(hub(feeds), field)
    change(tending)
    assert getattr(hub(feeds), field) == value
    read(feeds, hub(feeds))
    journal.undo()
    assert getattr(hub(feeds), field) == before
    assert hub(feeds).last_success


@pytest.mark.parametrize(
    "change",
    [
        lambda tending: tending.rename(1, " \n "),
        lambda tending: tending.set_period(1, -1),
        lambda tending: tending.set_period(1, 10**12),
        lambda tending: tending.set_retention(1, 0),
        lambda tending: tending.set_retention(1, 10**12),
    ],
)
def test_what_makes_no_sense_is_not_taken(
    tending: Tending, change: Callable[[Tending], None]
) -> None:
    with pytest.raises(WrongUsage):
        change(tending)


def test_sources_are_moved_among_each_other_and_back(
    tending: Tending, feeds: Feeds, journal: Journal
) -> None:
    for name in ("a", "b"):
        feeds.roster.add(f"https://{name}.example/feed", name)
    tending.move(SourceId(3), -2)
    assert [one.id for one in feeds.roster.sources()] == [3, 1, 2]
    tending.move(SourceId(3), 100)
    assert [one.id for one in feeds.roster.sources()] == [1, 2, 3]
    journal.undo()
    journal.undo()
    assert [one.id for one in feeds.roster.sources()] == [1, 2, 3]


def test_a_new_source_comes_behind_those_that_were_ordered(tending: Tending, feeds: Feeds) -> None:
    tending.move(SourceId(1), 1)
    feeds.roster.add("https://a.example/feed", "a")
    assert [one.id for one in feeds.roster.sources()] == [1, 2]


def test_a_source_that_is_gone_cannot_be_moved(tending: Tending) -> None:
    with pytest.raises(NotFound):
        tending.move(SourceId(9), 1)


def test_the_failures_of_a_source_can_be_read(tending: Tending, feeds: Feeds) -> None:
    feeds.failed(hub(feeds), Unreachable("No."))
    assert [one.sentence for one in tending.troubles(SourceId(1))] == ["No."]
