"""Small pictures of pages: only those wanted, up to a number of bytes."""

from typing import Any

import pytest
from PySide6.QtCore import QSize

from paperdesk.domain.dress import BLACK, WHITE
from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document, PageSize, Render
from paperdesk.ui.reader.miniatures import Miniatures
from tests.ui.reader.conftest import A4, FakePages

WIDE = PageSize(800.0, 400.0)


@pytest.fixture
def miniatures(qapp: Any, fake: FakePages, document: Document) -> Miniatures:
    fake.sizes = (A4, A4, WIDE)
    made = Miniatures(fake, QSize(100, 100))
    made.show(document, fake.sizes)
    return made


def wanted(fake: FakePages) -> list[int]:
    return [asked.request.page for asked in fake.waiting(Render)]


def test_a_page_fits_into_its_room(miniatures: Miniatures) -> None:
    assert miniatures.size(0) == QSize(71, 100)
    assert miniatures.size(2) == QSize(100, 50)


def test_pages_are_drawn_as_sharp_as_the_screen(miniatures: Miniatures, fake: FakePages) -> None:
    miniatures.want([2], 2.0)
    fake.answer()
    picture = miniatures.picture(2)
    assert picture is not None
    assert (picture.width(), picture.devicePixelRatioF()) == (200, 2.0)
    assert all(drawn.released for drawn in fake.drawn)


def test_what_is_not_wanted_any_more_is_not_drawn(miniatures: Miniatures, fake: FakePages) -> None:
    miniatures.want([0, 1], 1.0)
    miniatures.want([1, 2], 1.0)
    assert wanted(fake) == [1, 2]
    fake.answer()
    miniatures.want([1, 2], 1.0)
    assert wanted(fake) == []


def test_the_longest_unused_goes_first(miniatures: Miniatures, fake: FakePages) -> None:
    miniatures.cap = 60_000
    for page in (0, 1, 2):
        miniatures.want([page], 1.0)
        fake.answer()
    assert [miniatures.picture(page) is not None for page in (0, 1, 2)] == [False, True, True]
    assert miniatures.bytes <= miniatures.cap


def test_a_page_that_cannot_be_drawn_is_asked_for_once(
    miniatures: Miniatures, fake: FakePages
) -> None:
    fake.errors[Render] = BadDocument("Page 1 could not be drawn.")
    miniatures.want([0], 1.0)
    fake.answer()
    miniatures.want([0], 1.0)
    assert wanted(fake) == []


def test_other_colours_are_drawn_anew(miniatures: Miniatures, fake: FakePages) -> None:
    miniatures.want([0], 1.0)
    fake.answer()
    miniatures.wear(WHITE)
    assert miniatures.picture(0) is not None
    miniatures.wear(BLACK)
    assert (miniatures.picture(0), miniatures.bytes) == (None, 0)
    miniatures.want([0], 1.0)
    assert fake.waiting(Render)[0].request.dress == BLACK


def test_at_rest_nothing_is_held(miniatures: Miniatures, fake: FakePages) -> None:
    miniatures.want([0, 1], 1.0)
    miniatures.rest()
    assert (wanted(fake), miniatures.bytes) == ([], 0)
