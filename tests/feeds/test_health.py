"""What is kept of failures, over a fresh library."""

from datetime import UTC, datetime, timedelta

from paperdesk.domain.errors import Offline, Unreachable
from paperdesk.domain.feed import Source
from paperdesk.feeds import Feeds, store
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from tests.feeds.here import reach

NOW = datetime(2026, 5, 30, 12, tzinfo=UTC)


def hub(feeds: Feeds) -> Source:
    return feeds.roster.sources()[0]


def resting(seconds: float) -> Unreachable:
    error = Unreachable("It asks for a pause.")
    error.wait = seconds
    return error


def test_failures_are_counted_and_the_next_try_put_off(feeds: Feeds) -> None:
    for _ in range(3):
        feeds.failed(hub(feeds), Unreachable("No."))
    failing = hub(feeds)
    assert failing.failures == 3
    assert failing.due
    assert failing.last_error_at
    assert failing.due - failing.last_error_at >= timedelta(minutes=6)


def test_the_pause_that_a_host_asks_for_outlives_a_restart(feeds: Feeds) -> None:
    feeds.failed(hub(feeds), resting(7200.0))
    failing = hub(feeds)
    assert failing.due
    assert failing.last_error_at
    assert failing.due - failing.last_error_at >= timedelta(hours=2)


def test_no_network_is_nobodys_fault(feeds: Feeds, changes: Changes) -> None:
    feeds.failed(hub(feeds), Offline("There is no network."))
    assert (hub(feeds).failures, hub(feeds).last_error) == (0, "There is no network.")
    assert store.troubles(changes.database.read(), hub(feeds).id) == ()


def test_nothing_is_kept_of_what_was_not_asked_because_nobody_wants_to_be_online(
    changes: Changes, journal: Journal, library: Library
) -> None:
    feeds = Feeds(changes, journal, library, reach(Http(offline=lambda: True)))
    feeds.failed(hub(feeds), Offline("Set to work offline."))
    assert (hub(feeds).last_error, hub(feeds).due) == (None, None)
