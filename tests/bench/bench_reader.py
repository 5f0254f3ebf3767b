"""How smoothly the reader scrolls: time per turn of the event loop, and to pixels.

Run it as `python tests/bench/bench_reader.py [FILE…]`; the heavy page is made
here, so that the figures do not hang on one machine's files. Then comes one long
scroll through a book, 120 pixels a frame at 60 frames a second, and finding in it.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pymupdf
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from paperdesk.domain.pages import Document
from paperdesk.pdfworker import Pool
from paperdesk.reader.wishes import sharp
from paperdesk.ui.dispatch import Dispatch
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.theme import Theme
from tests.bench import finding

PAPERS = Path(__file__).resolve().parents[3] / "shared" / "data"
SAMPLES = (
    "pdf_papers/science-parse__pedersen04.pdf",
    "pdf_long/sample-files__GeoTopo-komprimiert.pdf",
    "pdf_scanned",
)
BOOK = "pdf_long/unstructured__pdf2image-memory-error-test-400p.pdf"
T = TypeVar("T")

DOTS = 100_000
FRAME = 1 / 60
STEP = 120
"""Pixels a frame."""

PATIENCE = 20.0


@dataclass
class Turns:
    """Processor milliseconds of each turn of the event loop."""

    spent: list[float] = field(default_factory=list)

    def at(self, share: float) -> float:
        """The time that this share of the turns stays below."""
        ordered = sorted(self.spent) or [0.0]
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


class TimedApplication(QApplication):
    """Counts the time of every event that is not inside another one."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.turns = Turns()
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event, with a watch on it."""
        return self.watched(lambda: super(TimedApplication, self).notify(receiver, event))

    def watched(self, work: Callable[[], T]) -> T:
        """Do something as a turn of the loop, with a watch on it."""
        self._depth += 1
        begun = time.thread_time()
        try:
            return work()
        finally:
            self._depth -= 1
            if not self._depth:
                self.turns.spent.append((time.thread_time() - begun) * 1000)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    app = TimedApplication(sys.argv[:1])
    Theme(app).use("light")
    with tempfile.TemporaryDirectory() as folder:
        files = parser.parse_args().files or [*samples(), heavy(Path(folder))]
        pool = Pool([sys.executable, "-m", "paperdesk.pdfworker"], Dispatch(app))
        pool.warm()
        run(app, lambda: False, 3.0)
        gc.freeze()  # as the program does once it has started
        say(f"{'file':44} {'first sharp':>11} {'turns':>6} {'p50':>6} {'p99':>6} {'worst':>6}")
        for path in files:
            say(measure(app, ReaderPane(pool), path))
        if (PAPERS / BOOK).is_file():
            say(through_the_book(app, ReaderPane(pool), PAPERS / BOOK))
            for line in finding.lines(app, ReaderPane(pool), PAPERS / BOOK):
                say(line)
        pool.close()


def say(line: str) -> None:
    """Print a line of the table."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def samples() -> list[Path]:
    """Real papers, where they are at hand."""
    found = [PAPERS / name for name in SAMPLES]
    files = [sorted(path.glob("*.pdf"))[:1] if path.is_dir() else [path] for path in found]
    return [path for run in files for path in run if path.is_file()]


def heavy(folder: Path) -> Path:
    """Six pages with a plot of a hundred thousand dots each."""
    document = pymupdf.open()
    for number in range(6):
        page = document.new_page()
        shape = page.new_shape()
        for dot in range(DOTS):
            x, y = (dot * 7919 + number) % 500 + 50, (dot * 104729) % 700 + 50
            shape.draw_rect((x, y, x + 0.7, y + 0.7))
        shape.finish(width=0.2, color=(0.1, 0.2, 0.6))
        shape.commit()
    path = folder / f"{DOTS} dots a page.pdf"
    document.save(path)
    return path


