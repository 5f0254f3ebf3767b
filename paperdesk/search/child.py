"""The index process: answers while it indexes, and ends with its parent.

Three threads: one listens to the window, one answers the newest question (an
older one that nobody waits for any more is dropped), one keeps the index up to
date. They share no connection and no open file of the index.
"""

import gc
import logging
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from paperdesk.domain.errors import DiskFull, Held, PaperDeskError
from paperdesk.domain.query import Term
from paperdesk.infra import log, paths
from paperdesk.infra.database import Database, translated
from paperdesk.infra.paths import Home
from paperdesk.pdfworker import Pool
from paperdesk.search import wire
from paperdesk.search.drain import Drain
from paperdesk.search.extraction import ClosablePages
from paperdesk.search.searcher import Searcher

POLL = 1.0
"""Seconds between two looks at what waits."""

TROUBLE = 5.0
"""Seconds of rest after the disk or the library did not take it."""

GIVE_WAY = 0.1
"""Seconds for which indexing waits, at most, between two documents."""

SWITCH = 0.0005
"""Seconds after which a thread that indexes lets one that answers go on."""

_IN_SHORT: dict[type[PaperDeskError], str] = {
    DiskFull: "the disk is full",
    Held: "another program holds the library",
}
_FAREWELL = 3.0
_log = logging.getLogger("paperdesk.search")


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to find."""

    id: int
    text: str
    limit: int
    typing: bool


@dataclass(frozen=True, slots=True)
class Sifting:
    """Conditions about words, of each of which a list wants to know the papers."""

    id: int
    terms: Sequence[Term]


class Inbox:
    """The newest question, waited for by the thread that answers, and all siftings."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._question: Question | None = None
        self._siftings: deque[Sifting] = deque()
        self._closed = False

    def put(self, question: Question) -> None:
        """Ask, in place of whatever was asked before and not begun."""
        with self._changed:
            self._question = question
            self._changed.notify()

    def sift(self, sifting: Sifting) -> None:
        """Ask for papers; somebody waits for each of these."""
        with self._changed:
            self._siftings.append(sifting)
            self._changed.notify()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    @property
    def closed(self) -> bool:
        """Whether there will be no more questions."""
        return self._closed

    def take(self, seconds: float) -> Question | Sifting | None:
        """The next sifting, or the newest question; None after so long, or when closed."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._siftings or self._question or self._closed, seconds
            )
            if self._closed:
                return None
            if self._siftings:
                return self._siftings.popleft()
            question, self._question = self._question, None
            return question


class IndexProcess:
    """All that happens in the process, between its two pipes."""

    def __init__(self, home: Home, start: Callable[[], ClosablePages], output: BinaryIO) -> None:
        self._home = home
        self._start = start
        self._output = output
        self._writing = threading.Lock()
        self._inbox = Inbox()
        self._wake = threading.Event()
        self._paused = threading.Event()
        self._rebuild = threading.Event()
        self._quiet = threading.Event()
        self._quiet.set()
        self._database = Database(home.database)
        self._said: wire.Message = {}

    def run(self, received: BinaryIO) -> int:
        """Serve until the parent lets go of the pipe."""
        threading.Thread(target=self._listen, args=(received,), daemon=True).start()
        worker = threading.Thread(target=self._keep_up, daemon=True)
        worker.start()
        self._answer()
        worker.join(_FAREWELL)
        if not worker.is_alive():
            self._database.close()
        return 0

    def _listen(self, received: BinaryIO) -> None:
        for line in received:
            self._heed(wire.message(line))
        self._inbox.close()
        self._wake.set()

    def _heed(self, message: wire.Message) -> None:
        match message["do"]:
            case "ask":
                question = Question(*(message[name] for name in Question.__slots__))
                self._inbox.put(question)
            case "sift":
                self._inbox.sift(Sifting(message["id"], wire.terms(message["terms"])))
            case "pause":
                self._paused.set()
            case "resume":
                self._paused.clear()
                self._wake.set()
            case "rebuild":
                self._rebuild.set()
                self._wake.set()
            case "wake":
                self._wake.set()

    def _answer(self) -> None:
        """The life of the thread that answers; idle, it gets ready for first letters."""
        searcher = Searcher(self._home, self._database.read())
        rest = 0.0
        while not self._inbox.closed:
            question = self._inbox.take(rest)
            if question is None:
                rest = self._use_rest(searcher, rest)
                continue
            self._quiet.clear()
            self._say(_answered(searcher, question))
            self._quiet.set()
        searcher.close()

    def _use_rest(self, searcher: Searcher, rest: float) -> float:
        """Read ahead while nobody asks; for how long to wait before the next bit."""
        if searcher.warm():
            return 0.0
        if rest == 0.0:
            # What is held ready stays: to look through it for garbage again and
            # again would hold up an answer by 50 ms each time.
            gc.collect()
            gc.freeze()
        return POLL

    def _keep_up(self) -> None:
        """The life of the thread that indexes; should it fall, so does the process."""
        try:
            drain = self._begun()
            while drain is not None and not self._inbox.closed:
                self._look(drain)
            if drain is not None:
                drain.close()
        finally:
            self._inbox.close()

    def _begun(self) -> Drain | None:
        """What drains, as soon as the disk and the library let it; None at the end."""
        while not self._inbox.closed:
            try:
                with translated(self._home.index):
                    return Drain(self._home, self._database.read, self._start, self._breathe)
            except PaperDeskError as error:
                self._rest_after(error)
        return None

    def _rest_after(self, error: PaperDeskError) -> None:
        _log.warning("Indexing rests for a moment: %s", error)
        self._tell({**self._said, "trouble": _IN_SHORT.get(type(error), str(error))})
        self._rest(TROUBLE)

    def _rest(self, seconds: float) -> None:
        self._wake.wait(seconds)
        self._wake.clear()

    def _breathe(self) -> None:
        """Let a question that is being answered have the process to itself."""
        self._quiet.wait(GIVE_WAY)

    def _look(self, drain: Drain) -> None:
        """Index what waits, if anything does, then wait for more."""
        try:
            with translated(self._home.index):
                self._catch_up(drain)
        except PaperDeskError as error:
            self._rest_after(error)
        else:
            self._rest(POLL)

    def _catch_up(self, drain: Drain) -> None:
        if self._rebuild.is_set() and drain.rebuild():
            self._rebuild.clear()
        if drain.needed() and not self._paused.is_set():
            drain.run(None, lambda: self._goes_on(drain))
        self._report(drain)

    def _goes_on(self, drain: Drain) -> bool:
        self._report(drain)
        stops = self._inbox.closed or self._paused.is_set() or self._rebuild.is_set()
        return not stops

    def _report(self, drain: Drain) -> None:
        """Say how much waits."""
        self._tell({"waiting": drain.waiting(), "building": drain.building(), "trouble": ""})

    def _tell(self, status: wire.Message) -> None:
        """Say how the index stands, if that has changed."""
        if status != self._said:
            self._said = status
            self._say({"is": "status", "waiting": 0, "building": False, **status})

    def _say(self, message: wire.Message) -> None:
        with self._writing:
            try:
                self._output.write(wire.line(message))
                self._output.flush()
            except (BrokenPipeError, ValueError):
                self._inbox.close()


def _answered(searcher: Searcher, asked: Question | Sifting) -> wire.Message:
    """The answer to a question, as it is said."""
    if isinstance(asked, Sifting):
        papers = wire.packed(searcher.papers(asked.terms))
        return {"is": "papers", "id": asked.id, "papers": papers}
    answer = searcher.search(asked.text, asked.limit, typing=asked.typing)
    return {"is": "answer", "id": asked.id, "answer": wire.told(answer)}


def main(words: Sequence[str]) -> int:  # noqa: ARG001
    """Be the index process of the library that the environment names."""
    home = paths.home()
    log.start(home.logs)
    sys.setswitchinterval(SWITCH)
    return IndexProcess(home, _pool, sys.stdout.buffer).run(sys.stdin.buffer)


def _pool() -> Pool:
    """One PDF worker, which the pool starts by itself when it is asked."""
    frozen = bool(getattr(sys, "frozen", False))
    command = ("--worker",) if frozen else ("-m", "paperdesk.pdfworker")
    return Pool((sys.executable, *command), lambda call: call(), workers=1)
