"""Which wish is next, and who hears of it."""

from pathlib import Path

import pytest

from paperdesk.domain.pages import Document, Text
from paperdesk.pdfworker.wishes import AWAITED, PAUSE, Listener, Wishes

PAPER = Document(Path("paper.pdf"))


def listener(urgency: int = 0) -> Listener:
    return Listener(print, print, lambda callback: callback(), urgency)


def wish_for(wishes: Wishes, page: int, urgency: int = 0) -> Listener:
    wanted = listener(urgency)
    wishes.add(Text(PAPER, page), wanted)
    return wanted


def order(wishes: Wishes) -> list[int]:
    """The pages, in the order in which they are taken."""
    pages = []
    while (wish := wishes.take()) is not None:
        assert isinstance(wish.request, Text)
        pages.append(wish.request.page)
        wishes.finish(wish)
    return pages


def test_the_latest_goes_first() -> None:
    wishes = Wishes()
    for page in range(3):
        wish_for(wishes, page)
    assert order(wishes) == [2, 1, 0]


def test_the_urgent_goes_before_the_latest() -> None:
    wishes = Wishes()
    for page, urgency in enumerate((0, 9, 0)):
        wish_for(wishes, page, urgency)
    assert order(wishes) == [1, 2, 0]


def test_wishing_again_moves_to_the_front() -> None:
    wishes = Wishes()
    for page in (0, 1, 2, 0):
        wish_for(wishes, page)
    assert order(wishes) == [0, 2, 1]


def test_a_wish_that_nobody_has_any_more_is_dropped() -> None:
    wishes = Wishes()
    wish_for(wishes, 0).cancel()
    wish_for(wishes, 1)
    assert order(wishes) == [1]


def test_cancelling_the_urgent_one_leaves_the_other() -> None:
    wishes = Wishes()
    wish_for(wishes, 0)
    wish_for(wishes, 0, urgency=9).cancel()
    wish_for(wishes, 1, urgency=5)
    assert order(wishes) == [1, 0]


def test_those_who_join_while_it_runs_hear_of_it() -> None:
    wishes = Wishes()
    first = wish_for(wishes, 0)
    wish = wishes.take()
    second = wish_for(wishes, 0)
    assert wish is not None
    assert wishes.take() is None
    assert wishes.finish(wish) == [first, second]


def test_the_same_wish_after_it_was_met_is_a_new_one() -> None:
    wishes = Wishes()
    wish_for(wishes, 0)
    wish = wishes.take()
    assert wish is not None
    wishes.finish(wish)
    wish_for(wishes, 0)
    assert order(wishes) == [0]


def test_draining_finds_everyone_who_waits() -> None:
    wishes = Wishes()
    waiting = [wish_for(wishes, page) for page in range(3)]
    wish_for(wishes, 3).cancel()
    assert wishes.drain() == waiting
    assert wishes.take() is None


def test_of_what_nobody_waits_for_one_is_met_at_a_time() -> None:
    wishes = Wishes()
    for page in range(2):
        wish_for(wishes, page)
    first = wishes.take()
    assert first is not None
    assert wishes.take() is None
    assert wishes.pause() is None
    wish_for(wishes, 7, AWAITED)
    awaited = wishes.take()
    assert awaited is not None
    assert awaited.request == Text(PAPER, 7)


def test_what_nobody_waits_for_has_its_turn_in_a_pause() -> None:
    now = [100.0]
    wishes = Wishes(lambda: now[0])
    wish_for(wishes, 0)
    wish_for(wishes, 1, AWAITED)
    awaited = wishes.take()
    assert awaited is not None
    wishes.finish(awaited)
    assert wishes.take() is None
    assert wishes.pause() == pytest.approx(PAUSE)
    now[0] += PAUSE
    assert wishes.take() is not None
