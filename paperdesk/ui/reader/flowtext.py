"""The text of reading mode, set page by page around where one is.

Pages are added as far as the eye may soon go, so that a book opens as fast as a
letter; a paragraph that runs over the end of a page is put together.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from paperdesk.domain.note import Place
from paperdesk.domain.pages import PageSize
from paperdesk.reader.manners import Manners, learn
from paperdesk.reader.passages import Kind, Passage, continued, passages
from paperdesk.ui.reader.flowsource import FlowSource
from paperdesk.ui.reader.flowview import FlowView
from paperdesk.ui.reader.shades import Shades

_SAMPLE = 6
"""The first pages tell how a document is set, and those around the place."""

_SCREENS = 2
"""Screens of text that are ready beyond what is seen."""

_TEXTS = (Kind.TEXT, Kind.ITEM)
_FLOATING = (Kind.PICTURE, Kind.CAPTION)
"""What may stand between two halves of a paragraph."""


class FlowText(QObject):
    """Sets pages into a view; `busy` while it moves the view itself."""

    def __init__(self, view: FlowView, source: FlowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy = False
        self.sizes: Sequence[PageSize] = ()
        self._view = view
        self._source = source
        self._manners: Manners | None = None
        self._shown = range(0)
        self._goal = Place()
        source.arrived.connect(lambda _: self.fill())

    def open(self, sizes: Sequence[PageSize]) -> None:
        """Begin with the pages of another document."""
        self.sizes, self._manners = sizes, None

    def begin(self, place: Place, shades: Shades, size: float) -> None:
        """Set the text anew from a place on."""
        self._goal, self._shown = place, range(0)
        self._source.forget_pictures()
        self.busy = True
        self._view.begin(shades, size)
        self.busy = False
        around = {*range(place.page - 1, place.page + 3), *range(1, _SAMPLE)}
        for page in around & set(range(len(self.sizes))):
            self._source.need(page, abs(page - place.page))
        self.fill()

    def holds(self, page: int) -> bool:
        """Whether a page is set."""
        return page in self._shown

    def go(self, place: Place) -> None:
        """Bring a place of the pages to the top."""
        self._goal = place
        found = self._view.standing_at(place)
        if found is not None:
            self.busy = True
            self._view.go(*found)
            self.busy = False

    def fill(self) -> None:
        """Set what has come, and ask for what will be looked at next."""
        if self.busy or not self.sizes or (not self._shown and self._source.waits()):
            return
        if not self._shown:
            self._start()
        above, below = self._view.beyond()
        far = _SCREENS * self._view.viewport().height()
        if below < far and self._shown.stop < len(self.sizes):
            self._extend(self._shown.stop, self._add_below)
        elif above < far and self._shown.start > 0:
            self._extend(self._shown.start - 1, self._add_above)

    def _start(self) -> None:
        """The first page, once enough of the document is known."""
        page = min(max(self._goal.page, 0), len(self.sizes) - 1)
        if page not in self._source.prints:
            self._source.need(page)
            return
        if self._manners is None:
            self._manners = learn(self._source.prints, dict(enumerate(self.sizes)))
        self._shown = range(page, page + 1)
        self.busy = True
        self._view.add_below(self._passages(page))
        self.busy = False
        self.go(self._goal)

    def _extend(self, page: int, add: Callable[[list[Passage]], None]) -> None:
        """One page more, and look again in the next turn of the window."""
        if page not in self._source.prints:
            self._source.need(page)
            return
        goal = self._goal if not self._shown else None
        self._shown = range(min(page, self._shown.start), max(page + 1, self._shown.stop))
        self.busy = True
        add(list(self._passages(page)))
        self.busy = False
        if goal is not None:
            self.go(goal)
        QTimer.singleShot(0, self, self.fill)

    def _passages(self, page: int) -> tuple[Passage, ...]:
        manners = self._manners or Manners()
        return passages(self._source.prints[page], page, self.sizes[page], manners)

    def _add_below(self, made: list[Passage]) -> None:
        keys = self._view.order()
        last = next((key for key in reversed(keys) if self._view.shown[key].kind in _TEXTS), None)
        first = next((at for at, one in enumerate(made) if one.kind not in _FLOATING), None)
        if first is not None and last is not None:
            whole = continued(self._view.shown[last], made[first])
            if whole is not None:
                self._view.replace(last, whole)
                del made[first]
        self._view.add_below(made)

    def _add_above(self, made: list[Passage]) -> None:
        first = next(iter(self._view.order()), None)
        last = max((at for at, one in enumerate(made) if one.kind in _TEXTS), default=None)
        if first is not None and last is not None:
            whole = continued(made[last], self._view.shown[first])
            if whole is not None and self._view.here() != self._view.shown[first].marks[0]:
                self._view.drop_first()
                made[last] = whole
        self._view.add_above(made)
