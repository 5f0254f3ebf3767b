import pytest

from paperdesk.ui.fuzzy import score


def best(wanted: str, *titles: str) -> str:
    return max(titles, key=lambda title: score(wanted, title))


def test_letters_must_stand_in_order() -> None:
    assert score("opn", "Open in reader") > 0
    assert score("npo", "Open in reader") == 0
    assert score("", "Anything") > 0


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        ("np", "Next pane"),
        ("dark", "Dark theme"),
        ("exp", "Export to Markdown…"),
        ("note", "Write a note"),
        ("fit", "Fit width"),
    ],
)
def test_the_command_one_means_comes_first(wanted: str, title: str) -> None:
    titles = ("Next pane", "Dark theme", "Export to Markdown…", "Write a note", "Fit width", "Open")
    assert best(wanted, *titles) == title


def test_beginnings_of_words_and_runs_count_more() -> None:
    assert score("rs", "Refresh sources") > score("rs", "Fetch papers")
    assert score("down", "Scroll down") > score("down", "Does one win")
    assert score("up", "Up") > score("up", "Scroll up")
