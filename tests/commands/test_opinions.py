from collections.abc import Callable

import pytest

from paperdesk.commands import opinions
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen

Papers = tuple[PaperId, ...]


def test_the_selection_is_rated_and_the_rating_taken_off(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers
    opinions.rate_four(desk)
    assert [paper.rating for paper in desk.library.papers(papers)] == [4, 4, 4]
    assert screen.undoable == ["3 papers rated 4 of 5"]
    opinions.unrate(desk)
    assert [paper.rating for paper in desk.library.papers(papers)] == [0, 0, 0]


@pytest.mark.parametrize("rating", range(1, 6))
def test_each_rating_has_a_verb(desk: Desk, screen: Screen, papers: Papers, rating: int) -> None:
    verbs = (
        opinions.rate_one, opinions.rate_two, opinions.rate_three, opinions.rate_four,
        opinions.rate_five,
    )  # fmt: skip
    screen.chosen = papers[:1]
    verbs[rating - 1](desk)
    assert desk.library.paper(papers[0]).rating == rating


def test_a_flag_is_put_on_all_and_then_taken_off_all(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[:1]
    opinions.flag(desk)
    screen.chosen = papers
    opinions.flag(desk)
    assert all(paper.flagged for paper in desk.library.papers(papers))
    opinions.flag(desk)
    assert not any(paper.flagged for paper in desk.library.papers(papers))


def test_a_remark_is_asked_for_and_an_empty_one_takes_it_off(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen, screen.answer = papers[:1], "Read with Ada"
    opinions.remark(desk)
    assert desk.library.paper(papers[0]).remark == "Read with Ada"
    screen.answer = ""
    opinions.remark(desk)
    assert desk.library.paper(papers[0]).remark == ""


def test_a_remark_on_one_paper_is_written_in_the_list_if_that_has_the_keys(
    desk: Desk, screen: Screen, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[PaperId, str]] = []

    def write(paper: PaperId, text: str, taken: Callable[[str], None]) -> bool:
        written.append((paper, text))
        taken("Read with Ada")
        return True

    monkeypatch.setattr(screen, "write_remark", write)
    screen.chosen = papers[:1]
    opinions.remark(desk)
    opinions.remark(desk)
    assert written == [(papers[0], ""), (papers[0], "Read with Ada")]
    assert screen.undoable == ["1 paper remarked on"]
    assert screen.asked == []
    screen.chosen, screen.answer = papers, "Ours"
    opinions.remark(desk)
    assert [paper.remark for paper in desk.library.papers(papers)] == ["Ours"] * 3


def test_who_turns_away_from_a_remark_changes_nothing(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen, screen.answer = papers[:1], None
    opinions.remark(desk)
    assert screen.said == []


def test_papers_are_marked_as_withdrawn_retracted_or_standing(
    desk: Desk, screen: Screen, papers: Papers
) -> None:
    screen.chosen = papers[:1]
    notices = []
    for verb in (opinions.withdrawn, opinions.retracted, opinions.standing):
        verb(desk)
        notices.append(desk.library.paper(papers[0]).notice)
    assert notices == ["withdrawn", "retracted", ""]


def test_without_a_paper_it_is_said_how_to_choose_one(desk: Desk) -> None:
    with pytest.raises(NothingSelected):
        opinions.rate_one(desk)
