"""Lets collections be filled and moved by the hand, and keeps which of them are open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.commands import collections
from paperdesk.commands.desk import Desk
from paperdesk.domain.collection import Collection, CollectionId, shown_collection
from paperdesk.domain.events import CollectionsChanged
from paperdesk.domain.paper import PaperId
from paperdesk.infra import memory
from paperdesk.ui.list.lifting import Lifting
from paperdesk.ui.sidebar.landing import Side
from paperdesk.ui.sidebar.unfolding import Way

_KEY = "collections"


class Collecting:
    """Between the sidebar, the list and the commands."""

    def __init__(
        self, parts: Parts, rooms: Rooms, desk: Desk, attempt: Callable[[Callable[[], None]], None]
    ) -> None:
        """`attempt` does something, and says what stands against it."""
        self._rooms = rooms
        self._desk = desk
        self._attempt = attempt
        self._lifting = Lifting(parts.papers.view, parts.papers.ids)
        sidebar = parts.sidebar
        sidebar.collections.recall(self._recalled())
        sidebar.papers_dropped.connect(self._put)
        sidebar.collection_dropped.connect(self._place)
        sidebar.collections.moved.connect(self._move)
        sidebar.collections.kept.connect(self._keep)
        self._pane = parts.papers
        parts.papers.shelf_shown.connect(lambda _: self._show_query())
        parts.papers.asking.written.connect(self._ask)
        rooms.bus.listen(CollectionsChanged, lambda _: self._show_query())

    def _recalled(self) -> list[int]:
        kept = memory.recall(self._rooms.database, _KEY)
        return [one for one in kept if isinstance(one, int)] if isinstance(kept, list) else []

    def _keep(self, opened: list[int]) -> None:
        changes = self._rooms.changes
        self._desk.write(lambda: memory.keep(changes, _KEY, opened), lambda _: None)

    def _shown(self) -> Collection | None:
        """The smart collection that is shown, if one is."""
        number = shown_collection(self._pane.shelf().query)
        if number is None:
            return None
        every = self._rooms.collections.all()
        return next((one for one in every if one.id == number and one.smart), None)

    def _show_query(self) -> None:
        """Show what the collection looks for, above its papers."""
        one = self._shown()
        asked = one.query if one is not None else None
        if asked != self._pane.asking.query():
            self._pane.asking.show_query(asked)

    def _ask(self, query: str) -> None:
        """Let the collection that is shown look for something else."""
        one = self._shown()
        if one is not None:
            self._attempt(lambda: collections.write(self._desk, one, query))

    def _put(self, one: Collection, papers: Sequence[PaperId]) -> None:
        self._attempt(lambda: collections.put(self._desk, papers, one))

    def _place(self, moved: CollectionId, here: Collection | None, side: Side) -> None:
        self._attempt(lambda: self._dropped(moved, here, side))

    def _dropped(self, moved: CollectionId, here: Collection | None, side: Side) -> None:
        if here is None:
            collections.place(self._desk, moved, None)
        elif side is Side.INTO:
            collections.place(self._desk, moved, here.id)
        elif side is Side.ABOVE:
            collections.place(self._desk, moved, here.parent, here.id)
        else:
            collections.place(self._desk, moved, here.parent, self._next(here))

    def _next(self, one: Collection) -> int:
        """The collection below one, beside it; -1 for the last."""
        beside = [other.id for other in self._desk.collections.all() if other.parent == one.parent]
        return next(iter(beside[beside.index(one.id) + 1 :]), -1) if one.id in beside else -1

    def _move(self, one: Collection, way: Way) -> None:
        moves = {
            Way.UP: lambda: collections.step(self._desk, one, -1),
            Way.DOWN: lambda: collections.step(self._desk, one, 1),
            Way.OUT: lambda: collections.move_out(self._desk, one),
            Way.IN: lambda: collections.move_in(self._desk, one),
        }
        self._attempt(moves[way])
