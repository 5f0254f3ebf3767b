"""The window's side of the search: asks the index process, and keeps it alive.

*Why a thread here:* somebody must wait for what the process says; it does
nothing else, and brings every answer to the window's thread.
"""

import itertools
import logging
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from paperdesk.domain.events import IndexChanged
from paperdesk.domain.hit import Answer
from paperdesk.domain.query import Term
from paperdesk.infra.bus import Bus, Deliver
from paperdesk.search import wire
from paperdesk.search.sifting import Siftings

SOON = 10.0
"""A process that falls again within so many seconds is given a rest, ever longer."""

REST, LONGEST_REST = 1.0, 60.0
_FAREWELL = 3.0
_log = logging.getLogger("paperdesk.search")


@dataclass(frozen=True, slots=True)
class _Asked:
    id: int
    message: wire.Message
    done: Callable[[Answer], None]


class Search:
    """Questions to the index process, which starts with the first of them.

    Only the newest question is answered. `command` starts the process,
    `deliver` brings an answer to the window's thread, and the bus is told
    (`IndexChanged`) how much waits to be indexed.
    """

    def __init__(self, command: Sequence[str], deliver: Deliver, bus: Bus) -> None:
        self._command = tuple(command)
        self._deliver = deliver
        self._bus = bus
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._asked: _Asked | None = None
        self._siftings = Siftings()
        self._closing = threading.Event()
        self._waiting = 0
        self._building = False

    @property
    def waiting(self) -> int:
        """How many things were not in the index when it last spoke."""
        return self._waiting

    @property
    def building(self) -> bool:
        """Whether a new index is being built."""
        return self._building

    @property
    def asking(self) -> bool:
        """Whether a question has not been answered yet."""
        return self._asked is not None

    @property
    def process(self) -> int | None:
        """The number of the process, if it runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> None:
        """Start the process ahead of the first question."""
        with self._lock:
            if self._thread is None and not self._closing.is_set():
                self._launch()
                self._thread = threading.Thread(target=self._listen, name="search", daemon=True)
                self._thread.start()

    def ask(
        self, text: str, done: Callable[[Answer], None], *, limit: int = 50, typing: bool = True
    ) -> None:
        """Find something; `done` is called unless something else is asked before."""
        number = next(self._ids)
        question = {"do": "ask", "id": number, "text": text, "limit": limit, "typing": typing}
        self._asked = _Asked(number, question, done)
        self.start()
        self._send(question)

    def papers(self, terms: Sequence[Term]) -> Mapping[Term, wire.Ids] | None:
        """The papers that meet each condition about words; waits, so never on the window's thread.

        None where the index cannot tell, or does not in time.
        """
        return self._siftings.ask(terms, self._send)

    def forget(self) -> None:
        """Want no answer any more."""
        self._asked = None

    def wake(self) -> None:
        """Say that something waits to be indexed."""
        self._send({"do": "wake"})

    def pause(self) -> None:
        """Index nothing until `resume`."""
        self._send({"do": "pause"})

    def resume(self) -> None:
        """Index again."""
        self._send({"do": "resume"})

    def rebuild(self) -> None:
        """Make the index anew, in the background."""
        self.start()
        self._send({"do": "rebuild"})

    def close(self) -> None:
        """End the process."""
        self._closing.set()
        with self._lock:
            process = self._process
        if process is None:
            return
        _close_pipe(process)
        try:
            process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            process.kill()
        if self._thread is not None:
            self._thread.join(_FAREWELL)

    def _launch(self) -> None:
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def _send(self, message: wire.Message) -> bool:
        """Say something, if anybody hears it; a process that has just fallen is told later."""
        with self._lock:
            pipe = self._process.stdin if self._process is not None else None
            if pipe is None or pipe.closed:
                return False
            try:
                pipe.write(wire.line(message))
                pipe.flush()
            except OSError:
                return False
            return True

    def _listen(self) -> None:
        """The life of the thread: hear the process out, then start another."""
        rest = REST
        while not self._closing.is_set():
            begun = time.monotonic()
            self._hear()
            self._siftings.give_up()
            if self._closing.is_set():
                return
            _log.warning("The index process has ended and is started again.")
            rest = min(rest * 2, LONGEST_REST) if time.monotonic() - begun < SOON else REST
            self._closing.wait(rest)
            with self._lock:
                if not self._closing.is_set():
                    self._launch()
            asked = self._asked
            if asked is not None:
                self._send(asked.message)

    def _hear(self) -> None:
        process = self._process
        if process is None or process.stdout is None:
            return
        with process.stdout as pipe:
            for line in pipe:
                if line.endswith(b"\n"):
                    self._heed(wire.message(line))
        _close_pipe(process)
        process.wait()

    def _heed(self, message: wire.Message) -> None:
        if message["is"] == "answer":
            answer, number = wire.answer(message["answer"]), message["id"]
            self._deliver(lambda: self._hand_out(number, answer))
        elif message["is"] == "papers":
            self._siftings.told(message)
        elif message["is"] == "status":
            self._waiting, self._building = message["waiting"], message["building"]
            self._bus.publish(IndexChanged(self._waiting, message["trouble"]))

    def _hand_out(self, number: int, answer: Answer) -> None:
        asked = self._asked
        if asked is not None and asked.id == number:
            self._asked = None
            asked.done(answer)


def _close_pipe(process: "subprocess.Popen[bytes]") -> None:
    if process.stdin is not None:
        try:
            process.stdin.close()
        except OSError:
            return
