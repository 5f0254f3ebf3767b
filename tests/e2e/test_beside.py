"""Beside an open window: what the command line changes is soon to be seen."""

from collections.abc import Callable

import pytest

from tests.e2e.conftest import Read
from tests.e2e.person import LIST, NOTE, WINDOW, Person

pytestmark = pytest.mark.screen

SOON = 1.5
"""Seconds: one that is promised, and what it takes to look."""


@pytest.fixture
def watched(person: Person, read: Read) -> Person:
    """Somebody who looks at the inbox with the kept paper in it."""
    person.start()
    everything = person.see().part(LIST)
    person.press("g", "i")
    person.settled(LIST, unlike=everything)
    return person


def seen_within(person: Person, looked_at: Callable[[], bytes], *verb: str) -> float:
    """How long after a verb has ended the screen shows something else."""
    before = looked_at()
    said = person.run(*verb)
    assert said.code == 0, said.err
    began = person.clock()
    person.wait("the window shows it", lambda: looked_at() != before)
    return person.clock() - began


def test_a_tag_is_seen(watched: Person, read: Read) -> None:
    verb = ("tag", str(read.paper), "+seen")
    assert seen_within(watched, lambda: watched.see().part(LIST), *verb) < SOON


def test_a_state_is_seen(watched: Person, read: Read) -> None:
    verb = ("state", "later", str(read.paper))
    assert seen_within(watched, lambda: watched.see().part(LIST), *verb) < SOON


def test_a_note_is_seen(watched: Person, read: Read) -> None:
    verb = ("note", str(read.paper), "--append", "Said from outside.")
    assert seen_within(watched, lambda: watched.see().part(NOTE), *verb) < SOON


def test_an_undo_in_the_window_takes_back_what_a_verb_did(watched: Person, read: Read) -> None:
    watched.ask("state", "later", str(read.paper))
    watched.press("z")
    watched.wait("it is back", lambda: read.paper in watched.here("inbox"))


def test_a_second_start_hands_its_link_to_the_open_window(watched: Person, read: Read) -> None:
    before = watched.settled(WINDOW)
    began = watched.clock()
    said = watched.run(f"paperdesk://paper/{read.paper}?page=2")
    assert (said.code, said.out, said.err) == (0, "", "")
    assert watched.clock() - began < 5
    watched.wait("the link is followed", lambda: watched.see().part(WINDOW) != before)
    watched.wait(
        "the page is kept as the place",
        lambda: watched.look_up(f"SELECT page FROM place WHERE paper = {read.paper}") == [(1,)],
    )


def test_a_verb_works_beside_a_window_that_writes(watched: Person, read: Read) -> None:
    watched.press("c")
    watched.type("One two three four five six seven")
    watched.ask("note", str(read.paper), "--append", "From outside.")
    watched.type(" eight nine ten")

    def both() -> bool:
        note = watched.note(read.paper)
        return "eight nine ten" in note and "From outside." in note and "three four" in note

    watched.wait("both are kept", both)


@pytest.mark.parametrize("typed_last", [True, False])
def test_a_note_written_in_an_editor_and_in_the_window_keeps_the_words_of_both(
    watched: Person, read: Read, *, typed_last: bool
) -> None:
    paper = str(read.paper)
    watched.ask("note", paper, "--append", "Old.")
    watched.press("c")
    watched.type(" Typed before.")
    watched.wait("it is saved", lambda: "Typed before." in watched.note(read.paper))
    with watched.editing("note", paper) as save:
        watched.type(" Typed meanwhile.")
        if not typed_last:
            watched.wait("it is saved", lambda: "meanwhile" in watched.note(read.paper))
        save("Old, and from the editor.\n")
    watched.type(" Typed last.")

    def all_of_it() -> bool:
        note = watched.note(read.paper)
        words = ("from the editor.", "Typed before.", "Typed meanwhile.", "Typed last.")
        return all(each in note for each in words)

    watched.wait("all of it is kept", all_of_it)
