"""What reading mode is made of: the print of pages and the pixels of pictures."""

from functools import partial

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from paperdesk.domain.dress import Dress
from paperdesk.domain.errors import Cancelled, PaperDeskError
from paperdesk.domain.pages import Document, Pages, Picture, Render, Ticket
from paperdesk.domain.typed import PagePrint, Print, PrintLine, Run
from paperdesk.reader.passages import Passage

_PRINT, _PICTURE = 180, 130


class FlowSource(QObject):
    """Asks the workers, and keeps what they said.

    Signals: `arrived` (the print of a page is here), `drawn` (a `Passage` has
    pixels).
    """

    arrived = Signal(int)
    drawn = Signal(object)

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.prints: dict[int, PagePrint] = {}
        self.document: Document | None = None
        self._pages = pages
        self._asked: dict[int, Ticket] = {}
        self._drawing: dict[tuple[Passage, QSize], Ticket] = {}
        self._images: dict[tuple[Passage, QSize], QImage] = {}

    def show(self, document: Document | None) -> None:
        """Begin with another document, or with none."""
        self.forget_pictures()
        for ticket in self._asked.values():
            ticket.cancel()
        self._asked.clear()
        self.prints.clear()
        self.document = document

    def forget_pictures(self) -> None:
        """They are to look otherwise."""
        for ticket in self._drawing.values():
            ticket.cancel()
        self._drawing.clear()
        self._images.clear()

    def need(self, page: int, order: int = 0) -> None:
        """Ask for the print of a page, the lowest `order` first."""
        if page in self.prints or page in self._asked or self.document is None:
            return
        self._asked[page] = self._pages.ask(
            Print(self.document, page),
            partial(self._take, page),
            partial(self._miss, page),
            urgency=_PRINT - order,
        )

    def waits(self) -> bool:
        """Whether a page that was asked for is not here yet."""
        return bool(self._asked)

    def picture(
        self, passage: Passage, size: QSize, ratio: float, dress: Dress | None
    ) -> QImage | None:
        """The pixels of a picture for a size on the screen; asked for if they are not here."""
        key = passage, size
        known = self._images.get(key)
        if known is None and key not in self._drawing and self.document is not None:
            scale = size.width() * ratio / max(passage.box[2] - passage.box[0], 1.0)
            request = Render(self.document, passage.page, scale, passage.box, dress=dress)
            done, failed = partial(self._hang, key), partial(self._leave_out, key)
            self._drawing[key] = self._pages.ask(request, done, failed, urgency=_PICTURE)
        return known

    def _take(self, page: int, print_: PagePrint) -> None:
        self._asked.pop(page, None)
        self.prints[page] = print_
        self.arrived.emit(page)

    def _miss(self, page: int, error: PaperDeskError) -> None:
        """A page that cannot be read says so in its place."""
        if not isinstance(error, Cancelled):
            line = PrintLine((50.0, 50.0, 500.0, 60.0), 10.0, (Run(str(error)),))
            self._take(page, PagePrint((line,)))

    def _hang(self, key: tuple[Passage, QSize], picture: Picture) -> None:
        """Keep a copy of the pixels, and give the workers' memory back."""
        self._drawing.pop(key, None)
        width, height, stride = picture.width, picture.height, picture.stride
        shape = QImage.Format.Format_RGB888
        self._images[key] = QImage(picture.pixels, width, height, stride, shape).copy()
        picture.release()
        self.drawn.emit(key[0])

    def _leave_out(self, key: tuple[Passage, QSize], _error: PaperDeskError) -> None:
        """A picture that cannot be drawn stays empty; on its page a card says why."""
        self._drawing.pop(key, None)
