from paperdesk.domain.typed import MATHS, Run
from paperdesk.reader.columns import Row
from paperdesk.reader.equations import equations


def row(left: float, top: float, *runs: Run, bottom: float = 0.0) -> Row:
    box = (left, top, left + 100, bottom or top + 10)
    return Row(box, 10.0, runs, (50.0, 300.0), 0)


SUM = row(120, 100, Run("E = mc", MATHS), Run("2"))


def test_a_row_of_mathematics_set_apart_is_one() -> None:
    assert equations([SUM], 10.0) == {SUM}


def test_a_line_of_text_with_mathematics_is_none() -> None:
    inline = row(50, 100, Run("we let x be the ", 0), Run("α+β", MATHS))
    assert equations([inline], 10.0) == frozenset()


def test_what_hangs_over_an_equation_belongs_to_it() -> None:
    limit, number = row(140, 95, Run("n−1")), row(200, 102, Run("(7)"))
    assert equations([limit, SUM, number], 10.0) == {limit, SUM, number}


def test_a_tall_symbol_in_a_line_is_none() -> None:
    prose = row(50, 100, Run("where the integral"))
    assert equations([prose, row(160, 96, Run("∫ dx", MATHS), bottom=114)], 10.0) == frozenset()


def test_a_numbered_row_with_an_equals_sign_is_one_in_any_font() -> None:
    plain = row(120, 100, Run("d = a + b log(n) (1)"))
    assert equations([plain], 10.0) == {plain}
