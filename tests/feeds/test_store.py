"""The feeds' queries, over a fresh library."""

from datetime import UTC, date, datetime, timedelta

import pytest

from paperdesk.domain.errors import Unreachable
from paperdesk.domain.feed import Entry, Listing, Source, SourceId, SourceKind
from paperdesk.domain.paper import Counts, Found, PaperId
from paperdesk.feeds import store
from paperdesk.feeds.decide import Sight, decide
from paperdesk.infra.changes import Changes
from paperdesk.library import Library

DAY = date(2026, 5, 29)


@pytest.fixture
def source(changes: Changes) -> Source:
    return store.sources(changes.database.read())[0]


def listing(*founds: Found, hour: int = 9, day: date = DAY) -> Listing:
    entries = tuple(Entry(found, rank, found.title) for rank, found in enumerate(founds, start=1))
    return Listing(day, datetime(2026, 5, 30, hour, tzinfo=UTC), entries)


def written(changes: Changes, library: Library, source: Source, one: Listing) -> list[PaperId]:
    """Write a listing, and which papers it was."""
    with changes.write() as write:
        founds = [entry.found for entry in one.entries]
        taken = library.take(write, founds, one.taken.timestamp())
        pairs = zip(taken, one.entries, strict=True)
        sights = [Sight(made.paper, entry) for made, entry in pairs]
        known = store.known(write.connection, source, one.day, sights)
        store.apply(write.connection, source, one, decide(known, sights, one.taken.timestamp()))
    return [made.paper for made in taken]


def snapshots(changes: Changes) -> list[tuple[int, int]]:
    rows = changes.database.read().execute("SELECT rank, upvotes FROM snapshot ORDER BY at, rank")
    return [tuple(row) for row in rows]


def test_a_fresh_library_knows_hugging_face(changes: Changes) -> None:
    (source,) = store.sources(changes.database.read())
    assert (source.kind, source.enabled) == (SourceKind.HUGGINGFACE, True)


def test_counts_are_kept_as_they_were_at_each_moment(
    changes: Changes, library: Library, source: Source
) -> None:
    for hour, upvotes in ((9, 3), (10, 3), (11, 5)):
        written(changes, library, source, listing(Found("A", counts=Counts(upvotes)), hour=hour))
    assert snapshots(changes) == [(1, 3), (1, 5)]


def test_a_source_that_counts_nothing_keeps_no_counts(
    changes: Changes, library: Library, source: Source
) -> None:
    written(changes, library, source, listing(Found("A")))
    assert snapshots(changes) == []


def test_an_entry_keeps_what_nobody_asked_for_yet(
    changes: Changes, library: Library, source: Source
) -> None:
    written(
        changes, library, source, listing(Found("A", extra={"thumbnail": "x"}, submitter="Ada"))
    )
    row = changes.database.read().execute("SELECT extra, submitter FROM entry").fetchone()
    assert tuple(row) == ('{"thumbnail": "x"}', "Ada")


def test_days_and_sources_count_what_is_unread(
    changes: Changes, library: Library, source: Source
) -> None:
    papers = written(changes, library, source, listing(Found("A"), Found("B"), Found("C")))
    library.set_unread(papers[:1], unread=False)
    (day,) = store.days(changes.database.read())
    assert (day.day, day.papers, day.unread) == (DAY, 3, 2)
    assert store.sources(changes.database.read())[0].unread == 2


def test_a_visit_is_remembered_by_what_was_asked(changes: Changes, source: Source) -> None:
    known = (("If-None-Match", '"a"'),)
    with changes.write() as write:
        asked = Listing(DAY, datetime.now(UTC), (), known, asked="newest")
        store.keep_visit(write.connection, source.id, asked)
    assert store.validators(changes.database.read(), source.id, "newest") == known
    assert store.validators(changes.database.read(), source.id, DAY.isoformat()) == ()


def test_an_address_is_added_once(changes: Changes) -> None:
    with changes.write() as write:
        made = [
            store.keep_source(write.connection, SourceKind.FEED, name, "https://a.org/")
            for name in ("one", "two")
        ]
    assert made[0] == made[1]
    assert len(store.sources(changes.database.read())) == 2


def test_a_source_that_is_off_is_not_listed_and_comes_back(
    changes: Changes, source: Source
) -> None:
    with changes.write() as write:
        store.update_source(write.connection, source.id, {"enabled": 0})
    assert source not in store.sources(changes.database.read())
    with changes.write() as write:
        assert store.keep_source(write.connection, source.kind, "new", source.url) == source.id
    assert source in store.sources(changes.database.read())


def test_a_day_is_found_by_all_that_it_lists(
    changes: Changes, library: Library, source: Source
) -> None:
    written(changes, library, source, listing(Found("A"), Found("B")))
    reading = changes.database.read()
    keys = [row[0] for row in reading.execute("SELECT key FROM entry ORDER BY id")]
    assert store.day_of(reading, source.id, keys) == DAY
    assert len(store.on_day(reading, source.id, DAY)) == 2
    for other in (keys[:1], [*keys, "more"], [], ["x", "y"]):
        assert store.day_of(reading, source.id, other) is None


def test_the_newest_day_of_nothing_is_none(changes: Changes) -> None:
    assert store.newest_day(changes.database.read(), SourceId(99), DAY) is None


def test_the_last_twenty_failures_are_kept_the_newest_first(changes: Changes) -> None:
    for number in range(25):
        at = datetime(2026, 5, 30, tzinfo=UTC) + timedelta(minutes=number)
        with changes.write() as write:
            store.remember(write.connection, 1, Unreachable(f"{number}."), at)  # type: ignore[arg-type]
    kept = store.troubles(changes.database.read(), 1)  # type: ignore[arg-type]
    assert [trouble.sentence for trouble in kept] == [f"{n}." for n in range(24, 4, -1)]
    assert kept[0].at == datetime(2026, 5, 30, tzinfo=UTC) + timedelta(minutes=24)
