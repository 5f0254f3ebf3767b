"""The first line in sight, found again."""

from paperdesk.reader.editions import height, outward, topmost
from tests.ui.reader.conftest import line

WORDS = (*line(3, "This was read before.", 90.0), *line(3, "Here one goes on with it.", 120.0))


def test_the_passage_begins_below_the_top_of_the_window() -> None:
    passage = topmost(3, WORDS, 100.0)
    assert passage is not None
    assert (passage.words[0], passage.below) == ("Here", 20.0)


def test_it_is_found_where_it_stands_now() -> None:
    passage = topmost(3, WORDS, 100.0)
    assert passage is not None
    assert height(passage, line(5, "New. Here one goes on with it. More.", 400.0)) == 380.0
    assert height(passage, line(5, "Here one goes on without it.", 400.0)) is None


def test_a_few_words_might_stand_anywhere() -> None:
    assert topmost(3, WORDS, 125.0) is None
    assert topmost(3, line(3, "See below.", 120.0), 100.0) is None


def test_the_nearest_pages_come_first() -> None:
    assert list(outward(1, 4)) == [1, 2, 0, 3]
