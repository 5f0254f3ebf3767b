from datetime import date

import pytest

from paperdesk.domain.paper import State
from paperdesk.ui.words import STATES, amount, date_words, day_words, how_many

TODAY = date(2026, 1, 2)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 2), "Today"),
        (date(2026, 1, 1), "Yesterday"),
        (date(2026, 5, 29), "Fri 29 May"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
    ],
)
def test_days_are_words(day: date, words: str) -> None:
    assert day_words(day, TODAY) == words


@pytest.mark.parametrize(
    ("number", "word"),
    [(0, "0"), (999, "999"), (1000, "1k"), (1234, "1.2k"), (34567, "35k"), (1_500_000, "1.5M")],
)
def test_counts_fit_on_a_badge(number: int, word: str) -> None:
    assert amount(number) == word


def test_one_is_no_plural() -> None:
    assert how_many(1, "paper") == "1 paper"
    assert how_many(10_000, "paper") == "10,000 papers"


def test_dates_and_states_have_words() -> None:
    assert date_words(date(2026, 5, 29)) == "29 May 2026"
    assert set(STATES) == set(State)
