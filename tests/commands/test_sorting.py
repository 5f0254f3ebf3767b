from dataclasses import replace

from paperdesk.commands import sorting
from paperdesk.commands.desk import Desk
from paperdesk.domain.shelf import ALL, Order
from tests.commands.conftest import Screen


def test_every_order_is_offered_and_the_chosen_one_shown(desk: Desk, screen: Screen) -> None:
    screen.picks = ["Most upvotes"]
    sorting.choose(desk)
    ((_, options),) = screen.offered
    assert [one.title for one in options] == list(sorting.ORDERS)
    assert set(sorting.ORDERS.values()) == set(Order) - {Order.FOUND, Order.TRENDING, Order.NAMED}
    assert screen.told == [("unsort",), ("sort", Order.UPVOTES)]


def test_the_order_that_the_view_has_is_told_from_the_others(desk: Desk, screen: Screen) -> None:
    screen.shown = replace(ALL, order=Order.TITLE)
    sorting.choose(desk)
    ((_, options),) = screen.offered
    assert [one.title for one in options if one.remark == "now"] == ["Titles by the alphabet"]
