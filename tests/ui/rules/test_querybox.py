"""A query is completed word by word."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.ui.rules.querybox import QueryBox

NAMES = {"author": ("Kaiming He", "Hector"), "": ("author:",)}


@pytest.fixture
def box(qtbot: QtBot) -> QueryBox:
    made = QueryBox(lambda field, start, done: done(NAMES[field] if start != "zz" else ()))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_fields_and_then_names_are_offered(qtbot: QtBot, box: QueryBox) -> None:
    qtbot.keyClicks(box, "cat -au")
    assert box.offered() == ["author:"]
    box.take("author:")
    assert box.text() == "cat -author:"
    qtbot.keyClicks(box, "he")
    assert box.offered() == ["Kaiming He", "Hector"]
    box.take("Kaiming He")
    assert box.text() == 'cat -author:"Kaiming He" '
    assert box.offered() == []


def test_what_stands_behind_stays(box: QueryBox) -> None:
    box.setText("author:he dog")
    box.setCursorPosition(len("author:he"))
    box.take("Hector")
    assert box.text() == "author:Hector dog"


def test_tab_takes_what_is_chosen(qtbot: QtBot, box: QueryBox) -> None:
    qtbot.keyClicks(box, "author:he")
    qtbot.keyClick(box._list, Qt.Key.Key_Tab)
    assert box.text() == 'author:"Kaiming He" '


def test_enter_takes_what_was_chosen(qtbot: QtBot, box: QueryBox) -> None:
    qtbot.keyClicks(box, "author:he")
    qtbot.keyClick(box._list, Qt.Key.Key_Down)
    qtbot.keyClick(box._list, Qt.Key.Key_Return)
    assert box.text() in ('author:"Kaiming He" ', "author:Hector ")


def test_where_nothing_is_offered_nothing_opens(qtbot: QtBot, box: QueryBox) -> None:
    qtbot.keyClicks(box, "author:zz")
    assert not box._list.isVisible()


def test_what_is_written_out_is_not_offered(qtbot: QtBot, box: QueryBox) -> None:
    qtbot.keyClicks(box, "author:Hector")
    assert box.offered() == ["Kaiming He"]


def test_enter_with_nothing_chosen_is_for_the_line(qtbot: QtBot, box: QueryBox) -> None:
    qtbot.keyClicks(box, "author:he")
    with qtbot.waitSignal(box.returnPressed):
        qtbot.keyClick(box._list, Qt.Key.Key_Return)
    assert not box._list.isVisible()
    assert box.text() == "author:he"


def test_an_answer_that_came_too_late_offers_nothing(qtbot: QtBot) -> None:
    answers: list[Callable[[Sequence[str]], None]] = []
    box = QueryBox(lambda _field, _start, done: answers.append(done))
    qtbot.addWidget(box)
    qtbot.keyClicks(box, "au")
    answers[1](["author:"])
    answers[0](["added:"])
    assert box.offered() == ["author:"]
    box.forget()
    answers[1]([])
    assert box.offered() == ["author:"]
