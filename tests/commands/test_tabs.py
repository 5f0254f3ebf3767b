import pytest

from paperdesk.commands import tabs
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen, with_rooms


class Open:
    """Tabs that answer what they are told to, and papers whose PDFs are here."""

    def __init__(self, paper: PaperId | None, following: PaperId | None = None) -> None:
        self.paper = paper
        self.following = following
        self.asked: list[object] = []

    def here(self, paper: PaperId) -> str:
        return f"{paper}.pdf"

    def neighbour(self, steps: int) -> PaperId | None:
        self.asked.append(steps)
        return self.paper

    def at(self, number: int) -> PaperId | None:
        self.asked.append(number)
        return self.paper

    def expect(self, paper: PaperId, *, passing: bool) -> None:
        """Nothing is shown here, in passing or not."""

    def last_closed(self) -> PaperId | None:
        return self.paper

    def close(self) -> PaperId | None:
        return self.following


def with_tabs(desk: Desk, made: Open) -> Desk:
    return with_rooms(desk, tabs=made, intake=made)


def opened(screen: Screen) -> list[object]:
    return [told[1] for told in screen.told if told[0] == "open"]


def test_the_tabs_on_either_side_are_shown(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    made = Open(papers[1])
    tabs.following(with_tabs(desk, made))
    tabs.previous(with_tabs(desk, made))
    assert made.asked == [1, -1]
    assert opened(screen) == [papers[1], papers[1]]


def test_a_number_shows_its_tab(desk: Desk, screen: Screen, papers: tuple[PaperId, ...]) -> None:
    made = Open(papers[2])
    tabs.NTH[8](with_tabs(desk, made))
    assert made.asked == [9]
    assert opened(screen) == [papers[2]]


def test_without_tabs_each_verb_says_so(desk: Desk) -> None:
    bare = with_tabs(desk, Open(None))
    for verb in (tabs.following, tabs.previous, tabs.close, tabs.reopen, tabs.NTH[0]):
        with pytest.raises(NothingSelected):
            verb(bare)


def test_after_a_closed_tab_comes_its_neighbour(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.opened = papers[0]
    tabs.close(with_tabs(desk, Open(papers[0], papers[1])))
    assert opened(screen) == [papers[1]]


def test_after_the_last_closed_tab_comes_the_list(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.opened = papers[0]
    tabs.close(with_tabs(desk, Open(papers[0])))
    assert ("close",) in screen.told


def test_a_closed_tab_is_opened_again(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    tabs.reopen(with_tabs(desk, Open(papers[0])))
    assert opened(screen) == [papers[0]]
