from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.ui.reader import ReaderPane, Spread
from tests.ui.reader.conftest import FakePages


@pytest.fixture
def spread(qtbot: QtBot, fake: FakePages) -> Iterator[Spread]:
    made = Spread(lambda: ReaderPane(fake))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    yield made
    for view in made.views():
        view.close_document()


def test_it_begins_with_one_view_that_has_the_keys(spread: Spread) -> None:
    assert spread.views() == (spread.first,)
    assert spread.here() is spread.first
    assert spread.focusProxy() is spread.first


def test_what_is_to_be_done_with_each_view_is_done_with_each(spread: Spread) -> None:
    seen: list[ReaderPane] = []
    spread.each(seen.append)
    assert seen == [spread.first]
