"""The words of the pages of papers, counted once, in the pauses of all other work."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Document, Pages
from paperdesk.domain.wordcount import Count, PageCount, to_read
from paperdesk.infra.derived import Derived
from paperdesk.infra.jobs import Jobs
from paperdesk.infra.paths import Home

A_TURN = 4
"""Pages that are counted together: a worker is soon free for what shows."""

URGENCY = -2
"""After what is on the screen, and after the headings."""

Words = tuple[int, ...]


class WordCounts:
    """Tells how many words there are to read on each page of a PDF."""

    def __init__(self, home: Home, pages: Pages, jobs: Jobs) -> None:
        self._kept = Derived(home.cache / "words", jobs)
        self._pages = pages

    def recall(self, pdf: Path) -> Words | None:
        """What was counted before, if it was."""
        return _words(self._kept.recall(pdf))

    def count(self, document: Document, pages: int, done: Callable[[Words], None]) -> "Counting":
        """Count the words of a document of so many pages, unless they are known."""
        return Counting(self, self._pages, document, pages, done)

    def keep(self, document: Document, words: Words) -> None:
        """Write down what was counted, when there is time; it may as well be lost."""
        self._kept.keep(document.path, words)


class Counting:
    """A document that is being counted, a few pages at a time."""

    def __init__(
        self,
        kept: WordCounts,
        workers: Pages,
        document: Document,
        pages: int,
        done: Callable[[Words], None],
    ) -> None:
        self._kept = kept
        self._workers = workers
        self._document = document
        self._pages = pages
        self._done = done
        self._counts: list[PageCount] = []
        self._missed = False
        self._over = False
        self._go_on()

    def cancel(self) -> None:
        """Count no further; `done` will not be called."""
        self._over = True

    def _go_on(self) -> None:
        first = len(self._counts)
        if self._over:
            return
        if first >= self._pages:
            words = to_read(self._counts)
            if not self._missed:
                self._kept.keep(self._document, words)
            self._done(words)
            return
        last = min(first + A_TURN, self._pages) - 1
        request = Count(self._document, first, last)
        miss = partial(self._miss, last + 1 - first)
        self._workers.ask(request, self._take, miss, urgency=URGENCY)

    def _take(self, counts: Sequence[PageCount]) -> None:
        self._counts += counts
        if not counts:
            self._pages = len(self._counts)
        self._go_on()

    def _miss(self, pages: int, _error: PaperDeskError) -> None:
        """What cannot be read takes no time; it is tried again another day."""
        self._missed = True
        self._counts += [PageCount(0)] * pages
        self._go_on()


def _words(kept: object) -> Words | None:
    """The words in a file of the cache, if that is what it holds."""
    if not isinstance(kept, list) or not all(type(one) is int and one >= 0 for one in kept):
        return None
    return tuple(kept)
