import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from paperdesk.infra.jobs import Job, nothing
from paperdesk.ui.activity import Activity
from paperdesk.ui.icons import IconButton


@pytest.fixture
def activity(qtbot: QtBot) -> Activity:
    activity = Activity()
    qtbot.addWidget(activity)
    activity.show()
    return activity


def words(activity: Activity) -> list[str]:
    labels = activity.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def test_at_rest_it_says_nothing_of_jobs(activity: Activity) -> None:
    bar = activity.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert not bar.isVisible()
    assert words(activity) == []


def test_the_oldest_job_is_shown_with_its_progress(activity: Activity) -> None:
    activity.show_jobs([Job(4, "Fetching", done=3, total=10, detail="Tuesday")])
    bar = activity.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert (bar.value(), bar.maximum(), words(activity)) == (3, 10, ["Fetching: Tuesday"])


def test_a_long_title_is_cut_and_leaves_how_far_it_is(activity: Activity) -> None:
    activity.resize(600, 30)
    activity.show_jobs([Job(4, "Opening " + "a long title " * 20, detail="0.2 of 0.5 MB")])
    (said,) = words(activity)
    assert said.startswith("Opening a long")
    assert said.endswith("…: 0.2 of 0.5 MB")
    assert activity.minimumSizeHint().width() < 600


def test_the_oldest_job_can_be_stopped(activity: Activity, qtbot: QtBot) -> None:
    activity.show_jobs([Job(4, "Fetching"), Job(5, "Indexing")])
    with qtbot.waitSignal(activity.cancelled) as told:
        stop = next(one for one in activity.findChildren(IconButton) if "Stop" in one.toolTip())
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert told.args == [4]


def test_a_job_that_can_wait_is_let_wait(activity: Activity, qtbot: QtBot) -> None:
    activity.show_jobs([Job(4, "Fetching")])
    pause = next(one for one in activity.findChildren(IconButton) if "Pause" in one.toolTip())
    assert not pause.isVisible()
    jobs = [Job(5, "A download", hold=nothing), Job(6, "Another", hold=nothing)]
    activity.show_jobs(jobs)
    with qtbot.waitSignal(activity.held) as told:
        qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    assert told.args == [5]
    more = next(b for b in activity.findChildren(QToolButton) if b.text() == "and 1 more")
    with qtbot.waitSignal(activity.held) as told:
        more.menu().actions()[1].trigger()
    assert told.args == [6]


def test_the_others_wait_behind_a_button_and_can_be_stopped(
    activity: Activity, qtbot: QtBot
) -> None:
    activity.show_jobs([Job(4, "Fetching"), Job(5, "Indexing"), Job(6, "Export")])
    more = next(b for b in activity.findChildren(QToolButton) if b.text() == "and 2 more")
    with qtbot.waitSignal(activity.cancelled) as told:
        more.menu().actions()[1].trigger()
    assert told.args == [6]


def test_the_index_and_the_counts_are_said(activity: Activity) -> None:
    activity.show_index(1200)
    activity.show_counts(10000, 12)
    assert words(activity) == ["Indexing, 1,200 to go", "10,000 papers · 12 unread"]
    activity.show_index(1200, "the disk is full")
    assert words(activity)[0] == "Indexing waits: the disk is full"
    activity.show_index(0)
    assert words(activity) == ["10,000 papers · 12 unread"]


def test_a_library_that_others_hold_is_said_until_they_let_go(activity: Activity) -> None:
    activity.show_held(on=True)
    assert words(activity) == ["Waiting to save: another program holds the library"]
    activity.show_held(on=False)
    assert words(activity) == []


def test_what_was_said_last_stays_in_sight(activity: Activity) -> None:
    activity.show_said("1 paper archived")
    assert words(activity) == ["1 paper archived"]
    activity.show_said("2 papers shortlisted")
    assert words(activity) == ["2 papers shortlisted"]
