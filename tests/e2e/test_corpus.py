"""Every real PDF in the real window, one after the other: it answers throughout."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from paperdesk.domain.pages import Document
from tests.app.conftest import Desktop, sitting
from tests.clock import own_time

__all__ = ["sitting"]

LONGEST = 0.1
"""Seconds in which the window must come round again."""

PATIENCE = 30.0
"""Seconds after which a PDF must have shown a page or a sentence."""

SELECTION = (
    "pdf_papers/grobid__GuidelinesTrainingData.pdf",
    "pdf_annotated/pdfannots__issue46.pdf",
    "pdf_broken/pdf.js__bug1978317.pdf",
    "pdf_broken/pdfium__bug_216.pdf",
    "pdf_encrypted/qpdf__bad-encryption-length.pdf",
    "pdf_rotated/pypdf__AutoCad_Simple.pdf",
    "pdf_scanned/OCRmyPDF__jbig2_baddevicen.pdf",
)


class Pulse:
    """How long the window was away, at most; while others had the processor does not count."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = own_time()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = own_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def leaf_through(desktop: Desktop, path: Path) -> float:
    """Open a PDF, go over its pages, and close it; how long the window was away."""
    reader = desktop.parts.reader
    desktop.parts.window.show_reader()
    pulse = Pulse()
    reader.open_document(Document(path))
    began = time.monotonic()
    while not (reader.parts.card.isVisible() or reader.parts.status.page.text()):
        assert time.monotonic() < began + PATIENCE, f"{path.name}: neither a page nor a sentence"
        QTest.qWait(10)
    for screens in (0.5, 1, 1, 5, -2):
        reader.scroll_screens(screens)
        QTest.qWait(60)
    reader.go(-1)
    QTest.qWait(100)
    reader.close_document()
    pulse.stop()
    return pulse.longest


def check(desktop: Desktop, path: Path) -> None:
    """Leaf through a PDF; a slow turn counts if it is slow again, for others work here too."""
    away = min(leaf_through(desktop, path) for _ in range(2)) if _slow(desktop, path) else 0.0
    assert away < LONGEST, f"{path.name}: the window was away for {away * 1000:.0f} ms"


def _slow(desktop: Desktop, path: Path) -> bool:
    return leaf_through(desktop, path) >= LONGEST


@pytest.mark.parametrize("part", SELECTION)
def test_the_window_stays_alive_over_a_real_pdf(
    sitting: Desktop, shared_data: Path, part: str
) -> None:
    if not (shared_data / part).is_file():
        pytest.skip(f"{part} is not among the real PDFs")
    check(sitting, shared_data / part)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_the_window_stays_alive_over_every_real_pdf(sitting: Desktop, shared_data: Path) -> None:
    failures = []
    for path in sorted(shared_data.glob("pdf_*/*.pdf")):
        try:
            check(sitting, path)
        except AssertionError as error:
            failures.append(str(error))
    assert failures == []
