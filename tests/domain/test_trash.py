"""What lies in the trash, in words."""

import pytest

from paperdesk.domain.trash import DAY, Clock, Contents, left


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        (Contents(), ""),
        (Contents(papers=1), "1 paper"),
        (Contents(papers=1_200, notes=1, marks=2, bookmarks=1, files=3),
         "1,200 papers with 3 PDFs, 1 note, 2 marks, 1 bookmark"),
    ],
)  # fmt: skip
def test_contents_are_counted(contents: Contents, words: str) -> None:
    assert str(contents) == words
    assert bool(contents) == bool(words)


def test_the_days_left_are_told() -> None:
    assert left(0.0, 30, DAY) == "1 day ago · 29 days left"
    assert left(0.0, 30, 29 * DAY).endswith("1 day left")
    assert left(0.0, 0, 400 * DAY) == "400 days ago"


def test_a_clock_that_leaps_is_believed_a_week_later_and_one_that_goes_on_at_once() -> None:
    clock = Clock(100 * DAY)
    assert clock.at(105 * DAY).steady
    ahead = clock.at(50_000 * DAY)
    assert not ahead.steady
    back = ahead.at(100.1 * DAY)
    assert not back.steady
    assert not back.at(105 * DAY).steady
    assert back.at(105 * DAY).at(108 * DAY).steady
