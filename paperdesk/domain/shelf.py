"""What a list shows: a query, and an order."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from paperdesk.domain.feed import Source, SourceKind
from paperdesk.domain.paper import LIBRARY, State
from paperdesk.domain.query import Node, parse, terms


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

    RISING = "rising"
    """What has gained most upvotes since the last visit first, then as the source listed it."""

    TITLE = "title"
    """By the alphabet."""

    RATING = "rating"
    """What its reader thinks most of, first; then what came last."""

    RANDOM = "random"
    """In no order: another one on each shelf, and there always the same."""

    FOUND = "found"
    """What fits best what was searched for elsewhere, first."""

    NAMED = "named"
    """As the query names them by their keys, one after the other."""

    TRENDING = "trending"
    """As they trend, in the very order of the newest list, then of those before it."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A column that a list is sorted by; what has nothing there comes last.

    Papers that are equal in it stand by the column of `then`, if there is one.
    """

    column: str
    descending: bool
    then: "Sort | None" = None

    def columns(self) -> "tuple[Sort, ...]":
        """Each column by itself, the first one first."""
        alone = replace(self, then=None)
        return (alone, *(self.then.columns() if self.then is not None else ()))


def sorted_by(columns: "Sequence[Sort]") -> Sort | None:
    """One sort out of columns, the first one first; None of none."""
    then: Sort | None = None
    for one in reversed(columns):
        then = replace(one, then=then)
    return then


class Group(StrEnum):
    """What the papers of a list stand together by, under headings."""

    STATE = "state"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SOURCE = "source"
    RATING = "rating"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list that can be gone to: its name, what is on it, in which order."""

    title: str
    query: str
    order: Order = Order.ADDED
    sort: Sort | None = None
    """The column that its reader has sorted it by, over its order."""

    group: "Group | None" = None
    """What its papers stand together by, over all of that."""


@dataclass(frozen=True, slots=True)
class Lineup:
    """The papers of a shelf in its order; the last of them may be latecomers."""

    ids: "array[int]"
    late: int = 0
    """How many came after the view was worked off; they stand below all others."""

    finished: bool = False
    """Whether the view was ever worked off."""

    whole: bool = True
    """Whether these are all; else the first ones only."""

    new: "array[int]" = field(default_factory=lambda: array("q"))
    """Those that did not stand in the list that was shown, if one was."""

    gone: frozenset[int] = frozenset()
    """Those that stood there, and exist no more."""

    groups: "Mapping[int, str]" = field(default_factory=dict)
    """What is said above the rows with which groups begin."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a view is worked off."""

    unread: int
    states: Mapping[State, int] = field(default_factory=dict)
    """How many of its papers are in which state."""

    passed: int = 0
    """Papers that were read and neither kept nor dismissed."""

    late: int = 0
    """Unread papers that came after it was finished."""

    finished: datetime | None = None

    @property
    def kept(self) -> int:
        """How many of its papers were kept, and not archived."""
        return sum(self.states.get(state, 0) for state in LIBRARY - {State.ARCHIVE})


def view_of(shelf: Shelf) -> str:
    """What a shelf is called among views that are arranged alike: all days are one."""
    return "day:" if order_of(parse(shelf.query)) is Order.RANK else shelf.query


def worked_off(shelf: Shelf) -> bool:
    """Whether a shelf is one of the feed, worked off paper by paper."""
    asked = list(terms(parse(shelf.query)))
    kept = any(_says(term.field, term.value) == ("in", "library") for term in asked)
    feed = any(
        term.field in _FEED or _says(term.field, term.value) == ("in", "feed") for term in asked
    )
    return feed and not kept


_FEED = frozenset({"day", "source", "rule"})
"""The fields by which a query asks for what came by."""


def _says(name: str, value: str) -> tuple[str, str]:
    return name, value.lower()


def kept_shelf(shelf: Shelf) -> Shelf:
    """What was kept of a view."""
    return Shelf(f"Kept of {shelf.title}", f"({shelf.query}) in:library", shelf.order)


def order_of(node: Node) -> Order:
    """The order of what a query finds: that of the source where it asks for days."""
    return Order.RANK if any(term.field == "day" for term in terms(node)) else Order.ADDED


def day_shelf(day: date) -> Shelf:
    """The papers of one feed day."""
    return Shelf(f"{day:%A} {day.day} {day:%B %Y}", f"day:{day.isoformat()}", Order.RANK)


def source_shelf(source: Source) -> Shelf:
    """The papers of one source, in its own order, the newest day first."""
    if source.kind is SourceKind.TRENDING:
        order = Order.TRENDING
    else:
        # What a muted source lists has no place among the days.
        order = Order.ADDED if source.muted else Order.RANK
    return Shelf(source.name, f"source:{source.id}", order)


def state_shelf(state: State) -> Shelf:
    """The papers in one state."""
    return Shelf(state.value.capitalize(), f"state:{state.value}")


def tag_shelf(name: str) -> Shelf:
    """The papers that have a tag."""
    return Shelf(f"#{name}", f'tag:"{name}"')


NEW_VERSIONS = Shelf("New versions", "in:library has:update")
"""Papers of which arXiv has a version that their reader has not seen."""

ALL = Shelf("All papers", "-state:trash")
"""Everything that is not in the trash."""
