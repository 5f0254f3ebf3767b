from paperdesk.domain.note import Quad
from paperdesk.domain.typed import PrintLine, Run
from paperdesk.reader.columns import rows


def line(text: str, left: float, top: float, right: float) -> PrintLine:
    return PrintLine((left, top, right, top + 10), 10.0, (Run(text),))


def column(name: str, left: float, count: int = 12, top: float = 100.0) -> list[PrintLine]:
    return [line(f"{name}{row}", left, top + 12 * row, left + 200) for row in range(count)]


def read(lines: list[PrintLine], *pictures: Quad) -> list[str]:
    return [row.text or "picture" for row in rows(lines, pictures)]


def test_the_left_column_is_read_before_the_right() -> None:
    mixed = [each for pair in zip(column("l", 50), column("r", 300), strict=True) for each in pair]
    assert read(mixed) == [f"l{row}" for row in range(12)] + [f"r{row}" for row in range(12)]


def test_what_spans_the_columns_parts_them() -> None:
    lines = [
        line("title", 100, 50, 450),
        *column("l", 50),
        *column("r", 300),
        line("middle", 60, 250, 490),
        *column("m", 50, 12, 280),
        *column("n", 300, 12, 280),
    ]
    order = read(lines)
    assert order[0] == "title"
    assert order.index("middle") == 25
    assert order[26:28] == ["m0", "m1"]
    assert order[-1] == "n11"


def test_a_page_of_long_lines_has_one_column() -> None:
    lines = [line(f"w{row}", 50, 100 + 12 * row, 500) for row in range(10)]
    lines[4] = line("w4", 50, 148, 120)
    assert read(lines) == [f"w{row}" for row in range(10)]


def test_parts_of_one_line_are_put_together() -> None:
    lines = [line("x = y", 200, 100, 260), line("(1)", 480, 101, 500), line("long", 50, 130, 500)]
    assert read(lines) == ["x = y (1)", "long"]


def test_text_in_a_picture_is_not_read() -> None:
    lines = [*column("l", 50), line("label", 310, 120, 350), *column("r", 300, 8, 180)]
    order = read(lines, (300.0, 100.0, 500.0, 170.0))
    assert "label" not in order
    assert order[12] == "picture"


def test_three_columns_are_read_one_by_one() -> None:
    lines = []
    for left in (400, 50, 225):
        lines += [line(f"{left}", left, 100 + 12 * row, left + 150) for row in range(10)]
    assert read(lines) == ["50"] * 10 + ["225"] * 10 + ["400"] * 10


def test_an_empty_page_has_no_rows() -> None:
    assert rows((), ()) == []
