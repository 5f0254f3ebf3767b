"""Which papers PDFs are, and which PDFs there are."""

from pathlib import Path

import pytest

from paperdesk.domain.errors import BadDocument, NotFound
from paperdesk.domain.identifier import ArxivId
from paperdesk.domain.imprint import Clues
from paperdesk.intake import identifying
from paperdesk.pdfworker import Pool


def test_the_pdfs_of_folders_are_found_in_their_order(tmp_path: Path) -> None:
    for name in ("b/2.PDF", "b/1.pdf", "a.pdf", ".hidden/x.pdf", "c.txt", "b/c/3.pdf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF")
    (tmp_path / "b/round").symlink_to(tmp_path)
    found = identifying.pdfs([tmp_path, tmp_path / "a.pdf"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.pdf", "b/1.pdf", "b/2.PDF", "b/c/3.pdf"
    ]  # fmt: skip


def test_a_real_paper_is_told_by_its_doi_and_title(pool: Pool, shared_data: Path) -> None:
    told = identifying.look(pool, shared_data / "pdf_papers" / "CERMINE__test5.pdf")
    assert told.doi == "10.1136/pgmj.2009.089987"
    assert told.title.startswith("Iron deficiency anaemia")


def test_what_is_no_pdf_is_said(pool: Pool, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_text("words")
    for path in (bad, tmp_path):
        with pytest.raises(BadDocument):
            identifying.look(pool, path)
    with pytest.raises(NotFound):
        identifying.look(pool, tmp_path / "gone.pdf")


def test_a_paper_is_known_by_what_its_pdf_tells_else_by_its_name() -> None:
    told = Clues(ArxivId("1706.03762", 5), None, "Attention", ("A B",))
    found = identifying.found(told, Path("x.pdf"))
    assert (found.title, found.arxiv, found.version) == ("Attention", "1706.03762", 5)
    assert identifying.found(Clues(), Path("My_old  scan.pdf")).title == "My old scan"
    assert identifying.found(Clues(), Path("1706.03762v2.pdf")).arxiv == "1706.03762"
    assert identifying.found(Clues(doi="10.1/x"), Path("1706.03762.pdf")).arxiv is None
