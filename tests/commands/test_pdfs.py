"""PDFs that come in, by command."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from paperdesk.commands import pdfs
from paperdesk.commands.desk import Desk
from paperdesk.commands.faces.asking import Tick
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import PaperId
from paperdesk.domain.shelf import ALL, Shelf
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.intake import Intake
from paperdesk.pdfworker import Pool
from tests.commands.conftest import Screen, with_rooms


@pytest.fixture
def taking(desk: Desk, changes: Changes, pool: Pool, home: Home) -> Desk:
    http = Http(offline=lambda: True)
    return with_rooms(desk, intake=Intake(changes, desk.library, http, pool, home))


@pytest.fixture
def folder(tmp_path: Path, shared_data: Path) -> Path:
    """A paper with a DOI, two scans of one name, one of them twice, and a broken file."""
    papers, made = shared_data / "pdf_papers", tmp_path / "my papers"
    (made / "b").mkdir(parents=True)
    shutil.copy(papers / "CERMINE__test5.pdf", made / "1.pdf")
    shutil.copy(papers / "pdfplumber__ca-warn-report.pdf", made / "scan.pdf")
    shutil.copy(papers / "pdfplumber__ca-warn-report.pdf", made / "b" / "again.pdf")
    (made / "bad.pdf").write_text("no PDF")
    return made


def taken(desk: Desk, *paths: Path) -> list[tuple[str, str]]:
    return [(one.input, one.result) for one in pdfs.take(desk, paths, Job(0, "Add")).lines]


def test_each_pdf_of_a_folder_becomes_a_paper_once(taking: Desk, folder: Path) -> None:
    assert taken(taking, folder) == [
        ("1.pdf", "added"), ("again.pdf", "added"), ("bad.pdf", "failed"), ("scan.pdf", "known")
    ]  # fmt: skip
    paper = taking.library.paper(PaperId(1))
    assert (paper.doi, paper.file is not None) == ("10.1136/pgmj.2009.089987", True)
    assert [result for _, result in taken(taking, folder)] == ["known", "known", "failed", "known"]
    taking.journal.undo()
    assert len(taking.library.ids(Shelf("", "in:library"))) == 0


def test_two_files_of_one_name_are_two_papers(
    taking: Desk, folder: Path, shared_data: Path
) -> None:
    other = folder / "c" / "scan.pdf"
    other.parent.mkdir()
    shutil.copy(next((shared_data / "pdf_scanned").glob("*.pdf")), other)
    (folder / "b" / "again.pdf").unlink()
    taken(taking, folder / "scan.pdf", other)
    titles = {taking.library.paper(PaperId(one)).title for one in taking.library.ids(ALL)}
    assert len(titles) == 2


def test_an_empty_folder_is_said(taking: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no PDFs"):
        pdfs.take(taking, [tmp_path], Job(0, "Add"))


def test_a_dropped_folder_is_reported(taking: Desk, screen: Screen, folder: Path) -> None:
    screen.folder = folder
    pdfs.bring_folder(taking)
    assert screen.undoable == ["my papers: 2 added, 1 here already, 1 not taken"]
    assert screen.offered[-1][1][0].title.startswith("✗  bad.pdf: ")


def test_what_a_pdf_tells_is_only_proposed(
    taking: Desk, screen: Screen, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(taking, folder / "1.pdf")
    paper, screen.chosen = PaperId(1), (PaperId(1),)
    mine = replace(taking.editing.details(paper), title="Mine", doi="")
    taking.editing.edit(paper, mine)
    offered: list[Tick] = []

    def tick(title: str, lead: str, lines: list[Tick], chosen: Callable[[list[int]], None]) -> None:
        offered.extend(lines)
        chosen([1])

    monkeypatch.setattr(screen, "tick", tick, raising=False)
    pdfs.propose(taking)
    assert [line.title for line in offered] == ["Title", "DOI"]
    assert offered[1].remark == "nothing → 10.1136/pgmj.2009.089987"
    now = taking.library.paper(paper)
    assert (now.title, now.doi) == ("Mine", "10.1136/pgmj.2009.089987")
    assert screen.undoable[-1] == "Edit of DOI: taken from the PDF."


def test_a_paper_without_its_pdf_has_nothing_to_propose(
    taking: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.chosen = papers[:1]
    with pytest.raises(NotFound, match="download it first"):
        pdfs.propose(taking)
