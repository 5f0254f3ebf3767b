from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from paperdesk.ui.list.model import PaperModel
from paperdesk.ui.list.seeker import NEAR, Seeker

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


def test_what_is_far_is_looked_for_by_somebody_else(model: PaperModel) -> None:
    found: list[int] = []
    asked: list[tuple[Any, ...]] = []
    seeking = seeker(model, found)
    seeking.beyond = lambda *question: asked.append(question)
    seeking.seek(3, 1)
    ((ids, row, direction, done),) = asked
    assert (ids, row, direction, found) == (model.ids(), 3 + NEAR, 1, [])
    done(2899)
    assert found == [2899]


def test_without_anybody_who_looks_what_is_far_is_not_found(model: PaperModel) -> None:
    found: list[int] = []
    seeker(model, found).seek(3, 1)
    assert found == []


@pytest.mark.parametrize(
    "turn",
    [
        lambda seeking, _: seeking.stop(),
        lambda _, model: model.set_ids(model.ids()[:5]),
        lambda seeking, _: seeking.seek(0, 1),
    ],
)
def test_an_answer_that_came_too_late_leads_nowhere(model: PaperModel, turn: Any) -> None:
    found: list[int] = []
    answers: list[Any] = []
    seeking = seeker(model, found)
    seeking.beyond = lambda *question: answers.append(question[-1])
    seeking.seek(3, 1)
    turn(seeking, model)
    answers[0](2899)
    assert 2899 not in found


def test_nothing_unread_leads_nowhere(model: PaperModel) -> None:
    found: list[int] = []
    seeking = seeker(model, found)
    seeking.beyond = lambda *question: question[-1](None)
    seeking.seek(3, 1)
    assert found == []
