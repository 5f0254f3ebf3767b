"""Pages on the screen, beside the readers that people know: keys to pixels.

    python -m tests.bench.bench_rivals [--rounds N] [FILE…]

Each reader has the same screen, the same file and the same keys, in turns within
one run: only the ratios count. Needs what `screen.py` beside the project needs,
and those of qpdfview, mupdf, zathura and evince that are to be compared.
"""

import argparse
import importlib.util
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from types import ModuleType
from typing import Any

import pymupdf

from paperdesk.app import build
from paperdesk.domain.feed import Entry, Listing
from paperdesk.domain.paper import Found
from paperdesk.infra.bus import at_once
from paperdesk.infra.paths import Home
from tests.bench.filled import PYTHON, SHARED

FILES = (
    "pdf_papers/science-parse__P14-1059.pdf",
    "pdf_papers/grobid-quantities__nhess-6-1007-2006.pdf",
    "pdf_long/unstructured__pdf2image-memory-error-test-400p.pdf",
)
"""A paper in two columns, one with many figures, and a book."""

TURNS = 8
JUMPS = 5
_PAGES = (0.35, 0.1, 0.65, 0.9)
"""The part of the screen that is watched: where every reader shows the page."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How a program is started and told where to go."""

    name: str
    command: tuple[str, ...]
    jump: tuple[str, str]
    """Keys before and after the number of a page."""
    ready: tuple[str, ...] = ()
    """Keys that leave nothing but the page on the screen."""


RIVALS = (
    Reader("mupdf", ("mupdf", "{file}"), ("", "g")),
    Reader("zathura", ("zathura", "{file}"), ("", "G")),
    Reader("qpdfview", ("qpdfview", "{file}"), ("ctrl+j", "Return")),
    Reader("evince", ("evince", "{file}"), ("ctrl+l", "Return"), ("F9",)),
)
OURS = Reader("paperdesk", PYTHON, ("", "G"), ("Return", "F7", "ctrl+F7", "F8", "="))


@dataclass
class Times:
    """Milliseconds from a key to the first and to the last changed pixel."""

    first: list[float] = field(default_factory=list)
    complete: list[float] = field(default_factory=list)

    def add(self, seen: dict[str, Any]) -> None:
        """Take in what was seen, if anything was."""
        if seen["t_first"] is not None:
            self.first.append(seen["t_first"])
            self.complete.append(seen["t_complete"])

    def row(self) -> tuple[float, float, float]:
        """The median of first and complete, and what nine in ten are complete within."""
        if not self.first:
            return (float("nan"),) * 3
        late = sorted(self.complete)[int(len(self.complete) * 0.9)]
        return statistics.median(self.first), statistics.median(self.complete), late


def main() -> None:
    """Measure each file with each reader, and print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("files", nargs="*", type=Path)
    asked.add_argument("--rounds", type=int, default=2)
    told = asked.parse_args()
    screen = _screen()
    files = told.files or [SHARED / "data" / name for name in FILES]
    readers = [OURS, *(each for each in RIVALS if shutil.which(each.name))]
    print(f"{'first, complete, p90 of complete; ms':<40}{'Page Down':>24}{'unseen page':>24}")  # noqa: T201
    for file in files:
        _compare(screen, file, readers, told.rounds)


def _screen() -> ModuleType:
    """The harness beside the project."""
    path = SHARED / "tools/screen.py"
    if not path.is_file():
        sys.exit(f"{path} is not here: nothing to measure with.")
    spec = importlib.util.spec_from_file_location("screen", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except ModuleNotFoundError as error:
        sys.exit(f"{path.name} needs {error.name}: nothing to measure with.")
    return module


def _compare(screen: ModuleType, file: Path, readers: Sequence[Reader], rounds: int) -> None:
    """One file in turns; the rows of it."""
    down = {reader.name: Times() for reader in readers}
    far = {reader.name: Times() for reader in readers}
    for turn in range(rounds):
        for reader in readers:
            with tempfile.TemporaryDirectory() as folder:
                _measure(screen, file, reader, Path(folder), (down[reader.name], far[reader.name]))
        print(f"  {file.name}, round {turn + 1}", file=sys.stderr)  # noqa: T201
    print(file.name)  # noqa: T201
    for reader in readers:
        rows = (down[reader.name].row(), far[reader.name].row())
        shown = "".join(f"{first:>8.0f}{whole:>8.0f}{late:>8.0f}" for first, whole, late in rows)
        print(f"    {reader.name:<36}{shown}")  # noqa: T201


def _measure(
    screen: ModuleType, file: Path, reader: Reader, folder: Path, times: tuple[Times, Times]
) -> None:
    """Leaf through a file; start anew, and jump about in it."""
    environment = {}
    pages = _page_count(file)
    if reader is OURS:
        environment = {"PAPERDESK_HOME": str(_library(folder / "home", file))}
    with screen.Session(display=":93", workdir=str(folder)) as session:
        watched = session.roi(*_PAGES)
        with _started(session, reader, file, environment):
            for _ in range(min(TURNS, pages * 2 - 2)):
                times[0].add(session.measure("Page_Down", roi=watched, quiet=400))
        far = _unseen(pages)
        # A short paper has few pages that are far from each other: it is opened more often.
        for _ in range(ceil(JUMPS / len(far))):
            with _started(session, reader, file, environment):
                for number in far:
                    times[1].add(_jump(session, reader, number, watched))


def _jump(session: Any, reader: Reader, number: int, watched: Any) -> dict[str, Any]:
    """Go to a page by its number; what was seen after the last key of it."""
    before, after = reader.jump
    if before:
        session.key(before)
        session.settle(quiet=200)
    session.type(str(number))
    session.settle(quiet=200)
    seen: dict[str, Any] = session.measure(after, roi=watched, quiet=400)
    return seen


@contextmanager
def _started(
    session: Any, reader: Reader, file: Path, environment: Mapping[str, str]
) -> Iterator[None]:
    """A reader that shows the file and nothing else, for a while."""
    command = [part.format(file=file) for part in reader.command]
    app = session.launch(command, name=reader.name, env=environment)
    app.wait_launch(quiet=1500)
    for key in reader.ready:
        session.key(key)
        session.settle(quiet=700)
    yield
    app.stop()


def _unseen(pages: int) -> list[int]:
    """Pages, counted from 1, far from each other and from the beginning."""
    step = max(pages // (JUMPS + 1), 4)
    return list(range(pages, 4, -step))[:JUMPS]


def _page_count(file: Path) -> int:
    with pymupdf.open(file) as document:
        return int(document.page_count)


def _library(root: Path, file: Path) -> Path:
    """A library that has the file as its one paper."""
    rooms = build.rooms(Home(root), at_once)
    Home(root).settings.write_text("refresh = 0\n", "utf-8")
    day = datetime(2026, 5, 29, tzinfo=UTC)
    listing = Listing(day.date(), day, (Entry(Found("The paper", ("Somebody",)), 1),))
    paper = rooms.feeds.take(rooms.feeds.roster.pages(), [listing]).papers[0]
    rooms.intake.bring(rooms.library.paper(paper), file)
    rooms.close()
    return root


if __name__ == "__main__":
    main()
