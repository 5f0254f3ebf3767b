"""Answers from whatever index there is, fresh after every commit."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from paperdesk.domain.hit import Answer
from paperdesk.domain.query import Term
from paperdesk.infra.lock import FileLock
from paperdesk.infra.paths import Home
from paperdesk.search.answers import Answers
from paperdesk.search.editions import Edition, Editions
from paperdesk.search.index import Damaged, Index, Unfinished
from paperdesk.search.snapshot import Recent, Snapshot
from paperdesk.search.texts import Texts
from paperdesk.search.wire import Ids

ROOM = 24 << 20
"""Bytes of lists kept in memory between questions."""

_TRIES = 3


class Searcher:
    """Searches one library; used by one thread."""

    def __init__(self, home: Home, library: sqlite3.Connection) -> None:
        self._library = library
        self._lock = FileLock(home.index / "lock")
        self._editions = Editions(home.index)
        self._texts = Texts(home.cache / "pages.db")
        self._answers = Answers(library, self._texts)
        self._recent = Recent(ROOM)
        self._warming: Snapshot | None = None
        self._warmed: set[str] = set()
        self._lists: Iterator[str] = iter(())
        self._opened: tuple[Edition, Index, Snapshot] | None = None

    def search(self, text: str, limit: int, *, typing: bool) -> Answer:
        """The best hits; fewer, or none, while an index is only being built."""
        answer = Answer(())
        with self._reading():
            snapshot = self._snapshot()
            if snapshot is not None:
                answer = self._answers.answer(snapshot, text, limit, typing=typing)
        return replace(answer, waiting=self._waiting())

    def papers(self, terms: Sequence[Term]) -> list[Ids] | None:
        """The papers that meet each condition about words; None where the index cannot tell.

        While a new edition is built beside the old one, a paper that waits no more
        may be in the new one only.
        """
        with self._reading():
            state = self._editions.state()
            snapshot = self._snapshot()
            if snapshot is not None and (state.current is None or state.next is None):
                return self._answers.papers(snapshot, terms)
        return None

    def warm(self) -> bool:
        """Read ahead one long list that a first letter will ask for; False if none is left.

        After a commit there may be more.
        """
        with self._reading():
            snapshot = self._snapshot()
            if snapshot is None:
                return False
            if snapshot is not self._warming:
                self._warming = snapshot
                names = {segment.name for segment in snapshot.segments}
                self._lists = snapshot.warm(names - self._warmed)
            if next(self._lists, None) is not None:
                return True
            self._warmed = {segment.name for segment in snapshot.segments}
        return False

    def close(self) -> None:
        """Let go of the files."""
        self._let_go()
        self._texts.close()

    def _waiting(self) -> int:
        return int(self._library.execute("SELECT count(*) FROM waiting").fetchone()[0])

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """Strike out an edition that turns out to be damaged, unless one writes it."""
        try:
            yield
        except Damaged:
            edition = self._opened[0] if self._opened else None
            self._let_go()
            if edition is not None:
                self._condemn(edition)

    def _condemn(self, edition: Edition) -> None:
        if self._lock.take():
            try:
                self._editions.condemn(edition)
            finally:
                self._lock.release()

    def _snapshot(self) -> Snapshot | None:
        """What the index has now; of one whose commit is not finished, what it had.

        A commit may take away files between two looks: then it is looked again.
        """
        for attempt in range(_TRIES):
            state = self._editions.state()
            for edition in filter(None, (state.current, state.next)):
                try:
                    return self._of(edition)
                except Unfinished:
                    if self._opened is not None and self._opened[0] == edition:
                        return self._opened[2]
                except Damaged:
                    if attempt == _TRIES - 1:
                        self._let_go()
                        self._condemn(edition)
        return None

    def _of(self, edition: Edition) -> Snapshot:
        before = None
        if self._opened is not None and self._opened[0] == edition:
            _, index, before = self._opened
            if index.generation() == before.generation:
                return before
        else:
            self._let_go()
            index = Index(self._editions.path(edition))
        snapshot = Snapshot(index, self._recent, before)
        self._opened = (edition, index, snapshot)
        return snapshot

    def _let_go(self) -> None:
        if self._opened is not None:
            self._opened[2].close()
            self._opened = None
