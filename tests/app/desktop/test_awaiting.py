"""A paper whose PDF is on its way."""

from PySide6.QtWidgets import QLabel

from paperdesk.domain.errors import NotFound
from tests.app.conftest import Desktop


def test_a_failure_is_said_on_the_page_of_its_paper(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    desktop.go_to(paper.id)
    desktop.desk.awaiting.fail(paper.id, NotFound("It is nowhere."))
    assert desktop.parts.page.strip.isVisible()
    assert desktop.parts.window.errors.sentences() == ()


def test_a_failure_of_another_paper_is_said_above(desktop: Desktop) -> None:
    first, second = desktop.papers()[:2]
    desktop.go_to(first.id)
    desktop.desk.awaiting.fail(second.id, NotFound("It is nowhere."))
    assert desktop.parts.window.errors.sentences() == ("It is nowhere.",)


def test_one_that_is_paused_says_how_far_it_is_and_goes_on_by_the_key_that_opens(
    desktop: Desktop,
) -> None:
    paper = desktop.papers()[0]
    desktop.go_to(paper.id)
    job = desktop.desk.jobs.new("Opening it")
    job.detail, job.done, job.total = "2.0 of 5.0 MB", 2, 5
    desktop.desk.awaiting.wait_for(paper.id, job)
    desktop.desk.awaiting.pause(paper.id)
    strip = desktop.parts.page.strip
    labels = [label.text() for label in strip.findChildren(QLabel)]
    assert labels == ["Paused: 2.0 of 5.0 MB"]
    assert not desktop.desk.awaiting.awaits(paper.id)


def test_one_waits_until_the_job_is_stopped(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    desktop.go_to(paper.id)
    job = desktop.desk.jobs.new("Opening it")
    desktop.desk.awaiting.wait_for(paper.id, job)
    assert desktop.desk.awaiting.awaits(paper.id)
    job.cancel()
    desktop.session._reading.waiting.show_progress()
    assert not desktop.desk.awaiting.awaits(paper.id)
