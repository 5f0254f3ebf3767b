"""What every command may count on."""

import pytest

from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NothingSelected, Refused
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import Screen


def refuse(*_: object) -> None:
    raise Refused("No.")


@pytest.mark.parametrize("lane", ["write", "read"])
def test_what_goes_wrong_elsewhere_is_said(desk: Desk, screen: Screen, lane: str) -> None:
    getattr(desk, lane)(refuse, print)
    assert screen.problems == ["No."]


def test_the_network_is_a_job_of_its_own(desk: Desk, screen: Screen) -> None:
    job = desk.fetch("Daily", lambda job: job.title, screen.said.append)
    assert (job.title, screen.said) == ("Daily", ["Daily"])


def test_without_a_choice_the_way_to_one_is_said(desk: Desk) -> None:
    with pytest.raises(NothingSelected, match="j and k"):
        desk.chosen()


def test_of_several_papers_the_first_is_the_one(
    desk: Desk, screen: Screen, papers: tuple[PaperId, ...]
) -> None:
    screen.chosen = papers[1:]
    assert desk.current().id == papers[1]
