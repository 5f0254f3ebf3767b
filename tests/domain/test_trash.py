"""What lies in the trash, in words."""

import pytest

from paperdesk.domain.trash import DAY, Contents, left


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
