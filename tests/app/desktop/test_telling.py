"""News is told once for each refresh, where it does not disturb."""

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtTest import QTest

from paperdesk.app.desktop import held, telling
from paperdesk.app.desktop.telling import Telling, body, merged, title
from paperdesk.domain.rule import Tiding, Verdict
from paperdesk.domain.shelf import ALL, Shelf
from tests.app.conftest import Desktop

CATS = Tiding("Cats", 2, Shelf("Cats", "state:inbox"))
DOGS = Tiding("Dogs", 1, ALL)


class FakeNotices:
    """Shows what it is told to, or nothing; everything is clicked on."""

    def __init__(self, *, here: bool) -> None:
        self.here = here
        self.told: list[tuple[str, str]] = []

    def tell(self, title: str, body: str) -> bool:
        self.told.append((title, body))
        return self.here

    def clicked(self, ended: Callable[[], bool]) -> bool:
        return self.here


@pytest.fixture
def teller(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Telling:
    monkeypatch.setattr(telling, "GATHER", 50)
    made = Telling(desktop.parts, desktop.rooms, desktop.desk)
    made._notices = FakeNotices(here=True)  # type: ignore[assignment]
    monkeypatch.setattr(desktop.parts.window, "isActiveWindow", lambda: False)
    return made


def told(teller: Telling) -> list[tuple[str, str]]:
    return cast(Any, teller._notices).told  # type: ignore[no-any-return]


def test_a_refresh_is_told_of_once_and_a_click_leads_there(
    desktop: Desktop, teller: Telling
) -> None:
    wanted: list[Shelf] = []
    teller.wanted.connect(wanted.append)
    teller.hear(Verdict(tidings=(CATS,)))
    teller.hear(Verdict(tidings=(DOGS, CATS)))
    desktop.wait(lambda: wanted == [CATS.shelf])
    assert told(teller) == [("News of 2 feeds", "Cats: 4\nDogs: 1")]


def test_who_looks_at_the_window_is_told_in_it(
    desktop: Desktop, teller: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop.parts.window, "isActiveWindow", lambda: True)
    teller.hear(Verdict(tidings=(CATS,)))
    desktop.wait(lambda: desktop.parts.window.toast.sentence() == "Cats: 2 new papers")
    assert told(teller) == []


def test_without_a_server_it_is_said_in_the_window(desktop: Desktop, teller: Telling) -> None:
    teller._notices = FakeNotices(here=False)  # type: ignore[assignment]
    teller.hear(Verdict(tidings=(DOGS,)))
    desktop.wait(lambda: desktop.parts.window.toast.sentence() == "Dogs: 1 new paper")


@pytest.fixture
def night(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody is to be told of anything."""
    monkeypatch.setattr(telling, "LOOK", 50)
    desktop.rooms.settings.set("quiet-hours", "0-24")
    yield
    desktop.rooms.settings.set("quiet-hours", "")


@pytest.mark.usefixtures("night")
def test_what_comes_in_quiet_hours_is_told_once_when_they_are_over(
    desktop: Desktop, teller: Telling
) -> None:
    teller.hear(Verdict(tidings=(CATS,)))
    desktop.wait(lambda: held.recall(desktop.rooms.changes) == (CATS,))
    teller.hear(Verdict(tidings=(DOGS, CATS)))
    desktop.wait(lambda: len(held.recall(desktop.rooms.changes)) == 2)
    assert told(teller) == []
    desktop.rooms.settings.set("quiet-hours", "")
    desktop.wait(lambda: told(teller))
    desktop.wait(lambda: held.recall(desktop.rooms.changes) == ())
    QTest.qWait(200)
    assert told(teller) == [("News of 2 feeds", "Cats: 4\nDogs: 1")]


@pytest.mark.usefixtures("night")
def test_what_was_held_is_told_after_another_start(desktop: Desktop, teller: Telling) -> None:
    teller.hear(Verdict(tidings=(CATS,)))
    desktop.wait(lambda: held.recall(desktop.rooms.changes) == (CATS,))
    teller.stop()
    desktop.rooms.settings.set("quiet-hours", "")
    again = Telling(desktop.parts, desktop.rooms, desktop.desk)
    again._notices = FakeNotices(here=True)  # type: ignore[assignment]
    desktop.wait(lambda: told(again))
    desktop.wait(lambda: held.recall(desktop.rooms.changes) == ())
    assert told(again) == [("Cats", "2 new papers")]


def test_news_is_put_in_words() -> None:
    assert (title((CATS,)), body((CATS,))) == ("Cats", "2 new papers")
    assert merged((CATS, DOGS, CATS)) == (Tiding("Cats", 4, CATS.shelf), DOGS)
