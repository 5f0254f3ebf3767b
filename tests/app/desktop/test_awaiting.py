"""A paper whose PDF is on its way."""

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


def test_one_waits_until_the_job_is_stopped(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    desktop.go_to(paper.id)
    job = desktop.desk.jobs.new("Opening it")
    desktop.desk.awaiting.wait_for(paper.id, job)
    assert desktop.desk.awaiting.awaits(paper.id)
    job.cancel()
    desktop.session._reading.waiting.show_progress()
    assert not desktop.desk.awaiting.awaits(paper.id)
