"""What runs is shown, and can be stopped."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from paperdesk.app.desktop.progress import Progress
from paperdesk.infra.jobs import Job, Lane
from paperdesk.ui.activity import Activity
from paperdesk.ui.dispatch import Dispatch


def begin(qtbot: QtBot) -> tuple[Activity, Progress, Job]:
    """A job that runs until it is stopped."""
    activity = Activity()
    qtbot.addWidget(activity)
    progress = Progress(activity, Dispatch(activity))
    job = progress.jobs.new("Fetching")
    work, ignore = (lambda job: job.wait(20)), (lambda _: None)
    return activity, progress, progress.jobs.start(job, Lane.FETCH, work, ignore, ignore)


def said(activity: Activity) -> list[str]:
    return [label.text() for label in activity.findChildren(QLabel)]


def test_a_job_is_shown_soon_and_stopped_by_its_number(qtbot: QtBot) -> None:
    activity, progress, job = begin(qtbot)
    with qtbot.waitSignal(progress.shown):
        assert "Fetching" not in said(activity)
    assert "Fetching" in said(activity)
    activity.cancelled.emit(job.id)
    qtbot.waitUntil(lambda: not progress.jobs.running())
    progress.jobs.close()


def test_a_job_is_let_wait_by_its_number_if_it_can(qtbot: QtBot) -> None:
    activity, progress, job = begin(qtbot)
    activity.held.emit(job.id)
    assert not job.stop.is_set()
    job.hold = job.cancel
    activity.held.emit(job.id)
    qtbot.waitUntil(lambda: not progress.jobs.running())
    progress.jobs.close()


def test_another_number_stops_nothing(qtbot: QtBot) -> None:
    activity, progress, job = begin(qtbot)
    activity.cancelled.emit(job.id + 1)
    assert not job.stop.is_set()
    progress.jobs.close()
