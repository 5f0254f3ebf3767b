from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from paperdesk.ui.list.model import PaperModel
from paperdesk.ui.list.seeker import Seeker

Shop = Any


@pytest.fixture
def model(shop: Shop, qtbot: QtBot) -> PaperModel:
    model = PaperModel(shop.load)
    model.set_ids(shop.stock(3000))
    for number in range(1, 3001):
        shop.change(number, unread=number in (3, 2900))
    return model


def seeker(model: PaperModel, found: list[int]) -> Seeker:
    made = Seeker(model, QObject(model))
    made.found.connect(found.append)
    return made


def test_a_near_row_is_found_at_once(model: PaperModel) -> None:
    found: list[int] = []
    seeker(model, found).seek(0, 1)
    seeker(model, found).seek(5, -1)
    assert found == [2, 2]


def test_the_row_one_stands_on_is_not_the_next(model: PaperModel) -> None:
    found: list[int] = []
    seeker(model, found).seek(2, -1)
    assert found == []


def test_a_far_row_is_found_in_several_turns(model: PaperModel, qtbot: QtBot) -> None:
    found: list[int] = []
    seeker(model, found).seek(3, 1)
    assert found == []
    qtbot.waitUntil(lambda: found == [2899])


def test_a_search_that_was_stopped_finds_nothing(model: PaperModel, qtbot: QtBot) -> None:
    found: list[int] = []
    seeking = seeker(model, found)
    seeking.seek(3, 1)
    seeking.stop()
    qtbot.wait(50)
    assert found == []
