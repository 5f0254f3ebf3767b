"""What a real worker can do once it is ready: nothing but read what it is handed."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import pytest

from paperdesk.domain.pages import Document, Find, Inspect, Links, Render, Text, Words
from paperdesk.pdfworker import Pool
from tests.children.test_cage import fenced
from tests.pdfworker.probeworker import PROBES

MakePdf = Callable[..., Document]
Try = Callable[[str], bool]

HARMLESS = "see nothing wrong"
PROBE = Path(__file__).with_name("probeworker.py")


@pytest.fixture
def attempt(make_pdf: MakePdf, tmp_path: Path) -> Iterator[Try]:
    """Let a real worker try something; whether it was let through."""
    (tmp_path / "kept").touch()
    pool = Pool([sys.executable, str(PROBE), str(tmp_path)], lambda call: call(), workers=1)
    document = make_pdf("alpha")
    yield lambda what: bool(pool.call(Find(document, what, 0, 0), timeout=20))
    pool.close()


def test_a_worker_can_do_none_of_what_a_hostile_pdf_would_want(
    attempt: Try, tmp_path: Path
) -> None:
    if not fenced("_seccomp", "pass"):
        pytest.skip("this kernel filters no system calls")
    assert attempt(HARMLESS)
    let_through = [what for what in PROBES if what != HARMLESS and attempt(what)]
    assert let_through == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "paper.pdf"]


def test_a_shut_in_worker_still_draws_reads_and_finds(make_pdf: MakePdf, real: list[str]) -> None:
    pool, document = Pool(real, lambda call: call(), workers=1), make_pdf("alpha")
    assert len(pool.call(Inspect(document)).pages) == 1
    picture = pool.call(Render(document, 0, 1.0))
    assert picture.width == 360
    picture.release()
    assert pool.call(Words(document, 0))[0].text == "alpha"
    assert pool.call(Text(document, 0)) == "alpha"
    assert pool.call(Links(document, 0)) == ()
    assert len(pool.call(Find(document, "alpha", 0, 0))) == 1
    pool.close()


def test_nothing_is_imported_once_a_worker_is_ready(pool: Pool, make_pdf: MakePdf) -> None:
    """A worker could not: all that a request needs has to be there before."""
    document = make_pdf("alpha – β")
    script = (
        "import codecs, pathlib, sys; from paperdesk.pdfworker.child import serve;"
        "from paperdesk.domain.pages import *; from paperdesk.pdfworker.limits import Limits;"
        "[codecs.lookup(codec) for codec in serve._CODECS]; desk = serve.Desk(Limits());"
        "before = set(sys.modules); paper = Document(pathlib.Path(sys.argv[1]));"
        "requests = (Inspect(paper), Render(paper, 0, 1.0), Words(paper, 0), Text(paper, 0),"
        " Links(paper, 0), Find(paper, 'alpha', 0, 0));"
        "[desk.answer(request) for request in requests]; print(set(sys.modules) - before)"
    )
    command = [sys.executable, "-c", script, str(document.path)]
    assert subprocess.run(command, capture_output=True, text=True).stdout == "set()\n"


def test_letters_that_no_font_is_embedded_for_are_drawn(pool: Pool, tmp_path: Path) -> None:
    """MuPDF brings fonts of its own: it needs none of the system's."""
    with pymupdf.open() as source:
        source.new_page(width=200, height=100).insert_text((20, 60), "中文字", fontname="china-s")
        source.save(tmp_path / "chinese.pdf")
    picture = pool.call(Render(Document(tmp_path / "chinese.pdf"), 0, 1.0))
    dark = sum(value < 128 for value in bytes(picture.pixels))
    picture.release()
    assert dark > 100
