"""Ticks on the scroll bar, where the hits are."""

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.domain.note import Place
from paperdesk.domain.pages import Match
from paperdesk.reader.sought import Sought
from paperdesk.ui.reader import ReaderPane
from paperdesk.ui.reader.ticks import MOST, TickBar
from tests.ui.reader.conftest import FakePages


def at(page: int, top: float = 300.0) -> Match:
    return Match(page, ((50.0, top, 80.0, top + 10),))


def bar(pane: ReaderPane) -> TickBar:
    return cast(TickBar, pane.parts.view.verticalScrollBar())


@pytest.fixture
def found(opened: ReaderPane, fake: FakePages, qtbot: QtBot) -> ReaderPane:
    fake.hits = (at(0), at(9))
    opened.parts.finder.seek(Sought("spam"), Place())
    fake.answer_all()
    qtbot.waitUntil(lambda: len(bar(opened).ticks) == 2)
    return opened


def test_ticks_stand_where_the_hits_are(found: ReaderPane) -> None:
    first, last = bar(found).ticks
    assert 0.0 < first < 0.1
    assert 0.9 < last < 1.0


def test_they_are_seen_and_the_current_one_more(found: ReaderPane, qtbot: QtBot) -> None:
    seen = bar(found).grab().toImage()
    found.find_next(1)
    qtbot.waitUntil(lambda: bar(found).grab().toImage() != seen)


def test_they_go_with_the_search(found: ReaderPane, qtbot: QtBot) -> None:
    found.parts.finder.rest()
    qtbot.waitUntil(lambda: bar(found).ticks == ())


def test_of_very_many_hits_some_have_a_tick(
    opened: ReaderPane, fake: FakePages, qtbot: QtBot
) -> None:
    fake.hits = tuple(at(page, 10.0 * row) for page in range(10) for row in range(80)) * 2
    opened.parts.finder.seek(Sought("e"), Place())
    fake.answer_all()
    qtbot.waitUntil(lambda: bool(bar(opened).ticks))
    assert len(bar(opened).ticks) <= MOST
