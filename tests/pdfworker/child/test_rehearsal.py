"""What a worker does before it is shut in, and what it can do for that afterwards."""

import sys
from pathlib import Path

import pymupdf

from paperdesk.domain.pages import Document
from paperdesk.pdfworker import Pool, codec
from paperdesk.pdfworker.child import rehearsal
from paperdesk.pdfworker.limits import Limits


def test_there_is_one_request_of_each_kind() -> None:
    rehearsed = [type(request) for request in rehearsal.requests(Document(Path("a.pdf")))]
    assert sorted(kind.__name__ for kind in rehearsed) == sorted(
        kind.__name__ for kind in codec._KINDS
    )


def test_the_pdf_of_the_rehearsal_needs_no_repair() -> None:
    with pymupdf.open(stream=rehearsal.pdf(), filetype="pdf") as document:
        assert not document.is_repaired
        assert document[0].get_text().startswith("1 A heading")
        assert len(document.get_toc()) == 1


def test_a_rehearsal_leaves_nothing_open() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    rehearsal.rehearse(Limits())
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_worker_that_is_shut_in_can_meet_every_request(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(rehearsal.pdf())
    command = [sys.executable, "-m", "paperdesk.pdfworker"]
    pool = Pool(command, lambda callback: callback(), workers=1)
    try:
        for request in rehearsal.requests(Document(path)):
            answer = pool.call(request)
            if hasattr(answer, "release"):
                answer.release()
    finally:
        pool.close()
