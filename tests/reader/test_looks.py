"""A look at the pages, found again."""

from dataclasses import replace

import pytest

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.note import Place
from paperdesk.reader.looks import Looks

AWAY = Place(zoom=3.0)
HERE = Place(3, 120.0, 10.0)


@pytest.fixture
def looks() -> Looks:
    made = Looks()
    made.turn(HERE, 1.25, AWAY)
    return made


@pytest.mark.parametrize("as_at", [Place(), Place(zoom=1.25), Place(zoom=1.2 * 1.25 / 1.2)])
def test_who_looks_so_again_is_there_again(looks: Looks, as_at: Place) -> None:
    assert looks.turn(AWAY, 3.0, as_at) == HERE


@pytest.mark.parametrize(
    "as_at",
    [Place(fit=Fit.TEXT), Place(zoom=1.5), replace(HERE, arrangement=Arrangement(rotation=1))],
)
def test_another_look_is_new(looks: Looks, as_at: Place) -> None:
    assert looks.turn(AWAY, 3.0, as_at) is None


def test_the_look_that_one_has_is_nothing_to_come_back_to(looks: Looks) -> None:
    assert looks.turn(HERE, 1.25, HERE) is None


def test_who_has_moved_is_nowhere_again(looks: Looks) -> None:
    looks.forget()
    assert looks.turn(AWAY, 3.0, HERE) is None
