"""The year is shown from the library; the lengths of papers are found out in little time."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from paperdesk.app.desktop import timekeeping
from paperdesk.app.desktop.timekeeping import Timekeeping
from paperdesk.app.desktop.wordcounts import Words
from paperdesk.domain.focus import Spell
from paperdesk.domain.paper import PaperId
from paperdesk.ui.times.year import today
from tests.app.conftest import Desktop


@pytest.fixture
def timer(desktop: Desktop) -> Iterator[Timekeeping]:
    timer = desktop.session._reading.timer
    desktop.rooms.times.forget()
    yield timer
    timer.sheet.dismiss()
    desktop.desk.page.close()
    desktop.rooms.times.forget()


def test_today_is_shown_with_what_was_read(desktop: Desktop, timer: Timekeeping) -> None:
    paper = desktop.with_pdf()
    desktop.rooms.times.record(paper.id, today(), [Spell("Method", 840.0)], [0], 4)
    desktop.run("times.year")
    desktop.wait(lambda: "14 min" in timer.sheet.told.text())
    assert paper.title in timer.sheet.told.text()
    assert "Method 14 min" in timer.sheet.told.text()
    assert timer.sheet.view.accessibleName() == timer.sheet.told.text()


def test_enter_opens_what_was_read_that_day(desktop: Desktop, timer: Timekeeping) -> None:
    paper = desktop.with_pdf()
    desktop.rooms.times.record(paper.id, today(), [Spell("Method", 840.0)], [0], 4)
    desktop.run("times.year")
    desktop.wait(lambda: "14 min" in timer.sheet.told.text())
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: desktop.desk.page.paper() == paper.id)
    assert timer.sheet.isHidden()


def lengths(desktop: Desktop, timer: Timekeeping) -> Mapping[PaperId, Words]:
    paper = desktop.with_pdf().id
    pdf = desktop.rooms.intake.here(paper)
    assert pdf is not None
    told: list[Mapping[PaperId, Words]] = []
    timer.lengths({paper: pdf}, told.append)
    desktop.wait(lambda: told)
    return told[0]


def test_the_words_of_a_paper_that_was_never_opened_are_counted(
    desktop: Desktop, timer: Timekeeping
) -> None:
    (words,) = lengths(desktop, timer).values()
    assert words[0] > 50


def test_nobody_waits_long_for_papers_to_be_counted(
    desktop: Desktop, timer: Timekeeping, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(timekeeping, "PATIENCE", -1.0)
    monkeypatch.setattr(timer._timing.counts._kept, "_folder", tmp_path)
    assert lengths(desktop, timer) == {}
