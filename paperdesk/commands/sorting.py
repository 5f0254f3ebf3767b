"""The verb that orders a view."""

from __future__ import annotations

from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Option
from paperdesk.domain.shelf import Order

ORDERS = {
    "What came or changed last": Order.ADDED,
    "Newest papers": Order.PUBLISHED,
    "As the sources rank them": Order.RANK,
    "Most upvotes": Order.UPVOTES,
    "Rising since your last visit": Order.RISING,
    "Best rated": Order.RATING,
    "Titles by the alphabet": Order.TITLE,
    "At random": Order.RANDOM,
}
"""What each order is called where one is chosen."""


def choose(desk: Desk) -> None:
    """Choose how the papers of this view follow each other; each view remembers its own."""
    now = desk.rows.shelf().order
    options = [
        Option(title, title, "now" if order is now else "") for title, order in ORDERS.items()
    ]
    desk.chooser.offer("Order of this view", options, lambda title: _sort(desk, title))


def _sort(desk: Desk, title: str) -> None:
    desk.table.unsort()
    desk.rows.sort(ORDERS[title])
