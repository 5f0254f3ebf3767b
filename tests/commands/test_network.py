"""What is shown of the network."""

import contextlib

import pytest

from paperdesk.commands import network
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import Unreachable
from paperdesk.infra.answers import Answer
from paperdesk.infra.jobs import Job
from tests.commands.conftest import Screen


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A desk that asked for a feed, and in vain for a PDF."""
    ledger = desk.http.ledger
    with ledger.asking(Job(1, "Blog"), "https://blog.example/feed", conditional=True) as record:
        record.counted(Answer(304, {}, iter(())))
    with (
        contextlib.suppress(Unreachable),
        ledger.asking(Job(2, "PDF"), "https://arxiv.org/pdf/1", conditional=False),
    ):
        raise Unreachable("It broke off.")
    return desk


def titles(screen: Screen) -> list[str]:
    return [one.title for one in screen.offered[-1][1]]


def test_nothing_asked_is_said(desk: Desk, screen: Screen) -> None:
    network.show(desk)
    assert titles(screen) == ["Nothing was asked of anybody yet."]


def test_what_was_asked_is_listed_the_newest_first(asked: Desk, screen: Screen) -> None:
    network.show(asked)
    pdf, feed, *_ = screen.offered[-1][1]
    assert (pdf.title, feed.title) == ("✗  arxiv.org/pdf/1", "·  blog.example/feed")
    assert pdf.remark.startswith("PDF · no answer · 0.0 s · ")
    assert feed.remark.startswith("Blog · 304, unchanged · ")


def test_a_request_is_shown_in_full_and_copied(asked: Desk, screen: Screen) -> None:
    screen.picks = ["arxiv.org", "What went wrong"]
    network.show(asked)
    assert {"Address: https://arxiv.org/pdf/1", "Why: asked by you"} < set(titles(screen))
    assert "GET https://arxiv.org/pdf/1" in screen.clipboard


def test_all_of_it_is_copied_or_forgotten(asked: Desk, screen: Screen) -> None:
    screen.picks = ["Copy all"]
    network.show(asked)
    assert len(screen.clipboard.splitlines()) == 2
    screen.picks = ["Forget all"]
    network.show(asked)
    network.show(asked)
    assert titles(screen) == ["Nothing was asked of anybody yet."]
