"""Who moves in the list is here, and what rose since the time before comes first."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from paperdesk.app.desktop import visiting
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Counts, Found
from paperdesk.infra import memory
from paperdesk.library.visits import last_visit
from tests.app.conftest import Desktop

DAY = 86_400.0


@pytest.fixture
def away(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> float:
    """Somebody was here three days ago, and a paper of the first day rose since; the moment."""
    then = time.time() - 3 * DAY
    memory.keep(desktop.rooms.changes, "visit", [then, None])
    monkeypatch.setattr(desktop.session._visiting, "_noted", 0.0)
    monkeypatch.setattr(desktop.parts.window, "isActiveWindow", lambda: True)
    return then


def seen(desktop: Desktop) -> float | None:
    return last_visit(desktop.rooms.database.read(), time.time() + visiting.OFTEN)


def test_a_row_that_is_gone_to_is_a_sign_of_somebody(desktop: Desktop, away: float) -> None:
    desktop.press("j")
    row = "SELECT value FROM memory WHERE key = 'visit'"
    reading = desktop.rooms.database.read()
    desktop.wait(lambda: str(away) in reading.execute(row).fetchone()[0].split(",")[1])
    assert seen(desktop) == away


def test_a_refresh_while_nobody_is_there_is_no_sign(
    desktop: Desktop, away: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop.parts.window, "isActiveWindow", lambda: False)
    desktop.parts.papers.cursor_moved.emit(None)
    assert desktop.session._visiting._noted == 0.0


def test_what_rose_since_then_comes_first_by_a_key(desktop: Desktop, away: float) -> None:
    feeds, papers = desktop.rooms.feeds, desktop.papers()
    (source, last) = feeds.roster.sources()[0], papers[-1]
    now = datetime.now(UTC)
    for ago, upvotes in ((4, 3), (1, 30)):
        entry = Entry(Found(last.title, last.authors, counts=Counts(upvotes)), 1, "rising")
        taken = now - timedelta(days=ago)
        feeds.take(source, [Listing((now - timedelta(days=4)).date(), taken, (entry,))])
    assert desktop.parts.papers.ids()[0] != last.id
    desktop.press("S")
    desktop.press("rising")
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: desktop.parts.papers.ids()[0] == last.id)
    assert desktop.rooms.library.paper(last.id).momentum.risen() == 27
