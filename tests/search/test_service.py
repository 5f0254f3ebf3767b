import os
import queue
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from paperdesk.domain.events import IndexChanged
from paperdesk.domain.hit import Answer
from paperdesk.domain.query import Term
from paperdesk.infra.bus import Bus, at_once
from paperdesk.search import Search, sifting

Books = Any
COMMAND = (sys.executable, "-m", "paperdesk.search")
PATIENCE = 30.0


class Asker:
    """A window that waits for what it asked."""

    def __init__(self, books: Books, bus: Bus) -> None:
        self.changes: queue.Queue[IndexChanged] = queue.Queue()
        bus.listen(IndexChanged, self.changes.put)
        self.search = Search(COMMAND, at_once, bus)
        self.books = books

    def find(self, text: str) -> Answer:
        answers: queue.Queue[Answer] = queue.Queue()
        self.search.ask(text, answers.put)
        return answers.get(timeout=PATIENCE)

    def idle(self) -> None:
        while self.changes.get(timeout=PATIENCE).waiting or self.search.building:
            pass


@pytest.fixture
def asker(books: Books, bus: Bus) -> Iterator[Asker]:
    asker = Asker(books, bus)
    yield asker
    asker.search.close()


def test_the_process_starts_with_the_first_question_and_ends_when_closed(asker: Asker) -> None:
    asker.books.paper("Cat")
    processes = [asker.search.process]
    asker.find("cat")
    processes.append(asker.search.process)
    asker.idle()
    assert [hit.title for hit in asker.find("cat").hits] == ["Cat"]
    asker.search.close()
    processes.append(asker.search.process)
    assert [process is None for process in processes] == [True, False, True]


def test_only_the_newest_question_is_answered(asker: Asker) -> None:
    answered = []
    for text in ("a", "ab", "abc"):
        asker.search.ask(text, lambda _, text=text: answered.append(text))  # type: ignore[misc]
    asker.find("abcd")
    assert answered == []


def test_a_question_can_be_forgotten(asker: Asker) -> None:
    answered: list[Answer] = []
    asker.search.ask("cat", answered.append)
    asker.search.forget()
    time.sleep(1.0)
    assert answered == []


def test_a_killed_process_comes_back_and_finds_everything(asker: Asker) -> None:
    for number in range(300):
        asker.books.paper(f"Cat number{number}", abstract="some words " * 40)
    asker.find("cat")
    victim = asker.search.process
    assert victim is not None
    os.kill(victim, signal.SIGKILL)
    asker.find("cat")
    assert asker.search.process != victim
    asker.idle()
    assert asker.find("number299").hits[0].title == "Cat number299"


def test_a_question_asked_before_the_fall_is_answered_after_it(asker: Asker) -> None:
    asker.find("x")
    victim = asker.search.process
    assert victim is not None
    os.kill(victim, signal.SIGSTOP)
    answers: queue.Queue[Answer] = queue.Queue()
    asker.search.ask("cat", answers.put)
    os.kill(victim, signal.SIGKILL)
    answers.get(timeout=PATIENCE)


def test_the_process_ends_with_its_parent(asker: Asker) -> None:
    asker.find("x")
    child = asker.search.process
    assert child is not None
    asker.search._process.stdin.close()  # type: ignore[union-attr]
    end = time.monotonic() + PATIENCE
    while asker.search.process == child and time.monotonic() < end:
        time.sleep(0.05)
    assert asker.search.process != child


def test_told_to_build_anew_it_does(asker: Asker) -> None:
    asker.books.paper("Cat")
    asker.find("cat")
    asker.idle()
    asker.search.pause()
    asker.search.resume()
    asker.search.rebuild()
    asker.search.wake()
    asker.idle()
    assert [hit.title for hit in asker.find("cat").hits] == ["Cat"]


def test_papers_are_told_of_words_to_all_who_ask(asker: Asker) -> None:
    for title in ("Cats", "A dog and a cat", "Fish"):
        asker.books.paper(title)
    asker.find("cat")
    asker.idle()
    with ThreadPoolExecutor(4) as pool:
        asked = [[Term("cat"), Term("dog", "title")], [Term("fish")]] * 10
        told = list(pool.map(asker.search.papers, asked))
    lists = [{term.value: sorted(papers) for term, papers in (one or {}).items()} for one in told]
    assert lists == [{"cat": [1, 2], "dog": [2]}, {"fish": [3]}] * 10


def test_nobody_waits_for_an_index_that_does_not_run_or_has_fallen(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asker.search.papers([Term("cat")]) is None
    asker.books.paper("Cat")
    asker.find("cat")
    asker.idle()
    process = asker.search.process
    assert process is not None
    monkeypatch.setattr(sifting, "SIFTED", PATIENCE)
    os.kill(process, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as pool:
        told = pool.submit(asker.search.papers, [Term("cat")])
        os.kill(process, signal.SIGKILL)
        assert told.result(PATIENCE / 2) is None


def test_a_list_waits_only_so_long(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    asker.books.paper("Cat")
    asker.find("cat")
    process = asker.search.process
    assert process is not None
    monkeypatch.setattr(sifting, "SIFTED", 0.2)
    os.kill(process, signal.SIGSTOP)
    assert asker.search.papers([Term("cat")]) is None
    os.kill(process, signal.SIGCONT)
