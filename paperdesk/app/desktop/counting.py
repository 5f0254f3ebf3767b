"""The numbers of the sidebar and the status line, and what other processes change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.commands.desk import Desk
from paperdesk.domain.collection import Collection
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.events import (
    CollectionsChanged,
    IndexChanged,
    PapersChanged,
    RulesChanged,
    SourcesChanged,
)
from paperdesk.domain.paper import GONE, State
from paperdesk.domain.period import shown_period
from paperdesk.domain.shelf import Shelf, source_shelf
from paperdesk.infra.jobs import Lane
from paperdesk.ui.sidebar.places import Tag

POLL = 400
"""Milliseconds between two looks at what other processes have changed."""

HELD = 0.5
"""Seconds that a writer waits before it is said; with `POLL`, within one second."""

GATHER = 150
"""Milliseconds for changes to gather before they are counted."""


class Counting(QObject):
    """Keeps the numbers true.

    Signals: `unread` (how many papers there are that nobody has read).
    """

    unread = Signal(int)

    def __init__(self, parts: Parts, rooms: Rooms, desk: Desk) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._rooms = rooms
        self._desk = desk
        self._counts = False
        self._again = False
        self._soon = QTimer(self, singleShot=True, interval=GATHER)
        self._soon.timeout.connect(self.count)
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self._look)
        for kind in (PapersChanged, SourcesChanged, RulesChanged, CollectionsChanged):
            rooms.bus.listen(kind, lambda _: self._soon.start())
        rooms.bus.listen(IndexChanged, self._show_index)
        parts.papers.shelf_shown.connect(self._show_shelf)

    def watch(self) -> None:
        """Look from now on at what other processes change."""
        self._poll.start()

    def stop(self) -> None:
        """Look no more."""
        self._poll.stop()
        self._soon.stop()

    def _look(self) -> None:
        """Hear of what others changed, and say so if they let nobody else write."""
        self._rooms.changes.poll()
        self._parts.activity.show_held(on=self._rooms.changes.database.waited() > HELD)

    def _show_shelf(self, shelf: Shelf) -> None:
        self._parts.sidebar.set_shelf(shelf)
        if shown_period(shelf.query) is not None:
            self._desk.read(lambda: self._gaps(shelf), lambda gaps: self._show_gaps(shelf, gaps))

    def _gaps(self, shelf: Shelf) -> tuple[date, ...]:
        """The days of what is shown that were never fetched."""
        period = shown_period(shelf.query)
        return self._rooms.feeds.gaps(period) if period is not None else ()

    def _show_gaps(self, shelf: Shelf, gaps: tuple[date, ...]) -> None:
        """Say them, unless another shelf was gone to meanwhile."""
        if self._parts.papers.shelf() == shelf:
            self._parts.papers.set_gaps(gaps)

    def _show_index(self, event: IndexChanged) -> None:
        self._parts.activity.show_index(event.waiting, event.trouble)

    def count(self) -> None:
        """Count beside the window's thread, and show the numbers.

        One count at a time: of two, the older might end last, and its numbers would stand.
        """
        self._again = self._counts
        if self._counts:
            return
        self._counts = True
        jobs = self._desk.jobs
        job = jobs.new("Counting", quiet=True)
        jobs.start(job, Lane.READ, lambda _: self._counted(), self._show, self._complain)

    def _show(self, show: Callable[[], None]) -> None:
        self._end()
        show()

    def _complain(self, error: PaperDeskError) -> None:
        self._end()
        self._desk.view.complain(error)

    def _end(self) -> None:
        """What has changed during a count is counted by another one."""
        self._counts = False
        if self._again:
            self._soon.start()

    def _with_words(self, one: Collection) -> Collection:
        """A collection that looks for words: the index knows how many papers have them."""
        if one.papers is not None:
            return one
        standing = self._rooms.views.standing(one.shelf)
        return replace(one, papers=sum(standing.states.values()))

    def _counted(self) -> Callable[[], None]:
        library, feeds = self._rooms.library, self._rooms.feeds
        shelf = self._parts.papers.shelf()
        gaps = self._gaps(shelf)
        newer = self._rooms.revisions.news()
        states, tags = library.state_counts(), library.tag_counts()
        pins = {pin.tag: pin for pin in self._rooms.pins.all()}
        days, sources = feeds.days(), feeds.roster.counted()
        rules = self._rooms.rules.counted()
        collections = tuple(map(self._with_words, self._rooms.collections.counted()))
        papers = sum(one[0] for state, one in states.items() if state is not State.TRASH)
        unread = sum(one[1] for state, one in states.items() if state not in GONE)

        named = {source_shelf(source).query: source.name for source in sources}
        named |= {one.shelf.query: one.title for one in collections}

        def show() -> None:
            sidebar = self._parts.sidebar
            sidebar.set_states({state: one[0] for state, one in states.items()}, papers, newer)
            sidebar.set_days(days)
            sidebar.set_sources(sources)
            sidebar.set_rules(rules)
            sidebar.set_collections(collections)
            sidebar.set_tags(
                [
                    Tag(name, tags.get(name, 0), pins.get(name))
                    for name in dict.fromkeys((*pins, *tags))
                ]
            )
            self._parts.activity.show_counts(papers, unread)
            self._show_gaps(shelf, gaps)
            here = self._parts.papers.shelf()
            self._parts.papers.rename(named.get(here.query, here.title))
            self.unread.emit(unread)

        return show
