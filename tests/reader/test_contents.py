"""The tree that an outline makes, and where one is in it."""

import pytest

from paperdesk.domain.pages import OutlineItem
from paperdesk.reader.contents import Contents, Spot, useful

ITEMS = (
    OutlineItem(1, "1 Introduction", 0, 100.0),
    OutlineItem(1, "2 Méthod", 1, 50.0),
    OutlineItem(2, "2.1 Data", 1, 300.0),
    OutlineItem(3, "2.1.1 Sources", 2, 10.0),
    OutlineItem(1, "Part without a place", -1),
    OutlineItem(1, "3 Results", 4, 200.0),
)


@pytest.fixture
def contents() -> Contents:
    return Contents(ITEMS)


def test_levels_make_a_tree(contents: Contents) -> None:
    assert contents.roots == [0, 1, 4, 5]
    assert contents.children[1] == [2]
    assert contents.path(3) == (1, 2, 3)


def test_a_level_that_is_skipped_does_not_count() -> None:
    skipping = Contents((OutlineItem(2, "a", 0), OutlineItem(5, "b", 0), OutlineItem(1, "c", 0)))
    assert skipping.parents == [-1, 0, -1]


@pytest.mark.parametrize(
    ("page", "top", "section"), [(0, 50, -1), (0, 100, 0), (1, 299, 1), (3, 0, 3), (9, 0, 5)]
)
def test_the_section_is_the_last_that_has_begun(
    contents: Contents, page: int, top: float, section: int
) -> None:
    assert contents.section(Spot(page, top)) == section


def test_of_two_columns_the_right_one_goes_on_higher_up() -> None:
    columns = Contents((OutlineItem(1, "left", 0, 500.0), OutlineItem(1, "right", 0, 90.0)))
    assert columns.section(Spot(0, 600.0)) == 1


@pytest.mark.parametrize(
    ("left", "top", "section"),
    [(60.0, 80.0, 0), (60.0, 600.0, 1), (310.0, 80.0, 1), (310.0, 95.0, 2), (310.0, 600.0, 2)],
)
def test_a_section_of_the_right_column_has_not_begun_in_the_left_one(
    left: float, top: float, section: int
) -> None:
    columns = Contents(
        (
            OutlineItem(1, "before", 0, 50.0, 54.0),
            OutlineItem(1, "left", 1, 500.0, 54.0),
            OutlineItem(1, "right", 1, 90.0, 306.0),
        )
    )
    assert columns.section_beside(Spot(1, top, left), 300.0) == section


def test_steps_pass_over_what_leads_nowhere(contents: Contents) -> None:
    assert [contents.next_to(3, 1), contents.next_to(5, -1)] == [5, 3]
    assert [contents.next_to(5, 1), contents.next_to(0, -1), contents.next_to(-1, 1)] == [-1, -1, 0]


def test_a_section_ends_where_the_next_of_its_level_begins(contents: Contents) -> None:
    assert contents.end(0) == ITEMS[1]
    assert contents.end(1) == ITEMS[5]
    assert contents.end(5) is None
    assert contents.start() == ITEMS[0]


def test_titles_are_found_by_words_without_accents(contents: Contents) -> None:
    assert contents.having("metho 2") == {1}
    assert contents.having("nothing") == set()


def test_a_long_tree_opens_only_while_its_rows_are_few() -> None:
    long = [OutlineItem(1 + (n % 100 > 0), str(n), n) for n in range(1000)]
    assert Contents(long).opened() == set()
    assert Contents(ITEMS).opened() == {1, 2}


def test_an_outline_with_one_place_is_of_no_use() -> None:
    assert useful(ITEMS, 5)
    assert not useful(ITEMS[:1], 5)
    assert not useful((OutlineItem(1, "a", -1), OutlineItem(1, "b", -1)), 5)


def test_ten_thousand_lines_are_taken_in_at_once() -> None:
    deep = Contents([OutlineItem(min(n + 1, 12), str(n), n) for n in range(10_000)])
    assert len(deep.path(9_999)) == 12
    assert deep.section(Spot(5_000, 0.0)) == 5_000
