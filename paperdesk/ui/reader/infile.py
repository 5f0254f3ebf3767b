"""The marks that the open file has of its own, fetched behind everything else."""

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.annotation import Annotations, FileMark
from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.note import Highlight
from paperdesk.domain.pages import Document, Pages, Ticket
from paperdesk.domain.tints import nearest
from paperdesk.reader.infile import A_TIME, told_apart

_URGENCY = 5


class InFile(QObject):
    """What other programs have marked; MuPDF draws it with the page.

    Signals: `arrived` (all of it is known now, or there is another file).
    """

    arrived = Signal()

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks: tuple[FileMark, ...] = ()
        self._pages = pages
        self._document: Document | None = None
        self._count = 0
        self._found: list[FileMark] = []
        self._by_name: dict[str, FileMark] = {}
        self._ticket: Ticket | None = None

    def show(self, document: Document | None, pages: int = 0) -> None:
        """Begin with another document of so many pages, or with none."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = None
        self._document = document
        self._count = pages
        self._found.clear()
        self._tell(())
        self._ask(0)

    def draws(self, highlight: Highlight) -> bool:
        """Whether the page shows a mark of ours already, as the file has it."""
        mark = self._by_name.get(highlight.origin or highlight.id)
        return (
            mark is not None
            and mark.kind is highlight.kind
            and mark.page == highlight.anchor.page
            and nearest(mark.colour) is highlight.colour
        )

    def _ask(self, first: int) -> None:
        if self._document is None or first >= self._count:
            return
        last = min(first + A_TIME, self._count) - 1
        self._ticket = self._pages.ask(
            Annotations(self._document, first, last),
            lambda marks: self._take(marks, last),
            lambda error: self._miss(error, last),
            urgency=_URGENCY,
        )

    def _take(self, marks: tuple[FileMark, ...], last: int) -> None:
        self._ticket = None
        self._found += marks
        if last + 1 < self._count:
            self._ask(last + 1)
        elif self._found:
            self._tell(told_apart(self._found))

    def _miss(self, _error: PaperDeskError, last: int) -> None:
        """Pages whose marks cannot be read are shown all the same."""
        self._take((), last)

    def _tell(self, marks: tuple[FileMark, ...]) -> None:
        if marks != self.marks:
            self.marks = marks
            self._by_name = {mark.name: mark for mark in marks}
            self.arrived.emit()
