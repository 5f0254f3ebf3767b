"""Remarks by a real keyboard, on the row of a paper."""

import pytest

from tests.e2e.person import LIST, WINDOW, Person

pytestmark = pytest.mark.screen


def remarks(person: Person) -> list[str]:
    return [str(row[0]) for row in person.look_up("SELECT remark FROM paper WHERE remark <> ''")]


@pytest.mark.parametrize("table", [False, True])
def test_a_remark_is_written_changed_left_and_taken_off(
    person: Person, read: object, *, table: bool
) -> None:
    person.start()
    if table:
        person.press("shift+t")
        person.settled(LIST)
    person.press("semicolon")
    person.settled(WINDOW)
    person.type("Read with Ada; jk")
    person.press("Return")
    person.wait("it is written", lambda: remarks(person) == ["Read with Ada; jk"])
    person.press("semicolon")
    person.type("Not so")
    person.press("Escape", "semicolon", "BackSpace", "Return")
    person.wait("it is taken off", lambda: remarks(person) == [])
    person.press("z")
    person.wait("that is undone", lambda: remarks(person) == ["Read with Ada; jk"])


def test_no_letter_is_lost_while_another_process_changes_the_list(
    person: Person, read: object
) -> None:
    person.start()
    papers = person.papers()
    person.press("semicolon")
    person.settled(WINDOW)
    for part in ("Read ", "with ", "Ada ", "jke"):
        person.type(part)
        person.run("state", "inbox", str(papers[-1]))
        person.run("run", "paper.flag", *map(str, papers))
    person.press("Return")
    person.wait("every letter is there", lambda: remarks(person) == ["Read with Ada jke"])
