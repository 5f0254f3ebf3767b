"""A collection: a place for papers, within others or holding others.

One with a query is smart: it holds what that finds among the papers that were kept.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.faults import checked
from paperdesk.domain.query import EVERYTHING, terms
from paperdesk.domain.shelf import Shelf

CollectionId = NewType("CollectionId", int)

LONGEST_NAME = 100
DEEPEST = 20
"""Collections within each other; nobody sorts more finely."""

BETWEEN = " / "
"""What stands between the names of a path, and so in no name."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection where it stands: `path` has the names from the top down to its own."""

    id: CollectionId
    name: str
    parent: CollectionId | None = None
    query: str = ""
    position: int = 0
    path: tuple[str, ...] = ()
    children: int = 0
    papers: int | None = 0
    """How many papers it shows, those of the collections within it too; None: not counted."""

    @property
    def smart(self) -> bool:
        """Whether a query says what it holds."""
        return bool(self.query)

    def called(self, name: str) -> bool:
        """Whether this is its name, however it is written."""
        return self.name.casefold() == name.casefold()

    @property
    def title(self) -> str:
        """Its whole path: “Topic / Sub”."""
        return BETWEEN.join(self.path)

    @property
    def depth(self) -> int:
        """How many collections it stands within."""
        return len(self.path) - 1

    @property
    def shelf(self) -> Shelf:
        """Its papers, with those of the collections within it."""
        return Shelf(self.title, f"collection:{self.id}")

    @property
    def own_shelf(self) -> Shelf:
        """Its papers, without those of the collections within it."""
        return Shelf(f"{self.title}, without what is within", f"directly:{self.id}")


UNSORTED = Shelf("In no collection", "in:library -has:collection")
"""What was kept and put into no collection."""


_SHOWN = re.compile(r"(?:collection|directly):(\d+)")


def shown_collection(query: str) -> CollectionId | None:
    """The collection that a view shows, by its query."""
    found = _SHOWN.fullmatch(query)
    return CollectionId(int(found[1])) if found else None


def sound_name(name: str) -> str:
    """A name as it is kept: one line, not too long, without what parts a path."""
    plain = " ".join(name.split())
    if not plain:
        raise WrongUsage("A collection needs a name.")
    if len(plain) > LONGEST_NAME:
        raise WrongUsage(
            f"A collection's name has at most {LONGEST_NAME} letters: make it shorter."
        )
    if "/" in plain or '"' in plain:
        raise WrongUsage("A collection's name has no slash and no quotes: a slash parts a path.")
    return plain


def path_names(path: str) -> tuple[str, ...]:
    """The names in a path that somebody wrote, such as “Topic/Sub”, as they are kept."""
    return tuple(sound_name(name) for name in path.split("/") if name.strip()) or (sound_name(""),)


def path_title(path: str) -> str:
    """A path that somebody is writing, as the title of a collection there would be."""
    names = (" ".join(name.split()) for name in path.split("/"))
    return BETWEEN.join(name for name in names if name)


def sound_query(query: str) -> str:
    """The query of a smart collection as it is kept; WrongUsage where it cannot be."""
    plain = query.strip()
    tree = checked(plain)
    if tree == EVERYTHING:
        raise WrongUsage("Write what the collection looks for: it would hold every paper.")
    for term in (*terms(tree), *terms(tree, wanted=False)):
        if term.field == "late":
            raise WrongUsage("A collection cannot ask for what came late: that is of the feed.")
    return plain


def fault_of(query: str) -> str:
    """Why a query cannot be a smart collection's, in a sentence; nothing where it can."""
    try:
        sound_query(query)
    except WrongUsage as error:
        return str(error)
    return ""


def union_shelf(shelves: Iterable[Shelf]) -> Shelf:
    """What is on any of some shelves; a single one is itself."""
    every = tuple({shelf.query: shelf for shelf in shelves}.values())
    if len(every) == 1:
        return every[0]
    query = " OR ".join(f"({shelf.query})" for shelf in every)
    return Shelf(" + ".join(shelf.title for shelf in every), query, every[0].order)


def parts_of(query: str) -> frozenset[str]:
    """The queries that `union_shelf` joined, or the one query itself."""
    if not (query.startswith("(") and ") OR (" in query and query.endswith(")")):
        return frozenset({query})
    return frozenset(query[1:-1].split(") OR ("))
