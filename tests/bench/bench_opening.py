"""From Enter to the first sharp page, beside what PyMuPDF takes for it alone.

    python -m tests.bench.bench_opening [FILE…]

The program runs and the papers are downloaded; each is opened for the first
time in this run. PyMuPDF opens the same file and draws the same page at the same
scale in a process of its own, in turns with it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from paperdesk.app import doors

doors.install()
doors.open_qt()

from paperdesk.app import build  # noqa: E402
from paperdesk.app.screen import Session  # noqa: E402
from paperdesk.commands import reading  # noqa: E402
from paperdesk.domain.feed import Entry, Listing  # noqa: E402
from paperdesk.domain.paper import Found, PaperId  # noqa: E402
from paperdesk.infra.bus import at_once  # noqa: E402
from paperdesk.infra.paths import Home  # noqa: E402
from paperdesk.reader.wishes import sharp  # noqa: E402
from paperdesk.ui.reader.known import Known  # noqa: E402
from paperdesk.ui.stage import Stage  # noqa: E402
from tests.bench.display import display  # noqa: E402
from tests.bench.filled import SHARED  # noqa: E402
from tests.bench.turns import TimedApplication  # noqa: E402

FRAME = 1000 / 60
MARK = 1.3
ROUNDS = 5
FILES = (
    "pdf_papers/science-parse__P14-1059.pdf",
    "pdf_papers/grobid-quantities__nhess-6-1007-2006.pdf",
    "pdf_papers/science-parse__pedersen04.pdf",
    "pdf_long/unstructured__pdf2image-memory-error-test-400p.pdf",
    "pdf_long/sample-files__GeoTopo-komprimiert.pdf",
)
_ALONE = """
import sys, time, pymupdf
for line in sys.stdin:
    path, scale = line.rstrip("\\n").split("\\t")
    begun = time.perf_counter()
    document = pymupdf.open(path)
    document[0].get_pixmap(matrix=pymupdf.Matrix(float(scale), float(scale)), alpha=False)
    print((time.perf_counter() - begun) * 1000, flush=True)
    document.close()
"""


def main() -> None:
    """Print how long each file takes, and how often PyMuPDF's own time that is."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("files", nargs="*", type=Path)
    files = asked.parse_args().files or [SHARED / "data" / name for name in FILES]
    with display() as screen, tempfile.TemporaryDirectory() as work:
        home = Home(Path(work, "home"))
        papers = _library(home, files)
        os.environ.update(DISPLAY=screen.name, QT_QPA_PLATFORM="xcb", PAPERDESK_HOME=str(home.root))
        _measure(home, papers, files)


def _measure(home: Home, papers: list[PaperId], files: list[Path]) -> None:
    app, stage = TimedApplication(), Stage()
    session = Session(app, home, stage)
    session.start((), sample=False)
    app.rest(4)
    alone = subprocess.Popen(
        [sys.executable, "-c", _ALONE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    print(f"{'Enter to the first sharp page, ms':<48}{'ours':>8}{'alone':>8}{'mark':>8}")  # noqa: T201
    for paper, file in zip(papers, files, strict=True):
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(_opened(app, session, paper))
            theirs.append(_by_itself(alone, file, session))
            _forgotten(app, session)
        mine, other = statistics.median(ours), statistics.median(theirs)
        print(f"{file.name[:46]:<48}{mine:>8.1f}{other:>8.1f}{other * MARK + FRAME:>8.1f}")  # noqa: T201
    alone.terminate()
    stage.close()
    session.end()


def _opened(app: TimedApplication, session: Session, paper: PaperId) -> float:
    """Open a paper; milliseconds until its first page is sharp and painted."""
    begun = time.perf_counter()
    reading.open_at(session._desk, paper)
    app.until(lambda: _is_sharp(session))
    app.until(iter((False, True)).__next__)
    return (time.perf_counter() - begun) * 1000


def _is_sharp(session: Session) -> bool:
    parts = session._parts.reader.parts
    scroller, pixels = parts.view.scroller, parts.supply.pixels
    if 0 not in scroller.visible():
        return False
    return all(piece in pixels for piece in sharp(scroller.column, scroller.window(), 0))


def _by_itself(alone: "subprocess.Popen[str]", file: Path, session: Session) -> float:
    assert alone.stdin is not None
    assert alone.stdout is not None
    zoom = session._parts.reader.parts.view.scroller.column.zoom
    alone.stdin.write(f"{file}\t{zoom}\n")
    alone.stdin.flush()
    return float(alone.stdout.readline())


def _forgotten(app: TimedApplication, session: Session) -> None:
    """Close the paper, and let the workers close the file: the next time is a first time."""
    session._parts.reader.close_document()
    document = session._parts.reader.parts.opening.document
    session._reading.page.at().put_away()
    session._parts.reader.parts.opening._known = Known()
    if document is not None:
        session._rooms.pages.forget(document)
    app.rest(0.3)


def _library(home: Home, files: list[Path]) -> list[PaperId]:
    """A library that has each of the files as a paper."""
    rooms = build.rooms(home, at_once)
    home.settings.write_text("refresh = 0\n", "utf-8")
    day = datetime(2026, 5, 29, tzinfo=UTC)
    entries = tuple(
        Entry(Found(f"Paper {number}", ("Somebody",)), number) for number in range(len(files))
    )
    papers = list(
        rooms.feeds.take(rooms.feeds.roster.pages(), [Listing(day.date(), day, entries)]).papers
    )
    for paper, file in zip(papers, files, strict=True):
        rooms.intake.bring(rooms.library.paper(paper), file)
    rooms.close()
    return papers


if __name__ == "__main__":
    main()
