"""Opening a file: it is looked at by a worker, may be locked, may be broken."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from paperdesk.domain.errors import Cancelled, Locked, PaperDeskError
from paperdesk.domain.pages import Document, DocumentInfo, Inspect, Pages, Ticket
from paperdesk.ui.reader.known import Known

_URGENCY = 400

_WRONG = "That password does not open it. Try another one."
_OUTDATED = "The password that was remembered does not open it. Type the right one."

Recall = Callable[[Document, Callable[[str], None]], None]
"""Looks for the password of a document, and tells it; an empty one if there is none."""


class Opening(QObject):
    """The document that is open, or on its way to be.

    Signals: `opened` (its `DocumentInfo`), `locked` and `broken` (a sentence),
    `proven` (a `Document` that was opened with a password to be remembered).
    """

    opened = Signal(object)
    proven = Signal(object)
    locked = Signal(str)
    broken = Signal(str)

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.recall: Recall = _remember_nothing
        self._pages = pages
        self._wrong = _WRONG
        self._remember = False
        self._ticket: Ticket | None = None
        self._known = Known()

    def open(self, document: Document) -> None:
        """Begin to open a document, whatever was open before."""
        self.close()
        self.document = document
        self._wrong, self._remember = _WRONG, False
        known = self._known.info(document)
        if known is not None:
            self.opened.emit(known)
        else:
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

    def unlock(self, password: str, *, remember: bool = False) -> None:
        """Try a password, which is to be remembered if it opens the document."""
        if self.document is not None:
            self._wrong, self._remember = _WRONG, remember
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
        if info.pages and self.document is not None:
            self._known.learn(self.document, info)
            self.opened.emit(info)
            if self._remember:
                self.proven.emit(self.document)
        else:
            self.broken.emit("This PDF has no pages. Try to download it again.")

    def _failed(self, error: PaperDeskError) -> None:
        self._ticket = None
        if isinstance(error, Locked) and self.document is not None:
            self._ask_for_password(self.document, str(error))
        elif not isinstance(error, Cancelled):
            self.broken.emit(str(error))

    def _ask_for_password(self, document: Document, sentence: str) -> None:
        """Ask the keyring first, then the user; a wrong one is never asked for twice."""
        if document.password:
            self.locked.emit(self._wrong)
        else:
            self.recall(document, partial(self._recalled, document, sentence))

    def _recalled(self, document: Document, sentence: str, password: str) -> None:
        if document is not self.document:
            return
        if password:
            self.unlock(password)
            self._wrong = _OUTDATED
        else:
            self.locked.emit(sentence)


def _remember_nothing(_document: Document, done: Callable[[str], None]) -> None:
    done("")
