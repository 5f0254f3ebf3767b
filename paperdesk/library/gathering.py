"""What an import says of papers together: the collections they are in, which belong together."""

from __future__ import annotations

import itertools
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from paperdesk.domain.paper import PaperId
from paperdesk.domain.reference import Reference
from paperdesk.infra.journal import Edit
from paperdesk.infra.sweeps import Rows, Sweep
from paperdesk.library import forest
from paperdesk.library.relations import join, pair
from paperdesk.library.tablerows import rows

DEEPEST = 5
"""Levels of collections that are made; what lies deeper is put into the last."""

_LONGEST = 100
"""Characters of a name."""

_MEMBERS = "SELECT paper FROM membership WHERE collection = ?"


def place(edit: Edit, pairs: Sequence[tuple[PaperId, Reference]]) -> set[int]:
    """Put papers into the collections that their entries name, which are made if need be.

    Returns the papers that were not in all of these.
    """
    members: defaultdict[str, list[PaperId]] = defaultdict(list)
    for paper, reference in pairs:
        for path in reference.groups:
            members[path].append(paper)
    moved: set[int] = set()
    making = _Making(edit)
    for path, papers in members.items():
        collection = making.made(path)
        if collection is None:
            continue
        there = {row[0] for row in edit.connection.exec_driver_sql(_MEMBERS, (collection,))}
        fresh = [paper for paper in dict.fromkeys(papers) if paper not in there]
        if fresh:
            rows = Rows("membership", "paper", fresh, {"collection": collection})
            edit.sweep([Sweep(rows, None, {"at": [time.time()]})])
        moved |= set(fresh)
    return moved


def relate(edit: Edit, related: Mapping[PaperId, Sequence[PaperId]]) -> None:
    """Join papers that another program had joined."""
    for paper, others in related.items():
        for other in others:
            if paper != other and not rows(edit, "relation", **pair(paper, other)):
                join(edit, paper, other, "")


class _Making:
    """Makes collections as they are missing."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def made(self, path: str) -> int | None:
        """The collection at a path, made with those above it as far as they are missing."""
        above: int | None = None
        names = [" ".join(name.split())[:_LONGEST] for name in path.split("/")]
        for name in [name for name in names if name][:DEEPEST]:
            row = self._edit.connection.exec_driver_sql(
                "SELECT id FROM collection WHERE parent IS ? AND name = ? COLLATE NOCASE "
                "AND query = ''",
                (above, name),
            ).first()
            above = int(row[0]) if row else self._make(name, above)
        return above

    def _make(self, name: str, parent: int | None) -> int:
        last = self._edit.connection.exec_driver_sql(
            "SELECT coalesce(max(position), 0) + 1 FROM collection WHERE parent IS ?", (parent,)
        ).scalar_one()
        row = {
            "parent": parent,
            "name": name,
            "query": "",
            "position": last,
            "created": time.time(),
        }
        number = next(self._numbers)
        self._edit.insert("collection", {"id": number}, row)
        return number

    @cached_property
    def _numbers(self) -> Iterator[int]:
        """The numbers that are free: to look for them takes reading the whole history."""
        return itertools.count(forest.free(self._edit.connection.exec_driver_sql))
