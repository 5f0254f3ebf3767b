"""Papers are opened and closed all day: what they took is given back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from paperdesk.domain.pages import Document
from tests.app.conftest import Desktop, sitting

__all__ = ["sitting"]

PAPERS = 10
ROUNDS = 50
WARM = 3
"""Rounds before memory is looked at first: fonts, caches and the heap fill up."""


def papers(folder: Path) -> list[Path]:
    """Papers of ordinary size."""
    files = sorted((folder / "pdf_papers").glob("*.pdf"))
    chosen = [path for path in files if 100_000 < path.stat().st_size < 3_000_000][:PAPERS]
    if len(chosen) < PAPERS:
        pytest.skip("there are not enough real papers here")
    return chosen


def leaf_through(desktop: Desktop, path: Path) -> None:
    """Open a paper, go over its first pages, and close it."""
    reader = desktop.parts.reader
    reader.open_document(Document(path))
    desktop.wait(lambda: reader.parts.card.isVisible() or reader.parts.status.page.text())
    for _ in range(3):
        reader.scroll_screens(1)
        QTest.qWait(30)
    reader.close_document()


def taken(desktop: Desktop) -> float:
    """Megabytes of the window and all its processes, shared ones counted once."""
    QTest.qWait(500)
    tasks = Path("/proc/self/task").glob("*/children")
    children = [int(child) for task in tasks for child in task.read_text().split()]
    return sum(_share(process) for process in ("self", *map(str, children)))


def _share(process: str) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024


def rounds(desktop: Desktop, files: Sequence[Path], count: int) -> None:
    desktop.parts.window.show_reader()
    for _ in range(count):
        for path in files:
            leaf_through(desktop, path)


def test_a_closed_paper_holds_no_pixels(sitting: Desktop, shared_data: Path) -> None:
    rounds(sitting, papers(shared_data)[:3], 2)
    sitting.wait(lambda: sitting.rooms.pages.leased == 0)
    assert sitting.parts.reader.parts.supply.pixels.bytes == 0


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_ten_papers_opened_fifty_times_give_their_memory_back(
    sitting: Desktop, shared_data: Path
) -> None:
    files = papers(shared_data)
    rounds(sitting, files, WARM)
    before = taken(sitting)
    rounds(sitting, files, ROUNDS)
    after = taken(sitting)
    assert after < before * 1.1, f"{before:.0f} MB before, {after:.0f} MB after"
