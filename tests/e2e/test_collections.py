"""Collections by a real keyboard and a real mouse."""

import pytest

from tests.e2e.person import LIST, SIDEBAR, WINDOW, Person

pytestmark = pytest.mark.screen

LINE = 28
"""Pixels of a line of the sidebar."""


def within(person: Person) -> dict[str, str | None]:
    """Each collection, and the one that it stands in."""
    return dict(
        person.look_up(
            "SELECT mine.name, above.name FROM collection AS mine"
            " LEFT JOIN collection AS above ON above.id = mine.parent"
        )
    )


def held(person: Person, name: str) -> int:
    """How many papers were put into a collection."""
    rows = person.look_up(
        "SELECT count(*) FROM membership JOIN collection ON collection.id = membership.collection"
        f" WHERE name = '{name}'"
    )
    return int(rows[0][0])


def made(person: Person, name: str) -> None:
    """Make a collection by its command."""
    person.run_command("New collection…")
    person.settled(WINDOW)
    person.type(name)
    person.press("Return")
    person.wait(f"{name} is there", lambda: name in within(person))
    person.settled(SIDEBAR)


def drop_paper(person: Person, name: str) -> int:
    """Drag the first paper down the sidebar until a collection takes it; how far down it stands."""
    for y in range(320, 560, 10):
        person.drag((400, 130), (390, 150), (300, y), (110, y + 1), (100, y))
        person.settled(SIDEBAR)
        if held(person, name):
            return y + LINE // 4
    pytest.fail(f"{name} took nothing")


def test_a_paper_is_filed_and_taken_back_by_keys(person: Person, read: object) -> None:
    person.start()
    made(person, "Reading group")
    person.press("g", "a")
    person.filled(LIST)
    person.press("shift+c")
    person.settled(WINDOW)
    person.type("read")
    person.press("Return")
    person.wait("it holds a paper", lambda: held(person, "Reading group") == 1)
    person.press("z")
    person.wait("that is taken back", lambda: held(person, "Reading group") == 0)
    person.press("shift+c")
    person.settled(WINDOW)
    person.type("Fresh/Deep")
    person.press("Return")
    person.wait("one was made for it", lambda: held(person, "Deep") == 1)
    assert within(person)["Deep"] == "Fresh"


def test_papers_and_collections_are_dragged(person: Person, read: object) -> None:
    person.start()
    made(person, "Topic")
    made(person, "Other")
    person.press("g", "a")
    person.filled(LIST)
    person.settled(WINDOW)
    topic, other = drop_paper(person, "Topic"), drop_paper(person, "Other")
    person.drag((100, other), (104, other - 8), (104, topic + 3), (104, topic))
    person.wait("one was dropped on the other", lambda: within(person)["Other"] == "Topic")
    person.press("z")
    person.wait("and is back at the top", lambda: within(person)["Other"] is None)
