"""Each kind of source, asked in its own way, against the recorded world."""

from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any

import pytest

from paperdesk.domain.errors import Refused, WrongUsage
from paperdesk.domain.feed import Entry, Listing, Source, SourceKind
from paperdesk.domain.paper import PaperId
from paperdesk.domain.period import Period
from paperdesk.domain.shelf import ALL, Order, Shelf, day_shelf, source_shelf
from paperdesk.feeds import Feeds, wishes
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal
from paperdesk.library import Library
from tests.feeds.here import reach

FRIDAY = date(2026, 5, 29)
NOW = datetime(2026, 5, 30, 12, tzinfo=UTC)


@pytest.fixture
def feeds(changes: Changes, journal: Journal, library: Library, http: Http) -> Feeds:
    return Feeds(changes, journal, library, reach(http), now=lambda: NOW)


def job() -> Job:
    return Job(1, "Refresh")


def hub(feeds: Feeds) -> Source:
    return feeds.roster.sources()[0]


def kinds(changes: Changes) -> dict[int, str]:
    """How each paper was announced."""
    rows = changes.database.read().execute("SELECT paper, kind FROM entry")
    return {row[0]: row[1] for row in rows}


def days(feeds: Feeds) -> dict[date, int]:
    return {day.day: day.papers for day in feeds.days()}


def recorded(recordings: Any, period: Period) -> dict[date, int]:
    """How many papers the recordings have for each day of a period, counted by themselves."""
    return {
        day: len({item["paper"]["id"] for item in items})
        for day, items in recordings.days.items()
        if period.first <= day <= period.last
    }


@pytest.mark.parametrize("period", [Period.week(FRIDAY), Period.month(FRIDAY)])
def test_a_period_is_fetched_into_its_own_days(
    world: Any, feeds: Feeds, recordings: Any, period: Period
) -> None:
    feeds.refresh(hub(feeds), period, job())
    assert days(feeds) == recorded(recordings, period)
    assert feeds.gaps(period) == ()


def test_a_period_whose_papers_do_not_say_their_day_is_asked_day_by_day(
    world: Any, feeds: Feeds, recordings: Any
) -> None:
    undated = min(recordings.days)
    period = Period.week(undated)
    feeds.refresh(hub(feeds), period, job())
    assert days(feeds) == recorded(recordings, period)
    assert len(world.asked()) >= 7


def test_a_period_adds_to_its_days_and_takes_nothing_away(
    world: Any, feeds: Feeds, library: Library, recordings: Any
) -> None:
    feeds.refresh(hub(feeds), FRIDAY, job())
    before = library.ids(day_shelf(FRIDAY))
    merged = feeds.refresh(hub(feeds), Period.week(FRIDAY), job())
    assert library.ids(day_shelf(FRIDAY)) == before
    assert merged.added == sum(recorded(recordings, Period.week(FRIDAY)).values()) - len(before)


def test_the_days_that_were_never_fetched_are_gaps(world: Any, feeds: Feeds) -> None:
    feeds.refresh(hub(feeds), FRIDAY, job())
    feeds.refresh(hub(feeds), date(2026, 5, 24), job())
    gaps = feeds.gaps(Period.week(FRIDAY))
    assert gaps == tuple(date(2026, 5, day) for day in (25, 26, 27, 28, 30))
    feeds.roster.remove(hub(feeds).id)
    assert feeds.gaps(Period.week(FRIDAY)) == ()


def test_a_period_to_come_is_refused(feeds: Feeds) -> None:
    with pytest.raises(Refused, match="still to come"):
        feeds.refresh(hub(feeds), Period.month(date(2026, 6, 1)), job())


def test_what_trends_keeps_its_order_and_stays_out_of_the_days(
    world: Any, feeds: Feeds, library: Library
) -> None:
    feeds.refresh(hub(feeds), FRIDAY, job())
    day = library.ids(day_shelf(FRIDAY))
    trending = feeds.roster.trending()
    listed = feeds.refresh(trending, None, job()).papers
    assert tuple(library.ids(source_shelf(trending))) == listed
    assert library.ids(day_shelf(FRIDAY)) == day
    assert days(feeds) == {FRIDAY: len(day)}


