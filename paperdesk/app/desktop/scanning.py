"""Tells pages that are pictures, in every view, and follows when a copy takes their place."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from paperdesk.app.build import Rooms
from paperdesk.domain.events import PapersChanged
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.domain.scan import Pictured
from paperdesk.ui.reader import ReaderPane, Spread
from paperdesk.ui.reader.notice import Notice

SENTENCE = "These pages are pictures: text cannot be selected or found."
_URGENCY = 60


class Scanning(QObject):
    """Watches the views of the window."""

    def __init__(
        self,
        spread: Spread,
        rooms: Rooms,
        shown: Callable[[], Mapping[ReaderPane, PaperId | None]],
        renew: Callable[[PaperId], None],
        run: Callable[[str], None],
    ) -> None:
        """`shown` tells the papers in the views; `renew` shows one again, as after an undo."""
        super().__init__(spread)
        self._rooms = rooms
        self._shown = shown
        self._renew = renew
        self._run = run
        self._known: dict[tuple[Document, int], bool] = {}
        self._notices: dict[ReaderPane, Notice] = {}
        spread.each(self._join)
        rooms.bus.listen(PapersChanged, lambda event: self._changed(event.ids))

    def _join(self, view: ReaderPane) -> None:
        notice = Notice("Make searchable", lambda: self._run("page.make-searchable"))
        column = view.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(1, notice)
        self._notices[view] = notice
        view.parts.view.rested.connect(partial(self._look, view))
        view.parts.opening.opened.connect(lambda _: self._look(view))

    def _look(self, view: ReaderPane) -> None:
        """Look at the page that shows, if that was not done."""
        document = view.parts.opening.document
        visible = view.parts.view.scroller.visible()
        if document is None or not visible:
            self._notices[view].say("")
            return
        key = document, visible.start
        if key in self._known:
            self._tell(view)
            return
        self._rooms.pages.ask(
            Pictured(document, visible.start),
            partial(self._take, view, key),
            lambda _: None,
            urgency=_URGENCY,
        )

    def _take(self, view: ReaderPane, key: tuple[Document, int], pictured: bool) -> None:  # noqa: FBT001
        self._known[key] = pictured
        self._tell(view)

    def _tell(self, view: ReaderPane) -> None:
        document = view.parts.opening.document
        visible = view.parts.view.scroller.visible()
        here = document is not None and self._known.get((document, visible.start), False)
        self._notices[view].say(SENTENCE if here else "")

    def _changed(self, papers: tuple[PaperId, ...]) -> None:
        for view, paper in self._shown().items():
            if paper is None or (papers and paper not in papers):
                continue
            document, path = view.parts.opening.document, self._rooms.intake.here(paper)
            if document is not None and path is not None and path != document.path:
                self._renew(paper)
