"""Places under letters, on a library on disk."""

from datetime import UTC, datetime

import pytest

from paperdesk.domain.errors import NotFound
from paperdesk.domain.events import NotesChanged
from paperdesk.domain.paper import PaperId
from paperdesk.domain.waymark import Letter
from paperdesk.infra.bus import Bus
from paperdesk.infra.changes import Changes
from paperdesk.infra.journal import Journal
from paperdesk.notes import Letters
from tests.notes.test_service import add_paper


@pytest.fixture
def letters(changes: Changes, journal: Journal) -> Letters:
    return Letters(changes, journal, now=lambda: datetime(2026, 3, 12, tzinfo=UTC))


@pytest.fixture
def papers(changes: Changes) -> tuple[PaperId, PaperId]:
    return add_paper(changes, "vaswani2017"), add_paper(changes, "he2016")


def test_a_small_letter_is_its_paper_s_own(
    letters: Letters, papers: tuple[PaperId, PaperId]
) -> None:
    first, second = papers
    letters.put(Letter("a", first, 3, 40.0))
    letters.put(Letter("a", second, 5, 10.0))
    assert letters.find(first, "a") == Letter("a", first, 3, 40.0)
    assert letters.find(second, "a").page == 5


def test_a_capital_is_found_from_every_paper(
    letters: Letters, papers: tuple[PaperId, PaperId]
) -> None:
    first, second = papers
    letters.put(Letter("A", first, 3, 40.0))
    assert letters.find(second, "A") == Letter("A", first, 3, 40.0)
    letters.put(Letter("A", second, 1, 0.0))
    assert letters.find(first, "A").paper == second


def test_a_letter_that_was_never_set_is_a_sentence(
    letters: Letters, papers: tuple[PaperId, PaperId]
) -> None:
    with pytest.raises(NotFound, match="no mark “z”"):
        letters.find(papers[0], "z")


def test_the_paper_s_own_come_first(letters: Letters, papers: tuple[PaperId, PaperId]) -> None:
    first, second = papers
    for letter in (
        Letter("B", second, 0, 0.0),
        Letter("b", first, 0, 0.0),
        Letter("1", first, 0, 0.0),
        Letter("c", second, 0, 0.0),
    ):
        letters.put(letter)
    assert [letter.name for letter in letters.all(first)] == ["1", "b", "B"]


def test_setting_one_anew_can_be_undone(
    letters: Letters, papers: tuple[PaperId, PaperId], journal: Journal, bus: Bus
) -> None:
    heard: list[NotesChanged] = []
    bus.listen(NotesChanged, heard.append)
    letters.put(Letter("a", papers[0], 3, 40.0))
    letters.put(Letter("a", papers[0], 9, 0.0))
    assert journal.undo() == "Set mark a"
    assert letters.find(papers[0], "a").page == 3
    journal.undo()
    assert letters.all(papers[0]) == ()
    assert heard == [NotesChanged((papers[0],))] * 4
