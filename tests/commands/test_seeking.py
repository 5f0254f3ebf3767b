"""The verbs of the find bar."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from paperdesk.commands import seeking
from paperdesk.commands.desk import Desk
from tests.commands.conftest import Screen


class Switches:
    """Switches that are off at first."""

    def __init__(self) -> None:
        self.on: set[str] = set()

    def switch(self, option: str) -> bool:
        self.on ^= {option}
        return option in self.on

    def within(self, part: str) -> None:
        raise AssertionError(part)


@pytest.mark.parametrize(
    ("verb", "title"),
    [
        (seeking.match_case, "Match case"),
        (seeking.whole_words, "Whole words"),
        (seeking.regular_expression, "Regular expression"),
    ],
)
def test_a_switch_says_how_it_stands(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], title: str
) -> None:
    switched = replace(desk, seeking=Switches())
    verb(switched)
    verb(switched)
    assert screen.said == [f"{title}: on", f"{title}: off"]


def test_a_part_of_the_paper_is_searched(desk: Desk, screen: Screen) -> None:
    seeking.in_section(desk)
    seeking.in_pages(desk)
    assert screen.told == [("within", "section"), ("within", "pages")]
