"""The query of a smart collection is read and changed above its papers."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from paperdesk.ui.list.asking import Asking


@pytest.fixture
def asking(qtbot: QtBot) -> Asking:
    made = Asking()
    qtbot.addWidget(made)
    made.resize(400, 90)
    made.show_query("tag:rl")
    with qtbot.waitActive(made):
        made.show()
    made.box.setFocus()
    return made


def told(asking: Asking) -> list[str]:
    words: list[str] = []
    asking.written.connect(words.append)
    asking.left.connect(lambda: words.append("left"))
    return words


def test_it_shows_the_query_in_force(asking: Asking) -> None:
    assert (asking.box.text(), asking.said()) == ("tag:rl", "")


def test_enter_writes_what_can_be_kept(asking: Asking, qtbot: QtBot) -> None:
    words = told(asking)
    asking.box.setText("tag:rl OR (year:2024 -tag:x)")
    qtbot.keyClick(asking.box, Qt.Key.Key_Return)
    assert words == ["left", "tag:rl OR (year:2024 -tag:x)"]


def test_enter_without_a_change_only_leaves(asking: Asking, qtbot: QtBot) -> None:
    words = told(asking)
    qtbot.keyClick(asking.box, Qt.Key.Key_Return)
    assert words == ["left"]


def test_what_is_wrong_is_said_and_not_written(asking: Asking, qtbot: QtBot) -> None:
    words = told(asking)
    asking.box.setText("state:bogus")
    assert asking.said().startswith("No state is called “bogus”.")
    qtbot.keyClick(asking.box, Qt.Key.Key_Return)
    assert words == []
    qtbot.keyClick(asking.box, Qt.Key.Key_Escape)
    assert (words, asking.box.text(), asking.said()) == (["left"], "tag:rl", "")


def test_what_is_being_written_stays_when_counts_come(asking: Asking, qtbot: QtBot) -> None:
    qtbot.waitUntil(asking.box.hasFocus)
    asking.box.setText("tag:r")
    asking.show_query("tag:rl")
    assert asking.box.text() == "tag:r"
    asking.show_query(None)
    assert (asking.isVisible(), asking.box.text()) == (False, "")


def test_names_are_asked_for_where_it_was_said(asking: Asking, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    asking.offer = lambda field, start, done: asked.append((field, start)) or done(("rl",))  # type: ignore[func-returns-value]
    asking.box.setText("")
    qtbot.keyClicks(asking.box, "tag:r")
    assert asked[-1] == ("tag", "r")
