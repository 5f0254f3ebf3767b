"""Pages on paper: as many as chosen, as they are, with marks; the printer is a PDF."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pymupdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from paperdesk.domain.errors import Cancelled, Refused
from paperdesk.domain.note import Anchor, Colour, Highlight, HighlightId
from paperdesk.domain.pages import Document, Picture, Render
from paperdesk.domain.paper import PaperId
from paperdesk.infra.jobs import Job
from paperdesk.pdfworker import Pool
from paperdesk.ui.reader import printing
from paperdesk.ui.reader.printing import Order, Printed, chosen, print_order

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def paper(tmp_path: Path) -> Document:
    """Two upright pages with a red square each, and one that lies on its side."""
    source = pymupdf.open()
    for width, height in ((300, 400), (300, 400), (400, 300)):
        page = source.new_page(width=width, height=height)
        page.draw_rect((0, 0, 150, 150), fill=(1, 0, 0), color=(1, 0, 0))
    source.save(tmp_path / "paper.pdf")
    return Document(tmp_path / "paper.pdf")


@pytest.fixture
def printer(qapp: Any, tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    return printer


def printed(tmp_path: Path) -> Any:
    return pymupdf.open(tmp_path / "out.pdf")


def mark(page: int) -> Highlight:
    anchor = Anchor(page, ((160.0, 200.0, 280.0, 300.0),), "words")
    when = datetime(2026, 1, 1, tzinfo=UTC)
    return Highlight(HighlightId("a"), PaperId(1), anchor, Colour.GREEN, when)


def colour(page: Any, x: float, y: float) -> tuple[int, ...]:
    """The colour at a point, in shares of the page."""
    picture = page.get_pixmap()
    return tuple(picture.pixel(int(picture.width * x), int(picture.height * y)))


def test_all_pages_are_printed_and_lie_as_they_are(
    printer: QPrinter, pool: Pool, paper: Document, tmp_path: Path
) -> None:
    outcome = print_order(printer, pool, Order(paper, (0, 1, 2)), Job(1, "Print"))
    out = printed(tmp_path)
    assert outcome == Printed(3, (), str(tmp_path / "out.pdf"))
    assert [page.rect.width > page.rect.height for page in out] == [False, False, True]
    assert colour(out[0], 0.25, 0.25) == pytest.approx((255, 0, 0), abs=3)


def test_only_the_pages_that_were_chosen(
    printer: QPrinter, pool: Pool, paper: Document, tmp_path: Path
) -> None:
    print_order(printer, pool, Order(paper, (2,)), Job(1, "Print"))
    assert [page.rect.width > page.rect.height for page in printed(tmp_path)] == [True]


def test_marks_are_printed_where_they_stand(
    printer: QPrinter, pool: Pool, paper: Document, tmp_path: Path
) -> None:
    print_order(printer, pool, Order(paper, (0, 1), (mark(1),)), Job(1, "Print"))
    out = printed(tmp_path)
    assert colour(out[0], 0.7, 0.6) == (255, 255, 255)
    red, green, _ = colour(out[1], 0.7, 0.6)
    assert green > red


def test_progress_is_told_page_by_page(printer: QPrinter, pool: Pool, paper: Document) -> None:
    told: list[str] = []
    job = Job(1, "Print")
    job.moved = lambda: told.append(f"{job.done}/{job.total} {job.detail}")
    print_order(printer, pool, Order(paper, (0, 2)), job)
    assert told == ["0/2 page 1", "1/2 page 3"]


def test_it_can_be_stopped(printer: QPrinter, pool: Pool, paper: Document) -> None:
    job = Job(1, "Print")
    job.moved = job.cancel
    with pytest.raises(Cancelled):
        print_order(printer, pool, Order(paper, (0, 1, 2)), job)


def test_a_printer_that_does_not_answer_is_said_so(
    printer: QPrinter, pool: Pool, paper: Document, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    with pytest.raises(Refused, match=r"folder\.pdf cannot be printed to"):
        print_order(printer, pool, Order(paper, (0,)), Job(1, "Print"))


def test_pages_are_drawn_as_fine_as_the_printer(
    printer: QPrinter, pool: Pool, paper: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    call = pool.call

    def listen(request: Any) -> Any:
        asked.append(request)
        return call(request)

    monkeypatch.setattr(pool, "call", listen)
    print_order(printer, pool, Order(paper, (0,)), Job(1, "Print"))
    (render,) = [request for request in asked if isinstance(request, Render)]
    assert render.scale == pytest.approx(300 / 72)
    assert render.dress is None


def test_what_was_chosen_in_the_dialog_counts(printer: QPrinter) -> None:
    assert chosen(printer, 9, 4) == range(9)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen(printer, 9, 4) == range(4, 5)
    printer.setFromTo(3, 20)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert chosen(printer, 9, 4) == range(2, 9)


def test_what_became_of_it_is_a_sentence() -> None:
    assert str(Printed(1)) == "1 page sent to the printer."
    assert str(Printed(3, (1,), "/x.pdf")).startswith("3 pages saved in /x.pdf. Not drawn: page 2")


def test_a_page_is_cut_between_two_lines_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_BAND", 100)
    pixels = bytearray(b"\xff" * 3 * 10 * 30)
    for row in (*range(8), *range(9, 30)):
        pixels[row * 30 : row * 30 + 3] = bytes(3)
    picture = cast(
        Picture, SimpleNamespace(width=10, height=30, stride=30, pixels=memoryview(pixels))
    )
    assert printing._cut(picture, 0) == 8
    assert printing._cut(picture, 8) == 18
    assert printing._cut(picture, 25) == 30
