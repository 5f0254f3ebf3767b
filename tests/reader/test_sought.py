"""What is sought, and in which part of the paper."""

import pytest

from paperdesk.domain.pages import Match, OutlineItem, PageSize
from paperdesk.reader.contents import Contents
from paperdesk.reader.sought import WHOLE, Scope, Sought, section_scope, taken_apart

PAGES = tuple(PageSize(600.0, 800.0, label) for label in ("i", "ii", "1", "2", "3"))
PLAIN = Contents((OutlineItem(1, "One", 1, 100.0), OutlineItem(1, "Two", 3, 300.0)))
COLUMNS = Contents(
    (
        OutlineItem(1, "One", 0, 100.0, 50.0),
        OutlineItem(1, "Two", 0, 500.0, 50.0),
        OutlineItem(1, "Three", 0, 200.0, 310.0),
        OutlineItem(1, "Four", 0, 600.0, 310.0),
    )
)


def at(page: int, top: float, left: float = 60.0) -> Match:
    return Match(page, ((left, top, left + 30, top + 10),))


@pytest.mark.parametrize(
    ("typed", "text", "pages"),
    [
        (" spam ", "spam", (0, 4)),
        ("<ii, 2> spam", "spam", (1, 3)),
        ("<2,ii>spam", "spam", (1, 3)),
        ("<3> a b", "a b", (4, 4)),
        ("<1, 99> spam", "<1, 99> spam", (0, 4)),
        ("<b>", "<b>", (0, 4)),
        ("a < b > c", "a < b > c", (0, 4)),
    ],
)
def test_pages_are_named_in_angle_brackets(typed: str, text: str, pages: tuple[int, int]) -> None:
    found, scope = taken_apart(typed, PAGES, PLAIN, -1)
    covered = scope.pages(len(PAGES))
    assert (found, (covered[0], covered[-1])) == (text, pages)


def test_the_part_is_named() -> None:
    assert taken_apart("<ii, 2> x", PAGES, PLAIN, 0)[1].name == "pages ii to 2"
    assert taken_apart("<2> x", PAGES, PLAIN, 0)[1].name == "page 2"
    assert taken_apart("§ x", PAGES, PLAIN, 0) == ("x", section_scope(PAGES, PLAIN, 0))
    assert taken_apart("x", PAGES, PLAIN, 0)[1] == WHOLE


def test_a_section_ends_in_the_middle_of_a_page() -> None:
    scope = section_scope(PAGES, PLAIN, 0)
    assert (scope.name, scope.first, scope.last) == ("One", 1, 3)
    held = [at(1, 50), at(1, 120), at(2, 10), at(3, 250), at(3, 350), at(4, 0)]
    assert [scope.holds(match) for match in held] == [False, True, True, True, False, False]


def test_the_last_section_ends_with_the_paper() -> None:
    assert section_scope(PAGES, PLAIN, 1).holds(at(4, 790))


def test_before_the_first_section_there_is_a_part_too() -> None:
    scope = section_scope(PAGES, PLAIN, -1)
    assert scope.name == "the front matter"
    assert [scope.holds(at(0, 5)), scope.holds(at(1, 50)), scope.holds(at(1, 120))] == [
        True,
        True,
        False,
    ]
    assert section_scope(PAGES, Contents(), -1).holds(at(4, 790))


def test_of_two_columns_the_right_one_comes_later() -> None:
    two = section_scope(PAGES, COLUMNS, 1)
    held = [at(0, 450), at(0, 550), at(0, 150, 330.0), at(0, 250, 330.0)]
    assert [two.holds(match) for match in held] == [False, True, True, False]


def test_more_letters_narrow_and_nothing_else_does() -> None:
    assert Sought("spam").narrows(Sought("spa"))
    assert Sought("Spam", case=True).narrows(Sought("Spa", case=True))
    for other in (Sought(""), Sought("spa", case=True), Sought("pam"), Sought("spa", words=True)):
        assert not Sought("spam").narrows(other)
    assert not Sought("spa|m", regex=True).narrows(Sought("spa", regex=True))


def test_the_whole_paper_holds_everything() -> None:
    assert WHOLE.holds(at(99, 5))
    assert WHOLE.pages(5) == range(5)
    assert Scope("one", 2, 2).pages(5) == range(2, 3)
