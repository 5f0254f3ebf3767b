from typing import Any

import pytest

from paperdesk.domain.dress import DARK, SEPIA, WHITE
from paperdesk.domain.errors import BadDocument, Cancelled
from paperdesk.domain.pages import Document, PageSize, Render
from paperdesk.reader.layout import Layout
from paperdesk.reader.wishes import Piece, Wish, preview
from paperdesk.ui.reader.supply import Supply
from tests.ui.reader.conftest import FakePages

A4 = PageSize(595.0, 842.0)
COLUMN = Layout((A4,) * 5, 1.0, 600)


@pytest.fixture
def supply(qapp: Any, fake: FakePages, document: Document) -> Supply:
    supply = Supply(fake)
    supply.show(document)
    return supply


def test_wishes_are_replaced_and_not_added_up(supply: Supply, fake: FakePages) -> None:
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    supply.want([Wish(Piece(1, 1.0), 5)], COLUMN)
    assert [one.request.page for one in fake.waiting()] == [1]


def test_what_is_on_its_way_is_not_asked_twice(supply: Supply, fake: FakePages) -> None:
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    assert len(fake.asked) == 1


def test_a_wish_that_grew_more_urgent_is_asked_so(supply: Supply, fake: FakePages) -> None:
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    supply.want([Wish(Piece(0, 1.0), 9)], COLUMN)
    assert [one.urgency for one in fake.waiting()] == [9]


def test_what_is_here_is_not_asked(supply: Supply, fake: FakePages) -> None:
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    fake.answer()
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    assert fake.waiting() == []


def test_a_tile_is_asked_for_by_its_clip(supply: Supply, fake: FakePages) -> None:
    supply.want([Wish(Piece(0, 4.0, 1, 0), 5)], COLUMN)
    assert fake.asked[0].request.clip == (128.0, 0.0, 256.0, 128.0)


def test_a_sharp_page_replaces_its_preview(supply: Supply, fake: FakePages) -> None:
    small = preview(0, A4)
    supply.want([Wish(small, 9), Wish(Piece(0, 1.0), 5)], COLUMN)
    fake.answer()
    assert small not in supply.pixels
    assert Piece(0, 1.0) in supply.pixels
    assert [picture.released for picture in fake.drawn] == [True, False]


def test_old_tiles_stay_until_the_last_new_one_is_here(supply: Supply, fake: FakePages) -> None:
    old, new = Piece(0, 4.0, 0, 0), [Piece(0, 5.0, column, 0) for column in (0, 1)]
    supply.want([Wish(old, 5)], COLUMN)
    fake.answer()
    supply.want([Wish(piece, 5) for piece in new], COLUMN)
    first, _ = fake.waiting(Render)
    first.over = True
    first.done(fake._draw(first.request))
    assert old in supply.pixels
    fake.answer()
    assert old not in supply.pixels


def test_a_page_that_fails_is_told_and_not_asked_again(supply: Supply, fake: FakePages) -> None:
    told: list[tuple[int, str]] = []
    supply.failed.connect(lambda page, why: told.append((page, why)))
    fake.errors[Render] = BadDocument("Page 1 is damaged.")
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    fake.answer()
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    assert told == [(0, "Page 1 is damaged.")]
    assert fake.waiting() == []


def test_a_failed_page_may_be_tried_again(supply: Supply, fake: FakePages) -> None:
    supply.problems[0] = "no"
    supply.try_again(0)
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    assert len(fake.waiting()) == 1


def test_the_end_of_the_program_is_no_problem_of_a_page(supply: Supply, fake: FakePages) -> None:
    fake.errors[Render] = Cancelled("PaperDesk is closing.")
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    fake.answer()
    assert supply.problems == {}


def test_at_rest_nothing_is_held_or_wanted(supply: Supply, fake: FakePages) -> None:
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    fake.answer()
    supply.want([Wish(Piece(1, 1.0), 5)], COLUMN)
    supply.rest()
    assert fake.waiting() == []
    assert fake.drawn[0].released
    assert supply.pixels.bytes == 0


def test_without_a_document_nothing_is_asked(supply: Supply, fake: FakePages) -> None:
    supply.show(None)
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    assert fake.asked == []


def test_in_another_dress_the_old_pixels_stay_until_the_new_are_here(
    supply: Supply, fake: FakePages
) -> None:
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    fake.answer()
    supply.wear(DARK)
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    assert [one.request.dress for one in fake.waiting(Render)] == [DARK]
    assert not fake.drawn[0].released
    fake.answer()
    assert [picture.released for picture in fake.drawn] == [True, False]


def test_what_is_on_its_way_in_the_old_dress_is_forgotten(supply: Supply, fake: FakePages) -> None:
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    supply.wear(SEPIA)
    assert fake.waiting() == []


def test_white_paper_costs_no_colouring(supply: Supply, fake: FakePages) -> None:
    supply.wear(WHITE)
    supply.want([Wish(Piece(0, 1.0), 5)], COLUMN)
    assert fake.asked[0].request.dress is None


def test_tiles_in_the_old_dress_go_with_the_last_new_one(supply: Supply, fake: FakePages) -> None:
    tile = Piece(0, 4.0, 0, 0)
    supply.want([Wish(tile, 5)], COLUMN)
    fake.answer()
    supply.wear(DARK)
    supply.want([Wish(tile, 5)], COLUMN)
    fake.answer()
    assert list(supply.pixels.pieces(0)) == [tile]
