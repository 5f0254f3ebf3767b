"""Collections: made, named, moved within each other, filled and emptied."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from paperdesk.domain.collection import (
    BETWEEN,
    DEEPEST,
    Collection,
    CollectionId,
    path_names,
    sound_name,
    sound_query,
)
from paperdesk.domain.errors import NotFound, Refused
from paperdesk.domain.paper import FEED, PaperId, State
from paperdesk.infra import shelved
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Edit, Journal
from paperdesk.infra.sweeps import Rows
from paperdesk.library import forest
from paperdesk.library.holdings import Holdings

SO_ALREADY = "Nothing to change: it is so already."
"""What is said in place of what was done, where nothing was."""


class Collections:
    """The reader's own order of the papers that were kept."""

    def __init__(self, changes: Changes, journal: Journal) -> None:
        self._changes = changes
        self._journal = journal
        self._holdings = Holdings()

    def all(self) -> tuple[Collection, ...]:
        """Every collection, each above those within it; nobody has counted their papers."""
        return forest.collections(self._changes.database.read())

    def counted(self) -> tuple[Collection, ...]:
        """The same, each with how many papers it shows; takes longer than `all`."""
        reading = self._changes.database.read()
        every = forest.collections(reading)
        papers = self._holdings.counts(reading, every)
        return tuple(replace(one, papers=papers.get(one.id, 0)) for one in every)

    def collection(self, number: CollectionId) -> Collection:
        """One collection."""
        found = next((one for one in self.all() if one.id == number), None)
        if found is None:
            raise NotFound("That collection was deleted.")
        return found

    def holding(self, papers: Sequence[PaperId]) -> tuple[Collection, ...]:
        """The collections that any of some papers were put into."""
        held = forest.holding(self._changes.database.read(), papers)
        return tuple(one for one in self.all() if one.id in held)

    def make(self, name: str, parent: CollectionId | None = None, query: str = "") -> Collection:
        """A new collection, the last of those beside it; with a query, a smart one."""
        plain, asked = sound_name(name), sound_query(query) if query.strip() else ""
        every = self.all()
        self._fits(every, plain, parent, height=1)
        with self._journal.act(f"Collection made: {plain}", ()) as edit:
            number = _insert(edit, every, plain, parent, asked)
            if asked and shelved.loops(self._changes.database.read(), asked, number):
                raise Refused(_ITSELF)
        return self.collection(number)

    def at(self, path: str) -> Collection:
        """The collection at a path such as “Topic / Sub”; what is missing is made, in one step."""
        names, parent = path_names(path), None
        with self._journal.act(f"Collection made: {BETWEEN.join(names)}", ()) as edit:
            for name in names:
                every = forest.within(edit.connection.exec_driver_sql)
                there = (one for one in every if one.parent == parent and one.called(name))
                found = next((one.id for one in there if not one.smart), None)
                if found is None:
                    self._fits(every, name, parent, height=1)
                    found = _insert(edit, every, name, parent)
                parent = found
        return self.collection(CollectionId(parent or 0))

    def rename(self, one: Collection, name: str) -> str:
        """Give a collection another name; the queries that name it follow. Says what was done."""
        plain = sound_name(name)
        every = self.all()
        self._free_name(every, plain, one.parent, one.id)
        title = f"Collection “{one.name}” is now “{plain}”"
        with self._journal.act(title, ()) as edit:
            edit.update("collection", {"id": one.id}, {"name": plain})
            self._follow(edit, every)
        return title if edit.changes else SO_ALREADY

    def ask(self, one: Collection, query: str) -> str:
        """Let a smart collection look for something else; says what was done."""
        plain = sound_query(query)
        if not one.smart:
            raise Refused(f"“{one.name}” holds what you put into it, and has no query.")
        if shelved.loops(self._changes.database.read(), plain, one.id):
            raise Refused(_ITSELF)
        title = f"“{one.name}” looks for: {plain}"
        with self._journal.act(title, ()) as edit:
            edit.update("collection", {"id": one.id}, {"query": plain})
        return title if edit.changes else SO_ALREADY

    def move(self, one: Collection, parent: CollectionId | None, before: int = -1) -> str:
        """Put a collection into another, or at the top; says what was done.

        The queries that name it follow. It stands before the collection `before`, else last.
        """
        every = self.all()
        inside = forest.below(every, one.id)
        if parent in inside:
            raise Refused("A collection cannot stand within itself.")
        height = max(other.depth for other in every if other.id in inside) - one.depth + 1
        self._fits(every, one.name, parent, height=height, but=one.id)
        beside = [other.id for other in every if other.parent == parent and other.id != one.id]
        at = beside.index(CollectionId(before)) if before in beside else len(beside)
        beside.insert(at, one.id)
        above = next((other.title for other in every if other.id == parent), "")
        title = f"“{one.name}” moved " + (f"into “{above}”" if above else "to the top")
        with self._journal.act(f"Collection {title}", ()) as edit:
            edit.update("collection", {"id": one.id}, {"parent": parent})
            self._follow(edit, every)
            _number(edit, beside)
        return title if edit.changes else SO_ALREADY

    def step(self, one: Collection, steps: int) -> str:
        """Move a collection among those beside it; says what was done."""
        beside = [other.id for other in self.all() if other.parent == one.parent]
        at = beside.index(one.id)
        to = min(max(at + steps, 0), len(beside) - 1)
        beside.insert(to, beside.pop(at))
        title = f"“{one.name}” moved {'up' if steps < 0 else 'down'}"
        with self._journal.act(f"Collection {title}", (), merge=f"collection {one.id}") as edit:
            _number(edit, beside)
        return title if edit.changes else SO_ALREADY

    def remove(self, one: Collection) -> str:
        """Delete a collection with those within it; papers stay. Says what was done."""
        inside = forest.below(self.all(), one.id)
        title = f"Collection deleted: {one.name}"
        if len(inside) > 1:
            title += f", with {len(inside) - 1:,} within it"
        with self._journal.act(title, ()) as edit:
            # From the bottom up, so that undoing makes each before what stands within it.
            for number in reversed(inside):
                papers = forest.members(edit.connection.exec_driver_sql, number)
                edit.delete_each(Rows("membership", "paper", papers, {"collection": number}))
                edit.delete("collection", {"id": number})
        return title

    def put(self, papers: Sequence[PaperId], one: Collection) -> str:
        """Put papers into a collection, which keeps those that only came by; says what was done."""
        if one.smart:
            raise Refused(f"“{one.name}” is smart: its query says what it holds.")
        title, now = f"{_counted(papers)} put into “{one.title}”", time.time()
        with self._journal.act(title, papers) as edit:
            passing = forest.passing(edit.connection.exec_driver_sql, papers, FEED)
            kept = {"state": State.INBOX.value, "state_at": now, "unread": 0}
            edit.update_each(Rows("paper", "id", passing), kept)
            edit.insert_each(_memberships(papers, one.id), {"at": now})
        return title if edit.changes else SO_ALREADY

    def take_out(self, papers: Sequence[PaperId], one: Collection) -> str:
        """Take papers out of a collection and of those within it; says what was done."""
        inside = forest.below(self.all(), one.id)
        title = f"{_counted(papers)} taken out of “{one.title}”"
        with self._journal.act(title, papers) as edit:
            for number in inside:
                edit.delete_each(_memberships(papers, number))
        return title if edit.changes else SO_ALREADY

    def _follow(self, edit: Edit, every: Sequence[Collection]) -> None:
        """Let the smart collections name others by what they are called now."""
        before = {int(one.id): one.path for one in every}
        after = {int(one.id): one.path for one in forest.within(edit.connection.exec_driver_sql)}
        for one in every:
            if one.smart:
                query = shelved.followed(one.query, before, after)
                edit.update("collection", {"id": one.id}, {"query": query})

    def _fits(
        self,
        every: Sequence[Collection],
        name: str,
        parent: CollectionId | None,
        *,
        height: int,
        but: CollectionId | None = None,
    ) -> None:
        """Refuse what cannot stand there."""
        above = {one.id: one for one in every}
        if parent is not None:
            if parent not in above:
                raise NotFound("That collection was deleted.")
            if above[parent].smart:
                raise Refused(f"“{above[parent].name}” is smart: nothing can stand within it.")
            if above[parent].depth + 1 + height > DEEPEST:
                raise Refused(f"Collections stand at most {DEEPEST} deep in each other.")
        self._free_name(every, name, parent, but)

    def _free_name(
        self,
        every: Sequence[Collection],
        name: str,
        parent: CollectionId | None,
        but: CollectionId | None,
    ) -> None:
        for one in every:
            if one.parent == parent and one.id != but and one.called(name):
                raise Refused(f"There is a collection “{one.title}” already: choose another name.")


_ITSELF = "A collection cannot look for what it holds itself: leave its own name out."


def _insert(
    edit: Edit,
    every: Sequence[Collection],
    name: str,
    parent: CollectionId | None,
    query: str = "",
) -> CollectionId:
    """Write a new collection down as the last of those beside it."""
    number = CollectionId(forest.free(edit.connection.exec_driver_sql))
    row = {
        "parent": parent,
        "name": name,
        "query": query,
        "position": max((one.position for one in every if one.parent == parent), default=0) + 1,
        "created": time.time(),
    }
    edit.insert("collection", {"id": number}, row)
    return number


def _memberships(papers: Sequence[PaperId], number: CollectionId) -> Rows:
    return Rows("membership", "paper", list(papers), {"collection": number})


def _number(edit: Edit, beside: Sequence[CollectionId]) -> None:
    for position, number in enumerate(beside, start=1):
        edit.update("collection", {"id": number}, {"position": position})


def _counted(papers: Sequence[PaperId]) -> str:
    return "1 paper" if len(papers) == 1 else f"{len(papers):,} papers"
