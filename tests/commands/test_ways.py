"""The verbs that lead to sections and pages by name."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from paperdesk.commands import ways
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from tests.commands.conftest import Screen


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        (ways.contents, ("toggle", "contents")),
        (ways.thumbnails, ("toggle", "thumbnails")),
        (ways.next_section, ("section", 1)),
        (ways.previous_section, ("section", -1)),
    ],
)
def test_a_verb_is_the_readers(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], told: tuple[object, ...]
) -> None:
    verb(desk)
    assert screen.told == [told]


class Book:
    """A paper whose pages are called i to iv."""

    def section(self, direction: int) -> None:
        raise AssertionError(direction)

    def page_called(self, name: str) -> int | None:
        names = ["i", "ii", "iii", "iv"]
        return names.index(name) if name in names else None

    def span(self) -> str:
        return "i to iv"


def asked(desk: Desk, screen: Screen, answer: str | None) -> list[tuple[object, ...]]:
    screen.answer = answer
    ways.go_to_page(replace(desk, ways=Book()))
    return screen.told


def test_a_page_is_gone_to_by_its_label(desk: Desk, screen: Screen) -> None:
    assert asked(desk, screen, "iv") == [("go", 3)]
    assert screen.asked == ["Go to page (i to iv)"]


def test_a_page_that_is_not_there_is_said(desk: Desk, screen: Screen) -> None:
    with pytest.raises(NotFound, match="No page is called “xcix”: they run from i to iv"):
        asked(desk, screen, " xcix ")


@pytest.mark.parametrize("answer", [None, "", "  "])
def test_who_turns_away_stays_where_they_are(
    desk: Desk, screen: Screen, answer: str | None
) -> None:
    assert asked(desk, screen, answer) == []
