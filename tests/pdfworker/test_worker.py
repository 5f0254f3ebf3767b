"""One child: started when needed, started again, ended for good."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from paperdesk.children.child import Died
from paperdesk.domain.pages import Document, Find
from paperdesk.pdfworker.limits import Limits
from paperdesk.pdfworker.worker import Overdue, Worker

Children = Callable[[], set[int]]


def order(needle: str, path: str = "x", last: int = 0) -> Find:
    return Find(Document(Path(path)), needle, 0, last)


@pytest.fixture
def worker(fake: list[str]) -> Iterator[Worker]:
    worker = Worker(fake, Limits(documents=2))
    yield worker
    worker.close()


@pytest.fixture
def hasty(fake: list[str]) -> Iterator[Worker]:
    """One that waits no longer than a second."""
    worker = Worker(fake, Limits(seconds=1.0))
    yield worker
    worker.close()


def test_a_worker_starts_when_it_is_asked(worker: Worker, children: Children) -> None:
    before = children()
    worker.ask(order("echo"))
    assert len(children() - before) == 1


def test_a_worker_that_runs_is_not_started_again(worker: Worker, children: Children) -> None:
    worker.start()
    before = children()
    worker.start()
    assert children() == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these fences")
def test_a_child_without_its_fences_is_noted_in_the_log(
    worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    worker.start()
    assert "behind fewer fences" in caplog.text


def test_a_child_that_dies_is_told_from_one_that_hangs(hasty: Worker) -> None:
    with pytest.raises(Died):
        hasty.ask(order("die"))
    with pytest.raises(Overdue):
        hasty.ask(order("hang"))
    assert hasty.ask(order("echo")).value


def test_a_search_of_many_pages_may_take_longer(fake: list[str]) -> None:
    worker = Worker(fake, Limits(seconds=0.2))
    assert worker.ask(order("dawdle", last=200)).value
    worker.close()


def test_a_worker_knows_the_documents_it_had_last(worker: Worker) -> None:
    for number in range(3):
        worker.ask(order("echo", str(number)))
    known = [worker.knows(Document(Path(str(number)))) for number in range(3)]
    assert known == [False, True, True]


def test_a_forgotten_document_is_not_known(worker: Worker) -> None:
    worker.ask(order("echo"))
    worker.forget(Document(Path("x")))
    assert not worker.knows(Document(Path("x")))
    assert worker.ask(order("echo")).value


def test_a_new_child_knows_nothing(worker: Worker) -> None:
    worker.ask(order("echo"))
    with pytest.raises(Died):
        worker.ask(order("die"))
    assert not worker.knows(Document(Path("x")))


def test_a_stopped_worker_does_not_rise_again(worker: Worker, children: Children) -> None:
    before = children()
    worker.stop()
    with pytest.raises(Died):
        worker.ask(order("echo"))
    assert worker.stopped
    assert children() == before
