"""Shelves are named as people say it."""

from datetime import date

import pytest

from paperdesk.domain.feed import Source, SourceId, SourceKind
from paperdesk.domain.paper import State
from paperdesk.domain.query import parse
from paperdesk.domain.shelf import Order, day_shelf, order_of, source_shelf, state_shelf


def test_a_day_is_a_shelf_in_the_order_of_its_source() -> None:
    shelf = day_shelf(date(2026, 5, 9))
    assert (shelf.title, shelf.query, shelf.order) == (
        "Saturday 9 May 2026",
        "day:2026-05-09",
        Order.RANK,
    )


def test_a_state_is_a_shelf_with_what_came_last_on_top() -> None:
    shelf = state_shelf(State.LATER)
    assert (shelf.title, shelf.query, shelf.order) == ("Later", "state:later", Order.ADDED)


@pytest.mark.parametrize(
    ("kind", "muted", "order"),
    [
        (SourceKind.HUGGINGFACE, False, Order.RANK),
        (SourceKind.FEED, True, Order.ADDED),
        (SourceKind.TRENDING, True, Order.TRENDING),
    ],
)
def test_a_source_is_a_shelf_in_its_own_order_unless_it_has_no_days(
    kind: SourceKind, *, muted: bool, order: Order
) -> None:
    shelf = source_shelf(Source(SourceId(7), kind, "Daily", "h", muted=muted))
    assert (shelf.title, shelf.query, shelf.order) == ("Daily", "source:7", order)


@pytest.mark.parametrize(
    ("query", "order"),
    [("day:2026-05 cat", Order.RANK), ("cat", Order.ADDED), ('"day:2026-05"', Order.ADDED)],
)
def test_a_query_for_days_is_answered_in_the_order_of_the_source(query: str, order: Order) -> None:
    assert order_of(parse(query)) is order
