"""The workers together: who asks, who works, and what happens when one falls.

*Why threads here and not in `infra/jobs`:* each worker is looked after by one
thread that does nothing but wait for it, and jobs would have no lane for that.
The lock guards the wishes and who is idle; no callback runs under it.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from paperdesk.domain.errors import Cancelled, PaperDeskError, Refused
from paperdesk.domain.pages import Document, Request, Ticket
from paperdesk.pdfworker.errands import Errands
from paperdesk.pdfworker.kept import Kept
from paperdesk.pdfworker.limits import Limits
from paperdesk.pdfworker.pictures import Gallery, Lease, SharedPicture
from paperdesk.pdfworker.wishes import Deliver, Listener, Wish, Wishes
from paperdesk.pdfworker.worker import Worker

T = TypeVar("T")

_BACKGROUND = -10
"""The urgency of a `call`: whoever can wait for it is not the screen."""

_FAREWELL = 5.0


class _Member:
    """A worker, the thread that looks after it, and what it is to forget."""

    def __init__(self, worker: Worker, lock: threading.Lock) -> None:
        self.worker = worker
        self.wake = threading.Condition(lock)
        self.idle = False
        self.forget: list[Document] = []
        self.thread = threading.Thread(daemon=True)


class Pool:
    """PDF workers that start when they are needed; see `domain.pages.Pages`.

    `command` starts one worker; `deliver` brings a callback to the window's
    thread. Used from any thread.
    """

    def __init__(
        self,
        command: Sequence[str],
        deliver: Deliver,
        workers: int = 2,
        limits: Limits | None = None,
        *,
        kept: Path | None = None,
    ) -> None:
        """`kept` is a folder for what is found out about whole documents."""
        self._command = tuple(command)
        self._deliver = deliver
        self._size = workers
        self._limits = limits or Limits()
        self._gallery = Gallery(self._limits)
        self._errands = Errands(self._gallery, Kept(kept))
        self._lock = threading.Lock()
        self._wishes = Wishes()
        self._members: list[_Member] = []
        self._closed = False

    @property
    def leased(self) -> int:
        """How many bytes of pictures are held at present."""
        return self._gallery.leased

    def warm(self) -> None:
        """Start all workers ahead of the first request."""
        with self._lock:
            while len(self._members) < self._size:
                self._enlist()

    def ask(
        self,
        request: Request[T],
        done: Callable[[T], None],
        failed: Callable[[PaperDeskError], None],
        *,
        urgency: int = 0,
    ) -> Ticket:
        """Ask without waiting; answers come on the window's thread.

        Higher `urgency` goes first; among equals, the latest asked. Who asks
        for the same thing meanwhile shares the answer.
        """
        listener = Listener(done, failed, self._deliver, urgency)
        self._wish(request, listener)
        return listener

    def call(self, request: Request[T], *, timeout: float = 60.0) -> T:
        """Ask and wait; never from the window's thread."""
        future: Future[T] = Future()
        listener = Listener(partial(_fulfil, future), future.set_exception, _at_once, _BACKGROUND)
        self._wish(request, listener)
        try:
            return future.result(timeout)
        except TimeoutError:
            listener.cancel()
            if future.cancel():
                raise Refused("The PDF was not read in time. Try again.") from None
            return future.result()

    def forget(self, document: Document) -> None:
        """Let the workers close a document."""
        with self._lock:
            for member in self._members:
                member.forget.append(document)
                member.wake.notify()
        self._gallery.tidy()

    def pardon(self, document: Document, page: int | None = None) -> None:
        """Try again what ended workers on a page; without one, anywhere in a document."""
        self._errands.forgive(document, page)

    def close(self) -> None:
        """End the workers; whoever still waits is told `Cancelled`."""
        with self._lock:
            self._closed = True
            waiting = self._wishes.drain()
            for member in self._members:
                member.worker.stop()
                member.wake.notify()
        self._hand_out(waiting, _closing())
        for member in self._members:
            member.thread.join(_FAREWELL)
        self._gallery.close()

    def _wish(self, request: Request[Any], listener: Listener) -> None:
        with self._lock:
            if not self._closed:
                self._wishes.add(request, listener)
                self._call_someone(request.document)
                return
        self._hand_out([listener], _closing())

    def _call_someone(self, document: Document) -> None:
        """Wake an idle worker, one that has the document if possible."""
        idle = [member for member in self._members if member.idle]
        if idle:
            knowing = (member for member in idle if member.worker.knows(document))
            member = next(knowing, idle[0])
            member.idle = False
            member.wake.notify()
        elif len(self._members) < self._size:
            self._enlist()

    def _enlist(self) -> None:
        member = _Member(Worker(self._command, self._limits), self._lock)
        name = f"pdf-{len(self._members) + 1}"
        member.thread = threading.Thread(target=self._tend, args=(member,), name=name, daemon=True)
        self._members.append(member)
        member.thread.start()

    def _tend(self, member: _Member) -> None:
        """Look after one worker until the pool closes; the thread's whole life."""
        member.worker.prepare()
        while not self._closed:
            self._do_chores(member)
            wish = self._next(member)
            if wish is not None:
                self._meet(wish, member)
        member.worker.close()

    def _do_chores(self, member: _Member) -> None:
        with self._lock:
            documents, member.forget = member.forget, []
        for document in documents:
            member.worker.forget(document)

    def _next(self, member: _Member) -> Wish | None:
        """The next wish; or none, once there was something else to do."""
        with self._lock:
            wish = self._wishes.take()
            if wish is None and not self._closed and not member.forget:
                member.idle = True
                member.wake.wait(self._wishes.pause())
                member.idle = False
            return wish

    def _meet(self, wish: Wish, member: _Member) -> None:
        try:
            outcome = self._errands.run(wish.request, member.worker)
        except PaperDeskError as error:
            outcome = _closing() if self._closed else error
        with self._lock:
            listeners = self._wishes.finish(wish)
        self._hand_out(listeners, outcome)

    def _hand_out(self, listeners: list[Listener], outcome: Any) -> None:
        """Bring an outcome to everyone who waits for it."""
        for listener in listeners:
            own = outcome.share() if isinstance(outcome, Lease) else outcome
            listener.deliver(partial(_settle, listener, own))
        if isinstance(outcome, Lease):
            outcome.release()


def _settle(listener: Listener, outcome: Any) -> None:
    if listener.cancelled:
        _drop(outcome)
    elif isinstance(outcome, PaperDeskError):
        listener.failed(outcome)
    else:
        listener.done(outcome)


def _fulfil(future: Future[T], answer: T) -> None:
    """Answer a `call`, unless its patience has just ended."""
    if future.set_running_or_notify_cancel():
        future.set_result(answer)
    else:
        _drop(answer)


def _drop(answer: object) -> None:
    if isinstance(answer, SharedPicture):
        answer.release()


def _at_once(callback: Callable[[], None]) -> None:
    callback()


def _closing() -> Cancelled:
    return Cancelled("PaperDesk is closing.")
