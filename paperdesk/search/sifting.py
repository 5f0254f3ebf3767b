"""Lists that wait to be told by the index which papers words are in."""

import itertools
import threading
from collections.abc import Callable, Mapping, Sequence

from paperdesk.domain.query import Term
from paperdesk.search import wire

Send = Callable[[wire.Message], bool]
"""Says something to the index process; whether anybody hears it."""

SIFTED = 2.0
"""Seconds for which a list waits for the index, before it looks at each paper."""


class Siftings:
    """Who waits, by the number under which they asked; used from any thread."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._waiting: dict[int, _Waiting] = {}

    def ask(self, terms: Sequence[Term], send: Send) -> Mapping[Term, wire.Ids] | None:
        """The papers that meet each condition about words; None where nobody tells in time."""
        number, waiting = next(self._numbers), _Waiting()
        self._waiting[number] = waiting
        try:
            if not send({"do": "sift", "id": number, "terms": wire.asked(terms)}):
                return None
            papers = waiting.papers(SIFTED)
            return None if papers is None else dict(zip(terms, papers, strict=True))
        finally:
            self._waiting.pop(number, None)

    def told(self, message: wire.Message) -> None:
        """The index has answered."""
        waiting = self._waiting.get(message["id"])
        if waiting is not None:
            waiting.tell(wire.unpacked(message["papers"]))

    def give_up(self) -> None:
        """The index has fallen: nobody knows their papers."""
        for waiting in tuple(self._waiting.values()):
            waiting.tell(None)


class _Waiting:
    def __init__(self) -> None:
        self._told = threading.Event()
        self._papers: list[wire.Ids] | None = None

    def tell(self, papers: list[wire.Ids] | None) -> None:
        self._papers = papers
        self._told.set()

    def papers(self, seconds: float) -> list[wire.Ids] | None:
        return self._papers if self._told.wait(seconds) else None
