"""Marks of a file become passages with the words around them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from paperdesk.domain.annotation import Annotations, FileMark, foreign_name
from paperdesk.domain.note import HighlightId, Kind, Quad
from paperdesk.domain.pages import Document, DocumentInfo, Inspect, PageSize, Word, Words
from paperdesk.reader.infile import A_TIME, anchor, gathered, listed, told_apart


def words(text: str, top: float = 100.0) -> tuple[Word, ...]:
    """Words of one line, ten points a word."""
    return tuple(
        Word((10.0 * at, top, 10.0 * at + 9, top + 10), word, 0, round(top))
        for at, word in enumerate(text.split())
    )


def mark(page: int, *quads: Quad, name: str = "a", kind: Kind = Kind.HIGHLIGHT) -> FileMark:
    return FileMark(page, name, kind, quads, (), (1.0, 1.0, 0.0), "under", "", "", "")


WORDS = words("all you need is attention they say")


def test_a_mark_over_words_has_them_and_what_is_beside() -> None:
    found = anchor(mark(3, (29.0, 99.0, 50.0, 111.0)), WORDS, "iv")
    assert (found.prefix, found.text, found.suffix) == ("all you need", "is attention", "they say")
    assert (found.page, found.label, found.quads) == (3, "iv", ((29.0, 99.0, 50.0, 111.0),))


def test_words_that_are_no_run_are_taken_as_the_file_has_them() -> None:
    column = mark(0, (9.0, 99.0, 20.0, 111.0), (49.0, 99.0, 60.0, 111.0))
    assert anchor(column, WORDS).text == "under"


def test_a_mark_over_no_words_stands_where_it_is() -> None:
    box = (300.0, 300.0, 320.0, 320.0)
    found = anchor(mark(0, box), WORDS)
    assert (found.quads, found.text, found.prefix) == ((box,), "under", "")


def test_a_rectangle_keeps_its_box_whatever_is_below() -> None:
    box = (0.0, 90.0, 100.0, 120.0)
    assert anchor(mark(0, box, kind=Kind.AREA), WORDS).quads == (box,)


def test_a_page_that_was_copied_has_marks_of_the_same_name() -> None:
    names = [one.name for one in told_apart([mark(0), mark(4), mark(4, name="b")])]
    assert names == ["a", "a@5", "b"]


def test_a_mark_of_the_file_is_listed_with_who_made_it_beside_what_was_said() -> None:
    (shown,) = listed(
        [replace(mark(0, (9.0, 99.0, 20.0, 111.0)), author="Ada", comment="Why?")], (), ()
    )
    assert (shown.author, shown.comment) == ("Ada", "Why?")


def test_marks_of_the_file_are_listed_among_ours_until_they_are_ours() -> None:
    found = [mark(0, (9.0, 99.0, 20.0, 111.0)), mark(1, (9.0, 99.0, 20.0, 111.0), name="b")]
    sizes = [PageSize(400, 600, "iv")]
    first, second = listed(found, (), sizes)
    assert (foreign_name(first.id), first.origin, first.text) == ("a", "a", "under")
    assert (first.anchor.label, second.anchor.label) == ("iv", "")
    assert listed(found, [replace(first, id=HighlightId("h1"))], sizes) == (second,)
    assert listed(found, [replace(first, id=HighlightId("b"), origin="a")], sizes) == ()
    assert foreign_name(HighlightId("h1")) == foreign_name(None) == ""


class Workers:
    """A document of many pages with a mark on the last."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self.asked: list[Any] = []

    def call(self, request: Any, *, timeout: float = 60.0) -> Any:
        self.asked.append(request)
        match request:
            case Inspect():
                return DocumentInfo((PageSize(400, 600, "x"),) * self.pages)
            case Words():
                return WORDS
            case Annotations():
                last = self.pages - 1
                box = (9.0, 99.0, 20.0, 111.0)
                return (mark(last, box),) if request.first <= last <= request.last else ()
        raise AssertionError(request)

    def ask(self, *_: object, **__: object) -> Any:
        raise NotImplementedError

    def pardon(self, document: Document, page: int | None = None) -> None:
        """Nothing did harm."""

    def forget(self, document: Document) -> None:
        raise NotImplementedError


def test_a_long_file_is_asked_in_turns_and_words_only_where_there_are_marks() -> None:
    workers, moved = Workers(A_TIME * 2 + 1), list[tuple[int, int]]()
    (found,) = gathered(workers, Document(Path("a.pdf")), lambda *far: moved.append(far))
    assert (found.anchor.text, found.anchor.label) == ("you", "x")
    assert moved == [(0, 41), (20, 41), (40, 41)]
    assert sum(isinstance(request, Words) for request in workers.asked) == 1
