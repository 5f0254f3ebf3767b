from paperdesk.domain.pages import Word
from paperdesk.reader.bidi import leftward, logical


def line(*words: tuple[str, float], row: int = 0) -> list[Word]:
    """Words of one line, each with its left edge."""
    return [Word((x, row * 20, x + 30, row * 20 + 10), text, 0, row) for text, x in words]


def read(*words: tuple[str, float]) -> str:
    return " ".join(word.text for word in logical(line(*words)))


def test_arabic_and_hebrew_are_written_leftward() -> None:
    assert leftward("שלום")
    assert leftward("سلام")
    assert not leftward("peace")
    assert not leftward("١٢٣")


def test_a_line_is_read_from_the_right() -> None:
    assert read(("עולם", 50), ("שלום", 100)) == "שלום עולם"


def test_rightward_words_within_it_keep_their_order() -> None:
    words = (("הוא", 10), ("Hello", 50), ("World", 90), ("אמר", 150))
    assert read(*words) == "אמר Hello World הוא"


def test_a_date_is_one_run() -> None:
    words = (("ביום", 200), ("01", 50), ("/", 90), ("02", 130))
    assert read(*words) == "ביום 01 / 02"


def test_a_rightward_line_stays_as_it_is() -> None:
    assert read(("a", 50), ("word", 100), ("שלום", 10), ("here", 150)) == "a word שלום here"


def test_lines_stay_below_each_other() -> None:
    words = [*line(("ב", 50), ("א", 100)), *line(("ד", 50), ("ג", 100), row=1)]
    assert [word.text for word in logical(words)] == ["א", "ב", "ג", "ד"]


def test_a_page_without_leftward_words_is_not_touched() -> None:
    words = line(("b", 100), ("a", 50))
    assert logical(words) is words
