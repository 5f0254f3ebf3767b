"""One child process as the pool sees it: start it, ask it, give up on it."""

import contextlib
import dataclasses
import os
import time
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Any

from paperdesk.children.child import Child, Died, Unstarted
from paperdesk.children.wire import Frame, Garbled, Gone, Wire
from paperdesk.domain.errors import Refused
from paperdesk.domain.pages import Document, Find, Request
from paperdesk.pdfworker.codec import encode_request
from paperdesk.pdfworker.handing import WANTS_FILE, open_to_read
from paperdesk.pdfworker.limits import Limits

_PAGES_A_TURN = 50


class Overdue(Exception):
    """The child took too long over a request and was ended."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Worker:
    """A child process that is started when needed, again and again if need be.

    All methods but `stop` belong to the one thread that looks after it.
    """

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        self._limits = limits
        self._child = Child(command, dataclasses.asdict(limits), limits.start_seconds)
        self._open: OrderedDict[Document, None] = OrderedDict()

    def knows(self, document: Document) -> bool:
        """Whether the child has this document open, as far as one can tell."""
        return document in self._open

    @property
    def stopped(self) -> bool:
        """Whether the child was ended for good."""
        return self._child.stopped

    def prepare(self) -> None:
        """Start the child ahead; whoever asks first is told if that fails."""
        with contextlib.suppress(Died, Refused):
            self.start()

    def start(self) -> None:
        """Start the child unless it runs, and wait until it is ready."""
        with _told(), self._forgetful():
            self._child.start()

    def ask(self, request: Request[Any], memory: int | None = None) -> Frame:
        """Send a request, with the descriptor of memory to draw into, and wait."""
        message = encode_request(request)
        seconds = self._patience(request)
        try:
            with _told(), self._forgetful():
                wire = self._child.send(message, memory)
            self._remember(request.document)
            return self._hear(wire, request.document, seconds)
        except TimeoutError as error:
            self.discard()
            raise Overdue(seconds) from error
        except (Gone, Garbled) as error:
            self.discard()
            raise Died from error

    def forget(self, document: Document) -> None:
        """Let the child close a document."""
        if document not in self._open:
            return
        del self._open[document]
        # If it has ended meanwhile, it has closed everything.
        with contextlib.suppress(Gone):
            self._child.mention({"forget": [os.fspath(document.path), document.password]})

    def stop(self) -> None:
        """End the child for good; from any thread."""
        self._child.stop()

    def close(self) -> None:
        """End the child and wait for its end."""
        self.stop()
        self.discard()

    def discard(self) -> None:
        """End the child if it runs, and forget all about it."""
        self._open.clear()
        self._child.discard()

    @contextlib.contextmanager
    def _forgetful(self) -> Iterator[None]:
        """Know of no open document if the child is another one afterwards."""
        before = self._child.number
        try:
            yield
        finally:
            if self._child.number is None or self._child.number != before:
                self._open.clear()

    def _hear(self, wire: Wire, document: Document, seconds: float) -> Frame:
        """The answer; before it, the child may ask for the document's file.

        It is handed that file whatever it says, and in one time.
        """
        deadline = time.monotonic() + seconds
        while True:
            frame = wire.receive(deadline - time.monotonic())
            if frame.value != WANTS_FILE:
                return frame
            _hand_over(wire, document)

    def _remember(self, document: Document) -> None:
        self._open[document] = None
        self._open.move_to_end(document)
        while len(self._open) > self._limits.documents:
            self._open.popitem(last=False)

    def _patience(self, request: Request[Any]) -> float:
        if isinstance(request, Find):
            turns = 1 + (request.last - request.first) // _PAGES_A_TURN
            return self._limits.seconds * turns
        return self._limits.seconds


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Say in a sentence that the child cannot be started."""
    try:
        yield
    except Unstarted as error:
        raise Refused(
            "The program that reads PDFs could not be started. Start PaperDesk again; "
            "if that does not help, install it again."
        ) from error


def _hand_over(wire: Wire, document: Document) -> None:
    """Give the child a document's file, or the reason why not."""
    try:
        descriptor = open_to_read(document.path)
    except OSError as error:
        wire.send({"errno": error.errno})
        return
    try:
        wire.send({"file": True}, descriptor)
    finally:
        os.close(descriptor)
