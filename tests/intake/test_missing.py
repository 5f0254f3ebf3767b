"""PDFs that are gone, found again by what is in them."""

import shutil
from pathlib import Path

import pytest

from paperdesk.domain.paper import Found
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.intake import Intake
from paperdesk.library import Library


@pytest.fixture
def lost(intake: Intake, library: Library, home: Home, tmp_path: Path) -> Path:
    """Where a PDF lay that is gone; under another name it lies elsewhere."""
    pdf = tmp_path / "watched" / "deep" / "renamed.dat"
    pdf.parent.mkdir(parents=True)
    pdf.write_bytes(b"%PDF-1.4 one")
    (pdf.parent / "other.pdf").write_bytes(b"%PDF-1.4 two")
    paper = library.paper(library.keep(Found("Title")).paper)
    here = intake.bring(paper, pdf)
    here.unlink()
    return here


def test_a_missing_pdf_is_put_back_where_it_was(intake: Intake, lost: Path, tmp_path: Path) -> None:
    assert intake.missing.seek([tmp_path / "watched"], Job(0, "Seek")) == (1, (1,))
    assert lost.read_bytes() == b"%PDF-1.4 one"
    assert intake.missing.seek([tmp_path / "watched"], Job(0, "Seek")) == (0, ())


def test_what_is_not_there_is_not_found(intake: Intake, lost: Path, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "watched" / "deep")
    assert intake.missing.seek([tmp_path / "watched", tmp_path / "no"], Job(0, "S")) == (1, ())
    assert not lost.exists()
