"""Tags under digits: pinned, put on, taken off, taken back."""

import pytest

from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.note import Colour
from paperdesk.domain.paper import Found
from paperdesk.domain.tags import Pin
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.library import Pins
from tests.library.conftest import Shelves


@pytest.fixture
def pins(changes: Changes, journal: Journal) -> Pins:
    return Pins(changes, journal)


def test_a_tag_is_pinned_to_the_first_free_digit_with_a_colour_of_its_own(pins: Pins) -> None:
    pins.pin("read")
    pins.pin("cite")
    assert pins.all() == (Pin(1, "read", "yellow"), Pin(2, "cite", "green"))


def test_two_pinned_tags_change_places(pins: Pins) -> None:
    pins.pin("read")
    pins.pin("cite")
    pins.pin("cite", 1)
    assert [(pin.digit, pin.tag) for pin in pins.all()] == [(1, "cite"), (2, "read")]


def test_a_digit_puts_its_tag_on_all_and_then_takes_it_off_in_one_step(
    library: Shelves, pins: Pins, journal: Journal
) -> None:
    papers = library.put(Found("One"), Found("Two"))
    pins.pin("read")
    library.tag(papers[:1], add=["read"])
    assert pins.toggle(papers, 1) == "2 papers tagged +read"
    assert [paper.pins for paper in library.papers(papers)] == [(Pin(1, "read", "yellow"),)] * 2
    assert pins.toggle(papers, 1) == "2 papers tagged -read"
    assert [paper.tags for paper in library.papers(papers)] == [(), ()]
    journal.undo()
    assert [paper.tags for paper in library.papers(papers)] == [("read",), ("read",)]


def test_pinned_tags_are_cleared_and_others_stay(library: Shelves, pins: Pins) -> None:
    (paper,) = library.put(Found("One"))
    pins.pin("read")
    library.tag([paper], add=["read", "other"])
    pins.clear([paper])
    assert library.paper(paper).tags == ("other",)


def test_what_is_done_to_a_pin_is_taken_back_after_a_restart(pins: Pins, changes: Changes) -> None:
    pins.pin("read")
    pins.paint(1, Colour.RED)
    pins.unpin(1)
    assert pins.all() == ()
    later = Journal(changes)
    later.undo()
    assert pins.all() == (Pin(1, "read", "red"),)
    later.undo()
    later.undo()
    assert pins.all() == ()


def test_a_tenth_tag_is_refused(pins: Pins) -> None:
    for number in range(9):
        pins.pin(f"tag {number}")
    with pytest.raises(WrongUsage, match="unpin one first"):
        pins.pin("one more")


def test_a_digit_without_a_tag_says_how_to_pin_one(pins: Pins) -> None:
    with pytest.raises(NotFound, match="Pin a tag"):
        pins.at(7)
