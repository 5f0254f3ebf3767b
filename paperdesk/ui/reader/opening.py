"""Opening a file: it is looked at by a worker, may be locked, may be broken."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.errors import Cancelled, Locked, PaperDeskError
from paperdesk.domain.pages import Document, DocumentInfo, Inspect, Pages, Ticket

_URGENCY = 400

_WRONG = "That password does not open it. Try another one."


class Opening(QObject):
    """The document that is open, or on its way to be.

    Signals: `opened` (its `DocumentInfo`), `locked` and `broken` (a sentence).
    """

    opened = Signal(object)
    locked = Signal(str)
    broken = Signal(str)

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self._pages = pages
        self._ticket: Ticket | None = None

    def open(self, document: Document) -> None:
        """Begin to open a document, whatever was open before."""
        self.close()
        self.document = document
        self.retry()

    def try_again(self) -> None:
        """Look at the file again, whatever harm it did before."""
        if self.document is not None:
            self._pages.pardon(self.document)
            self.retry()

    def retry(self) -> None:
        """Look at the file again."""
        if self.document is not None:
            self._drop_ticket()
            request = Inspect(self.document)
            self._ticket = self._pages.ask(request, self._done, self._failed, urgency=_URGENCY)

    def unlock(self, password: str) -> None:
        """Try a password."""
        if self.document is not None:
            self.document = replace(self.document, password=password)
            self.retry()

    def forget(self, document: Document) -> None:
        """Let the workers close a document that is shown no longer."""
        self._pages.forget(document)

    def close(self) -> None:
        """Let the workers close the document."""
        self._drop_ticket()
        if self.document is not None:
            self._pages.forget(self.document)
        self.document = None

    def _drop_ticket(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = None

    def _done(self, info: DocumentInfo) -> None:
        self._ticket = None
        if info.pages:
            self.opened.emit(info)
        else:
            self.broken.emit("This PDF has no pages. Try to download it again.")

    def _failed(self, error: PaperDeskError) -> None:
        self._ticket = None
        if isinstance(error, Locked):
            self.locked.emit(_WRONG if self.document and self.document.password else str(error))
        elif not isinstance(error, Cancelled):
            self.broken.emit(str(error))
