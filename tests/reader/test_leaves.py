import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.arrangement import Arrangement
from paperdesk.domain.pages import PageSize
from paperdesk.reader.leaves import leaf, leaves

SIZE = PageSize(300.0, 500.0)


@pytest.mark.parametrize(
    ("turns", "corner"), [(0, (0, 0)), (1, (500, 0)), (2, (300, 500)), (3, (0, 300)), (5, (500, 0))]
)
def test_the_top_left_corner_turns_clockwise(turns: int, corner: tuple[float, float]) -> None:
    assert leaf(SIZE, turns).turned(0, 0) == corner


@given(st.integers(0, 3), st.floats(0, 300), st.floats(0, 500))
def test_turning_back_is_the_way_back(turns: int, x: float, y: float) -> None:
    one = leaf(SIZE, turns)
    assert one.untouched(*one.turned(x, y)) == pytest.approx((x, y))


@given(st.integers(0, 3))
def test_a_box_stays_a_box(turns: int) -> None:
    one = leaf(SIZE, turns)
    left, top, right, bottom = one.turned_box((10.0, 20.0, 40.0, 90.0))
    assert left < right
    assert top < bottom
    assert one.untouched_box((left, top, right, bottom)) == pytest.approx((10, 20, 40, 90))


def test_only_trimmed_pages_hide_their_margins() -> None:
    text = (50.0, 60.0, 250.0, 440.0)
    assert leaves([SIZE], Arrangement(), [text])[0].shown == (0, 0, 300, 500)
    assert leaves([SIZE], Arrangement(trim=True), [text])[0].shown == text
    turned = leaves([SIZE], Arrangement(trim=True, rotation=1), [text])[0]
    assert turned.shown == turned.text == (60, 50, 440, 250)


def test_a_page_whose_print_is_not_known_is_whole() -> None:
    assert leaves([SIZE], Arrangement(trim=True))[0].shown == (0, 0, 300, 500)
