from pathlib import Path
from types import SimpleNamespace

import pytest

from paperdesk.commands import letters
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound, NothingSelected
from paperdesk.domain.note import Place
from paperdesk.domain.paper import PaperId
from paperdesk.domain.waymark import Letter
from tests.commands.conftest import Screen, with_rooms

Papers = tuple[PaperId, ...]


class Spots:
    """Where one is, and where one was sent."""

    def __init__(self, place: Place | None) -> None:
        self.place = place
        self.went: list[object] = []

    def here(self) -> Place | None:
        return self.place

    def visit(self, *to: object) -> None:
        self.went.append(to)

    def swap(self) -> None:
        self.went.append("swap")


@pytest.fixture
def spots() -> Spots:
    return Spots(Place(4, 120.0))


@pytest.fixture
def reading(desk: Desk, screen: Screen, papers: Papers, spots: Spots) -> Desk:
    """A desk with the first paper open, and every PDF here."""
    screen.opened = papers[0]
    return with_rooms(desk, spots=spots, intake=SimpleNamespace(here=lambda _: Path("a.pdf")))


def test_a_place_is_put_under_a_letter_and_found_there(
    reading: Desk, screen: Screen, spots: Spots, papers: Papers
) -> None:
    letters.put_as(reading, "a")
    assert screen.said == ["Mark a is on page 5"]
    letters.visit_at(reading, "a")
    assert spots.went == [(papers[0], 4, 120.0)]


def test_the_menu_asks_for_the_letter(
    reading: Desk, screen: Screen, spots: Spots, papers: Papers
) -> None:
    screen.answer = "Q"
    letters.put(reading)
    screen.opened = papers[1]
    letters.visit(reading)
    assert spots.went == [(papers[0], 4, 120.0)]
    screen.answer = None
    letters.put(reading)
    letters.visit(reading)
    assert len(spots.went) == 1


@pytest.mark.parametrize("name", ["Return", "", "%"])
def test_what_is_no_letter_is_no_name(reading: Desk, screen: Screen, name: str) -> None:
    letters.put_as(reading, name)
    assert screen.said[0].startswith("A mark is named by one letter")


def test_without_pages_there_is_nothing_to_mark(reading: Desk, spots: Spots) -> None:
    spots.place = None
    with pytest.raises(NothingSelected):
        letters.put_as(reading, "a")


def test_a_second_quote_goes_to_where_the_last_jump_began(reading: Desk, spots: Spots) -> None:
    letters.visit_at(reading, "'")
    assert spots.went == ["swap"]


def test_a_letter_that_is_not_set_is_a_sentence(reading: Desk) -> None:
    with pytest.raises(NotFound):
        letters.visit_at(reading, "x")


def test_a_capital_in_a_paper_without_a_pdf_opens_that(
    reading: Desk, screen: Screen, spots: Spots, papers: Papers
) -> None:
    reading.letters.put(Letter("A", papers[1], 2, 0.0))
    gone = with_rooms(reading, intake=SimpleNamespace(here=lambda _: None))
    with pytest.raises(AttributeError):  # the network, which this desk has not
        letters.visit_at(gone, "A")
    assert spots.went == []


def test_the_letters_are_listed_with_their_places(reading: Desk, papers: Papers) -> None:
    reading.letters.put(Letter("a", papers[0], 4, 0.0))
    reading.letters.put(Letter("B", papers[1], 0, 0.0))
    assert letters.known(reading) == (
        ("a", "page 5"),
        ("B", "Deep Residual Learning, page 1"),
    )
    assert letters.reachable(reading)[-1] == ("'", "before the last jump")
