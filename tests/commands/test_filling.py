"""Minutes are filled with kept papers, and it is said where a length is a guess."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from paperdesk.commands import filling
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import WrongUsage
from paperdesk.domain.focus import Spell
from paperdesk.domain.paper import PaperId, State
from paperdesk.domain.progress import Status
from tests.commands.conftest import with_rooms

Counted = Mapping[PaperId, tuple[int, ...]]


@pytest.fixture
def kept(desk: Desk, screen: Any, papers: tuple[PaperId, ...]) -> Desk:
    """A desk with one paper shortlisted and two put off, whose words a test tells."""
    desk.library.set_state(papers[:1], State.SHORTLIST)
    desk.library.set_state(papers[1:], State.LATER)
    screen.answer = "45"
    return with_rooms(desk, timer=timer({}))


def timer(words: Counted) -> Any:
    def lengths(_: Mapping[PaperId, Path], done: Callable[[Counted], None]) -> None:
        done(words)

    return SimpleNamespace(lengths=lengths)


def offered(screen: Any) -> list[tuple[str, str]]:
    return [(one.title, one.remark) for one in screen.offered[0][1]]


def test_papers_that_fit_are_offered_in_order(
    kept: Desk, screen: Any, papers: tuple[PaperId, ...]
) -> None:
    words = {papers[0]: (1000, 2000), papers[1]: (9000,), papers[2]: (4000,)}
    filling.fill_minutes(with_rooms(kept, timer=timer(words)))
    assert offered(screen) == [
        ("Attention Is All You Need", "15 min · shortlist"),
        ("A Title Alone", "20 min · later"),
        ("List these 2 papers: 35 of 45 min", "J goes on"),
    ]


def test_a_guessed_length_is_said_to_be_one(kept: Desk, screen: Any) -> None:
    filling.fill_minutes(kept)
    assert offered(screen)[0][1] == "about 29 min, guessed · shortlist"
    assert "about 29 of 45 min" in offered(screen)[-1][0]


def test_what_is_begun_counts_by_what_is_left_and_what_is_read_not_at_all(
    kept: Desk, screen: Any, papers: tuple[PaperId, ...]
) -> None:
    day = date(2026, 6, 1)
    kept.times.record(papers[2], day, [Spell("", 60.0)], [0], 2)
    kept.times.say(papers[:1], Status.READ)
    words = dict.fromkeys(papers, (8000, 1000))
    filling.fill_minutes(with_rooms(kept, timer=timer(words)))
    titles = [title for title, _ in offered(screen)]
    assert titles[0] == "A Title Alone"
    assert "Attention Is All You Need" not in titles
    assert offered(screen)[0][1] == "5 min left · being read"


def test_the_proposal_can_be_listed(kept: Desk, screen: Any, papers: tuple[PaperId, ...]) -> None:
    screen.picks = ["List "]
    filling.fill_minutes(kept)
    assert screen.shown.title == "To read now"
    assert list(kept.library.ids(screen.shown)) == [papers[0]]


def test_the_list_keeps_the_order_of_the_proposal(
    kept: Desk, screen: Any, papers: tuple[PaperId, ...]
) -> None:
    screen.answer = "500"
    filling.fill_minutes(kept)
    proposed = [PaperId(int(one.id)) for one in screen.offered[-1][1] if one.id.isdigit()]
    assert len(proposed) == 3
    screen.picks = ["List "]
    filling.fill_minutes(kept)
    assert list(kept.library.ids(screen.shown)) == proposed
    assert proposed != sorted(proposed)


@pytest.mark.parametrize("typed", ["soon", "0", "-5", "99999999999999999"])
def test_what_is_no_number_of_minutes_is_said_so(kept: Desk, screen: Any, typed: str) -> None:
    screen.answer = typed
    with pytest.raises(WrongUsage, match="Write one from 1 to"):
        filling.fill_minutes(kept)


def test_who_turns_away_is_offered_nothing(kept: Desk, screen: Any) -> None:
    screen.answer = None
    filling.fill_minutes(kept)
    assert not screen.offered


def test_it_is_said_when_nothing_fits_or_waits(
    kept: Desk, screen: Any, papers: tuple[PaperId, ...]
) -> None:
    screen.answer = "5 min"
    filling.fill_minutes(kept)
    assert screen.problems[0] == "No kept paper fits into 5 min. Try more minutes."
    kept.library.set_state(papers, State.ARCHIVE)
    filling.fill_minutes(kept)
    assert screen.problems[1].startswith("No kept paper waits to be read.")
