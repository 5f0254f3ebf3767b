import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from paperdesk.domain.arrangement import Arrangement
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document
from paperdesk.pdfworker import Pool
from paperdesk.reader.layout import Point
from paperdesk.reader.wishes import sharp
from paperdesk.ui.dispatch import Dispatch
from paperdesk.ui.reader import ReaderPane

PAPER = "pdf_papers/science-parse__pedersen04.pdf"
PATIENCE = 15_000


@pytest.fixture(scope="module")
def pool(qapp: Any) -> Iterator[Pool]:
    """Real workers."""
    pool = Pool([sys.executable, "-m", "paperdesk.pdfworker"], Dispatch())
    yield pool
    pool.close()


@pytest.fixture
def reader(qtbot: QtBot, pool: Pool) -> Iterator[ReaderPane]:
    """A reader with real workers behind it, which gives all memory back."""
    pane = ReaderPane(pool)
    qtbot.addWidget(pane)
    pane.resize(700, 800)
    pane.show()
    yield pane
    pane.close_document()
    qtbot.waitUntil(lambda: pool.leased == 0, timeout=PATIENCE)


def wait_until_sharp(qtbot: QtBot, pane: ReaderPane) -> None:
    def is_sharp() -> bool:
        scroller, pixels = pane.parts.view.scroller, pane.parts.supply.pixels
        pieces = [
            piece
            for page in scroller.visible()
            for piece in sharp(scroller.column, scroller.window(), page)
        ]
        return bool(pieces) and all(piece in pixels for piece in pieces)

    qtbot.waitUntil(is_sharp, timeout=PATIENCE)


def test_a_real_paper_is_read(qtbot: QtBot, reader: ReaderPane, shared_data: Path) -> None:
    reader.open_document(Document(shared_data / PAPER))
    wait_until_sharp(qtbot, reader)
    image = reader.parts.view.viewport().grab().toImage()
    dark = sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(100, 600, 3)
        for y in range(90, 110, 2)
    )
    assert dark > 20, "the title is black on white"
    assert image.pixelColor(40, 40) == QColor("white")


def test_tiles_of_a_real_page_lie_dot_on_dot(
    qtbot: QtBot, reader: ReaderPane, shared_data: Path
) -> None:
    reader.open_document(Document(shared_data / PAPER), Place(zoom=5.0))
    wait_until_sharp(qtbot, reader)
    pieces = [piece for piece in reader.parts.supply.pixels.pieces(0) if not piece.whole]
    sizes = [reader.parts.supply.pixels.image(piece) for piece in pieces]
    assert len(pieces) >= 4
    assert {(image.width(), image.height()) for image in sizes if image} == {(512, 512)}


def test_real_words_are_found_and_selected(
    qtbot: QtBot, reader: ReaderPane, shared_data: Path
) -> None:
    reader.open_document(Document(shared_data / PAPER))
    wait_until_sharp(qtbot, reader)
    reader.open_find()
    QTest.keyClicks(reader.parts.bar.field, "semi-automatically")
    finder = reader.parts.finder
    qtbot.waitUntil(lambda: bool(finder.hits) and not finder.busy, timeout=PATIENCE)
    left, top, right, bottom = finder.hits[0].quads[0]
    reader.parts.selecting.begin(Point(0, left + 1, (top + bottom) / 2))
    reader.parts.selecting.extend(Point(0, right + 25, (top + bottom) / 2))
    qtbot.waitUntil(lambda: reader.selection() is not None, timeout=PATIENCE)
    selection = reader.selection()
    assert selection is not None
    assert selection.text.startswith("semi-automatically")
    assert selection.prefix.endswith("techniques to")


def test_a_place_is_restored_to_the_line(
    qtbot: QtBot, reader: ReaderPane, shared_data: Path
) -> None:
    place = Place(page=5, top=210.5, zoom=1.3)
    reader.open_document(Document(shared_data / PAPER), place)
    wait_until_sharp(qtbot, reader)
    assert reader.place() == place
    assert (
        abs(
            reader.parts.view.scroller.window().top
            - reader.parts.view.scroller.column.corner(place)[1]
        )
        <= 1
    )


def test_a_real_paper_is_trimmed_and_its_line_stays(
    qtbot: QtBot, reader: ReaderPane, shared_data: Path
) -> None:
    reader.open_document(Document(shared_data / PAPER), Place(page=5, top=210.5))
    wait_until_sharp(qtbot, reader)
    before = reader.parts.view.scroller.column.zoom
    reader.arranging.arrange(Arrangement(trim=True))
    with qtbot.waitSignal(reader.parts.margins.measured, timeout=PATIENCE):
        pass
    assert reader.parts.view.scroller.column.zoom > 1.1 * before
    assert (reader.place().page, reader.place().top) == pytest.approx((5, 210.5), abs=1)
    wait_until_sharp(qtbot, reader)


def test_a_locked_paper_opens_with_its_password(
    qtbot: QtBot, reader: ReaderPane, shared_data: Path
) -> None:
    folder = shared_data / "pdf_encrypted"
    with (folder / "PASSWORDS.tsv").open(encoding="utf-8") as file:
        known = {row[0]: row[1] for row in csv.reader(file, delimiter="\t") if len(row) > 1}
    name, hint = next(
        item
        for item in known.items()
        if item[1].startswith("password: ") and (folder / item[0]).is_file()
    )
    reader.open_document(Document(folder / name))
    card = reader.parts.card
    qtbot.waitUntil(lambda: card.password.isVisible(), timeout=PATIENCE)
    QTest.keyClicks(card.password, "no such word")
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.password.text() == "", timeout=PATIENCE)
    QTest.keyClicks(card.password, hint.removeprefix("password: ").strip())
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    wait_until_sharp(qtbot, reader)


def test_no_broken_paper_does_more_than_say_so(
    qtbot: QtBot, reader: ReaderPane, shared_data: Path
) -> None:
    for path in sorted((shared_data / "pdf_broken").glob("*.pdf"))[:8]:
        reader.open_document(Document(path))
        card, scroller = reader.parts.card, reader.parts.view.scroller
        qtbot.waitUntil(
            lambda: card.button.isVisible() or len(scroller.column) > 0,  # noqa: B023
            timeout=PATIENCE,
        )
