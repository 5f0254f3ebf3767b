"""The open paper goes to the printer in the background, and what became of it is said."""

from pathlib import Path

import pymupdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from paperdesk.ui.reader import printing
from tests.app.conftest import Desktop


def test_an_open_paper_is_printed_into_a_file(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    monkeypatch.setattr(printing, "ask", lambda *asked: (printer, range(asked[2])))
    paper = next(each for each in desktop.papers() if desktop.rooms.intake.here(each.id))
    desktop.go_to(paper.id)
    desktop.run("paper.open")
    column = desktop.parts.reader.parts.view.scroller
    desktop.wait(lambda: len(column.column) > 0)
    desktop.run("page.print")
    desktop.wait(lambda: "saved in" in desktop.parts.window.toast.sentence())
    assert pymupdf.open(tmp_path / "out.pdf").page_count == len(column.column)


def test_who_turns_away_prints_nothing(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "ask", lambda *_: None)
    paper = next(each for each in desktop.papers() if desktop.rooms.intake.here(each.id))
    desktop.go_to(paper.id)
    desktop.run("paper.open")
    desktop.wait(lambda: len(desktop.parts.reader.parts.view.scroller.column) > 0)
    desktop.run("page.print")
    assert not any(job.title.startswith("Printing") for job in desktop.desk.jobs.running())
