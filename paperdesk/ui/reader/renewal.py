"""The open file is watched: written anew on the disk, it is shown anew in its place.

*Why by looking now and then:* a file that is replaced by renaming another one is
lost to whoever watches the old one, and a look costs a microsecond or two.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from paperdesk.domain.errors import Locked, PaperDeskError
from paperdesk.domain.pages import Document, DocumentInfo, Inspect, Pages, Ticket
from paperdesk.infra.wholeness import is_whole
from paperdesk.ui.reader.opening import Opening

LOOK = 400
"""Milliseconds between two looks; a file that is the same twice is whole, it seems."""

_AGAIN = 5
"""Looks after which a file that could not be opened is tried again as it is."""

_LONG = 30
"""Looks after which a file that does not end as a PDF is taken for what it is."""

_URGENCY = 390

Stamp = tuple[int, int, int]


class Renewal(QObject):
    """Goes on with another edition of what is open, the old pixels standing in.

    Signals: `renewed` (the file that is shown is another one now).
    """

    renewed = Signal()

    def __init__(
        self, pages: Pages, opening: Opening, go_on: Callable[[Document, DocumentInfo], None]
    ) -> None:
        """`go_on` shows a document in place of the one that is open."""
        super().__init__(opening)
        self._pages = pages
        self._opening = opening
        self._go_on = go_on
        self._of: Path | None = None
        self._shown: Stamp | None = None
        self._seen: Stamp | None = None
        self._rested = 0
        self._ticket: Ticket | None = None
        self._watch = QTimer(self, interval=LOOK)
        self._watch.timeout.connect(self.look)
        for settled in (opening.opened, opening.locked, opening.broken):
            settled.connect(self._begin)

    def turn_to(self, document: Document) -> None:
        """Show another file in place of the open one, at the same place of it."""
        shown = self._opening.document
        if shown is not None:
            self._ask(replace(document, password=document.password or shown.password))

    def look(self) -> None:
        """Look at the file once; one that differs and has come to rest is shown."""
        document = self._opening.document
        if document is None:
            self._watch.stop()
            self._drop()
            return
        if document.path != self._of:  # it is being opened, or its password looked for
            return
        now, before = _stamp(document.path), self._seen
        self._seen = now
        if now != before:
            self._rested = 0
        if now is None or now == self._shown or now != before or self._ticket is not None:
            return
        self._rested += 1
        if self._rested % _AGAIN == 1 and (is_whole(document.path) or self._rested > _LONG):
            self._ask(document)

    def _begin(self) -> None:
        """A file was opened, or is locked or broken: any later one is compared with it."""
        self._drop()
        document = self._opening.document
        self._of = document.path if document else None
        self._shown = self._seen = _stamp(document.path) if document else None
        self._rested = 0
        self._watch.start()

    def _ask(self, document: Document) -> None:
        self._drop()
        stamp = _stamp(document.path)
        self._ticket = self._pages.ask(
            Inspect(document),
            lambda info: self._take(document, stamp, info),
            lambda error: self._miss(document, error),
            urgency=_URGENCY,
        )

    def _take(self, document: Document, stamp: Stamp | None, info: DocumentInfo) -> None:
        self._ticket = None
        if not info.pages or stamp != _stamp(document.path):
            return
        self._of, self._shown, self._seen = document.path, stamp, stamp
        self._rested = 0
        self._go_on(document, info)
        self.renewed.emit()

    def _miss(self, document: Document, error: PaperDeskError) -> None:
        """What cannot be opened is tried again; until then the old one is shown."""
        self._ticket = None
        if isinstance(error, Locked):
            self._of = None
            self._opening.open(document)

    def _drop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = None


def _stamp(path: Path) -> Stamp | None:
    """What tells a file from the one before; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
