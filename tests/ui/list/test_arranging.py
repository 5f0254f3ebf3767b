from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from paperdesk.ui.list.arranging import Arranging, section_of
from paperdesk.ui.list.look import NAMES, Look
from paperdesk.ui.list.view import CardView
from tests.ui.list.conftest import Laid


@pytest.fixture
def view(laid: Laid) -> CardView:
    return laid(900, 600, 10)


def test_columns_stand_as_a_look_has_them(view: CardView, qtbot: QtBot) -> None:
    columns = Arranging(view)
    look = replace(Look().toggled("bits").moved("code", -99).wide("date", 140), on=True)
    columns.wear(look)
    assert view.isColumnHidden(section_of("bits"))
    assert view.columnWidth(section_of("date")) == 140
    assert (
        view.heads.visualIndex(section_of("code"))
        == view.heads.visualIndex(section_of("title")) + 1
    )
    columns.wear(replace(look, on=False))
    assert view.heads.isHidden()


def test_what_is_done_by_hand_is_told_and_what_a_look_does_is_not(
    view: CardView, qtbot: QtBot
) -> None:
    columns = Arranging(view)
    told: list[object] = []
    columns.widened.connect(lambda name, width: told.append((name, width)))
    columns.reordered.connect(told.append)
    columns.wear(replace(Look().wide("date", 99), on=True))
    assert told == []
    view.heads.resizeSection(section_of("date"), 120)
    heads = view.heads
    heads.moveSection(
        heads.visualIndex(section_of("date")), heads.visualIndex(section_of("upvotes"))
    )
    title, date, upvotes, *rest = NAMES
    assert told == [("date", 120), (title, upvotes, date, *rest)]
