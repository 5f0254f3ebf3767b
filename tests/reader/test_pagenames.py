"""Pages by what is printed on them."""

import pytest

from paperdesk.domain.pages import PageSize
from paperdesk.reader.pagenames import page_called, span

BOOK = tuple(PageSize(1, 1, label) for label in ("i", "ii", "1", "2", "3", "A-1"))
PLAIN = (PageSize(1, 1),) * 4


@pytest.mark.parametrize(
    ("name", "page"),
    [("ii", 1), ("II", 1), (" 1 ", 2), ("a-1", 5), ("6", 5), ("7", None), ("x", None), ("", None)],
)
def test_a_label_wins_over_a_number(name: str, page: int | None) -> None:
    assert page_called(BOOK, name) == page


@pytest.mark.parametrize(("name", "page"), [("1", 0), ("4", 3), ("0", None), ("٣", None)])
def test_without_labels_numbers_count(name: str, page: int | None) -> None:
    assert page_called(PLAIN, name) == page


def test_the_span_is_said_in_labels_and_numbers() -> None:
    assert span(BOOK) == "i to A-1, or 1 to 6"
    assert span(PLAIN) == "1 to 4"
    assert span(()) == "no pages"
