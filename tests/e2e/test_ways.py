"""With a paper open and no mouse: by its contents, by its pages in little, by what is sought."""

import tomllib

import pytest

from tests.e2e.person import PAPER, SIDE, Person

pytestmark = pytest.mark.screen


def page(person: Person) -> int:
    """The page that the paper was left on, counted from 0."""
    return max((int(row[0]) for row in person.look_up("SELECT page FROM place")), default=0)


def open_beside(person: Person, *keys: str) -> None:
    """Open a panel beside the pages, and wait for what it lists."""
    before = person.settled(PAPER)
    person.press(*keys)
    person.settled(PAPER, unlike=before)
    person.filled(SIDE)
    person.settled(PAPER)


def test_the_contents_lead_to_a_section_and_back(reading: Person) -> None:
    open_beside(reading, "T")
    reading.press("G", "Return")
    reading.wait("the last section is read", lambda: page(reading) > 0)
    reading.press("q", "BackSpace")
    reading.wait("the beginning is read", lambda: page(reading) == 0)


def test_sections_are_stepped_through(reading: Person) -> None:
    for _ in range(40):
        reading.press("bracketright")
    reading.wait("a later section is read", lambda: page(reading) > 0)
    later = page(reading)
    for _ in range(40):
        reading.press("bracketleft")
    reading.wait("an earlier one is", lambda: page(reading) < later)


def test_a_page_in_little_is_gone_to(reading: Person) -> None:
    open_beside(reading, "g", "p")
    reading.press("G", "Return")
    reading.wait("the last page is read", lambda: page(reading) > 0)


def test_a_page_is_gone_to_by_its_number(reading: Person) -> None:
    reading.press("ctrl+alt+g")
    reading.type("2")
    reading.press("Return")
    reading.wait("the second page is read", lambda: page(reading) == 1)


def test_what_is_sought_is_found_and_how_is_kept(reading: Person) -> None:
    before = reading.settled(PAPER)
    reading.press("slash")
    reading.type("the")
    found = reading.settled(PAPER, unlike=before)
    reading.press("alt+w")
    reading.wait(
        "whole words are kept",
        lambda: tomllib.loads((reading.home / "settings.toml").read_text()).get("find-words"),
    )
    reading.press("Return", "Return", "Escape")
    left = reading.settled(PAPER, unlike=found)
    reading.press("n")
    reading.settled(PAPER, unlike=left)
