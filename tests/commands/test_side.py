"""The verbs of the pane beside the pages."""

from collections.abc import Callable

import pytest

from paperdesk.commands import side
from paperdesk.commands.desk import Desk
from tests.commands.conftest import Screen


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        (side.down, ("step", 1)),
        (side.up, ("step", -1)),
        (side.first, ("go", 0)),
        (side.last, ("go", -1)),
        (side.choose, ("choose",)),
        (side.narrow, ("narrow",)),
        (side.leave, ("leave",)),
        (side.put_away, ("put_away",)),
    ],
)
def test_a_verb_is_the_lists(
    desk: Desk, screen: Screen, verb: Callable[[Desk], None], told: tuple[object, ...]
) -> None:
    verb(desk)
    assert screen.told == [told]
