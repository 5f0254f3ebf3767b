import threading
from typing import Any

from paperdesk.domain.errors import DiskFull
from paperdesk.infra.lock import FileLock
from paperdesk.search.here import SearchHere
from tests.clock import own_time

Books = Any


def here(books: Books) -> SearchHere:
    return SearchHere(books.home, books.database, books.pages.start)


def test_a_search_indexes_what_waits_and_answers(books: Books) -> None:
    books.file(books.paper("Cat"), ["a cat on a page"])
    answer = here(books).search("cat")
    assert [hit.kind.value for hit in answer.hits] == ["paper", "page"]
    assert (books.pages.started, books.pages.closed) == (1, 1)


def test_a_limit_is_kept(books: Books) -> None:
    for number in range(20):
        books.paper(f"Cat {number}")
    assert len(here(books).search("cat", 7).hits) == 7
    assert len(here(books).search("cat").hits) == 20


def test_while_another_process_writes_the_index_answers_as_it_is(
    books: Books, monkeypatch: Any
) -> None:
    monkeypatch.setattr("paperdesk.search.here.PATIENCE", 0.3)
    books.paper("Cat")
    books.index()
    books.paper("Another cat")
    other = FileLock(books.home.index / "lock")
    assert other.take()
    begun = own_time()
    answer = here(books).search("cat")
    assert own_time() - begun < 2
    assert ([hit.title for hit in answer.hits], answer.waiting) == (["Cat"], 1)
    other.release()


def test_a_rebuild_waits_its_turn(books: Books) -> None:
    books.paper("Cat")
    books.index()
    other = FileLock(books.home.index / "lock")
    assert other.take()
    timer = threading.Timer(0.3, other.release)
    timer.start()
    assert here(books).drain(rebuild=True) == 0
    timer.join()
    assert books.titles("cat") == ["Cat"]


def test_where_nothing_can_be_indexed_that_is_told_and_the_rest_found(
    books: Books, monkeypatch: Any
) -> None:
    books.paper("Cat")
    books.index()
    books.paper("Another cat")
    with monkeypatch.context() as full:
        full.setattr(SearchHere, "drain", refuse)
        asked = here(books)
        answer = asked.search("cat")
    assert ([hit.title for hit in answer.hits], answer.waiting) == (["Cat"], 1)
    assert asked.trouble == "The disk is full."
    assert here(books).search("cat").waiting == 0


def refuse(*_: object) -> int:
    raise DiskFull("The disk is full.")
