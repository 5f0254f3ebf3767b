"""How long the PDF workers take, as a table: `python -m tests.bench.bench_pdfworker`.

It fails on nothing: only figures of one run on one machine compare.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pymupdf

from paperdesk.domain.pages import Document, Find, Inspect, Links, Render, Text, Words
from paperdesk.pdfworker import Pool

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
PAPER = DATA / "pdf_papers" / "science-parse__zolotov04.pdf"
DENSE = DATA / "pdf_papers" / "pdfplumber__federal-register-2020-17221.pdf"
BOOK = DATA / "pdf_long" / "unstructured__pdf2image-memory-error-test-400p.pdf"
COMMAND = [sys.executable, "-m", "paperdesk.pdfworker"]


def main() -> None:
    """Measure, and print the table."""
    if not PAPER.is_file():
        sys.exit("the real PDFs, ../shared/data, are not here")
    with tempfile.TemporaryDirectory() as folder, pool() as workers:
        row("start of a worker, until it has answered", [started()])
        document = Document(PAPER)
        workers.call(Inspect(document))
        row("null round trip", times(lambda: workers.call(Links(document, 0)), 500))
        for name, path in (("12 pages", PAPER), ("2,400 pages", long_book(Path(folder)))):
            opening(workers, name, Document(path))
        reading(workers, Document(DENSE))
        drawing(workers, document)
        searching(workers, Document(BOOK))


def opening(workers: Pool, name: str, document: Document) -> None:
    """Inspect a document that is not open, and draw its first page."""
    inspected, drawn = [], []
    for _ in range(5):
        workers.forget(document)
        inspected += times(lambda: workers.call(Inspect(document)), 1)
        drawn += times(lambda: draw(workers, Render(document, 0, 1.5)), 1)
    row(f"{name}: inspect", inspected)
    row(f"{name}: first page at 1.5×, after that", drawn)


def reading(workers: Pool, document: Document) -> None:
    """The words and the text of a dense page."""
    count = len(workers.call(Words(document, 2)))
    row(f"words of a page of {count:,}", times(lambda: workers.call(Words(document, 2)), 20))
    row("its text", times(lambda: workers.call(Text(document, 2)), 20))


def drawing(workers: Pool, document: Document) -> None:
    """A page that was drawn before, whole and in tiles."""
    row("page at 2×, again", times(lambda: draw(workers, Render(document, 1, 2.0)), 30))
    tile = Render(document, 1, 4.0, (128.0, 128.0, 256.0, 256.0))
    row("tile of 512 px at 4×", times(lambda: draw(workers, tile), 30))


def searching(workers: Pool, document: Document) -> None:
    """A word that is not in a book of 400 pages, and one that is everywhere."""
    row("find nothing in 400 pages, first time", find(workers, document, "zzyzx"))
    row("find nothing in 400 pages, again", find(workers, document, "zzyzy"))
    row("find 'the' in 400 pages", find(workers, document, "the"))


def find(workers: Pool, document: Document, needle: str) -> list[float]:
    return times(lambda: workers.call(Find(document, needle, 0, 399)), 1)


def draw(workers: Pool, request: Render) -> None:
    workers.call(request).release()


def started() -> float:
    """Seconds until a new worker has answered its first request."""
    start = time.perf_counter()
    with pool() as workers:
        workers.call(Inspect(Document(PAPER)))
        return time.perf_counter() - start


def times(action: Callable[[], object], count: int) -> list[float]:
    """How long an action took, in seconds, so many times."""
    found = []
    for _ in range(count):
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    return found


def row(title: str, found: list[float]) -> None:
    """Print one line of the table: median and worst, in milliseconds."""
    median, worst = statistics.median(found) * 1000, max(found) * 1000
    sys.stdout.write(f"{title:<44} {median:10.2f} ms  worst {worst:10.2f}\n")


def long_book(folder: Path) -> Path:
    """A book of 2,400 pages: one of 400, six times."""
    path = folder / "book.pdf"
    with pymupdf.open(BOOK) as source, pymupdf.open() as book:
        for _ in range(6):
            book.insert_pdf(source)
        book.save(path)
    return path


@contextmanager
def pool() -> Iterator[Pool]:
    """One worker."""
    workers = Pool(COMMAND, lambda callback: callback(), workers=1)
    yield workers
    workers.close()


if __name__ == "__main__":
    main()
