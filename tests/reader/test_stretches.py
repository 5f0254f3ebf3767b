"""Which pages of a search are asked for next."""

import pytest

from paperdesk.reader.stretches import Stretches


@pytest.fixture
def stretches() -> Stretches:
    """A hundred pages, to be searched from the fiftieth on."""
    made = Stretches()
    made.begin(range(100), 50)
    return made


def test_pages_are_handed_out_from_the_place_on(stretches: Stretches) -> None:
    assert [stretches.take(), stretches.take()] == [(50, 53), (54, 57)]
    assert len(stretches.pages()) == 100


def test_quick_pages_come_in_large_numbers(stretches: Stretches) -> None:
    stretches.take()
    stretches.done((50, 53), 0.002)
    assert stretches.pages() == set(range(100)) - {50, 51, 52, 53}
    first, last = stretches.take() or (0, 0)
    stretches.done((first, last), 0.001)
    first, last = stretches.take() or (0, 0)
    assert last - first > 10


def test_slow_pages_come_few_at_a_time(stretches: Stretches) -> None:
    stretches.take()
    stretches.done((50, 53), 3.0)
    stretches.take()
    assert stretches.take() == (58, 61)


def test_what_was_on_its_way_waits_again_in_its_order(stretches: Stretches) -> None:
    stretches.take()
    stretches.take()
    stretches.pause()
    assert stretches.take() == (50, 53)
    assert stretches.firsts()[:2] == [50, 54]


def test_in_the_end_nothing_is_left(stretches: Stretches) -> None:
    while stretch := stretches.take():
        stretches.done(stretch)
    assert not stretches
    assert stretches.take() is None
    stretches.begin((), 0)
    assert not stretches
