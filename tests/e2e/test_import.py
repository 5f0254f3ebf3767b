"""A saved page of papers becomes a day of the feed, and its rows can be opened."""

from pathlib import Path

import pytest

from paperdesk.ui.theme import LIGHT
from tests.conftest import World
from tests.e2e.person import LIST, PAPER, WINDOW, Person

pytestmark = pytest.mark.screen

DAY = "2026-03-12"
KNOWN = "Stacking Your Transformers"
"""Begins the one title of the saved page that stands in the recordings."""


@pytest.fixture
def imported(person: Person, shared_data: Path) -> Person:
    """Somebody who has imported the page of 12 March."""
    rows = person.ask("import", str(shared_data / "seed_page.txt"), "--date", DAY)
    assert len(rows) == len(person.papers(f"day:{DAY}")) == 92
    return person


def test_importing_twice_adds_nothing(imported: Person, shared_data: Path) -> None:
    again = imported.ask("import", str(shared_data / "seed_page.txt"), "--date", DAY)
    assert {row["result"] for row in again} == {"known"}
    assert len(imported.papers()) == 92


def test_a_row_that_the_sources_do_not_know_is_said_to_be_so(
    imported: Person, world: World
) -> None:
    imported.start()
    imported.settled(LIST)
    imported.press("Return")
    imported.wait("arXiv is asked", lambda: world.asked("/arxiv/api/query"))
    imported.wait("a sentence is said", lambda: imported.see().holds(LIGHT.alarm, PAPER) > 20)
    assert imported.answers() < 1
    assert len(imported.papers()) == 92


def test_a_row_that_the_sources_know_is_opened(imported: Person) -> None:
    (paper,) = imported.papers(f'title:"{KNOWN}"')
    assert imported.show(paper)["arxiv"] is None
    imported.ask("index")
    imported.start()
    imported.settled(LIST)
    imported.press("ctrl+k")
    everything = imported.settled(LIST)
    imported.type(KNOWN)
    imported.settled(LIST, unlike=everything)
    imported.press("Return")
    imported.settled(WINDOW)
    imported.press("Return")
    imported.wait("its PDF comes", lambda: paper in imported.with_pdf())
    shown = imported.show(paper)
    assert shown["file"]
    assert shown["arxiv"] == "2405.15319"
    assert len(imported.papers()) == 92


def test_a_page_named_at_the_start_is_asked_for_its_day_and_imported(
    person: Person, shared_data: Path
) -> None:
    person.start(str(shared_data / "seed_page.txt"))
    rail = person.see().part(LIST)
    person.press("ctrl+a")
    person.type(DAY)
    person.press("Return")
    person.wait("its papers are here", lambda: len(person.here()) == 92)
    assert len(person.papers(f"day:{DAY}")) == 92
    person.settled(LIST, unlike=rail)
