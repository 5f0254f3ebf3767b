import pytest

from paperdesk.commands import relating
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound, WrongUsage
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen

Papers = tuple[PaperId, ...]


def kinds(desk: Desk, paper: PaperId) -> list[tuple[PaperId, str]]:
    return [(one.paper, one.kind) for one in desk.relations.of(paper)]


def test_a_paper_is_related_to_one_that_is_sought(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen, screen.sought, screen.choice = papers[:1], papers[1], "same data"
    relating.relate(desk)
    assert kinds(desk, papers[1]) == [(papers[0], "same data")]
    assert screen.undoable == ["2 papers: same data"]


def test_the_selected_ones_are_related_to_each_other(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen, screen.choice = papers, "my own words"
    relating.relate(desk)
    assert screen.options[-1] == "“my own words”"
    assert all(len(kinds(desk, paper)) == len(papers) - 1 for paper in papers)


def test_no_paper_is_related_to_itself(desk: Desk, screen: Screen, papers: Papers) -> None:
    screen.chosen, screen.sought = papers[:1], papers[0]
    with pytest.raises(WrongUsage):
        relating.relate(desk)


def test_one_goes_to_a_related_paper_or_lets_it_be_none(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    desk.relations.relate(papers[:2])
    screen.chosen = papers[:1]
    other = desk.library.paper(papers[1]).title
    screen.picks = [other, other]
    relating.go(desk)
    assert ("show", papers[1]) in screen.told
    relating.unrelate(desk)
    assert kinds(desk, papers[0]) == []
    with pytest.raises(NotFound, match="Relate to"):
        relating.go(desk)
