from paperdesk.domain.pages import Word
from paperdesk.reader.ruling import nearest, ruled


def word(text: str, box: tuple[float, float, float, float], line: int, block: int = 0) -> Word:
    return Word(box, text, block, line)


def test_the_words_of_a_line_are_one_line() -> None:
    lines = ruled([word("two", (50, 100, 70, 110), 0), word("words", (74, 100, 99, 110), 0)])
    assert [line.text for line in lines] == ["two words"]
    assert lines[0].box == (50, 100, 99, 110)


def test_columns_follow_each_other() -> None:
    words = [
        word("left", (50, 100, 250, 110), 0),
        word("below", (50, 112, 250, 122), 1),
        word("right", (300, 100, 500, 110), 0, block=1),
    ]
    assert [line.text for line in ruled(words)] == ["left", "below", "right"]


def test_an_index_belongs_to_its_line() -> None:
    words = [
        word("x", (50, 100, 56, 110), 0),
        word("2", (56, 98, 60, 104), 1),
        word("next", (50, 112, 90, 122), 2),
    ]
    assert [line.text for line in ruled(words)] == ["x 2", "next"]


def test_lines_that_only_touch_stay_two() -> None:
    words = [word("one", (50, 100, 90, 112), 0), word("two", (50, 109, 90, 121), 1)]
    assert [line.box for line in ruled(words)] == [(50, 100, 90, 110.5), (50, 110.5, 90, 121)]


def test_a_page_without_words_has_no_lines() -> None:
    assert ruled([]) == ()


def test_the_nearest_line_is_the_first_at_or_below() -> None:
    lines = ruled([word(str(at), (50, 100 + 20 * at, 90, 110 + 20 * at), at) for at in range(3)])
    assert [nearest(lines, y) for y in (0, 104, 106, 999)] == [0, 0, 1, 2]
