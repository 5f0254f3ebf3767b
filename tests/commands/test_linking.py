"""Verbs about what is linked to a paper."""

from types import SimpleNamespace
from typing import Any

import pytest

from paperdesk.commands import linking
from paperdesk.commands.desk import Desk
from paperdesk.domain.card import Kind, Linked, Links
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import PaperId
from tests.commands.conftest import with_rooms

LINKS = Links(((Kind.MODEL, 2), (Kind.DATASET, 0), (Kind.SPACE, 0)), (Linked(Kind.MODEL, "a/b"),))


def test_what_links_to_a_paper_is_asked_and_kept(
    desk: Desk, screen: Any, papers: tuple[PaperId, ...]
) -> None:
    feeds = SimpleNamespace(links=lambda arxiv, _job: {"1706.03762": LINKS}[arxiv])
    screen.chosen = papers[:1]
    linking.ask(with_rooms(desk, feeds=feeds))
    assert desk.library.linkage.links(papers[0]) == LINKS
    assert screen.said == ["On Hugging Face 2 things name this paper."]


def test_a_paper_that_hugging_face_cannot_know_is_not_asked_about(
    desk: Desk, screen: Any, papers: tuple[PaperId, ...]
) -> None:
    screen.chosen = papers[2:]
    with pytest.raises(NotFound, match="arXiv number"):
        linking.ask(desk)


def test_asking_by_itself_is_off_until_somebody_wants_it(desk: Desk, screen: Any) -> None:
    assert desk.settings.get("ask-links") is False
    linking.toggle(desk)
    assert desk.settings.get("ask-links") is True
    linking.toggle(desk)
    assert screen.said == [linking.ON, linking.OFF]
