"""What is shown of the sources, and what can be changed."""

from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from paperdesk.commands import sources
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import Unreachable
from paperdesk.domain.feed import Listing, Source
from paperdesk.feeds import Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from tests.commands.conftest import Screen, with_rooms
from tests.feeds.here import reach

HUB = "Hugging Face Daily Papers"


@pytest.fixture
def tended(desk: Desk, changes: Changes) -> Desk:
    """A desk with real sources: Hugging Face, and a blog."""
    feeds = Feeds(changes, desk.journal, desk.library, reach(Http()))
    feeds.roster.add("https://blog.example/feed", "Blog")
    return with_rooms(desk, feeds=feeds)


def hub(desk: Desk) -> Source:
    return next(one for one in desk.feeds.roster.sources() if one.id == 1)


def remarks(screen: Screen) -> dict[str, str]:
    """What was offered last, with the remark beside it."""
    return {one.title: one.remark for one in screen.offered[-1][1]}


def read(desk: Desk) -> None:
    now = datetime.now(UTC)
    desk.feeds.take(hub(desk), [Listing(now.date(), now, (), unchanged=True)])


def test_each_source_says_how_it_is_doing(tended: Desk, screen: Screen) -> None:
    tended.feeds.failed(hub(tended), Unreachable("No answer."))
    sources.show(tended)
    told = remarks(screen)
    assert told[f"✗  {HUB}"].startswith("failing · 0 of 0 unread · next in ")
    assert told["·  Blog"] == "never fetched · 0 of 0 unread · next now"
    read(tended)
    sources.show(tended)
    assert remarks(screen)[f"✓  {HUB}"] == "0 of 0 unread · read just now · next in 1 hour"


@pytest.mark.parametrize(
    ("act", "answer", "field", "value"),
    [
        ("Name…", "Daily", "name", "Daily"),
        ("Time between", "90", "period", 90),
        ("Time between", "", "period", None),
        ("Keep read", "30", "retention", 30),
        ("Labels", "ml, daily", "labels", ("ml", "daily")),
        ("Mute", None, "muted", True),
        ("Tell of news", None, "notify", True),
    ],
)
def test_a_change_is_made_and_then_seen_and_taken_back(
    tended: Desk, screen: Screen, act: str, answer: str | None, field: str, value: object
) -> None:
    before, screen.answer, screen.picks = getattr(hub(tended), field), answer, [HUB, act]
    sources.show(tended)
    assert getattr(hub(tended), field) == value
    assert screen.offered[-1][0] == hub(tended).name
    assert screen.said == [f"{HUB}: changed"]
    tended.journal.undo()
    assert getattr(hub(tended), field) == before


@pytest.mark.parametrize("answer", ["soon", "-1", "1.5", "٣"])
def test_what_is_no_number_is_said(tended: Desk, screen: Screen, answer: str) -> None:
    screen.answer, screen.picks = answer, [HUB, "Time between"]
    sources.show(tended)
    assert ["is no number" in problem for problem in screen.problems] == [True]


def test_turning_away_changes_nothing(tended: Desk, screen: Screen) -> None:
    for act in ("Name…", "Time between", "Keep read", "Labels"):
        screen.answer, screen.picks = None, [HUB, act]
        sources.show(tended)
    assert screen.said == []


def test_sources_are_moved_and_removed(tended: Desk, screen: Screen) -> None:
    screen.picks = [HUB, "Move down", "Move down"]
    sources.show(tended)
    assert [one.name for one in tended.feeds.roster.sources()] == ["Blog", HUB]
    screen.picks = ["Blog", "Remove"]
    sources.show(tended)
    assert [one.name for one in tended.feeds.roster.sources()] == [HUB]
    tended.journal.undo()
    assert len(tended.feeds.roster.sources()) == 2


def test_the_last_failures_can_be_read_and_copied(tended: Desk, screen: Screen) -> None:
    for sentence in ("It broke off.", "No answer."):
        tended.feeds.failed(hub(tended), Unreachable(sentence))
    screen.picks = [HUB, "Last failures", "No answer."]
    sources.show(tended)
    assert [one.title for one in screen.offered[-1][1]] == ["No answer.", "It broke off."]
    assert screen.clipboard.endswith("UTC: No answer.")


def test_a_source_is_fetched_and_gone_to(tended: Desk, screen: Screen) -> None:
    busy = SimpleNamespace(running=lambda: (SimpleNamespace(title=HUB, stop=_still()),))
    screen.picks = [HUB, "Show its papers"]
    sources.show(tended)
    assert screen.shown.title == HUB
    acts: dict[str, Callable[..., None]] = {
        act.title: act.run for act in sources._acts(tended, hub(tended))
    }
    acts["Fetch it now"](with_rooms(tended, jobs=busy), hub(tended))
    assert screen.said == [f"{HUB}: being fetched already"]


def _still() -> SimpleNamespace:
    return SimpleNamespace(is_set=lambda: False)


def test_a_saved_page_is_never_asked(tended: Desk, screen: Screen) -> None:
    tended.feeds.roster.pages()
    screen.picks = ["Saved pages"]
    sources.show(tended)
    assert not {"Fetch it now", "Time between fetches…"} & set(remarks(screen))
