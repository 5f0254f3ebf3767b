"""One request from start to end: memory goes along, the answer is checked."""

from typing import Any

from paperdesk.children.child import Died
from paperdesk.children.wire import Frame, Garbled
from paperdesk.domain.errors import BadDocument, PaperDeskError
from paperdesk.domain.pages import Document, Render, Request
from paperdesk.pdfworker import sentences
from paperdesk.pdfworker.codec import Shape, decode_answer
from paperdesk.pdfworker.handing import stamp
from paperdesk.pdfworker.kept import Kept
from paperdesk.pdfworker.pictures import Gallery, Lease, Slot
from paperdesk.pdfworker.strikes import Strikes
from paperdesk.pdfworker.worker import Overdue, Worker

_BYTES_A_PIXEL = 3


class Errands:
    """Runs requests on workers, and remembers which of them did harm."""

    def __init__(self, gallery: Gallery, kept: Kept) -> None:
        self._gallery = gallery
        self._kept = kept
        self._strikes = Strikes()

    def run(self, request: Request[Any], worker: Worker) -> Any:
        """The answer, a `Lease` if it is a picture; PaperDeskError if none.

        A worker that ends or hangs over a request costs that request only.
        """
        self._strikes.check(request)
        known = self._kept.recall(request)
        if known is not None:
            return known
        before = stamp(request.document.path)
        try:
            return self._ask(request, worker)
        except Overdue as error:
            self._strikes.add(request)
            raise BadDocument(sentences.overdue(request, error.seconds)) from error
        except Died as error:
            # A file that is cut short while a worker reads it ends that worker.
            changed = stamp(request.document.path) != before
            if not worker.stopped and not changed:
                self._strikes.add(request)
            told = sentences.changed if changed else sentences.died
            raise BadDocument(told(request)) from error

    def forgive(self, document: Document, page: int | None) -> None:
        """Try again what did harm on a page, or anywhere in a document."""
        self._strikes.forgive(document, page)

    def _ask(self, request: Request[Any], worker: Worker) -> Any:
        offered = self._gallery.offer(_size(request)) if isinstance(request, Render) else None
        try:
            frame = worker.ask(request, offered.descriptor if offered else None)
            answer, offered = self._open(request, frame, offered)
            self._kept.keep(request, frame.value)
            return answer
        except Garbled as error:
            worker.discard()
            raise Died from error
        finally:
            if offered is not None:
                self._gallery.take_back(offered)

    def _open(
        self, request: Request[Any], frame: Frame, offered: Slot | None
    ) -> tuple[Any, Slot | None]:
        """What the answer is, and the offered memory if it was not used."""
        sent = Slot(frame.descriptor) if frame.descriptor is not None else None
        try:
            answer = decode_answer(request, frame.value)
            if not isinstance(answer, Shape):
                return answer, offered
            return self._hang(answer, sent, offered)
        except (Garbled, PaperDeskError):
            if sent is not None:
                sent.close()
            raise

    def _hang(
        self, shape: Shape, sent: Slot | None, offered: Slot | None
    ) -> tuple[Lease, Slot | None]:
        if sent is not None and not shape.offered:
            return self._gallery.hang(shape, sent), offered
        if offered is not None and sent is None:
            return self._gallery.hang(shape, offered), None
        raise Garbled("a picture without memory")


def _size(request: Render) -> int | None:
    """How many bytes the picture takes, about; None for a whole page."""
    if request.clip is None:
        return None
    left, top, right, bottom = request.clip
    width, height = (right - left) * request.scale + 1, (bottom - top) * request.scale + 1
    return int(width * height * _BYTES_A_PIXEL)
