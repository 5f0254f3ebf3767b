"""One child process as the pool sees it: start it, ask it, give up on it."""

import contextlib
import dataclasses
import logging
import os
import socket
import subprocess
import sys
import time
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from paperdesk.domain.errors import Refused
from paperdesk.domain.pages import Document, Find, Request
from paperdesk.pdfworker.codec import encode_request
from paperdesk.pdfworker.handing import open_to_read
from paperdesk.pdfworker.limits import Limits
from paperdesk.pdfworker.wire import WANTS_FILE, Frame, Garbled, Gone, Wire

_PAGES_A_TURN = 50
FENCES = ("landlock", "seccomp")
"""What a child is shut in with where the kernel has both."""

_log = logging.getLogger(__name__)


class Died(Exception):
    """The child ended, or talked nonsense, over a request."""


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
        self._command = tuple(command)
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._wire: Wire | None = None
        self._open: OrderedDict[Document, None] = OrderedDict()
        self._stopped = False

    def knows(self, document: Document) -> bool:
        """Whether the child has this document open, as far as one can tell."""
        return document in self._open

    @property
    def stopped(self) -> bool:
        """Whether the child was ended for good."""
        return self._stopped

    def prepare(self) -> None:
        """Start the child ahead; whoever asks first is told if that fails."""
        with contextlib.suppress(Died, Refused):
            self.start()

    def start(self) -> None:
        """Start the child unless it runs, and wait until it is ready."""
        if self._process is not None and self._process.poll() is None:
            return
        self.discard()
        here, there = socket.socketpair()
        self._wire = Wire(here)
        try:
            self._launch(there)
            self._greet()
        except (OSError, Gone, Garbled) as error:  # TimeoutError is an OSError
            self.discard()
            if self._stopped:
                raise Died from error
            raise Refused(
                "The program that reads PDFs could not be started. Start PaperDesk again; "
                "if that does not help, install it again."
            ) from error

    def ask(self, request: Request[Any], memory: int | None = None) -> Frame:
        """Send a request, with the descriptor of memory to draw into, and wait."""
        message = encode_request(request)
        try:
            wire = self._send(message, memory)
            self._remember(request.document)
            seconds = self._patience(request)
            return self._hear(wire, request.document, seconds)
        except TimeoutError as error:
            self.discard()
            raise Overdue(seconds) from error
        except (Gone, Garbled) as error:
            self.discard()
            raise Died from error

    def forget(self, document: Document) -> None:
        """Let the child close a document."""
        if self._wire is None or document not in self._open:
            return
        del self._open[document]
        # If it has ended meanwhile, it has closed everything.
        with contextlib.suppress(Gone):
            self._wire.send({"forget": [os.fspath(document.path), document.password]})

    def stop(self) -> None:
        """End the child for good; from any thread."""
        self._stopped = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the child and wait for its end."""
        self.stop()
        self.discard()

    def discard(self) -> None:
        """End the child if it runs, and forget all about it."""
        wire, self._wire = self._wire, None
        process, self._process = self._process, None
        self._open.clear()
        if wire is not None:
            wire.close()
        if process is not None:
            process.kill()
            process.wait()

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

    def _send(self, message: object, memory: int | None) -> Wire:
        """Send to the child; to a new one, once, if it had ended while idle."""
        self.start()
        try:
            return self._send_now(message, memory)
        except Gone:
            self.discard()
            self.start()
            return self._send_now(message, memory)

    def _send_now(self, message: object, memory: int | None) -> Wire:
        if self._wire is None:
            raise Gone
        self._wire.send(message, memory)
        return self._wire

    def _launch(self, there: socket.socket) -> None:
        with there:
            self._process = subprocess.Popen(
                self._command,
                stdin=there.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        if self._stopped:
            self._process.kill()

    def _greet(self) -> None:
        """Hand over the limits, and wait for the child to take them."""
        if self._wire is None:
            raise Gone
        self._wire.send({"limits": dataclasses.asdict(self._limits)})
        said = self._wire.receive(self._limits.start_seconds).value
        fences = said.get("fences") if isinstance(said, dict) else None
        if sys.platform == "linux" and fences != list(FENCES):
            _log.warning("PDFs are read behind fewer fences than there should be: %s.", fences)

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
