"""A request on its way: what goes wrong becomes a sentence, and is remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.pages import Document, Find, Render
from paperdesk.pdfworker.errands import Errands
from paperdesk.pdfworker.kept import Kept
from paperdesk.pdfworker.limits import Limits
from paperdesk.pdfworker.pictures import Gallery
from paperdesk.pdfworker.worker import Worker

PAPER = Document(Path("x"))


@pytest.fixture
def worker(fake: list[str]) -> Iterator[Worker]:
    worker = Worker(fake, Limits(seconds=1.0))
    yield worker
    worker.close()


@pytest.mark.parametrize(
    ("order", "sentence"),
    [("die", "stopped over it"), ("lie", "stopped over it"), ("hang", "more than 1 s")],
)
def test_every_fault_is_a_sentence(worker: Worker, order: str, sentence: str) -> None:
    with pytest.raises(BadDocument, match=sentence):
        Errands(Gallery(Limits()), Kept(None)).run(Find(PAPER, order, 0, 0), worker)


def test_what_did_harm_twice_is_not_sent_again(worker: Worker) -> None:
    errands = Errands(Gallery(Limits()), Kept(None))
    for _ in range(2):
        with pytest.raises(BadDocument):
            errands.run(Find(PAPER, "lie", 0, 0), worker)
    worker.start()
    with pytest.raises(BadDocument, match="twice"):
        errands.run(Find(PAPER, "lie", 0, 0), worker)
    assert errands.run(Find(PAPER, "echo", 1, 1), worker)


def test_a_worker_that_was_stopped_is_not_held_against_the_page(worker: Worker) -> None:
    errands = Errands(Gallery(Limits()), Kept(None))
    worker.stop()
    for _ in range(3):
        with pytest.raises(BadDocument) as failure:
            errands.run(Find(PAPER, "echo", 0, 0), worker)
        assert "twice" not in str(failure.value)


def test_a_file_that_changed_while_it_was_read_did_no_harm(worker: Worker, tmp_path: Path) -> None:
    """The fake writes its log into the folder that it takes for the file, then dies."""
    errands = Errands(Gallery(Limits()), Kept(None))
    with pytest.raises(BadDocument, match="changed while it was read"):
        errands.run(Find(Document(tmp_path), "die", 0, 0), worker)
    for _ in range(2):
        with pytest.raises(BadDocument, match="stopped over it"):
            errands.run(Find(Document(tmp_path), "die", 0, 0), worker)


def test_memory_of_a_lying_worker_is_let_go(worker: Worker) -> None:
    gallery = Gallery(Limits())
    for page in (0, 1):
        with pytest.raises(BadDocument):
            Errands(gallery, Kept(None)).run(Render(PAPER, page, 1.0), worker)
    assert gallery.leased == 0
    assert gallery.offer() is None
