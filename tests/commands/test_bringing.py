"""Bibliographies that come in, by command: papers, notes, files, and a report."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from paperdesk.commands import bringing
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import PaperId
from paperdesk.domain.reference import Line
from paperdesk.domain.shelf import ALL
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.infra.paths import Home
from paperdesk.intake import Intake
from paperdesk.intake.bibliography import Bibliographies
from paperdesk.library import References
from paperdesk.pdfworker import Pool
from tests.commands.conftest import Screen, with_rooms

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "paperdesk", "--bibliography")
TWO = "@misc{a, title={One}, annote={Mine.}}\n@misc{b, title={Two}}\n@misc{c, year=1}"


@pytest.fixture
def taking(
    desk: Desk,
    changes: Changes,
    http: Http,
    pool: Pool,
    home: Home,
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    return with_rooms(
        desk,
        references=References(changes, desk.journal),
        bibliographies=Bibliographies(COMMAND),
        intake=Intake(changes, desk.library, http, pool, home),
    )


@pytest.fixture
def two(tmp_path: Path, screen: Screen) -> Path:
    path = tmp_path / "my refs.bib"
    path.write_text(TWO)
    screen.files = (path,)
    return path


def test_an_import_says_how_many_came_and_lists_what_went_wrong(
    taking: Desk, screen: Screen, two: Path
) -> None:
    bringing.bring(taking)
    assert screen.said == ["my refs.bib: 2 added, 1 not taken"]
    assert screen.undoable == screen.said
    title, options = screen.offered[-1]
    assert title == screen.said[0]
    assert options[0].title == "✗  c: It has no title (line 3)."
    assert taking.library.paper(PaperId(1)).title == "One"


def test_notes_come_with_it_once_and_go_with_it(taking: Desk, two: Path) -> None:
    for _ in range(2):
        bringing.take(taking, two, Job(0, "Import"))
    note = taking.notes.note(PaperId(1))
    assert note is not None
    assert note.text.strip() == "Mine."
    taking.journal.undo()
    assert taking.notes.note(PaperId(1)) is None


def test_files_are_copied_to_their_papers_and_what_is_lost_is_said(
    taking: Desk, shared_data: Path, tmp_path: Path
) -> None:
    pdf = min((shared_data / "pdf_papers").rglob("*.pdf"), key=os.path.getsize)
    for name in ("a.pdf", "b.pdf"):
        shutil.copy(pdf, tmp_path / name)
    (tmp_path / "bad.pdf").write_text("no PDF")
    path = tmp_path / "a.bib"
    path.write_text(
        "@misc{a, title={One}, file={:a.pdf:PDF}}\n@misc{b, title={Two}, file={b.pdf;gone.pdf}}\n"
        "@misc{c, title={Three}, file={bad.pdf}}"
    )
    report = bringing.take(taking, path, Job(0, "Import"))
    here = [taking.intake.here(line.paper) for line in report.lines if line.paper]
    assert [one is not None for one in here] == [True, True, False]
    assert here[0] != here[1], "equal bytes make no two papers one"
    assert report.lines[1].remark == "Not found: gone.pdf."
    assert report.lines[2].remark.startswith("bad.pdf: ")


def test_what_is_stopped_stays_in_and_is_said(
    taking: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, job = tmp_path / "a.bib", Job(0, "Import")
    path.write_text("\n".join(f"@misc{{k{n}, title={{Paper {n}}}}}" for n in range(350)))
    job.moved = job.cancel
    report = bringing.take(taking, path, job)
    assert report.stopped
    assert report.summary == "a.bib: Stopped after 100 of 350: 100 added"
    assert len(taking.library.ids(ALL)) == 100
    again = bringing.take(taking, path, Job(0, "Import"))
    assert again.summary == "a.bib: 250 added, 100 here already"


def test_a_line_of_the_report_is_told_by_a_sign_and_in_words() -> None:
    assert bringing.said(Line("a", PaperId(1), "added")) == "✓  a"
    assert bringing.said(Line("a", error="Broken.")) == "✗  a: Broken."


def test_papers_that_belong_together_are_joined_in_the_same_step(
    taking: Desk, tmp_path: Path, changes: Changes
) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title={One}, related={b, gone}}\n@misc{b, title={Two}}")
    bringing.take(taking, path, Job(0, "Import"))
    rows = changes.database.read().execute("SELECT paper, other FROM relation").fetchall()
    assert [tuple(row) for row in rows] == [(1, 2)]
    assert len(taking.journal.steps()) == 1
    taking.journal.undo()
    assert changes.database.read().execute("SELECT 1 FROM relation").fetchone() is None
