"""Verbs about how the pages lie."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from paperdesk.commands import layouts
from paperdesk.commands.desk import Desk
from paperdesk.domain.arrangement import PLAIN, Arrangement, Fit
from paperdesk.domain.errors import NotFound
from tests.commands.conftest import Screen, with_rooms

Verb = Callable[[Desk], None]


@dataclass
class Lain:
    """Pages that lie as they are told."""

    now: Arrangement | None = PLAIN
    fitted: Fit | None = None
    presented: bool = False

    def arrangement(self) -> Arrangement | None:
        return self.now

    def arrange(self, arrangement: Arrangement) -> None:
        self.now = arrangement

    def present(self) -> None:
        self.presented = True

    def fit(self, fit: Fit) -> None:
        self.fitted = fit


@pytest.mark.parametrize(
    ("verb", "before", "after"),
    [
        (layouts.two_pages, PLAIN, Arrangement(2)),
        (layouts.two_pages, Arrangement(2, cover=True), Arrangement(1, cover=True)),
        (layouts.more_columns, Arrangement(2), Arrangement(3)),
        (layouts.fewer_columns, Arrangement(2), Arrangement(1)),
        (layouts.cover, PLAIN, Arrangement(2, cover=True)),
        (layouts.cover, Arrangement(3), Arrangement(3, cover=True)),
        (layouts.cover, Arrangement(3, cover=True), Arrangement(3)),
        (layouts.cover, Arrangement(1, cover=True), Arrangement(2, cover=True)),
        (layouts.turn_clockwise, Arrangement(rotation=3), PLAIN),
        (layouts.trim, PLAIN, Arrangement(trim=True)),
        (layouts.trim, Arrangement(trim=True), PLAIN),
        (layouts.turn_anticlockwise, PLAIN, Arrangement(rotation=3)),
    ],
)
def test_pages_are_laid_out_otherwise(
    desk: Desk, verb: Verb, before: Arrangement, after: Arrangement
) -> None:
    lain = Lain(before)
    verb(with_rooms(desk, layout=lain))
    assert lain.now == after


@pytest.mark.parametrize(
    ("verb", "before"),
    [
        (layouts.fewer_columns, PLAIN),
        (layouts.more_columns, Arrangement(layouts.MOST)),
        (layouts.two_pages, None),
        (layouts.turn_clockwise, None),
        (layouts.present, None),
        (layouts.fit_text, None),
    ],
)
def test_what_cannot_be_is_said(desk: Desk, verb: Verb, before: Arrangement | None) -> None:
    with pytest.raises(NotFound):
        verb(with_rooms(desk, layout=Lain(before)))


@pytest.mark.parametrize(
    ("verb", "fit"),
    [
        (layouts.fit_width, Fit.WIDTH),
        (layouts.fit_page, Fit.PAGE),
        (layouts.fit_text, Fit.TEXT),
    ],
)
def test_the_zoom_follows_the_window(desk: Desk, verb: Verb, fit: Fit) -> None:
    lain = Lain(fitted=None)
    verb(with_rooms(desk, layout=lain))
    assert lain.fitted is fit


def test_pages_that_are_shown_can_be_presented(desk: Desk) -> None:
    lain = Lain()
    layouts.present(with_rooms(desk, layout=lain))
    assert lain.presented


def test_the_ruler_is_laid_on_pages_that_are_shown(desk: Desk, screen: Screen) -> None:
    layouts.ruler(with_rooms(desk, layout=Lain()))
    assert screen.told == [("toggle",)]
    with pytest.raises(NotFound):
        layouts.ruler(with_rooms(desk, layout=Lain(None)))
