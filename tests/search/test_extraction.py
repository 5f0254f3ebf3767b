import logging
from pathlib import Path
from typing import Any, cast

import pytest

from paperdesk.domain.errors import Locked
from paperdesk.search.extraction import AT_A_TIME, FORGIVEN, ClosablePages, Extraction, File
from paperdesk.search.texts import Texts

Books = Any


def extraction(books: Books) -> tuple[Extraction, Texts]:
    texts = Texts(books.home.cache / "pages.db")
    return Extraction(texts, books.pages.start), texts


def book(name: str, pages: int) -> File:
    return File(1, 1, Path(name), "digest", pages)


def test_a_long_book_is_read_in_turns(books: Books) -> None:
    books.pages.texts["long.pdf"] = [f"page {number}" for number in range(AT_A_TIME + 3)]
    reads, texts = extraction(books)
    long = book("long.pdf", AT_A_TIME + 3)
    assert not reads.go_on(long)
    assert len(books.pages.asked) == AT_A_TIME
    assert reads.go_on(long)
    assert reads.go_on(long)
    assert texts.pages(1, AT_A_TIME, 9) == ["page 16", "page 17", "page 18"]
    assert len(books.pages.asked) == AT_A_TIME + 3
    texts.close()


def test_a_page_that_cannot_be_read_is_empty(
    books: Books, caplog: pytest.LogCaptureFixture
) -> None:
    books.pages.texts["odd.pdf"] = ["one", None, "three"]
    reads, texts = extraction(books)
    with caplog.at_level(logging.WARNING):
        assert reads.go_on(book("odd.pdf", 3))
    assert texts.pages(1, 0, 9) == ["one", "", "three"]
    assert "Page 2 of odd.pdf has no text" in caplog.text
    texts.close()


def test_a_file_that_fails_and_fails_is_left_alone(
    books: Books, caplog: pytest.LogCaptureFixture
) -> None:
    books.pages.texts["bad.pdf"] = [None] * 10
    reads, texts = extraction(books)
    with caplog.at_level(logging.WARNING):
        assert reads.go_on(book("bad.pdf", 10))
    assert len(books.pages.asked) == FORGIVEN
    assert "The text of bad.pdf cannot be read" in caplog.text
    texts.close()


def test_workers_live_only_while_pages_are_read(books: Books) -> None:
    books.pages.texts["a.pdf"] = ["one"]
    reads, texts = extraction(books)
    reads.close()
    assert (books.pages.started, books.pages.closed) == (0, 0)
    reads.go_on(book("a.pdf", 1))
    reads.close()
    reads.close()
    assert (books.pages.started, books.pages.closed) == (1, 1)
    texts.close()


class LockedPages:
    """Workers that open one PDF with one password only."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def call(self, request: Any, *, timeout: float = 60.0) -> str:
        self.asked.append(request.document.password)
        if request.document.password != "geheim":
            raise Locked("It wants a password.")
        return "behind the lock"

    def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("remembered", "found"), [("geheim", "behind the lock"), ("wrong", ""), ("", "")]
)
def test_a_locked_book_is_read_with_the_password_that_is_remembered(
    books: Books, remembered: str, found: str, caplog: pytest.LogCaptureFixture
) -> None:
    texts, pages, recalled = Texts(books.home.cache / "pages.db"), LockedPages(), []

    def recall(path: Path) -> str:
        recalled.append(path)
        return remembered

    reads = Extraction(texts, lambda: cast(ClosablePages, pages), recall)
    with caplog.at_level(logging.ERROR):
        assert reads.go_on(book("locked.pdf", 2))
    assert texts.pages(1, 0, 9) == [found, found]
    assert recalled == [Path("locked.pdf")]
    texts.close()
