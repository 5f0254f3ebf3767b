"""Feeds as the commands use them, against the recorded world."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from paperdesk.domain.errors import Cancelled, NotFound, Refused, Unreachable, WrongUsage
from paperdesk.domain.events import PapersChanged, SourcesChanged
from paperdesk.domain.feed import Entry, Listing, Merged, Source, SourceKind
from paperdesk.domain.paper import Counts, Found, PaperId, State
from paperdesk.domain.shelf import ALL
from paperdesk.feeds import Feeds, service
from paperdesk.infra.bus import Bus
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal
from paperdesk.library import Library

NEWEST = date(2026, 5, 29)
NOON = datetime(2026, 5, 30, 12, tzinfo=UTC)


def job() -> Job:
    return Job(1, "Refresh")


def hub(feeds: Feeds) -> Source:
    return feeds.roster.sources()[0]


def listing(*founds: Found, later: int = 0, day: date = NEWEST) -> Listing:
    entries = tuple(
        Entry(found, rank, found.arxiv or found.title) for rank, found in enumerate(founds, start=1)
    )
    return Listing(day, NOON + timedelta(minutes=later), entries)


def days(feeds: Feeds) -> dict[date, int]:
    return {day.day: day.papers for day in feeds.days()}


def test_a_fresh_library_reads_the_newest_day(world: Any, feeds: Feeds) -> None:
    merged = feeds.refresh(hub(feeds), None, job())
    assert (merged.added, merged.updated, len(merged.new)) == (45, 0, 45)
    assert days(feeds) == {NEWEST: 45}


def test_a_day_to_come_is_refused_and_no_failure_of_the_source(feeds: Feeds) -> None:
    for ask in (feeds.refresh, feeds.ask):
        with pytest.raises(Refused, match="2999-01-01 is still to come"):
            ask(hub(feeds), date(2999, 1, 1), job())
    assert hub(feeds).last_error is None


def test_a_page_that_moves_leaves_what_was_on_that_day_before(feeds: Feeds) -> None:
    old, new = date(2026, 5, 1), date(2026, 5, 2)
    page = listing(Found("A"), Found("B"), day=old)
    feeds.take(feeds.roster.pages(), [page, listing(Found("B"), Found("C"), day=new)])
    assert feeds.held(feeds.roster.pages(), page) == old
    feeds.redate(feeds.roster.pages(), old, new)
    assert days(feeds) == {old: 1, new: 3}


def test_a_day_is_listed_in_the_order_of_its_source(
    world: Any, feeds: Feeds, recordings: Any, library: Library
) -> None:
    merged = feeds.refresh(hub(feeds), NEWEST, job())
    titles = [paper.title for paper in library.papers(merged.papers)]
    assert titles == [one["title"] for one in recordings.days[NEWEST]]


def test_the_day_before_the_newest_is_asked_for_again(
    world: Any, feeds: Feeds, recordings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    friday, monday = date(2026, 5, 22), date(2026, 5, 25)
    feeds.refresh(hub(feeds), friday, job())
    until = {day: items for day, items in recordings.days.items() if day <= monday}
    until[friday] = [*until[friday], recordings.days[NEWEST][0]]
    monkeypatch.setattr(recordings, "days", until)
    merged = feeds.refresh(hub(feeds), None, job())
    assert merged.added == 22 + 1
    assert days(feeds) == {monday: 22, friday: 35}


def test_the_same_refresh_again_adds_nothing(world: Any, feeds: Feeds) -> None:
    feeds.refresh(hub(feeds), None, job())
    assert feeds.refresh(hub(feeds), None, job()).added == 0
    assert days(feeds) == {NEWEST: 45}


def test_a_day_long_ago_is_left_alone(world: Any, feeds: Feeds) -> None:
    feeds.refresh(hub(feeds), date(2026, 5, 12), job())
    feeds.refresh(hub(feeds), None, job())
    assert len(world.asked()) == 2


def test_a_refresh_that_brings_nothing_is_cheap(world: Any, feeds: Feeds) -> None:
    feeds.refresh(hub(feeds), date(2026, 5, 28), job())
    for _ in range(2):
        merged = feeds.refresh(hub(feeds), None, job())
    assert (merged.added, merged.updated) == (0, 0)
    assert [entry["status"] for entry in world.asked()] == [200, 200, 304, 304, 304]


def test_late_papers_join_their_day_and_counts_move(feeds: Feeds, library: Library) -> None:
    early = Found("Early", arxiv="2605.00001", counts=Counts(1))
    feeds.take(hub(feeds), [listing(early)])
    late = Found("Late", arxiv="2605.00002", counts=Counts(9))
    moved = Found("Early", arxiv="2605.00001", counts=Counts(5))
    merged = feeds.take(hub(feeds), [listing(late, moved, later=60)])
    assert (merged.added, merged.updated) == (1, 1)
    counts = [paper.counts.upvotes for paper in library.papers(merged.papers)]
    assert counts == [9, 5]


def test_what_came_last_stands_first_each_list_in_its_order(
    feeds: Feeds, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "BATCH", 2)
    today = [Found(f"Today {number}") for number in range(5)]
    before = [Found(f"Before {number}") for number in range(3)]
    friday = NEWEST - timedelta(days=1)
    feeds.take(hub(feeds), [listing(*today), listing(*before, day=friday)])
    feeds.take(hub(feeds), [listing(Found("Late"), *today, later=1)])
    shown = [paper.title for paper in library.papers([*map(PaperId, library.ids(ALL))])]
    assert shown == ["Late", *(found.title for found in (*today, *before))]


def test_what_is_no_longer_listed_stays(feeds: Feeds) -> None:
    feeds.take(hub(feeds), [listing(Found("A"), Found("B"))])
    feeds.take(hub(feeds), [listing(Found("B"), later=60)])
    assert days(feeds) == {NEWEST: 2}


def test_what_the_reader_did_stays_done(feeds: Feeds, library: Library) -> None:
    founds = [Found("A"), Found("B"), Found("C")]
    papers = feeds.take(hub(feeds), [listing(*founds)]).papers
    library.set_state(papers[:1], State.DISMISSED)
    library.set_unread(papers[1:2], unread=False)
    library.set_state(papers[2:], State.TRASH)
    feeds.take(hub(feeds), [listing(*founds, later=60)])
    rows = library.papers(papers)
    assert [row.state for row in rows] == [State.DISMISSED, State.NEW, State.TRASH]
    assert [row.unread for row in rows] == [False, False, False]


def test_what_the_reader_does_during_a_fetch_wins(
    world: Any, feeds: Feeds, library: Library
) -> None:
    source = hub(feeds)
    papers = feeds.refresh(source, NEWEST, job()).papers
    listings = feeds.ask(source, date(2026, 5, 28), job())
    library.set_state(papers[:1], State.SHORTLIST)
    feeds.take(source, listings)
    assert library.paper(papers[0]).state is State.SHORTLIST


def test_one_paper_of_two_sources_is_one_row(world: Any, feeds: Feeds, library: Library) -> None:
    feeds.refresh(hub(feeds), NEWEST, job())
    news = feeds.roster.add("https://rss.arxiv.org/rss/cs")
    merged = feeds.refresh(news, None, job())
    shared = [paper for paper in library.papers(merged.papers) if len(paper.sources) == 2]
    assert len(shared) > 20
    assert not merged.new.intersection(paper.id for paper in shared)


def test_a_paper_without_an_id_gets_it_from_a_later_refresh(feeds: Feeds, library: Library) -> None:
    (paper,) = feeds.take(feeds.roster.pages(), [listing(Found("On  Things: a study"))]).papers
    found = Found("On things — a study", ("Ada Li",), arxiv="2605.00001")
    assert feeds.take(hub(feeds), [listing(found)]).papers == (paper,)
    assert library.paper(paper).arxiv == "2605.00001"


def test_an_entry_of_a_feed_stays_on_the_day_of_its_first_sight(feeds: Feeds) -> None:
    feed = feeds.roster.add("https://example.org/feed")
    feeds.take(feed, [listing(Found("Undated"))])
    feeds.take(feed, [listing(Found("Undated"), later=1440, day=NEWEST + timedelta(days=1))])
    assert days(feeds) == {NEWEST: 1}


def test_a_paper_may_stand_on_two_days_of_hugging_face(feeds: Feeds) -> None:
    for back in (0, 1):
        day = NEWEST - timedelta(days=back)
        feeds.take(hub(feeds), [listing(Found("A", arxiv="2605.00001"), day=day)])
    assert list(days(feeds).values()) == [1, 1]


def test_a_long_listing_is_taken_in_batches(feeds: Feeds, bus: Bus) -> None:
    told: list[PapersChanged] = []
    bus.listen(PapersChanged, told.append)
    merged = feeds.take(hub(feeds), [listing(*(Found(f"Paper {n}") for n in range(450)))])
    assert merged.added == 450
    assert [len(event.ids) for event in told] == [200, 200, 50]


def test_an_unchanged_listing_changes_nothing(feeds: Feeds, bus: Bus) -> None:
    told: list[PapersChanged] = []
    bus.listen(PapersChanged, told.append)
    nothing = Listing(NEWEST, NOON, (), unchanged=True)
    assert feeds.take(hub(feeds), [nothing]) == Merged(0, 0)
    assert told == []


def test_a_success_is_remembered_and_clears_the_error(world: Any, feeds: Feeds, bus: Bus) -> None:
    told: list[SourcesChanged] = []
    bus.listen(SourcesChanged, told.append)
    feeds.failed(hub(feeds), Unreachable("No."))
    assert hub(feeds).last_error == "No."
    feeds.refresh(hub(feeds), None, job())
    assert (hub(feeds).last_error, hub(feeds).last_success is None) == (None, False)
    assert told == [SourcesChanged((hub(feeds).id,))] * 2


@pytest.mark.parametrize("fault", ["drop", "html", "garbage", "truncate", "status", "ratelimit"])
def test_a_failure_is_remembered_and_loses_nothing(world: Any, feeds: Feeds, fault: str) -> None:
    feeds.refresh(hub(feeds), None, job())
    world.fault(fault)
    with pytest.raises(Unreachable):
        feeds.refresh(hub(feeds), date(2026, 5, 28), job())
    assert hub(feeds).last_error
    assert days(feeds) == {NEWEST: 45}


def test_being_stopped_is_no_failure(world: Any, feeds: Feeds) -> None:
    stopped = job()
    stopped.cancel()
    with pytest.raises(Cancelled):
        feeds.refresh(hub(feeds), None, stopped)
    assert hub(feeds).last_error is None


def test_a_feed_takes_the_name_that_it_gives_itself(world: Any, feeds: Feeds) -> None:
    added = feeds.roster.add(f"{world.url}/feeds/zotero/feed.rss")
    assert added.name == "127.0.0.1/feeds/zotero/feed.rss"
    feeds.refresh(added, None, job())
    assert feeds.roster.source(added.id).name == "Liftoff News"


def test_a_name_that_was_given_stays(world: Any, feeds: Feeds) -> None:
    added = feeds.roster.add(f"{world.url}/feeds/zotero/feed.rss", "Space")
    feeds.refresh(added, None, job())
    assert feeds.roster.source(added.id).name == "Space"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("feed://Example.org/Feed#top", "https://example.org/Feed"),
        ("feed:https://example.org/feed", "https://example.org/feed"),
        (" example.org/feed ", "https://example.org/feed"),
        ("https://example.org/feed?x=1", "https://example.org/feed?x=1"),
    ],
)
def test_an_address_is_kept_in_one_form(feeds: Feeds, given: str, kept: str) -> None:
    assert feeds.roster.add(given).url == kept


def test_a_feed_that_is_there_is_not_added_again(feeds: Feeds) -> None:
    assert feeds.roster.add("https://example.org/feed") == feeds.roster.add("example.org/feed")


def test_hugging_faces_page_is_its_source(feeds: Feeds) -> None:
    assert feeds.roster.add("https://huggingface.co/papers/").kind is SourceKind.HUGGINGFACE
    assert len(feeds.roster.sources()) == 1


@pytest.mark.parametrize("given", ["", "ftp://example.org/", "file:///etc/passwd", "http://["])
def test_what_is_no_address_is_not_added(feeds: Feeds, given: str) -> None:
    with pytest.raises(WrongUsage):
        feeds.roster.add(given)


def test_a_source_that_was_removed_does_not_come_back(feeds: Feeds) -> None:
    source = hub(feeds)
    feeds.roster.remove(source.id)
    assert feeds.roster.sources() == ()
    with pytest.raises(NotFound):
        feeds.roster.source(source.id)


def test_removing_and_adding_a_source_can_be_undone(feeds: Feeds, journal: Journal) -> None:
    added = feeds.roster.add("https://example.org/feed")
    feeds.roster.remove(added.id)
    assert journal.undo() == "Feed removed: example.org/feed"
    assert feeds.roster.source(added.id) == added
    assert journal.undo() == "Feed added: example.org/feed"
    assert added not in feeds.roster.sources()


def test_a_source_that_was_removed_and_is_added_again_is_the_same(feeds: Feeds) -> None:
    added = feeds.roster.add("https://example.org/feed")
    feeds.roster.remove(added.id)
    assert feeds.roster.add("https://example.org/feed") == added


def test_saved_pages_are_not_asked(feeds: Feeds) -> None:
    assert feeds.roster.pages() == feeds.roster.pages()
    with pytest.raises(WrongUsage):
        feeds.ask(feeds.roster.pages(), None, job())


def test_asking_writes_nothing(world: Any, feeds: Feeds, library: Library) -> None:
    assert len(feeds.ask(hub(feeds), None, job())[0].entries) == 45
    assert list(library.ids(ALL)) == []
