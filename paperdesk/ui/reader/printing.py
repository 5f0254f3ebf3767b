"""Pages on paper: drawn by the workers as fine as the printer prints.

It runs in a lane of its own: Qt lets a printer be painted on from any thread,
and a page at 600 dots an inch takes longer than a frame.
"""

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from paperdesk.domain.errors import BadDocument, PaperDeskError, Refused
from paperdesk.domain.note import Highlight
from paperdesk.domain.pages import Document, Inspect, Pages, PageSize, Picture, Render
from paperdesk.infra.jobs import Job
from paperdesk.reader.layout import Layout
from paperdesk.reader.standing import Part, Standing
from paperdesk.ui.reader.shapes import paint_mark

_FINEST = 600
"""Dots an inch; what is printed finer looks no better."""

_FINEST_IN_A_FILE = 300
_MOST = 36_000_000
"""Pixels of a page; the workers draw no larger ones."""

_BAND = 300_000
"""Pixels that are handed to the printer at once.

*Why so few:* Qt holds the interpreter while it packs a picture, and with it the
window: 0.3 s and more for a page.
"""

_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class Order:
    """What is printed: pages of a document, counted from 0, and the marks on them."""

    document: Document
    pages: tuple[int, ...]
    marks: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of it: how many pages there are, which could not be drawn, in which file."""

    pages: int
    failed: tuple[int, ...] = ()
    file: str = ""

    def __str__(self) -> str:
        count = "1 page" if self.pages == 1 else f"{self.pages} pages"
        said = f"{count} saved in {self.file}." if self.file else f"{count} sent to the printer."
        if self.failed:
            numbers = ", ".join(str(page + 1) for page in self.failed)
            said += f" Not drawn: page {numbers}; a sentence stands in its place."
        return said


def ask(parent: QWidget, title: str, count: int, current: int) -> tuple[QPrinter, range] | None:
    """Ask for a printer and for pages; None when the user turned away."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print")
    dialog.setMinMax(1, count)
    dialog.setFromTo(1, count)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
    if not dialog.exec():
        return None
    return printer, chosen(printer, count, current)


def chosen(printer: QPrinter, count: int, current: int) -> range:
    """The pages, counted from 0, that were chosen."""
    match printer.printRange():
        case QPrinter.PrintRange.CurrentPage:
            return range(current, current + 1)
        case QPrinter.PrintRange.PageRange if printer.fromPage():
            return range(printer.fromPage() - 1, min(printer.toPage(), count))
    return range(count)


def print_order(printer: QPrinter, pages: Pages, order: Order, job: Job) -> Printed:
    """Print, page after page; from any thread but the window's."""
    sizes = pages.call(Inspect(order.document)).pages
    _turn(printer, sizes[order.pages[0]])
    painter = QPainter()
    if not _can_write(printer.outputFileName()) or not painter.begin(printer):
        where = printer.outputFileName() or printer.printerName()
        raise Refused(f"{where} cannot be printed to. Choose another printer or file.")
    failed = []
    try:
        for number, page in enumerate(order.pages):
            job.advance(number, len(order.pages), f"page {page + 1}")
            if number:
                _turn(printer, sizes[page])
                printer.newPage()
            if not _print_page(painter, pages, order, (page, sizes)):
                failed.append(page)
    except PaperDeskError:
        printer.abort()
        raise
    finally:
        painter.end()
    return Printed(len(order.pages), tuple(failed), printer.outputFileName())


def _print_page(
    painter: QPainter, pages: Pages, order: Order, at: tuple[int, Sequence[PageSize]]
) -> bool:
    """Whether a page could be drawn; one that could not says why."""
    page, sizes = at
    printer = painter.device()
    room = QRectF(0, 0, printer.width(), printer.height())
    scale = _scale(sizes[page], room, printer.logicalDpiX(), to_file=_is_file(printer))
    try:
        picture = pages.call(Render(order.document, page, scale))
    except BadDocument as error:
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter, str(error))
        return False
    try:
        _draw(painter, order, at, picture, _placed(sizes[page], room))
    finally:
        picture.release()
    return True


def _draw(
    painter: QPainter,
    order: Order,
    at: tuple[int, Sequence[PageSize]],
    picture: Picture,
    room: QRectF,
) -> None:
    """Draw a page with its marks, band by band."""
    parts = Standing(order.marks).on(at[0])
    layout = Layout(at[1], picture.width / at[1][at[0]].width, 0)
    box = layout.box(at[0])
    step = room.height() / picture.height
    top = 0
    while top < picture.height:
        below = _cut(picture, top)
        image = _band(picture, top, below)
        if parts:
            _mark(image, layout, parts, QPointF(box.left, box.top + top))
        height = image.height() * step
        painter.drawImage(QRectF(room.left(), room.top() + top * step, room.width(), height), image)
        top = below


def _scale(size: PageSize, room: QRectF, dots: int, *, to_file: bool) -> float:
    """Pixels a point: as fine as the printer, within bounds."""
    fit = min(room.width() / size.width, room.height() / size.height)
    finest = min(dots, _FINEST_IN_A_FILE if to_file else _FINEST) / _POINTS
    most = math.sqrt(_MOST / max(size.width * size.height, 1.0))
    return min(fit, finest, most)


def _placed(size: PageSize, room: QRectF) -> QRectF:
    """As large as the paper allows, in the middle of it."""
    fit = min(room.width() / size.width, room.height() / size.height)
    width, height = size.width * fit, size.height * fit
    corner = QPointF((room.width() - width) / 2, (room.height() - height) / 2)
    return QRectF(corner.x(), corner.y(), width, height)


def _cut(picture: Picture, top: int) -> int:
    """Where a band ends: between two lines of text if it can, for a cut shows when seen small."""
    most = max(_BAND // picture.width, 2)
    rows = range(top + most, top + most // 2, -1)
    last = next((row for row in rows if row < picture.height and _is_blank(picture, row)), rows[0])
    return min(last, picture.height)


def _is_blank(picture: Picture, row: int) -> bool:
    """Whether a row of a picture has one colour only."""
    start = row * picture.stride
    line = bytes(picture.pixels[start : start + 3 * picture.width])
    return line == line[:3] * picture.width


def _band(picture: Picture, top: int, below: int) -> QImage:
    """Rows of a picture, copied; one more than are new, so that no hairline parts two bands."""
    rows = min(below + 1, picture.height) - top
    pixels = picture.pixels[top * picture.stride : (top + rows) * picture.stride]
    shape = QImage.Format.Format_RGB888
    image = QImage(pixels, picture.width, rows, picture.stride, shape)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _mark(image: QImage, layout: Layout, parts: Sequence[Part], corner: QPointF) -> None:
    """Paint marks on a part of a page's picture, where tints can be mixed in."""
    painter = QPainter(image)
    painter.translate(-corner)
    for part in parts:
        paint_mark(painter, layout, part, current=False)
    painter.end()


def _turn(printer: QPrinter, size: PageSize) -> None:
    """The paper lies as the page does."""
    wide = size.width > size.height
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)


def _can_write(file: str) -> bool:
    """Whether a file can be made there; of printers Qt knows."""
    return not file or os.access(Path(file).parent, os.W_OK)


def _is_file(printer: object) -> bool:
    return isinstance(printer, QPrinter) and bool(printer.outputFileName())
