from paperdesk.reader.boxes import around, tidied


def test_the_box_around_boxes_holds_them_all() -> None:
    assert around([(1, 2, 3, 4), (0, 3, 2, 9)]) == (0, 2, 3, 9)


def test_lines_that_overlap_are_parted_in_the_middle() -> None:
    assert tidied([(0, 0, 100, 14), (0, 10, 100, 24)]) == ((0, 0, 100, 12), (0, 12, 100, 24))


def test_columns_beside_each_other_are_left_alone() -> None:
    boxes = ((0.0, 0.0, 100.0, 14.0), (120.0, 10.0, 220.0, 24.0))
    assert tidied(boxes) == boxes


def test_pieces_of_one_line_are_joined() -> None:
    assert tidied([(0, 0, 40, 10), (46, 0, 100, 10)]) == ((0, 0, 100, 10),)


def test_lines_that_stand_on_their_end_are_lines_of_their_own() -> None:
    whole, half, word = (0.0, 0.0, 10.0, 200.0), (14.0, 0.0, 24.0, 90.0), (28.0, 0.0, 38.0, 9.0)
    assert tidied([whole, half, word]) == (whole, half, word)


def test_a_tall_sign_stands_in_its_line() -> None:
    assert tidied([(0, 10, 40, 20), (42, 0, 52, 30)]) == ((0, 0, 52, 30),)


def test_a_wide_gap_is_no_hole_in_a_line() -> None:
    assert len(tidied([(0, 0, 40, 10), (90, 0, 100, 10)])) == 2


def test_no_boxes_are_no_boxes() -> None:
    assert tidied([]) == ()
