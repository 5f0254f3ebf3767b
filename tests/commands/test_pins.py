import pytest

from paperdesk.commands import pins
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound, NothingSelected
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen

Papers = tuple[PaperId, ...]


def test_a_tag_is_pinned_by_its_name_and_a_digit_behind_it(desk: Desk, screen: Screen) -> None:
    screen.answer = "to read 3"
    pins.pin(desk)
    assert [(pin.digit, pin.tag) for pin in desk.pins.all()] == [(3, "to read")]


def test_a_tag_that_ends_in_a_digit_is_pinned_as_it_is(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    desk.library.tag(papers[:1], add=["track 2"])
    screen.answer = "track 2"
    pins.pin(desk)
    assert [(pin.digit, pin.tag) for pin in desk.pins.all()] == [(1, "track 2")]


def test_a_digit_toggles_its_tag_on_the_selection(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    desk.pins.pin("read", 2)
    screen.chosen = papers
    pins.NTH[1](desk)
    assert all(paper.tags == ("read",) for paper in desk.library.papers(papers))
    pins.clear(desk)
    assert all(paper.tags == () for paper in desk.library.papers(papers))


def test_a_pin_is_moved_painted_and_unpinned_by_choosing(desk: Desk, screen: Screen) -> None:
    desk.pins.pin("read")
    screen.picks = ["read", "5"]
    pins.move(desk)
    screen.picks = ["read", "Purple"]
    pins.paint(desk)
    assert [(pin.digit, pin.colour) for pin in desk.pins.all()] == [(5, "purple")]
    screen.picks = ["read"]
    pins.unpin(desk)
    assert desk.pins.all() == ()


def test_without_pins_it_is_said_how_to_make_one(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers
    with pytest.raises(NotFound):
        pins.NTH[0](desk)
    with pytest.raises(NothingSelected):
        pins.paint(desk)
