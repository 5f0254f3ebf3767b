import errno
import io
import json
import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import Mock

import pytest

from paperdesk.search import child, wire
from paperdesk.search.child import Inbox, IndexProcess, Question
from paperdesk.search.drain import Drain

Books = Any
PATIENCE = 20.0


class Talk:
    """An index process in threads of this one, and both ends of its pipes."""

    def __init__(self, books: Books) -> None:
        self._books = books
        incoming, to_it = os.pipe()
        from_it, outgoing = os.pipe()
        self._received = os.fdopen(incoming, "rb")
        self._to_it = os.fdopen(to_it, "wb")
        self._from_it = os.fdopen(from_it, "rb")
        self._output = os.fdopen(outgoing, "wb")
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        process = IndexProcess(books.home, books.pages.start, self._output)
        self._thread = threading.Thread(target=process.run, args=(self._received,))
        self._ear = threading.Thread(target=self._hear)
        self._thread.start()
        self._ear.start()

    def say(self, **message: object) -> None:
        self._to_it.write(wire.line(message))
        self._to_it.flush()

    def ask(self, number: int, text: str) -> None:
        self.say(do="ask", id=number, text=text, limit=10, typing=False)

    def until(self, met: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while True:
            message = self.heard.get(timeout=max(0.01, end - time.monotonic()))
            if met(message):
                return message

    def idle(self) -> None:
        """Wait until nothing waits and no index is being built."""
        self.say(do="wake")
        end = time.monotonic() + PATIENCE
        drain = self._books.drain()
        while drain.needed():
            assert time.monotonic() < end
            time.sleep(0.02)
        drain.close()

    def titles(self, number: int, text: str) -> list[str]:
        self.ask(number, text)
        message = self.until(lambda heard: heard.get("id") == number)
        return [hit["title"] for hit in message["answer"]["hits"]]

    def hang_up(self) -> None:
        self._to_it.close()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        self._output.close()
        self._ear.join(PATIENCE)
        self._from_it.close()
        self._received.close()

    def _hear(self) -> None:
        for line in self._from_it:
            self.heard.put(json.loads(line))


@pytest.fixture
def talk(books: Books) -> Iterator[Talk]:
    talk = Talk(books)
    yield talk
    talk.hang_up()


def test_it_indexes_by_itself_and_says_so(books: Books, talk: Talk) -> None:
    talk.idle()
    talk.say(do="pause")
    books.file(books.paper("Cat"), ["cat on a page"])
    talk.until(lambda message: message.get("waiting") == 2)
    talk.say(do="resume")
    talk.until(lambda message: message.get("waiting") == 0)
    assert talk.titles(1, "cat") == ["Cat", "Cat"]


def test_it_notices_what_nobody_told_it(books: Books, talk: Talk) -> None:
    talk.idle()
    books.paper("Cat")
    time.sleep(1.5)
    assert talk.titles(1, "cat") == ["Cat"]


def test_where_the_disk_takes_nothing_at_first_it_answers_and_begins_later(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def full_once(*arguments: Any) -> Drain:
        tried.append(1)
        if len(tried) == 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        return Drain(*arguments)

    monkeypatch.setattr(child, "Drain", full_once)
    monkeypatch.setattr(child, "TROUBLE", 0.05)
    books.paper("Cat")
    talk = Talk(books)
    talk.idle()
    assert talk.titles(1, "cat") == ["Cat"]
    talk.hang_up()


def test_paused_it_answers_and_indexes_nothing(books: Books, talk: Talk) -> None:
    talk.idle()
    books.paper("Cat")
    talk.idle()
    talk.say(do="pause")
    assert talk.titles(1, "cat") == ["Cat"]
    books.paper("Another cat")
    talk.say(do="wake")
    time.sleep(0.3)
    assert talk.titles(2, "cat") == ["Cat"]
    talk.say(do="resume")
    talk.idle()
    assert len(talk.titles(3, "cat")) == 2


def test_it_builds_anew_when_told(books: Books, talk: Talk) -> None:
    talk.idle()
    books.paper("Cat")
    talk.idle()
    (before,) = (path for path in books.home.index.iterdir() if path.is_dir())
    talk.say(do="rebuild")
    end = time.monotonic() + PATIENCE
    while before.exists():
        assert time.monotonic() < end
        time.sleep(0.02)
    assert talk.titles(1, "cat") == ["Cat"]


def test_a_full_disk_is_said_once_and_taken_back(
    books: Books, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.idle()
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(child, "TROUBLE", 0.05)
    with monkeypatch.context() as patched:
        patched.setattr(Drain, "run", Mock(side_effect=full))
        books.paper("Cat")
        talk.say(do="wake")
        talk.until(lambda message: message.get("trouble") == "the disk is full")
        time.sleep(0.5)
        said = [talk.heard.get_nowait() for _ in range(talk.heard.qsize())]
        assert not any(message["is"] == "status" for message in said)
    talk.until(lambda message: message.get("trouble") == "" and message["waiting"] == 0)
    assert talk.titles(1, "cat") == ["Cat"]


def test_only_the_newest_question_is_kept() -> None:
    inbox = Inbox()
    for number in range(3):
        inbox.put(Question(number, "cat", 10, typing=True))
    question = inbox.take(0)
    assert question is not None
    assert question.id == 2
    assert inbox.take(0.01) is None
    inbox.close()
    assert inbox.closed


def test_a_broken_pipe_ends_it(books: Books) -> None:
    class Broken(io.BytesIO):
        def flush(self) -> None:
            raise BrokenPipeError

    incoming, to_it = os.pipe()
    with os.fdopen(incoming, "rb") as received, os.fdopen(to_it, "wb"):
        process = IndexProcess(books.home, books.pages.start, Broken())
        thread = threading.Thread(target=process.run, args=(received,), daemon=True)
        thread.start()
        thread.join(PATIENCE)
        assert not thread.is_alive()
