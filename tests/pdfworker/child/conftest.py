"""A worker's desk in the test's own process, and requests in one word."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.pages import Request
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.limits import Limits


@pytest.fixture
def answer() -> Callable[[Request[Any]], Any]:
    """Ask a desk and get the answer."""
    desk = Desk(Limits())
    return lambda request: desk.answer(request)[0]


@pytest.fixture
def pdf(shared_data: Path) -> Callable[[str], Path]:
    """A real PDF by a part of its path."""

    def find(part: str) -> Path:
        found = sorted(path for path in shared_data.glob("pdf_*/*.pdf") if part in str(path))
        if not found:
            pytest.skip(f"{part} is not among the real PDFs")
        return found[0]

    return find
