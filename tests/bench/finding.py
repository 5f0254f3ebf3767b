"""How fast a text is found in a book, beside PyMuPDF's own search, in turns.

Part of `bench_reader`. Each search begins with the book just opened, so that no
worker remembers its text. The last column is one more letter typed after that.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
from PySide6.QtWidgets import QApplication

from paperdesk.domain.pages import Document
from paperdesk.ui.reader import ReaderPane

NEEDLES = ("the", "taxpayer", "Form 941", "command code", "zyzzyva")
TIMES = 5
PATIENCE = 20.0


def lines(app: QApplication, pane: ReaderPane, book: Path) -> Iterator[str]:
    """The table, line by line."""
    yield f"{'find in ' + book.name:60} {'hits':>5} {'first':>7} {'all':>7} {'theirs':>7}      more"
    pane.resize(900, 1000)
    pane.show()
    for needle in NEEDLES:
        ours, theirs = [], []
        for _ in range(TIMES):
            ours.append(_ours(app, pane, book, needle))
            theirs.append(_theirs(book, needle))
        hits = ours[0][0]
        medians = [statistics.median(run[index] for run in ours) for index in range(4)]
        _, first, every, more = medians
        other = statistics.median(theirs)
        yield (
            f"{needle:60} {hits:5} {first:4.0f} ms {every:4.0f} ms {other:4.0f} ms "
            f"{every / other:4.2f}× {more:3.0f} ms"
        )
    pane.hide()


def _ours(
    app: QApplication, pane: ReaderPane, book: Path, needle: str
) -> tuple[int, float, float, float]:
    """How many hits, and milliseconds to the first, to the last, and for one letter more."""
    finder, field = pane.parts.finder, pane.parts.bar.field
    field.clear()
    pane.open_document(Document(book))
    _wait(app, lambda: bool(len(pane.parts.view.scroller.column)))
    _rest(app)
    pane.open_find()
    reached: list[float] = []
    told = finder.reached.connect(lambda _: reached.append(time.perf_counter()))
    begun = time.perf_counter()
    field.setText(needle)
    _wait(app, lambda: not finder.busy)
    ended = time.perf_counter()
    finder.reached.disconnect(told)
    hits = len(finder.hits)
    again = time.perf_counter()
    field.setText(needle + "s")
    _wait(app, lambda: not finder.busy)
    more = time.perf_counter() - again
    pane.close_document()
    first = (reached[0] if reached else ended) - begun
    return hits, first * 1000, (ended - begun) * 1000, more * 1000


def _theirs(book: Path, needle: str) -> float:
    """Milliseconds that PyMuPDF takes for all pages, in one process."""
    document = pymupdf.open(book)
    begun = time.perf_counter()
    for page in document:
        page.search_for(needle)
    spent = time.perf_counter() - begun
    document.close()
    return spent * 1000


def _rest(app: QApplication) -> None:
    """Let what was asked for on opening be done: the pages in sight."""
    end = time.perf_counter() + 0.6
    _wait(app, lambda: time.perf_counter() > end)


def _wait(app: QApplication, over: Callable[[], bool]) -> None:
    end = time.perf_counter() + PATIENCE
    while not over() and time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.0002)
