from paperdesk.commands import columns
from paperdesk.commands.desk import Desk
from paperdesk.domain.shelf import Group
from tests.commands.conftest import Screen


def test_the_list_becomes_a_table(desk: Desk, screen: Screen) -> None:
    columns.toggle_table(desk)
    assert screen.told == [("toggle",)]


def test_columns_are_offered_with_a_mark_where_they_are_shown(desk: Desk, screen: Screen) -> None:
    columns.choose_columns(desk)
    ((_, _, options, taken),) = screen.told
    assert options == ["✓ Title", "– Bits"]
    taken("– Bits")
    assert screen.told[1:] == [("toggle_column", "Bits")]


def test_it_is_sorted_by_the_column_of_the_cursor(desk: Desk, screen: Screen) -> None:
    columns.sort_here(desk)
    assert screen.told == [("sort_by", "Title")]


def test_it_is_sorted_by_a_column_that_is_chosen(desk: Desk, screen: Screen) -> None:
    columns.choose_sort(desk)
    ((_, _, options, taken),) = screen.told
    assert options == ["Title", "Bits"]
    taken("Bits")
    assert screen.told[1:] == [("sort_by", "Bits")]


def test_it_is_sorted_further_by_a_column_and_the_order_of_the_others_is_said(
    desk: Desk, screen: Screen
) -> None:
    screen.picks = ["Title"]
    columns.choose_further(desk)
    ((_, options),) = screen.offered
    assert [(option.title, option.remark) for option in options] == [("Title", ""), ("Bits", "1.")]
    assert screen.told == [("sort_further", "Title")]


def test_the_column_of_the_cursor_moves(desk: Desk, screen: Screen) -> None:
    columns.move_left(desk)
    columns.move_right(desk)
    assert screen.told == [("move_column", "Title", -1), ("move_column", "Title", 1)]


def test_every_way_to_group_is_offered_and_the_one_of_now_said(desk: Desk, screen: Screen) -> None:
    screen.picks = ["By state"]
    columns.choose_group(desk)
    ((_, options),) = screen.offered
    assert [option.title for option in options if option.remark] == ["By year"]
    assert set(columns.GROUPS.values()) == {None, *Group}
    assert screen.told == [("group_by", Group.STATE)]
