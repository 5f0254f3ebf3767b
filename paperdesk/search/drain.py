"""From the table `waiting` into the index, batch by batch, whatever happens.

Whoever holds the index lock drains: the index process or a command line. A batch
is read, written in one commit, and only then struck from the table, so that a
process that is killed in between does it again and nothing is lost; an index
that cannot be used is built anew, from the library, beside the old one.
"""

import logging
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from paperdesk.infra.jobs import nothing
from paperdesk.infra.lock import FileLock
from paperdesk.infra.paths import Home
from paperdesk.search.documents import Batch, Document, Kind, key
from paperdesk.search.editions import Edition, Editions
from paperdesk.search.extraction import ClosablePages, Extraction, File
from paperdesk.search.index import STAMP, Damaged, Index
from paperdesk.search.reading import batch_of
from paperdesk.search.texts import Texts
from paperdesk.search.waiting import Item, Waiting

ROWS = 200
"""Papers, notes and highlights of one commit."""

ROWS_OF_A_BUILD = 5_000
"""… while a whole library is read; fewer segments are fewer lists to read."""

FILES = 8
"""Files that are read side by side."""

PAGES = 64
"""Pages of a file that are worth a commit before it is read to its end."""

_SMALL = ("paper", "note", "highlight")
_log = logging.getLogger("paperdesk.search")


@dataclass(slots=True)
class _Ready:
    """What of the waiting files a commit will write, and how far each is then."""

    documents: list[Document] = field(default_factory=list)
    groups_gone: list[str] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    finished: list[Item] = field(default_factory=list)


class Drain:
    """Keeps the index of a library up to date, for as long as it is let."""

    def __init__(
        self,
        home: Home,
        library: Callable[[], sqlite3.Connection],
        start: Callable[[], ClosablePages],
        breathe: Callable[[], object] = nothing,
    ) -> None:
        """`library` gives the thread's reading connection, `start` starts a PDF worker.

        `breathe` is called between documents, and may wait for what is urgent.
        """
        self._breathe = breathe
        self._home = home
        self._library = library
        self._lock = FileLock(home.index / "lock")
        self._editions = Editions(home.index)
        self._waiting = Waiting(home.database)
        self._texts = Texts(home.cache / "pages.db")
        self._extraction = Extraction(self._texts, start)

    def waiting(self) -> int:
        """How many things are not in the index yet."""
        return self._waiting.count()

    def building(self) -> bool:
        """Whether a new edition of the index is under way."""
        return self._editions.state().next is not None

    def needed(self) -> bool:
        """Whether there is anything to do: something waits, or an index is missing."""
        state = self._editions.state()
        whole = state.current is not None and state.current.stamp == STAMP
        return not whole or state.next is not None or self._waiting.any()

    def run(self, seconds: float | None, go_on: Callable[[], bool]) -> bool:
        """Index what waits, for so long or (None) to the end; False if another does.

        `go_on` is asked between batches.
        """
        if not self._lock.take():
            return False
        try:
            end = None if seconds is None else time.monotonic() + seconds
            while go_on() and (end is None or time.monotonic() < end):
                if not self._step(hurried=end is not None):
                    break
        finally:
            self._extraction.close()
            self._lock.release()
        return True

    def rebuild(self) -> bool:
        """Begin a new edition of the index; False if another process is writing."""
        if not self._lock.take():
            return False
        try:
            self._begin()
        finally:
            self._lock.release()
        return True

    def close(self) -> None:
        """Let go of everything."""
        self._extraction.close()
        self._waiting.close()
        self._texts.close()

    def _step(self, *, hurried: bool) -> bool:
        """Write one batch; whether more is to be done."""
        edition = self._edition()
        try:
            index = self._opened(edition)
            more = self._small(index, hurried=hurried) or self._large(index)
        except Damaged as error:
            _log.warning("The search index is built again: %s", error)
            self._editions.condemn(edition)
            return True
        state = self._editions.state()
        if state.next == edition and self._waiting.reached(state.last):
            self._editions.complete()
        return more

    def _edition(self) -> Edition:
        """The edition to write to: the next one if it is under way or called for."""
        state = self._editions.state()
        if state.next is not None and state.next.stamp == STAMP:
            return state.next
        if state.current is not None and state.current.stamp == STAMP:
            return state.current
        return self._begin()

    def _begin(self) -> Edition:
        """Begin a new edition: all waits first, so that no kill leaves a gap."""
        last = self._waiting.everything()
        self._texts.start_over()
        edition = self._editions.begin(last)
        Index(self._editions.path(edition), new=True)
        return edition

    def _opened(self, edition: Edition) -> Index:
        index = Index(self._editions.path(edition))
        index.finish()
        return index

    def _small(self, index: Index, *, hurried: bool) -> bool:
        """Papers, notes and highlights: whether there were any."""
        building = self._editions.state().next is not None
        items = self._waiting.first(_SMALL, ROWS_OF_A_BUILD if building and not hurried else ROWS)
        if items:
            index.write(batch_of(self._library(), items, self._breathe))
            self._waiting.done(items)
        return bool(items)

    def _large(self, index: Index) -> bool:
        """Some pages of some files: whether more are left."""
        items = self._waiting.first(("file",), FILES)
        ready = _Ready()
        for item in items:
            self._read_on(item, ready)
        if ready.documents or ready.groups_gone:
            gone = [document.key for document in ready.documents]
            index.write(Batch(ready.documents, gone, ready.groups_gone))
        for file, pages in ready.ends.items():
            self._texts.indexed(file, pages)
        self._waiting.done(ready.finished)
        return bool(items)

    def _read_on(self, item: Item, ready: _Ready) -> None:
        """Read on in a file, and get ready what of it is worth a commit."""
        file = self._file(item.ref)
        if file is None:
            ready.groups_gone.append(item.ref)
            ready.finished.append(item)
            self._texts.forget(int(item.ref))
            return
        whole = self._extraction.go_on(file)
        progress = self._texts.progress(file.id, file.digest)
        if not whole and progress.read - progress.indexed < PAGES:
            return
        texts = self._texts.pages(file.id, progress.indexed, PAGES)
        for number, text in enumerate(texts, progress.indexed + 1):
            if text.strip():
                ready.documents.append(_page(file, number, text))
        end = ready.ends[file.id] = progress.indexed + len(texts)
        if whole and end >= progress.read:
            ready.finished.append(item)

    def _file(self, ref: str) -> File | None:
        row = (
            self._library()
            .execute("SELECT id, paper, path, digest, pages FROM file WHERE id = ?", (ref,))
            .fetchone()
        )
        if row is None:
            return None
        path = self._home.papers / row["path"]
        return File(row["id"], row["paper"], path, row["digest"], row["pages"])


def _page(file: File, number: int, text: str) -> Document:
    return Document(
        key=key(Kind.PAGE, f"{file.id}.{number}"),
        kind=Kind.PAGE,
        paper=file.paper,
        texts={"text": text},
        page=number,
        group=str(file.id),
        ref=str(file.id),
    )
