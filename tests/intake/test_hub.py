"""Hugging Face's papers, by title."""

from typing import Any

import pytest

from paperdesk.domain.errors import Unreachable
from paperdesk.infra.http import Http
from paperdesk.infra.jobs import Job
from paperdesk.intake.hub import CANDIDATES, Hub

TITLE = (
    "AgentDoG 1.5: A Lightweight and Scalable Alignment Framework for AI Agent Safety and Security"
)


@pytest.fixture
def hub(http: Http) -> Hub:
    return Hub(http, Job(1, "Look up"))


def test_a_paper_is_found_by_its_title(world: Any, hub: Hub) -> None:
    assert [found.arxiv for found in hub.titled(TITLE)] == ["2605.29801"]


def test_a_few_candidates_are_enough_and_none_may_be_there(world: Any, hub: Hub) -> None:
    assert len(hub.titled("a")) == CANDIDATES
    assert hub.titled("Xylophone zeugma quixotry") == ()
    hub.titled("A very long title " * 100)


@pytest.mark.parametrize("body", ["", "{}", "[" * 100_000])
def test_what_is_no_list_is_a_sentence(world: Any, hub: Hub, body: str) -> None:
    world.fault("status", code=200, body=body)
    with pytest.raises(Unreachable, match="unreadable"):
        hub.titled(TITLE)


def test_odd_records_are_left_out(world: Any, hub: Hub) -> None:
    body = '[1, null, {}, {"paper": {"title": "No id"}}, {"paper": {"id": "2605.00001"}}]'
    world.fault("status", code=200, body=body)
    assert hub.titled(TITLE) == ()
