"""The PDFs that are wanted, in their order, whoever looks."""

import pytest

from paperdesk.domain.paper import PaperId
from paperdesk.infra import memory
from paperdesk.infra.changes import Changes
from paperdesk.intake import Queue, Wanted

ONE, TWO, THREE = PaperId(1), PaperId(2), PaperId(3)


@pytest.fixture
def queue(changes: Changes) -> Queue:
    return Queue(changes)


def test_what_is_wanted_first_comes_first_and_only_once(queue: Queue) -> None:
    assert queue.all() == ()
    queue.want([TWO, ONE, TWO])
    queue.want([THREE, ONE])
    assert queue.all() == (Wanted(TWO), Wanted(ONE), Wanted(THREE))


def test_one_that_waits_keeps_its_place(queue: Queue, changes: Changes) -> None:
    queue.want([ONE, TWO])
    queue.want([ONE], paused=True)
    assert Queue(changes).all() == (Wanted(ONE, paused=True), Wanted(TWO))
    queue.want([ONE])
    assert queue.all() == (Wanted(ONE), Wanted(TWO))


def test_what_is_here_is_wanted_no_more(queue: Queue) -> None:
    queue.want([ONE, TWO])
    queue.drop([ONE, THREE])
    assert queue.all() == (Wanted(TWO),)


def test_what_was_kept_by_somebody_else_is_no_queue(queue: Queue, changes: Changes) -> None:
    memory.keep(changes, "downloads", {"a": 1})
    assert queue.all() == ()
