from paperdesk.ui.list.headings import Headings


def test_a_group_of_latecomers_is_counted_to_its_end() -> None:
    late = Headings()
    late.begin(4, "nine")
    late.begin(6, "nine")
    late.begin(7, "ten")
    assert late.starts() == (4, 7)
    assert [late.heading(row, 1_009) for row in (0, 4, 6, 7)] == [
        "", "3 added since nine", "", "1,002 added since ten"
    ]  # fmt: skip


def test_of_an_empty_group_nothing_is_left() -> None:
    late = Headings()
    late.begin(4, "nine")
    late.clear()
    assert (late.starts(), late.heading(4, 9)) == ((), "")


def test_a_group_is_said_above_its_first_row_and_late_ones_below_all() -> None:
    said = Headings()
    said.group({0: "Inbox · 2", 2: "Later · 3"})
    said.begin(5, "nine")
    assert (said.starts(), said.late()) == ((0, 2, 5), (5,))
    assert [said.heading(row, 6) for row in range(6)] == [
        "Inbox · 2", "", "Later · 3", "", "", "1 added since nine"
    ]  # fmt: skip


def test_groups_move_up_where_rows_are_taken_out() -> None:
    said = Headings()
    said.group({0: "A", 3: "B", 5: "C"})
    said.without({1, 4})
    assert [said.heading(row, 4) for row in range(4)] == ["A", "", "B", "C"]
