from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.ui.reader import ReaderPane, Spread
from tests.clock import within
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


def test_a_second_view_joins_what_the_first_has_joined(spread: Spread) -> None:
    seen: list[ReaderPane] = []
    spread.each(seen.append)
    second = spread.split(stacked=False)
    assert seen == [spread.first, second]
    assert spread.views() == (spread.first, second)
    assert spread.other() is second
    assert second.accessibleName() == "Reader, second view"


def test_commands_are_about_the_view_that_got_the_keys(spread: Spread, qtbot: QtBot) -> None:
    with qtbot.waitActive(spread):
        spread.activateWindow()
    turned: list[ReaderPane] = []
    spread.turned.connect(turned.append)
    second = spread.split(stacked=True)
    assert spread.stacked()
    second.setFocus()
    assert spread.here() is second
    assert spread.focusProxy() is second
    spread.first.parts.view.setFocus()
    assert turned == [second, spread.first]


def test_the_first_view_is_the_one_that_stays(spread: Spread, qtbot: QtBot) -> None:
    with qtbot.waitActive(spread):
        spread.activateWindow()
    second = spread.split(stacked=False)
    second.setFocus()
    spread.unsplit()
    assert spread.views() == (spread.first,)
    assert spread.here() is spread.first
    assert spread.first.parts.view.hasFocus()
    assert spread.other() is None
    assert spread.split(stacked=False) is second
    spread.unsplit()
    assert spread.other() is None


def test_it_tells_when_it_is_shown_again(spread: Spread, qtbot: QtBot) -> None:
    spread.hide()
    with within(2.0), qtbot.waitSignal(spread.appeared):
        spread.show()


def test_the_divider_is_told_and_put_back_in_thousandths(spread: Spread, qtbot: QtBot) -> None:
    with qtbot.waitSignal(spread.arranged):
        spread.split(stacked=False)
    spread.divide(400)
    assert abs(spread.share() - 400) < 3


def test_a_view_that_is_turned_to_while_hidden_has_the_keys_when_shown(
    spread: Spread, qtbot: QtBot
) -> None:
    with qtbot.waitActive(spread):
        spread.activateWindow()
    second = spread.split(stacked=False)
    spread.first.setFocus()
    spread.hide()
    spread.turn(second)
    spread.show()
    with qtbot.waitActive(spread):
        spread.activateWindow()
    assert spread.here() is second
