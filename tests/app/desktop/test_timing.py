"""The paper in the reader is timed while somebody is there, and what is left of it is told."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from paperdesk.app.desktop.timing import Timing
from paperdesk.domain.paper import PaperId
from paperdesk.domain.progress import Status
from tests.app.conftest import Desktop


class Clock:
    """A clock that a test turns."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timing(desktop: Desktop, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Timing]:
    """The window's own, with a clock that is turned by hand and beats only when told."""
    timing = desktop.session._reading.timing
    timing._drop()
    monkeypatch.setattr(timing, "_now", clock)
    desktop.rooms.times.forget()
    yield timing
    timing._drop()
    desktop.rooms.times.forget()


@pytest.fixture
def read(desktop: Desktop, timing: Timing) -> PaperId:
    """A paper that is open and whose words are counted."""
    paper = desktop.with_pdf().id
    desktop.read(paper)
    desktop.wait(lambda: desktop.parts.spread.here() in timing._words)
    timing._beat.stop()
    return paper


def seconds(desktop: Desktop, paper: PaperId) -> float:
    return desktop.rooms.times.times(paper).seconds


def test_the_time_between_two_keys_is_written_when_the_paper_is_left(
    desktop: Desktop, timing: Timing, clock: Clock, read: PaperId
) -> None:
    desktop.press("j")
    clock.now += 20
    desktop.press("j")
    clock.now += 500
    desktop.desk.page.close()
    desktop.wait(lambda: seconds(desktop, read) == 80.0)
    progress = desktop.rooms.times.progress(read)
    assert progress.status is Status.READING
    assert progress.seen[0][0] == 0


def test_it_is_written_every_few_seconds(
    desktop: Desktop, timing: Timing, clock: Clock, read: PaperId
) -> None:
    desktop.press("j")
    clock.now += 10
    timing._look()
    assert seconds(desktop, read) == 0
    clock.now += 6
    timing._look()
    desktop.wait(lambda: seconds(desktop, read) == 16.0)
    days = desktop.rooms.times.days(date.min, date.max)
    assert list(days.values()) == [16.0]


def test_a_window_that_has_lost_the_keys_is_not_timed(
    desktop: Desktop, timing: Timing, clock: Clock, read: PaperId
) -> None:
    desktop.press("j")
    clock.now += 5
    QApplication.sendEvent(desktop.parts.window, QEvent(QEvent.Type.WindowDeactivate))
    clock.now += 40
    timing.flush()
    desktop.wait(lambda: seconds(desktop, read) == 5.0)


def test_the_stopwatch_rests_once_nobody_stirs(
    desktop: Desktop, timing: Timing, clock: Clock, read: PaperId
) -> None:
    desktop.press("j")
    timing._beat.start()
    clock.now += 100
    timing._look()
    assert timing._beat.isActive()
    timing._look()
    assert not timing._beat.isActive()
    desktop.wait(lambda: seconds(desktop, read) == 60.0)


def test_the_line_says_how_long_the_rest_takes(
    desktop: Desktop, timing: Timing, clock: Clock, read: PaperId
) -> None:
    desktop.press("j")
    status = desktop.parts.spread.here().parts.status
    assert status.left.text().startswith("left: ")
    assert status.left.toolTip().endswith("at a usual pace")


def test_nothing_is_measured_or_told_once_it_is_off(
    desktop: Desktop, timing: Timing, clock: Clock, read: PaperId
) -> None:
    desktop.press("j")
    clock.now += 10
    desktop.rooms.settings.set("reading-times", False)
    timing.switch()
    try:
        desktop.press("j")
        clock.now += 10
        desktop.press("j")
        timing.flush()
        assert timing._paper is None
        assert desktop.parts.spread.here().parts.status.left.text() == ""
        assert seconds(desktop, read) == 0
    finally:
        desktop.rooms.settings.set("reading-times", True)
