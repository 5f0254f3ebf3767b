"""A searchable copy takes the place of a scan, and undo turns back."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from paperdesk.domain.errors import Cancelled, NotFound
from paperdesk.domain.pages import Document, DocumentInfo, PageSize
from paperdesk.domain.paper import Found, Paper
from paperdesk.infra.changes import Changes
from paperdesk.infra.jobs import Job
from paperdesk.infra.journal import Journal
from paperdesk.infra.paths import Home
from paperdesk.intake import Intake, scans
from paperdesk.intake.scans import Scans
from paperdesk.library import Library


@pytest.fixture
def kept(changes: Changes, journal: Journal, home: Home) -> Scans:
    info = DocumentInfo((PageSize(100.0, 100.0),))
    pages = SimpleNamespace(call=lambda _: info, forget=lambda _: None)
    return Scans(changes, journal, cast(Any, pages), home)


@pytest.fixture
def paper(library: Library) -> Paper:
    return library.paper(library.keep(Found("A scan", arxiv="2605.29801")).paper)


@pytest.fixture
def brought(intake: Intake, paper: Paper, tmp_path: Path) -> Path:
    """Its PDF, as it came."""
    path = tmp_path / "came.pdf"
    path.write_bytes(b"%PDF-1.7 the original")
    return intake.bring(paper, path)


def copy(home: Home, text: str = "copy") -> Path:
    path = home.root / "made.pdf"
    path.write_text(text)
    return path


def test_the_paper_opens_the_copy_and_the_original_stays(
    kept: Scans, intake: Intake, paper: Paper, brought: Path, home: Home
) -> None:
    before = brought.read_bytes()
    target = kept.keep(paper.id, copy(home))
    assert target == brought.with_name(f"{brought.stem} searchable.pdf")
    assert intake.here(paper.id) == target
    assert target.read_text() == "copy"
    assert brought.read_bytes() == before
    assert not (home.root / "made.pdf").exists()


def test_undo_turns_back_to_the_original_and_redo_to_the_copy(
    kept: Scans, intake: Intake, journal: Journal, paper: Paper, brought: Path, home: Home
) -> None:
    target = kept.keep(paper.id, copy(home))
    assert journal.undo() == "Make scans searchable"
    assert intake.here(paper.id) == brought
    journal.redo()
    assert intake.here(paper.id) == target


def test_a_second_copy_writes_over_nothing(
    kept: Scans, journal: Journal, paper: Paper, brought: Path, home: Home
) -> None:
    first = kept.keep(paper.id, copy(home, "first"))
    journal.undo()
    second = kept.keep(paper.id, copy(home, "second"))
    assert (first.read_text(), second.read_text()) == ("first", "second")


def test_without_a_pdf_there_is_nothing_to_stand_beside(
    kept: Scans, paper: Paper, home: Home
) -> None:
    with pytest.raises(NotFound):
        kept.keep(paper.id, copy(home))
    assert not (home.root / "made.pdf").exists()


def test_what_was_stopped_leaves_nothing(
    kept: Scans, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> int:
        raise Cancelled("stopped")

    monkeypatch.setattr(scans, "make_searchable", stopped)
    with pytest.raises(Cancelled):
        kept.read(Document(home.root / "x.pdf"), "eng", Job(1, "x"))
    assert list((home.cache / "scans").iterdir()) == []
