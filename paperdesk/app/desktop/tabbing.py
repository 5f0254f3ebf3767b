"""The tabs of the reader: kept in step with what is shown, and kept for the next start."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.app.desktop.shown import Shown
from paperdesk.domain.events import NotesChanged, PapersChanged
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes
from paperdesk.infra.latex import plain
from paperdesk.reader.tabs import Tabs
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.tabrow import Tab

_KEY = "tabs"


class Tabbing(QObject):
    """Which papers are open: the `Tabs` of the commands.

    Signals: `wanted` (a `PaperId` that is to be shown now), `picking` (the open
    papers: one of them, or another, is to be picked), `changed` (what is to be
    kept now: a session may end without a word).
    """

    wanted = Signal(object)
    picking = Signal(list)
    changed = Signal(dict)

    def __init__(self, parts: Parts, rooms: Rooms, reading: Reading) -> None:
        super().__init__(parts.window)
        self._row = parts.spread.row
        self._window = parts.window
        self._rooms = rooms
        self._reading = reading
        self._tabs = Tabs()
        self._expected: PaperId | None = None
        self._row.wanted.connect(self.wanted)
        self._row.closing.connect(self._close)
        self._row.arranged.connect(self._arrange)
        reading.when_opened(self._opened)
        rooms.bus.listen(PapersChanged, lambda event: self._papers_changed(event.ids))
        rooms.bus.listen(NotesChanged, lambda event: self._settle(event.ids))
        parts.spread.each(self._join)

    def neighbour(self, steps: int) -> PaperId | None:
        """The paper so many tabs away; the current one while the list is shown."""
        return self._tabs.neighbour(steps if self._window.reading() else 0)

    def at(self, number: int) -> PaperId | None:
        """The paper of a tab, counted from 1; 9 is the last."""
        return self._tabs.at(number)

    def pick(self) -> None:
        """Let a paper be chosen by any of its words, the open ones first."""
        self.picking.emit(self._tabs.lately())

    def expect(self, paper: PaperId, *, passing: bool) -> None:
        """A paper is on its way: in passing, its tab will be that of the next one passed."""
        self._expected = paper if passing else None

    def close(self) -> PaperId | None:
        """Close the tab that is shown; the paper that is next."""
        if self._tabs.current is not None:
            self._drop(self._tabs.current)
        return self._tabs.current

    def last_closed(self) -> PaperId | None:
        """The paper whose tab was closed last."""
        return self._tabs.last_closed()

    def papers(self) -> tuple[PaperId, ...]:
        """The open papers, in the order of their tabs."""
        return tuple(self._tabs.papers)

    def recall(self) -> PaperId | None:
        """Bring the tabs of the last session back, none of them loaded.

        The paper that was being read in the end, if one was.
        """
        kept = memory.recall(self._rooms.database, _KEY) or {}
        papers = self._known(kept.get("papers", ()))
        self._tabs = Tabs(
            papers,
            kept.get("current"),
            self._known(kept.get("closed", ())),
            kept.get("passing"),
        )
        self._show()
        reading = bool(kept.get("reading")) and kept.get("current") in papers
        return self._tabs.current if reading else None

    def kept(self) -> dict[str, Any]:
        """What the next session begins with."""
        return {
            "papers": list(self._tabs.papers),
            "current": self._tabs.current,
            "closed": list(self._tabs.closed),
            "passing": self._tabs.passing,
            "reading": self._reading.paper() is not None,
        }

    def _opened(self, paper: PaperId) -> None:
        before = set(self._tabs.papers)
        passing, self._expected = paper == self._expected, None
        left = self._tabs.passing
        if left is not None and left in self._reading.shown().values():
            self._tabs.settle(left)  # it is still looked at, in the other view
        self._tabs.show(paper, passing=passing)
        for gone in before - set(self._tabs.papers):
            self._reading.put_away(gone)
        self._show()
        self.changed.emit({**self.kept(), "reading": True})

    def _arrange(self, papers: Sequence[PaperId]) -> None:
        """The mouse put the tabs in another order."""
        self._tabs.arrange(papers)
        self.changed.emit(self.kept())

    def _close(self, paper: PaperId) -> None:
        """The mouse closed a tab: show what is next if it was the one that shows."""
        shown = paper == self._tabs.current
        self._drop(paper)
        if shown and self._tabs.current is None:
            self._reading.close()
        elif shown:
            self.wanted.emit(self._tabs.current)

    def _join(self, view: ReaderPane) -> None:
        view.place_changed.connect(lambda place: self._moved(self._reading.at(view), place))

    def _moved(self, shown: Shown, place: Place) -> None:
        """Who reads on to another page reads the paper, and has not only passed it."""
        if shown.paper == self._tabs.passing and place.page != shown.began:
            self._settle(())

    def _settle(self, papers: tuple[PaperId, ...]) -> None:
        """Something was done with these papers, or with any: a tab in passing stays."""
        passing = self._tabs.passing
        if passing is not None and (not papers or passing in papers):
            self._tabs.settle(passing)
            self._show()
            self.changed.emit(self.kept())

    def _drop(self, paper: PaperId) -> None:
        self._tabs.close(paper)
        self._reading.put_away(paper)
        self._show()
        self.changed.emit(self.kept())

    def _papers_changed(self, papers: tuple[PaperId, ...]) -> None:
        if not papers or not set(papers).isdisjoint(self._tabs.papers):
            self._show()

    def _show(self) -> None:
        found = self._rooms.library.papers(self._tabs.papers)
        self._row.show_tabs(
            [Tab(one.id, plain(one.title), one.id == self._tabs.passing) for one in found],
            self._tabs.current,
        )

    def _known(self, papers: object) -> list[PaperId]:
        """Those of the kept papers that are still there, with their PDF."""
        ids = [PaperId(one) for one in papers] if isinstance(papers, list | tuple) else []
        return [paper.id for paper in self._rooms.library.papers(ids) if paper.file]


def keep(changes: Changes, kept: dict[str, Any]) -> None:
    """Keep the tabs for the next start."""
    memory.keep(changes, _KEY, kept)
