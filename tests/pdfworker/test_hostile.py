"""PDFs that mean harm, through a real worker: a sentence, within the limits, and no more."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument, PaperDeskError, Refused
from paperdesk.domain.pages import Document, Find, Inspect, Links, Render, Text, Words
from paperdesk.pdfworker import Pool
from tests.clock import within
from tests.pdfworker.hostile import HOSTILE, page

MakePool = Callable[..., Pool]
MakePdf = Callable[..., Document]

SECONDS = 2.0
"""What a request may take in these tests; ten times as long in the program."""


def ask_everything(pool: Pool, document: Document) -> list[PaperDeskError]:
    """What a reader asks of a first page; what went wrong."""
    failures: list[PaperDeskError] = []
    for request in (
        Inspect(document),
        Render(document, 0, 1.0),
        Words(document, 0),
        Text(document, 0),
        Links(document, 0),
        Find(document, "root", 0, 0),
    ):
        try:
            answer: Any = pool.call(request, timeout=30)
        except PaperDeskError as error:
            failures.append(error)
            continue
        if isinstance(request, Render):
            answer.release()
        assert not isinstance(request, Text | Find) or not answer, "it reads what it should not"
    return failures


@pytest.mark.parametrize("trick", HOSTILE)
def test_a_hostile_pdf_harms_nobody(
    make_pool: MakePool, real: list[str], make_pdf: MakePdf, tmp_path: Path, trick: str
) -> None:
    pool, control = make_pool(real, seconds=SECONDS), make_pdf("still here", name="control.pdf")
    (tmp_path / "hostile.pdf").write_bytes(HOSTILE[trick]())
    with within(60.0):
        failures = ask_everything(pool, Document(tmp_path / "hostile.pdf"))
    for failure in failures:
        assert isinstance(failure, BadDocument | Refused)
        assert str(failure).endswith(".")
    assert pool.leased == 0
    assert pool.call(Text(control, 0)) == "still here"


def test_a_page_that_never_ends_is_left_alone_and_the_others_are_read(
    make_pool: MakePool, real: list[str], tmp_path: Path
) -> None:
    pool = make_pool(real, seconds=1.0)
    path = tmp_path / "hostile.pdf"
    path.write_bytes(HOSTILE["forms in forms"]().replace(b"/Kids [3 0 R] /Count 1", TWO_PAGES))
    document = Document(path)
    said = [refused(pool, Render(document, 0, 1.0)) for _ in range(3)]
    assert "more than 1 s" in said[0]
    assert "so it is left alone" in said[2]
    pool.call(Render(document, 1, 1.0)).release()
    pool.pardon(document, 0)
    assert "more than 1 s" in refused(pool, Render(document, 0, 1.0))


TWO_PAGES = b"/Kids [3 0 R << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>] /Count 2"


def refused(pool: Pool, request: Render) -> str:
    with pytest.raises(BadDocument) as failure:
        pool.call(request, timeout=30)
    return str(failure.value)


def test_a_plain_page_is_no_trick(pool: Pool, tmp_path: Path) -> None:
    (tmp_path / "plain.pdf").write_bytes(page("", b"0 0 9 9 re f"))
    assert ask_everything(pool, Document(tmp_path / "plain.pdf")) == []
