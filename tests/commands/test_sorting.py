from paperdesk.commands import sorting
from paperdesk.commands.desk import Desk
from paperdesk.domain.shelf import Order
from tests.commands.conftest import Screen


def test_every_order_is_offered_and_the_chosen_one_shown(desk: Desk, screen: Screen) -> None:
    sorting.choose(desk)
    ((_, _, options, taken),) = screen.told
    assert options == list(sorting.ORDERS)
    assert set(sorting.ORDERS.values()) == set(Order) - {Order.FOUND, Order.TRENDING}
    taken("Most upvotes")
    assert screen.told[1:] == [("unsort",), ("sort", Order.UPVOTES)]
