import time
from typing import Any

import pytest
from PySide6.QtGui import QFontMetricsF, QImage

from paperdesk.domain.paper import Counts, State
from paperdesk.ui.list.card import Badge
from paperdesk.ui.list.delegate import _fitting
from paperdesk.ui.list.view import CardView
from paperdesk.ui.theme import Scale, font
from tests.ui.list.conftest import Laid

Shop = Any


@pytest.fixture
def view(laid: Laid) -> CardView:
    return laid(440, 900, 500)


def row(view: CardView, number: int) -> QImage:
    rect = view.visualRect(view.model().index(number, 0))
    return view.viewport().grab(rect).toImage()


def test_unread_looks_other_than_read(view: CardView, shop: Shop) -> None:
    before = row(view, 2)
    view.model().changed([shop.change(3, unread=False)])  # type: ignore[attr-defined]
    assert row(view, 2) != before


def test_a_paper_that_moved_is_dimmed_and_names_its_state(view: CardView, shop: Shop) -> None:
    before = row(view, 2)
    view.model().changed([shop.change(3, state=State.ARCHIVE)])  # type: ignore[attr-defined]
    after = row(view, 2)
    assert after != before
    assert darkest(after) > darkest(before)


def test_a_marked_row_and_the_row_of_the_cursor_stand_out(view: CardView) -> None:
    plain = row(view, 3)
    view.go(3)
    cursor = row(view, 3)
    view.marks.toggle(view.row())
    assert cursor != plain
    assert row(view, 3) != cursor


def test_a_row_whose_paper_is_gone_is_blank(view: CardView, shop: Shop) -> None:
    del shop.papers[2]
    view.model().changed([2])  # type: ignore[attr-defined]
    assert darkest(row(view, 1)) > 200


def test_a_screenful_is_painted_within_a_frame(view: CardView, shop: Shop) -> None:
    for number in range(1, 501):
        counts = Counts(12, 3, 456)
        shop.change(number, counts=counts, tags=("a", "b"), file="x", state=State.LATER)
    view.grab()
    times = []
    for number in range(0, 400, 20):
        view.verticalScrollBar().setValue(number * 128)
        start = time.thread_time()
        view.viewport().grab()
        times.append(time.thread_time() - start)
    assert sorted(times)[len(times) // 2] < 0.016


def darkest(image: QImage) -> int:
    return min(
        image.pixelColor(x, y).lightness()
        for x in range(30, image.width(), 2)
        for y in range(0, image.height() - 2, 2)
    )


def test_a_bar_grows_with_what_was_read(view: CardView, shop: Shop) -> None:
    looks = []
    for seen in (0.0, 0.3, 0.9):
        view.model().changed([shop.change(3, seen=seen)])  # type: ignore[attr-defined]
        looks.append(row(view, 2))
    assert looks[0] != looks[1] != looks[2] != looks[0]


def test_of_a_pinned_tag_without_room_for_its_name_the_digit_is_left() -> None:
    metrics = QFontMetricsF(font(Scale.CAPTION))
    badge = Badge("3 to read with the others", colour="blue")
    assert _fitting(badge, metrics, 400) == badge
    assert _fitting(badge, metrics, 60) == Badge("3", colour="blue")
    assert _fitting(badge, metrics, 8) is None
    assert _fitting(Badge("a tag of no digit", "tag"), metrics, 30) is None
