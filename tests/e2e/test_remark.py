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
