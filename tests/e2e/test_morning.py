"""A morning at the desk: from an empty window to an exported note, by keys."""

from pathlib import Path

import pytest

from tests.conftest import World
from tests.e2e.conftest import Read
from tests.e2e.person import LIST, PAPER, Person

pytestmark = pytest.mark.screen


def fetch(person: Person) -> None:
    """Press R in an empty window and wait for the day's papers to be shown."""
    empty = person.see().part(LIST)
    person.press("R")
    person.wait("papers arrive", person.here)
    person.settled(LIST, unlike=empty)


def triage(person: Person, key: str, state: str) -> int:
    """Press a triage key; the one paper that it moved."""
    before = person.here(state)
    person.press(key)
    moved = person.wait(f"{key} moves a paper", lambda: person.here(state) - before)
    assert len(moved) == 1
    return moved.pop()


def open_chosen(person: Person) -> int:
    """Press Enter and wait for the paper under the cursor to arrive and be shown."""
    page = person.see().part(PAPER)
    person.press("Return")
    (paper,) = person.wait("a PDF arrives", person.with_pdf)
    person.settled(PAPER, unlike=page)
    assert person.papers("has:pdf") == [paper]
    return paper


def test_a_morning_from_the_first_fetch_to_an_exported_note(person: Person, tmp_path: Path) -> None:
    person.start()
    assert person.papers() == []
    fetch(person)

    shown = person.settled(LIST)
    person.press("j")
    person.wait("j moves down", lambda: person.see().part(LIST) != shown)
    person.press("k")
    person.wait("k moves up again", lambda: person.see().part(LIST) == shown)

    dismissed = triage(person, "e", "dismissed")
    later = triage(person, "l", "later")
    shortlisted = triage(person, "s", "shortlist")
    kept = triage(person, "i", "inbox")
    assert len({dismissed, later, shortlisted, kept}) == 4
    person.press("z")
    person.wait("z takes it back", lambda: kept in person.here("new"))

    paper = open_chosen(person)
    assert person.show(paper)["unread"] is False
    person.wait("text is on the page", person.line)
    person.select_lines()
    person.press("h")
    person.wait("h highlights", lambda: person.marked(paper))
    person.press("alt+Return")
    person.wait("the quote is in the note", lambda: "> —" in person.note(paper))
    person.type("Schöner als gedacht: it wins.")
    person.wait("what was typed is kept", lambda: "it wins." in person.note(paper))
    person.press("ctrl+Return", "i")
    person.wait("the paper has the keys again", lambda: paper in person.here("inbox"))

    left = person.show(paper)
    (highlight,) = left["highlights"]
    quoted = f"paperdesk://paper/{paper}?page={highlight['page']}&highlight={highlight['id']}"
    assert quoted in left["note"]
    assert left["note"].endswith("Schöner als gedacht: it wins.")

    folder = tmp_path / "out box"
    folder.mkdir()
    person.press("ctrl+e")
    person.type(str(folder))
    person.press("Return")
    (file,) = person.wait("a file is exported", lambda: list(folder.glob("*.md")))
    exported = file.read_text("utf-8")
    assert "it wins." in exported
    assert highlight["text"].split()[0] in exported
    assert person.quit() < 5


def test_a_word_of_the_full_text_is_found_and_its_page_opened(person: Person, read: Read) -> None:
    person.start()
    person.press("ctrl+k")
    everything = person.settled(LIST)
    person.type(read.word)
    person.settled(LIST, unlike=everything)
    person.press("Return", "Return")
    person.wait("the page is opened", lambda: place(person, read.paper) == read.page - 1)


def test_a_second_start_shows_the_same_shelf_and_place(person: Person, read: Read) -> None:
    person.start()
    everything = person.see().part(LIST)
    person.press("g", "i")
    person.settled(LIST, unlike=everything)
    abstract = person.see().part(PAPER)
    person.press("Return")
    first = person.settled(PAPER, unlike=abstract)
    before = person.see().part(LIST)
    person.press("space", "space", "space")
    further = person.settled(PAPER, unlike=first)
    shelf = person.settled(LIST, unlike=before)  # it shows how far one has read
    person.quit()

    person.start()
    person.wait("the same shelf is shown", lambda: person.see().part(LIST) == shelf)
    person.wait("the same lines are shown", lambda: person.see().part(PAPER) == further)


def test_what_was_done_before_a_restart_can_be_undone(person: Person, read: Read) -> None:
    person.start()
    everything = person.see().part(LIST)
    person.press("g", "i")
    person.settled(LIST, unlike=everything)
    person.press("s")
    person.wait("it is shortlisted", lambda: read.paper in person.here("shortlist"))
    person.quit()
    person.start()
    person.press("z")
    person.wait("that is taken back", lambda: read.paper in person.here("inbox"))


def place(person: Person, paper: int) -> int | None:
    """The page where somebody stopped reading, counted from 0."""
    rows = person.look_up(f"SELECT page FROM place WHERE paper = {int(paper)}")
    return rows[0][0] if rows else None


def test_the_demo_is_read_without_any_network(person: Person, world: World) -> None:
    person.start("--demo")
    abstract = person.settled(PAPER)
    person.press("Return")
    person.wait("a page is shown", lambda: person.see().part(PAPER) != abstract)
    person.wait("there is text on it", person.line)
    assert person.quit() < 5
    assert world.asked() == []
    assert person.papers() == []
