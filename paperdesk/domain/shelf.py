"""What a list shows: a query, and an order."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from paperdesk.domain.paper import State
from paperdesk.domain.query import Node, terms


class Order(StrEnum):
    """How the rows of a list follow each other."""

    RANK = "rank"
    """As the source listed them that day, one day after the other."""

    ADDED = "added"
    """What came last, first."""

    PUBLISHED = "published"
    """The newest paper first."""

    UPVOTES = "upvotes"
    """What the community likes most, first."""

    TITLE = "title"
    """By the alphabet."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list that can be gone to: its name, what is on it, in which order."""

    title: str
    query: str
    order: Order = Order.ADDED


def order_of(node: Node) -> Order:
    """The order of what a query finds: that of the source where it asks for days."""
    return Order.RANK if any(term.field == "day" for term in terms(node)) else Order.ADDED


def day_shelf(day: date) -> Shelf:
    """The papers of one feed day."""
    return Shelf(f"{day:%A} {day.day} {day:%B %Y}", f"day:{day.isoformat()}", Order.RANK)


def state_shelf(state: State) -> Shelf:
    """The papers in one state."""
    return Shelf(state.value.capitalize(), f"state:{state.value}")


ALL = Shelf("All papers", "-state:trash")
"""Everything that is not in the trash."""
