from typing import Any

from paperdesk.search.searcher import Searcher

Books = Any


def test_without_an_index_there_are_no_hits_yet(books: Books) -> None:
    books.paper("Cat")
    answer = books.find("cat")
    assert (answer.hits, answer.waiting) == ((), 1)


def test_what_is_indexed_later_is_found_by_the_same_searcher(books: Books) -> None:
    books.paper("Cat")
    books.index()
    assert books.titles("cat") == ["Cat"]
    for number in range(30):
        books.paper(f"Another cat {number}")
        books.index()
        assert len(books.find("cat").hits) == number + 2


def test_a_commit_that_is_not_finished_is_not_waited_for(books: Books) -> None:
    books.paper("Cat")
    books.index()
    assert books.titles("cat") == ["Cat"]
    before = set(books.home.index.rglob("lexicon-*"))
    books.paper("Dog")
    books.index()
    (new,) = set(books.home.index.rglob("lexicon-*")) - before
    new.unlink()
    assert books.titles("cat") == ["Cat"]
    assert books.titles("dog") == []
    books.paper("Fish")
    books.index()
    assert books.titles("dog") == ["Dog"]


def test_damage_that_a_question_meets_is_struck_out(books: Books) -> None:
    books.paper("Cat and dog")
    books.index()
    for path in books.home.index.rglob("*.pst"):
        path.write_bytes(b"")
    assert books.titles("dog") == []
    books.index()
    assert books.titles("dog") == ["Cat and dog"]


def test_reading_ahead_comes_to_an_end(books: Books) -> None:
    assert not books.searcher.warm()
    for number in range(250):
        books.paper(f"Cat {number}")
    books.index()
    steps = 0
    while books.searcher.warm():
        steps += 1
    assert steps > 200
    assert not books.searcher.warm()


def test_the_first_search_after_a_paper_is_gone_finds_the_others(books: Books) -> None:
    gone = books.paper("Cat one")
    books.paper("Cat two")
    books.index()
    books.connection.execute("DELETE FROM paper WHERE id = ?", (gone,))
    books.index()
    fresh = Searcher(books.home, books.database.read())
    assert [hit.title for hit in fresh.search("cat", 5, typing=False).hits] == ["Cat two"]
    fresh.close()
