"""News is told once for each refresh, where it does not disturb."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from paperdesk.app.desktop import telling
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


def test_quiet_hours_are_kept(desktop: Desktop, teller: Telling) -> None:
    desktop.rooms.settings.set("quiet-hours", "0-24")
    teller.hear(Verdict(tidings=(CATS,)))
    desktop.wait(lambda: not teller._soon.isActive())
    desktop.rooms.settings.set("quiet-hours", "")
    assert told(teller) == []


def test_news_is_put_in_words() -> None:
    assert (title((CATS,)), body((CATS,))) == ("Cats", "2 new papers")
    assert merged((CATS, DOGS, CATS)) == (Tiding("Cats", 4, CATS.shelf), DOGS)
