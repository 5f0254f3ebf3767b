from typing import Any

from paperdesk.infra.jobs import nothing
from paperdesk.search.documents import Document
from paperdesk.search.reading import batch_of
from paperdesk.search.waiting import Item

Books = Any


def read(books: Books, kind: str, ref: object) -> list[Document]:
    return list(batch_of(books.database.read(), [Item(kind, str(ref), (1,))], nothing).documents)


def test_a_paper_is_read_with_its_authors_and_names(books: Books) -> None:
    authors = ("Zoe Last", "Adam First")
    paper = books.paper("Title", abstract="Abstract", authors=authors, arxiv="2503.01234")
    (document,) = read(books, "paper", paper)
    assert document.texts == {
        "title": "Title",
        "authors": "Zoe Last\nAdam First",
        "abstract": "Abstract",
        "text": "2503.01234 key0",
    }


def test_a_highlight_knows_its_page_and_its_comment(books: Books) -> None:
    paper = books.paper("Title")
    books.highlight("h1", paper, "passage", page=4)
    books.change("UPDATE highlight SET comment = 'why'")
    (document,) = read(books, "highlight", "h1")
    assert (document.page, document.ref, document.paper) == (5, "h1", paper)
    assert document.texts["text"] == "passage\nwhy"


def test_what_has_gone_is_taken_away(books: Books) -> None:
    paper = books.paper("Title")
    books.note(paper, "  \n")
    books.highlight("h1", paper, "passage")
    books.change("UPDATE highlight SET trashed = 1")
    assert read(books, "note", paper) == read(books, "highlight", "h1") == []
    batch = batch_of(books.database.read(), [Item("paper", "99", (1,))], nothing)
    assert list(batch.gone) == ["0:99"]
    assert list(batch.documents) == []


def test_before_each_document_the_urgent_goes_first(books: Books) -> None:
    items = [Item("paper", str(books.paper(title)), (1,)) for title in "ab"]
    breaths: list[int] = []
    batch = batch_of(books.database.read(), items, lambda: breaths.append(1))
    assert breaths == []
    assert len(list(batch.documents)) == len(breaths) == 2


def test_a_passage_over_pages_is_found_by_all_of_its_words(books: Books) -> None:
    paper = books.paper("Title")
    books.highlight("h1", paper, "an exam-")
    books.change("""UPDATE highlight SET rest = '[{"page": 1, "text": "ple of it"}]'""")
    (document,) = read(books, "highlight", "h1")
    assert document.texts["text"] == "an example of it\n"
