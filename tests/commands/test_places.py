"""Places of the sidebar lead to what can be changed about them."""

from typing import Any

import pytest

from paperdesk.commands import places
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import PaperId
from paperdesk.domain.rule import Rule
from paperdesk.domain.shelf import ALL, source_shelf, tag_shelf
from paperdesk.domain.tags import Pin
from paperdesk.feeds import Feeds
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from tests.commands.conftest import with_rooms


@pytest.fixture
def sourced(desk: Desk, changes: Changes, journal: Journal) -> Desk:
    """The desk with the source that every library begins with."""
    nothing: Any = None
    return with_rooms(desk, feeds=Feeds(changes, journal, nothing, nothing))


def test_a_smart_feed_is_edited_switched_off_or_deleted(sourced: Desk, screen: Any) -> None:
    rule = sourced.rules.save(Rule("Cats", "cat"))
    screen.choice = "Edit…"
    places.change(sourced, rule.shelf)
    assert screen.drafts == [rule]
    assert {"Edit…", "Switch off", "Delete"} <= set(screen.options)


def test_a_source_is_offered_with_all_that_can_be_changed(sourced: Desk, screen: Any) -> None:
    (source,) = sourced.feeds.roster.sources()
    places.change(sourced, source_shelf(source))
    ((title, options),) = screen.offered
    assert title == source.name
    assert {"Name…", "Mute", "Remove"} <= {option.title for option in options}


def test_a_tag_is_pinned_moved_coloured_and_unpinned(
    sourced: Desk, screen: Any, papers: tuple[PaperId, ...]
) -> None:
    sourced.library.tag(papers[:1], add=["to read"])
    shelf = tag_shelf("to read")
    screen.choice, screen.picks = "Pin it to a digit…", ["3"]
    places.change(sourced, shelf)
    assert screen.options == ("Show its papers", "Pin it to a digit…")
    screen.choice, screen.picks = "Give it another digit…", ["5"]
    places.change(sourced, shelf)
    screen.choice, screen.picks = "Give it another colour…", ["Purple"]
    places.change(sourced, shelf)
    assert sourced.pins.all() == (Pin(5, "to read", "purple"),)
    screen.choice = "Unpin it"
    places.change(sourced, shelf)
    assert sourced.pins.all() == ()
    screen.choice = "Show its papers"
    places.change(sourced, shelf)
    assert screen.shown == shelf
    assert len(screen.undoable) == 4


def test_what_is_gone_meanwhile_is_said(sourced: Desk) -> None:
    with pytest.raises(NotFound, match="removed"):
        places.change(sourced, ALL)
