"""The numbers are kept true, also when another process changes them."""

import os
import sqlite3
import subprocess
import sys
import threading

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from paperdesk.app.desktop.counting import GATHER
from paperdesk.domain.paper import State
from paperdesk.domain.shelf import source_shelf
from tests.app.conftest import PROJECT, Desktop
from tests.clock import own_time


def counts(desktop: Desktop) -> str:
    """What the status line says."""
    labels = desktop.parts.activity.findChildren(QLabel)
    return next(label.text() for label in labels if label.accessibleName() == "Papers")


def test_a_change_here_is_counted(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    before = counts(desktop)
    desktop.rooms.library.set_unread([paper.id], unread=not paper.unread)
    desktop.wait(lambda: counts(desktop) != before)


def test_a_count_that_takes_long_does_not_stand_over_a_later_one(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = desktop.rooms.library
    paper = desktop.papers()[0]
    go_on, counted = threading.Event(), library.state_counts
    begun: list[int] = []

    def slow() -> dict[State, tuple[int, int]]:
        found = counted()
        begun.append(len(begun))
        if len(begun) == 1:
            go_on.wait(10)
        return found

    monkeypatch.setattr(library, "state_counts", slow)
    before = counts(desktop)
    library.set_unread([paper.id], unread=not paper.unread)
    desktop.wait(lambda: begun)
    library.set_unread([paper.id], unread=paper.unread)
    QTest.qWait(3 * GATHER)
    go_on.set()
    desktop.wait(lambda: len(begun) == 2)
    QTest.qWait(GATHER)
    assert counts(desktop) == before


def test_a_feed_that_tells_its_name_is_called_by_it_at_once(desktop: Desktop) -> None:
    source = desktop.rooms.feeds.roster.add("https://example.org/feed.xml")
    pane = desktop.parts.papers
    desktop.parts.sidebar.shelf_chosen.emit(source_shelf(source))
    desktop.wait(lambda: pane.shelf() == source_shelf(source))
    desktop.rooms.tending.rename(source.id, "A Journal")
    desktop.wait(lambda: pane.shelf().title == "A Journal")


def test_a_change_by_another_process_is_shown(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    subprocess.run(
        (sys.executable, "-m", "paperdesk", "state", "shortlist", str(paper.id)),
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=True,
        capture_output=True,
        timeout=60,
    )
    desktop.go_to(paper.id)
    desktop.wait(lambda: desktop.parts.page.paper().state is State.SHORTLIST)  # type: ignore[union-attr]


def held(desktop: Desktop) -> bool:
    """Whether the status line says that others hold the library."""
    labels = desktop.parts.activity.findChildren(QLabel)
    return any(label.isVisible() and "holds the library" in label.text() for label in labels)


def test_a_key_that_waits_for_another_program_is_said_within_a_second_then_done(
    desktop: Desktop,
) -> None:
    paper = desktop.papers()[1]
    desktop.go_to(paper.id)
    holder = sqlite3.connect(desktop.rooms.home.database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    begun = own_time()
    desktop.press("s")
    desktop.wait(lambda: held(desktop))
    assert own_time() - begun < 5  # one on a quiet machine
    holder.execute("ROLLBACK")
    holder.close()
    desktop.wait(lambda: not held(desktop))
    library = desktop.rooms.library
    desktop.wait(lambda: library.papers([paper.id])[0].state is State.SHORTLIST)


def test_a_week_says_which_of_its_days_were_never_fetched(desktop: Desktop) -> None:
    desktop.run("go.week")
    pane = desktop.parts.papers
    desktop.wait(lambda: any("Missing" in label.text() for label in pane.findChildren(QLabel)))
    desktop.run("go.all")
    desktop.wait(lambda: not any("Missing" in label.text() for label in pane.findChildren(QLabel)))


def test_a_smart_collection_that_looks_for_words_is_counted_too(desktop: Desktop) -> None:
    word = desktop.papers()[0].title.split()[0]
    made = desktop.rooms.collections.make("Worded", None, f"title:{word}")
    kept = len(desktop.rooms.library.ids(made.shelf))
    assert kept
    shown = desktop.parts.sidebar.collections
    desktop.wait(lambda: [one.papers for one in shown.every if one.name == "Worded"] == [kept])
