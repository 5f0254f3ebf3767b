from paperdesk.ui.list.late import Latecomers


def test_a_group_of_latecomers_is_counted_to_its_end() -> None:
    late = Latecomers()
    late.begin(4, "nine")
    late.begin(6, "nine")
    late.begin(7, "ten")
    assert late.starts() == (4, 7)
    assert [late.heading(row, 1_009) for row in (0, 4, 6, 7)] == [
        "", "3 added since nine", "", "1,002 added since ten"
    ]  # fmt: skip


def test_of_an_empty_group_nothing_is_left() -> None:
    late = Latecomers()
    late.begin(4, "nine")
    late.clear()
    assert (late.starts(), late.heading(4, 9)) == ((), "")