def measure(app: TimedApplication, pane: ReaderPane, path: Path) -> str:
    """Open a file, scroll through it, zoom, and say how long the turns were."""
    pane.resize(900, 1000)
    pane.show()
    run(app, lambda: pane.isVisible(), 1.0)
    app.turns = Turns()
    begun = time.perf_counter()
    pane.open_document(Document(path))
    run(app, lambda: is_sharp(pane), PATIENCE)
    first = (time.perf_counter() - begun) * 1000
    journey(app, pane)
    pane.close_document()
    pane.hide()
    turns = app.turns
    return (
        f"{path.name[:44]:44} {first:8.0f} ms {len(turns.spent):6} "
        f"{turns.at(0.5):6.2f} {turns.at(0.99):6.2f} {turns.at(1.0):6.2f}"
    )


def journey(app: TimedApplication, pane: ReaderPane) -> None:
    """By the wheel, by screens, by pages, nearer and back."""
    moves: list[Callable[[], None]] = [lambda: pane.lines(1)] * 150
    moves += [lambda: pane.scroll_screens(1)] * 12
    moves += [lambda: pane.turn(1)] * 10
    moves += [lambda: pane.zoom(1)] * 5 + [lambda: pane.lines(2)] * 40 + [lambda: pane.zoom(-1)] * 5
    for move in moves:
        app.watched(move)
        run(app, lambda: False, 0.016)


class Frames(QObject):
    """When the pages were painted, and how those looked that came into sight."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__()
        self.pane = pane
        self.painted: list[float] = []
        self.shown: dict[int, str] = {}
        pane.parts.view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at what is about to be painted."""
        if event.type() == QEvent.Type.Paint:
            self.painted.append(time.perf_counter())
            scroller, pixels = self.pane.parts.view.scroller, self.pane.parts.supply.pixels
            for page in scroller.visible():
                if page not in self.shown:
                    pieces = sharp(scroller.column, scroller.window(), page)
                    drawn = "coarse" if pixels.has_page(page) else "blank"
                    self.shown[page] = "sharp" if all(one in pixels for one in pieces) else drawn
        return False

    def share(self, look: str) -> float:
        """Of the pages, in per cent, how many first showed like this."""
        return 100 * sum(one == look for one in self.shown.values()) / max(len(self.shown), 1)


def through_the_book(app: TimedApplication, pane: ReaderPane, path: Path) -> str:
    """Scroll through a book at one speed, and say what a reader saw of it."""
    pane.resize(900, 1000)
    pane.show()
    pane.open_document(Document(path))
    run(app, lambda: is_sharp(pane), PATIENCE)
    run(app, lambda: False, 1.0)
    frames, bar = Frames(pane), pane.parts.view.verticalScrollBar()
    app.turns = Turns()
    due = time.perf_counter()
    while bar.value() < bar.maximum():
        app.watched(lambda: bar.setValue(bar.value() + STEP))
        due = max(due + FRAME, time.perf_counter() - FRAME)
        run(app, lambda: False, due - time.perf_counter())
    pane.close_document()
    pane.hide()
    apart = [later - earlier for earlier, later in pairwise(frames.painted)]
    intervals = Turns([1000 * each for each in apart])
    turns, sharp_ones = app.turns, frames.share("sharp")
    return (
        f"{len(frames.shown)} pages, {len(frames.painted)} frames:"
        f" turn p99 {turns.at(0.99):.2f} worst {turns.at(1.0):.2f},"
        f" frame p50 {intervals.at(0.5):.1f} p99.5 {intervals.at(0.995):.1f} ms;"
        f" not sharp {100 - sharp_ones:.1f} %, blank {frames.share('blank'):.1f} %"
    )


def is_sharp(pane: ReaderPane) -> bool:
    """Whether all that shows is drawn at its final scale."""
    scroller, pixels = pane.parts.view.scroller, pane.parts.supply.pixels
    pages = scroller.visible()
    wanted = [piece for page in pages for piece in sharp(scroller.column, scroller.window(), page)]
    return bool(wanted) and all(piece in pixels for piece in wanted)


def run(app: QApplication, over: Callable[[], bool], seconds: float) -> None:
    """Let the event loop turn until something is so, or the time is up."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and not over():
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