def test_each_day_of_what_trends_is_kept(
    world: Any, feeds: Feeds, changes: Changes, recordings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    trending = feeds.roster.trending()
    for moment in (NOW, NOW.replace(day=31)):
        monkeypatch.setattr(feeds, "_now", lambda moment=moment: moment)
        feeds.refresh(trending, None, job())
    query = "SELECT day, count(*) FROM entry GROUP BY day"
    kept = {row[0]: row[1] for row in changes.database.read().execute(query)}
    assert kept == {"2026-05-30": 100, "2026-05-31": 100}


def test_what_falls_out_of_the_trending_list_stands_below_it(
    world: Any, feeds: Feeds, library: Library
) -> None:
    trending = feeds.roster.trending()
    (listing,) = feeds.ask(trending, None, job())
    feeds.take(trending, [listing])
    gone, *rest = (entry.found for entry in listing.entries)
    later = tuple(Entry(found, rank) for rank, found in enumerate(reversed(rest), start=1))
    feeds.take(trending, [Listing(listing.day, NOW.replace(hour=20), later, asked="later")])
    titles = [
        paper.title
        for paper in library.papers([PaperId(one) for one in library.ids(source_shelf(trending))])
    ]
    assert titles == [found.title for found in (*reversed(rest), gone)]


def test_a_category_is_what_arxiv_announces(world: Any, feeds: Feeds, library: Library) -> None:
    source = feeds.roster.add(wishes.news(("cs.LG",)))
    assert (source.kind, source.name) == (SourceKind.ARXIV, "arXiv cs.LG")
    merged = feeds.refresh(source, None, job())
    assert merged.added > 10
    assert feeds.refresh(source, None, job()).added == 0


def test_new_versions_are_no_news(
    world: Any, feeds: Feeds, library: Library, changes: Changes
) -> None:
    source = feeds.roster.add(wishes.news(("cs",)))
    papers = library.papers(feeds.refresh(source, None, job()).papers)
    read = kinds(changes)
    assert {paper.unread for paper in papers if read[paper.id].startswith("replace")} == {False}
    assert {paper.unread for paper in papers if read[paper.id] in ("new", "cross")} == {True}


def test_a_question_is_asked_again_only_for_what_is_new(world: Any, feeds: Feeds) -> None:
    source = feeds.roster.add(wishes.query("cat:cs.LG"))
    assert feeds.refresh(source, None, job()).added == 100
    assert feeds.refresh(source, None, job()).added == 0
    assert len(world.asked()) == 2


def test_a_search_away_lists_what_fits_best_in_its_order(
    world: Any, feeds: Feeds, library: Library
) -> None:
    source = feeds.roster.aside(wishes.hub_search("diffusion"))
    papers = feeds.take(source, [feeds.search(source, job())]).papers
    shelf = Shelf("", f"source:{source.id}", Order.FOUND)
    assert tuple(library.ids(shelf)) == papers
    assert source not in feeds.roster.sources()
    assert days(feeds) == {}


def test_a_search_that_is_kept_is_a_source_with_its_papers(
    world: Any, feeds: Feeds, library: Library, journal: Journal
) -> None:
    aside = feeds.roster.aside(wishes.hub_search("diffusion"))
    feeds.take(aside, [feeds.search(aside, job())])
    kept = feeds.roster.add(aside.url)
    assert (kept.id, kept.enabled) == (aside.id, True)
    assert feeds.refresh(kept, None, job()).added == 0
    journal.undo()
    assert kept.id not in [source.id for source in feeds.roster.sources()]


def test_saved_pages_cannot_be_asked(feeds: Feeds) -> None:
    with pytest.raises(WrongUsage, match="cannot be asked"):
        feeds.ask(feeds.roster.pages(), None, job())


def test_the_days_of_somebodys_submissions_are_their_own(
    world: Any, feeds: Feeds, recordings: Any
) -> None:
    item = recordings.days[FRIDAY][0]
    source = feeds.roster.add(
        f"https://huggingface.co/papers?submitter={item['submittedBy']['name']}"
    )
    feeds.refresh(source, None, job())
    assert FRIDAY in days(feeds)


@pytest.mark.parametrize("news_first", [False, True])
def test_a_paper_is_news_once_whoever_tells_of_its_new_version_before(
    world: Any, feeds: Feeds, library: Library, *, news_first: bool
) -> None:
    thursday, category = date(2026, 5, 28), feeds.roster.add(wishes.news(("cs",)))
    asks = [(hub(feeds), thursday), (category, None)]
    for source, when in asks if news_first else reversed(asks):
        papers = feeds.refresh(source, when, job()).papers
    listed = library.papers([PaperId(one) for one in library.ids(day_shelf(thursday))])
    assert len(papers) > 20
    assert {paper.unread for paper in listed} == {True}
    library.set_unread([listed[0].id], unread=False)
    feeds.refresh(hub(feeds), thursday, job())
    assert not library.paper(listed[0].id).unread


SOURCES = ("https://huggingface.co/papers", wishes.news(("cs",)), wishes.query("cat:cs.LG"))


@pytest.fixture(scope="module")
def outcomes() -> list[set[object]]:
    return []


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_whatever_order_sources_come_a_paper_is_one_row_with_all_their_badges(
    world: Any, feeds: Feeds, library: Library, order: tuple[int, ...], outcomes: list[set[object]]
) -> None:
    sources = [feeds.roster.add(url) for url in SOURCES]
    listings = [feeds.ask(source, None, job()) for source in sources]
    for turn in order:
        feeds.take(sources[turn], listings[turn][::-1])
    rows = library.papers([PaperId(one) for one in library.ids(ALL)])
    outcome = {(row.arxiv, row.title, frozenset(row.sources), row.days, row.unread) for row in rows}
    assert len({row.arxiv for row in rows}) == len(rows) > 100
    assert any(len(row.sources) == 3 for row in rows)
    outcomes.append({*outcome})
    assert outcome == outcomes[0]
