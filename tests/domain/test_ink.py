"""Lines drawn by hand."""

from paperdesk.domain.ink import box, fitted, simpler


def test_a_straight_line_has_two_points() -> None:
    assert simpler([(float(x), 5.0) for x in range(100)]) == ((0.0, 5.0), (99.0, 5.0))


def test_a_corner_is_kept() -> None:
    line = [(float(x), 0.0) for x in range(10)] + [(9.0, float(y)) for y in range(1, 10)]
    assert simpler(line) == ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0))


def test_a_loop_and_a_dot_are_kept() -> None:
    assert simpler([(0, 0), (5, 5), (0, 0)]) == ((0, 0), (5, 5), (0, 0))
    assert simpler([(1.234, 5.678)]) == ((1.23, 5.68),)


def test_lines_go_where_their_box_goes() -> None:
    strokes = (((12.0, 12.0), (22.0, 32.0)),)
    old = box(strokes)
    assert old == (10.0, 10.0, 24.0, 34.0)
    moved = fitted(strokes, old, (110.0, 10.0, 124.0, 34.0))
    assert moved == (((112.0, 12.0), (122.0, 32.0)),)
    assert fitted(strokes, old, (0.0, 0.0, 28.0, 48.0)) == (((4.0, 4.0), (24.0, 44.0)),)
