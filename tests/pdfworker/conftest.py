"""Real workers, workers that misbehave to order, and small PDFs made to measure."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.pages import Document
from paperdesk.pdfworker import Limits, Pool

PROJECT = Path(__file__).resolve().parents[2]
FAKE = Path(__file__).with_name("fakeworker.py")

MakePool = Callable[..., Pool]
MakePdf = Callable[..., Document]


@pytest.fixture(autouse=True, scope="session")
def findable() -> Iterator[None]:
    """Let child processes find the package, wherever the tests were started."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPATH", str(PROJECT))
        yield


@pytest.fixture(scope="session")
def real() -> list[str]:
    """The command of a real worker."""
    return [sys.executable, "-m", "paperdesk.pdfworker"]


@pytest.fixture
def fake() -> list[str]:
    """The command of a worker that does as the needle of a Find says."""
    return [sys.executable, str(FAKE)]


@pytest.fixture
def make_pool() -> Iterator[MakePool]:
    """Make pools that are closed in the end; answers come at once."""
    pools: list[Pool] = []

    def make(command: list[str], workers: int = 1, **limits: Any) -> Pool:
        pool = Pool(command, lambda callback: callback(), workers, Limits(**limits))
        pools.append(pool)
        return pool

    yield make
    for pool in pools:
        pool.close()


@pytest.fixture(scope="session")
def pool(real: list[str]) -> Iterator[Pool]:
    """A pool of one real worker, for tests that do it no harm."""
    pool = Pool(real, lambda callback: callback(), workers=1)
    yield pool
    pool.close()


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Make a PDF with a page for each text."""

    def make(*texts: str, name: str = "paper.pdf", rotation: int = 0) -> Document:
        source = pymupdf.open()
        for text in texts:
            page = source.new_page(width=400, height=600)
            page.insert_text((70, 130), text)
            page.set_cropbox(pymupdf.Rect(20, 30, 380, 560))
            page.set_rotation(rotation)
        source.save(tmp_path / name)
        source.close()
        return Document(tmp_path / name)

    return make


@pytest.fixture
def children() -> Callable[[], set[int]]:
    """The processes that this one has started and that are still there."""

    def find() -> set[int]:
        tasks = Path(f"/proc/{os.getpid()}/task").glob("*/children")
        return {int(child) for task in tasks for child in task.read_text().split()}

    return find


@pytest.fixture
def eventually() -> Callable[[Callable[[], bool]], None]:
    """Wait until something holds; it fails after ten seconds."""

    def wait(holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 10
        while not holds():
            assert time.monotonic() < deadline, "it did not come about"
            time.sleep(0.01)

    return wait
