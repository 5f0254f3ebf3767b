"""Words are counted by page, and the references found by their heading."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from paperdesk.domain.pages import Document, Request
from paperdesk.domain.wordcount import NO_END, Count, PageCount

Answer = Callable[[Request[Any]], Any]
Counted = Callable[..., tuple[PageCount, ...]]


@pytest.fixture
def counted(answer: Answer, tmp_path: Path) -> Counted:
    """Write a text on each page, and count its words."""

    def count(*texts: str, first: int = 0, last: int = 99) -> tuple[PageCount, ...]:
        source = pymupdf.open()
        for text in texts:
            source.new_page(width=600, height=800).insert_text((50, 50), text)
        source.save(tmp_path / "page.pdf")
        found = answer(Count(Document(tmp_path / "page.pdf"), first, last))
        assert isinstance(found, tuple)
        return found

    return count


def test_signs_and_numbers_are_no_words(counted: Counted) -> None:
    assert counted("We let x = 3.14 be the length of a curve.") == (PageCount(7, NO_END),)


@pytest.mark.parametrize("heading", ["References", "REFERENCES", "7 References", "Bibliography:"])
def test_the_references_begin_at_their_heading(counted: Counted, heading: str) -> None:
    text = f"What was shown before.\n{heading}\nErdos, On primes."
    assert counted(text)[0].before == 4


def test_a_sentence_about_references_begins_none(counted: Counted) -> None:
    assert counted("References are many.\nWe follow the references")[0].before == NO_END


def test_only_the_pages_asked_for_are_counted(counted: Counted) -> None:
    assert counted("one", "two words", "now three words", first=1, last=1) == (PageCount(2),)
    assert counted("one", first=5, last=9) == ()


def test_an_empty_page_has_no_words(counted: Counted) -> None:
    assert counted("") == (PageCount(0),)
