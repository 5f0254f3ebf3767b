"""An index that has less or more than the library is found out; one that lags behind is not."""

import pytest

from paperdesk.search import checking
from paperdesk.search.editions import Editions
from tests.search.conftest import Books


def fits(books: Books) -> bool | None:
    return checking.fits(books.home, books.database.read())


@pytest.fixture
def indexed(books: Books) -> Books:
    paper = books.paper("Words")
    books.note(paper, "mine")
    books.note(books.paper("More"), " \n")
    books.highlight("h", paper, "marked")
    books.index()
    return books


def test_an_index_that_is_not_made_yet_is_not_wrong(books: Books) -> None:
    books.paper("Words")
    assert fits(books) is None


def test_an_index_with_all_of_it_fits(indexed: Books) -> None:
    assert fits(indexed) is True


def test_one_that_lags_behind_is_not_wrong(indexed: Books) -> None:
    indexed.paper("New")
    assert fits(indexed) is None


def test_one_that_lacks_something_is_found_out(indexed: Books) -> None:
    indexed.paper("New")
    indexed.change("DELETE FROM waiting")
    assert fits(indexed) is False


def test_one_that_has_too_much_is_found_out(indexed: Books) -> None:
    indexed.change("DELETE FROM note WHERE text = 'mine'")
    indexed.change("DELETE FROM waiting")
    assert fits(indexed) is False


def test_one_whose_files_are_damaged_is_found_out(indexed: Books) -> None:
    editions = Editions(indexed.home.index)
    current = editions.state().current
    assert current is not None
    for file in editions.path(current).glob("*.toc"):
        file.write_bytes(b"nothing")
    assert fits(indexed) is False
