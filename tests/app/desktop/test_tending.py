"""Sources are asked by the clock: one of a host at a time, and none while offline."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Found, State
from paperdesk.domain.shelf import state_shelf
from tests.app.conftest import Desktop
from tests.conftest import World


@pytest.fixture
def online(desktop: Desktop) -> Iterator[Desktop]:
    desktop.run("feed.offline")
    desktop.wait(lambda: not offline_said(desktop))
    yield desktop
    desktop.rooms.settings.set("offline", True)
    desktop.session._tending.wake()


def offline_said(desktop: Desktop) -> bool:
    labels = desktop.parts.activity.findChildren(QLabel)
    return any(label.isVisible() and label.text() == "Offline" for label in labels)


def test_who_works_offline_sees_it(desktop: Desktop, online: Desktop) -> None:
    assert not offline_said(desktop)
    desktop.run("feed.offline")
    desktop.wait(lambda: offline_said(desktop))


def test_what_is_due_is_asked_one_of_a_host_after_the_other(online: Desktop, world: World) -> None:
    rooms, tending = online.rooms, online.session._tending
    for number in (3, 4):
        rooms.feeds.roster.add(f"{world.url}/feeds/generated?n={number}")
    world.fault("slow", "/feeds/generated", seconds=0.2)
    tending._look()
    tending._look()
    online.wait(lambda: len(world.asked("/feeds/generated")) == 2)
    first, second = world.asked("/feeds/generated")
    assert second["time"] - first["time"] >= 0.2
    online.wait(lambda: all(one.last_success for one in rooms.feeds.roster.sources()[-2:]))


def test_going_offline_breaks_off_what_is_under_way(online: Desktop, world: World) -> None:
    source = online.rooms.feeds.roster.add(f"{world.url}/feeds/generated?n=5")
    world.fault("hang", "/feeds/generated", seconds=30)
    online.session._tending._look()
    online.wait(lambda: world.asked("n=5"))
    online.run("feed.offline")
    online.wait(lambda: not online.desk.under_way(source.name))
    assert online.rooms.feeds.roster.source(source.id).last_error is None


def test_old_papers_are_dropped_in_the_background_and_it_is_said(desktop: Desktop) -> None:
    rooms = desktop.rooms
    source = rooms.feeds.roster.add("https://old.example/feed")
    for title, year in (("Old and read", 2020), ("Of today", 2026)):
        at = datetime(year, 1, 1, tzinfo=UTC)
        rooms.feeds.take(source, [Listing(at.date(), at, (Entry(Found(title), 1, title),))])
    old = next(paper for paper in desktop.papers() if paper.title == "Old and read")
    rooms.library.set_unread([old.id], unread=False)
    rooms.tending.set_retention(source.id, 30)
    desktop.desk.rows.show(state_shelf(State.ARCHIVE))
    desktop.wait(lambda: old.id not in desktop.parts.papers.ids())
    desktop.session._tending.find_old()
    desktop.wait(lambda: "1 old paper dropped" in desktop.parts.window.toast.sentence())
    assert old.id not in {paper.id for paper in desktop.papers()}
