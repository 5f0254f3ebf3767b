"""Says above the pages that a paper was withdrawn or retracted, in every view."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from paperdesk.app.build import Rooms
from paperdesk.domain.events import PapersChanged
from paperdesk.domain.paper import PaperId
from paperdesk.ui.reader import ReaderPane, Spread
from paperdesk.ui.reader.notice import Notice
from paperdesk.ui.words import TAKEN_BACK


class Retractions(QObject):
    """Watches the views of the window, and what is said of the papers in them."""

    def __init__(
        self,
        spread: Spread,
        rooms: Rooms,
        shown: Callable[[], Mapping[ReaderPane, PaperId | None]],
    ) -> None:
        """`shown` tells the papers in the views."""
        super().__init__(spread)
        self._rooms = rooms
        self._shown = shown
        self._notices: dict[ReaderPane, Notice] = {}
        spread.each(self._join)
        rooms.bus.listen(PapersChanged, lambda _: self._look())

    def _join(self, view: ReaderPane) -> None:
        notice = Notice()
        column = view.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(1, notice)
        self._notices[view] = notice
        view.parts.opening.opened.connect(lambda _: self._look())

    def _look(self) -> None:
        """Say it of those that are shown now."""
        shown = self._shown()
        wanted = [paper for paper in shown.values() if paper is not None]
        notices = {one.id: one.notice for one in self._rooms.library.papers(wanted)}
        for view, paper in shown.items():
            said = TAKEN_BACK.get(notices.get(paper, "")) if paper is not None else None
            if view in self._notices:
                self._notices[view].say(f"⚠ {said}" if said else "")
