"""How the papers lay in the reader: kept as it changes, brought back when it is shown again."""

from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.desktop.reading import Reading
from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes
from paperdesk.ui.reader import ReaderPane

_KEY = "reader"


@dataclass(frozen=True, slots=True)
class Lay:
    """What a view showed: a paper at a place, and a panel beside it, so many pixels wide."""

    paper: PaperId
    place: Place | None
    panel: str
    beside: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The views, how they lay, and which of them had the keys."""

    lays: tuple[Lay, ...]
    stacked: bool
    share: int
    here: int


class Resuming(QObject):
    """Brings back the split, and what stood beside the pages, with the first paper.

    Nothing is loaded before one is opened: a session may begin, and end, in
    the list.

    Signals: `changed` (what is to be kept now: a session may end without a word).
    """

    changed = Signal(dict)

    def __init__(self, parts: Parts, rooms: Rooms, reading: Reading) -> None:
        super().__init__(parts.window)
        self._spread = parts.spread
        self._rooms = rooms
        self._reading = reading
        self._waits: Standing | None = None
        reading.before = self._bring_back
        reading.when_opened(lambda _: self._tell())
        parts.spread.arranged.connect(self._tell)
        parts.spread.each(self._join)

    def recall(self) -> None:
        """Look up how the last session ended; it shows with the first paper."""
        self._waits = _standing(memory.recall(self._rooms.database, _KEY))

    def kept(self) -> dict[str, Any]:
        """What the next session begins with."""
        standing = self._waits or self._now()
        return {} if standing is None else asdict(standing)

    def _now(self) -> Standing | None:
        views = self._spread.views()
        lays = [lay for lay in map(self._lay, views) if lay is not None]
        if len(lays) < len(views):
            return None
        here = views.index(self._spread.here())
        return Standing(tuple(lays), self._spread.stacked(), self._spread.share(), here)

    def _lay(self, view: ReaderPane) -> Lay | None:
        shown = self._reading.at(view)
        if shown.paper is None:
            return None
        return Lay(shown.paper, shown.place(), view.side.panel(), view.beside.wide)

    def _join(self, view: ReaderPane) -> None:
        view.side.turned.connect(lambda _: self._tell())
        view.beside.widened.connect(self._tell)

    def _tell(self) -> None:
        if self._waits is None:
            self.changed.emit(self.kept())

    def _bring_back(self, paper: PaperId) -> None:
        """Before a paper is opened, the first time: lay the views as they were."""
        standing, self._waits = self._waits, None
        if standing is None:
            return
        lays = self._still_there(standing)
        if len(lays) > 1:
            self._spread.split(stacked=standing.stacked)
            self._spread.divide(standing.share)
            self._spread.turn(self._spread.views()[standing.here])
        for view, lay in zip(self._spread.views(), lays, strict=True):
            # The view with the keys shows what is opened now, be it another paper.
            if view is not self._spread.here() or lay.paper == paper:
                self._reading.at(view).show(lay.paper, lay.place)
            view.beside.widen(lay.beside)
            if lay.panel in view.side.names():
                view.side.show_panel(lay.panel, keys=False)

    def _still_there(self, standing: Standing) -> tuple[Lay, ...]:
        """What can be shown of it: both views, or that which had the keys."""
        here = standing.lays[standing.here]
        ids = [lay.paper for lay in standing.lays]
        known = {paper.id for paper in self._rooms.library.papers(ids) if paper.file}
        return standing.lays if known.issuperset(ids) else (here,)


def keep(changes: Changes, kept: dict[str, Any]) -> None:
    """Keep how the papers lie for the next start."""
    memory.keep(changes, _KEY, kept)


def _standing(kept: Any) -> Standing | None:
    """What was kept, if it can be read: another version may have written it."""
    try:
        lays = tuple(_lay(lay) for lay in kept["lays"])
        here = range(len(lays))[kept["here"]]
        return Standing(lays, bool(kept["stacked"]), int(kept["share"]), here)
    except (LookupError, TypeError, ValueError):
        return None


def _lay(kept: Any) -> Lay:
    place = None if kept["place"] is None else _place(kept["place"])
    return Lay(PaperId(kept["paper"]), place, str(kept["panel"]), int(kept["beside"]))


def _place(kept: Any) -> Place:
    arrangement = Arrangement(**kept["arrangement"])
    return Place(**{**kept, "fit": Fit(kept["fit"]), "arrangement": arrangement})
