"""The contents of the open paper: the file's own, or built from its headings meanwhile."""

import time
from functools import partial

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import (
    Document,
    DocumentInfo,
    Headlines,
    Pages,
    PageSize,
    Setting,
    Ticket,
)
from paperdesk.reader.contents import Contents, Spot, useful
from paperdesk.reader.headings import Headings
from paperdesk.reader.sought import right_column

A_TURN = 4
"""Pages that are looked at together at first; later as many as are quickly read."""

_MOST_A_TURN = 12
_SECONDS = 0.06
"""That a worker may look at headings without looking up: it is soon free for what shows."""

MOST_PAGES = 1500
"""Headings are looked for on so many pages."""

_URGENCY = -1
"""In the pauses of what is on the screen, before what the index asks for."""


class Outlining(QObject):
    """The contents as far as they are known.

    Signals: `opened` (another document, or none), `changed` (the contents).
    """

    opened = Signal()
    changed = Signal()

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pages: tuple[PageSize, ...] = ()
        self._know(Contents())
        self.built = False
        self._workers = pages
        self._document: Document | None = None
        self._headings = Headings(())
        self._ticket: Ticket | None = None
        self._next = self._told = 0
        self._a_turn = A_TURN

    @property
    def busy(self) -> bool:
        """Whether headings are still looked for."""
        return self._ticket is not None

    def section(self, here: Spot) -> int:
        """The section that a spot lies in, in its own column; -1 before the first."""
        if self._split:
            return self.contents.section_beside(here, self._split)
        return self.contents.section(here)

    def show(self, document: Document | None, info: DocumentInfo | None = None) -> None:
        """Begin with another document, or with none."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = None
        self._document = document
        self.pages = info.pages if info is not None else ()
        outline = info.outline if info is not None else ()
        self.built = document is not None and not useful(outline, len(self.pages))
        self._know(Contents(() if self.built else outline))
        if self.built:
            self._headings = Headings(self.pages)
            self._next, self._told, self._a_turn = 0, A_TURN, A_TURN
            self._ask()
        self.opened.emit()
        self.changed.emit()

    def _know(self, contents: Contents) -> None:
        self.contents = contents
        self._split = right_column(self.pages, contents)

    def _ask(self) -> None:
        """Look at the next few pages; the answer asks for more."""
        self._ticket = None
        last = min(self._next + self._a_turn, len(self.pages), MOST_PAGES) - 1
        if self._document is None or last < self._next:
            return
        request = Headlines(self._document, self._next, last)
        take = partial(self._take, last + 1 - self._next, time.monotonic())
        self._ticket = self._workers.ask(request, take, self._miss, urgency=_URGENCY)
        self._next = last + 1

    def _take(self, pages: int, asked: float, settings: tuple[Setting, ...]) -> None:
        spent = max(time.monotonic() - asked, 1e-6)
        self._a_turn = min(max(int(_SECONDS * pages / spent), 1), _MOST_A_TURN)
        self._go_on(settings)

    def _go_on(self, settings: tuple[Setting, ...] = ()) -> None:
        for setting in settings:
            self._headings.add(setting)
        self._ask()
        # Told ever more rarely: weighing all headings again takes its time.
        if not self.busy or self._next >= self._told * 2:
            self._told = self._next
            self._know(Contents(self._headings.outline()))
            self.changed.emit()

    def _miss(self, _error: PaperDeskError) -> None:
        """A paper can be read without its headings; go on with the next pages."""
        self._go_on()
